"""Comparing and laying out, away from the screen."""

from __future__ import annotations

from newsdiff.layout import LayoutOptions, Page, lay_out
from newsdiff.tui.session.jobs_reading import reread
from newsdiff.tui.session.jobs_sharing import Task, work_out
from newsdiff.tui.session.shelf import ReadArticles


def compare_pair(
    task: Task, page: Page | None, options: LayoutOptions
) -> tuple[ReadArticles, Page]:
    """Compares two articles, reading first what is new or has changed.

    Args:
        task: The pair; all of its sources are looked at.
        page: What was shown of it before; None where it is to be compared.
        options: How to lay it out.
    """
    again = reread(task.sources)
    if page is not None and not again.articles:
        return again, page.again(options)
    read, comparison = work_out(task.after(again))
    a, b = comparison.articles
    notices = (*again.notices, *a.notes, *b.notes)
    articles = {**again.articles, **read.articles}
    return ReadArticles(articles, notices), lay_out(comparison, options)
