"""Words of a text with their places, and how rare a word is in English."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

WORD: Final = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
RAREST: Final = 80.0
"""Rarity of a word outside the table: one in a hundred million."""

DATA: Final = files(__package__) / "data"


class Token(NamedTuple):
    """A word at its place."""

    start: int
    end: int
    text: str
    folded: str


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """The word as it is matched: lower case, straight apostrophes, no possessive."""
    return word.casefold().replace("’", "'").removesuffix("'s").rstrip("'")


def tokens(text: str, start: int = 0, end: int | None = None) -> tuple[Token, ...]:
    """The words of `text[start:end]`, with offsets into `text`."""
    found = []
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        folded = fold(word)
        if word == folded:
            word = folded  # one string for both: most words are in lower case
        found.append(Token(*match.span(), word, folded))
    return tuple(found)


def folded_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words of `text[start:end]` as they are matched, without their places."""
    found: list[str] = WORD.findall(text, start, len(text) if end is None else end)
    return list(map(fold, found))


@cache
def _function_words() -> frozenset[str]:
    lines = (DATA / "function_words.txt").read_text("utf-8").splitlines()
    return frozenset(w for line in lines if line[:1] != "#" for w in line.split())


def is_function_word(word: str) -> bool:
    """Whether the word carries grammar rather than content."""
    return fold(word) in _function_words()


_NUMBER_WORDS: Final = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen "
    "fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty "
    "sixty seventy eighty ninety hundred thousand million billion trillion "
    "dozen".split()
)


def is_number_word(folded: str) -> bool:
    """Whether a folded word is part of a number in words."""
    return folded in _NUMBER_WORDS


@cache
def _rarities() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in (DATA / "words.txt").read_text("utf-8").splitlines():
        rarity, *words = line.split()
        found.update(dict.fromkeys(words, float(rarity)))
    return found


def rarity(word: str) -> float:
    """How rare a folded word is in English: 10·log10 of one in how many words.

    About 14 for "the", 50 for "slovak", `RAREST` for words outside the table.
    """
    return _rarities().get(word, RAREST)
