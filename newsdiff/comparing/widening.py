"""The clauses that a place in a sentence lies in, whole."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from newsdiff.english.clauses import split_clauses
from newsdiff.model import Span
from newsdiff.reading import told_span
from newsdiff.reading.quoting import quotations

_MOST_QUOTED: Final = 240
"""Characters of a quotation that is listed whole; clauses of a longer one are."""
_ENDS: Final = " \n\t.,;:!?…—–-"
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:[A-Za-z]\.)*[A-Za-z]|\b(?:Co|Cos|Corp|Inc|Ltd|Jr|Sr|St|Ave|etc|No|Bros))\.$"
)
"""A full stop that belongs to the word before it."""


def widen_to_clauses(text: str, sentence: Span, place: Span) -> Span:
    """A place widened to the clauses it touches, in a quotation to all of that.

    Args:
        text: The article's text.
        sentence: The place of the sentence.
        place: A place in it that begins and ends with a word.
    """
    at = sentence.start
    clauses, quoted = _parts_of(text[slice(*sentence)])
    first, last = place.start - at, place.end - at
    start, end = _widened(clauses, Span(first, last))
    wide = _widened(quoted, Span(start, end))
    return _trimmed(text, Span(at + wide.start, at + wide.end), place)


def _widened(parts: Iterable[Span], place: Span) -> Span:
    """A place with all parts that it touches."""
    touched = [p for p in parts if p.start < place.end and place.start < p.end]
    return Span(
        min([place.start, *(p.start for p in touched)]),
        max([place.end, *(p.end for p in touched)]),
    )


@lru_cache(maxsize=4096)
def _parts_of(sentence: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The clauses of a sentence, and its quotations that are not long."""
    clauses = split_clauses(sentence, told_span(sentence, Span(0, len(sentence))))
    found = (Span(q.start, q.end) for q in quotations(sentence))
    return clauses, tuple(q for q in found if q.end - q.start <= _MOST_QUOTED)


def _trimmed(text: str, span: Span, place: Span) -> Span:
    """A span without the blanks and marks at its ends, never less than a place."""
    start, end = span
    while start < place.start and text[start] in _ENDS:
        start += 1
    while end > place.end and text[end - 1] in _ENDS:
        if text[end - 1] == "." and _ABBREVIATED.search(
            text, max(start, end - 12), end
        ):
            break
        end -= 1
    return Span(start, end)
