"""Whether a text is in English, which is all that newsdiff has words for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import accumulate
from typing import Final

from newsdiff.reading.rules import load_rules

_LEAST_LETTERS: Final = 80
"""Letters below which a text may be English without any of the commonest words."""
_SHARE: Final = 0.03
"""Share of letters in the commonest words below which a text is no English.

Of 250 articles and fables the lowest share is .038; texts in German, French, Spanish,
Dutch, Norwegian and Chinese have up to .034, most of them none.
"""
_LOOKED_AT: Final = 20_000
"""Characters that are enough to tell."""
_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f]")


def is_latin(text: str) -> bool:
    """Whether half of the letters of a text or more are Latin, or it has none."""
    seen = text[:_LOOKED_AT]
    others = [char for char in _BEYOND_ASCII.findall(seen) if char.isalpha()]
    foreign = len(others) - sum(map(_is_latin_letter, others))
    return not foreign or 2 * foreign <= sum(map(str.isalpha, seen))


@lru_cache(maxsize=4096)
def _is_latin_letter(char: str) -> bool:
    return "LATIN" in unicodedata.name(char, "")


def is_english(text: str) -> bool:
    """Whether a text is in English, or too short to tell."""
    if not is_latin(text):
        return False
    seen = text[:_LOOKED_AT].lower()
    english = load_rules().english
    between_blanks = accumulate(len(word) * seen.count(f" {word} ") for word in english)
    if any(so_far >= _SHARE * len(seen) for so_far in between_blanks):
        return True
    words = Counter(re.findall(r"[^\W\d_]+", seen))
    letters = sum(len(word) * times for word, times in words.items())
    common = sum(len(word) * words[word] for word in english)
    return letters < _LEAST_LETTERS or common >= _SHARE * letters
