"""What articles tell differently, gathered from the conflicts of all pairs.

Two places are of one dispute where a conflict names both, or where they overlap in one
article. Articles count as agreeing only where a pair was found to: from two that differ
from a third it does not follow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing.grounds import ends_unsure
from newsdiff.model import Absence, Article, Fact, Kind, Role, Side, Span, Status
from newsdiff.story.account.told import AllTold, overlap

_ORDER: Final = (
    Kind.NUMBER,
    Kind.DATE,
    Kind.CLAIM,
    Kind.QUOTE,
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.PLACE,
    Kind.ATTRIBUTION,
    Kind.CERTAINTY,
)
"""Most telling first; a dispute is called by the first kind of its conflicts."""
_HEADS: Final = (Role.HEADLINE, Role.SUBHEADING)
_SPEAKERS: Final = ("Another speaker.", "Carried by another agency or outlet.")
"""What is told of speakers; that one article names a body and the other its spokesman
is left to the pair."""
_SLOPE: Final = 4.0
Place = tuple[int, Span]
"""An article and a place in it."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """One thing that is told differently."""

    kind: Kind
    versions: tuple[tuple[Place, ...], ...]
    """One place an article; those that agree stand together, most first."""
    note: str | None
    lacks: tuple[tuple[int, Absence], ...]
    """Articles whose text was not found to have it at all."""
    covers: frozenset[Place]
    """Every place that it is about."""
    weight: float

    @property
    def is_unsure(self) -> bool:
        """Whether its values are perhaps of different things."""
        return ends_unsure(self.note)


def find_disputes(articles: Sequence[Article], told: AllTold) -> list[Dispute]:
    """What the articles of a story tell differently, most telling first."""
    conflicts = [
        (pair, fact)
        for pair, known in sorted(told.items())
        for fact in known.facts
        if fact.status is Status.CONFLICT and _is_telling(fact)
    ]
    sure = [one for one in conflicts if not ends_unsure(one[1].note)]
    unsure = [one for one in conflicts if ends_unsure(one[1].note)]
    made = [_Gathering(articles, told, group).made() for group in _groups(sure)]
    known = [{*one.covers}.union(*one.versions) for one in made]
    left = [
        (pair, fact)
        for pair, fact in unsure
        if not any(_are_known(places, _places(pair, fact)) for places in known)
    ]
    made += [_Gathering(articles, told, group).made() for group in _groups(left)]
    telling = [one for one in made if not _is_of_headlines(one, articles)]
    return sorted(telling, key=lambda one: (one.is_unsure, -one.weight, one.versions))


def _are_known(known: set[Place], places: Sequence[Place]) -> bool:
    """Whether all of some places are told of with others already."""
    return all(_meet(known, {place}) for place in places)


def _is_telling(fact: Fact) -> bool:
    """Whether a conflict is one: a person's word against nobody's hardly is."""
    return fact.kind is not Kind.ATTRIBUTION or fact.note in _SPEAKERS


def _is_of_headlines(one: Dispute, articles: Sequence[Article]) -> bool:
    """Whether it is how sure headlines are, which are never whole sentences."""
    roles = (
        articles[n].sentences[articles[n].sentence_at(span.start) or 0].role
        for part in one.versions
        for n, span in part
    )
    return one.kind is Kind.CERTAINTY and any(role in _HEADS for role in roles)


_PairFact = tuple[tuple[int, int], Fact]


def _places(pair: tuple[int, int], fact: Fact) -> list[Place]:
    return [
        (article, span)
        for article, spans in zip(pair, fact.spans, strict=True)
        for span in spans
    ]


def _groups(conflicts: Sequence[_PairFact]) -> list[list[_PairFact]]:
    """Conflicts that are of one thing: they share a place."""
    groups: list[tuple[set[Place], list[_PairFact]]] = []
    for pair, fact in conflicts:
        places = set(_places(pair, fact))
        ours = [(pair, fact)]
        apart = []
        for known, facts in groups:
            if _meet(known, places) and _are_alike(facts[0][1].kind, fact.kind):
                places |= known
                ours = [*facts, *ours]
            else:
                apart.append((known, facts))
        groups = [*apart, (places, ours)]
    return [facts for _, facts in groups]


def _are_alike(one: Kind, other: Kind) -> bool:
    """Whether conflicts of two kinds can be of one thing.

    How sure a number is belongs to the number; a quotation that holds one does not.
    """
    values = (Kind.NUMBER, Kind.DATE, Kind.CERTAINTY)
    return one is other or (one in values and other in values)


def _meet(one: set[Place], other: set[Place]) -> bool:
    return any(a == b and overlap(s, t) for a, s in one for b, t in other)


@dataclass(frozen=True)
class _Gathering:
    """The conflicts of one thing, and what else is known of their places."""

    articles: Sequence[Article]
    told: AllTold
    conflicts: list[_PairFact]

    def made(self) -> Dispute:
        """What is told differently, by whom."""
        places = self._where()
        agreeing = list(self._agreements(places))
        for one, other in agreeing:
            places.setdefault(one[0], one[1])
            places.setdefault(other[0], other[1])
        kind = min((fact.kind for _, fact in self.conflicts), key=_ORDER.index)
        note = next(fact.note for _, fact in self.conflicts if fact.kind is kind)
        unsure = (
            {pair for pair, fact in self.conflicts if fact.kind is Kind.CERTAINTY}
            if kind is not Kind.CERTAINTY
            else set()
        )
        pairs = {(a[0], b[0]) for a, b in agreeing} | unsure
        parts = self._parted(places, pairs, unsure)
        high = max(self._height(place) for place in places.items())
        weight = (
            high + (len(_ORDER) - _ORDER.index(kind)) / len(_ORDER) + 0.1 * len(places)
        )
        return Dispute(
            kind=kind,
            versions=parts,
            note=note,
            lacks=tuple(sorted(self._lacks(places, kind).items())),
            covers=frozenset(
                place for pair, fact in self.conflicts for place in _places(pair, fact)
            ),
            weight=weight,
        )

    def _where(self) -> dict[int, Span]:
        """The place in each article: in a sentence of the text before a headline."""
        found: defaultdict[int, list[Span]] = defaultdict(list)
        for pair, fact in self.conflicts:
            for article, span in _places(pair, fact):
                found[article].append(span)
        return {
            n: min(spans, key=lambda s: self._order(n, s)) for n, spans in found.items()
        }

    def _order(self, article: int, span: Span) -> tuple[object, ...]:
        sentence = self.articles[article].sentence_at(span.start)
        late = (
            sentence is None
            or self.articles[article].sentences[sentence].role in _HEADS
        )
        return late, span

    def _agreements(self, places: Mapping[int, Span]) -> Iterator[tuple[Place, Place]]:
        """Pairs of places of which it was found that they tell the same value."""
        every = {p for pair, fact in self.conflicts for p in _places(pair, fact)}
        kinds = {fact.kind for _, fact in self.conflicts}
        for pair, known in sorted(self.told.items()):
            for fact in known.facts:
                if fact.status is not Status.BOTH or fact.kind not in kinds:
                    continue
                if not _meet(set(_places(pair, fact)), every):
                    continue
                if not self._is_told_there(places, pair, fact):
                    continue
                yield (
                    (pair[0], self._best(places, pair[0], fact.spans.a)),
                    (pair[1], self._best(places, pair[1], fact.spans.b)),
                )

    def _is_told_there(
        self, places: Mapping[int, Span], pair: tuple[int, int], fact: Fact
    ) -> bool:
        """Whether what two agree on is what is quoted of them, not told elsewhere."""
        return all(
            article not in places or any(overlap(s, places[article]) for s in spans)
            for article, spans in zip(pair, fact.spans, strict=True)
        )

    def _best(
        self, places: Mapping[int, Span], article: int, spans: Sequence[Span]
    ) -> Span:
        if article in places:
            return places[article]
        return min(spans, key=lambda span: self._order(article, span))

    def _parted(
        self,
        places: Mapping[int, Span],
        agreeing: set[tuple[int, int]],
        unsure: set[tuple[int, int]],
    ) -> tuple[tuple[Place, ...], ...]:
        """The articles by what they say, those first that most agree with.

        Args:
            places: Where each says it.
            agreeing: Pairs that say the same.
            unsure: Those of them that only are not equally sure of it.
        """
        differ = {frozenset(pair) for pair, _ in self.conflicts}
        differ -= {frozenset(pair) for pair in unsure}
        alike = {frozenset(pair) for pair in agreeing} - differ
        words = {n: self._words((n, span)) for n, span in places.items()}
        parts: list[list[int]] = []
        for article in sorted(places):
            for part in parts:
                pairs = [frozenset((article, other)) for other in part]
                same = [
                    pair in alike or words[article] == words[other]
                    for pair, other in zip(pairs, part, strict=True)
                ]
                if any(same) and not any(pair in differ for pair in pairs):
                    part.append(article)
                    break
            else:
                parts.append([article])
        parts.sort(key=lambda part: (-len(part), part))
        return tuple(tuple((n, places[n]) for n in part) for part in parts)

    def _words(self, place: Place) -> str:
        text = self.articles[place[0]].text[slice(*place[1])]
        return " ".join(text.casefold().split())

    def _height(self, place: Place) -> float:
        article = self.articles[place[0]]
        sentence = article.sentence_at(place[1].start) or 0
        return 1 / (1 + _SLOPE * sentence / max(1, len(article.sentences)))

    def _lacks(self, places: Mapping[int, Span], kind: Kind) -> dict[int, Absence]:
        """The articles that were not found to have any of it, as surely as is known.

        Of words it is only certain that they stand nowhere where that holds for all of
        the versions.
        """
        found: defaultdict[int, dict[int, Absence]] = defaultdict(dict)
        for pair, known in sorted(self.told.items()):
            for fact in known.facts:
                side = fact.status.side
                if side is None or fact.absence is None:
                    continue
                teller, lacking = pair if side is Side.A else pair[::-1]
                if lacking in places or teller not in places:
                    continue
                if not any(overlap(s, places[teller]) for s in fact.spans[side]):
                    continue
                # Of a value its own fact knows more than the claim around it.
                if fact.kind is kind or teller not in found[lacking]:
                    found[lacking][teller] = fact.absence
        certain = {Absence.STRING}
        return {
            n: Absence.STRING
            if {*known.values()} == certain and known.keys() == places.keys()
            else Absence.MEANING
            for n, known in found.items()
        }
