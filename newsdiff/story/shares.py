"""What the tables of a story keep of each pair of articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from newsdiff.model import Article, Comparison, Fact, Kind, Pair, Status
from newsdiff.story.ledger import KINDS

MAX_PAIRS: Final = 120
"""Pairs compared for one list: those of 16 articles."""
MAX_WORK: Final = 1_000_000
"""Pairs of sentences compared for one list; the first pair is compared whatever it
costs, as it would be if it had been asked for."""


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
class Summary:
    """A comparison without its texts and links."""

    shares: Pair[Share]
    facts: tuple[Fact, ...]
    """Those that a ledger of the story lists."""

    @classmethod
    def of(cls, comparison: Comparison) -> Summary:
        """What is kept of a comparison."""
        facts = (fact for fact in comparison.facts if fact.kind in KINDS)
        return cls(shares_of(comparison), tuple(facts))

    @property
    def swapped(self) -> Summary:
        """The same with the sides exchanged."""
        return Summary(self.shares.swapped, tuple(fact.swapped for fact in self.facts))


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
    articles: Sequence[Article], compare: Callable[[Article, Article], Comparison]
) -> dict[tuple[int, int], Summary]:
    """What is kept of every pair, in list order, as far as the limits allow.

    Of each pair no more is kept: so a hundred articles take little memory.

    Args:
        articles: All of the story.
        compare: What compares two of them.
    """
    summaries: dict[tuple[int, int], Summary] = {}
    work = 0
    for i, j in combinations(range(len(articles)), 2):
        work += articles[i].sentence_count * articles[j].sentence_count
        if len(summaries) == MAX_PAIRS or (summaries and work > MAX_WORK):
            break
        summaries[i, j] = Summary.of(compare(articles[i], articles[j]))
    return summaries
