"""Numbers with their units, in digits and in words, as values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from newsdiff.mentions.words import Token, is_number_word
from newsdiff.model import Kind, Mention, Span

_MAGNITUDE: Final = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "k": 1e3,
    "m": 1e6,
    "bn": 1e9,
}
_NUMBER: Final = re.compile(
    r"(?P<money>[$£€¥])?\s?(?<![\w.])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<ordinal>st|nd|rd|th)?"
    r"(?:[\s-]?(?P<size>hundred|thousand|million|billion|trillion|bn|[km])\b)?"
    r"(?P<percent>\s?%|\s?percent|\s?per cent)?",
    re.IGNORECASE,
)
_COUNTED: Final = {"dozen": 12.0}


def numbers(
    text: str, words: Sequence[Token], sentence: int, span: Span
) -> Iterator[Mention]:
    """The numbers of a sentence; "one" alone is a pronoun too often to count."""
    for match in _NUMBER.finditer(text, span.start, span.end):
        value = float(match["digits"].replace(",", ""))
        value *= _MAGNITUDE.get((match["size"] or "").lower(), 1)
        unit = match["money"] or ("%" if match["percent"] else "")
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        yield _mention(Span(start, match.end()), sentence, value, unit)
    yield from _spelled(words, sentence)


def _mention(span: Span, sentence: int, value: float, unit: str) -> Mention:
    return Mention(
        kind=Kind.NUMBER,
        span=span,
        sentence=sentence,
        key=f"{value:g}{unit}",
        rule="digits" if unit or value >= 0 else "words",
        resolved=value,
    )


@cache
def _english() -> Any:
    from text_to_num import Language

    return Language("en")


def _spelled(words: Sequence[Token], sentence: int) -> Iterator[Mention]:
    """Runs of number words, read by text2num."""
    run: list[Token] = []
    for token in (*words, None):
        if token and all(is_number_word(part) for part in token.folded.split("-")):
            run.append(token)
            continue
        if run and [t.folded for t in run] != ["one"]:
            value = _value(" ".join(t.folded for t in run))
            if value is not None:
                yield _mention(Span(run[0].start, run[-1].end), sentence, value, "")
        run = []


def _value(phrase: str) -> float | None:
    if phrase in _COUNTED:
        return _COUNTED[phrase]
    if phrase in _MAGNITUDE:
        return None  # "a million" says a magnitude, not a count
    from text_to_num import text2num

    try:
        return float(text2num(phrase, "en"))
    except ValueError:
        return None
