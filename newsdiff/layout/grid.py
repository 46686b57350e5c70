"""A table with a chosen cell, of which the screen shows a part."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.text.cells import fit

Shaded = tuple[Line, tuple[int | None, ...]]
"""A line, and the shade of each of its runs; None for what has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid(ABC):
    """What all tables have: a heading, a column of labels, cells of one width."""

    labels: Sequence[str]
    """What the articles are called, safe to show; each has a column."""
    at: tuple[int, int]
    """Row and column of the chosen cell."""
    first: tuple[int, int] = (0, 0)
    """Row and column in the upper left corner."""
    size: tuple[int, int]
    """Columns and lines of the screen."""
    ascii: bool = False

    @property
    @abstractmethod
    def height(self) -> int:
        """How many rows there are, those out of sight included."""

    @property
    @abstractmethod
    def label_width(self) -> int:
        """Cells of the screen before the first column."""

    @property
    @abstractmethod
    def cell_width(self) -> int:
        """Cells of the screen that a column takes."""

    @property
    @abstractmethod
    def heading(self) -> Line:
        """The line over the rows; the chosen column stands out."""

    @property
    def heads(self) -> tuple[Line, ...]:
        """The lines over the rows, as many as `head_height` says."""
        return (self.heading,)

    @property
    def head_height(self) -> int:
        """How many lines stand over the rows."""
        return 1

    @abstractmethod
    def row(self, index: int) -> Shaded:
        """The line of a row."""

    @property
    def in_sight(self) -> tuple[range, range]:
        """The rows and columns that have room beside the heads."""
        width, height = self.size
        rows = max(1, height - self.head_height)
        columns = max(1, (width - self.label_width) // self.cell_width)
        return (
            range(self.first[0], min(self.height, self.first[0] + rows)),
            range(self.first[1], min(len(self.labels), self.first[1] + columns)),
        )

    @property
    def corner(self) -> Run:
        """Over the column of labels: how many columns are out of sight, and where."""
        shown, room = self.in_sight[1], self.label_width - 1
        before, after = shown.start, len(self.labels) - shown.stop
        left, right = ("<", ">") if self.ascii else ("‹", "›")
        for more in (" more", ""):
            parts = [f"{left} {before}{more}"] if before else []
            parts += [f"{after}{more} {right}"] if after else []
            words = "  ".join(parts)
            if len(words) <= room:
                break
        return Run(fit(words.rjust(room), room) + " ", Tone.DIM)

    @property
    def scrolled(self) -> tuple[int, int]:
        """The upper left corner that brings the chosen cell in sight, moved no more."""
        return self._scrolled()

    def _scrolled(self) -> tuple[int, int]:
        sizes = map(len, replace(self, first=(0, 0)).in_sight)
        numbers = self.height, len(self.labels)
        first = []
        for at, start, size, number in zip(
            self.at, self.first, sizes, numbers, strict=True
        ):
            low, high = max(0, at - size + 1), min(at, max(0, number - size))
            first.append(min(max(start, low), max(low, high)))
        return first[0], first[1]
