"""Reading and comparing as the reader and the commands do it: with a line in the log.

Both work through an `Engine`, and tests put another in its place. What a method needs
is loaded when it is first called: the list of articles is drawn before anything that
compares them.
"""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from newsdiff.log import note

if TYPE_CHECKING:
    from newsdiff.aligning.claims import FoundClaim
    from newsdiff.aligning.explaining import Explanation, NotCompared
    from newsdiff.model import Article, Comparison, Pair
    from newsdiff.reading import Source


class Engine:
    """What can be asked of articles; safe to be asked from several threads."""

    def read(self, source: Source) -> Article:
        """The article in a source that has been read."""
        from newsdiff.reading import parse

        started = perf_counter()
        article = parse(source)
        size = article.sentence_count, article.word_count
        note(
            "read %s: %d sentences, %d words, %.0f ms",
            source.given,
            *size,
            _ms(started),
        )
        for sentence in article.notes:
            note("note: %s", sentence)
        return article

    def compare(self, a: Article, b: Article) -> Comparison:
        """Everything newsdiff says about two articles."""
        from newsdiff.comparing import compare

        started = perf_counter()
        comparison = compare(a, b)
        sizes = len(comparison.links), len(comparison.facts)
        note(
            "compared %s, %s: %d links, %d facts, %.0f ms",
            a.source,
            b.source,
            *sizes,
            _ms(started),
        )
        return comparison

    def explain(
        self, articles: Pair[Article], a: int, b: int
    ) -> Explanation | NotCompared:
        """Why a sentence of A and a sentence of B are linked or not.

        Raises:
            UsageError: There is no such sentence.
        """
        from newsdiff.aligning.explaining import explain

        return explain(articles, a, b)

    def find_claim(self, article: Article, claim: str) -> FoundClaim:
        """Whether an article states a claim."""
        from newsdiff.aligning.claims import claim_in

        return claim_in(article, claim)

    def warm_up(self) -> None:
        """Loads every table, so that the first comparison is as quick as the next."""
        from newsdiff.comparing.comparer import warm_up

        warm_up()


def _ms(started: float) -> float:
    """Milliseconds since then."""
    return (perf_counter() - started) * 1000
