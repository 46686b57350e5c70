"""Terminal cells: how wide text is, where it wraps, how it is cut to fit.

Wide characters (CJK, most emoji) take two cells, combining marks none; the measure is
the one of the library that draws, so that what is laid out is what is seen.
"""

from __future__ import annotations

import re
from typing import Final

from rich.cells import cell_len, split_graphemes

from newsdiff.model import Span

_NARROW: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e]*"
)
"""Western text: one cell a character. Most articles are nothing else."""

_CLOSING: Final = "、。，．：；？！」』）】〉》〕…ー々”’.,:;?!)]}%"
_OPENING: Final = "「『（【〈《〔“‘([{"
"""Characters that never stand at the start, or at the end, of a line of Chinese."""


def cells(text: str) -> int:
    """The width of a text without line ends, in cells."""
    return len(text) if _NARROW.fullmatch(text) else cell_len(text)


def fit(text: str, width: int, *, ellipsis: str = "…") -> str:
    """The text cut or padded to exactly `width` cells; a cut shows `ellipsis`."""
    size = cells(text)
    if size > width:
        room = width - cells(ellipsis)
        text = _head(text, room) + ellipsis if room >= 0 else _head(text, width)
        size = cells(text)
    return text + " " * (width - size)


def _head(text: str, width: int) -> str:
    """As many whole characters as fit into `width` cells."""
    end = used = 0
    for _, stop, size in split_graphemes(text)[0]:
        if used + size > width:
            break
        used += size
        end = stop
    return text[:end]


def character_starts(text: str) -> frozenset[int] | None:
    """Where the characters of a text begin; None where each is one code point."""
    if _NARROW.fullmatch(text):
        return None
    return frozenset(start for start, _, _ in split_graphemes(text)[0])


def wrap(text: str, width: int) -> tuple[Span, ...]:
    """The lines of a text at `width` cells, without the blanks between them.

    Breaks at blanks and between wide characters. A word is cut only where it alone
    is wider than a line, and then never inside a character made of several code
    points. An empty text has one empty line.
    """
    width = max(width, 1)
    if _NARROW.fullmatch(text):
        return tuple(_wrap_narrow(text, width))
    return tuple(_wrap_any(text, width))


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


def _wrap_any(text: str, width: int) -> list[Span]:
    units = split_graphemes(text)[0]
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
