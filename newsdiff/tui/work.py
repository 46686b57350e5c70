"""What is done away from the screen: reading, comparing, laying out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsdiff.errors import SourceError
from newsdiff.layout import LayoutOptions, Page, lay_out
from newsdiff.model import Article
from newsdiff.reading import Freshness, Source, freshness, parse, source_of
from newsdiff.tui.shelf import PairOf, Reading


def read_all(sources: dict[int, Source]) -> Reading:
    """Reads articles for the first time."""
    return Reading({i: (source, parse(source)) for i, source in sources.items()})


def reread(sources: Mapping[int, Source]) -> Reading:
    """Reads every file again that has changed, and says which are gone."""
    found: dict[int, tuple[Source, Article]] = {}
    notices = []
    for place, source in sources.items():
        match freshness(source):
            case Freshness.CHANGED:
                try:
                    again = source_of(source.given)
                    found[place] = again, parse(again)
                    notices.append(f"{source.given} has changed: it was read again")
                except SourceError as problem:
                    notices.append(f"{problem}; what was read before is shown")
            case Freshness.GONE:
                notices.append(f"{source.given} is gone: what was read before is shown")
            case Freshness.SAME:
                pass
    return Reading(found, notices=tuple(notices))


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A pair to be shown, and what is known of it."""

    pair: PairOf
    sources: Mapping[int, Source]
    """The sources of both, by place."""
    articles: Mapping[int, Article | None]
    """What has been read of them so far, by place."""
    page: Page | None
    """What was shown of it before; None where it is to be compared."""
    options: LayoutOptions


def compare_pair(task: Task) -> tuple[Reading, Page]:
    """Compares two articles, reading first what is new or has changed."""
    from newsdiff.comparing import compare

    reading = reread(task.sources)
    if task.page is not None and not reading.articles:
        return reading, task.page.again(task.options)
    found = dict(reading.articles)
    latest = {}
    for place in task.pair:
        known = task.articles[place]
        if place not in found and known is None:
            found[place] = task.sources[place], parse(task.sources[place])
        latest[place] = found[place][1] if place in found else known
    a, b = (article for place in task.pair if (article := latest[place]) is not None)
    notices = (*reading.notices, *a.notes, *b.notes)
    page = lay_out(compare(a, b), task.options)
    return Reading(found, notices), page
