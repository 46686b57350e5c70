"""Hard wraps: lines that end because a column ends, not because a paragraph does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.model import Span

_CLOSES: Final = tuple(".!?:;\"”’'…)]")
_OWN_WIDTH: Final = 40
"""Editors and mailers wrap at this many characters or more; what is narrower must
show that no line had room for another word."""
_MIN_WIDTH: Final = 18
_MAX_WIDTH: Final = 110
_FORCED: Final = 0.75
"""Share of a column's line ends that are where they had to be, or end a sentence."""
_MOST: Final = 0.9
_OUTLIER: Final = 1.2
"""Nine of ten lines show how wide a column is; a long address may stand out."""
_SHORT: Final = 8
"""Characters left free in a line that does not go on in the next, whatever its end."""


def width_of(text: str, lines: Sequence[Span]) -> int | None:
    """The width at which a block of lines was wrapped; None where it was not."""
    if len(lines) < 2:
        return None
    lengths = [line.end - line.start for line in lines]
    usual = sorted(lengths)[int(_MOST * (len(lengths) - 1) + 0.5)]
    width = max(length for length in lengths if length <= _OUTLIER * usual)
    broken = sum(text[line.end - 1] not in _CLOSES for line in lines[:-1])
    going_on = sum(text[line.start].islower() for line in lines[1:])
    ends = len(lines) - 1
    if 2 * broken <= ends or 3 * going_on < ends or max(lengths[:-1]) > _MAX_WIDTH:
        return None
    if min(lengths[:-1]) >= _OWN_WIDTH:
        return max(lengths)
    if width < _MIN_WIDTH:
        return None
    spare = [n for n in range(ends) if _has_room(text, lines, n, width)]
    odd = [n for n in spare if n and text[lines[n].end - 1] not in _CLOSES]
    return width if len(odd) <= (1 - _FORCED) * ends else None


def fits_column(text: str, lines: Sequence[Span], width: int) -> bool:
    """Whether every line of a block ends because the column does."""
    longest = max(line.end - line.start for line in lines)
    within = longest <= _OUTLIER * width
    ends = range(len(lines) - 1)
    return within and not any(_has_room(text, lines, n, longest) for n in ends)


def cut_column(text: str, lines: Sequence[Span], width: int) -> Iterator[Span]:
    """The paragraphs of a wrapped block: a line with room to spare ends one."""
    start = lines[0].start
    for n, line in enumerate(lines[:-1]):
        if text[lines[n + 1].start].islower() or not _has_room(text, lines, n, width):
            continue
        free = width - (line.end - line.start)
        if text[line.end - 1] in _CLOSES or free >= _SHORT or n == 0:
            yield Span(start, line.end)
            start = lines[n + 1].start
    yield Span(start, lines[-1].end)


def _has_room(text: str, lines: Sequence[Span], n: int, width: int) -> bool:
    """Whether the first word of the next line would have had room in a line."""
    following = text[slice(*lines[n + 1])].split(maxsplit=1)[0]
    return lines[n].end - lines[n].start + 1 + len(following) <= width
