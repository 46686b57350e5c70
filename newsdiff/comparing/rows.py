"""What stands opposite what: links to rows.

Links are many-to-many and cross, so a row is not everything connected. Rows come
from matched links, best first: one sentence against one, or one against a run of
at most three neighbours where an outlet split it. All other links stay on the row
as cross-references. Every sentence of both articles stands in exactly one row.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

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

MAX_RUN: Final = 3
"""Most neighbours that may stand opposite one sentence."""


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

    sentences: Pair[tuple[int, ...]]
    """Neighbouring sentences of each side; an empty side is a gap."""
    mark: Mark
    also: Pair[tuple[Link, ...]] = Pair((), ())
    """Links of this row's sentences of that side that lead out of the row."""
    otherwise: Pair[tuple[int, ...]] = Pair((), ())
    """Sentences of the other side, outside the row, that tell what this row's sentences
    of that side tell with another value."""


def rows_of(comparison: Comparison, order: Side = Side.A) -> tuple[Row, ...]:
    """All rows of a comparison, in the order of one side.

    A sentence of the other side without a partner stands after the row of the
    sentence before it.
    """
    groups = _groups(comparison)
    by_first: dict[int, Pair[tuple[int, ...]]] = {}
    for group in groups:
        by_first[group[order][0]] = group
    paired = {i for group in groups for i in group[order]}
    lead = [
        by_first.get(i) or _alone(i, order)
        for i in range(len(comparison.articles[order].sentences))
        if i in by_first or i not in paired
    ]
    placed = _insert_unpaired(comparison, lead, order)
    marker = _Marker(comparison)
    return tuple(marker.row(sentences) for sentences in placed)


def _alone(index: int, side: Side) -> Pair[tuple[int, ...]]:
    return Pair.on(side, (index,), ())


def _insert_unpaired(
    comparison: Comparison, lead: list[Pair[tuple[int, ...]]], order: Side
) -> Iterable[Pair[tuple[int, ...]]]:
    """The rows of `lead` with the other side's unpaired sentences in their place."""
    other = order.other
    followers: defaultdict[int, list[int]] = defaultdict(list)
    paired = {i for row in lead for i in row[other]}
    anchor = -1
    for i in range(len(comparison.articles[other].sentences)):
        if i in paired:
            anchor = i
        else:
            followers[anchor].append(i)
    yield from (_alone(i, other) for i in followers[-1])
    for row in lead:
        yield row
        for anchor in row[other]:
            yield from (_alone(i, other) for i in followers[anchor])


def _groups(comparison: Comparison) -> list[Pair[tuple[int, ...]]]:
    """The rows that have both sides."""
    matched = [link for link in comparison.links if link.state is State.MATCHED]
    partner = _partners(matched)
    groups = []
    for a, bs in partner.a.items():
        if len(bs) > 1 or len(partner.b[next(iter(bs))]) == 1:
            groups.append(Pair((a,), tuple(sorted(bs))))
    for b, as_ in partner.b.items():
        if len(as_) > 1:
            groups.append(Pair(tuple(sorted(as_)), (b,)))
    return groups


def _partners(matched: list[Link]) -> Pair[dict[int, set[int]]]:
    """Each sentence with those opposite it: one to one, widened to runs.

    A sentence whose one best link leads to a neighbour's partner joins that row before
    its weaker links are looked at; what is still free then joins where it can.
    """
    partner: Pair[dict[int, set[int]]] = Pair({}, {})
    best = Pair.each(lambda side: _best(matched, side))
    for link in matched:
        if link.a not in partner.a and link.b not in partner.b:
            partner.a[link.a] = {link.b}
            partner.b[link.b] = {link.a}
        for side in SIDES:
            if best[side.other].get(link.index(side.other)) is link:
                _widen(partner, link, side)
    for link in matched:
        for side in SIDES:
            _widen(partner, link, side)
    return partner


def _best(matched: list[Link], side: Side) -> dict[int, Link]:
    """The best link of each sentence that has one better than all its others."""
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in matched:
        links[link.index(side)].append(link)
    return {
        i: own[0]
        for i, own in links.items()
        if len(own) == 1 or own[0].score > own[1].score
    }


def _widen(partner: Pair[dict[int, set[int]]], link: Link, side: Side) -> None:
    """Lets the free end of `link` join its other end's row as a neighbour."""
    one, many = link.index(side), link.index(side.other)
    run = partner[side].get(one)
    if run is None or many in partner[side.other] or len(run) >= MAX_RUN:
        return
    if len(partner[side.other][next(iter(run))]) > 1:
        return
    if many in (min(run) - 1, max(run) + 1):
        run.add(many)
        partner[side.other][many] = {one}


class _Marker:
    """Marks rows and collects their cross-references."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = comparison.articles
        self._links: Pair[defaultdict[int, list[Link]]] = Pair(
            defaultdict(list), defaultdict(list)
        )
        for link in comparison.links:
            for side in SIDES:
                self._links[side][link.index(side)].append(link)
        self._conflicts = _conflict_places(comparison)

    def row(self, sentences: Pair[tuple[int, ...]]) -> Row:
        inside = [
            link
            for i in sentences.a
            for link in self._links.a[i]
            if link.b in sentences.b
        ]
        also = Pair.each(lambda side: self._leading_out(sentences, side))
        otherwise = Pair.each(lambda side: self._otherwise(sentences, side))
        return Row(sentences, self._mark(sentences, inside, also), also, otherwise)

    def _otherwise(
        self, sentences: Pair[tuple[int, ...]], side: Side
    ) -> tuple[int, ...]:
        there = {j for i in sentences[side] for j in self._conflicts[side].get(i, ())}
        return tuple(sorted(there.difference(sentences[side.other])))

    def _leading_out(
        self, sentences: Pair[tuple[int, ...]], side: Side
    ) -> tuple[Link, ...]:
        there = sentences[side.other]
        return tuple(
            link
            for i in sentences[side]
            for link in self._links[side][i]
            if link.index(side.other) not in there
        )

    def _mark(
        self,
        sentences: Pair[tuple[int, ...]],
        inside: list[Link],
        also: Pair[tuple[Link, ...]],
    ) -> Mark:
        if any(
            not self._articles[side].sentences[i].role.compared
            for side in SIDES
            for i in sentences[side]
        ):
            return Mark.NONE
        if any(i in self._conflicts[side] for side in SIDES for i in sentences[side]):
            return Mark.CONFLICT
        if any(link.moved for link in inside):
            return Mark.MOVED
        if inside:
            return self._wording(sentences)
        if states := {link.state for link in (*also.a, *also.b)}:
            return Mark.MOVED if State.MATCHED in states else Mark.RELATED
        return Mark.ONLY_A if sentences.a else Mark.ONLY_B

    def _wording(self, sentences: Pair[tuple[int, ...]]) -> Mark:
        read = self._articles.map(_words_of, sentences)
        if read.a == read.b:
            return Mark.SAME
        alike = is_written_alike(" ".join(read.a), " ".join(read.b))
        return Mark.OTHERWISE if alike else Mark.REWORDED


def _conflict_places(comparison: Comparison) -> Pair[dict[int, set[int]]]:
    """For sentences that tell a value otherwise, the sentences that do so opposite."""
    places: Pair[defaultdict[int, set[int]]] = Pair(defaultdict(set), defaultdict(set))
    for fact in comparison.facts:
        if fact.status is not Status.CONFLICT:
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
