"""Reading and comparing as the reader and the commands do it: with a line in the log.

Both work through an `Engine`, and tests put another in its place. It keeps what is
known of the last articles, so that one that is compared with many others is analysed
once. What a method needs is loaded when it is first called: the list of articles is
drawn before anything that compares them.
"""

from __future__ import annotations

import gc
from collections import OrderedDict
from contextlib import contextmanager
from threading import Lock
from time import perf_counter
from typing import TYPE_CHECKING, Final

from newsdiff.log import note

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdiff.aligning.claims import FoundClaim
    from newsdiff.aligning.explaining import Explanation, NotCompared
    from newsdiff.analysis import AnalysedArticle
    from newsdiff.model import Article, Comparison, Pair
    from newsdiff.reading import Source

MAX_KEPT: Final = 64
"""Articles of which is kept what is known of them."""


class Engine:
    """What can be asked of articles; safe to be asked from several threads."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Article, AnalysedArticle] = OrderedDict()
        """The article asked for last comes last."""
        self._lock = Lock()

    def read(self, source: Source) -> Article:
        """The article in a source that has been read."""
        from newsdiff.reading import parse

        started = perf_counter()
        article = parse(source)
        size = article.sentence_count, article.word_count
        took = _ms(started)
        note("read %s: %d sentences, %d words, %.0f ms", source.given, *size, took)
        for sentence in article.notes:
            note("note: %s", sentence)
        return article

    def compare(self, a: Article, b: Article) -> Comparison:
        """Everything newsdiff says about two articles."""
        from newsdiff.comparing import compare_analysed
        from newsdiff.model import Pair

        started = perf_counter()
        with _collector_paused():
            comparison = compare_analysed(Pair(a, b).map(self._analysed))
        paths, took = (a.source, b.source), _ms(started)
        sizes = len(comparison.links), len(comparison.facts)
        note("compared %s, %s: %d links, %d facts, %.0f ms", *paths, *sizes, took)
        return comparison

    def explain(
        self, articles: Pair[Article], a: int, b: int
    ) -> Explanation | NotCompared:
        """Why a sentence of A and a sentence of B are linked or not.

        Raises:
            UsageError: There is no such sentence.
        """
        from newsdiff.aligning.explaining import explain
        from newsdiff.model import Pair

        known, terms = articles.map(self._known), None
        if known.a and known.b:  # to analyse them for this alone would take longer
            terms = Pair(known.a, known.b).map(lambda one: one.terms)
        return explain(articles, a, b, terms=terms)

    def find_claim(self, article: Article, claim: str) -> FoundClaim:
        """Whether an article states a claim."""
        from newsdiff.aligning.claims import find_claim_in

        return find_claim_in(article, claim)

    def warm_up(self) -> None:
        """Loads every table, so that the first comparison is as quick as the next."""
        from newsdiff.comparing import compare
        from newsdiff.reading import read_text

        article = read_text("Anna Berg of Oslo said so on 5 May.", source="-")
        with _collector_paused():
            compare(article, article)

    def _analysed(self, article: Article) -> AnalysedArticle:
        """What is known of an article; two threads may both find it out."""
        from newsdiff.analysis import analyse

        known = self._known(article)
        if known is None:
            known = analyse(article)
            with self._lock:
                self._kept[article] = known
                if len(self._kept) > MAX_KEPT:
                    self._kept.popitem(last=False)
        return known

    def _known(self, article: Article) -> AnalysedArticle | None:
        """What is known of an article already."""
        with self._lock:
            known = self._kept.get(article)
            if known is not None:
                self._kept.move_to_end(article)
            return known


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Looks for no garbage in cycles: a comparison makes none, but many objects."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _ms(started: float) -> float:
    """Milliseconds since then."""
    return (perf_counter() - started) * 1000
