"""One row → its lines."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from newsdiff.comparing import Mark
from newsdiff.layout.columns import Columns
from newsdiff.layout.folding import Entry, Fold
from newsdiff.layout.lines import (
    LayoutOptions,
    Line,
    Run,
    Tone,
    View,
    blank,
    exactly,
    shown,
    signs,
    stands_for_both,
)
from newsdiff.layout.references import Places, References
from newsdiff.layout.sheet import Sheet
from newsdiff.layout.tones import NO_SPOTS, Spots
from newsdiff.model import Pair, Side
from newsdiff.text.cells import fit

_PLAIN: Final = str.maketrans("“”", '""')
"""Quotation marks in ASCII."""


class Typesetter:
    """Sets the rows of one page.

    Args:
        sheet: What is to be set.
        options: How.
        columns: Where.
        places: Filled with every sentence before the first line is asked for.
    """

    def __init__(
        self, sheet: Sheet, options: LayoutOptions, columns: Columns, places: Places
    ) -> None:
        self._sheet = sheet
        self._options = options
        self._columns = columns
        self._references = References(sheet, options, places)
        self._signs = signs(options)
        self._split = options.view is View.SPLIT
        self._heights = sheet.heights(options.order, options.view, columns.text)

    def height(self, entry: Entry) -> int:
        """How many lines `lines` will give."""
        if isinstance(entry, Fold):
            return self._tall(entry)
        height = self._heights.get(entry.sentences)
        if height is None:
            height = self._heights[entry.sentences] = self._tall(entry)
        return height

    def _tall(self, entry: Entry) -> int:
        tall = [self._height(entry, side) for side in shown(entry, self._options.view)]
        return max(tall) if self._split else sum(tall)

    def lines(
        self, entry: Entry, spots: Spots = NO_SPOTS, found: Spots = NO_SPOTS
    ) -> Iterator[Line]:
        """The lines of a row, each exactly as wide as the screen."""
        sides = Pair.each(lambda side: self._side(entry, side, spots, found))
        if self._split:
            gap = Pair.each(lambda side: self._gap(entry, side))
            for a, b in zip_longest(*sides):
                yield self.across(
                    Pair(gap.a if a is None else a, gap.b if b is None else b)
                )
        else:
            for side in shown(entry, self._options.view):
                yield from map(self._whole, sides[side])

    def empty(self) -> Line:
        """A line of air."""
        return self.across(Pair((), ())) if self._split else self._whole(())

    def headed(self, texts: Pair[Line], *, letters: bool) -> tuple[Line, ...]:
        """A text over the column of each side, behind the letter of the side."""
        gutters = Pair.each(lambda side: self._head_gutter(side, letters=letters))
        lines = Pair.each(lambda side: (*gutters[side], *texts[side]))
        if self._split:
            return (self.across(lines),)
        return tuple(self._whole(exactly(line, self._columns.side)) for line in lines)

    def across(self, lines: Pair[Line]) -> Line:
        """Two columns next to each other, with the rule between them."""
        width = self._columns.side
        return self._whole(
            (
                *exactly(lines.a, width),
                *blank(1),
                Run(self._signs.rule, Tone.RULE),
                *blank(1),
                *exactly(lines.b, width),
            )
        )

    def _whole(self, line: Line) -> Line:
        return exactly((*blank(self._columns.margin), *line), self._options.width)

    def _height(self, entry: Entry, side: Side) -> int:
        if isinstance(entry, Fold):
            return 1
        width = self._columns.text
        wrapped = (self._sheet.wrapped(side, i, width) for i in entry.sentences[side])
        return sum(map(len, wrapped)) + self._references.has_note(entry, side)

    def _side(
        self, entry: Entry, side: Side, spots: Spots, found: Spots
    ) -> Iterator[Line]:
        """The lines of one side, as wide as they happen to be."""
        if isinstance(entry, Fold):
            if entry.sentences[side]:
                yield (*self._gutter(entry, side, None), self._folded(entry, side))
            return
        for i in entry.sentences[side]:
            wrapped = self._sheet.wrapped(side, i, self._columns.text)
            lines = self._sheet.tones.lines(entry, side, i, wrapped, (spots, found))
            for n, line in enumerate(lines):
                gutter = self._gutter(entry, side, i) if n == 0 else self._indent()
                yield (*gutter, *line)
        if self._references.has_note(entry, side):
            note = fit(self._references.note(entry, side), self._columns.text)
            yield (*self._indent(), Run(note, Tone.NOTE, side))

    def _indent(self) -> Line:
        return blank(self._columns.gutter)

    def _gap(self, entry: Entry, side: Side) -> Line:
        """What stands where a side has nothing: a hatch, so that absence is seen."""
        if entry.sentences[side] or entry.mark is Mark.NONE:
            return ()
        hatch = Run(self._signs.gap * self._columns.text, Tone.GAP, side)
        return (*self._indent(), hatch)

    def _gutter(self, entry: Entry, side: Side, sentence: int | None) -> Line:
        shared = stands_for_both(entry, self._options.view)
        mark = entry.sign if isinstance(entry, Fold) else entry.mark
        letter = self._signs.marks[mark] if shared else side.name
        number = "" if sentence is None else str(sentence + 1)
        width = self._columns.number
        colour = entry.mark.side
        runs = (
            Run(
                letter.ljust(self._columns.letter), Tone.MARK, None if shared else side
            ),
            Run(f"{number.rjust(width - 1)} ", Tone.NUMBER, side),
            Run(f"{self._signs.marks[mark]} ", Tone.MARK, colour),
        )
        wanted = (self._columns.letter, width, True)
        return tuple(run for run, room in zip(runs, wanted, strict=True) if room)

    def _head_gutter(self, side: Side, *, letters: bool) -> Line:
        """The letter where marks stand below it, or at the left edge of one column."""
        width = self._columns.gutter
        if not letters:
            return self._indent()
        letter = f"{side.name} ".rjust(width) if self._split else side.name.ljust(width)
        return (Run(letter, Tone.MARK, side),)

    def _folded(self, fold: Fold, side: Side) -> Run:
        counted = Side if fold.is_filter and not self._split else (side,)
        words = f"{self._signs.fold} {fold.words(counted)}"
        if self._options.ascii:
            words = words.translate(_PLAIN)
        return Run(fit(words, self._columns.text), Tone.DIM, side)
