"""The same event with another number or date.

Every two values of a kind in sentences that may tell the same are looked at. Those that
cannot both be right, and are not told of different things, are weighed by a model.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final, NamedTuple

from newsdiff.aligning.logistic import Model, fitted
from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.describing import Places, Setting, describe
from newsdiff.comparing.conflicts.parting import are_apart
from newsdiff.comparing.conflicts.scenes import Scene, scene_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.comparing.conflicts.slots import Slot, slot_of
from newsdiff.english.events import counts_people
from newsdiff.english.tables import table
from newsdiff.mentions.contrasts import bounds_differ, sort_of, values_differ
from newsdiff.model import SIDES, Kind, Mention, Pair

LEAST_LINK: Final = 0.03
"""Probability of a link from which the values of two sentences are looked at."""
_SURE_LINK: Final = 0.3
"""The same for a number that is told as a bound by one of them."""
_ALSO: Final = 0.3
"""Share of what is needed that is enough for a further place of two values that differ
elsewhere."""
_SURE: Final = 0.8
"""Probability from which two values show that their sentences tell one event."""
_LESS: Final = 0.2
"""Share of what is needed that is then enough for the others of these sentences."""
_VALUES: Final = (Kind.DATE, Kind.NUMBER)
_BARE: Final = "the bare number"
"""What is told by a number with no word that says how it is meant."""
_NOTES: Final = {Kind.DATE: "another date", Kind.NUMBER: "another number"}

Probabilities = Mapping[tuple[int, int], float]
"""Sentence of A, sentence of B → probability that both tell the same."""


class Candidate(NamedTuple):
    """Two values that cannot both be right, if they fill the same slot."""

    slots: Pair[Slot]
    vector: tuple[float, ...]

    @property
    def values(self) -> Pair[str]:
        """The two values; people are counted as such, whatever they are called."""
        return self.slots.map(lambda slot: _value_of(slot.mention))


@dataclass(frozen=True, slots=True)
class ValueModels:
    """How likely it is that two numbers, or two dates, fill the same slot."""

    numbers: Model
    dates: Model

    @classmethod
    def packaged(cls) -> ValueModels:
        """Those that come with newsdiff."""
        return cls(*(fitted(__package__, name) for name in ("numbers", "dates")))

    def judge(self, candidate: Candidate) -> tuple[float, float]:
        """The probability of a candidate, and the least that is needed."""
        is_date = candidate.slots.a.mention.kind is Kind.DATE
        model = self.dates if is_date else self.numbers
        return model.probability(candidate.vector), model.least["conflict"]


def find_value_conflicts(
    sides: Pair[ConflictSide], chances: Probabilities, models: ValueModels | None = None
) -> Iterator[Conflict]:
    """Numbers and dates that are told otherwise, each two values once.

    Args:
        sides: Both articles.
        chances: How likely every two sentences are to tell the same.
        models: How candidates are weighed; None for the packaged models.
    """
    known = models or ValueModels.packaged()
    found: defaultdict[tuple[str, ...], list[tuple[float, Candidate]]]
    found = defaultdict(list)
    for group in _by_sentences(list_candidates(sides, chances)):
        for candidate, chance, least in _one_to_one(group, known):
            if chance >= _ALSO * least:
                found[tuple(candidate.values)].append((chance / least, candidate))
    for options in found.values():
        if max(worth for worth, _ in options) >= 1:
            yield _conflict(sides, [candidate for _, candidate in options])
    yield from _bounds(sides, chances)


def list_candidates(
    sides: Pair[ConflictSide], chances: Probabilities
) -> Iterator[Candidate]:
    """Every two values that can be told of the same thing and cannot both be right."""
    places = Places(sides, chances)
    for scenes, setting in cancellable(_scenes(sides, chances, LEAST_LINK)):
        keys = scenes.map(lambda scene: scene.value_keys)
        for a, b in product(*(scene.values for scene in scenes)):
            if a.key in keys.b or b.key in keys.a or not values_differ(a, b):
                continue
            slots = Pair(slot_of(scenes.a, a), slot_of(scenes.b, b))
            if not are_apart(slots):
                vector = describe(slots, setting, places.elsewhere(Pair(a, b)))
                yield Candidate(slots, vector)


def _scenes(
    sides: Pair[ConflictSide], chances: Probabilities, least: float
) -> Iterator[tuple[Pair[Scene], Setting]]:
    """Every two sentences with values that may tell the same, in order."""
    likely = [one for one in chances.items() if one[1] >= least]
    best: Pair[defaultdict[int, float]] = Pair(defaultdict(float), defaultdict(float))
    for (i, j), chance in likely:
        best.a[i] = max(best.a[i], chance)
        best.b[j] = max(best.b[j], chance)
    made = Pair.each(
        lambda s: {
            i: scene_of(sides[s], i)
            for i, mentions in sides[s].mentions.items()
            if any(m.kind in _VALUES for m in mentions)
        }
    )
    for (i, j), chance in sorted(likely):
        if i in made.a and j in made.b:
            closest = best.a[i] == best.b[j] == chance
            yield Pair(made.a[i], made.b[j]), Setting(chance, closest)


def _value_of(mention: Mention) -> str:
    unit = mention.unit
    if mention.kind is Kind.NUMBER and (unit is None or counts_people(unit)):
        return f"{sort_of(mention)} {mention.resolved or mention.key}"
    return mention.key


def _by_sentences(candidates: Iterator[Candidate]) -> Iterator[list[Candidate]]:
    grouped: defaultdict[tuple[int, int], list[Candidate]] = defaultdict(list)
    for one in candidates:
        a, b = one.slots.map(lambda slot: slot.scene.sentence)
        grouped[a, b].append(one)
    yield from grouped.values()


def _one_to_one(
    candidates: Sequence[Candidate], models: ValueModels
) -> Iterator[tuple[Candidate, float, float]]:
    """The likeliest candidates of two sentences: a value is set against one other."""
    judged = [(one, *models.judge(one)) for one in candidates]
    judged.sort(key=lambda found: -found[1] / found[2])
    sure = judged[0][1] if judged else 0.0
    if sure >= _SURE:  # they tell one event: less is needed for the next value
        judged[1:] = [(one, c, least * _LESS) for one, c, least in judged[1:]]
    taken: Pair[set[Mention]] = Pair(set(), set())
    for one, chance, least in judged:
        mentions = one.slots.map(lambda slot: slot.mention)
        if not any(mentions[s] in taken[s] for s in SIDES):
            for side in SIDES:
                taken[side].add(mentions[side])
            yield one, chance, least


def _conflict(
    sides: Pair[ConflictSide], candidates: Sequence[Candidate], note: str | None = None
) -> Conflict:
    mentions = Pair.each(
        lambda s: sorted({c.slots[s].mention for c in candidates}, key=lambda m: m.span)
    )
    first = mentions.map(lambda found: found[0])
    return Conflict(
        kind=first.a.kind,
        value=sides.map(
            lambda side, m: side.analysed.words_at(m.phrase or m.span), first
        ),
        resolved=first.map(lambda mention: mention.resolved),
        spans=mentions.map(lambda found: tuple(m.span for m in found)),
        note=note or _NOTES[first.a.kind],
        mentions=mentions.map(lambda found: frozenset(m.span for m in found)),
    )


def _bounds(sides: Pair[ConflictSide], chances: Probabilities) -> Iterator[Conflict]:
    """Numbers that one tells as a bound, or less surely: "at least 30", "30"."""
    found: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for scenes, _ in _scenes(sides, chances, _SURE_LINK):
        for a, b in product(*(scene.values for scene in scenes)):
            slots = Pair(slot_of(scenes.a, a), slot_of(scenes.b, b))
            if a.kind is b.kind is Kind.NUMBER and (note := _meant_otherwise(slots)):
                found[_value_of(a), note].append(Candidate(slots, ()))
    for (_, note), candidates in found.items():
        yield _conflict(sides, candidates, note).hedged


def _meant_otherwise(slots: Pair[Slot]) -> str | None:
    """How two equal numbers are meant, where that differs; else None."""
    one, other = slots.map(lambda slot: slot.mention)
    if bounds_differ(one, other):
        meant = sorted(f"{m.bound} that" for m in (one, other) if m.bound)
        return f"{meant[0]} in one article, {(*meant, _BARE)[1]} in the other"
    if one.key != other.key or one.resolved is None or sort_of(one) == "ordinal":
        return None
    hedges = slots.map(lambda slot: slot.hedge)
    if (hedges.a is None) == (hedges.b is None):
        return None
    rungs = table("conflicts")["rungs"]
    level = rungs[(hedges.a or hedges.b or "").lower()]
    return f"{rungs['confirmed']} in one article, {level} in the other"
