"""What is known of single words: common in lower case, a name, a title."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from newsdiff.english.tables import table, word_group, word_list
from newsdiff.english.words import RAREST, is_number_word, rarity

_ENDINGS: Final = (
    "s es ed d ing ly er r ers est ness ment able ability ism ist ists ize ized "
    "ization ful less like ish al ally ic ical ity y ies ied ier iest ily".split()
)
"""As in benchmarks/build_tables.py, which leaves out what these explain."""
CALENDAR: Final = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays "
    "wednesdays thursdays fridays saturdays sundays january february march april may "
    "june july august september october november december jan feb mar apr aug sept "
    "sep oct nov dec".split()
)

_PLAIN_LETTERS: Final = str.maketrans(
    {
        **dict(zip("øØłŁđĐıðÐħĦ", "oOlLdDidDhH", strict=True)),
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
        "œ": "oe",
        "Œ": "Oe",
        "þ": "th",
        "Þ": "Th",
        **dict.fromkeys("ʻʼʽ‘’", "'"),
    }
)
"""Letters that no accent makes of another, and how they are spelled without them."""


@lru_cache(maxsize=50_000)
def is_common_word(folded: str) -> bool:
    """Whether English writes the folded word in lower case.

    A compound is common where all its parts are.
    """
    if "-" in folded:
        return all(is_common_word(part) for part in folded.split("-") if part)
    if folded in word_list("proper_words"):
        return False
    if rarity(folded) < RAREST or folded in word_list("common_words"):
        return True
    return is_number_word(folded) or folded.isdigit() or _derived(folded)


def _derived(folded: str) -> bool:
    return any(
        stem in word_list("common_words")
        or (rarity(stem) < RAREST and stem not in word_list("proper_words"))
        for stem in _stems(folded)
    )


def _stems(folded: str) -> list[str]:
    stems = []
    for ending in _ENDINGS:
        if folded.endswith(ending) and len(folded) - len(ending) > 2:
            stem = folded[: -len(ending)]
            stems += [stem, stem + "e", stem + "y"]
            if stem[-1] == stem[-2]:
                stems.append(stem[:-1])
    return stems


def is_given_name(folded: str) -> bool:
    """Whether the folded word is a usual given name, "jean-luc" included."""
    names = word_list("given_names")
    return folded in names or (
        "-" in folded and folded.split("-", maxsplit=1)[0] in names
    )


def is_surname(folded: str) -> bool:
    """Whether the folded word is a usual surname and no common word."""
    return folded in word_list("surnames")


def is_title(folded: str) -> bool:
    """Whether the folded word may stand before a name: "minister", "ex-minister"."""
    if "-" in folded and folded not in word_group("names", "titles"):
        folded = folded.removeprefix("ex-").removeprefix("vice-")
        folded = folded.removesuffix("-elect").removesuffix("-designate")
        *leads, last = folded.removeprefix("co-").removeprefix("sub-").split("-")
        if all(is_title(lead) or is_modifier(lead) for lead in leads):
            folded = last  # "secretary-general", "lt-col"
    return folded in word_group("names", "titles")


def is_modifier(folded: str) -> bool:
    """Whether the folded word may stand before a title: "foreign"."""
    return folded.removeprefix("ex-") in word_group("names", "modifiers")


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Short or other form of a given name → the forms it may stand for, itself too."""
    forms: dict[str, set[str]] = {}
    for full, short in table("names")["nicknames"].items():
        group = [full, *short.split()]
        for name in group:
            forms.setdefault(name, {name}).update((full, *short.split()))
    return {name: frozenset(group) for name, group in forms.items()}


def without_accents(word: str) -> str:
    """The word as it is spelled where accents are left out: "peña" as "pena"."""
    if word.isascii():
        return word
    apart = unicodedata.normalize("NFD", word.translate(_PLAIN_LETTERS))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))
