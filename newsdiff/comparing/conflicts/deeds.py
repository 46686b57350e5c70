"""Who did it to whom: the same event with another doer, or with both exchanged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.contrasts import are_told_otherwise
from newsdiff.comparing.conflicts.likeness import Likeness, find_alike
from newsdiff.comparing.conflicts.phrases import (
    Who,
    are_exchanged,
    are_two,
    find_agent,
    find_before,
    find_behind,
    is_passive,
    is_verb,
    read_who,
    span_of,
)
from newsdiff.comparing.conflicts.readings import Reading, once
from newsdiff.comparing.conflicts.scenes import Scene, readings_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import mutual_events
from newsdiff.model import SIDES, Kind, Link, Pair, Role

_ALIKE: Final = Likeness(link=0.85, share=0.35, weight=1.5, of_more=0.4)
_SAME: Final = Likeness(link=0.85, share=0.5, weight=1.5, of_more=0.5)
"""What a name and a noun must have around them to be two."""
_SHARED: Final = Likeness(link=0.85, share=0.0, weight=1.5)
"""What both must share in any case, with or without who did it."""


class Deed(NamedTuple):
    """What was done, with who did it, and to whom, as far as the sentence says."""

    what: frozenset[str]
    """The roots and events of the verb."""
    doer: range
    target: range


def find_doers(sides: Pair[ConflictSide], links: Sequence[Link]) -> Iterator[Conflict]:
    """Events of sentences that surely tell the same, done by somebody else.

    Args:
        sides: Both articles.
        links: Their links; only matched ones of running text are looked at.
    """
    for _, scenes in find_alike(sides, links, _ALIKE):
        if any(scene.reading.role is Role.HEADLINE for scene in scenes):
            continue
        if not _SHARED.holds(scenes) or are_told_otherwise(scenes):
            continue
        deeds = readings_of(scenes).map(read_deeds)
        pairs = (Pair(a, b) for a in deeds.a for b in deeds.b if a.what & b.what)
        found = next((pair for pair in pairs if _differ(scenes, pair)), None)
        if found:
            yield _conflict(scenes, found)


@once
def read_deeds(reading: Reading) -> tuple[Deed, ...]:
    """What is done in a sentence and has a doer that it names, in order."""
    found = []
    for n, word in enumerate(reading.words):
        what = reading.plain_roots(word.start) | reading.events.get(n, frozenset())
        said = any(v.start <= word.start < v.end for v in reading.verbs)
        said = said and n not in reading.events
        if what and not said and is_verb(reading, n):
            deed = _deed(reading, n, what)
            if deed is not None:
                found.append(deed)
    return tuple(found)


def _deed(reading: Reading, n: int, what: frozenset[str]) -> Deed | None:
    before = find_before(reading, n)
    if agent := find_agent(reading, n):
        return Deed(what, agent, before)
    if is_passive(reading, n) or not before:
        return None
    return Deed(what, before, find_behind(reading, n))


def _differ(scenes: Pair[Scene], deeds: Pair[Deed]) -> bool:
    doers = scenes.map(lambda scene, deed: read_who(scene, deed.doer), deeds)
    targets = scenes.map(lambda scene, deed: read_who(scene, deed.target), deeds)
    mutual = deeds.a.what & deeds.b.what & mutual_events()
    if are_exchanged(doers, targets) and _ALIKE.holds(scenes) and not mutual:
        return not doers.a.words & doers.b.words and not doers.a.names & doers.b.names
    if not are_two(doers) or not _ALIKE.of(_without(scenes, deeds), scenes):
        return False
    if _are_mixed(doers) and not (
        _are_bodies(scenes, doers) and _SAME.of(_without(scenes, deeds), scenes)
    ):
        return False
    wholes = scenes.map(lambda scene: read_who(scene, range(len(scene.reading.words))))
    return not any(
        doers[s].names & wholes[s.other].names
        or doers[s].words & wholes[s.other].words
        or any(a & b for a in doers[s].actors for b in wholes[s.other].actors)
        for s in SIDES
    )


def _without(scenes: Pair[Scene], deeds: Pair[Deed]) -> Pair[frozenset[str]]:
    """The roots of the sentences without those of the doers."""
    return readings_of(scenes).map(
        lambda one, deed: one.every_root - one.roots_in(span_of(one, deed.doer)), deeds
    )


def _are_mixed(doers: Pair[Who]) -> bool:
    """Whether one article has a name and the other a noun, which may be one."""
    return bool(doers.a.names) != bool(doers.b.names)


def _are_bodies(scenes: Pair[Scene], doers: Pair[Who]) -> bool:
    """Whether no doer is a person's name: "the minister" may be anybody's."""
    return not any(
        scenes[s].side.kinds.get(key) is Kind.PERSON
        for s in SIDES
        for key in doers[s].names
    )


def _conflict(scenes: Pair[Scene], deeds: Pair[Deed]) -> Conflict:
    spans = readings_of(scenes).map(lambda one, deed: span_of(one, deed.doer), deeds)
    return Conflict(
        kind=Kind.CLAIM,
        value=scenes.map(lambda scene, span: scene.reading.words_at(span), spans),
        spans=spans.map(lambda span: (span,)),
        note="done by somebody else",
        mentions=Pair.each(
            lambda s: scenes[s].side.inside(spans[s], scenes[s].sentence)
        ),
    )
