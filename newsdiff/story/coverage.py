"""How many of the other articles of a story tell a sentence of one of them, and where.

Counted is what another article tells, by links, by several sentences together, or by
what its ledger lists as left out (`telling`); not links alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from newsdiff.model import Article, Comparison, Role, Side
from newsdiff.story.telling import Degree, Telling, Tellings, tellings_of

__all__ = [
    "Carried",
    "Count",
    "Degree",
    "Prominence",
    "Telling",
    "carried_by",
    "counted",
    "prominence_of",
]

Carried = Tellings
"""One entry a sentence; None where it is not compared."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the articles compared so far tell a sentence."""

    told: int
    partly: int
    """Those that tell only some of it."""
    of: int


class Prominence(StrEnum):
    """Where in its article a sentence stands."""

    HEADLINE = "headline"
    LEDE = "lede"
    UPPER = "upper half"
    TAIL = "lower half"


def carried_by(comparison: Comparison, side: Side = Side.A) -> Carried:
    """What the other article tells of one side's sentences."""
    return tellings_of(comparison, side)


def counted(carried: Sequence[Carried], sentence: int) -> Count:
    """How many of some other articles tell a sentence."""
    tellings = (others[sentence] for others in carried)
    degrees = [telling.degree for telling in tellings if telling is not None]
    told, partly = degrees.count(Degree.TOLD), degrees.count(Degree.PART)
    return Count(told, partly, len(carried))


def prominence_of(article: Article, sentence: int) -> Prominence:
    """Where a sentence stands: its article's headline, lede, upper or lower half.

    The lede is the first paragraph of the story; what stands behind half of its
    compared sentences is the lower half.
    """
    here = article.sentences[sentence]
    if here.role is Role.HEADLINE:
        return Prominence.HEADLINE
    body = [i for i in article.compared if article.sentences[i].role is Role.BODY]
    if body and here.role is Role.BODY:
        lede = article.sentences[body[0]].paragraph
        if here.paragraph == lede:
            return Prominence.LEDE
    before = sum(i < sentence for i in article.compared)
    upper = 2 * before < len(article.compared)
    return Prominence.UPPER if upper else Prominence.TAIL
