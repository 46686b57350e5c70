"""Whole sentences that tell the same, one of them less surely.

Where two sentences have most else in common, a single "may" or "probably" is what they
differ in, even where no word is the same behind it: "will sell", "a sale may follow".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.contrasts import are_of_others
from newsdiff.comparing.conflicts.likeness import Likeness, find_alike
from newsdiff.comparing.conflicts.parting import have_other_names, have_other_values
from newsdiff.comparing.conflicts.phrases import is_auxiliary, is_determiner, is_verb
from newsdiff.comparing.conflicts.readings import Reading, once
from newsdiff.comparing.conflicts.scenes import Scene, readings_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.comparing.conflicts.slots import Slot
from newsdiff.english.events import step_of
from newsdiff.english.tables import table
from newsdiff.mentions import Certainty
from newsdiff.mentions.statements.certainty import find_cues
from newsdiff.model import SIDES, Kind, Link, Mention, Pair, Role, Span

_ALIKE: Final = Likeness(link=0.85, share=0.5, weight=2.5)
_SAME: Final = Likeness(link=0.85, share=0.6, weight=2.5, of_more=0.45)
_MOST_CLAUSES: Final = 2
"""Clauses of a sentence: of a longer one it is not clear what a hedge belongs to."""


_WHO: Final = ("suspect", "suspects")
"""Who stands in a case, which says nothing of how far it has gone."""


class _Told(NamedTuple):
    """How surely a sentence tells what it tells, and which words say so."""

    level: Certainty
    span: Span


def find_outlooks(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> Iterator[Conflict]:
    """Sentences that surely tell the same, more and less surely."""
    found: list[tuple[float, Conflict]] = []
    for link, scenes in find_alike(sides, links, _ALIKE):
        if _are_comparable(scenes) and _ALIKE.holds(scenes):
            found += [(link.score, one) for one in _levels(scenes)]
            found += [(link.score, one) for one in _steps(scenes)]
    # Articles of two days say "will" and "did" throughout: it is told once.
    best = max(found, key=lambda one: (one[0], one[1].spans.a), default=None)
    if best:
        yield best[1]


def _are_comparable(scenes: Pair[Scene]) -> bool:
    """Whether both are short and of one role, and nothing sets them apart."""
    if {scene.reading.role for scene in scenes} not in ({Role.BODY}, {Role.HEADLINE}):
        return False
    if are_of_others(scenes, Pair(frozenset(), frozenset())):
        return False
    return all(
        len(scene.side.analysed.clauses_of(scene.sentence)) <= _MOST_CLAUSES
        for scene in scenes
    )


def _levels(scenes: Pair[Scene]) -> Iterator[Conflict]:
    told = readings_of(scenes).map(_told)
    if not _belong_together(scenes, told):
        return
    if told.a is None or told.b is None or told.a.level is told.b.level:
        return
    if Certainty.CONFIRMED not in (told.a.level, told.b.level):
        return
    slots = scenes.map(
        lambda scene, one: Slot(scene, _mention(scene, one.span)),
        Pair(told.a, told.b),
    )
    if have_other_values(slots) or have_other_names(slots):
        return
    low, high = sorted((told.a.level, told.b.level))
    rungs = table("conflicts")["rungs"]
    names = [rungs[level.name.lower()] for level in (high, low)]
    yield _conflict(
        scenes,
        Pair(told.a.span, told.b.span),
        f"{names[0]} in one article, {names[1]} in the other",
    )


def _belong_together(scenes: Pair[Scene], told: Pair[_Told | None]) -> bool:
    """Whether what one article hedges is what the other tells.

    The word behind the hedge stands there too, or the sentences are nearly the same.
    """
    for side in SIDES:
        one = told[side]
        if one and one.level is not Certainty.CONFIRMED:
            head = _head(scenes[side].reading, one.span)
            other = scenes[side.other].reading
            if not head & (other.every_root | _happened(other)):
                return _SAME.holds(scenes)
    return True


def _head(reading: Reading, cue: Span) -> frozenset[str]:
    """The roots and events of the first content word behind a hedge."""
    for n, word in enumerate(reading.words):
        roots = reading.roots.get(word.start, frozenset())
        if word.start >= cue.end and roots:
            return roots | {f"event {e}" for e in reading.events.get(n, ())}
    return frozenset()


def _happened(reading: Reading) -> frozenset[str]:
    return frozenset(f"event {e}" for own in reading.events.values() for e in own)


def _mention(scene: Scene, span: Span) -> Mention:
    return Mention(
        kind=Kind.CERTAINTY,
        span=span,
        sentence=scene.sentence,
        key="",
        rule="outlook",
    )


@once
def _told(reading: Reading) -> _Told | None:
    """The weakest hedge of a sentence; else its first verb, as stated plainly."""
    if reading.hedges:
        cue = min(
            reading.hedges, key=lambda one: (Certainty[one.key.upper()], one.span)
        )
        return _Told(Certainty[cue.key.upper()], cue.span)
    for cue in find_cues(reading.words, 0):
        if cue.key == "confirmed":
            return _Told(Certainty.CONFIRMED, cue.span)
    conditions = table("conflicts")["conditions"]["words"].split()
    if not reading.folded.isdisjoint(conditions):
        return None
    place = _first_verb(reading)
    return None if place is None else _Told(Certainty.CONFIRMED, place)


def _first_verb(reading: Reading) -> Span | None:
    """The first verb of a sentence with the words that help it."""
    words = reading.words
    for n, word in enumerate(words):
        helped = is_auxiliary(word.folded) and word.folded != "to"
        if helped:
            told = (k for k in range(n, len(words)) if words[k].start in reading.roots)
            last = next(told, n)
            return Span(word.start, words[last].end)
        is_noun = n and is_determiner(words[n - 1].folded)
        if n in reading.events and is_verb(reading, n) and not is_noun:
            return Span(word.start, word.end)
    return None


def _steps(scenes: Pair[Scene]) -> Iterator[Conflict]:
    """A case that has gone further in one article: suspected, arrested."""
    found = readings_of(scenes).map(_last_step)
    if found.a and found.b and found.a[0] != found.b[0]:
        spans = Pair(found.a[1], found.b[1])
        yield _conflict(scenes, spans, "gone further in one article than in the other")


def _last_step(reading: Reading) -> tuple[int, Span] | None:
    steps = [
        (step, -n)
        for n, events in reading.events.items()
        if reading.words[n].folded not in _WHO
        if (step := step_of(events)) is not None
    ]
    if not steps:
        return None
    step, n = max(steps)
    word = reading.words[-n]
    return step, Span(word.start, word.end)


def _conflict(scenes: Pair[Scene], spans: Pair[Span], note: str) -> Conflict:
    return Conflict(
        kind=Kind.CERTAINTY,
        value=scenes.map(lambda scene, span: scene.reading.words_at(span), spans),
        spans=spans.map(lambda span: (span,)),
        note=note,
    )
