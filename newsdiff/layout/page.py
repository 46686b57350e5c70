"""A comparison laid out at some width: heights at once, lines when asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from newsdiff.cancellation import cancellable
from newsdiff.comparing import Mark, Order, Row
from newsdiff.comparing.ranking import Ranking
from newsdiff.layout.card import Card, headlines_first
from newsdiff.layout.columns import Columns
from newsdiff.layout.folding import Entry, Fold, Folding, places_of
from newsdiff.layout.haystack import Haystack
from newsdiff.layout.lines import LayoutOptions, Line, View
from newsdiff.layout.ruler import Ruler, make_ruler
from newsdiff.layout.sheet import Sheet
from newsdiff.layout.tones import NO_SPOTS, Spots
from newsdiff.layout.typesetting import Typesetter
from newsdiff.model import Comparison, Pair, SentencePlace, Side, Status

if TYPE_CHECKING:
    from newsdiff.story.shares import Summary

_KEPT: Final = 512
"""Rows whose lines are kept: more than any screen shows."""
_SHORT: Final = 100
"""Rows of a comparison that is summed up before anybody could notice."""


class Page:
    """All lines of a comparison at one width. Built by `lay_out`."""

    def __init__(self, sheet: Sheet, options: LayoutOptions) -> None:
        self._sheet = sheet
        self.options = options
        rows = sheet.entries(options.order, options.boilerplate, options.folding)
        has_card = bool(rows) and not options.folding.only_with
        led = headlines_first(rows, sheet.comparison) if has_card else (rows, 0)
        self.rows, self.lead = led
        """What stands between two lines of air, every sentence in one of them; and how
        many of these stand over the card."""
        self.changes = tuple(
            r
            for r, row in enumerate(self.rows)
            if row.mark.is_change and not (isinstance(row, Row) and sheet.is_noise(row))
        )
        """The rows that a reader looking for differences wants to stop at."""
        self._places: Pair[dict[int, int]] = Pair({}, {})
        for r, row in enumerate(self.rows):
            for side in Side:
                self._places[side].update(dict.fromkeys(row.sentences[side], r))
        columns = Columns.of(sheet.comparison, options)
        self.room = columns.text
        """Cells of text in a column."""
        self._typesetter = Typesetter(sheet, options, columns, self._places)
        air = [*map(_air, pairwise(self.rows)), 0]
        heights = [
            self._typesetter.height(row) + below
            for row, below in zip(self.rows, air[: len(self.rows)], strict=True)
        ]
        self.card = self._card() if has_card else None
        """What stands at the top, below the headlines; None where rows are hidden."""
        self._tops = [*self._places_of(heights)]
        self.height = self._tops[-1]
        """Lines of the whole page."""
        self._row_lines = lru_cache(maxsize=_KEPT)(self._set)

    def _card(self) -> Card:
        sheet, setter, short = self._sheet, self._typesetter, self.options.short
        titled = self.lead > 0
        return Card(sheet.comparison, sheet.groups, setter, titled=titled, short=short)

    def _places_of(self, heights: Sequence[int]) -> Iterator[int]:
        """The first line of each row, and behind them the lines of the page."""
        top = 0
        for row, height in enumerate((*heights, 0)):
            if self.card and row == self.lead:
                top += self.card.height
            yield top
            top += height

    @property
    def card_end(self) -> int:
        """The first line behind the card; 0 where there is none."""
        return self._tops[self.lead] if self.card else 0

    @property
    def card_height(self) -> int:
        """How many lines the card takes."""
        return self.card.height if self.card else 0

    def in_card(self, y: int) -> int | None:
        """Which line of the card a line is; None for any other."""
        line = y - self.card_end + self.card_height
        return line if 0 <= line < self.card_height else None

    @property
    def comparison(self) -> Comparison:
        """What is laid out."""
        return self._sheet.comparison

    def again(self, options: LayoutOptions) -> Page:
        """The same comparison laid out in another way."""
        return self if options == self.options else self._sheet.page(options)

    def top(self, row: int) -> int:
        """The first line of a row; for the row after the last, the page's height."""
        return self._tops[row]

    def bottom(self, row: int) -> int:
        """The line behind the last one of a row."""
        behind = self.card_height if self.card and row + 1 == self.lead else 0
        return self._tops[row + 1] - behind

    def ruler(self, height: int, found: Collection[int] = ()) -> Ruler:
        """The whole page in so many cells; `found` are rows that are searched for."""
        return make_ruler([row.mark for row in self.rows], self._tops, height, found)

    def row_at(self, line: int) -> int:
        """The row that a line belongs to."""
        return max(0, min(bisect_right(self._tops, line), len(self.rows)) - 1)

    def row_of(self, side: Side, sentence: int) -> int:
        """The row a sentence stands in."""
        return self._places[side][sentence]

    @property
    def shown_as(self) -> tuple[View, Order]:
        """What decides which sentences are spelt out, and in which order."""
        return self.options.view, self.options.order

    @property
    def ranking(self) -> Ranking:
        """The facts that both articles do not share, most telling first."""
        return self._sheet.ranking

    def marked(self, mark: Mark) -> tuple[int, ...]:
        """The rows with some mark."""
        return tuple(r for r, row in enumerate(self.rows) if row.mark is mark)

    @property
    def counts(self) -> Counter[Mark]:
        """How many rows of each kind there are, folded or not."""
        return self._sheet.counts(self.options.order)

    @property
    def fact_counts(self) -> Counter[Status]:
        """How many facts of each status there are."""
        return self._sheet.fact_counts

    @cached_property
    def folded(self) -> Counter[Mark]:
        """How many of them are folded away; those that a filter hides do not count."""
        if self.options.folding.only_with:
            return Counter()
        return self.counts - Counter(r.mark for r in self.rows if isinstance(r, Row))

    @property
    def haystack(self) -> Haystack:
        """All sentences whose text can be shown, in reading order, folded or not."""
        return self._sheet.haystack(*self.shown_as)

    def toggled(self, row: int) -> Folding | None:
        """The folding with the fold that a row is, or could be part of, turned round.

        Returns:
            None where there is nothing to fold.
        """
        how, fold = self.options.folding, self._fold_of(row)
        if fold is None:
            return None
        places = places_of(fold)
        but = how.but - places if how.but & places else how.but | places
        return replace(how, but=but)

    def hidden(
        self, places: frozenset[SentencePlace], how: Folding
    ) -> frozenset[SentencePlace]:
        """Those of some sentences that a folding hides."""
        options = self.options
        entries = self._sheet.entries(options.order, options.boilerplate, how)
        folds = (places_of(entry) for entry in entries if isinstance(entry, Fold))
        return places & frozenset().union(*folds)

    def _fold_of(self, row: int) -> Fold | None:
        """The fold at a row: the row itself, or where it would be were all closed."""
        entry = self.rows[row]
        if isinstance(entry, Fold):
            return entry
        places = places_of(entry)
        how = replace(self.options.folding, common=True, but=frozenset())
        closed = self._sheet.entries(self.options.order, False, how)
        return next(
            (e for e in closed if isinstance(e, Fold) and places & places_of(e)), None
        )

    def line(self, y: int, spots: Spots = NO_SPOTS, found: Spots = NO_SPOTS) -> Line:
        """One line; its cells sum to exactly the width of the screen.

        Args:
            y: Which line.
            spots: Where the reader has been led to.
            found: Where the row has words that are searched for.
        """
        inside = self.in_card(y)
        if self.card and inside is not None:
            return self.card.line(inside)
        row = self.row_at(y)
        return self._row_lines(row, spots, found)[y - self._tops[row]]

    def prepare(self, first: int) -> None:
        """Does what takes longest of drawing rows, before anybody looks at them.

        Args:
            first: The row a reader is at; those below it come first.
        """
        for entry in cancellable((*self.rows[first:], *self.rows[:first])):
            if isinstance(entry, Row):
                self._sheet.tones.prepare(entry)
        for options in cancellable(self._one_key_away()):
            self._sheet.page(options)

    def _one_key_away(self) -> Iterator[LayoutOptions]:
        """How the same rows are shown after a key for order, view and the like."""
        now = self.options
        yield from (replace(now, order=one) for one in Order if one is not now.order)
        yield from (replace(now, view=one) for one in View if one is not now.view)
        yield replace(now, boilerplate=not now.boilerplate)
        yield replace(now, numbers=not now.numbers)
        how = replace(now.folding, common=not now.folding.common)
        yield replace(now, folding=how)

    def sum_up(self) -> Summary:
        """What the tables of a story tell of the comparison: takes long."""
        return self._sheet.summary

    @property
    def is_summed_up(self) -> bool:
        """Whether that takes no time: it is known, or the texts are short."""
        return self._sheet.is_summed_up or len(self.rows) <= _SHORT

    def is_air(self, y: int) -> bool:
        """Whether a line is the empty one behind a row, or one of the card."""
        row = self.row_at(y)
        if y < self._tops[row] or y >= self.bottom(row):
            return True
        return y == self.bottom(row) - 1 and self._has_air(row)

    def heading(self, texts: Pair[Line], *, letters: bool = True) -> tuple[Line, ...]:
        """A line of text for each side, set over its column or below each other.

        Args:
            texts: What to set; cut where it is too long.
            letters: Whether "A" and "B" stand in front.
        """
        return self._typesetter.headed(texts, letters=letters)

    def _has_air(self, row: int) -> bool:
        following = self.rows[row + 1 : row + 2]
        return bool(following) and bool(_air((self.rows[row], following[0])))

    def _set(self, row: int, spots: Spots, found: Spots) -> tuple[Line, ...]:
        lines = list(self._typesetter.lines(self.rows[row], spots, found))
        return (*lines, self._typesetter.empty()) if self._has_air(row) else (*lines,)


def _air(entries: tuple[Entry, Entry]) -> int:
    """An empty line behind a row, but not in boilerplate, nor where rows are hidden."""
    if any(isinstance(entry, Fold) and entry.is_filter for entry in entries):
        return 0
    return 0 if all(entry.mark is Mark.NONE for entry in entries) else 1


def lay_out(comparison: Comparison, options: LayoutOptions) -> Page:
    """A comparison laid out at one width."""
    return Sheet(comparison).page(options)
