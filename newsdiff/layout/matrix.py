"""Articles against articles: the share of facts in common, as numbers and shades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsdiff.layout.grid import Grid, Shaded
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.text.cells import cells, fit

CELL: Final = 6
"""Cells of a share with what stands around it: "▒ 47"."""
LEVELS: Final = 5
_SHADES: Final = " ░▒▓█"
_SHADES_ASCII: Final = " .:*#"
LONG_RUN: Final = 50
"""Words in a row that are the same, from which on a cell is shaded fully: such a run is
no chance."""
MOST: Final = 999
"""The largest number that has room."""
_LABELS: Final = range(10, 30)
"""Cells that the column of labels may take."""
_LEAST: Final = 3
"""Columns of shares that have room beside the labels wherever that is possible."""

Shares = Mapping[tuple[int, int], float | None]
"""Row and column → share, 0..1; None where the row has no facts. What is missing is
not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix(Grid):
    """Rows and columns are the same articles."""

    shares: Shares
    runs: Mapping[tuple[int, int], int] | None = None
    """Row and column → words in a row that are the same; shown in the place of shares
    where given."""

    @property
    def height(self) -> int:
        """A row an article."""
        return len(self.labels)

    @property
    def cell_width(self) -> int:
        """The same on every screen."""
        return CELL

    @property
    def label_width(self) -> int:
        """Numbers and labels."""
        number = len(str(len(self.labels))) + 1
        longest = max(map(cells, self.labels), default=0)
        room = max(self.size[0] - _LEAST * CELL - number, _LABELS.start)
        return number + min(max(longest, _LABELS.start), _LABELS.stop, room) + 1

    @property
    def heading(self) -> Line:
        """The numbers of the columns, and how many have no room."""
        runs = [self.corner]
        for column in self.in_sight[1]:
            tone = Tone.LABEL if column == self.at[1] else Tone.NUMBER
            runs.append(Run(f"{column + 1:>{CELL - 1}} ", tone))
        return tuple(runs)

    def row(self, index: int) -> Shaded:
        """The line of an article."""
        width = self.label_width
        number = len(str(len(self.labels)))
        name = f"{index + 1:>{number}} {self.labels[index]}"
        tone = Tone.LABEL if index == self.at[0] else Tone.TEXT
        runs = [Run(fit(name, width - 1) + " ", tone)]
        found: list[int | None] = [None]
        for column in self.in_sight[1]:
            words, shade = self._cell((index, column))
            chosen = (index, column) == self.at
            text = f"[{words}]" if chosen else f" {words} "
            runs.append(Run(text, Tone.SPOT if chosen else Tone.MARK))
            found.append(shade)
        return tuple(runs), tuple(found)

    def _cell(self, place: tuple[int, int]) -> tuple[str, int | None]:
        width = CELL - 2
        if place[0] == place[1]:
            return ("-" if self.ascii else "·").rjust(width), None
        if self.runs is not None and place in self.runs:
            return self._sign(level(self.runs[place] / LONG_RUN), self.runs[place])
        if place not in self.shares:
            return ("..." if self.ascii else "…").rjust(width), None
        share = self.shares[place]
        if share is None:
            return "none".rjust(width), None
        # Rounded down: only what has every fact in common is a hundred.
        return self._sign(level(share), int(share * 100 + 1e-9))

    def _sign(self, shade: int, number: int) -> tuple[str, int]:
        """A number behind its shade."""
        sign = (_SHADES_ASCII if self.ascii else _SHADES)[shade]
        return f"{sign}{min(number, MOST):>{CELL - 3}}", shade


def level(share: float) -> int:
    """The shade of a share: 0 for none, 4 for four fifths and more."""
    return min(LEVELS - 1, int(share * LEVELS + 1e-9))
