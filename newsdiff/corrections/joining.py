"""Facts that a person takes as one, or as two, and what follows from their links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsdiff.analysis.bare_text import BareText
from newsdiff.corrections.saying import AGREE, Place, Saying, What
from newsdiff.model import (
    SIDES,
    Absence,
    Article,
    Comparison,
    Fact,
    Kind,
    Pair,
    Role,
    Side,
    Span,
    Status,
)
from newsdiff.said import Origin

_VALUES: Final = (Kind.NUMBER, Kind.DATE)
_UNTOLD: Final = (Kind.ATTRIBUTION, Kind.CERTAINTY)
"""How something is told, and no fact of one article alone."""
_NOWHERE: Final = Span(10**9, 10**9)


def correct_facts(made: Comparison, sayings: Sequence[Saying]) -> tuple[Fact, ...]:
    """The facts once a person has said which are one, and what sentences tell.

    Args:
        made: A comparison with the person's links, and the facts that newsdiff found.
        sayings: What is in force of what was said.
    """
    facts = list(_after_links(made))
    for saying in sayings:
        if saying.what is What.SAME_FACT and _stands(made.articles, saying.place):
            change = _join if saying.holds else _part
            facts = change(facts, saying, made.articles)
    return tuple(sorted(facts, key=_order))


def find_fact(facts: Sequence[Fact], place: Place) -> Fact | None:
    """The fact at a place: the very one, else the first of its kind that touches it."""
    alike = [one for one in facts if place.kind in (None, one.kind)]
    for one in alike:
        if one.spans == place.spans:
            return one
    sides = [side for side in SIDES if place.spans[side]]
    return next(
        (
            one
            for one in alike
            if sides
            and all(_touch(one.spans[side], place.spans[side]) for side in sides)
        ),
        None,
    )


def _touch(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(s.start < o.end and o.start < s.end for s in some for o in others)


def _stands(articles: Pair[Article], place: Place) -> bool:
    """Whether the texts have a place at all."""
    return all(
        0 <= span.start < span.end <= len(articles[side].text)
        for side in SIDES
        for span in place.spans[side]
    )


def _order(fact: Fact) -> tuple[object, ...]:
    first = fact.spans.map(lambda spans: spans[0] if spans else _NOWHERE)
    return (first.a, first.b, fact.kind, fact.value.a or "", fact.value.b or "")


# What follows from links


def _after_links(made: Comparison) -> Iterator[Fact]:
    """No sentence is untold that a person linked; one left alone is untold whole."""
    told = Pair.each(lambda side: _told(made, side))
    alone = Pair.each(lambda side: _alone(made, side))
    for fact in made.facts:
        side = fact.status.side
        if side is None or fact.kind is not Kind.CLAIM:
            yield fact
            continue
        article = made.articles[side]
        number = article.sentence_at(fact.spans[side][0].start)
        whole = number is not None and fact.spans[side] == (
            article.sentences[number].span,
        )
        if number not in alone[side] and not (whole and number in told[side]):
            yield fact
    for side in SIDES:
        yield from (_untold(made.articles[side], i, side) for i in sorted(alone[side]))


def _told(made: Comparison, side: Side) -> set[int]:
    """The sentences that a person has linked."""
    return {k.index(side) for k in made.links if k.origin is Origin.PERSON}


def _alone(made: Comparison, side: Side) -> set[int]:
    """The sentences that a person has left without a link, headings aside."""
    linked = {k.index(side) for k in made.links}
    parted = {k.index(side) for k in made.parted}
    sentences = made.articles[side].sentences
    return {i for i in parted - linked if sentences[i].role is not Role.SUBHEADING}


def _untold(article: Article, number: int, side: Side) -> Fact:
    """A sentence as a claim of its article alone, which a person says it is."""
    return Fact(
        kind=Kind.CLAIM,
        status=side.only,
        absence=Absence.MEANING,
        value=Pair.on(side, article.words_of(number), None),
        resolved=Pair(None, None),
        spans=Pair.on(side, (article.sentences[number].span,), ()),
        origin=Origin.PERSON,
    )


# One fact or two


def _join(facts: list[Fact], saying: Saying, articles: Pair[Article]) -> list[Fact]:
    """Makes one fact of the two at a place, or of the conflict that it was."""
    place = saying.place
    if not all(place.spans):
        return facts
    both = next((one for one in facts if one.spans == place.spans), None)
    own = Pair.each(lambda side: both or _of_side(facts, place, side))
    told = Pair.each(
        lambda side: own[side] or _words_at(articles[side], place, side),
    )
    values = Pair.each(lambda side: told[side].value[side])
    resolved = Pair.each(lambda side: told[side].resolved[side])
    kind = _kind_of(own, place)
    differ = (
        kind in _VALUES
        and None not in (resolved.a, resolved.b)
        and resolved.a != resolved.b
    )
    conflict = differ and saying.words != AGREE
    joint = Fact(
        kind=kind,
        status=Status.CONFLICT if conflict else Status.BOTH,
        absence=None,
        value=values,
        resolved=resolved,
        spans=place.spans,
        origin=Origin.PERSON,
    )
    gone = [one for one in own if one is not None]
    return [*(one for one in facts if not any(one is g for g in gone)), joint]


def _of_side(facts: Sequence[Fact], place: Place, side: Side) -> Fact | None:
    """The fact of one article alone at its side of a place."""
    found = [
        one
        for one in facts
        if one.status is side.only and one.spans[side] == place.spans[side]
    ]
    same = [one for one in found if one.kind is place.kind]
    return next(iter(same or found), None)


def _words_at(article: Article, place: Place, side: Side) -> Fact:
    """What stands at a place, where newsdiff lists no fact."""
    first = place.spans[side][0]
    return Fact(
        kind=place.kind or Kind.CLAIM,
        status=side.only,
        absence=Absence.MEANING,
        value=Pair.on(side, article.text[slice(*first)], None),
        resolved=Pair(None, None),
        spans=Pair.on(side, place.spans[side], ()),
    )


def _kind_of(own: Pair[Fact | None], place: Place) -> Kind:
    """What a joint fact is: what both are, else what is more than a claim."""
    kinds = {one.kind for one in own if one is not None} or {place.kind or Kind.CLAIM}
    return min(kinds - {Kind.CLAIM} or kinds)


def _part(facts: list[Fact], saying: Saying, articles: Pair[Article]) -> list[Fact]:
    """Makes two facts of the one at a place; none, where it is how things are told."""
    found = [one for one in facts if all(one.spans)]
    fact = find_fact(found, saying.place) if all(saying.place.spans) else None
    if fact is None:
        return facts
    rest = [one for one in facts if one is not fact]
    if fact.kind in _UNTOLD:
        return rest
    return [*rest, *(_side_of(fact, articles, side) for side in SIDES)]


def _side_of(fact: Fact, articles: Pair[Article], side: Side) -> Fact:
    """A fact as one article alone tells it."""
    return replace(
        fact,
        status=side.only,
        absence=_absence(fact, articles, side),
        value=Pair.on(side, fact.value[side], None),
        resolved=Pair.on(side, fact.resolved[side], None),
        spans=Pair.on(side, fact.spans[side], ()),
        note=None,
        origin=Origin.PERSON,
    )


def _absence(fact: Fact, articles: Pair[Article], side: Side) -> Absence:
    """Whether its characters stand nowhere in the other text, which is certain."""
    if fact.kind is Kind.CLAIM:
        return Absence.MEANING
    other = BareText.of(articles[side.other].text)
    number = fact.kind is Kind.NUMBER
    there = any(
        other.has(articles[side].text[slice(*span)], is_number=number)
        for span in fact.spans[side]
    )
    return Absence.MEANING if there else Absence.STRING
