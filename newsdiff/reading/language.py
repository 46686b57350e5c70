"""Whether a text is in English, which is all that newsdiff has words for."""

from __future__ import annotations

import re
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


def is_english(text: str) -> bool:
    """Whether a text is in English, or too short to tell."""
    words = re.findall(r"[^\W\d_]+", text[:_LOOKED_AT].lower())
    letters = sum(map(len, words))
    english = load_rules().english
    common = sum(len(word) for word in words if word in english)
    return letters < _LEAST_LETTERS or common >= _SHARE * letters
