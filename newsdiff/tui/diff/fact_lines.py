"""What the facts panel says of a fact in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from newsdiff.comparing import differing_words
from newsdiff.layout.fitting import find_value, fit_words
from newsdiff.model import Article, Fact, Kind, Pair, Span
from newsdiff.text.cells import cells
from newsdiff.text.visible import visible
from newsdiff.wording.facts import differing_fact_words, fact_words

_AND: Final = " · "
"""Between two values of one thing."""
_PERHAPS: Final = "perhaps "
_CLAUSE: Final = 10
"""Cells beside a number that say of it what it counts."""
_NAME: Final = 3
"""Cells of the name of a side before its words."""


def fact_line(
    articles: Pair[Article], fact: Fact, width: int, *, unsure: bool = False
) -> Content:
    """What a fact says; both sides where they differ, and the words that do.

    Args:
        articles: Both.
        fact: One of their facts.
        width: Cells there are; where words have to be cut, what they are about stays.
        unsure: Whether its two values perhaps stand for two things.
    """
    side = fact.status.side
    if side is not None:
        words_of_it = fact_words(articles, fact, side)
        return Content(fit_words(words_of_it, width, fact.value[side] or ""))
    lead = _PERHAPS * unsure
    room = width - cells(_AND) - cells(lead) - 2 * _NAME
    words = _fitting(differing_fact_words(articles, fact), fact, room)
    half = room // 2
    # What one of them does not need, the other may have.
    rooms = words.swapped.map(lambda other: max(half, 2 * half - cells(other)))
    values = fact.value.map(lambda value: value or "")
    if fact.kind is Kind.NUMBER:
        shown = Pair.each(lambda s: fit_words(words[s], rooms[s], values[s]))
        places = shown.map(find_value, values)
        spans: Pair[Sequence[Span]] = places.map(lambda one: [one] if one else [])
    else:
        shown = words.map(fit_words, rooms)
        spans = differing_words(words.a, words.b)
    lines = Pair.each(lambda s: _underlined(f"{s.name}: ", shown[s], spans[s]))
    return Content.assemble(lead, lines.a, _AND, lines.b)


def _fitting(words: Pair[str], fact: Fact, room: int) -> Pair[str]:
    """Words of both; of numbers the clause of one, or none, where both are long."""
    if fact.kind is not Kind.NUMBER:
        return words
    bare = fact.value.map(lambda value: " ".join(visible(value or "").split()))
    if cells(words.a) + cells(words.b) <= room:
        return words
    left = room - cells(bare.b)
    if left < 2 * cells(bare.a) + _CLAUSE:
        return bare
    return Pair(fit_words(words.a, left, bare.a), bare.b)


def _underlined(name: str, words: str, spans: Sequence[Span]) -> Content:
    """Words of one side, those underlined that the other has otherwise."""
    text = Content(f"{name}{words}")
    for span in spans:
        if span.start < len(words):
            end = min(span.end, len(words))
            text = text.stylize("underline", span.start + len(name), end + len(name))
    return text
