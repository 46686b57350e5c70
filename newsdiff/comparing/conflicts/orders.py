"""The same two events in another order: "sold before the merger", "sold after it".

Of two events that a text puts in an order the words between or before them say which
came first, so "after the vote he spoke" is the same as "he spoke following the vote".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.likeness import Likeness, find_alike, weigh
from newsdiff.comparing.conflicts.phrases import is_auxiliary
from newsdiff.comparing.conflicts.readings import Reading, once
from newsdiff.comparing.conflicts.scenes import Scene, readings_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.tables import Match, Phrases, table
from newsdiff.english.words import Token, is_function_word, is_number_word
from newsdiff.model import Kind, Link, Pair, Role, Span

_ALIKE: Final = Likeness(link=0.7, share=0.5, weight=2.0)
_LEADING: Final = 4
"""Words among which a word of order stands at the head of a sentence."""
_CLOCK: Final = re.compile(
    r"\s+(?:(?:midnight|noon|midday|dawn|dusk|sunrise|sunset)\b"
    r"|\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b|o['’]clock|GMT\b))",
    re.IGNORECASE,
)
_HALF: Final = 0.5
"""Share of an event's words by which two are one."""


class Order(NamedTuple):
    """Two events of a sentence, in the order in which they happened."""

    first: frozenset[str]
    second: frozenset[str]
    span: Span
    """The words that say so."""


def find_orders(sides: Pair[ConflictSide], links: Sequence[Link]) -> Iterator[Conflict]:
    """Sentences that surely tell the same two events, in another order."""
    for _, scenes in find_alike(sides, links, _ALIKE):
        if any(scene.reading.role is Role.HEADLINE for scene in scenes):
            continue
        orders = readings_of(scenes).map(read_order)
        if orders.a is None or orders.b is None or not _ALIKE.holds(scenes):
            continue
        both = Pair(orders.a, orders.b)
        if is_turned(both, scenes):
            yield _conflict(scenes, both)


@once
def read_order(reading: Reading) -> Order | None:
    """The two events of a sentence that says which came first; else None."""
    words = reading.words
    for n in range(_LEADING, len(words)):
        match = _phrases().longest(words, n)
        if match and not _is_clock(reading, n + match.size - 1):
            return _between(reading, n, match)
    for n in range(min(_LEADING, len(words))):
        match = _phrases().longest(words, n)
        if match is None or _is_clock(reading, n + match.size - 1):
            continue
        if match.value != "then":
            if not all(map(_is_of_time, words[:n])):
                return _between(reading, n, match)
            return _leading(reading, n, match)
    return None


def _is_clock(reading: Reading, n: int) -> bool:
    """Whether a time of day follows a word: no event, as in "soon after 2 p.m."."""
    return _CLOCK.match(reading.text, reading.words[n].end) is not None


def _is_of_time(word: Token) -> bool:
    """Whether a word before a word of order can say when: "two days after"."""
    folded = word.folded
    units = table("events")["units"]["words"].split()
    return is_function_word(folded) or is_number_word(folded) or folded in units


def is_turned(orders: Pair[Order], scenes: Pair[Scene]) -> bool:
    """Whether what came first in one article came second in the other."""
    crossed = (
        _common(orders.a.first, orders.b.second, scenes),
        _common(orders.a.second, orders.b.first, scenes),
    )
    straight = (
        _common(orders.a.first, orders.b.first, scenes),
        _common(orders.a.second, orders.b.second, scenes),
    )
    return min(crossed) >= _HALF and sum(crossed) > sum(straight)


def _common(one: frozenset[str], other: frozenset[str], scenes: Pair[Scene]) -> float:
    """The share that two events have of the words of the one told in fewer."""
    side = scenes.a.side
    least = min(weigh(one, side), weigh(other, side))
    return weigh(one & other, side) / least if least else 0.0


def _between(reading: Reading, n: int, match: Match[str]) -> Order | None:
    """Of two events with the word of order between them."""
    words = reading.words
    left = _told(reading, range(n))
    right = _told(reading, range(n + match.size, len(words)))
    return _order(reading, (left, right), range(n, n + match.size), match.value)


def _leading(reading: Reading, n: int, match: Match[str]) -> Order | None:
    """Of two events with the word of order before both."""
    words, start = reading.words, n + match.size
    text = reading.text
    for k in range(start + 1, len(words)):
        cut = "," in text[words[k - 1].end : words[k].start]
        if cut or (is_auxiliary(words[k].folded) and "only" in words[0].folded):
            inner = _told(reading, range(start, k))
            outer = _told(reading, range(k, len(words)))
            return _order(reading, (outer, inner), range(n, start), match.value)
    return None


def _order(
    reading: Reading,
    events: tuple[frozenset[str], frozenset[str]],
    words: range,
    order: str,
) -> Order | None:
    outer, inner = events
    if not (outer and inner):
        return None
    span = Span(reading.words[words.start].start, reading.words[words.stop - 1].end)
    if order == "then":
        span = Span(reading.span.start, span.end)
    first, second = (inner, outer) if order == "after" else (outer, inner)
    return Order(first, second, span)


def _told(reading: Reading, words: range) -> frozenset[str]:
    if not words:
        return frozenset()
    return reading.roots_in(
        Span(reading.words[words.start].start, reading.words[words.stop - 1].end)
    )


@cache
def _phrases() -> Phrases[str]:
    orders = table("events")["orders"]
    return Phrases({p: o for o, ps in orders.items() for p in ps}, folded=True)


def _conflict(scenes: Pair[Scene], orders: Pair[Order]) -> Conflict:
    spans = orders.map(lambda order: order.span)
    return Conflict(
        kind=Kind.CLAIM,
        value=Pair.each(lambda s: scenes[s].side.analysed.words_at(spans[s])),
        spans=Pair.each(lambda s: (spans[s],)),
        note="another order of events",
    )
