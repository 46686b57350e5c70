"""Tables with a column an article: who is cited how often, what happened when."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from newsdiff.layout.grid import Shaded
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.layout.named_grid import NAMED, NamedGrid, centred
from newsdiff.story.desk.sources import SourceRow
from newsdiff.story.desk.timeline import TimeRow
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.wording.desk import PLACED, SORTS, counts_words, when_words

_WHEN: Final = range(10, 21)
"""Cells of the column of times."""
_PART: Final = 3
"""Part of the room of a row that an article's own words for a time may take."""


class Entry(NamedTuple):
    """A row of a table, or a heading over some."""

    row: int | None
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class _DeskTable(NamedGrid):
    """Rows under headings; only rows can be chosen."""

    cells_range: range = range(5, 13)
    """Cells that a column may take."""
    least: int = 30
    """Cells that columns leave free for what a row is, if they can."""

    @property
    @abstractmethod
    def entries(self) -> Sequence[Entry]:
        """The rows and headings, in order."""

    @property
    def height(self) -> int:
        """A line an entry."""
        return len(self.entries)

    @cached_property
    def firsts(self) -> tuple[int, ...]:
        """The lines that can be chosen."""
        return tuple(n for n, one in enumerate(self.entries) if one.row is not None)

    @property
    def cell_width(self) -> int:
        """As wide as leaves room for what the rows are."""
        free = max(self.least, self.size[0] // 2)
        room = (self.size[0] - free) // max(1, len(self.labels))
        return min(max(room, self.cells_range.start), self.cells_range.stop)

    @property
    def label_width(self) -> int:
        """All that the columns leave; half of the screen where that is little."""
        width = self.size[0]
        columns = self.cell_width * len(self.labels)
        return max(width - columns, min(self.least, width // 2))

    def row(self, index: int) -> Shaded:
        """A heading, or what a row is and its cells."""
        entry = self.entries[index]
        if entry.row is None:
            line: Line = (Run(fit(entry.heading, self.size[0]), Tone.NOTE),)
            return line, (None,)
        tone = Tone.LABEL if index == self.at[0] else Tone.TEXT
        sign = ">" if index == self.at[0] else " "
        words = fit(sign + self.words(entry.row), self.label_width - 1) + " "
        runs = [Run(words, tone)]
        for column in self.in_sight[1]:
            text, cell_tone = self.cell(entry.row, column)
            shown = fit(text, self.cell_width - 1).rstrip()
            if (index, column) == self.at:
                shown = f"[{fit(text, self.cell_width - 2).rstrip()}]"
                cell_tone = Tone.SPOT
            runs.append(Run(centred(shown, self.cell_width), cell_tone))
        return tuple(runs), (None,) * len(runs)

    @abstractmethod
    def words(self, row: int) -> str:
        """What a row is, safe to show."""

    @abstractmethod
    def cell(self, row: int, column: int) -> tuple[str, Tone]:
        """What an article has of it, safe to show."""

    @property
    def scrolled(self) -> tuple[int, int]:
        """Where the chosen cell is in sight, with the heading over its row."""
        first, column = super().scrolled
        at = self.at[0]
        if at == first and at and self.entries[at - 1].row is None:
            first -= 1
        return first, column


@dataclass(frozen=True, kw_only=True)
class SourceTable(_DeskTable):
    """A row a source: what it is, how often it is cited, how often by each article."""

    rows: Sequence[SourceRow]

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The sources by what they are."""
        found: list[Entry] = []
        for number, row in enumerate(self.rows):
            if number == 0 or row.sort is not self.rows[number - 1].sort:
                found.append(Entry(None, SORTS[row.sort]))
            found.append(Entry(number))
        return found

    def words(self, row: int) -> str:
        """How often in all, and the name."""
        one = self.rows[row]
        return f"{len(one.citations):>4}  {visible(one.name)}"

    def cell(self, row: int, column: int) -> tuple[str, Tone]:
        """How often an article quotes it, and cites it in its own words."""
        counts = self.rows[row].counts(column)
        if not any(counts):
            return "." if self.ascii else "·", Tone.DIM
        return counts_words(counts), Tone.FACT


@dataclass(frozen=True, kw_only=True)
class TimeTable(_DeskTable):
    """A row a thing: when, what, and each article's time where they differ."""

    rows: Sequence[TimeRow]
    cells_range: range = range(5, 12)
    least: int = 40

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The things by what is known of their time."""
        found: list[Entry] = []
        for number, row in enumerate(self.rows):
            if number == 0 or row.placed is not self.rows[number - 1].placed:
                found.append(Entry(None, PLACED[row.placed]))
            found.append(Entry(number))
        return found

    @cached_property
    def _when(self) -> int:
        """Cells of the column of times: of the longest that is placed.

        An article's own words get as many as leave most of the room for the thing.
        """
        placed = (cells(when_words(one)) for one in self.rows if one.resolved)
        others = (cells(when_words(one)) for one in self.rows if not one.resolved)
        words = min(max(others, default=0), self.label_width // _PART)
        return min(max(*placed, words, _WHEN.start), _WHEN.stop)

    def words(self, row: int) -> str:
        """When, and what."""
        one = self.rows[row]
        width = min(self._when, self.label_width // 2)
        differs = "!" if one.differs else " "
        return f"{differs} {fit(visible(when_words(one)), width)} {visible(one.what)}"

    def cell(self, row: int, column: int) -> tuple[str, Tone]:
        """An article's time, where not all have the same; else whether it has one."""
        one = self.rows[row]
        times = one.of(column)
        if not times:
            return "." if self.ascii else "·", Tone.DIM
        dated = [when for when in times if when.date]
        if not dated:
            return "o" if self.ascii else "○", Tone.DIM
        other = next((when for when in dated if when.differs), None)
        sign = "!" if other else "x" if self.ascii else "●"
        date = (other or dated[0]).date
        if one.differs and self.cell_width >= NAMED and date:
            words = visible(date.words)
            return (f"!{words}" if other else words), Tone.FACT
        return sign, Tone.FACT
