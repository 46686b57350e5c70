"""What a comparison shows at any width, worked out once."""

from __future__ import annotations

from functools import cache

from newsdiff.cells import wrap
from newsdiff.comparing import rows_of
from newsdiff.layout.folding import Entry, folded
from newsdiff.layout.tones import Tones
from newsdiff.model import Comparison, Pair, Side, Span


class Sheet:
    """Shared by all pages of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.tones = Tones(comparison)
        self._rows = cache(lambda order: rows_of(comparison, order))
        self._width = 0
        self._wrapped: Pair[dict[int, tuple[Span, ...]]] = Pair({}, {})

    def entries(self, order: Side, *, boilerplate: bool) -> tuple[Entry, ...]:
        """The rows in the order of one side, boilerplate spelt out or folded."""
        rows = self._rows(order)
        return rows if boilerplate else folded(rows, self.comparison.articles)

    def wrapped(self, side: Side, sentence: int, width: int) -> tuple[Span, ...]:
        """The lines of a sentence at `width` cells; those of one width are kept."""
        if width != self._width:
            self._width, self._wrapped = width, Pair({}, {})
        found = self._wrapped[side].get(sentence)
        if found is None:
            found = wrap(self.tones.texts[side][sentence], width)
            self._wrapped[side][sentence] = found
        return found
