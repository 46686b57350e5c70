"""What a value or name stands for in its sentence: what is told of it, and beside what.

Two values fill the same slot where their sentences tell the same of them. How likely
that is, features of the two say, weighed by a model that was fitted to annotated pairs.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsdiff.analysis.sayings import Saying
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import counts_people, find_events, is_state, time_of
from newsdiff.english.words import Token, tokens
from newsdiff.mentions.contrasts import days_between, sort_of
from newsdiff.model import Kind, Mention, Pair, Role, Side, Span

_REACH: Final = 5
"""Words on each side of a value that are next to it."""
_FURTHEST: Final = 3.0
"""Distance past which it counts no more."""
_PARTNER: Final = 0.3
"""Probability of a link from which two sentences are partners."""
_VALUES: Final = (Kind.NUMBER, Kind.DATE)
FEATURES: Final = {
    "link": "probability that the two sentences tell the same",
    "near, share": "share of the words next to both that both have",
    "near, weight": "weight of the words next to both that both have",
    "clause, weight": "weight of the words of both clauses that both have",
    "sentence, share": "share of the words of both sentences that both have",
    "link, near": "both the sentences and the words next to them tell the same",
    "same event": "the same happened to what they stand for",
    "same noun": "they count the same",
    "word before": "the same word stands before both",
    "word after": "the same word stands after both",
    "rivals": "values of the kind in both sentences, as a logarithm",
    "told by a partner": "a sentence linked to one tells the other's value",
    "told elsewhere": "one article tells the other's value too, elsewhere",
    "told of both": "both articles tell both values",
    "distance": "how far apart the values are",
    "other days": "the clauses tell of other days or years",
    "other places": "the sentences tell of other places",
    "other people": "the sentences tell of other people or bodies",
    "same names": "names that both sentences have, as a logarithm",
    "loose": "one of them is told as a bound or roughly",
    "headline": "one of them stands in a headline",
    "quoted": "just one of them stands in a quotation",
}
"""Every feature of two values, in the order of a vector."""


@dataclass(frozen=True)
class Scene:
    """A sentence with what its values are told of. Not slotted: it keeps what it made."""

    side: ConflictSide
    sentence: int

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return self.side.analysed.article.sentences[self.sentence].span

    @cached_property
    def words(self) -> tuple[Token, ...]:
        """All words of the sentence."""
        return tokens(self.side.analysed.article.text, *self.span)

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.start for word in self.words]

    @cached_property
    def roots(self) -> Mapping[int, frozenset[str]]:
        """Start of each content word → its roots; none of values."""
        values = [m.span for m in self.mentions if m.kind in _VALUES]
        found: dict[int, set[str]] = {}
        for word in self.side.analysed.content_of(self.sentence):
            at = word.span.start
            if not any(v.start <= at < v.end for v in values):
                found.setdefault(at, set()).add(word.root)
        return {at: frozenset(roots) for at, roots in found.items()}

    @cached_property
    def _plain(self) -> Mapping[int, frozenset[str]]:
        words = self.side.analysed.content_of(self.sentence)
        return {w.span.start: frozenset({w.root}) for w in words if w.plain}

    def plain_roots(self, start: int) -> frozenset[str]:
        """The roots of the word that starts there; none of names and numbers."""
        return self._plain.get(start, frozenset())

    @cached_property
    def events(self) -> Mapping[int, frozenset[str]]:
        """Number of each word that tells an event → the events."""
        return find_events(self.words)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The names and values of the sentence."""
        return self.side.mentions.get(self.sentence, ())

    @property
    def values(self) -> tuple[Mention, ...]:
        """Its numbers and dates."""
        return tuple(m for m in self.mentions if m.kind in _VALUES)

    @property
    def role(self) -> Role:
        """What the sentence is for."""
        return self.side.analysed.article.sentences[self.sentence].role

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Who says what in it."""
        return self.side.sayings.get(self.sentence, ())

    def names(self) -> frozenset[str]:
        """The keys of all its names."""
        return self.keys((Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE))

    def keys(self, kinds: Iterable[Kind]) -> frozenset[str]:
        """The keys of its mentions of some kinds."""
        return frozenset(m.key for m in self.mentions if m.kind in kinds)

    def roots_in(self, span: Span) -> frozenset[str]:
        """The roots of the content words of a place."""
        return frozenset(
            root
            for at, roots in self.roots.items()
            if span.start <= at < span.end
            for root in roots
        )

    def clause(self, offset: int) -> Span:
        """The clause that holds an offset; the sentence where none does."""
        clauses = self.side.analysed.clauses_of(self.sentence)
        return next((c for c in clauses if c.start <= offset < c.end), self.span)


@dataclass(frozen=True)
class Slot:
    """A value in its sentence."""

    scene: Scene
    mention: Mention

    @cached_property
    def place(self) -> range:
        """Which words of the sentence it is."""
        first = bisect_left(self.scene.starts, self.mention.span.start)
        return range(first, bisect_left(self.scene.starts, self.mention.span.end))

    @cached_property
    def near(self) -> frozenset[str]:
        """The roots of the words next to it."""
        return self._within(_REACH)

    @cached_property
    def beside(self) -> frozenset[str]:
        """The roots of the two words on each side of it."""
        return self._within(2)

    def _within(self, reach: int) -> frozenset[str]:
        words, place = self.scene.words, self.place
        around = (
            *words[max(0, place.start - reach) : place.start],
            *words[place.stop : place.stop + reach],
        )
        return frozenset(
            root for w in around for root in self.scene.roots.get(w.start, ())
        )

    @cached_property
    def clause(self) -> Span:
        """The clause it stands in."""
        return self.scene.clause(self.mention.span.start)

    @cached_property
    def told(self) -> frozenset[str]:
        """The roots of its clause."""
        return self.scene.roots_in(self.clause)

    @cached_property
    def event(self) -> frozenset[str]:
        """What happened to it: the events of the nearest word in its clause."""
        return self._nearest(self.clause)

    def _nearest(self, within: Span) -> frozenset[str]:
        words, place = self.scene.words, self.place
        options = [
            (max(place.start - n, n - place.stop + 1), n)
            for n in self.scene.events
            if within.start <= words[n].start < within.end and n not in place
        ]
        return self.scene.events[min(options)[1]] if options else frozenset()

    @cached_property
    def happened(self) -> frozenset[str]:
        """Every event of its sentence."""
        return frozenset(e for events in self.scene.events.values() for e in events)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of its clause, folded."""
        return frozenset(
            w.folded
            for w in self.scene.words
            if self.clause.start <= w.start < self.clause.end
        )

    @cached_property
    def times(self) -> frozenset[str]:
        """Words of its clause that say of what time it is told: "last", "now"."""
        return frozenset(filter(None, map(time_of, self.words)))

    @property
    def is_state(self) -> bool:
        """Whether it merely was so at some time."""
        return any(map(is_state, self.words)) and not self.event - {"contain"}

    def names(self, kinds: Iterable[Kind]) -> frozenset[str]:
        """The keys of the names of its clause that say nothing in the sentence."""
        speaking = {s.source.key for s in self.scene.sayings}
        return frozenset(
            m.key
            for m in self.scene.mentions
            if m.kind in kinds
            and m is not self.mention
            and m.key not in speaking
            and self._holds(m)
        )

    def word(self, step: int) -> str:
        """The word before (-1) or after (1) it; empty at the ends."""
        at = self.place.start - 1 if step < 0 else self.place.stop
        return self.scene.words[at].folded if 0 <= at < len(self.scene.words) else ""

    @cached_property
    def is_quoted(self) -> bool:
        """Whether it stands in a quotation."""
        span = self.mention.span
        return any(
            q.span.start <= span.start and span.end <= q.span.end
            for q in self.scene.side.quotes
            if q.sentence == self.scene.sentence
        )

    @cached_property
    def dated(self) -> tuple[Slot, ...]:
        """The dates of its clause, itself apart; those of the sentence if it has none."""
        every = [
            m
            for m in self.scene.mentions
            if m.kind is Kind.DATE and m is not self.mention
        ]
        inside = [m for m in every if self._holds(m)]
        return tuple(Slot(self.scene, m) for m in inside or every)

    @cached_property
    def days(self) -> frozenset[str]:
        """The keys of these dates."""
        return frozenset(slot.mention.key for slot in self.dated)

    @property
    def values(self) -> tuple[Mention, ...]:
        """The other numbers and dates of its clause; of the sentence if it has none."""
        every = tuple(m for m in self.scene.values if m is not self.mention)
        return tuple(filter(self._holds, every)) or every

    @property
    def numbers(self) -> tuple[Mention, ...]:
        """The numbers among these."""
        return tuple(m for m in self.values if m.kind is Kind.NUMBER)

    def _holds(self, mention: Mention) -> bool:
        return self.clause.start <= mention.span.start < self.clause.end


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of two sentences whose values are set against each other."""

    link: float
    """Probability that they tell the same."""
    best: bool
    """Whether each is the other's likeliest partner."""


class Places:
    """Where both articles tell which values."""

    def __init__(
        self, sides: Pair[ConflictSide], chances: Mapping[tuple[int, int], float]
    ) -> None:
        self._keys = sides.map(
            lambda side: {
                i: {m.key for m in mentions} for i, mentions in side.mentions.items()
            }
        )
        self._every = self._keys.map(lambda own: set().union(*own.values()))
        self._partners: Pair[defaultdict[int, set[int]]] = Pair(
            defaultdict(set), defaultdict(set)
        )
        for (i, j), chance in chances.items():
            if chance >= _PARTNER:
                self._partners.a[i].add(j)
                self._partners.b[j].add(i)

    def elsewhere(self, mentions: Pair[Mention]) -> tuple[float, float, float]:
        """Where else an article tells the other's value: a partner, anywhere, both."""
        there = [mentions[s].key in self._every[s.other] for s in Side]
        beside = any(
            mentions[s].key in self._keys[s.other].get(partner, ())
            for s in Side
            for partner in self._partners[s][mentions[s].sentence]
        )
        return float(beside), float(any(there)), float(all(there))


def describe(
    slots: Pair[Slot], setting: Setting, elsewhere: tuple[float, float, float]
) -> tuple[float, ...]:
    """The features of two values, in the order of `FEATURES`.

    Args:
        slots: The two.
        setting: What is known of their sentences.
        elsewhere: What `Places` says of them.
    """
    weights = slots.a.scene.side.root_weights
    near = _common(slots.map(lambda s: s.near), weights)
    return (
        setting.link,
        *near,
        _common(slots.map(lambda s: s.told), weights)[1],
        _common(slots.map(_roots), weights)[0],
        setting.link * near[1],
        float(bool(slots.a.event & slots.b.event)),
        _same_noun(slots),
        *(float(bool(w := slots.a.word(n)) and w == slots.b.word(n)) for n in (-1, 1)),
        math.log(max(1, _rivals(slots.a) + _rivals(slots.b) - 1)),
        *elsewhere,
        min(_distance(slots), _FURTHEST),
        _unlike(slots.map(lambda s: s.days)),
        _unlike(slots.map(lambda s: s.scene.keys((Kind.PLACE,)))),
        _unlike(slots.map(lambda s: s.scene.keys((Kind.PERSON, Kind.ORGANIZATION)))),
        math.log1p(len(slots.a.scene.names() & slots.b.scene.names())),
        float(any(s.mention.bound or s.mention.rule == "vague" for s in slots)),
        float(any(s.scene.role is Role.HEADLINE for s in slots)),
        float(slots.a.is_quoted != slots.b.is_quoted),
    )


def _roots(slot: Slot) -> frozenset[str]:
    return frozenset(r for roots in slot.scene.roots.values() for r in roots)


def _common(
    roots: Pair[frozenset[str]], weights: Mapping[str, float]
) -> tuple[float, float]:
    """Weight in common as a share of the lighter side, and as a logarithm."""
    each = roots.map(lambda own: sum(weights.get(r, 0.0) for r in sorted(own)))
    shared = sum(weights.get(r, 0.0) for r in sorted(roots.a & roots.b))
    return shared / (min(each) + 1.0), math.log1p(shared)


def _same_noun(slots: Pair[Slot]) -> float:
    """1 where both count the same, half where both count people."""
    one, other = slots.map(lambda s: s.mention.unit)
    if one is None or other is None:
        return 0.0
    return 1.0 if one == other else 0.5 * (counts_people(one) and counts_people(other))


def _rivals(slot: Slot) -> int:
    return sum(sort_of(m) == sort_of(slot.mention) for m in slot.scene.mentions)


def _distance(slots: Pair[Slot]) -> float:
    one, other = slots.map(lambda s: s.mention.resolved)
    if isinstance(one, float) and isinstance(other, float) and one > 0 < other:
        return abs(math.log(one / other))
    days = days_between(slots.a.mention, slots.b.mention)
    return 0.0 if days is None else math.log1p(days) / 2


def _unlike(keys: Pair[frozenset[str]]) -> float:
    """1 where both have some and share none, -1 where they share one."""
    if not (keys.a and keys.b):
        return 0.0
    return -1.0 if keys.a & keys.b else 1.0
