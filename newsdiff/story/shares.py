"""What the tables of a story keep of each pair of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Final

from newsdiff.comparing.ranking import Importance, importance, is_trivial
from newsdiff.model import (
    MEASURED,
    Article,
    Comparison,
    Fact,
    Kind,
    Pair,
    Status,
    Thresholds,
)
from newsdiff.story.common_text import NOTHING_COMMON, CommonText, common_text_of
from newsdiff.story.telling import Tellings, tellings_of

MAX_PAIRS: Final = 120
"""Pairs compared for one list: those of 16 articles."""
MAX_WORK: Final = 1_000_000
"""Pairs of sentences compared for one list; the first pair is compared whatever it
costs, as it would be if it had been asked for."""

Compare = Callable[[Article, Article], Comparison | None]
"""What compares two articles; None where that failed."""


@dataclass(frozen=True, slots=True)
class Share:
    """The facts of one article that another one has too.

    Facts here are names, places, numbers, dates, quotations and what else has a value
    of its own. Claims are left out: the ledger lists those of one article alone, never
    those of both, so that they have no share.
    """

    common: int
    """Facts that both have with the same value."""
    facts: int
    """Facts of the article; one told with another value counts here, not above."""
    linked: float
    """Share of its compared sentences that have a link, 0..1."""

    @property
    def part(self) -> float | None:
        """The facts in common as a share of all, 0..1; None without facts."""
        return self.common / self.facts if self.facts else None


@dataclass(frozen=True, slots=True)
class WeighedFact:
    """A fact of a pair and how much it tells, known from both texts."""

    fact: Fact
    weight: Importance
    """The least tells most."""
    is_trivial: bool

    @property
    def swapped(self) -> WeighedFact:
        """The same with the sides exchanged."""
        return WeighedFact(self.fact.swapped, self.weight, self.is_trivial)


@dataclass(frozen=True, slots=True)
class Summary:
    """A comparison without its texts."""

    shares: Pair[Share]
    facts: tuple[WeighedFact, ...]
    tellings: Pair[Tellings]
    """What the other article tells of each sentence of a side."""
    common_text: CommonText = NOTHING_COMMON
    """What both have word for word."""
    thresholds: Thresholds = MEASURED
    """From where on links were made."""

    @classmethod
    def of(cls, comparison: Comparison) -> Summary:
        """What is kept of a comparison."""
        facts = (
            WeighedFact(
                fact, importance(comparison, fact), _is_trivial(comparison, fact)
            )
            for fact in comparison.facts
        )
        return cls(
            shares=shares_of(comparison),
            facts=tuple(facts),
            tellings=Pair.each(lambda side: tellings_of(comparison, side)),
            common_text=common_text_of(comparison.articles),
            thresholds=comparison.thresholds,
        )

    @property
    def swapped(self) -> Summary:
        """The same with the sides exchanged."""
        facts = tuple(one.swapped for one in self.facts)
        return Summary(
            self.shares.swapped,
            facts,
            self.tellings.swapped,
            self.common_text.swapped,
            self.thresholds,
        )


def _is_trivial(comparison: Comparison, fact: Fact) -> bool:
    """Whether a fact tells hardly anything, told by both or by one.

    What both tell is looked at as if the other article were empty: "Russia" is a
    country whoever names it.
    """
    if fact.status is Status.BOTH:
        blank = replace(comparison.articles.b, text="", sentences=())
        alone = replace(comparison, articles=Pair(comparison.articles.a, blank))
        return is_trivial(alone, replace(fact, status=Status.ONLY_A))
    return is_trivial(comparison, fact)


def shares_of(comparison: Comparison) -> Pair[Share]:
    """What each of two articles has in common with the other."""
    numbers = Counter(f.status for f in comparison.facts if f.kind is not Kind.CLAIM)
    common = numbers[Status.BOTH]
    return Pair.each(
        lambda side: Share(
            common,
            common + numbers[Status.CONFLICT] + numbers[side.only],
            comparison.linked_share[side],
        )
    )


def summarise(
    articles: Sequence[Article], compare: Compare
) -> dict[tuple[int, int], Summary]:
    """What is kept of every pair, in list order, as far as the limits allow.

    Of each pair no more is kept: so a hundred articles take little memory.

    Args:
        articles: All of the story.
        compare: What compares two of them; a pair of which it says None is left out.
    """
    summaries: dict[tuple[int, int], Summary] = {}
    work = 0
    pairs = combinations(range(len(articles)), 2)
    for tried, (i, j) in enumerate(pairs):
        work += articles[i].sentence_count * articles[j].sentence_count
        if tried == MAX_PAIRS or (tried and work > MAX_WORK):
            break
        if (comparison := compare(articles[i], articles[j])) is not None:
            summaries[i, j] = Summary.of(comparison)
    return summaries
