"""Names that begin with a number: "5th Avenue", "West 42nd St.", "the 3rd Fleet"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsdiff.english.tables import table, word_group
from newsdiff.english.words import folded_words
from newsdiff.mentions.names.keys import body_key, place_key
from newsdiff.model import Kind, Mention, Span


@cache
def _pattern() -> re.Pattern[str]:
    streets = {
        word.capitalize()
        for street, short in table("names")["streets"].items()
        for word in (street, *short.split())
    }
    bodies = {word.capitalize() for word in word_group("names", "numbered")}
    return re.compile(
        r"\b(?:(?:North|South|East|West)\s)?\d{1,3}(?:st|nd|rd|th)\s"
        rf"(?:(?P<street>{'|'.join(sorted(streets))})"
        rf"|(?:[A-Z][a-z]+\s){{0,2}}(?:{'|'.join(sorted(bodies))}))\b"
    )


def find_numbered_names(text: str, span: Span, sentence: int) -> Iterator[Mention]:
    """The streets and bodies of a sentence that a number in figures names.

    Args:
        text: The article's text.
        span: What of it the sentence tells.
        sentence: Its number.
    """
    for match in _pattern().finditer(text, *span):
        words = folded_words(match.group())
        is_street = match["street"] is not None
        yield Mention(
            kind=Kind.PLACE if is_street else Kind.ORGANIZATION,
            span=Span(*match.span()),
            sentence=sentence,
            key=place_key(words) if is_street else body_key(words),
            rule="place-word" if is_street else "organization-word",
        )
