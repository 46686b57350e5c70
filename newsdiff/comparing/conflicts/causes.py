"""The same event for another reason: "because of fog", "a drunken captain was why"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.likeness import Likeness
from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import actor_of
from newsdiff.english.tables import Phrases, table
from newsdiff.english.words import is_function_word
from newsdiff.model import Kind, Link, Pair, Side, Span, State

_ALIKE: Final = Likeness(link=0.8, share=0.3, weight=1.5)
_MOST: Final = 7
"""Words of a cause that are looked at."""


def find_causes(sides: Pair[ConflictSide], links: Sequence[Link]) -> Iterator[Conflict]:
    """Sentences that surely tell the same and give two reasons for it."""
    for link in cancellable(links):
        if link.state is not State.MATCHED or link.score < _ALIKE.link:
            continue
        scenes = Pair.each(lambda s, link=link: Scene(sides[s], link.index(s)))
        causes = scenes.map(read_cause)
        if causes.a is None or causes.b is None:
            continue
        spans = Pair(causes.a, causes.b)
        if _are_two(scenes, spans) and _ALIKE.of(_without(scenes, spans), scenes):
            yield Conflict(
                kind=Kind.CLAIM,
                value=scenes.map(
                    lambda scene, span: scene.side.analysed.words_at(span), spans
                ),
                spans=spans.map(lambda span: (span,)),
                note="another reason",
            )


def read_cause(scene: Scene) -> Span | None:
    """Where a sentence says why; None where it does not."""
    words = scene.words
    for n in range(len(words)):
        if match := _phrases("before").longest(words, n):
            return _behind(scene, n + match.size)
        if match := _phrases("behind").longest(words, n):
            return _before(scene, n)
        if words[n].folded in table("events")["causes"]["reasons"]:
            return _of_reasons(scene, n)
    return _killer(scene)


@cache
def _phrases(group: str) -> Phrases[bool]:
    causes = table("events")["causes"]
    return Phrases(dict.fromkeys(causes[group], True), folded=True)


def _behind(scene: Scene, first: int) -> Span | None:
    last = first
    while last < min(len(scene.words), first + _MOST):
        if last > first and _is_cut(scene, last):
            break
        last += 1
    return _trimmed(scene, range(first, last))


def _before(scene: Scene, last: int) -> Span | None:
    first = last
    while (
        first and last - first < _MOST and not (first < last and _is_cut(scene, first))
    ):
        first -= 1
    return _trimmed(scene, range(first, last))


def _of_reasons(scene: Scene, n: int) -> Span | None:
    """ "For health reasons"."""
    first = n
    while first and n - first < _MOST and scene.words[first - 1].folded != "for":
        first -= 1
    opened = first and scene.words[first - 1].folded == "for"
    return _trimmed(scene, range(first, n)) if opened else None


def _killer(scene: Scene) -> Span | None:
    """What killed, where it is nobody: "poison killed the fish"."""
    for n, events in sorted(scene.events.items()):
        if "die" in events and scene.words[n].folded == "killed":
            place = _before(scene, n)
            if place and not any(
                actor_of(w.folded)
                for w in scene.words
                if place.start <= w.start < place.end
            ):
                return place
    return None


def _is_cut(scene: Scene, k: int) -> bool:
    """Whether a mark stands before a word."""
    text = scene.side.analysed.article.text
    between = text[scene.words[k - 1].end : scene.words[k].start]
    return any(mark in between for mark in ',;:.—–"“”()')


def _trimmed(scene: Scene, words: range) -> Span | None:
    """The place of some words without small ones at both ends; None without content."""
    inside = [k for k in words if not is_function_word(scene.words[k].folded)]
    if not inside:
        return None
    return Span(scene.words[inside[0]].start, scene.words[inside[-1]].end)


def _are_two(scenes: Pair[Scene], spans: Pair[Span]) -> bool:
    """Whether neither sentence has a word of the other's reason."""
    roots = scenes.map(lambda scene, span: scene.roots_in(span), spans)
    wholes = scenes.map(lambda scene: scene.roots_in(scene.span))
    return all(roots) and not any(roots[s] & wholes[s.other] for s in Side)


def _without(scenes: Pair[Scene], spans: Pair[Span]) -> Pair[frozenset[str]]:
    return scenes.map(
        lambda scene, span: scene.roots_in(scene.span) - scene.roots_in(span), spans
    )
