"""Sentence → clauses: the pieces that can each be told or left out.

Cut at punctuation and at the words that open a clause; a piece with a single content
word goes with the piece before it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from newsdiff.english.words import DATA, folded_words, is_function_word
from newsdiff.model import Span

_MARKS: Final = r"(?<!\d)[,:]|[,:](?!\d)|[;—“”\"()]|–(?!\d)|\s--?\s"
_FEWEST: Final = 2
"""Content words of a clause that stands on its own."""


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
    """Whether there are digits on both sides: "3,000", "18:30", "routes 4 and 12"."""
    before = text[max(0, border.start() - 2) : border.start()].rstrip()
    after = text[border.end() : border.end() + 2].lstrip()
    return before[-1:].isdigit() and after[:1].isdigit()


def _content_words(text: str, piece: Span) -> int:
    return sum([not is_function_word(word) for word in folded_words(text, *piece)])
