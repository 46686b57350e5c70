"""The ledger of a story: all that its articles tell, and which of them tell it.

Facts with a value (`values`) and claims (`claims`) stand in one list. What is told
otherwise comes first, then what one article alone tells, then the rest.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from newsdiff.model import Span
from newsdiff.story.claims import list_claims
from newsdiff.story.presences import (
    DISPUTES,
    Articles,
    Cell,
    Presence,
    StoryFact,
    Summaries,
)
from newsdiff.story.values import list_values

__all__ = [
    "DISPUTES",
    "Articles",
    "Cell",
    "Part",
    "Presence",
    "StoryFact",
    "Summaries",
    "list_story_facts",
    "part_of",
]

_LAST: Final = Span(10**9, 10**9)


class Part(StrEnum):
    """The parts of a ledger, in their order."""

    DISPUTED = "disputed"
    """Told otherwise by some."""
    ALONE = "alone"
    """Told by one article only."""
    SHARED = "shared"
    """The rest."""


def list_story_facts(articles: Articles, summaries: Summaries) -> tuple[StoryFact, ...]:
    """All facts of a story: those in dispute, those of one article alone, the rest.

    Each part has the most telling ones first; what one article alone tells stands
    with its other facts, and of the rest those that most articles tell come first.

    Args:
        articles: Those of the story; None for one whose text cannot be had.
        summaries: What is known of its pairs, as far as they have been compared.

    Returns:
        Facts with a cell for each article. But for the order of the cells and of the
        articles, they are the same in whatever order the articles come.
    """
    facts = [*list_values(articles, summaries), *list_claims(articles, summaries)]
    return tuple(sorted(facts, key=_place))


def part_of(fact: StoryFact) -> Part:
    """The part of the ledger that a fact stands in."""
    if fact.is_disputed:
        return Part.DISPUTED
    return Part.SHARED if fact.only is None else Part.ALONE


def _place(fact: StoryFact) -> tuple[object, ...]:
    part = part_of(fact)
    group = 0
    if part is Part.ALONE:
        group = fact.only or 0
    elif part is Part.SHARED:
        group = -len(fact.tellers)
    weight = fact.weight or (1, 99, 9.0, ())
    span = fact.shown.span or _LAST
    return [*Part].index(part), group, fact.is_trivial, weight, fact.kind, span
