"""A text without the forms in which one thing can be written.

Two sentences with the same words in these forms are the same, written otherwise:
curly or straight marks, hyphens, accents, the spelling of either side of the Atlantic,
a courtesy title, a number in digits or words, a day or an hour in any order. Numbers
and dates are told by the keys of their mentions, so that they are read once.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from newsdiff.english.spelling import pairs, spell
from newsdiff.english.tables import table
from newsdiff.english.words import WORD
from newsdiff.mentions import mentions_of
from newsdiff.model import Article, Kind, Role, Sentence, Span
from newsdiff.reading import told_span

_VALUES: Final = (Kind.NUMBER, Kind.DATE)
_LONG: Final = 4
_FORMS: Final = 3
"""Words of so many letters that may stand for values and titles of the other."""
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_ORDINAL: Final = re.compile(r"(\d+)(?:st|nd|rd|th)")
_THE_DAY: Final = re.compile(r"\bthe\s+$", re.IGNORECASE)
"""What stands before "9th of March" and not before "March 9"."""
_POSSESSIVE: Final = re.compile(r"'(?=s$|$)")


def _has_other_words(text: str, other: str) -> bool:
    """Whether a text has more words that the other has not than values may be."""
    there = _run_together(other)
    odd = 0
    for match in WORD.finditer(text):
        word = spell(match.group())
        odd += len(word) >= _LONG and word.replace("-", "") not in there
        if odd > _FORMS:
            return True
    return False


@lru_cache(maxsize=2_000)
def _run_together(text: str) -> str:
    return "".join(spell(word) for word in WORD.findall(text)).replace("-", "")


class Value(NamedTuple):
    """A number or a date at its place in a text."""

    span: Span
    key: str
    """Equal where the values are, however they are written."""


@lru_cache(maxsize=2_000)
def canonical_words(text: str) -> tuple[str, ...]:
    """The words of a sentence in one form, and its numbers and dates by value.

    Args:
        text: One sentence or more. What stands before it as the mark of a list, and
            marks between words, are no words.
    """
    plain = _INVISIBLE.sub("", text)
    start = told_span(plain, Span(0, len(plain))).start
    found: list[str] = []
    at = start
    for value in values_of(plain):
        if value.span.start >= at:
            before = plain[at : value.span.start]
            if _ORDINAL.match(plain, value.span.start) and "-" in value.key:
                before = _THE_DAY.sub("", before)
            found += _words(before)
            found.append(value.key)
            at = value.span.end
    return (*found, *_words(plain[at:]))


def is_written_alike(a: str, b: str) -> bool:
    """Whether two texts are the same but for how they are written.

    How words are set apart does not count: "cease-fire" is "ceasefire" and "cease
    fire".
    """
    if _has_other_words(a, b) or _has_other_words(b, a):
        return False
    return "".join(canonical_words(a)) == "".join(canonical_words(b))


def is_courtesy(word: str) -> bool:
    """Whether a word is a title like "Mr" that a name can do without."""
    titles = table("spellings")["courtesy"].split()
    return word[0].isupper() and word.casefold() in titles


def _words(text: str) -> list[str]:
    """The words between two values, courtesy titles left out."""
    found = []
    for match in WORD.finditer(text.replace("&", " and ")):
        if is_courtesy(match.group()):
            continue
        word = "".join(spell(part) for part in match.group().split("-"))
        word = _POSSESSIVE.sub("", word)
        word = pairs("shortened").get(word, word)
        word = _ORDINAL.sub(r"\1th", word)
        found.append(pairs("small_numbers").get(word, word))
    return found


@lru_cache(maxsize=2_000)
def values_of(text: str) -> tuple[Value, ...]:
    """The numbers and dates of a text, in order, none in another."""
    sentence = Sentence(start=0, end=len(text), role=Role.BODY, paragraph=0)
    article = Article(
        label="",
        title=None,
        outlet=None,
        published=None,
        source="",
        text=text,
        sentences=(sentence,),
    )
    return tuple(
        Value(
            mention.span,
            f"{mention.key} {mention.unit or ''}".replace(". ", " ").strip(),
        )
        for mention in mentions_of(article)
        if mention.kind in _VALUES
    )
