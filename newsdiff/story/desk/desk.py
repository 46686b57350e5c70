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
from newsdiff.story.shares import MAX_PAIRS, MAX_WORK


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
    compare: Callable[[Article, Article], Comparison],
    tie: Callable[[Comparison], Ties],
) -> dict[tuple[int, int], Ties]:
    """What ties each pair, in list order, as far as the limits allow.

    Args:
        articles: All of the story.
        compare: What compares two of them.
        tie: What finds what ties them.
    """
    tied: dict[tuple[int, int], Ties] = {}
    work = 0
    for i, j in combinations(range(len(articles)), 2):
        work += articles[i].sentence_count * articles[j].sentence_count
        if len(tied) == MAX_PAIRS or (tied and work > MAX_WORK):
            break
        tied[i, j] = tie(compare(articles[i], articles[j]))
    return tied
