"""The opposite of what the other article tells: passed and rejected, rose and fell.

A word is opposed by one that cannot be true as well, or by itself where one article
says no to it. Both must be told of the same: their clauses have most else in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.contrasts import are_of_others
from newsdiff.comparing.conflicts.likeness import Likeness, find_alike
from newsdiff.comparing.conflicts.orders import read_order
from newsdiff.comparing.conflicts.parting import have_other_names, have_other_values
from newsdiff.comparing.conflicts.phrases import (
    Who,
    are_exchanged,
    find_behind,
    find_subject,
    is_auxiliary,
    is_verb,
    read_who,
    span_of,
)
from newsdiff.comparing.conflicts.readings import Reading, once
from newsdiff.comparing.conflicts.scenes import Scene, readings_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.comparing.conflicts.slots import Slot
from newsdiff.english.besting import read_besting
from newsdiff.english.denials import find_denier
from newsdiff.english.events import (
    can_be_denied,
    can_exclude,
    exclude,
    is_said_of_all,
    oppose,
    poles_of,
    refrains,
    says_no,
    steers,
)
from newsdiff.english.words import is_function_word
from newsdiff.model import SIDES, Kind, Link, Mention, Pair, Span

_SCOPE: Final = 4
"""Words behind a negation that it says no to."""
_SUBJECTS: Final = ("no", "nobody", "none", "neither", "nothing")
"""Negations of a subject, which say no to its verb."""
_REACH: Final = 4
"""Words next to one of two small words that exclude each other."""
_LED: Final = 13
"""Words behind a verb that steers among which it says to what."""
_MOST_BESIDE: Final = 2
"""Content words of these that are looked at."""
_ALIKE: Final = Likeness(link=0.55, share=0.55, weight=2.5, of_more=0.42)
_NOTES: Final = {
    "what was decided": "the opposite",
    "the direction": "another direction",
    "the result": "another result",
    "the order": "another order of events",
}
_NO_ADVERBS: Final = ("pply", "eply", "rely", "mply", "fly", "ally", "amily")
"""Ends of verbs and nouns that look like adverbs: "apply"."""
_END: Final = frozenset({"end"})
"""What stands beside the last word of content."""
_REACHED: Final = frozenset({"be", "event placed", "event end", "event win"})
"""What stands before a place in an order that somebody came to."""
_COPULAS: Final = frozenset(
    "is are was were be been being became become becomes".split()
)


class Stated(NamedTuple):
    """A word that can be opposed, and whether its sentence says no to it."""

    word: int
    """Its number in the sentence."""
    size: int
    """Words that it is: two of "called off"."""
    folded: str
    """It, or it and the next: "called-off"."""
    poles: frozenset[str]
    """On which side of which opposites it stands."""
    events: frozenset[str]
    roots: frozenset[str]
    is_verb: bool
    cue: int | None
    """The word that says no to it."""

    @property
    def is_denied(self) -> bool:
        """Whether the sentence says no to it."""
        return self.cue is not None

    def means(self, other: Stated) -> bool:
        """Whether it tells the same as another, denied or not."""
        if self.folded == other.folded or self.roots & other.roots:
            return True
        return bool(self.events & other.events or self.poles & other.poles)


@dataclass(frozen=True, slots=True)
class _Opposed:
    """Two words that cannot both be true."""

    stated: Pair[Stated]
    what: str


def find_opposites(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> Iterator[Conflict]:
    """What sentences that surely tell the same tell the other way round."""
    for _, scenes in find_alike(sides, links, _ALIKE):
        yield from _between(scenes, readings_of(scenes).map(read_stated))


def _between(
    scenes: Pair[Scene], stated: Pair[tuple[Stated, ...]]
) -> Iterator[Conflict]:
    taken: Pair[set[int]] = Pair(set(), set())
    for opposed in _opposed(stated):
        numbers = opposed.stated.map(lambda one: one.word)
        if any(numbers[s] in taken[s] for s in SIDES):
            continue
        if _tell_the_same(scenes, opposed):
            for side in SIDES:
                taken[side].add(numbers[side])
            yield _conflict(scenes, opposed)


@once
def read_stated(reading: Reading) -> tuple[Stated, ...]:
    """The words of a sentence that can be opposed, in order."""
    return tuple(_stated(reading))


def _stated(reading: Reading) -> Iterator[Stated]:
    words = reading.words
    denying = any(says_no(word.folded) for word in words)
    skipped = -1
    for n, word in enumerate(words):
        if n == skipped:
            continue
        following = words[n + 1].folded if n + 1 < len(words) else ""
        joined = f"{word.folded}-{following}"
        is_joined = bool(poles_of(joined)) or can_exclude(joined)
        folded, size = (joined, 2) if is_joined else (word.folded, 1)
        skipped = n + 1 if is_joined else skipped
        poles = poles_of(folded) or poles_of(word.folded)
        if size == 1 and (meant := read_besting(words, n)):
            folded, poles = meant
        events = reading.events.get(n, frozenset())
        roots = reading.plain_roots(word.start)
        if poles or events or roots or can_exclude(folded):
            cue = None
            if denying:
                start = reading.clause(word.start).start
                cue = find_denier(reading.text, words, n, start)
            verb = is_verb(reading, n)
            yield Stated(n, size, folded, poles, events, roots, verb, cue)


def _opposed(stated: Pair[tuple[Stated, ...]]) -> Iterator[_Opposed]:
    """Every two words that cannot both be true, the plainest first."""
    turning = stated.map(lambda own: [one for one in own if _can_turn(one)])
    denied = any(one.is_denied for own in stated for one in own)
    for a in stated.a if denied else turning.a:
        opposing = stated.b if a.is_denied else turning.b
        for b in opposing:
            what = _what(a, b)
            if what and not _is_told_alike(Pair(a, b), stated):
                yield _Opposed(Pair(a, b), what)


def _can_turn(one: Stated) -> bool:
    """Whether a word is denied, or opposes another by itself."""
    return one.is_denied or bool(one.poles) or can_exclude(one.folded)


def _what(a: Stated, b: Stated) -> str | None:
    if a.is_denied != b.is_denied:
        same = a.means(b) and (a.poles or a.roots)
        return "what was decided" if same and _can_be_denied(a, b) else None
    if a.is_denied:
        return None
    what = exclude(a.folded, b.folded) or oppose(a.poles, b.poles)
    return what if what in _NOTES else None


def _can_be_denied(a: Stated, b: Stated) -> bool:
    """Whether two words are what a "not" before them says no to: no nouns."""
    return all(one.is_verb or one.poles or can_be_denied(one.folded) for one in (a, b))


def _is_told_alike(pair: Pair[Stated], stated: Pair[tuple[Stated, ...]]) -> bool:
    """Whether one sentence has the other's word too, meant as there."""
    return any(
        other.is_denied == pair[s].is_denied and other.means(pair[s])
        for s in SIDES
        for other in stated[s.other]
    )


def _tell_the_same(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether both are told of the same: they have most else in common."""
    if opposed.what == "the order" and all(map(read_order, readings_of(scenes))):
        return False
    if _is_steered_back(scenes, opposed):
        return False
    if not _are_tied(scenes, opposed) or _are_of_others(scenes, opposed):
        return False
    readings = readings_of(scenes)
    words = readings.map(lambda own, one: own.words[one.word], opposed.stated)
    clauses = Pair.each(lambda s: _context(readings[s], words[s].start, clause=True))
    wholes = Pair.each(lambda s: _context(readings[s], words[s].start, clause=False))
    return any(_ALIKE.of(option, scenes) for option in (clauses, wholes))


def _are_tied(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether the words next to both leave no doubt that they belong to the same."""
    stated = opposed.stated
    if stated.a.is_denied != stated.b.is_denied:
        behind = readings_of(scenes).map(lambda own, one: _beside(own, one, 1), stated)
        return bool(behind.a & behind.b) or _END in (behind.a, behind.b)
    folded = stated.map(lambda one: one.folded)
    if oppose(stated.a.poles, stated.b.poles):
        return True
    if exclude(*folded) and not all(map(is_said_of_all, folded)):
        return _are_beside_the_same(scenes, opposed)
    return True


def _is_steered_back(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether one is led to refrain from what the other is kept from: no opposite."""
    refraining = readings_of(scenes).map(_is_led_to_refrain, opposed.stated)
    steering = all(steers(one.folded) for one in opposed.stated)
    return steering and refraining.a != refraining.b


def _is_led_to_refrain(reading: Reading, stated: Stated) -> bool:
    behind = reading.words[stated.word + 1 : stated.word + _LED]
    return any(refrains(word.folded) for word in behind)


def _are_of_others(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether the sentences have other words that set their statements apart."""
    slots = scenes.map(_slot_of, opposed.stated)
    # A place in an order is a number too, and may be what differs.
    if opposed.what != "the result" and have_other_values(slots):
        return True
    folded = opposed.stated.map(lambda one: one.folded)
    own = folded.map(lambda word: frozenset({word, *word.split("-")}))
    if have_other_names(slots) or are_of_others(scenes, own):
        return True
    poles = opposed.stated.map(lambda one: one.poles)
    excluded = exclude(*folded) and not oppose(*poles)
    return not excluded and _have_other_subjects(scenes, opposed)


def _have_other_subjects(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether it is told of others: "cars fell" and "lorries rose"."""
    places = readings_of(scenes).map(
        lambda own, one: find_subject(own, one.word), opposed.stated
    )
    doers = scenes.map(read_who, places)
    targets = scenes.map(
        lambda scene, one: read_who(
            scene, find_behind(scene.reading, one.word + one.size - 1)
        ),
        opposed.stated,
    )
    if are_exchanged(doers, targets):
        return True
    alone = Pair.each(lambda s: _only(scenes[s], places[s], scenes[s.other]))
    return all(alone) and not _can_be_one(doers)


def _only(scene: Scene, words: range, other: Scene) -> frozenset[str]:
    """The roots of a phrase that the other sentence has nowhere."""
    if not words:
        return frozenset()
    span = span_of(scene.reading, words)
    return scene.reading.roots_in(span) - other.reading.every_root


def _can_be_one(who: Pair[Who]) -> bool:
    return any(a & b for a in who.a.actors for b in who.b.actors)


def _slot_of(scene: Scene, stated: Stated) -> Slot:
    word = scene.reading.words[stated.word]
    return Slot(
        scene,
        Mention(
            kind=Kind.CLAIM,
            span=Span(word.start, word.end),
            sentence=scene.sentence,
            key=stated.folded,
            rule="opposite",
        ),
    )


def _are_beside_the_same(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether two words that exclude each other stand before or behind the same.

    Of places in an order only those that are reached count: "finished second", not
    "the second round".
    """
    if opposed.what == "the result":
        before = readings_of(scenes).map(
            lambda own, one: _beside(own, one, -1, 1), opposed.stated
        )
        return bool(before.a & before.b & _REACHED)
    behind = readings_of(scenes).map(
        lambda own, one: _beside(own, one, 1), opposed.stated
    )
    return bool(behind.a & behind.b)


def _beside(
    reading: Reading, stated: Stated, step: int, most: int = _MOST_BESIDE
) -> frozenset[str]:
    """The roots and events of the content words next to a word, on one side."""
    last = stated.word + (stated.size - 1) * (step > 0)
    found: set[str] = set()
    size = 0
    for k in range(1, _REACH + 1):
        n = last + step * k
        if not 0 <= n < len(reading.words) or size == most:
            break
        word = reading.words[n]
        if word.folded in _COPULAS and step < 0:
            found.add("be")
        if not is_function_word(word.folded):
            size += 1
            found |= reading.roots.get(word.start, frozenset())
            found |= {f"event {e}" for e in reading.events.get(n, ())}
    return frozenset(found) or _END


def _context(reading: Reading, at: int, *, clause: bool) -> frozenset[str]:
    """The roots around a word, its own apart."""
    span = reading.clause(at) if clause else reading.span
    own = reading.roots.get(at, frozenset())
    return reading.roots_in(span) - own


def _conflict(scenes: Pair[Scene], opposed: _Opposed) -> Conflict:
    spans = readings_of(scenes).map(_span, opposed.stated)
    return Conflict(
        kind=Kind.CLAIM,
        value=scenes.map(lambda scene, span: scene.reading.words_at(span), spans),
        spans=spans.map(lambda span: (span,)),
        note=_NOTES[opposed.what],
    )


def _span(reading: Reading, stated: Stated) -> Span:
    """The word with what says no to it."""
    first = stated.word if stated.cue is None else stated.cue
    while first and is_auxiliary(reading.words[first - 1].folded):
        first -= 1
    last = stated.word + stated.size - 1
    if is_function_word(stated.folded):
        last = min(stated.word + 1, len(reading.words) - 1)
    return Span(reading.words[first].start, reading.words[last].end)
