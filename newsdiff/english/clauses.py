"""Sentence → clauses: the pieces that can each be told or left out.

Cut at punctuation and at the words that open a clause; a piece with a single content
word goes with the piece before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsdiff.english.words import (
    DATA,
    folded_words,
    is_function_word,
    is_number_word,
)
from newsdiff.model import Span

_MARKS: Final = r"(?<!\d)[,:]|[,:](?!\d)|[;—“”\"()]|–(?!\d)|\s--?\s"
_FEWEST: Final = 2
"""Content words of a clause that stands on its own."""
_LAST_WORD: Final = re.compile(r"([A-Za-z]+)\s*$")
_FIRST_WORD: Final = re.compile(r"\s*([A-Za-z]+)")
_PART: Final = re.compile(r"\s*(?:(?:a|an|one)\s)?(?:half|quarters?|third)\b")
_LARGE: Final = ("hundred", "thousand", "million", "billion", "trillion")
_LONGEST: Final = 12
"""Letters of the longest words of a number, and a blank."""


@cache
def _border() -> re.Pattern[str]:
    lines = (DATA / "clause_openers.txt").read_text("utf-8").splitlines()
    words = [w for line in lines if line[:1] != "#" for w in line.split()]
    return re.compile(rf"{_MARKS}|\b(?:{'|'.join(words)})\b")


def split_clauses(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """The clauses of a sentence, as spans of `text`, in order.

    Borders themselves (a comma, "and") belong to no clause. A sentence without a
    content word has none.
    """
    start, end = span or (0, len(text))
    pieces = []
    for border in _border().finditer(text, start, end):
        if _joins_numbers(text, border):
            continue
        pieces.append(Span(start, border.start()))
        start = border.end()
    pieces.append(Span(start, end))
    found: list[Span] = []
    for piece in pieces:
        content = _content_words(text, piece)
        if content and found and content < _FEWEST:
            found[-1] = Span(found[-1].start, piece.end)
        elif content:
            found.append(piece)
    return tuple(found)


def _joins_numbers(text: str, border: re.Match[str]) -> bool:
    """Whether a border stands inside a number, or between two.

    There are digits on both sides of it: "3,000", "18:30", "routes 4 and 12"; or words
    of one number: "two and a half", "two thousand, one hundred and three".
    """
    before = text[max(0, border.start() - 2) : border.start()].rstrip()
    after = text[border.end() : border.end() + 2].lstrip()
    if before[-1:].isdigit() and after[:1].isdigit():
        return True
    if border.group() not in (",", "and"):
        return False
    last = _LAST_WORD.search(text, max(0, border.start() - _LONGEST), border.start())
    if border.group() == "and" and (last or before[-1:].isdigit()):
        counted = before[-1:].isdigit() or (last and is_number_word(last[1].casefold()))
        if counted and _PART.match(text, border.end()):
            return True
    first = _FIRST_WORD.match(text, border.end())
    large = last is not None and last[1].casefold() in _LARGE
    return large and first is not None and is_number_word(first[1].casefold())


def _content_words(text: str, piece: Span) -> int:
    return sum([not is_function_word(word) for word in folded_words(text, *piece)])
