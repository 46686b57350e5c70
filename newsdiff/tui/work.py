"""What is done away from the screen: reading and comparing."""

from __future__ import annotations

from newsdiff.errors import SourceError
from newsdiff.model import Article, Pair
from newsdiff.reading import Freshness, Source, freshness, parse, source_of
from newsdiff.tui.shelf import PairOf, Reading


def read_all(sources: dict[int, Source]) -> Reading:
    """Reads articles for the first time."""
    return Reading({i: (source, parse(source)) for i, source in sources.items()})


def reread(sources: dict[int, Source]) -> Reading:
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


def compare_pair(
    pair: PairOf, sources: dict[int, Source], articles: dict[int, Article | None]
) -> Reading:
    """Compares two articles, reading first what is new or has changed.

    Args:
        pair: The places of both.
        sources: Their sources, by place.
        articles: What has been read of them so far, by place.
    """
    from newsdiff.comparing import compare

    reading = reread(sources)
    found = dict(reading.articles)
    notices = list(reading.notices)
    for place in pair:
        if place not in found and articles[place] is None:
            found[place] = sources[place], parse(sources[place])
    latest = {**articles, **{place: article for place, (_, article) in found.items()}}
    chosen: list[Article] = [a for place in pair if (a := latest[place]) is not None]
    both = Pair(chosen[0], chosen[-1])
    for article in both:
        notices.extend(article.notes)
    return Reading(found, compare(both.a, both.b), tuple(notices))
