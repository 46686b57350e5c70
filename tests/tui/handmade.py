"""An engine whose comparisons are made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from newsdiff.aligning.claims import FoundClaim, find_claim_in
from newsdiff.analysis import analyse
from newsdiff.engine import Engine
from newsdiff.model import Article, Comparison, Fact, Link, Pair, State, Status
from newsdiff.reading import Source
from newsdiff.story.desk.ties import Ties, tie

_OTHER_WAY = {Status.ONLY_A: Status.ONLY_B, Status.ONLY_B: Status.ONLY_A}


class HandMade(Engine):
    """Gives the comparisons it was given; of other articles it links what reads alike.

    Args:
        comparisons: Each is given the other way round too.
    """

    def __init__(self, *comparisons: Comparison) -> None:
        super().__init__()
        self.before_reading: Callable[[Source], object] = lambda _: None
        """What is to happen, in the worker, before each article is read."""
        self.before_preparing: Callable[[Article], object] = lambda _: None
        """What is to happen, in the worker, in the place of preparing an article."""
        self.before: Callable[[], object] = lambda: None
        """What is to happen, in the worker, before each comparison or search."""
        self._made: dict[Pair[str], Comparison] = {}
        for comparison in comparisons:
            self.put(comparison)

    def put(self, comparison: Comparison) -> None:
        """Gives this comparison from now on."""
        for one in (comparison, mirrored(comparison)):
            self._made[one.articles.map(lambda article: article.text)] = one

    def read(self, source: Source) -> Article:
        self.before_reading(source)
        return super().read(source)

    def compare(self, a: Article, b: Article) -> Comparison:
        self.before()
        made = self._made.get(Pair(a.text, b.text)) or equal_sentences(a, b)
        return self.corrections.corrected(made)

    def tie(self, comparison: Comparison) -> Ties:
        return tie(comparison.articles.map(analyse), comparison.links, comparison.facts)

    def find_claim(self, article: Article, claim: str) -> FoundClaim:
        self.before()
        return find_claim_in(article, claim, None)

    def warm_up(self) -> None:
        """Has nothing to load."""

    def prepare(self, article: Article) -> None:
        self.before_preparing(article)


def equal_sentences(a: Article, b: Article) -> Comparison:
    """A comparison that links what reads the same and nothing else."""
    there = {b.words_of(j): j for j in range(len(b.sentences))}
    links = tuple(
        Link(a=i, b=there[words], state=State.MATCHED, score=1.0)
        for i in range(len(a.sentences))
        if (words := a.words_of(i)) in there and a.sentences[i].role.compared
    )
    return Comparison(
        articles=Pair(a, b),
        links=links,
        nearest=Pair((None,) * len(a.sentences), (None,) * len(b.sentences)),
        facts=(),
    )


def mirrored(comparison: Comparison) -> Comparison:
    """The same comparison with B as A."""

    def fact(old: Fact) -> Fact:
        return replace(
            old,
            status=_OTHER_WAY.get(old.status, old.status),
            value=old.value.swapped,
            resolved=old.resolved.swapped,
            spans=old.spans.swapped,
        )

    return replace(
        comparison,
        articles=comparison.articles.swapped,
        links=tuple(link.swapped for link in comparison.links),
        nearest=comparison.nearest.swapped,
        facts=tuple(map(fact, comparison.facts)),
    )
