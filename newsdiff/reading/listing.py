"""What an item of a list begins with: its number, its letter or a bullet."""

from __future__ import annotations

import re
from typing import Final

from newsdiff.model import Span

_MARK: Final = re.compile(
    r"(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})\)|\d{1,3}\.|[-*+•·–—▪◦‣●■])\s+(?=\S)"
)
"""A number with a full stop is no item where a month or another number follows."""
_DAY: Final = re.compile(
    r"\d|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
)


def told_span(text: str, sentence: Span) -> Span:
    """The part of a sentence that is told: without the mark of a list before it."""
    match = _MARK.match(text, *sentence)
    if match is None or _DAY.match(text, match.end()):
        return sentence
    return Span(match.end(), sentence.end)
