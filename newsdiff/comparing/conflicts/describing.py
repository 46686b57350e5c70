"""How likely two values are to fill the same slot: what speaks for it and against.

Each feature is a number that a model weighs which was fitted to annotated pairs of
articles (benchmarks/fit_conflicts.py).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing.conflicts.likeness import weigh
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.comparing.conflicts.slots import Slot
from newsdiff.english.events import counts_people
from newsdiff.mentions.contrasts import days_between, sort_of
from newsdiff.model import SIDES, Kind, Mention, Pair, Role

_FURTHEST: Final = 3.0
"""Distance past which it counts no more."""
_PARTNER: Final = 0.3
"""Probability of a link from which two sentences are partners."""
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
        there = [mentions[s].key in self._every[s.other] for s in SIDES]
        beside = any(
            mentions[s].key in self._keys[s.other].get(partner, ())
            for s in SIDES
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
    side = slots.a.scene.side
    near = _common(slots.map(lambda s: s.around.near), side)
    return (
        setting.link,
        *near,
        _common(slots.map(lambda s: s.around.told), side)[1],
        _common(slots.map(_roots), side)[0],
        setting.link * near[1],
        _same_event(slots),
        _same_noun(slots),
        *(
            float(bool(w := slots.a.around.word(n)) and w == slots.b.around.word(n))
            for n in (-1, 1)
        ),
        math.log(max(1, _rivals(slots.a) + _rivals(slots.b) - 1)),
        *elsewhere,
        min(_distance(slots), _FURTHEST),
        _unlike(slots.map(lambda s: s.days)),
        _unlike(slots.map(lambda s: s.scene.keys((Kind.PLACE,)))),
        _unlike(slots.map(lambda s: s.scene.keys((Kind.PERSON, Kind.ORGANIZATION)))),
        math.log1p(len(slots.a.scene.names & slots.b.scene.names)),
        float(any(s.mention.bound or s.mention.rule == "vague" for s in slots)),
        float(any(s.scene.reading.role is Role.HEADLINE for s in slots)),
        float(slots.a.is_quoted != slots.b.is_quoted),
    )


def _roots(slot: Slot) -> frozenset[str]:
    return slot.scene.reading.every_root


def _common(roots: Pair[frozenset[str]], side: ConflictSide) -> tuple[float, float]:
    """Weight in common as a share of the lighter side, and as a logarithm."""
    least = min(weigh(own, side) for own in roots)
    shared = weigh(roots.a & roots.b, side)
    return shared / (least + 1.0), math.log1p(shared)


def _same_event(slots: Pair[Slot]) -> float:
    """1 where the nearest words tell one event, half where others of the clause do."""
    if slots.a.around.event & slots.b.around.event:
        return 1.0
    beside = any(slots[s].around.event & slots[s.other].around.events for s in SIDES)
    return 0.5 if beside else 0.0


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
