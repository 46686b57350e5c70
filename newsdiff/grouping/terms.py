"""What an article tells an event by: names, numbers with what they count, days, words.

Cheap rules: a word with a capital inside a sentence is a name, one that opens a
sentence only if it is a name elsewhere, or no common word. In a headline that
capitalises everything, common words are words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from newsdiff.english.lexicon import CALENDAR, is_common_word
from newsdiff.english.words import RAREST, WORD, fold, is_function_word, rarity


class TermKind(StrEnum):
    """What a term is; its letter stands first in every `Term`."""

    NAME = "n"
    NUMBER = "#"
    DATE = "d"
    WORD = "w"


Term = str
"""What two articles may share: the letter of its kind and the form that is compared,
"nbettie page", "#40 palestinian", "d14 mar"."""


class Weighty(NamedTuple):
    """One of the terms that say most of what an article is about."""

    term: Term
    shown: str
    """As the article writes it first: "Bettie Page"."""
    often: float
    """How often it is told, damped; more where it is told early."""
    rare: float


_NAMES, _NUMBERS, _DATES, _WORDS = (kind.value for kind in TermKind)
_EARLY: Final = 700
"""Characters at the top of an article."""
_MORE: Final = 1.5
"""What is told there counts for more."""
_LETTER: Final = r"[^\W\d_]"
_WORD: Final = rf"{_LETTER}+(?:[’'\-][^\W_]+)*"
_CAPITAL: Final = rf"[A-ZÀ-ÖØ-ÞĀ-Ž]{_LETTER}*(?:[’'\-][^\W_]+)*"
_RUN: Final = re.compile(rf"(?<![\w’'\-]){_CAPITAL}(?: {_CAPITAL})*")
"""Words with a capital, one after the other."""
_NUMBER: Final = re.compile(
    rf"(?<![\w.,$€£])[$€£]?(?P<number>\d(?:[\d,.]*\d)?)(?: ?(?P<next>{_WORD}))?"
)
_MONTH_BEFORE: Final = re.compile(rf"({_WORD})\.? $")
_MONTH_LENGTH: Final = 12
_SIGNS: Final = "$€£"
_BEFORE: Final = 6
"""Characters before a word that tell whether it opens a sentence."""
_OPENING: Final = " \"“‘'(["
_STOPS: Final = ".!?:\n"
_HEADLINE: Final = 160
"""Characters: a longer line is no headline."""
_TITLED: Final = 0.6
"""Of the words of a headline with capitals: then it is in title case."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MONTHS: Final = {
    name: name[:3]
    for name in (
        "january february march april may june july august september october november "
        "december jan feb mar apr jun jul aug sept sep oct nov dec"
    ).split()
}
_POWERS: Final = {
    "thousand": "k",
    **dict.fromkeys(("million", "m", "mn"), "m"),
    **dict.fromkeys(("billion", "bn"), "bn"),
    **dict.fromkeys(("trillion", "tn"), "tn"),
}
_AS_NAME: Final = 8.0
"""How much rarer a common word is as a name: "Page"."""
_TWO_NAMES: Final = 62.0
_DAY: Final = 42.0
_SHORT_NUMBERS: Final = {1: 48.0, 2: 52.0}
_LONG_NUMBER: Final = 60.0
"""Rarities, in decibels, of what no table of words has."""
_COMMON: Final = 15.0
"""Rarity of what says nothing."""


@lru_cache(maxsize=20_000)
def stem(folded: str) -> str:
    """A folded word without the "s" of a plural or a verb."""
    if len(folded) < 5 or not folded.endswith("s"):
        return folded
    if folded.endswith("ies"):
        return folded[:-3] + "y"
    if folded.endswith("sses"):
        return folded[:-2]
    return folded if folded.endswith(("ss", "us", "is")) else folded[:-1]


@lru_cache(maxsize=20_000)
def rarity_of(term: Term) -> float:
    """How rare a term is in English, in the measure of `english.words.rarity`."""
    kind, form = term[0], term[1:]
    if kind == TermKind.WORD:
        return min(rarity(form), rarity(form + "s"))
    if kind == TermKind.DATE:
        return _DAY
    if kind == TermKind.NUMBER:
        return _SHORT_NUMBERS.get(len(form.split()[0]), _LONG_NUMBER)
    if " " in form:
        return max(_TWO_NAMES, min(RAREST, sum(map(rarity, form.split())) / 1.5))
    return rarity(form) + (_AS_NAME if is_common_word(form) else 0.0)


def weightiest(text: str, words: Iterable[str], most: int) -> list[Weighty]:
    """The terms that say most of what an article is about, the weightiest first.

    Args:
        text: The article, by `without_title_case`.
        words: All its words, as they are written.
        most: How many; ties are broken by the terms themselves.
    """
    scan = _Scan(text)
    scan.read_words(Counter(words))
    scan.read_names()
    scan.read_numbers()
    found = []
    for term, told in scan.found.items():
        often = told.times**0.5 * (_MORE if told.first < _EARLY else 1)
        rare = rarity_of(term)
        if rare > _COMMON:
            found.append((often * (_COMMON - rare), term, often, rare))
    found.sort()
    return [
        Weighty(term, scan.found[term].shown, often, rare)
        for _, term, often, rare in found[:most]
    ]


@dataclass(slots=True)
class _Told:
    """How an article tells a term."""

    times: int
    first: int
    """Where, in characters."""
    shown: str


@dataclass(slots=True)
class _Scan:
    """What is found in a text."""

    text: str
    found: dict[Term, _Told] = field(default_factory=dict)

    def read_words(self, words: Counter[str]) -> None:
        early = set(WORD.findall(self.text, 0, _EARLY))
        for word, times in words.items():
            if word[0].islower() and (form := _stem_of_content(word)):
                at = 0 if word in early else len(self.text)
                self._add(_WORDS + form, at, word, times)

    def read_names(self) -> None:
        runs = list(self._runs())
        inside = {
            fold(word) for at, words in runs for word in words[_opens(self.text, at) :]
        }
        for at, words in runs:
            before = ""
            for n, word in enumerate(words):
                folded = fold(word)
                if not _says_something(folded):
                    before = ""
                elif folded in inside or n or not self._is_word(folded):
                    bare = word.removesuffix("'s").removesuffix("’s")
                    self._add(_NAMES + folded, at, bare)
                    if before:
                        both = f"{_NAMES}{fold(before)} {folded}"
                        self._add(both, at, f"{before} {bare}")
                    before = word
                else:
                    self._add(_WORDS + stem(folded), at, folded)
                    before = ""

    def read_numbers(self) -> None:
        for found in _NUMBER.finditer(self.text):
            start = found.start()
            before = self.text[max(0, start - _MONTH_LENGTH) : start]
            month = _MONTH_BEFORE.search(before)
            bare = found[0][: found.end("number") - start]
            for term in _numbers(month[1] if month else "", *found.groups("")):
                is_bare = term == _NUMBERS + bare.lstrip(_SIGNS).replace(",", "")
                self._add(term, start, bare if is_bare else found[0])

    def _runs(self) -> Iterator[tuple[int, list[str]]]:
        for found in _RUN.finditer(self.text):
            yield found.start(), found[0].split(" ")

    def _is_word(self, folded: str) -> bool:
        """Whether a word that opens a sentence is no name."""
        return _WORDS + stem(folded) in self.found or is_common_word(folded)

    def _add(self, term: Term, at: int, shown: str, times: int = 1) -> None:
        told = self.found.get(term)
        if told is None:
            self.found[term] = _Told(times, at, shown)
            return
        told.times += times
        if at < told.first:
            told.first, told.shown = at, shown


def without_title_case(line: str) -> str:
    """A headline in title case with its common words in small letters."""
    if len(line) > _HEADLINE:
        return line
    words = line.split()
    if sum(word[0].isupper() for word in words) <= _TITLED * len(words):
        return line
    return " ".join(
        word.lower() if is_common_word(fold(word.strip(",.:;!?"))) else word
        for word in words
    )


def _opens(text: str, at: int) -> bool:
    """Whether the word there opens a sentence."""
    before = text[max(0, at - _BEFORE) : at]
    bare = before.rstrip(_OPENING)
    return not bare or bare[-1] in _STOPS or before[-1] == "“"


@lru_cache(maxsize=20_000)
def _says_something(folded: str) -> bool:
    return folded not in CALENDAR and not is_function_word(folded)


@lru_cache(maxsize=20_000)
def _stem_of_content(word: str) -> str:
    """What a word is compared by; empty where it says nothing."""
    folded = fold(word)
    return stem(folded) if len(folded) > 1 and _says_something(folded) else ""


def _numbers(month: str, number: str, following: str) -> Iterator[Term]:
    """What a number tells, with the words beside it."""
    plain, after = number.replace(",", ""), fold(following)
    if len(plain) < 3:
        for name in (month.casefold(), after):
            if name in _MONTHS:
                yield f"{_DATES}{plain.lstrip('0')} {_MONTHS[name]}"
                return
    elif not _YEAR.fullmatch(plain):
        yield _NUMBERS + plain
    if after in _POWERS:
        yield _NUMBERS + plain + _POWERS[after]
    elif form := _stem_of_content(following):
        yield f"{_NUMBERS}{plain} {form}"
