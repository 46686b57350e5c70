"""The articles that are open and the comparisons made of them so far."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from newsdiff.config import Settings
from newsdiff.gathering import PASTED, is_address
from newsdiff.model import Article, Pair, Side
from newsdiff.reading import Source
from newsdiff.reading.labels import Labels
from newsdiff.tui.session.groups import Groups
from newsdiff.tui.session.listing import Listed, Sorting, in_order
from newsdiff.tui.session.memory import Bookmark
from newsdiff.tui.session.searching import Texts

if TYPE_CHECKING:
    from newsdiff.layout import Page
    from newsdiff.reading.glancing import Glance
    from newsdiff.story.desk.ties import Ties
    from newsdiff.story.shares import Summary

KEPT: Final = 200
"""Articles that are kept whole, of those that can be read again."""
PairOf = Pair[int]
"""Two articles by their places on the shelf."""


@dataclass(frozen=True, slots=True)
class ReadArticles:
    """What came of reading in the background."""

    articles: dict[int, tuple[Source, Article]]
    """Articles read anew, by place."""
    notices: tuple[str, ...] = ()
    """What a person must know of it, a sentence each."""
    judged: int = 0
    """By which of a person's judgements pairs were compared: `Shelf.judged` then."""
    again: Mapping[int, Article] = field(default_factory=dict)
    """Articles that had been put away, by place."""


class Articles:
    """The articles looked at last; a worker reads those again that were put away."""

    def __init__(self) -> None:
        self._fixed: dict[int, Article] = {}
        """Those that cannot be read again: pasted, fetched, of the sample."""
        self._last: OrderedDict[int, Article] = OrderedDict()

    def keep(self, place: int, article: Article, *, again: bool) -> None:
        """Keeps an article, as long as it can be read again only for a while."""
        if not again:
            self._fixed[place] = article
            return
        self._last[place] = article
        self._last.move_to_end(place)
        if len(self._last) > KEPT:
            self._last.popitem(last=False)

    def kept(self, place: int) -> Article | None:
        """The article at a place; None where it was put away, or has not been read."""
        return self._fixed.get(place) or self._last.get(place)


def _mark(article: Article) -> int:
    """A number that another text, or another choice of sentences, has not."""
    return hash((article.text, article.sentences))


def emptied(source: Source) -> Source:
    """A source without its text, which its file has."""
    return replace(source, text="", blocks=())


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
        self.remembered: Callable[[Sequence[Source]], Bookmark] = lambda _: Bookmark()
        """What is known of where a story was left."""
        self.listed: list[Listed | None] = [None] * len(self.sources)
        """What is told of each; None for what has not been read."""
        self.glances: dict[int, Glance] = {}
        """What is known of some before they are read."""
        self.articles = Articles()
        self.texts = Texts()
        """What can be searched without reading anything again."""
        self._marks: dict[int, int] = {}
        """By which each is known once it has been put away."""
        self.readings = [0] * len(self.sources)
        """How often each has been read."""
        self._labels = Labels()
        self._pages: dict[tuple[int, int], Page] = {}
        self.summaries: dict[tuple[int, int], Summary] = {}
        """What is known of pairs, the lower place first."""
        self.ties: dict[tuple[int, int], Ties] = {}
        """What pairs have in common of quotations, sources and times, alike."""
        self._order: list[int] | None = None
        self.groups: Groups | None = None
        """Which of them tell of one event; None until that is known."""
        self.legend_gone = True
        """Whether what the marks say has been put away; so where nothing is kept."""
        self.corrections: list[dict[str, Any]] = []
        """What a person has said of that, as plain data."""
        self.changes = 0
        """How often an article has been put in."""
        self.judged = 0
        """How often a person has corrected a pair, or moved thresholds."""

    def __len__(self) -> int:
        return len(self.sources)

    def recall(self) -> Pair[int] | None:
        """Now that more has been opened: the pair at which these articles were left.

        Returns:
            None where it is not known, or something was done with them meanwhile.
        """
        if self.bookmark != Bookmark():
            return None
        self.bookmark = self.remembered(self.sources)
        self._order = None
        return self.bookmark.pair

    @property
    def is_sample(self) -> bool:
        """Whether this is the story that comes with newsdiff: it has no files."""
        return all(
            s.stamp is None and s.given not in ("-", PASTED) and not is_address(s.given)
            for s in self.sources
        )

    @property
    def order(self) -> list[int]:
        """The places in list order."""
        if self._order is None:
            self._order = in_order(self.listed, self.bookmark.sorting)
        return self._order

    def add(self, source: Source, article: Article) -> int:
        """Keeps an article that has been opened since; returns its place."""
        self.sources.append(source)
        self.listed.append(None)
        self.readings.append(0)
        self.put(len(self.sources) - 1, source, article)
        return len(self.sources) - 1

    def put(self, place: int, source: Source, article: Article) -> None:
        """Keeps an article; what was compared with an older reading is forgotten."""
        self.changes += 1
        self.readings[place] += 1
        before = self.listed[place]
        label = self._labels.given(article.label, before.label if before else None)
        named = replace(article, label=label)
        self.listed[place] = Listed.of(named)
        self.texts.put(place, named.text)
        self.articles.keep(place, named, again=source.stamp is not None)
        self._marks[place] = _mark(named)
        # What can be read again need not be kept twice.
        self.sources[place] = source if source.stamp is None else emptied(source)
        self._order = None
        self._pages = {
            pair: page for pair, page in self._pages.items() if place not in pair
        }
        self.summaries = {p: s for p, s in self.summaries.items() if place not in p}
        self.ties = {p: t for p, t in self.ties.items() if place not in p}

    @property
    def unread(self) -> bool:
        """Whether there are articles that have not been read."""
        return None in self.listed

    def is_away(self, place: int) -> bool:
        """Whether an article has been read, and would have to be read again."""
        return self.listed[place] is not None and self.articles.kept(place) is None

    def restore(self, articles: Mapping[int, Article]) -> None:
        """Keeps articles that had been put away, unless they are here by now."""
        for place, article in articles.items():
            if self.is_away(place):
                self.articles.keep(place, article, again=True)
                self._marks[place] = _mark(article)

    def take(self, reading: ReadArticles) -> None:
        """Keeps articles read on the way, but for those that were read meanwhile."""
        self.restore(reading.again)
        for place, (source, article) in reading.articles.items():
            if self.listed[place] is None:
                self.put(place, source, article)

    def sort(self, sorting: Sorting) -> None:
        """Puts the list in another order."""
        self.bookmark.sorting = sorting
        self._order = None

    def forget(self, pair: PairOf | None) -> None:
        """Makes the next look at a pair compare it anew; None for all pairs."""
        if pair is None:
            self._pages.clear()
        else:
            self._pages.pop((pair.a, pair.b), None)

    def forget_all(self) -> None:
        """Whatever is known of pairs was found by other thresholds."""
        self._pages.clear()
        self.summaries.clear()
        self.ties.clear()
        self.changes += 1
        self.judged += 1

    def page(self, pair: PairOf) -> Page | None:
        """What was shown of a pair, if it has been compared."""
        return self._pages.get((pair.a, pair.b))

    def keep(self, pair: PairOf, page: Page) -> None:
        """Keeps what is shown of a pair for the next time, unless it is outdated."""
        if self.has(zip(pair, page.comparison.articles, strict=True)):
            self._pages[pair.a, pair.b] = page

    def renew(self, pair: PairOf, page: Page) -> None:
        """Keeps what is shown of a pair that a person has corrected."""
        self.changes += 1
        self.judged += 1
        self.forget(pair.swapped)
        low, high = sorted(pair)
        self.summaries.pop((low, high), None)
        self.ties.pop((low, high), None)
        self.keep(pair, page)

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

    def tied(self, pair: PairOf) -> Ties | None:
        """What two articles have in common of quotations, if that is known."""
        low, high = sorted(pair)
        ties = self.ties.get((low, high))
        return ties.swapped if ties and pair.a != low else ties

    def keep_ties(self, pair: PairOf, ties: Ties) -> None:
        """Keeps what two articles have in common of quotations."""
        low, high = sorted(pair)
        self.ties[low, high] = ties if pair.a == low else ties.swapped

    def _sum_up(self, pair: PairOf) -> None:
        """Keeps what a pair has in common if it has been shown, either way round."""
        for one in (pair, pair.swapped):
            if (page := self.page(one)) is not None and page.is_summed_up:
                self.keep_summary(one, page.sum_up())

    def has(self, readings: Iterable[tuple[int, Article]]) -> bool:
        """Whether articles, each with its place, are what was read last."""
        return all(self._is_latest(place, article) for place, article in readings)

    def _is_latest(self, place: int, article: Article) -> bool:
        if (latest := self.articles.kept(place)) is None:
            return self._marks.get(place) == _mark(article)
        # The sentences too, for other lines may be compared.
        return (latest.text, latest.sentences) == (article.text, article.sentences)

    def holds(
        self, reading: ReadArticles, pair: PairOf, articles: Pair[Article]
    ) -> bool:
        """Whether what was found of a pair still is what would be found.

        Args:
            reading: What was read for it, and by which judgements it was compared.
            pair: Where its articles are.
            articles: What was compared.
        """
        readings = zip(pair, articles, strict=True)
        return reading.judged == self.judged and self.has(readings)

    def label(self, place: int) -> str:
        """What an article is called; before it has been read, as its file is."""
        known, given = self.known(place), self.sources[place].given
        return known.label if known else PurePath(given).stem or given

    def known(self, place: int) -> Listed | Glance | None:
        """What is told of an article; little before it has been read, or nothing."""
        return self.listed[place] or self.glances.get(place)

    def group(self, groups: Groups | None) -> None:
        """Keeps which articles tell of one event."""
        self.changes += 1
        self.groups = groups
        if groups:
            self.corrections = groups.stories.corrections.plain()

    def around(self, places: Iterable[int]) -> list[int]:
        """The articles that tell of the same events as some, in list order."""
        own = self.groups.around([*places]) if self.groups else None
        return [place for place in self.order if own is None or place in own]

    def pairs(self, around: Iterable[int]) -> list[PairOf]:
        """All pairs of the story of some articles: (1, 2), (1, 3), and so on."""
        return [Pair(a, b) for a, b in combinations(self.around(around), 2)]

    def number(self, pair: PairOf) -> tuple[int, int]:
        """Which pair this is, from 1, whichever side is A; and of how many."""
        order = self.around(pair)
        size = len(order)
        i, j = sorted(map(order.index, pair))
        return i * (2 * size - i - 1) // 2 + j - i, size * (size - 1) // 2

    def neighbour(self, pair: PairOf, step: int) -> PairOf:
        """The pair `step` places on, around the end."""
        number, count = self.number(pair)
        wanted = (number - 1 + step) % count
        a, b = next(islice(combinations(self.around(pair), 2), wanted, None))
        return Pair(a, b)

    def onward(self, places: Sequence[int], step: int = 1) -> list[int]:
        """The other articles of the story from the first of some on, around the end.

        Args:
            places: Articles; where no other tells of the same, all articles count.
            step: 1; -1 for the way back.
        """
        order = self.around(places)
        if len(order) < 2:
            order = self.order
        at = order.index(places[0])
        others = order[at + 1 :] + order[:at]
        return others[::step]

    def leaf(self, pair: PairOf, side: Side) -> PairOf:
        """The pair with the next article on one side; the other side stays."""
        kept = pair[side.other]
        onward = self.onward((pair[side], kept))
        place = next((i for i in onward if i != kept), pair[side])
        return Pair.on(side, place, kept)
