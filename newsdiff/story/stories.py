"""Articles → stories: which of them tell of one event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.grouping import are_several, group, signature
from newsdiff.model import Article

FEWEST: Final = 3
"""Articles from which on they are told apart: two were named to be compared."""


def stories_of(articles: Sequence[Article]) -> list[list[int]]:
    """The articles of each story by their numbers, the largest story first.

    All of them are one story where they are few and do not clearly tell of several
    events, as in the reader.
    """
    every = [[*range(len(articles))]]
    if len(articles) < FEWEST:
        return every
    signatures = [
        signature(
            one.text,
            one.title,
            one.published or one.updated,
            credit=" ".join(filter(None, (one.author, one.outlet))),
        )
        for one in articles
    ]
    numbers: dict[str, list[int]] = {}
    for n, one in enumerate(signatures):
        numbers.setdefault(one.key, []).append(n)
    found = [
        sorted(n for key in story.keys for n in numbers[key])
        for story in group(signatures).stories
    ]
    if not are_several([len(own) for own in found]):
        return every
    return sorted(found, key=lambda own: (-len(own), own))
