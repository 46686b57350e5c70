"""The three tables of the desk, from what ties the articles of a story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from newsdiff.model import Article, Comparison
from newsdiff.story.desk.quotations import QuoteRow, Tied, list_quotations
from newsdiff.story.desk.sources import SourceRow, join_sources, list_sources
from newsdiff.story.desk.ties import Ties
from newsdiff.story.desk.timeline import TimeRow, list_times
from newsdiff.story.shares import MAX_PAIRS, MAX_WORK, Compare


@dataclass(frozen=True, slots=True)
class Desk:
    """What the articles of a story quote, whom they cite, and when things were."""

    quotations: tuple[QuoteRow, ...]
    sources: tuple[SourceRow, ...]
    times: tuple[TimeRow, ...]


def make_desk(tied: Tied) -> Desk:
    """The desk, as far as the articles have been compared."""
    sources = join_sources(tied)
    return Desk(
        quotations=tuple(list_quotations(tied, sources)),
        sources=tuple(list_sources(tied, sources)),
        times=tuple(list_times(tied)),
    )


def tie_all(
    articles: Sequence[Article],
    compare: Compare,
    tie: Callable[[Comparison], Ties | None],
) -> dict[tuple[int, int], Ties]:
    """What ties each pair, in list order, as far as the limits allow.

    Args:
        articles: All of the story.
        compare: What compares two of them.
        tie: What finds what ties them; a pair of which either says None is left out.
    """
    tied: dict[tuple[int, int], Ties] = {}
    work = 0
    pairs = combinations(range(len(articles)), 2)
    for tried, (i, j) in enumerate(pairs):
        work += articles[i].sentence_count * articles[j].sentence_count
        if tried == MAX_PAIRS or (tried and work > MAX_WORK):
            break
        comparison = compare(articles[i], articles[j])
        if comparison is not None and (ties := tie(comparison)) is not None:
            tied[i, j] = ties
    return tied
