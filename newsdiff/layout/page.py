"""A comparison laid out at some width: heights at once, styled lines when asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

from newsdiff.comparing import Mark, Row, rows_of
from newsdiff.layout.cells import fit, wrap
from newsdiff.layout.drawing import (
    ASCII,
    UNICODE,
    LayoutOptions,
    Line,
    Run,
    Tone,
    View,
    blank,
    padded,
)
from newsdiff.layout.tones import Tones
from newsdiff.model import Comparison, Link, Pair, Role, Side, Span

MEASURE: Final = 80
"""Cells of text in a column, at most: longer lines are hard to follow."""
_UNNUMBERED: Final = 60
"""Columns of the screen below which sentence numbers cost too much room."""
_REFERENCES: Final = 3
"""Cross-references shown in a row."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where things stand across the screen, in cells."""

    margin: int
    number: int
    gutter: int
    text: int

    @classmethod
    def of(cls, comparison: Comparison, options: LayoutOptions) -> _Columns:
        split = options.view is View.SPLIT
        most = max(len(article.sentences) for article in comparison.articles)
        shown = options.numbers and options.width >= _UNNUMBERED
        number = len(str(most)) + 1 if shown else 0
        # unified: "A 12 ≈ "; side by side: "12 ≈ "
        gutter = number + (2 if split else 4)
        room = options.width - (3 if split else 1)
        text = room // 2 - gutter if split else room - gutter
        text = max(1, min(text, MEASURE))
        used = 2 * (gutter + text) + 3 if split else gutter + text
        return cls(max(0, (options.width - used) // 2), number, gutter, text)


class Page:
    """All lines of a comparison at one width. Built by `lay_out`."""

    def __init__(self, comparison: Comparison, options: LayoutOptions) -> None:
        self._comparison = comparison
        self._options = options
        self._signs = ASCII if options.ascii else UNICODE
        self._columns = _Columns.of(comparison, options)
        self._tones = Tones(comparison)
        self._wrapped: Pair[dict[int, tuple[Span, ...]]] = Pair({}, {})
        self.rows: tuple[Row, ...] = tuple(
            row
            for row in rows_of(comparison, options.order)
            if options.boilerplate or not self._is_boilerplate(row)
        )
        self._places: Pair[dict[int, int]] = Pair({}, {})
        for r, row in enumerate(self.rows):
            for side in Side:
                self._places[side].update(dict.fromkeys(row.sentences[side], r))
        heights = [self._height(r) for r in range(len(self.rows))]
        self._tops = [0, *accumulate(heights)]
        self.height = self._tops[-1]
        self.changes = tuple(r for r, row in enumerate(self.rows) if row.mark.is_change)
        self._lines_of = lru_cache(maxsize=512)(self._row_lines)

    def top(self, row: int) -> int:
        """The first line of a row."""
        return self._tops[row]

    def row_at(self, line: int) -> int:
        """The row that a line belongs to."""
        return min(bisect_right(self._tops, line), len(self.rows)) - 1

    def row_of(self, side: Side, sentence: int) -> int | None:
        """The row a sentence stands in; None where it is hidden."""
        return self._places[side].get(sentence)

    def line(self, y: int) -> Line:
        """One line; its cells sum to exactly the width of the screen."""
        row = self.row_at(y)
        return self._lines_of(row)[y - self._tops[row]]

    def _is_boilerplate(self, row: Row) -> bool:
        sentences = [
            self._comparison.articles[side].sentences[i]
            for side in Side
            for i in row.sentences[side]
        ]
        return all(sentence.role is Role.BOILERPLATE for sentence in sentences)

    def _lines(self, side: Side, sentence: int) -> tuple[Span, ...]:
        """The wrapped lines of a sentence."""
        found = self._wrapped[side].get(sentence)
        if found is None:
            found = wrap(self._tones.words(side, sentence), self._columns.text)
            self._wrapped[side][sentence] = found
        return found

    def _height(self, r: int) -> int:
        row = self.rows[r]
        tall = Pair(
            *(
                sum(len(self._lines(side, i)) for i in row.sentences[side])
                + (1 if self._note(row, side) else 0)
                for side in Side
            )
        )
        if self._options.view is View.SPLIT:
            return max(tall) + self._air(r)
        return sum(tall[side] for side in self._shown(row)) + self._air(r)

    def _shown(self, row: Row) -> list[Side]:
        """The sides whose text a unified row shows: one where both read the same."""
        sides = [side for side in Side if row.sentences[side]]
        return sides[:1] if row.mark is Mark.SAME else sides

    def _air(self, r: int) -> int:
        """An empty line behind a row, but not inside a stretch of boilerplate."""
        following = self.rows[r + 1 : r + 2]
        if not following:
            return 0
        return 0 if self.rows[r].mark is following[0].mark is Mark.NONE else 1

    def _row_lines(self, r: int) -> tuple[Line, ...]:
        row = self.rows[r]
        if self._options.view is View.UNIFIED:
            lines = [
                line for side in self._shown(row) for line in self._side(row, side)
            ]
        else:
            lines = list(self._split(row))
        lines += [self._empty()] * self._air(r)
        margin = self._columns.margin
        return tuple(
            padded((*blank(margin), *line), self._options.width) for line in lines
        )

    def _empty(self) -> Line:
        if self._options.view is View.UNIFIED:
            return ()
        side = self._columns.gutter + self._columns.text
        return (*blank(side + 1), Run(self._signs.rule, Tone.RULE))

    def _split(self, row: Row) -> Iterator[Line]:
        """Both sides of a row next to each other, the shorter one filled up."""
        lines = Pair(*(list(self._side(row, side)) for side in Side))
        height = max(len(side) for side in lines)
        width = self._columns.gutter + self._columns.text
        for side in Side:
            fill = self._gap(row, side)
            lines[side].extend(fill for _ in range(height - len(lines[side])))
        rule = Run(self._signs.rule, Tone.RULE)
        for a, b in zip(lines.a, lines.b, strict=True):
            yield (
                *padded(a, width),
                *blank(1),
                rule,
                *blank(1),
                *padded(b, width),
            )

    def _gap(self, row: Row, side: Side) -> Line:
        """What stands where a side has nothing: a hatch, so that absence is seen."""
        if row.sentences[side] or row.mark is Mark.NONE:
            return ()
        hatch = Run(self._signs.gap * self._columns.text, Tone.GAP, side)
        return (*blank(self._columns.gutter), hatch)

    def _side(self, row: Row, side: Side) -> Iterator[Line]:
        for i in row.sentences[side]:
            for n, span in enumerate(self._lines(side, i)):
                gutter = self._gutter(row, side, i if n == 0 else None)
                yield (*gutter, *self._tones.runs(row, side, i, span))
        if note := self._note(row, side):
            gutter = blank(self._columns.gutter)
            yield (*gutter, Run(fit(note, self._columns.text), Tone.NOTE, side))

    def _gutter(self, row: Row, side: Side, sentence: int | None) -> Line:
        if sentence is None:
            return blank(self._columns.gutter)
        number = str(sentence + 1).rjust(self._columns.number - 1) + " "
        runs = [
            Run(number, Tone.NUMBER, side) if self._columns.number else None,
            Run(f"{self._signs.marks[row.mark]} ", Tone.MARK, _colour(row)),
        ]
        if self._options.view is View.UNIFIED:
            letter = "=" if row.mark is Mark.SAME else side.name
            runs.insert(0, Run(f"{letter} ", Tone.MARK, side))
        return tuple(run for run in runs if run)

    def _note(self, row: Row, side: Side) -> str:
        """Where else a row's sentences are told: "also ↑12 in B"."""
        if not row.also[side] or row.mark is Mark.NONE:
            return ""
        word = "related: " if row.mark is Mark.RELATED else "also "
        links = row.also[side]
        shown = " ".join(self._arrow(row, side, link) for link in links[:_REFERENCES])
        more = f" {self._signs.more}" if len(links) > _REFERENCES else ""
        return f"{word}{shown}{more} in {side.other.name}"

    def _arrow(self, row: Row, side: Side, link: Link) -> str:
        """The sentence a link leads to and which way it lies: "↑12"."""
        there = link.index(side.other)
        here = self._places[side][row.sentences[side][0]]
        above = self._places[side.other].get(there, here) < here
        return f"{self._signs.up if above else self._signs.down}{there + 1}"


def _colour(row: Row) -> Side | None:
    """The side whose colour a mark takes."""
    return {Mark.ONLY_A: Side.A, Mark.ONLY_B: Side.B}.get(row.mark)


def lay_out(comparison: Comparison, options: LayoutOptions) -> Page:
    """A comparison laid out at one width."""
    return Page(comparison, options)
