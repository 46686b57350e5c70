"""Bytes → text: byte order marks, UTF-8, UTF-16, and Windows-1252 where all fail.

A few bad bytes do not make another encoding of UTF-8: they alone are Windows-1252.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.formats.extracts import composed

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS: Final = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "rich text",
    b"PK\x03\x04": "an archive or office document",
}
"""Files that begin like text, or that people take for text."""
_SAMPLE: Final = 4096
"""Bytes looked at to tell text from binary; even, so that it cuts no UTF-16 unit."""
_CONTROLS: Final = bytes({*range(32)} - {*b"\t\n\v\f\r\x1b"})
_MAX_CONTROL_SHARE: Final = 0.05
"""A text has hardly any control characters; a picture or archive has many."""
_MIN_LEGIBLE_SHARE: Final = 0.97
"""Text wrongly taken for UTF-16 soon holds characters that do not exist."""
_BAD: Final = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as "surrogateescape" keeps them."""
_CUT: Final = re.compile("[\udcc2-\udcf4][\udc80-\udcbf]{0,2}\\Z")
"""What is left of a last character that the end of a file cuts in two."""
_CLEARLY: Final = 2
"""Characters of UTF-8 to a bad byte: Windows-1252 gives hardly one by chance."""
_DECLARED: Final = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
"""What XML says of its encoding, which is another one afterwards."""
_COMMON: Final = re.compile("[ \n,.、。，]")
"""What every text has; bytes read in the wrong order hardly ever give it."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what a reader must know of how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file, with plain line feeds and no byte order mark.

    A letter and the accents behind it become one character (NFC), so that a word is the
    same word in every article however its file has it. It looks the same.

    Args:
        data: The bytes as they are.
        name: What to call the file in messages.

    Raises:
        SourceError: The bytes are no text, or hold nothing but white space.
    """
    text, notes = _decoded(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = composed(text)
    if not text.strip():
        message = f"{name} is empty: there is no article in it"
        raise SourceError(message)
    return Decoded(text, notes)


def as_utf8(data: bytes, errors: str = "strict") -> bytes:
    """Bytes with a mark, or of UTF-16 that begins with ASCII, as UTF-8 without a mark.

    All else is given back as it is, and what is not valid in the encoding that it has.

    Args:
        data: A file, or the beginning of one.
        errors: What becomes of invalid bytes, as `bytes.decode` says.
    """
    bare, encoding = _marked(data)
    if not encoding and 0 in data[:2]:
        encoding = _unmarked_utf16(data[:_SAMPLE]) or ""
    if not encoding:
        return data
    try:
        return _DECLARED.sub("", bare.decode(encoding, errors), count=1).encode()
    except UnicodeDecodeError:
        return data


def _marked(data: bytes) -> tuple[bytes, str]:
    """The bytes behind a byte order mark, and the encoding that it names, or ""."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :], encoding
    return data, ""


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    data, encoding = _marked(data)
    encoding = encoding or _unmarked_utf16(data[:_SAMPLE]) or ""
    if encoding in ("", "utf-8"):
        _refuse_binary(data, name)
        return _utf8_or_windows(data, name, is_marked=bool(encoding))
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
        note = f"{name} is not valid {encoding.upper()}; � stands for what is lost"
        return text, (note,)


def _utf8_or_windows(
    data: bytes, name: str, *, is_marked: bool
) -> tuple[str, tuple[str, ...]]:
    """The text, and a note where it is not all UTF-8.

    Args:
        data: The bytes without a mark.
        name: What to call the file.
        is_marked: Whether a mark said that it is UTF-8.
    """
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = data.decode("utf-8", errors="surrogateescape")
    bad = sum(map(len, _BAD.findall(text)))
    good = len(text) - len(text.encode("ascii", errors="ignore")) - bad
    cut = _CUT.search(text)
    within = bad - (len(cut[0]) if cut else 0)
    if is_marked or good >= max(1, _CLEARLY * within):
        those = "1 byte, which was" if bad == 1 else f"{bad:,} bytes, which were"
        note = f"{name} is UTF-8 but for {those} read as Windows-1252"
        return _BAD.sub(lambda found: _windows(found[0]), text), (note,)
    note = f"{name} is not valid UTF-8; it was read as Windows-1252"
    return data.decode("cp1252", errors="replace"), (note,)


def _windows(escaped: str) -> str:
    """Escaped bytes as the characters of Windows-1252, � for what it lacks."""
    raw = escaped.encode("utf-8", errors="surrogateescape")
    return raw.decode("cp1252", errors="replace")


def _unmarked_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark, which shows in its line ends and blanks."""
    if len(sample) % 2 or 0 not in sample:
        return None
    found = {}
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        legible = sum(c.isprintable() or c.isspace() for c in text)
        if legible >= _MIN_LEGIBLE_SHARE * len(text) and "\0" not in text:
            found[encoding] = len(_COMMON.findall(text))
    best = max(found, key=lambda encoding: found[encoding], default=None)
    return best if best and found[best] else None


def _refuse_binary(data: bytes, name: str) -> None:
    sample = data[:_SAMPLE]
    kind = next((k for start, k in _FORMATS.items() if data.startswith(start)), None)
    control = len(sample) - len(sample.translate(None, _CONTROLS))
    if kind or 0 in sample or control > _MAX_CONTROL_SHARE * len(sample):
        what = f"{kind}, not a text file" if kind else "not a text file"
        message = f"{name} is {what}: save the article as plain text first"
        raise SourceError(message)
