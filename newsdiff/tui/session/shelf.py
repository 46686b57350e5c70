"""The articles that are open and the comparisons made of them so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import PurePath
from typing import TYPE_CHECKING

from newsdiff.config import Settings
from newsdiff.model import Article, Pair, Side
from newsdiff.reading import Source, unique_labels
from newsdiff.tui.session.listing import Sorting, in_order
from newsdiff.tui.session.memory import Bookmark

if TYPE_CHECKING:
    from newsdiff.layout import Page
    from newsdiff.story.shares import Summary

PairOf = Pair[int]
"""Two articles by their places on the shelf."""


@dataclass(frozen=True, slots=True)
class ReadArticles:
    """What came of reading in the background."""

    articles: dict[int, tuple[Source, Article]]
    """Articles read anew, by place."""
    notices: tuple[str, ...] = ()
    """What a person must know of it, a sentence each."""


class Shelf:
    """Only the screen's own thread changes it; background work hands in results.

    An article keeps its place, the number it was given as; the list may show another
    order.
    """

    def __init__(
        self, sources: Sequence[Source], settings: Settings | None = None
    ) -> None:
        self.sources = list(sources)
        self.settings = settings or Settings()
        """How the person wants to see them."""
        self.bookmark = Bookmark()
        """Where she was when she left."""
        self.articles: list[Article | None] = [None] * len(self.sources)
        self._pages: dict[tuple[int, int], Page] = {}
        self.summaries: dict[tuple[int, int], Summary] = {}
        """What is known of pairs, the lower place first."""
        self.order = list(range(len(self.sources)))
        """The places in list order."""
        self.changes = 0
        """How often an article has been put in."""

    def __len__(self) -> int:
        return len(self.sources)

    @property
    def is_sample(self) -> bool:
        """Whether this is the story that comes with newsdiff: it has no files."""
        return all(s.stamp is None and s.given != "-" for s in self.sources)

    def put(self, place: int, source: Source, article: Article) -> None:
        """Keeps an article; what was compared with an older reading is forgotten."""
        self.changes += 1
        self.sources[place], self.articles[place] = source, article
        known = [(i, a) for i, a in enumerate(self.articles) if a is not None]
        for (i, _), renamed in zip(
            known, unique_labels([a for _, a in known]), strict=True
        ):
            self.articles[i] = renamed
        self.sort(self.bookmark.sorting)
        self._pages = {
            pair: page for pair, page in self._pages.items() if place not in pair
        }
        self.summaries = {p: s for p, s in self.summaries.items() if place not in p}

    def take(self, reading: ReadArticles) -> None:
        """Keeps articles read on the way, but for those that were read meanwhile."""
        for place, (source, article) in reading.articles.items():
            if self.articles[place] is None:
                self.put(place, source, article)

    def sort(self, sorting: Sorting) -> None:
        """Puts the list in another order."""
        self.bookmark.sorting = sorting
        self.order = in_order(self.articles, sorting)

    def forget(self, pair: PairOf | None) -> None:
        """Makes the next look at a pair compare it anew; None for all pairs."""
        if pair is None:
            self._pages.clear()
        else:
            self._pages.pop((pair.a, pair.b), None)

    def page(self, pair: PairOf) -> Page | None:
        """What was shown of a pair, if it has been compared."""
        return self._pages.get((pair.a, pair.b))

    def keep(self, pair: PairOf, page: Page) -> None:
        """Keeps what is shown of a pair for the next time, unless it is outdated."""
        if self.has(zip(pair, page.comparison.articles, strict=True)):
            self._pages[pair.a, pair.b] = page

    def summary(self, pair: PairOf) -> Summary | None:
        """What two different articles have in common, if that has been worked out."""
        low, high = sorted(pair)
        if (low, high) not in self.summaries:
            self._sum_up(Pair(low, high))
        summary = self.summaries.get((low, high))
        return summary.swapped if summary and pair.a != low else summary

    def keep_summary(self, pair: PairOf, summary: Summary) -> None:
        """Keeps what two articles have in common."""
        low, high = sorted(pair)
        self.summaries[low, high] = summary if pair.a == low else summary.swapped

    def _sum_up(self, pair: PairOf) -> None:
        """Keeps what a pair has in common if it has been shown, either way round."""
        for one in (pair, pair.swapped):
            if (page := self.page(one)) is not None:
                from newsdiff.story.shares import Summary

                self.keep_summary(one, Summary.of(page.comparison))

    def has(self, readings: Iterable[tuple[int, Article]]) -> bool:
        """Whether articles, each with its place, are what was read last."""
        return all(
            (latest := self.articles[place]) is not None and latest.text == article.text
            for place, article in readings
        )

    def label(self, place: int) -> str:
        """What an article is called; before it has been read, as its file is."""
        article, given = self.articles[place], self.sources[place].given
        return article.label if article else PurePath(given).stem or given

    @property
    def pairs(self) -> list[PairOf]:
        """All pairs in list order: (1, 2), (1, 3), and so on."""
        return [Pair(a, b) for a, b in combinations(self.order, 2)]

    def number(self, pair: PairOf) -> int:
        """Which pair this is, from 1, whichever side is A."""
        return self.pairs.index(Pair(*sorted(pair, key=self.order.index))) + 1

    def neighbour(self, pair: PairOf, step: int) -> PairOf:
        """The pair `step` places on, around the end."""
        pairs = self.pairs
        return pairs[(self.number(pair) - 1 + step) % len(pairs)]

    def onward(self, place: int, step: int = 1) -> list[int]:
        """The other articles from one on, around the end; back for a step of -1."""
        at = self.order.index(place)
        others = self.order[at + 1 :] + self.order[:at]
        return others[::step]

    def leaf(self, pair: PairOf, side: Side) -> PairOf:
        """The pair with the next article on one side; the other side stays."""
        kept = pair[side.other]
        place = next((i for i in self.onward(pair[side]) if i != kept), pair[side])
        return Pair.on(side, place, kept)
