"""One row → its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
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
from newsdiff.text.cells import characters, fit
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.wording.blocks import ASCII

_GAPS: Final = {
    Mark.ONLY_A: "not found",
    Mark.ONLY_B: "not found",
    Mark.RELATED: "only related",
    Mark.MOVED: "told elsewhere",
    Mark.CONFLICT: "told otherwise elsewhere",
}
"""What is said where a side has nothing opposite a row of some mark."""
WIDEST: Final = 124
"""Cells of a line that runs over both columns: it is read like a sentence."""
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
        self._references = References(sheet, options, places, columns.text)
        self._signs = signs(options)
        self._split = options.view is View.SPLIT
        self._heights = sheet.heights(
            options.order, options.view, columns.text, options.numbers
        )

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
            for a, b in zip_longest(*map(chain, sides, gap), fillvalue=()):
                yield self.across(Pair(a, b))
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

    def stacked(self, texts: Pair[Sequence[Line]]) -> Iterator[Line]:
        """Lines over the column of each side, or of both below each other."""
        if self._split:
            pairs = zip_longest(*texts, fillvalue=())
            for n, (a, b) in enumerate(pairs):
                yield from self.headed(Pair(a, b), letters=n == 0)
            return
        for side in Side:
            for n, line in enumerate(texts[side]):
                gutter = self._head_gutter(side, letters=n == 0)
                yield self._whole(exactly((*gutter, *line), self._columns.side))

    @property
    def text_width(self) -> int:
        """Cells of text in a column."""
        return self._columns.text

    @property
    def wide_width(self) -> int:
        """Cells of a line that runs over both columns."""
        columns = self._columns
        both = 2 * columns.side + 3 if self._split else columns.side
        return max(1, min(both, WIDEST) - columns.gutter)

    @property
    def wide_start(self) -> int:
        """The cell of the screen that such a line begins in."""
        return self._columns.margin + self._columns.gutter

    def wide(self, line: Line) -> Line:
        """A line that runs over both columns."""
        return self._whole((*self._indent(), *line))

    def own_words(self, words: str) -> str:
        """Words of newsdiff with the signs that are wanted."""
        return words.translate(ASCII) if self._options.ascii else words

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
        by_hand = sum(1 for _ in self._by_hand(entry, side))
        return sum(map(len, wrapped)) + len(self._note(entry, side)) + by_hand

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
        for words in self._note(entry, side):
            yield (*self._indent(), Run(words, Tone.NOTE, side))
        for words in self._by_hand(entry, side):
            yield (*self._indent(), Run(words, Tone.BY_HAND))

    def _note(self, entry: Entry, side: Side) -> list[str]:
        """Where else a row is told, in as many lines as that takes."""
        if isinstance(entry, Fold) or not self._references.has_note(entry, side):
            return []
        note, leads = self._references.note(entry, side), self._references.leads
        width = self._columns.text - len(leads)
        if len(note) <= width:
            return [f"{leads}{note}"]
        first, *rest = (note[s.start : s.end] for s in wrap(note, width, characters))
        return [f"{leads}{first}", *(f"{' ' * len(leads)}{line}" for line in rest)]

    def _by_hand(self, entry: Entry, side: Side) -> Iterator[str]:
        """What a person said of the sentences of one side, line by line."""
        said = self._sheet.by_hand.lines(entry.sentences)
        one_for_both = stands_for_both(entry, self._options.view)
        for words in (*said.a, *said.b) if one_for_both else said[side]:
            text = visible(words)
            text = text.translate(ASCII) if self._options.ascii else text
            for start, end in wrap(text, self._columns.text, characters):
                yield text[start:end]

    def _indent(self) -> Line:
        return blank(self._columns.gutter)

    def _gap(self, entry: Entry, side: Side) -> Iterator[Line]:
        """What stands where a side has nothing: one word, so that absence is seen."""
        if entry.sentences[side] or entry.mark is Mark.NONE:
            return
        word = fit(f"{self._signs.dash} {_GAPS[entry.mark]}", self._columns.text)
        yield (*self._indent(), Run(word, Tone.GAP, side))

    def _gutter(self, entry: Entry, side: Side, sentence: int | None) -> Line:
        shared = stands_for_both(entry, self._options.view)
        mark = entry.sign if isinstance(entry, Fold) else entry.mark
        letter = self._signs.marks[mark] if shared else side.name
        number = "" if sentence is None else str(sentence + 1)
        width = self._columns.number
        colour = entry.mark.side
        sign, hand = self._signs.marks[mark], self._hand(entry)
        signed = f"{hand}{sign} " if width else f"{sign}{hand}"
        runs = (
            Run(
                letter.ljust(self._columns.letter), Tone.MARK, None if shared else side
            ),
            Run(number.rjust(width - 1), Tone.NUMBER, side),
            Run(signed, Tone.MARK, colour),
        )
        wanted = (self._columns.letter, width, True)
        return tuple(run for run, room in zip(runs, wanted, strict=True) if room)

    def _hand(self, entry: Entry) -> str:
        """The sign at the mark of a row of which a person said something."""
        name = (
            "" if isinstance(entry, Fold) else self._sheet.by_hand.sign(entry.sentences)
        )
        return self._signs.by_hand.get(name, " ")

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
