"""The facts of several articles as gold has them: one entry for what is one thing.

What two pairs say of the same words of an article is one fact. An article has it where
a pair says so, or where a sentence of it is linked with one that tells it and no pair
says that it lacks it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from string import ascii_uppercase
from typing import Any, Final

from newsdiff.model import (
    SIDES,
    Article,
    Comparison,
    Fact,
    Kind,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.said import Origin

Comparisons = Mapping[tuple[int, int], Comparison]
"""Two articles by their places, the lower one as A → what there is to say of both."""
_KINDS: Final = {
    Kind.ORGANIZATION: "org",
    Kind.CERTAINTY: "attribution",
    Kind.CLAIM: "event",
}
"""What a story calls kinds of facts, where that is another word."""
_SENTENCES: Final = (Kind.CLAIM, Kind.QUOTE, Kind.ATTRIBUTION, Kind.CERTAINTY)
"""What another article may tell without a fact of its own that says so."""
KEYS: Final = ascii_uppercase
"""What gold calls articles, in their order."""


@dataclass(frozen=True, slots=True)
class _OfPair:
    """A fact of two articles."""

    pair: tuple[int, int]
    fact: Fact

    @property
    def places(self) -> Iterator[tuple[int, Span]]:
        """Where it is told: the article and the stretch."""
        for article, spans in zip(self.pair, self.fact.spans, strict=True):
            yield from ((article, span) for span in spans)

    @property
    def values(self) -> Iterator[tuple[int, str]]:
        """What each article that tells it has."""
        for side, article in zip(SIDES, self.pair, strict=True):
            if self.fact.spans[side]:
                yield article, self.fact.value[side] or ""

    @property
    def is_sure(self) -> bool:
        """Whether a person said it, or found it right."""
        return is_sure(self.fact)


def is_sure(one: Any) -> bool:
    """Whether a person said a link or a fact, or found it right."""
    return bool(one.origin is Origin.PERSON or one.said.checked)


def join_facts(
    articles: Sequence[Article], comparisons: Comparisons, *, only_checked: bool
) -> Iterator[dict[str, Any]]:
    """The entries, in the order of the pairs and of their facts.

    Args:
        articles: Two or more, up to as many as there are keys.
        comparisons: Every pair of them.
        only_checked: Whether only those are wanted that a person has said or checked,
            of one pair at least.
    """
    for group in _groups(comparisons):
        if not only_checked or any(one.is_sure for one in group):
            yield _entry(group, articles, comparisons)


def _groups(comparisons: Comparisons) -> list[list[_OfPair]]:
    """The facts of all pairs, those together that are told by the same words."""
    facts = [
        _OfPair(pair, fact)
        for pair, comparison in sorted(comparisons.items())
        for fact in comparison.facts
    ]
    first = list(range(len(facts)))

    def root(n: int) -> int:
        while first[n] != n:
            n = first[n]
        return n

    for one, other in chain(_alike(facts), _linked(facts, comparisons)):
        low, high = sorted((root(one), root(other)))
        first[high] = low
    groups: dict[int, list[_OfPair]] = {}
    for n, fact in enumerate(facts):
        groups.setdefault(root(n), []).append(fact)
    return list(groups.values())


def _alike(facts: Sequence[_OfPair]) -> Iterator[tuple[int, int]]:
    """Facts of two pairs, by their numbers, that are told by the same words."""
    told: dict[tuple[int, Kind], list[tuple[Span, int]]] = {}
    for n, one in enumerate(facts):
        for article, span in one.places:
            told.setdefault((article, one.fact.kind), []).append((span, n))
    for (_, kind), places in told.items():
        near: list[tuple[Span, int]] = []
        for span, n in sorted(places):
            near = [one for one in near if one[0].end > span.start]
            for other, m in near:
                if facts[m].pair != facts[n].pair and _is_one(kind, other, span):
                    yield m, n
            near.append((span, n))


def _linked(
    facts: Sequence[_OfPair], comparisons: Comparisons
) -> Iterator[tuple[int, int]]:
    """Claims, by their numbers, of sentences that are matched: both tell one thing.

    No pair says so, for what both of two articles tell is no claim of theirs.
    """
    whole: dict[tuple[int, int], list[int]] = {}
    for n, one in enumerate(facts):
        for article, span in one.places if one.fact.kind is Kind.CLAIM else ():
            side = SIDES[one.pair.index(article)]
            text = comparisons[one.pair].articles[side]
            i = text.sentence_at(span.start)
            if i is not None and _is_one(Kind.CLAIM, text.sentences[i].span, span):
                whole.setdefault((article, i), []).append(n)
    for (a, b), comparison in comparisons.items():
        for link in comparison.links:
            if link.state is State.MATCHED:
                mine, theirs = whole.get((a, link.a), ()), whole.get((b, link.b), ())
                yield from product(mine, theirs)


def _is_one(kind: Kind, one: Span, other: Span) -> bool:
    """Whether two stretches that share characters tell one thing.

    A part of a sentence that one article lacks is not the sentence that another does.
    """
    shared = min(one.end, other.end) - max(one.start, other.start)
    longer = max(one.end - one.start, other.end - other.start)
    return kind not in _SENTENCES or 2 * shared >= longer


def _entry(
    group: Sequence[_OfPair], articles: Sequence[Article], comparisons: Comparisons
) -> dict[str, Any]:
    """One fact of gold, without its number."""
    fact = group[0].fact
    spans: dict[int, list[Span]] = {}
    for article, span in chain.from_iterable(one.places for one in group):
        spans.setdefault(article, []).append(span)
    if fact.kind in _SENTENCES:
        spans |= dict(_told_by_links(group, spans, articles, comparisons))
    values = dict(sorted(chain.from_iterable(one.values for one in reversed(group))))
    notes = dict.fromkeys(one.fact.said.note for one in group if one.fact.said.note)
    origins = {one.fact.origin for one in group}
    return {
        "fact": " / ".join(dict.fromkeys(values.values())),
        "kind": _KINDS.get(fact.kind, fact.kind.value),
        "evidence": {
            KEYS[n]: [
                [*span, articles[n].sentence_at(span.start)]
                for span in dict.fromkeys(spans[n])
            ]
            for n in sorted(spans)
        },
        "values": _values(group, values),
        "origin": (Origin.PERSON if Origin.PERSON in origins else fact.origin).value,
        "checked": any(one.fact.said.checked for one in group),
        "note": "; ".join(notes),
    }


def _told_by_links(
    group: Sequence[_OfPair],
    told: Collection[int],
    articles: Sequence[Article],
    comparisons: Comparisons,
) -> Iterator[tuple[int, list[Span]]]:
    """Articles that tell a thing although no pair has a fact that says so."""
    pairs = {one.pair for one in group}
    places = [place for one in group for place in one.places]
    for n, article in enumerate(articles):
        if n in told or any(tuple(sorted((n, m))) in pairs for m, _ in places):
            continue
        for m, span in places:
            i = articles[m].sentence_at(span.start)
            of_pair = comparisons[min(n, m), max(n, m)]
            side = Side.A if m < n else Side.B
            if _lacks(of_pair, side, span):
                break
            there = (k.index(side.other) for k in of_pair.links if k.index(side) == i)
            if (sentence := next(there, None)) is not None:
                yield n, [article.sentences[sentence].span]
                break


def _lacks(comparison: Comparison, side: Side, span: Span) -> bool:
    """Whether half of some words of one side are told by it alone."""
    alone = [
        min(one.end, span.end) - max(one.start, span.start)
        for fact in comparison.facts
        if fact.status is side.only
        for one in fact.spans[side]
    ]
    return 2 * max(alone, default=0) >= span.end - span.start


def _values(
    group: Sequence[_OfPair], values: Mapping[int, str]
) -> dict[str, str] | None:
    """The value of each article where some differ; of those that agree the same."""
    against = [one for one in group if one.fact.status is Status.CONFLICT]
    if not against:
        return None
    agreeing = {n: n for n in values}
    for one in group:
        if one.fact.status is Status.BOTH:
            low, high = (agreeing[n] for n in one.pair)
            agreeing |= {n: low for n, of in agreeing.items() if of == high}
    given = {n: values[of] for n, of in agreeing.items()}
    for one in against:
        if agreeing[one.pair[0]] == agreeing[one.pair[1]]:
            given |= dict(one.values)  # pairs contradict each other: both are told
    return {KEYS[n]: given[n] for n in sorted(given)}
