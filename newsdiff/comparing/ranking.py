"""Which facts of two articles tell most, and which hardly anything.

What is told with different values comes first, then what is quoted, who is named, what
is counted, what else is said. Within each, rare words come before common ones and what
stands high up before what stands at the foot: news tells first what counts most.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsdiff.english.gazetteer import known_names
from newsdiff.english.lexicon import CALENDAR
from newsdiff.english.words import (
    RAREST,
    is_function_word,
    is_number_word,
    rarity,
    tokens,
)
from newsdiff.model import SIDES, Article, Comparison, Fact, Kind, Side, Status

Importance = tuple[int, int, float, tuple[str, ...]]
"""Whether it is trivial, its class, how common and how late it is, its words: the
least comes first, and no two facts of a comparison that read differently are equal."""

_CONFLICTS: Final = (
    Kind.NUMBER,
    Kind.DATE,
    Kind.QUOTE,
    Kind.CLAIM,
    Kind.PERSON,
    Kind.ORGANIZATION,
    Kind.PLACE,
    Kind.ATTRIBUTION,
    Kind.CERTAINTY,
)
"""What is told with different values, most telling first."""
_ALONE: Final = (
    Kind.QUOTE,
    Kind.PERSON,
    Kind.NUMBER,
    Kind.ORGANIZATION,
    Kind.CLAIM,
    Kind.PLACE,
    Kind.DATE,
    Kind.ATTRIBUTION,
    Kind.CERTAINTY,
)
"""What one article states alone, most telling first."""
_FOOT: Final = 1.0
"""How late a fact counts as being whose place is in no sentence."""
_NEAR: Final = 80
"""Characters within which all words of a name must stand to be that name again."""
_SMALLEST: Final = frozenset(("one", "two", "a", "1", "2", "first", "second"))
"""Numbers that say nothing by themselves."""
_PASSING: Final = frozenset(
    "today tonight yesterday tomorrow morning afternoon evening night early late "
    "this last next day".split()
)
"""What days are called that mean another day in each article."""
_WEEKDAYS: Final = frozenset(w for w in CALENDAR if w.endswith(("day", "days")))
_COUNTRIES: Final = ("names", "demonyms", "region")


@dataclass(frozen=True, slots=True)
class Ranking:
    """The facts that two articles do not share, most telling first."""

    telling: tuple[Fact, ...]
    trivial: tuple[Fact, ...]

    def of(self, status: Status) -> Ranking:
        """Those of one status."""
        parts = (self.telling, self.trivial)
        return Ranking(
            *(tuple(fact for fact in part if fact.status is status) for part in parts)
        )


def rank(comparison: Comparison) -> Ranking:
    """All facts that differ or that one article has alone, most telling first."""
    ranked = sorted(
        (importance(comparison, fact), n, fact)
        for n, fact in enumerate(comparison.facts)
        if fact.status is not Status.BOTH
    )
    return Ranking(
        tuple(fact for key, _, fact in ranked if not key[0]),
        tuple(fact for key, _, fact in ranked if key[0]),
    )


def importance(comparison: Comparison, fact: Fact) -> Importance:
    """How much a fact tells: sorted by it, the most telling come first.

    Depends on the texts alone, not on which of them is A.

    Args:
        comparison: What the fact is of.
        fact: One of its facts.
    """
    sides = [side for side in SIDES if fact.spans[side]]
    late = min((_depth(comparison.articles[s], fact, s) for s in sides), default=_FOOT)
    words = sorted(fact.value[side] or "" for side in sides)
    common = min((_commonness(value) for value in words), default=1.0)
    return (
        int(is_trivial(comparison, fact)),
        _class(fact),
        late + common,
        tuple(words),
    )


def is_trivial(comparison: Comparison, fact: Fact) -> bool:
    """Whether a fact of one article is hardly one that the other lacks.

    Such are countries and their people, days that are only called by their weekday or
    by "yesterday", numbers as small as "one" that count nothing, and names that the
    other article has in another form: "State Department", "US Department of State".
    What is told with different values, quoted or claimed never is.

    Args:
        comparison: What the fact is of.
        fact: One of its facts.
    """
    side = fact.status.side
    if side is None:
        return False
    value = fact.value[side] or ""
    if fact.kind is Kind.DATE:
        return _is_passing_day(value)
    if fact.kind is Kind.NUMBER:
        return value.casefold() in _SMALLEST
    if not fact.kind.is_name:
        return False
    other = comparison.articles[side.other].text
    return _is_country(value) or _has_other_form(value, fact.kind, other)


def _class(fact: Fact) -> int:
    if fact.status is Status.CONFLICT:
        return _CONFLICTS.index(fact.kind)
    return len(_CONFLICTS) + _ALONE.index(fact.kind)


def _depth(article: Article, fact: Fact, side: Side) -> float:
    """How far down an article it tells a fact first, 0..1."""
    sentence = article.sentence_at(fact.spans[side][0].start)
    last = len(article.sentences) - 1
    return _FOOT if sentence is None else sentence / max(1, last)


@lru_cache(maxsize=4096)
def _commonness(value: str) -> float:
    """How common the rarest words of a value are in English, 0..1.

    Numbers are as rare as they are large, which says nothing.
    """
    words = [w.folded for w in tokens(value) if not w.folded[0].isdigit()]
    rarities = (rarity(word) for word in words if not is_number_word(word))
    found = sorted(rarities, reverse=True)[:3]
    return 1 - sum(found) / len(found) / RAREST if found else 1.0


@lru_cache(maxsize=4096)
def _is_passing_day(value: str) -> bool:
    """Whether a date is nothing but a weekday or a day seen from today."""
    words = [w.folded for w in tokens(value) if not is_function_word(w.folded)]
    return all(word in _PASSING or word in _WEEKDAYS for word in words)


@lru_cache(maxsize=4096)
def _is_country(value: str) -> bool:
    """Whether a name is that of a country, of its people or of a part of the world."""
    words = tokens(value)
    found = known_names().longest(words, 0) if words else None
    return (
        found is not None
        and found.size == len(words)
        and found.value.kind is Kind.PLACE
        and found.value.form in _COUNTRIES
    )


def _has_other_form(value: str, kind: Kind, text: str) -> bool:
    """Whether a text has a name with the same words, or by its first letters."""
    words = [w.folded for w in tokens(value) if not is_function_word(w.folded)]
    if not words:
        return True
    if len(words) == 1:
        return kind is Kind.ORGANIZATION and _is_short_for_some(value, text)
    there = _places(text)
    rarest = min(words, key=lambda word: len(there.get(word, ())))
    return any(
        all(_stands_near(there.get(word, ()), at) for word in words)
        for at in there.get(rarest, ())
    ) or (kind is Kind.ORGANIZATION and _initials(value) in there)


def _stands_near(places: Sequence[int], at: int) -> bool:
    first = bisect_left(places, at - _NEAR)
    return first < len(places) and places[first] <= at + _NEAR


@lru_cache(maxsize=8)
def _places(text: str) -> Mapping[str, Sequence[int]]:
    """Where each word of a text stands that begins with a capital, or is in digits."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for word in tokens(text):
        if not word.text[0].islower():
            found[word.folded].append(word.start)
            if "-" in word.text:
                for part in word.folded.split("-"):
                    found[part].append(word.start)
    return {word: sorted(places) for word, places in found.items()}


def _initials(value: str) -> str:
    """The first letters of a name's words: "nwo" of "National Weather Office"."""
    words = [word for word in tokens(value) if not is_function_word(word.folded)]
    return "".join(word.folded[0] for word in words)


def _is_short_for_some(value: str, text: str) -> bool:
    """Whether a text has words in capitals whose first letters a name is made of."""
    letters = value.replace(".", "")
    if not (letters.isupper() and letters.isalpha() and len(letters) > 1):
        return False
    small = r"(?:\s+(?:of|for|the|and|on|in))*\s+"
    pattern = small.join(rf"{letter}\w+" for letter in letters)
    return re.search(rf"\b{pattern}", text) is not None
