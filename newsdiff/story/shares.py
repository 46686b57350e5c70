"""What the tables of a story keep of each pair of articles."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from newsdiff.model import Comparison, Fact, Kind, Pair, Status
from newsdiff.story.ledger import KINDS


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
        return cls(shares(comparison), tuple(facts))

    @property
    def swapped(self) -> Summary:
        """The same with the sides exchanged."""
        return Summary(self.shares.swapped, tuple(fact.swapped for fact in self.facts))


def shares(comparison: Comparison) -> Pair[Share]:
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
