"""The keys of names: what is written in several ways and means one has one key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from newsdiff.english.lexicon import is_given_name, without_accents
from newsdiff.english.tables import table, word_group

_SLAVIC_ENDINGS: Final = (
    (re.compile(r"(?<=[a-z]{2})(?:skii|skij|skiy|skyi|skyy|ski)$"), "sky"),
    (re.compile(r"(?<=[a-z]{3})(?:iy|ij|yi|yy)$"), "y"),
    (re.compile(r"(?<=[a-z]{3})ych$"), "ich"),
)
"""Endings that several transliterations write in several ways."""
_MAC: Final = re.compile(r"^mac(?=[bcdfghklnpqrtv][a-z]{2})")
_ISATION: Final = re.compile(r"(?<=[a-z]{3})isation(?=s?$)")
_JOINING: Final = ("and", "the")


def person_key(words: Sequence[str]) -> str:
    """A person's name without initials and suffixes, hyphens as blanks.

    A generation is kept with the given name ("jon-jr holm"), where there is one: the
    last word is the surname. Initials stay where there is no other given name.

    Args:
        words: The words of the name, folded.
    """
    plain = _without_letters([_person_word(word) for word in words])
    numbers = [_generations()[w] for w in plain[1:] if w in _generations()]
    named = [w for w in plain[:1] if not is_suffix(w)]
    named += [w for w in plain[1:] if not (is_suffix(w) or w in _generations())]
    named = [w for w in named if w != "the"]
    kept = [word for word in named if len(word) > 1]
    if len(kept) == 1 and len(named) > 1 and len(named[-1]) > 1:
        kept = ["".join(named[:-1]), *kept]
    if len(kept) > 1:
        return " ".join(["-".join([kept[0], *numbers[:1]]), *kept[1:]])
    numerals = [n for n in numbers if n in word_group("names", "numerals")]
    return " ".join([*named, *numerals]) if named else " ".join(plain)


@lru_cache(maxsize=20_000)
def _person_word(word: str) -> str:
    plain = without_accents(word).replace(".", "")
    parts = []
    for part in plain.split("-"):
        known = _spellings().get(part, part)
        for ending, other in _SLAVIC_ENDINGS:
            known = ending.sub(other, known)
        parts.append(_MAC.sub("mc", known))
    return " ".join(parts)


def _without_letters(plain: list[str]) -> list[str]:
    """The words before letters such as "MP" or "OBE"."""
    end = len(plain)
    while end > 1 and plain[end - 1] in word_group("names", "letters"):
        end -= 1
    return plain[:end]


def is_suffix(folded: str) -> bool:
    """Whether the word follows a name and is none: "Jr", "MP", "OBE"."""
    groups = ("suffixes", "letters")
    return any(folded.replace(".", "") in word_group("names", g) for g in groups)


def is_generation(folded: str) -> bool:
    """Whether the word tells which of one name a person is: "Jr", "third"."""
    return folded in _generations()


def street_word(folded: str) -> str | None:
    """What the last word of a street's name is short for: "st" → "street"."""
    return _by_variant("streets").get(folded)


def is_initials(given: str) -> bool:
    """Whether what stands for a given name in a key is its first letters: "jk"."""
    return len(given) == 1 or (len(given) < 4 and not is_given_name(given))


def _generations() -> dict[str, str]:
    """How generations are written → "jr", "iii"."""
    return _by_variant("generation_words")


def _spellings() -> dict[str, str]:
    """A word of names in another spelling → the one that keys have."""
    return _by_variant("spellings")


@cache
def _by_variant(group: str) -> dict[str, str]:
    return {
        variant: word
        for word, variants in table("names")[group].items()
        for variant in variants.split()
    }


def body_key(words: Sequence[str]) -> str:
    """An organisation's or thing's name.

    "Department of X" is "X Department"; forms of companies, "and" and differences of
    spelling are left out.

    Args:
        words: The words of the name, folded.
    """
    plain = _spelled(words)
    kept = [word for word in plain if word not in _JOINING] or plain
    while len(kept) > 1 and kept[-1] in word_group("names", "companies"):
        kept.pop()
    if len(kept) > 1 and kept[0] in word_group("names", "ships"):
        return " ".join(kept[1:])
    kept = ["of" if word == "for" else word for word in kept]
    if len(kept) > 1 and kept[-1] in word_group("names", "numbered"):
        kept[0] = _by_variant("ordinals").get(kept[0], kept[0])
    if kept[0] in word_group("names", "heads") and kept[1:2] == ["of"] and kept[2:]:
        kept = [*kept[2:], kept[0]]
    return " ".join(kept)


def place_key(words: Sequence[str]) -> str:
    """A place's name; "River X" is "X River", "Mt. X" is "X Mount".

    Args:
        words: The words of the name, folded.
    """
    kept = [word for word in _spelled(words) if word not in _JOINING]
    if len(kept) > 1 and (street := street_word(words[-1])):
        kept[-1] = street
    if len(kept) > 1 and kept[-1] in table("names")["streets"]:
        kept[-2] = _by_variant("ordinals").get(kept[-2], kept[-2])
    if kept[-2:] == ["international", "airport"]:
        del kept[-2]
    if len(kept) > 1 and kept[0] in word_group("names", "places"):
        rest = kept[2:] if kept[1] == "of" else kept[1:]
        kept = [*rest, kept[0]] if rest and not rest[-1].isdigit() else kept
    return f"place:{' '.join(kept or words)}"


def _spelled(words: Sequence[str]) -> list[str]:
    parts = [
        part
        for word in words
        for part in without_accents(word).replace(".", "").replace("-", " ").split()
    ]
    return [_ISATION.sub("ization", _spellings().get(part, part)) for part in parts]
