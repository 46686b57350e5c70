"""Whether a text is in English, which is all that newsdiff has words for."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
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


def is_latin(text: str) -> bool:
    """Whether half of the letters of a text or more are Latin, or it has none."""
    letters = [char for char in text[:_LOOKED_AT] if char.isalpha()]
    return 2 * sum(map(_is_latin_letter, letters)) >= len(letters)


@lru_cache(maxsize=4096)
def _is_latin_letter(char: str) -> bool:
    return char.isascii() or "LATIN" in unicodedata.name(char, "")


def is_english(text: str) -> bool:
    """Whether a text is in English, or too short to tell."""
    if not is_latin(text):
        return False
    words = re.findall(r"[^\W\d_]+", text[:_LOOKED_AT].lower())
    letters = sum(map(len, words))
    english = load_rules().english
    common = sum(len(word) for word in words if word in english)
    return letters < _LEAST_LETTERS or common >= _SHARE * letters
