"""What is known of two articles, as the statements of a story need it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from newsdiff.model import Article, Fact, Side, Span, State
from newsdiff.story.shares import Compare, Summary

MOST_ARTICLES: Final = 16
"""Articles of one story that are told: more make 120 pairs and a page nobody reads."""


@dataclass(frozen=True, slots=True)
class PairTold:
    """What statements are made of."""

    facts: tuple[Fact, ...]
    trivial: frozenset[int]
    """Which of the facts hardly tell anything, by their places."""
    matched: tuple[tuple[int, int], ...]
    """Sentences of A and of B that tell the same, the surest first."""

    @classmethod
    def of(cls, summary: Summary) -> PairTold:
        """What of it is needed here."""
        carried = [
            (-carrier.score, i, carrier.sentence)
            for i, telling in enumerate(summary.tellings.a)
            for carrier in (telling.carriers if telling else ())
            if carrier.state is State.MATCHED
        ]
        return cls(
            facts=tuple(one.fact for one in summary.facts),
            trivial=frozenset(n for n, f in enumerate(summary.facts) if f.is_trivial),
            matched=tuple((i, j) for _, i, j in sorted(carried)),
        )


AllTold = Mapping[tuple[int, int], PairTold]
"""Two articles by their numbers, the lower one as A → what is known of them."""


def compare_all(
    articles: Sequence[Article], compare: Compare
) -> dict[tuple[int, int], Summary]:
    """What is kept of every pair of some articles.

    Args:
        articles: Those of one story.
        compare: What compares two of them; a pair of which it says None is left out.
    """
    return {
        (i, j): Summary.of(comparison)
        for i, j in combinations(range(len(articles)), 2)
        if (comparison := compare(articles[i], articles[j])) is not None
    }


def facts_seen_from(told: AllTold, article: int) -> Iterator[tuple[int, Fact, Side]]:
    """Every fact of an article's pairs: the other article, the fact, its own side."""
    for (a, b), pair in sorted(told.items()):
        if article in (a, b):
            side = Side.A if article == a else Side.B
            other = b if article == a else a
            for fact in pair.facts:
                yield other, fact, side


def trivial_places(told: AllTold, article: int) -> Iterator[Span]:
    """Where an article has what hardly tells anything."""
    for (a, b), pair in told.items():
        if article in (a, b):
            side = Side.A if article == a else Side.B
            for n in pair.trivial:
                yield from pair.facts[n].spans[side]


def overlap(one: Span, other: Span) -> bool:
    """Whether two places share a character."""
    return one.start < other.end and other.start < one.end
