"""The same event for another reason: "because of fog", "a drunken captain was why"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.likeness import Likeness, find_alike
from newsdiff.comparing.conflicts.phrases import is_auxiliary, is_verb
from newsdiff.comparing.conflicts.readings import Reading, once
from newsdiff.comparing.conflicts.scenes import Scene, readings_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import actors_of
from newsdiff.english.tables import Phrases, table
from newsdiff.english.words import is_function_word
from newsdiff.model import Kind, Link, Pair, Role, Span

_ALIKE: Final = Likeness(link=0.8, share=0.3, weight=1.5, of_more=0.25)
_MOST: Final = 7
"""Words of a cause that are looked at."""
_MOST_CHARGE: Final = 3
"""Words of a charge: of a longer one only a part may be told."""
_MOST_SHORT: Final = 2
"""Content words of a reason that is a thing with one word about it."""
_SAME_LETTERS: Final = 4
"""Letters at the head of two words by which they tell the same."""
_MARKS: Final = ',;:.—–“”"()'
_FOR: Final = 6
"""Words before "for" or "over" among which stands what was done."""


def find_causes(sides: Pair[ConflictSide], links: Sequence[Link]) -> Iterator[Conflict]:
    """Sentences that surely tell the same and give two reasons for it.

    Args:
        sides: Both articles.
        links: Their links; only matched ones of running text are looked at.
    """
    for _, scenes in find_alike(sides, links, _ALIKE):
        if any(scene.reading.role is Role.HEADLINE for scene in scenes):
            continue
        readings = readings_of(scenes)
        causes = readings.map(read_cause)
        if causes.a is None or causes.b is None:
            continue
        spans = Pair(causes.a, causes.b)
        if _are_two(scenes, spans) and _ALIKE.of(_without(scenes, spans), scenes):
            yield Conflict(
                kind=Kind.CLAIM,
                value=scenes.map(
                    lambda scene, span: scene.reading.words_at(span), spans
                ),
                spans=spans.map(lambda span: (span,)),
                note="another reason",
            )


@once
def read_cause(reading: Reading) -> Span | None:
    """Where a sentence says why; None where it does not, or says who did it."""
    words = reading.words
    for n, word in enumerate(words):
        if match := _phrases("before").longest(words, n):
            span = _behind(reading, n + match.size)
        elif match := _phrases("charges").longest(words, n):
            span = _charge(reading, n + match.size)
        elif match := _phrases("behind").longest(words, n):
            span = _before(reading, n)
        elif word.folded in _causes()["reasons"]:
            span = _of_reasons(reading, n)
        elif _is_done(reading, n):
            span = _behind(reading, n + 1)
        else:
            continue
        if span and not _acts(reading, span):
            return span
    return _killer(reading)


@cache
def _causes() -> dict[str, list[str]]:
    causes: dict[str, list[str]] = table("events")["causes"]
    return causes


@cache
def _phrases(group: str) -> Phrases[bool]:
    return Phrases(dict.fromkeys(_causes()[group], True), folded=True)


def _is_done(reading: Reading, n: int) -> bool:
    """Whether "for", "over" or "on" stands behind what is done or blamed."""
    earlier = {word.folded for word in reading.words[max(0, n - _FOR) : n]}
    folded = reading.words[n].folded
    if folded in _causes()["charging"]:
        return not earlier.isdisjoint(_causes()["deeds"])
    return folded == "on" and not earlier.isdisjoint(_causes()["blaming"])


def _behind(reading: Reading, first: int) -> Span | None:
    last = first
    while last < min(len(reading.words), first + _MOST):
        if last > first and _is_cut(reading, last):
            break
        last += 1
    return _trimmed(reading, range(first, last))


def _charge(reading: Reading, first: int) -> Span | None:
    """The name of a crime, which is short."""
    last = first
    words = reading.words
    while last < len(words) and not is_function_word(words[last].folded):
        if last > first and _is_cut(reading, last):
            break
        last += 1
    if last - first > _MOST_CHARGE or reading.words[first].folded.endswith("ing"):
        return None
    return _trimmed(reading, range(first, last))


def _before(reading: Reading, last: int) -> Span | None:
    first = last
    while first and last - first < _MOST:
        if first < last and _is_cut(reading, first):
            break
        first -= 1
    return _trimmed(reading, range(first, last))


def _of_reasons(reading: Reading, n: int) -> Span | None:
    """The words between "for" and "reasons": "for health reasons"."""
    first = n
    while first and n - first < _MOST and reading.words[first - 1].folded != "for":
        first -= 1
    opened = first and reading.words[first - 1].folded == "for"
    return _trimmed(reading, range(first, n)) if opened else None


def _killer(reading: Reading) -> Span | None:
    """What killed or did harm, where it is nobody: "poison killed the fish"."""
    for n, word in enumerate(reading.words):
        is_active = not n or not is_auxiliary(reading.words[n - 1].folded)
        if word.folded in _causes()["harming"] and is_active:
            place = _before(reading, n)
            if place and not _acts(reading, place) and not _has_verb(reading, place):
                return place
    return None


def _has_verb(reading: Reading, place: Span) -> bool:
    return any(
        is_verb(reading, n)
        for n, word in enumerate(reading.words)
        if place.start <= word.start < place.end and n in reading.events
    )


def _acts(reading: Reading, place: Span) -> bool:
    """Whether somebody stands in a place, who is no reason: "killed by a gunman"."""
    words = [w for w in reading.words if place.start <= w.start < place.end]
    # "A row with his coach" is a row.
    small = (n for n, w in enumerate(words) if n and is_function_word(w.folded))
    head = words[: next(small, len(words))][-1:]
    return place in reading.names or any(actors_of(word.folded) for word in head)


def _is_cut(reading: Reading, k: int) -> bool:
    """Whether a mark stands before a word."""
    text = reading.text
    between = text[reading.words[k - 1].end : reading.words[k].start]
    return any(mark in between for mark in _MARKS)


def _trimmed(reading: Reading, words: range) -> Span | None:
    """The place of some words without small ones at both ends; None without content."""
    inside = [k for k in words if not is_function_word(reading.words[k].folded)]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    while first and _are_one_number(reading, first):
        first -= 1
    while last + 1 < len(reading.words) and _are_one_number(reading, last + 1):
        last += 1
    return Span(reading.words[first].start, reading.words[last].end)


def _are_one_number(reading: Reading, k: int) -> bool:
    """Whether a word and the one before it are the digits of one number: "9.1"."""
    one, other = reading.words[k - 1], reading.words[k]
    between = reading.text[one.end : other.start]
    return between in (".", ",") and one.text[-1:].isdigit() and other.text.isdigit()


def _are_two(scenes: Pair[Scene], spans: Pair[Span]) -> bool:
    """Whether the reasons begin otherwise and neither is told by the other sentence.

    What follows a reason is often taken for a part of it, so that half of its words
    may stand in the other sentence.
    """
    roots = scenes.map(lambda scene, span: scene.reading.roots_in(span), spans)
    wholes = scenes.map(lambda scene: scene.reading.every_root)
    own = Pair(roots.a - wholes.b, roots.b - wholes.a)
    if not (own.a and own.b):
        return False
    if _are_one_thing(scenes, spans):
        return False
    first = readings_of(scenes).map(_first_root, spans)
    if first.a & wholes.b or first.b & wholes.a:
        return False
    heads = own.map(lambda roots: {root[:_SAME_LETTERS] for root in roots})
    return heads.a.isdisjoint(heads.b)


def _are_one_thing(scenes: Pair[Scene], spans: Pair[Span]) -> bool:
    """Whether two short reasons end in the same noun: "bad weather", "poor weather"."""
    starts = scenes.map(
        lambda scene, span: [
            at for at in sorted(scene.reading.roots) if span.start <= at < span.end
        ],
        spans,
    )
    sizes = scenes.map(
        lambda scene, span: sum(
            span.start <= w.start < span.end for w in scene.reading.words
        ),
        spans,
    )
    if not all(starts) or max(sizes) > _MOST_SHORT:
        return False
    last = scenes.map(lambda scene, own: scene.reading.roots[own[-1]], starts)
    return bool(last.a & last.b)


def _first_root(reading: Reading, span: Span) -> frozenset[str]:
    starts = sorted(at for at in reading.roots if span.start <= at < span.end)
    return reading.roots[starts[0]] if starts else frozenset()


def _without(scenes: Pair[Scene], spans: Pair[Span]) -> Pair[frozenset[str]]:
    """The roots of the sentences without what only their reasons have."""
    wholes = scenes.map(lambda scene: scene.reading.every_root)
    roots = scenes.map(lambda scene, span: scene.reading.roots_in(span), spans)
    return Pair(
        wholes.a - (roots.a - wholes.b),
        wholes.b - (roots.b - wholes.a),
    )
