"""Bytes → text: byte order marks, UTF-8, UTF-16, and Windows-1252 where all fail."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

from newsdiff.errors import SourceError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE: Final = 4096
"""Bytes looked at to tell text from binary."""
_MAX_CONTROL_SHARE: Final = 0.05
"""A text has hardly any control characters; a picture or archive has many."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what a reader must know of how it was decoded."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> Decoded:
    """The text of a file, with plain line feeds and no byte order mark.

    Args:
        data: The bytes as they are.
        name: What to call the file in messages.

    Raises:
        SourceError: The bytes are no text, or hold nothing but white space.
    """
    text, notes = _decoded(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        message = f"{name} is empty: there is no article in it"
        raise SourceError(message)
    return Decoded(text, notes)


def _decoded(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked, errors="replace"), ()
    if _is_binary(data):
        message = f"{name} is not a text file: save the article as plain text first"
        raise SourceError(message)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
        note = f"{name} is not valid UTF-8; it was read as Windows-1252"
        return text, (note,)


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark shows as a zero in every other byte of Latin text."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2:
        return None
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        others = sample[::2] if encoding == "utf-16-le" else sample[1::2]
        if zeros.count(0) > 0.7 * len(zeros) and others.count(0) == 0:
            return encoding
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    control = sum(byte < 9 or 13 < byte < 32 for byte in sample if byte != 0x1B)
    return 0 in sample or control > _MAX_CONTROL_SHARE * len(sample)
