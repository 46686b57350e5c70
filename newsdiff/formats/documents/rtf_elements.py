"""What rich text is made of: its tokens, what its words mean, what groups hold."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from newsdiff.formats.documents.paragraphs import Paragraph, row_of

_TOKEN: Final = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    r"|\\'(?P<hex>[0-9a-fA-F]{2})"
    r"|\\(?P<symbol>[^a-zA-Z])"
    r"|(?P<brace>[{}])"
    r"|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
SYMBOL_PAGE: Final = "symbol"
"""Of the font Symbol."""
PICTURES_PAGE: Final = "pictures"
"""Of other fonts that hold symbols: what a character shows is not known."""
CHARSETS: Final = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk",
    136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
    254: "cp437", 255: "cp850", 2: PICTURES_PAGE,
}  # fmt: skip
"""Code pages of the character sets of fonts; 0 and 1 are the document's own."""
_PAGES: Final = {10000: "mac_roman", 65001: "utf-8", 936: "gbk", 1361: "johab"}
"""Code pages that Python knows by another name than "cp" and their number."""
DOCUMENT_PAGES: Final = {
    "ansi": "cp1252",
    "mac": "mac_roman",
    "pc": "cp437",
    "pca": "cp850",
}
"""Code pages of the words that say which is the document's own."""
CHARACTERS: Final = {
    "line": "\n", "lbr": "\n", "softline": "\n", "page": "\n", "column": "\n",
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘",
    "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ",
    "qmspace": " ", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
"""Words that stand for a character."""
ESCAPED: Final = {"~": "\xa0", "_": "-", "{": "{", "}": "}", "\\": "\\"}
"""Signs behind a backslash that stand for a character."""
SKIPPED: Final = frozenset(
    "colortbl stylesheet fonttbl info sp listtext pntext fldinst pict nonshppict "
    "objdata shprslt xe tc tcn rxe "
    "nonesttables filetbl revtbl listtable listoverridetable generator upr private "
    "falt panose fname author operator keywords subject doccomm company manager "
    "category creatim revtim printim buptim comment bkmkstart bkmkend datafield "
    "pgptbl rsidtbl themedata ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn".split()
)
"""Groups whose words are none of the text."""
FLOWS: Final = {
    **dict.fromkeys("header headerl headerr headerf".split(), "header"),
    **dict.fromkeys("footer footerl footerr footerf".split(), "footer"),
    **dict.fromkeys(("shptxt", "dptxbxtext"), "boxed text"),
    "footnote": "footnote",
    "annotation": "comment",
}
"""Groups whose words are a text of their own."""
STARRED_BUT_READ: Final = frozenset("shpinst do ud annotation nesttableprops".split())
"""Groups marked as ones that older programs skip, which hold text."""
TOGGLES: Final[Mapping[str, Any]] = {
    "v": "is_hidden",
    "strike": "is_struck",
    "striked": "is_struck",
    "deleted": "is_deleted",
    "revised": "is_inserted",
    "intbl": "is_in_table",
}
"""Words that switch on, or with 0 off, what a `State` holds."""
NUMBERS: Final[Mapping[str, Any]] = {
    "f": "font",
    "s": "style",
    "sbasedon": "parent",
    "outlinelevel": "level",
    "uc": "fallback",
}
"""Words whose number a `State` holds."""
DEFAULT_SIZE: Final = 12.0
"""Points."""
_NO_STYLE: Final = -1
PLAIN: Final[Mapping[str, Any]] = {
    "font": None,
    "size": DEFAULT_SIZE,
    "is_hidden": False,
    "is_struck": False,
    "is_deleted": False,
    "is_inserted": False,
}
"""What a `State` holds where characters are as usual."""
SHOWN: Final = ("", "insertion")
"""Kinds of words that are part of the text."""


def tokens(source: str) -> Iterator[re.Match[str]]:
    """The tokens of rich text; pictures kept as bytes are passed over."""
    at = 0
    while found := _TOKEN.search(source, at):
        yield found
        at = found.end()
        if found["word"] == "bin":
            at += max(0, int(found["number"] or 0))


def page_of(number: int | None) -> str | None:
    """The code page of a number, if there is one."""
    name = _PAGES.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


class Style(NamedTuple):
    """A style of paragraphs, as the sheet of styles describes it."""

    name: str
    parent: int
    level: int | None
    size: float


@dataclass(slots=True)
class Flow:
    """Text that belongs together: the body, a note, a text box, a header."""

    kind: str
    paragraphs: list[Paragraph] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    """Of the paragraph that is read."""
    sizes: Counter[float] = field(default_factory=Counter)
    cell: list[Paragraph] = field(default_factory=list)
    row: list[list[Paragraph]] = field(default_factory=list)
    boxes: list[Paragraph] = field(default_factory=list)
    """What stands behind the paragraph that is read."""

    def end_cell(self) -> None:
        """The paragraphs so far are a cell."""
        self.row.append(self.cell)
        self.cell = []

    def end_row(self) -> None:
        """The cells so far are a row."""
        if self.cell:
            self.end_cell()
        self.paragraphs += row_of(self.row)
        self.row = []

    def text(self) -> str:
        """All its words."""
        return " ".join(p.text for p in self.paragraphs if p.text.strip())


class State(NamedTuple):
    """What holds until the end of a group."""

    flow: Flow | None
    """Where text goes; None: nowhere."""
    font: int | None = None
    destination: str = ""
    fallback: int = 1
    """Characters behind one of Unicode that stand for it in older programs."""
    size: float = DEFAULT_SIZE
    style: int = 0
    parent: int = _NO_STYLE
    level: int | None = None
    is_in_table: bool = False
    is_hidden: bool = False
    is_struck: bool = False
    is_deleted: bool = False
    is_inserted: bool = False

    @property
    def kind(self) -> str:
        """What words are counted as."""
        if self.is_deleted:
            return "deletion"
        if self.is_hidden:
            return "hidden passage"
        if self.is_struck:
            return "struck-out passage"
        return "insertion" if self.is_inserted else ""
