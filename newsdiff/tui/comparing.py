"""Comparing and laying out, away from the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsdiff.layout import LayoutOptions, Page, lay_out
from newsdiff.log import compared, parsed
from newsdiff.model import Article
from newsdiff.reading import Source
from newsdiff.tui.reading import reread
from newsdiff.tui.shelf import PairOf, Reading


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
    reading = reread(task.sources)
    if task.page is not None and not reading.articles:
        return reading, task.page.again(task.options)
    found = dict(reading.articles)
    latest = {}
    for place in task.pair:
        known = task.articles[place]
        if place not in found and known is None:
            found[place] = task.sources[place], parsed(task.sources[place])
        latest[place] = found[place][1] if place in found else known
    a, b = (article for place in task.pair if (article := latest[place]) is not None)
    notices = (*reading.notices, *a.notes, *b.notes)
    page = lay_out(compared(a, b), task.options)
    return Reading(found, notices), page
