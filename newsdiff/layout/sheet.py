"""What a comparison shows at any width, worked out once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from newsdiff.comparing import Mark, Order, Row, rows_of
from newsdiff.comparing.cross_references import tells_earlier
from newsdiff.comparing.ranking import Ranking, rank
from newsdiff.layout.common_folds import common_folded, differing_places
from newsdiff.layout.folding import Entry, Folding, filtered, folded, places_of
from newsdiff.layout.haystack import Haystack
from newsdiff.layout.lines import LayoutOptions, View, shown
from newsdiff.layout.tones import Tones
from newsdiff.model import (
    Comparison,
    Fact,
    Pair,
    SentencePlace,
    Side,
    Span,
    Status,
)
from newsdiff.text.cells import characters
from newsdiff.text.wrapping import wrap
from newsdiff.wording.by_hand import ByHand
from newsdiff.wording.card import Group, groups_of

if TYPE_CHECKING:
    from newsdiff.layout.page import Page
    from newsdiff.story.shares import Summary

_FOLDINGS: Final = 8
"""Ways of folding whose entries are kept."""
_PAGES: Final = 12
"""Pages that are kept: going back to another view or order takes no time."""
_WIDTHS: Final = 4
"""Widths whose lines are kept: both views, with sentence numbers and without."""


class Sheet:
    """Shared by all pages of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.tones = Tones(comparison)
        self.by_hand = ByHand(comparison)
        """What a person said of its rows."""
        self._rows = cache(lambda order: rows_of(comparison, order))
        self._wrapped: dict[int, Pair[dict[int, tuple[Span, ...]]]] = {}
        self.heights = lru_cache(maxsize=_WIDTHS)(self._no_heights)
        """The heights of rows that are known for one order, view and width of text."""
        self.haystack = lru_cache(maxsize=1)(self._haystack)
        """What can be searched in one view and order."""
        self.counts = cache(
            lambda order: Counter(row.mark for row in self._rows(order))
        )
        """How many rows of each kind there are in one order."""
        self.entries = lru_cache(maxsize=_FOLDINGS)(self._entries)
        """The rows in one order, some of them folded."""
        self.page = lru_cache(maxsize=_PAGES)(self._page)
        """All lines for some options."""

    def _page(self, options: LayoutOptions) -> Page:
        from newsdiff.layout.page import Page

        return Page(self, options)

    def rows(self, order: Order) -> tuple[Row, ...]:
        """All rows in one order, nothing folded."""
        return self._rows(order)

    def _entries(
        self, order: Order, boilerplate: bool, how: Folding
    ) -> tuple[Entry, ...]:
        rows = self._rows(order)
        if how.only_with:
            return filtered(rows, how)
        entries: tuple[Entry, ...] = rows
        if not boilerplate or how.but:
            # What is looked for is open whether or not boilerplate is.
            but = how.but - how.shown if boilerplate else how.but | how.shown
            articles = self.comparison.articles
            entries = folded(rows, articles, but=but, closed=not boilerplate)
        return common_folded(entries, self._differing, how)

    @staticmethod
    def _no_heights(*_: object) -> dict[Pair[tuple[int, ...]], int]:
        return {}

    def _haystack(self, view: View, order: Order) -> Haystack:
        places = [
            (side, i)
            for row in self._rows(order)
            for side in shown(row, view)
            for i in row.sentences[side]
        ]
        return Haystack(places, [self.tones.texts[side][i] for side, i in places])

    @cached_property
    def fact_counts(self) -> Counter[Status]:
        """How many facts of each status there are."""
        return Counter(fact.status for fact in self.comparison.facts)

    @cached_property
    def summary(self) -> Summary:
        """What the tables of a story tell of the comparison."""
        from newsdiff.story.shares import Summary  # which only they need

        return Summary.of(self.comparison)

    @property
    def is_summed_up(self) -> bool:
        """Whether that is worked out already."""
        return "summary" in self.__dict__

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """What the card says."""
        return groups_of(self.comparison, self.ranking)

    @cached_property
    def ranking(self) -> Ranking:
        """The facts that both articles do not share, most telling first."""
        return rank(self.comparison)

    def is_noise(self, row: Row) -> bool:
        """Whether all that is known of a reworded row are trivial facts."""
        if row.mark is not Mark.REWORDED or not self._trivial:
            return False
        places = places_of(row)
        return bool(places & self._trivial) and not places & self._telling

    @cached_property
    def _telling(self) -> frozenset[SentencePlace]:
        return self._stating(self.ranking.telling)

    @cached_property
    def _trivial(self) -> frozenset[SentencePlace]:
        return self._stating(self.ranking.trivial)

    def _stating(self, facts: Iterable[Fact]) -> frozenset[SentencePlace]:
        """The sentences that state some facts."""
        articles = self.comparison.articles
        found = (
            (side, articles[side].sentence_at(span.start))
            for fact in facts
            for side in Side
            for span in fact.spans[side]
        )
        return frozenset((side, i) for side, i in found if i is not None)

    @cached_property
    def earlier(self) -> dict[tuple[int, int], bool]:
        """For every moved link, whether B tells it earlier than A."""
        return tells_earlier(self.comparison)

    @cached_property
    def _differing(self) -> frozenset[SentencePlace]:
        return differing_places(self.comparison)

    def wrapped(self, side: Side, sentence: int, width: int) -> tuple[Span, ...]:
        """The lines of a sentence at `width` cells; those of few widths are kept."""
        wrapped = self._wrapped.get(width)
        if wrapped is None:
            if len(self._wrapped) == _WIDTHS:
                del self._wrapped[next(iter(self._wrapped))]
            wrapped = self._wrapped[width] = Pair({}, {})
        found = wrapped[side].get(sentence)
        if found is None:
            found = wrap(self.tones.texts[side][sentence], width, characters)
            wrapped[side][sentence] = found
        return found
