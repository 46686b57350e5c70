"""Reading, away from the screen."""

from __future__ import annotations

from collections.abc import Mapping

from newsdiff.errors import SourceError
from newsdiff.log import note, parsed
from newsdiff.model import Article
from newsdiff.reading import Freshness, Source, freshness, source_of
from newsdiff.tui.session.shelf import ReadArticles


def read_all(sources: dict[int, Source]) -> ReadArticles:
    """Reads articles for the first time."""
    return ReadArticles({i: (source, parsed(source)) for i, source in sources.items()})


def reread(sources: Mapping[int, Source]) -> ReadArticles:
    """Reads every file again that has changed, and says which are gone."""
    found: dict[int, tuple[Source, Article]] = {}
    notices = []
    for place, source in sources.items():
        match freshness(source):
            case Freshness.CHANGED:
                try:
                    again = source_of(source.given)
                    found[place] = again, parsed(again)
                    notices.append(f"{source.given} has changed: it was read again")
                except SourceError as problem:
                    notices.append(f"{problem}; what was read before is shown")
            case Freshness.GONE:
                notices.append(f"{source.given} is gone: what was read before is shown")
            case Freshness.SAME:
                pass
    for sentence in notices:
        note("%s", sentence)
    return ReadArticles(found, notices=tuple(notices))
