"""Streets with a number for a name: "5th Avenue", "West 42nd St."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsdiff.english.tables import table
from newsdiff.english.words import folded_words
from newsdiff.mentions.names.keys import place_key
from newsdiff.model import Kind, Mention, Span


@cache
def _pattern() -> re.Pattern[str]:
    ends = {
        word.capitalize()
        for street, short in table("names")["streets"].items()
        for word in (street, *short.split())
    }
    return re.compile(
        r"\b(?:(?:North|South|East|West)\s)?\d{1,3}(?:st|nd|rd|th)\s"
        rf"(?:{'|'.join(sorted(ends))})\b"
    )


def find_streets(text: str, span: Span, sentence: int) -> Iterator[Mention]:
    """The streets of a sentence that have a number in figures for a name.

    Args:
        text: The article's text.
        span: What of it the sentence tells.
        sentence: Its number.
    """
    for match in _pattern().finditer(text, *span):
        yield Mention(
            kind=Kind.PLACE,
            span=Span(*match.span()),
            sentence=sentence,
            key=place_key(folded_words(match.group())),
            rule="place-word",
        )
