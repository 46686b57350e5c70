"""A shelf with articles that have been read."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.model import Article
from newsdiff.tui.session.shelf import Shelf


def stock(shelf: Shelf, articles: Sequence[Article | None]) -> None:
    """Puts articles in their places; None leaves one empty."""
    for place, article in enumerate(articles):
        if article is not None:
            shelf.put(place, shelf.sources[place], article)
