"""Columns of plain text: how wide text is where nothing is known of a terminal.

The measure is that of the Unicode tables that come with Python; the screen has its
own, which follows the library that draws.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from newsdiff.text.wrapping import NARROW


def columns(text: str) -> int:
    """The width of a text without line ends."""
    return len(text) if NARROW.fullmatch(text) else sum(map(_width, text))


def characters(text: str) -> Sequence[tuple[int, int, int]]:
    """The characters of a text, each with its start, its end and its columns.

    What takes no column belongs to the character before it.
    """
    found: list[tuple[int, int, int]] = []
    for i, character in enumerate(text):
        size = _width(character)
        if size or not found:
            found.append((i, i + 1, size))
        else:
            start, _, before = found[-1]
            found[-1] = (start, i + 1, before)
    return found


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
