"""Passages that say no more than a conflict does: what is told otherwise is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.analysis import AnalysedArticle
from newsdiff.english.events import events_of
from newsdiff.english.words import fold
from newsdiff.model import Fact, Pair, Side, Span

_FEWEST: Final = 4
"""Content words that a passage must have besides the conflict and what both tell."""


class Otherwise:
    """What both articles tell, if with other values.

    Args:
        articles: Both.
        conflicts: The facts that they tell otherwise.
    """

    def __init__(
        self, articles: Pair[AnalysedArticle], conflicts: Sequence[Fact]
    ) -> None:
        self._articles = articles
        self._places = Pair.each(
            lambda s: [(span, fact) for fact in conflicts for span in fact.spans[s]]
        )

    def tells(self, claim: Fact, side: Side) -> bool:
        """Whether a passage that one side has tells only what a conflict does."""
        over = [
            fact
            for claimed in claim.spans[side]
            for span, fact in self._places[side]
            if span.start < claimed.end and claimed.start < span.end
        ]
        if not over:
            return False
        told = self._words_opposite(over, side)
        differing = [span for fact in over for span in fact.spans[side]]
        left = 0
        article = self._articles[side]
        for span in claim.spans[side]:
            sentence = article.article.sentence_at(span.start)
            if sentence is None:
                continue
            for word in article.within(sentence, [span]):
                own = {word.root, *events_of(fold(article.words_at(word.span)))}
                inside = any(_overlap(word.span, d) for d in differing)
                left += not inside and own.isdisjoint(told)
        return left < _FEWEST

    def _words_opposite(self, conflicts: Sequence[Fact], side: Side) -> frozenset[str]:
        """Roots and events of the sentences that tell it otherwise."""
        other = self._articles[side.other]
        sentences = {
            other.article.sentence_at(span.start)
            for fact in conflicts
            for span in fact.spans[side.other]
        }
        found: set[str] = set()
        for sentence in sentences:
            if sentence is None:
                continue
            for word in other.content_of(sentence):
                found |= {word.root, *events_of(fold(other.words_at(word.span)))}
        return frozenset(found)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
