"""Bare numbers of a sentence, before anybody asks what they are of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from newsdiff.english.words import Token
from newsdiff.model import Span


class Line(NamedTuple):
    """A sentence in which numbers are read."""

    text: str
    span: Span
    words: Sequence[Token]

    def before(self, place: int, reach: int = 30) -> str:
        """What stands in the sentence in front of a place."""
        return self.text[max(self.span.start, place - reach) : place]

    def after(self, place: int, reach: int = 40) -> str:
        """What stands in the sentence behind a place."""
        return self.text[place : min(self.span.end, place + reach)]

    def word_before(self, place: int) -> str:
        """The word in front of a place, folded; "" where a mark stands there."""
        words = self.text[max(self.span.start, place - 24) : place].split()
        return words[-1].casefold().lstrip("(“\"'‘") if words else ""

    def word_at(self, place: int) -> int:
        """The first word that begins at or behind a place."""
        return bisect_left(self.words, place, key=lambda token: token.start)


class Form(Enum):
    """How a bare number is written."""

    DIGITS = "digits"
    WORDS = "words"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    VAGUE = "vague"


class Amount(NamedTuple):
    """A bare number."""

    span: Span
    """With its sign of a currency."""
    value: float
    form: Form
    sign: str = ""
    scale: float = 1.0
    """What "million" behind it multiplied it by."""


def rounded(value: float) -> float:
    """The value without what binary fractions add: 1.1 million is 1,100,000."""
    return float(f"{value:.12g}")
