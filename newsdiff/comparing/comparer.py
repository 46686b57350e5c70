"""Two articles → what they share, what one adds, what stands opposite what."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from newsdiff.aligning import align
from newsdiff.aligning.logistic import Model
from newsdiff.comparing.facts import ledger
from newsdiff.model import Article, Comparison, Pair


@dataclass(frozen=True, slots=True)
class Models:
    """How what is seen is weighed; None for the packaged weights."""

    links: Model | None = None
    told: Model | None = None


PACKAGED = Models()


def compare(a: Article, b: Article, models: Models = PACKAGED) -> Comparison:
    """Everything newsdiff says about two articles.

    Depends on the two articles and the packaged tables alone, and mirrors when the
    articles are exchanged. Other `models` are for measuring.
    """
    articles = Pair(a, b)
    with _collector_paused():
        alignment = align(articles, models.links)
        return Comparison(
            articles=articles,
            links=alignment.links,
            nearest=alignment.nearest,
            facts=ledger(articles, alignment, models.told),
        )


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Looks for no garbage in cycles: a comparison makes none, but many objects."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def warm_up() -> None:
    """Loads every table, so that the first comparison is as quick as the next."""
    from newsdiff.reading import read_text

    article = read_text("Anna Berg of Oslo said so on 5 May.", source="-")
    compare(article, article)
