"""Where the lines of a text end: one way to wrap, whatever measures the width."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from newsdiff.model import Span

Characters = Callable[[str], Sequence[tuple[int, int, int]]]
"""A measure: the characters of a text, each with its start, its end and its width. A
character may be several code points, and is never cut."""

NARROW: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*"
)
"""Western text: one character a code point, and one wide, by every measure. Most
articles are nothing else."""

_CLOSING: Final = "、。，．：；？！」』）】〉》〕…ー々”’.,:;?!)]}%"
_OPENING: Final = "「『（【〈《〔“‘([{"
"""Characters that never stand at the start, or at the end, of a line of Chinese."""


def wrap(text: str, width: int, characters: Characters) -> tuple[Span, ...]:
    """The lines of a text that are at most `width` wide, without the blanks between.

    Breaks at blanks and between wide characters. A word is cut only where it alone
    is wider than a line, and then never inside a character. An empty text has one
    empty line.

    Args:
        text: One line, however long.
        width: Of a line, as `characters` measures; at least 1.
        characters: The measure.
    """
    width = max(width, 1)
    if NARROW.fullmatch(text):
        return tuple(_wrap_narrow(text, width))
    return tuple(_wrap_any(text, width, characters(text)))


def _wrap_narrow(text: str, width: int) -> list[Span]:
    lines = []
    at, size = 0, len(text)
    while size - at > width:
        cut = text.rfind(" ", at + 1, at + width + 1)
        if cut < 0:
            lines.append(Span(at, at + width))
            at += width
        else:
            lines.append(_bare(text, at, cut))
            at = cut
        while at < size and text[at] == " ":
            at += 1
    if at < size or not lines:
        lines.append(_bare(text, at, size))
    return lines


def _wrap_any(
    text: str, width: int, units: Sequence[tuple[int, int, int]]
) -> list[Span]:
    lines: list[Span] = []
    first = i = used = 0
    may_break = 0
    while i < len(units):
        start, _, size = units[i]
        blank = text[start] == " "
        if blank:
            may_break = i + 1
        elif i > first and _between_wide(text, units[i - 1], units[i]):
            may_break = i
        if used + size > width and not blank:
            cut = may_break if may_break > first else max(i, first + 1)
            lines.append(_bare(text, units[first][0], units[cut - 1][1]))
            while cut < len(units) and text[units[cut][0]] == " ":
                cut += 1
            first = i = cut
            used = 0
            continue
        used += size
        i += 1
    if first < len(units) or not lines:
        lines.append(_bare(text, units[first][0] if units else 0, len(text)))
    return lines


def _between_wide(
    text: str, before: tuple[int, int, int], after: tuple[int, int, int]
) -> bool:
    """Whether a line may end between two characters that no blank separates."""
    wide = before[2] == 2 or after[2] == 2
    return wide and text[before[0]] not in _OPENING and text[after[0]] not in _CLOSING


def _bare(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its end."""
    while end > start and text[end - 1] == " ":
        end -= 1
    return Span(start, end)
