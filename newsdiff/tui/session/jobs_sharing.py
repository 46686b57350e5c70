"""What pairs of articles have in common: what is known of it, and how to find out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from newsdiff.log import compared, parsed
from newsdiff.model import Article, Comparison, Pair
from newsdiff.reading import Source
from newsdiff.story.shares import Summary
from newsdiff.tui.session.shelf import PairOf, ReadArticles, Shelf


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A pair to be compared, and what has been read of it."""

    pair: PairOf
    sources: Mapping[int, Source]
    """The sources of both, and of what is to be looked at with them, by place."""
    articles: Mapping[int, Article | None]
    """What has been read of them so far, by place."""

    @classmethod
    def of(cls, shelf: Shelf, pair: PairOf, besides: Iterable[int] = ()) -> Task:
        """What a worker needs, so that it does not touch the shelf."""
        places = [*pair, *besides]
        return cls(
            pair=pair,
            sources={place: shelf.sources[place] for place in places},
            articles={place: shelf.articles[place] for place in places},
        )

    def after(self, reading: ReadArticles) -> Task:
        """The same once more has been read."""
        read = {place: article for place, (_, article) in reading.articles.items()}
        return replace(self, articles={**self.articles, **read})


def known(shelf: Shelf, pair: PairOf) -> Summary | None:
    """What two different articles have in common, if that has been worked out."""
    low, high = sorted(pair)
    found = shelf.summaries.get((low, high))
    if found is None:
        for one in (Pair(low, high), Pair(high, low)):
            page = shelf.page(one)
            if page is not None:
                found = note(shelf, one, Summary.of(page.comparison))
    if found is None:
        return None
    return found if pair.a == low else found.swapped


def note(shelf: Shelf, pair: PairOf, summary: Summary) -> Summary:
    """Keeps what two articles have in common; returns it with the lower place as A."""
    low, high = sorted(pair)
    found = summary if pair.a == low else summary.swapped
    shelf.summaries[low, high] = found
    return found


def next_pair(
    shelf: Shelf, at: tuple[int, int], tried: Collection[PairOf]
) -> PairOf | None:
    """The pair to compare next: those of the articles a reader is at come first."""
    left = [p for p in shelf.pairs if p not in tried and not known(shelf, p)]
    return min(
        left, key=lambda pair: (_distance(pair, at), pair.a, pair.b), default=None
    )


def _distance(pair: PairOf, at: tuple[int, int]) -> int:
    return len(set(at) - set(pair))


def work_out(task: Task) -> tuple[ReadArticles, Comparison]:
    """Compares a pair, reading first what has not been read."""
    found = {}
    articles = []
    for place in task.pair:
        article = task.articles[place]
        if article is None:
            article = parsed(task.sources[place])
            found[place] = task.sources[place], article
        articles.append(article)
    a, b = articles
    return ReadArticles(found), compared(a, b)
