"""Plain text in columns: wide characters take two, combining ones none.

The measure is that of the Unicode tables that come with Python; the screen has its
own, which follows the library that draws.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

_NARROW: Final = re.compile(
    "[ -~\u00a0-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*"
)
"""Western text: one column a character."""
_WIDE: Final = (
    "\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60"
    "\U00020000-\U0003fffd"
)
_CLINGING: Final = "、。，．：；？！」』）》】〕”’"
"""What may not begin a line."""
_BOUND: Final = "\u00a0\u2007\u202f"
"""Blanks at which no line ends."""
_UNIT: Final = re.compile(
    rf"[{_WIDE}][{_CLINGING}]*|(?:[^\s{_WIDE}]|[{_BOUND}])+[{_CLINGING}]*|[^\S{_BOUND}]+"
)
"""What is never broken, while it fits into a line; and the blanks between."""


def columns(text: str) -> int:
    """The width of a text without line ends."""
    return len(text) if _NARROW.fullmatch(text) else sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrapped(text: str, width: int, label: str = "") -> Iterator[str]:
    """The lines of a text behind a label, under whose end they hang.

    Args:
        text: One line, however long.
        width: Columns of a line, the label included; what is wider than a line by
            itself is cut.
        label: What the first line begins with.
    """
    room = max(width - columns(label), 2)
    line, used, lead = "", 0, label
    for unit in _units(text, room):
        size = columns(unit)
        if used + size > room and unit != " ":
            yield f"{lead}{line}".rstrip()
            line, used, lead = "", 0, " " * columns(label)
        if line or unit != " ":
            line += unit
            used += size
    yield f"{lead}{line}".rstrip()


def _units(text: str, room: int) -> Iterator[str]:
    """Words, wide characters and blanks; a word too wide for a line in pieces."""
    for unit in _UNIT.findall(text):
        if unit[0].isspace() and unit[0] not in _BOUND:
            yield " "
        elif columns(unit) <= room:
            yield unit
        else:
            yield from _pieces(unit, room)


def _pieces(word: str, room: int) -> Iterator[str]:
    piece, used = "", 0
    for character in word:
        size = _width(character)
        if used + size > room:
            yield piece
            piece, used = "", 0
        piece += character
        used += size
    yield piece
