"""What a comparison shows at any width, worked out once."""

from __future__ import annotations

from collections import Counter
from functools import cache, cached_property, lru_cache
from typing import Final

from newsdiff.comparing import Mark, Row, rows_of
from newsdiff.comparing.cross_references import tells_earlier
from newsdiff.layout.common_folds import common_folded, differing_places
from newsdiff.layout.folding import Entry, Folding, filtered, folded
from newsdiff.layout.haystack import Haystack
from newsdiff.layout.lines import View, shown
from newsdiff.layout.tones import Tones
from newsdiff.model import Comparison, Pair, SentencePlace, Side, Span
from newsdiff.text.cells import characters
from newsdiff.text.wrapping import wrap

_FOLDINGS: Final = 8
"""Ways of folding whose entries are kept."""
_WIDTHS: Final = 4
"""Widths whose lines are kept: both views, with sentence numbers and without."""


class Sheet:
    """Shared by all pages of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.tones = Tones(comparison)
        self._rows = cache(lambda order: rows_of(comparison, order))
        self._wrapped: dict[int, Pair[dict[int, tuple[Span, ...]]]] = {}
        self.heights = lru_cache(maxsize=_WIDTHS)(self._no_heights)
        """The heights of rows that are known for one order, view and width of text."""
        self.haystack = lru_cache(maxsize=1)(self._haystack)
        """What can be searched in one view and order."""
        self.entries = lru_cache(maxsize=_FOLDINGS)(self._entries)
        """The rows in the order of one side, some of them folded."""

    def rows(self, order: Side) -> tuple[Row, ...]:
        """All rows in the order of one side, nothing folded."""
        return self._rows(order)

    @cached_property
    def counts(self) -> Counter[Mark]:
        """How many rows of each kind there are."""
        return Counter(row.mark for row in self._rows(Side.A))

    def _entries(
        self, order: Side, boilerplate: bool, how: Folding
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

    def _haystack(self, view: View, order: Side) -> Haystack:
        places = [
            (side, i)
            for row in self._rows(order)
            for side in shown(row, view)
            for i in row.sentences[side]
        ]
        return Haystack(places, [self.tones.texts[side][i] for side, i in places])

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
