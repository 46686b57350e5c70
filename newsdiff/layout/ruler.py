"""A whole page in one column of cells: where what is, and where the reader is.

Each cell stands for some lines of the page. It shows the sign of the most important
row that begins there, so that it can be read without colour.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing import Mark

_RANKS: Final = {
    Mark.REWORDED: 1,
    Mark.RELATED: 2,
    Mark.MOVED: 3,
    Mark.ONLY_A: 4,
    Mark.ONLY_B: 4,
    Mark.CONFLICT: 5,
}
"""What wins where rows of several kinds begin in one cell; of equals, the more."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What begins on the lines that a cell stands for."""

    mark: Mark = Mark.NONE
    """The most important kind of row; NONE where there is nothing to see."""
    row: int | None = None
    """The first row of that kind; None where there is nothing to see."""
    found: bool = False
    """Whether it has words that are searched for."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """A page of `total` lines in `height` cells."""

    cells: tuple[Cell, ...]
    total: int

    def window(self, first: int, lines: int) -> range:
        """The cells of the lines in sight; none where all lines are in sight.

        Args:
            first: The first line in sight.
            lines: How many there are in sight.
        """
        height = len(self.cells)
        if lines >= self.total or not height:
            return range(0)
        size = max(1, round(lines * height / self.total))
        free = self.total - lines
        start = round(min(first, free) * (height - size) / free)
        return range(start, start + size)

    def line(self, cell: int, lines: int) -> int:
        """The first line in sight when the middle of the window is on a cell."""
        height = len(self.cells)
        size = max(1, round(lines * height / self.total)) if self.total else 1
        free, room = max(0, self.total - lines), height - size
        start = min(max(0, cell - size // 2), max(0, room))
        return round(start * free / room) if room > 0 else 0


def make_ruler(
    marks: Sequence[Mark],
    tops: Sequence[int],
    height: int,
    found: Collection[int] = (),
) -> Ruler:
    """The ruler of a page.

    Args:
        marks: The kind of each row.
        tops: The first line of each row, and behind them the lines of the page.
        height: Cells of the ruler. A page of fewer lines takes a cell a line.
        found: Rows with words that are searched for.
    """
    total = tops[-1]
    rows: list[list[int]] = [[] for _ in range(height)]
    scale = max(total, height)
    for row, top in enumerate(tops[:-1]):
        if marks[row] in _RANKS or row in found:
            rows[top * height // scale].append(row)
    return Ruler(tuple(_cell(marks, inside, found) for inside in rows), total)


def _cell(marks: Sequence[Mark], rows: Sequence[int], found: Collection[int]) -> Cell:
    if not rows:
        return Cell()
    hits = [row for row in rows if row in found]
    if hits:
        return Cell(marks[hits[0]], hits[0], found=True)
    best = max(_kinds(marks, rows), key=lambda kind: kind[:3])
    return Cell(best[3], -best[2])


def _kinds(
    marks: Sequence[Mark], rows: Sequence[int]
) -> Iterator[tuple[int, int, int, Mark]]:
    """The kinds of some rows: rank, how many, minus the first of them, and which."""
    for mark in dict.fromkeys(marks[row] for row in rows):
        own = [row for row in rows if marks[row] is mark]
        yield _RANKS[mark], len(own), -own[0], mark
