"""Work away from the screen: reading, comparing, laying out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.worker import get_current_worker

from newsdiff.cancellation import CancelledWorkError, cancel_when
from newsdiff.engine import Engine
from newsdiff.errors import SourceError
from newsdiff.gathering import Freshness, Rereader, freshness, read_again
from newsdiff.log import note, note_failure
from newsdiff.model import Article, Comparison
from newsdiff.reading import Source
from newsdiff.tui.session.shelf import PairOf, ReadArticles, Shelf

if TYPE_CHECKING:
    from newsdiff.layout import LayoutOptions, Page

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A pair to be compared, and what has been read of it."""

    pair: PairOf
    sources: Mapping[int, Source]
    """The sources of both, and of what is to be looked at with them, by place."""
    articles: Mapping[int, Article | None]
    """What is at hand of them, by place."""
    labels: Mapping[int, str] = field(default_factory=dict)
    """What those are called that were read and put away, by place."""
    judged: int = 0
    """By which of a person's judgements it is compared."""

    @classmethod
    def of(cls, shelf: Shelf, pair: PairOf, besides: Iterable[int] = ()) -> Task:
        """What a worker needs, so that it does not touch the shelf."""
        places = [*pair, *besides]
        return cls(
            pair=pair,
            sources={place: shelf.sources[place] for place in places},
            articles={place: shelf.articles.kept(place) for place in places},
            labels={p: shelf.label(p) for p in places if shelf.is_away(p)},
            judged=shelf.judged,
        )

    def after(self, reading: ReadArticles) -> Task:
        """The same once more has been read."""
        read = {place: article for place, (_, article) in reading.articles.items()}
        return replace(self, articles={**self.articles, **read})


def next_task(
    shelf: Shelf,
    about: Sequence[int],
    at: tuple[int, int],
    tried: Collection[PairOf],
    *,
    ties: bool = False,
) -> Task | None:
    """The pair to compare next: those of the articles a reader is at come first.

    Args:
        shelf: The articles.
        about: Those whose story is compared.
        at: The articles the reader is at.
        tried: Pairs that are not to be compared.
        ties: Whether it is for what they quote, and not for what they share.
    """
    known = shelf.tied if ties else shelf.summary
    left = [p for p in shelf.pairs(about) if p not in tried and not known(p)]
    if not left:
        return None
    nearest = min(left, key=lambda p: (len(set(at) - set(p)), p.a, p.b))
    return Task.of(shelf, nearest)


def unless_cancelled(work: Callable[[], _T]) -> _T | None:
    """What a worker does; None, and that soon, once it is cancelled."""
    worker = get_current_worker()
    try:
        with cancel_when(lambda: worker.is_cancelled):
            result = work()
    except CancelledWorkError:
        return None
    return None if worker.is_cancelled else result


# Reading


def read_all(engine: Engine, sources: Mapping[int, Source]) -> ReadArticles:
    """Reads articles for the first time."""
    return ReadArticles({i: (s, engine.read(s)) for i, s in sources.items()})


def read_one(engine: Engine, source: Source, label: str) -> Article:
    """An article that was put away, or has not been read, by the name it has here.

    Raises:
        SourceError: Its file is no more.
    """
    if source.stamp is not None and not source.text:  # it was put away
        source = read_again(source)
    return replace(engine.read(source), label=label)


class Wanted(NamedTuple):
    """An article that a worker needs, and all it takes to have it."""

    article: Article | None
    """None where it was put away."""
    source: Source
    label: str

    @classmethod
    def of(cls, shelf: Shelf, place: int) -> Wanted:
        """One that has been read."""
        article = shelf.articles.kept(place)
        return cls(article, shelf.sources[place], shelf.label(place))

    def read(self, engine: Engine) -> Article:
        """The article, read again if need be.

        Raises:
            SourceError: Its file is no more.
        """
        return self.article or read_one(engine, self.source, self.label)


def read_away(engine: Engine, wanted: Mapping[int, Wanted]) -> dict[int, Article]:
    """Articles, but for those that cannot be read again."""
    found = {}
    for place, one in wanted.items():
        try:
            found[place] = one.read(engine)
        except SourceError as problem:
            note("%s", problem)
        except CancelledWorkError:
            raise
        except Exception as problem:  # noqa: BLE001 - the others can be read
            note_failure(f"reading {one.source.given}", problem)
    return found


def reread(engine: Engine, sources: Mapping[int, Source]) -> ReadArticles:
    """Reads every file again that has changed, and says which are gone."""
    read: dict[int, tuple[Source, Article]] = {}
    notices = []
    files = Rereader()
    for place, source in sources.items():
        match freshness(source):
            case Freshness.CHANGED:
                try:
                    again = files.read(source)
                    read[place] = again, engine.read(again)
                    notices.append(f"{source.given} has changed: it was read again")
                except SourceError as problem:
                    notices.append(f"{problem}; what was read before is shown")
            case Freshness.GONE:
                notices.append(f"{source.given} is gone: what was read before is shown")
            case Freshness.SAME:
                pass
    for sentence in dict.fromkeys(notices):
        note("%s", sentence)
    return ReadArticles(read, notices=tuple(dict.fromkeys(notices)))


# Comparing


def compare_pair(engine: Engine, task: Task) -> tuple[ReadArticles, Comparison]:
    """Compares a pair, reading first what has not been read."""
    read, again = {}, {}
    articles = []
    for place in task.pair:
        article, source = task.articles[place], task.sources[place]
        if article is None and place in task.labels:
            article = again[place] = read_one(engine, source, task.labels[place])
        elif article is None:
            article = engine.read(source)
            read[place] = source, article
        articles.append(article)
    a, b = articles
    reading = ReadArticles(read, judged=task.judged, again=again)
    return reading, engine.compare(a, b)


def make_page(
    engine: Engine, task: Task, page: Page | None, options: LayoutOptions
) -> tuple[ReadArticles, Page]:
    """Compares two articles and lays them out, reading first what has changed.

    Args:
        engine: What reads and compares.
        task: The pair; all of its sources are looked at.
        page: What was shown of it before; None where it is to be compared.
        options: How to lay it out.
    """
    from newsdiff.layout import lay_out

    again = reread(engine, task.sources)
    if page is not None and not again.articles:
        return again, page.again(options)
    read, comparison = compare_pair(engine, task.after(again))
    a, b = comparison.articles
    problems = (*engine.problems_of(a, b), engine.take_problem())
    notices = (*again.notices, *a.notes, *b.notes, *filter(None, problems))
    articles = {**again.articles, **read.articles}
    reading = ReadArticles(articles, notices, again=read.again)
    return reading, lay_out(comparison, options)
