"""A text as it is searched for words: whether they stand in it is certain."""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final

_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_BETWEEN: Final = re.compile(r"[\W_]+")
_NUMBER: Final = re.compile(r"\d+(?: \d+)*(?= |$)")


@dataclass(frozen=True, slots=True)
class BareText:
    """All of a text, ready to be searched."""

    text: str
    """As `make_bare` has it: a phrase is found by `in`."""
    joined: str
    """The same without blanks: "SB 1062" is "SB1062", and "N.J." is "NJ"."""
    borders: array[int]
    """Where words begin or end in it, in order."""

    @classmethod
    def of(cls, text: str) -> BareText:
        """What is searched of a text."""
        bare = make_bare(text)
        words = bare.split()
        borders = array("L", (0, *accumulate(map(len, words))))
        return cls(bare, "".join(words), borders)

    def has(self, phrase: str, *, is_number: bool = False) -> bool:
        """Whether the characters of `phrase` stand anywhere in the text.

        Inside a word too ("12" in "12km"), without a possessive, and a number without
        what it is of ("100 metres", "100m"): that they are nowhere is called certain.
        """
        wanted = _bare_phrase(phrase)
        if wanted in self.text or wanted.removesuffix(" s") in self.text:
            return True
        number = _NUMBER.match(wanted) if is_number else None
        if number is not None and _has_number(self.text, number.group()):
            return True
        letters = wanted.replace(" ", "")
        return not letters.isdecimal() and self._has_joined(letters)

    def _has_joined(self, letters: str) -> bool:
        """Whether whole words, read together, have these letters."""
        return any(
            self._is_border(start) and self._is_border(start + len(letters))
            for start in _starts(self.joined, letters)
        )

    def _is_border(self, place: int) -> bool:
        at = bisect_left(self.borders, place)
        return at < len(self.borders) and self.borders[at] == place


def make_bare(text: str) -> str:
    """Letters and digits, with a blank for whatever stands between them.

    Upper and lower case, ways to write one character, white space, hyphens, quotation
    marks and what cannot be seen make no difference.
    """
    seen = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    return _BETWEEN.sub(" ", unicodedata.normalize("NFKC", seen))


@lru_cache(maxsize=4096)
def _bare_phrase(phrase: str) -> str:
    """The bare words of a phrase: what an article states is looked for in several."""
    return make_bare(phrase).strip()


def _has_number(text: str, number: str) -> bool:
    """Whether a number stands in a text, and not only as a part of a longer one."""
    size = len(number)
    return any(
        not text[start - 1 : start].isdecimal()
        and not text[start + size : start + size + 1].isdecimal()
        for start in _starts(text, number)
    )


def _starts(text: str, part: str) -> Iterator[int]:
    """Where a part of a text begins, each time that it comes."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)
