"""What stands opposite what: links to rows.

Links are many-to-many and cross, so a row is not everything connected: `arranging.py`
decides which links stand in one, all others stay on it as cross-references. Every
sentence of both articles stands in exactly one row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from newsdiff.comparing.arranging import Opposite, in_both_orders, in_order_of
from newsdiff.comparing.grounds import find_unsure
from newsdiff.comparing.written_forms import is_written_alike
from newsdiff.model import (
    SIDES,
    Article,
    Comparison,
    Link,
    Pair,
    Side,
    Span,
    State,
    Status,
)


class Order(StrEnum):
    """In whose order the rows stand; a side and its order have the same name."""

    BOTH = "both"
    """Both articles in their own: what one tells earlier than the other has its
    counterpart elsewhere."""
    A = "a"
    B = "b"

    @property
    def side(self) -> Side | None:
        """The side whose order it is; None where both stay in theirs."""
        return None if self is Order.BOTH else Side(self.value)

    @property
    def next(self) -> Order:
        """The one after it, around the end."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


class Mark(StrEnum):
    """The state of a row, readable without colour."""

    SAME = "="
    OTHERWISE = "≡"
    """The same words and values, written otherwise."""
    REWORDED = "≈"
    RELATED = "~"
    MOVED = "↕"
    ONLY_A = "<"
    ONLY_B = ">"
    CONFLICT = "!"
    NONE = " "
    """Boilerplate and datelines: shown, not compared."""

    @property
    def is_change(self) -> bool:
        """Whether a reader looking for differences wants to stop here."""
        return self not in (Mark.SAME, Mark.OTHERWISE, Mark.NONE)

    @property
    def side(self) -> Side | None:
        """The side that alone has what the row tells; None where both do."""
        return {Mark.ONLY_A: Side.A, Mark.ONLY_B: Side.B}.get(self)


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that stand opposite each other."""

    sentences: Opposite
    """Neighbouring sentences of each side; an empty side is a gap."""
    mark: Mark
    also: Pair[tuple[Link, ...]] = Pair((), ())
    """Links of this row's sentences of that side that lead out of the row."""
    otherwise: Pair[tuple[int, ...]] = Pair((), ())
    """Sentences of the other side, outside the row, that tell what this row's sentences
    of that side tell with another value."""
    perhaps: Pair[tuple[int, ...]] = Pair((), ())
    """Those of them that perhaps tell of something else."""


def rows_of(
    comparison: Comparison, order: Order | Side = Order.BOTH
) -> tuple[Row, ...]:
    """All rows of a comparison, in one order; that of a side may be called by it."""
    order = Order(order)
    side = order.side
    placed = in_order_of(comparison, side) if side else in_both_orders(comparison)
    marker = _Marker(comparison, order)
    return tuple(marker.row(sentences) for sentences in placed)


class _Marker:
    """Marks rows and collects their cross-references."""

    def __init__(self, comparison: Comparison, order: Order) -> None:
        self._articles = comparison.articles
        self._order = order
        self._links: Pair[defaultdict[int, list[Link]]] = Pair(
            defaultdict(list), defaultdict(list)
        )
        for link in comparison.links:
            for side in SIDES:
                self._links[side][link.index(side)].append(link)
        unsure = find_unsure(comparison)
        self._otherwise_at = _conflict_places(comparison)
        self._surely_at = _conflict_places(comparison, unsure)
        self._conflicts = self._surely_at.map(frozenset)
        self._pages = comparison.articles.map(_not_compared)

    def row(self, sentences: Opposite) -> Row:
        inside = [
            link
            for i in sentences.a
            for link in self._links.a[i]
            if link.b in sentences.b
        ]
        also = Pair.each(lambda side: self._leading_out(sentences, side))
        told = [_Outside(sentences, at) for at in (self._otherwise_at, self._surely_at)]
        otherwise, surely = (Pair.each(one.of) for one in told)
        perhaps = Pair.each(
            lambda s: tuple(i for i in otherwise[s] if i not in surely[s])
        )
        mark = self._mark(sentences, inside, also)
        return Row(sentences, mark, also, otherwise, perhaps)

    def _leading_out(self, sentences: Opposite, side: Side) -> tuple[Link, ...]:
        there = sentences[side.other]
        return tuple(
            link
            for i in sentences[side]
            for link in self._links[side][i]
            if link.index(side.other) not in there
        )

    def _mark(
        self,
        sentences: Opposite,
        inside: list[Link],
        also: Pair[tuple[Link, ...]],
    ) -> Mark:
        if _meet(self._pages, sentences):
            return Mark.NONE
        if _meet(self._conflicts, sentences):
            return Mark.CONFLICT
        return self._linked(sentences, inside, also)

    def _linked(
        self, sentences: Opposite, inside: list[Link], also: Pair[tuple[Link, ...]]
    ) -> Mark:
        """What the links of a row make of it that has no conflict."""
        if self._order.side and any(link.moved for link in inside):
            return Mark.MOVED
        if any(link.state is State.MATCHED for link in inside):
            return self._wording(sentences)
        states = {link.state for link in (*also.a, *also.b)}
        if not inside and State.MATCHED in states:
            return Mark.MOVED
        if inside or states:
            return Mark.RELATED
        return Mark.ONLY_A if sentences.a else Mark.ONLY_B

    def _wording(self, sentences: Opposite) -> Mark:
        read = self._articles.map(_words_of, sentences)
        if read.a == read.b:
            return Mark.SAME
        alike = is_written_alike(" ".join(read.a), " ".join(read.b))
        return Mark.OTHERWISE if alike else Mark.REWORDED


@dataclass(frozen=True, slots=True)
class _Outside:
    """The sentences outside a row that tell a value of it otherwise."""

    sentences: Opposite
    places: Pair[dict[int, set[int]]]

    def of(self, side: Side) -> tuple[int, ...]:
        own, places = self.sentences[side], self.places[side]
        there = {j for i in own for j in places.get(i, ())}
        return tuple(sorted(there.difference(self.sentences[side.other])))


def _meet(places: Pair[frozenset[int]], sentences: Opposite) -> bool:
    """Whether any of some sentences is among certain ones."""
    return not (places.a.isdisjoint(sentences.a) and places.b.isdisjoint(sentences.b))


def _not_compared(article: Article) -> frozenset[int]:
    return frozenset(
        i for i, told in enumerate(article.sentences) if not told.role.compared
    )


def _conflict_places(
    comparison: Comparison, without: frozenset[int] = frozenset()
) -> Pair[dict[int, set[int]]]:
    """For sentences that tell a value otherwise, the sentences that do so opposite."""
    places: Pair[defaultdict[int, set[int]]] = Pair(defaultdict(set), defaultdict(set))
    for n, fact in enumerate(comparison.facts):
        if fact.status is not Status.CONFLICT or n in without:
            continue
        stated = comparison.articles.map(_sentences_at, fact.spans)
        for side in SIDES:
            for i in stated[side]:
                places[side][i] |= stated[side.other]
    return places.map(dict)


def _sentences_at(article: Article, spans: Iterable[Span]) -> set[int]:
    """The sentences that some places lie in."""
    at = (article.sentence_at(span.start) for span in spans)
    return {i for i in at if i is not None}


def _words_of(article: Article, sentences: Iterable[int]) -> list[str]:
    """The words of some sentences, whatever the blanks between them."""
    return [word for i in sentences for word in article.words_of(i).split()]
