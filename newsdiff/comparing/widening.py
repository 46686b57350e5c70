"""The clauses that a place in a sentence lies in, whole."""

from __future__ import annotations

import re
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
    start, end = place
    for clause in split_clauses(text, told_span(text, sentence)):
        if clause.start < place.end and place.start < clause.end:
            start, end = min(start, clause.start), max(end, clause.end)
    for quoted in _quotations(text, sentence):
        if quoted.start < end and start < quoted.end:
            start, end = min(start, quoted.start), max(end, quoted.end)
    return _trimmed(text, Span(start, end), place)


def _quotations(text: str, sentence: Span) -> list[Span]:
    found = quotations(text[slice(*sentence)])
    places = (Span(sentence.start + q.start, sentence.start + q.end) for q in found)
    return [span for span in places if span.end - span.start <= _MOST_QUOTED]


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
