"""Whether two words can mean the same, as far as their letters and the tables tell.

Nothing here says that two words do: it says which of them surely do not, however alike
the sentences are in which they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import permutations, takewhile
from typing import Final

from newsdiff.english.events import (
    are_distinct,
    are_others,
    are_two_actors,
    events_of,
    exclude,
    oppose,
    poles_of,
    says_no,
)
from newsdiff.english.lexicon import CALENDAR
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import is_number_word

_CACHED: Final = 20_000
_ROOT: Final = 3
"""Letters that two forms of one word have in common, at least."""
_KIN: Final = 4
"""The same of two words that may be made of one: "school", "schoolgirl"."""
_REST: Final = 4
"""Letters behind a beginning that turns a word round, at least."""


@lru_cache(maxsize=_CACHED)
def has_synonyms(folded: str) -> bool:
    """Whether another word can mean the same as a folded one.

    None does for numbers, words of order and time, denials, shortened words and verbs
    that say little alone.
    """
    return not (
        "'" in folded
        or any(map(str.isdigit, folded))
        or any(map(_is_value, folded.split("-")))
        or folded in word_group("meanings", "light")
        or says_no(folded)
    )


def _is_value(folded: str) -> bool:
    values = word_group("meanings", "values")
    return is_number_word(folded) or folded in CALENDAR or folded in values


@lru_cache(maxsize=_CACHED)
def are_forms(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: "opposed", "opposition".

    A plain "s" counts for nothing here: it may tell one thing from several.
    """
    if _are_one_and_many(one, other):
        return False
    if _irregular().get(one, one) == _irregular().get(other, other):
        return True
    shared = _shared_letters(one, other)
    endings = word_group("meanings", "endings") | {""}
    return shared >= _ROOT and {_ending(one, shared), _ending(other, shared)} <= endings


@lru_cache(maxsize=_CACHED)
def can_mean_the_same(one: str, other: str) -> bool:
    """Whether nothing shows that two folded words mean two things.

    They do where they exclude each other, tell events that are never one, name two
    sorts of people, or are made of one word: "school" and "schoolgirl".
    """
    shared = _shared_letters(one, other)
    if are_forms(one, other):
        return True
    is_kin = shared >= _KIN and 2 * shared >= min(len(one), len(other))
    if is_kin or _are_one_and_many(one, other) or (one, other) in _apart():
        return False
    return not (
        oppose(poles_of(one), poles_of(other))
        or exclude(one, other)
        or are_distinct(events_of(one), events_of(other))
        or are_others(one, other)
        or are_two_actors(one, other)
        or _are_turned(one, other)
    )


def _are_one_and_many(one: str, other: str) -> bool:
    """Whether two words differ by a plain "s"."""
    shorter, longer = sorted((one, other), key=len)
    return longer in (f"{shorter}s", f"{shorter}es")


@cache
def _apart() -> frozenset[tuple[str, str]]:
    lines = [line.split() for line in table("meanings")["apart"]]
    return frozenset(pair for line in lines for pair in permutations(line, 2))


def _ending(word: str, root: int) -> str:
    """What follows the first letters of a word: "ing" of "stopping"."""
    rest = word[root:]
    doubled = len(rest) > 1 and rest[0] == word[root - 1]
    return rest[1:] if doubled else rest


@cache
def _irregular() -> Mapping[str, str]:
    """Form of an irregular verb → its first form."""
    return {
        form: forms.split()[0]
        for forms in table("meanings")["irregular"]["verbs"]
        for form in forms.split()
    }


def _shared_letters(one: str, other: str) -> int:
    """Letters with which both begin."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return sum(1 for _ in same)


def _are_turned(one: str, other: str) -> bool:
    """Whether two words differ by beginnings that say the opposite, and no more."""
    return any(
        one.startswith(left)
        and other.startswith(right)
        and len(one) - len(left) >= _REST
        and _root(one.removeprefix(left)) == _root(other.removeprefix(right))
        for left, right in _beginnings()
    )


def _root(rest: str) -> str:
    """What is left of a word without the commonest ends of verbs."""
    for ending in ("ing", "ed", "es", "s", "d", "e"):
        if rest.endswith(ending) and len(rest) - len(ending) >= _REST:
            return rest.removesuffix(ending)
    return rest


@cache
def _beginnings() -> frozenset[tuple[str, str]]:
    unlike = table("meanings")["unlike"]
    pairs = [(beginning, "") for beginning in unlike["alone"].split()]
    pairs += [(a, b) for a, b in (each.split("/") for each in unlike["each"].split())]
    return frozenset([*pairs, *((b, a) for a, b in pairs)])
