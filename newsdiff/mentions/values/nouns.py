"""The nouns that numbers count."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsdiff.english.lexicon import is_common_word
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import Token, is_function_word
from newsdiff.mentions.values.amounts import Line
from newsdiff.model import Span

_WITHIN: Final = 5
"""Words after a number among which the counted noun may stand."""
_COMPOUND: Final = re.compile(
    r"-(?!(?:odd|plus|strong|ish|off|fold|some|something)\b)(?P<unit>[a-z]{3,})(?![\w-])"
)
_OF: Final = re.compile(
    r"\b(?P<noun>crowd|majority|total|turnout|attendance|population|audience|toll)\s"
    r"(?:of|was|is|at|stood at|reached)\s(?:[a-z]+\s){0,3}$"
)
"""Nouns that stand in front of their number."""
_PARENT: Final = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parent|grandmother|grandfather)[\s-]of[\s-]$"
)
"""Behind it a number counts children: "the mother of three"."""


def find_counted(line: Line, span: Span) -> tuple[str | None, Span | None]:
    """What a number counts: the noun as it is compared, and number with noun.

    Args:
        line: The sentence.
        span: The number's place.
    """
    if compound := _COMPOUND.match(line.text, span.end, line.span.end):
        unit = singular_of(compound["unit"].casefold())
        return unit, Span(span.start, compound.end())
    if parent := _PARENT.search(line.before(span.start, 24)):
        start = span.start - len(parent.group())
        return "child", Span(start, span.end)
    return _after(line, span) or _in_front(line, span) or (None, None)


def _after(line: Line, span: Span) -> tuple[str, Span] | None:
    end, partitive = span.end, False
    first = line.word_at(span.end)
    for token in line.words[first : first + _WITHIN]:
        gap = line.text[end : token.start]
        letters = gap in (".", ". ") and line.text[end - 1].isupper()
        if gap not in (" ", "\u00a0", "\n") and not letters and (gap or end > span.end):
            return None
        word = token.folded
        if word == "of" and end == span.end:
            partitive = True
        elif word in (
            "more",
            "other",
            "the",
            "these",
            "those",
            "his",
            "her",
            "its",
        ) and (partitive or word in ("more", "other")):
            pass
        elif (is_function_word(word) and gap != ".") or token.text[0].isdigit():
            return None
        elif word in word_group("numbers", "casualties") and end == span.end:
            return _casualty(line, span, token.end, word)
        elif _is_noun(token) and not _names_another(line, token):
            return singular_of(word), Span(span.start, token.end)
        end = token.end
    return None


def _is_noun(token: Token) -> bool:
    lower = token.text[0].islower() or is_common_word(token.folded)
    return lower and is_plural(token.folded)


def _names_another(line: Line, token: Token) -> bool:
    """Whether a plural without -s only says what is counted: "police stations"."""
    following = line.words[line.word_at(token.end) :][:1]
    if token.folded.endswith("s") or not following:
        return False
    joined = line.text[token.end : following[0].start] == " "
    noun = following[0]
    return joined and noun.folded.endswith("s") and _is_noun(noun)


def _casualty(line: Line, span: Span, end: int, word: str) -> tuple[str, Span] | None:
    """The dead and the injured: "40 injured" counts them."""
    following = line.words[line.word_at(end) :][:1]
    if following and line.text[end : following[0].start] == " ":
        noun = following[0]
        if is_plural(noun.folded) and noun.text[0].islower():
            return singular_of(noun.folded), Span(span.start, noun.end)
    groups: dict[str, str] = table("numbers")["casualty_kinds"]
    return groups.get(word, word), Span(span.start, end)


def _in_front(line: Line, span: Span) -> tuple[str, Span] | None:
    match = _OF.search(line.before(span.start, 48))
    if match is None or line.after(span.end, 1) == "-":
        return None
    start = span.start - len(match.string) + match.start()
    return match["noun"], Span(start, span.end)


@lru_cache(maxsize=20_000)
def is_plural(word: str) -> bool:
    """Whether a folded word is a noun in the plural, as far as its form tells."""
    if word in table("numbers")["plurals"]:
        return True
    uncounted = word in word_group("numbers", "uncounted")
    return word.endswith("s") and word[-2:] not in ("ss", "us", "is") and not uncounted


@lru_cache(maxsize=20_000)
def singular_of(word: str) -> str:
    """The singular of a noun, as numbers are compared by it."""
    if fixed := table("numbers")["plurals"].get(word):
        return str(fixed)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word[-1:] == "s" and word[-2:-1] not in ("s", "") else word
