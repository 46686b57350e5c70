"""Small PDFs, written by hand: text at places, in fonts with or without a map."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HELVETICA = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
BOLD = HELVETICA.replace(b"Helvetica", b"Helvetica-Bold")


@dataclass(frozen=True)
class Text:
    """Words at a place, in points from the left and the bottom."""

    x: float
    y: float
    words: str
    size: float = 10
    font: str = "F"
    turn: str = "1 0 0 1"

    def operations(self) -> bytes:
        escaped = self.words.replace("\\", "\\\\").replace("(", "\\(")
        escaped = escaped.replace(")", "\\)")
        start = f"/{self.font} {self.size} Tf {self.turn} {self.x} {self.y} Tm ("
        return start.encode() + escaped.encode("cp1252") + b") Tj\n"


def down(
    x: float, y: float, lines: Iterable[str], size: float = 10, leading: float = 12
) -> list[Text]:
    """Lines below each other."""
    return [Text(x, y - leading * n, line, size) for n, line in enumerate(lines)]


def page(texts: Sequence[Text]) -> bytes:
    """The content of a page, all in one text object."""
    return b"BT\n" + b"".join(text.operations() for text in texts) + b"ET\n"


def pdf(
    *pages: bytes, title: str = "", font: bytes = HELVETICA, extra: Sequence[bytes] = ()
) -> bytes:
    """A document of pages.

    Args:
        pages: The content of each.
        title: What the file calls itself.
        font: The font F; B is bold.
        extra: Further objects: the first has number 6.
    """
    first = 6 + len(extra)
    kids = b" ".join(b"%d 0 R" % (first + 2 * n) for n in range(len(pages)))
    resources = b"<</Font<</F 4 0 R/B 5 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages)),
        b"<</Title(%s)>>" % title.encode("latin-1"),
        font,
        BOLD,
        *extra,
    ]
    for n, content in enumerate(pages):
        objects += [
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources %s"
            b"/Contents %d 0 R>>" % (resources, first + 2 * n + 1),
            stream(content),
        ]
    return written(objects, info=3)


def stream(content: bytes, more: bytes = b"/Filter/FlateDecode") -> bytes:
    """A stream; compressed, if it says so."""
    data = zlib.compress(content) if more == b"/Filter/FlateDecode" else content
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), more, data)


def mapping(letters: dict[int, str]) -> bytes:
    """A map from codes of a font to the letters that they show (ToUnicode)."""
    lines = "".join(
        f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>\n"
        for code, letter in letters.items()
    )
    return stream(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
            "1 begincodespacerange <00> <FF> endcodespacerange\n"
            f"{len(letters)} beginbfchar\n{lines}endbfchar endcmap end end"
        ).encode()
    )


def written(objects: Sequence[bytes], info: int = 0, more: bytes = b"") -> bytes:
    """Objects as a file, numbered from 1; the first is the root."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    said = b"/Info %d 0 R" % info if info else b""
    return bytes(out) + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R%s%s>>\n"
        b"startxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, said, more, len(out))
    )
