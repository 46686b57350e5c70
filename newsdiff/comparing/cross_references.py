"""Where else a row's sentences are told: what a reader may follow from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsdiff.comparing.rows import Order, Row
from newsdiff.model import (
    SIDES,
    Article,
    Comparison,
    Link,
    Pair,
    Paraphrase,
    Side,
    Span,
    State,
)


class Relation(StrEnum):
    """How a sentence elsewhere has to do with a row."""

    MATCHED = "matched"
    RELATED = "related"
    NEAREST = "nearest"
    """Not linked: the best candidate of a sentence without a link."""
    MOVED = "moved"
    """The neighbour, in its own article, of a sentence that stands in this row."""


@dataclass(frozen=True, slots=True)
class CrossReference:
    """A sentence elsewhere that has to do with a row."""

    side: Side
    """Whose sentence it is."""
    sentence: int
    origin: int
    """The sentence of the row, of the other side, that leads to it."""
    relation: Relation
    score: float
    """Probability that both share a statement, 0..1."""
    reason: tuple[str, ...] = ()
    """The telling words both have."""
    paraphrases: tuple[Paraphrase, ...] = ()
    """What both say in other words."""

    @property
    def pair(self) -> Pair[int]:
        """Both sentences."""
        return Pair.on(self.side, self.sentence, self.origin)


def find_cross_references(
    comparison: Comparison, row: Row, order: Order = Order.BOTH
) -> tuple[CrossReference, ...]:
    """Where to look for what a row tells, best first; empty where there is nowhere.

    Links that lead out of the row come first, matched ones before related ones; then
    the place that a moved sentence has in its own article; for a row without a link,
    what comes nearest.

    Args:
        comparison: What the row is of.
        row: One of its rows.
        order: In whose order the rows stand.
    """
    found = _linked(row)
    if order.side:
        found += _own_place(comparison, row, order.side.other)
    if not found and not inside(comparison, row):
        found = list(_nearest(comparison, row))
    firsts = {(r.side, r.sentence): r for r in reversed(found)}
    return tuple(r for r in found if firsts[r.side, r.sentence] is r)


def _linked(row: Row) -> list[CrossReference]:
    """The other ends of the links that lead out of a row, best first."""
    found = [
        CrossReference(
            side.other,
            link.index(side.other),
            link.index(side),
            Relation(link.state.value),
            link.score,
            link.reason,
            link.paraphrases,
        )
        for side in SIDES
        for link in row.also[side]
    ]
    return sorted(found, key=lambda r: (r.relation, -r.score, r.side, r.sentence))


def inside(comparison: Comparison, row: Row) -> tuple[Link, ...]:
    """The links between the sentences of a row, best first."""
    return tuple(
        link
        for link in comparison.links
        if link.a in row.sentences.a and link.b in row.sentences.b
    )


def _own_place(
    comparison: Comparison, row: Row, side: Side
) -> Iterator[CrossReference]:
    """What stands before a moved sentence in its own article; what after, if first."""
    for link in inside(comparison, row):
        own = row.sentences[side]
        before, after = min(own) - 1, max(own) + 1
        last = len(comparison.articles[side].sentences) - 1
        if link.moved and (before >= 0 or after <= last):
            there = before if before >= 0 else after
            yield CrossReference(
                side, there, link.index(side.other), Relation.MOVED, link.score
            )


def _nearest(comparison: Comparison, row: Row) -> Iterator[CrossReference]:
    for side in SIDES:
        for i in row.sentences[side]:
            near = comparison.nearest[side][i]
            if near is not None:
                yield CrossReference(
                    side.other, near.sentence, i, Relation.NEAREST, near.score
                )


def explainable(comparison: Comparison, row: Row) -> tuple[Pair[int], ...]:
    """The pairs of sentences whose link, or lack of one, a row raises questions of.

    Those that stand in the row come first, then those that lead out of it.
    """
    linked = [Pair(link.a, link.b) for link in inside(comparison, row)]
    linked += [reference.pair for reference in _linked(row)]
    unlinked = [reference.pair for reference in _nearest(comparison, row)]
    return tuple(dict.fromkeys(linked or unlinked))


def tells_earlier(comparison: Comparison) -> dict[tuple[int, int], bool]:
    """For every moved link, whether B tells it earlier in its article than A.

    Earlier means: most of the matched links that it crosses stand before it in A and
    behind it in B.
    """
    links = [k for k in comparison.links if k.state is State.MATCHED]
    earlier = {}
    for moved in (link for link in comparison.links if link.moved):
        up = sum(k.a < moved.a and k.b > moved.b for k in links)
        down = sum(k.a > moved.a and k.b < moved.b for k in links)
        earlier[moved.a, moved.b] = up > down or (up == down and moved.b < moved.a)
    return earlier


def shared_places(
    article: Article, sentence: int, words: tuple[str, ...]
) -> tuple[Span, ...]:
    """Where some words stand in a sentence, whatever their capitals, in order."""
    if not words:
        return ()
    text, start = article.words_of(sentence), article.sentences[sentence].start
    wanted = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return tuple(
        Span(start + found.start(), start + found.end())
        for found in re.finditer(rf"(?<!\w)(?:{wanted})(?!\w)", text, re.IGNORECASE)
    )
