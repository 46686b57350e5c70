"""The opposite of what the other article tells: passed and rejected, rose and fell.

A word is opposed by one that cannot be true as well, or by itself where one article
says no to it. Both must be told of the same: their clauses have most else in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.likeness import Likeness
from newsdiff.comparing.conflicts.parting import have_other_names, have_other_values
from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.comparing.conflicts.slots import Slot
from newsdiff.english.denials import find_denier, is_auxiliary
from newsdiff.english.events import (
    are_two_actors,
    exclude,
    excluding_words,
    is_said_of_all,
    oppose,
)
from newsdiff.english.words import is_function_word
from newsdiff.model import Kind, Link, Mention, Pair, Side, Span, State

_REACH: Final = 4
"""Words next to one of two small words that exclude each other."""
_MOST_BESIDE: Final = 2
"""Content words of these that are looked at."""
_ALIKE: Final = Likeness(link=0.55, share=0.55, weight=3.0)
_NOTES: Final = {
    "what was decided": "the opposite",
    "the direction": "another direction",
    "the result": "another result",
    "the order": "another order of events",
}


class Stated(NamedTuple):
    """A word that can be opposed, and whether its sentence says no to it."""

    word: int
    """Its number in the sentence."""
    folded: str
    """It, or it and the next: "called-off"."""
    events: frozenset[str]
    roots: frozenset[str]
    cue: int | None
    """The word that says no to it."""

    @property
    def is_denied(self) -> bool:
        """Whether the sentence says no to it."""
        return self.cue is not None


@dataclass(frozen=True, slots=True)
class _Opposed:
    """Two words that cannot both be true."""

    stated: Pair[Stated]
    what: str


def find_opposites(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> Iterator[Conflict]:
    """What sentences that surely tell the same tell the other way round."""
    made: Pair[dict[int, Scene]] = Pair({}, {})
    for link in cancellable(links):
        if link.state is not State.MATCHED or link.score < _ALIKE.link:
            continue
        scenes = Pair.each(
            lambda s, link=link: made[s].setdefault(
                link.index(s), Scene(sides[s], link.index(s))
            )
        )
        yield from _between(scenes)


def _between(scenes: Pair[Scene]) -> Iterator[Conflict]:
    stated = scenes.map(read_stated)
    taken: Pair[set[int]] = Pair(set(), set())
    for opposed in _opposed(stated):
        numbers = opposed.stated.map(lambda one: one.word)
        if any(numbers[s] in taken[s] for s in Side):
            continue
        if _tell_the_same(scenes, opposed):
            for side in Side:
                taken[side].add(numbers[side])
            yield _conflict(scenes, opposed)


def read_stated(scene: Scene) -> tuple[Stated, ...]:
    """The words of a sentence that can be opposed, in order."""
    return tuple(_stated(scene))


def _stated(scene: Scene) -> Iterator[Stated]:
    words = scene.words
    for n, word in enumerate(words):
        following = words[n + 1].folded if n + 1 < len(words) else ""
        joined = f"{word.folded}-{following}"
        folded = joined if joined in excluding_words() else word.folded
        events = scene.events.get(n, frozenset())
        roots = scene.plain_roots(word.start)
        if events or roots or folded in excluding_words():
            start = scene.clause(word.start).start
            cue = find_denier(scene.side.analysed.article.text, words, n, start)
            yield Stated(n, folded, events, roots, cue)


def _opposed(stated: Pair[tuple[Stated, ...]]) -> Iterator[_Opposed]:
    """Every two words that cannot both be true, the plainest first."""
    for a in stated.a:
        for b in stated.b:
            what = _what(a, b)
            if what and not _is_told_alike(Pair(a, b), stated):
                yield _Opposed(Pair(a, b), what)


def _what(a: Stated, b: Stated) -> str | None:
    if a.is_denied != b.is_denied:
        same = a.folded == b.folded or a.events & b.events or a.roots & b.roots
        return "what was decided" if same and (a.events or a.roots) else None
    if a.is_denied:
        return None
    what = exclude(a.folded, b.folded) or oppose(a.events, b.events)
    return what if what in _NOTES else None


def _is_told_alike(pair: Pair[Stated], stated: Pair[tuple[Stated, ...]]) -> bool:
    """Whether one sentence has the other's word too, meant as there."""
    return any(
        other.is_denied == pair[s].is_denied
        and (
            other.folded == pair[s].folded
            or (pair[s].events and other.events & pair[s].events)
            or other.roots & pair[s].roots
        )
        for s in Side
        for other in stated[s.other]
    )


def _tell_the_same(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether both are told of the same: they have most else in common."""
    words = scenes.map(lambda scene, one: scene.words[one.word], opposed.stated)
    folded = opposed.stated.map(lambda one: one.folded)
    if exclude(*folded) and not all(map(is_said_of_all, folded)):
        if not _are_beside_the_same(scenes, opposed):
            return False
    if opposed.stated.a.is_denied != opposed.stated.b.is_denied:
        behind = scenes.map(lambda scene, one: _beside(scene, one, 1), opposed.stated)
        if not (behind.a & behind.b or {"end"} in behind):
            return False
    if _are_of_others(scenes, opposed):
        return False
    clauses = Pair.each(lambda s: _context(scenes[s], words[s].start, clause=True))
    wholes = Pair.each(lambda s: _context(scenes[s], words[s].start, clause=False))
    return any(_ALIKE.of(option, scenes) for option in (clauses, wholes))


def _are_of_others(scenes: Pair[Scene], opposed: _Opposed) -> bool:
    """Whether the sentences have other words that set their statements apart."""
    slots = scenes.map(_slot_of, opposed.stated)
    if have_other_values(slots) or have_other_names(slots):
        return True
    own = opposed.stated.map(lambda one: {one.folded, *one.folded.split("-")})
    words = Pair.each(lambda s: {w.folded for w in scenes[s].words} - own[s])
    alone = Pair.each(lambda s: sorted(words[s] - words[s.other]))
    return any(
        exclude(one, other) or are_two_actors(one, other)
        for one in alone.a
        for other in alone.b
    )


def _slot_of(scene: Scene, stated: Stated) -> Slot:
    word = scene.words[stated.word]
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
        before = scenes.map(lambda scene, one: _beside(scene, one, -1), opposed.stated)
        return bool(before.a & before.b)
    behind = scenes.map(lambda scene, one: _beside(scene, one, 1), opposed.stated)
    return bool(behind.a & behind.b)


def _beside(scene: Scene, stated: Stated, step: int) -> frozenset[str]:
    """The roots and events of the content words next to a word, on one side."""
    last = stated.word + stated.folded.count("-") * (step > 0)
    found: set[str] = set()
    size = 0
    for k in range(1, _REACH + 1):
        n = last + step * k
        if not 0 <= n < len(scene.words) or size == _MOST_BESIDE:
            break
        word = scene.words[n]
        if word.folded in _COPULAS and step < 0:
            found.add("be")
        if not is_function_word(word.folded):
            size += 1
            found |= scene.roots.get(word.start, frozenset())
            found |= {f"event {e}" for e in scene.events.get(n, ())}
    return frozenset(found or {"end"})


def _context(scene: Scene, at: int, *, clause: bool) -> frozenset[str]:
    """The roots around a word, its own apart."""
    span = scene.clause(at) if clause else scene.span
    own = scene.roots.get(at, frozenset())
    return scene.roots_in(span) - own


def _conflict(scenes: Pair[Scene], opposed: _Opposed) -> Conflict:
    spans = scenes.map(_span, opposed.stated)
    return Conflict(
        kind=Kind.CLAIM,
        value=scenes.map(lambda scene, span: scene.side.analysed.words_at(span), spans),
        spans=spans.map(lambda span: (span,)),
        note=_NOTES[opposed.what],
    )


def _span(scene: Scene, stated: Stated) -> Span:
    """The word with what says no to it."""
    first = stated.word if stated.cue is None else stated.cue
    while first and is_auxiliary(scene.words[first - 1].folded):
        first -= 1
    last = stated.word + stated.folded.count("-")
    last = min(last, len(scene.words) - 1)
    if is_function_word(stated.folded) and "-" not in stated.folded:
        last = min(stated.word + 1, len(scene.words) - 1)
    return Span(scene.words[first].start, scene.words[max(last, stated.word)].end)


_COPULAS: Final = frozenset("is are was were be been become became becomes".split())
