"""Names that say who speaks the line they begin, as in a transcript: "ROTH: No."."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from newsdiff.english.lexicon import is_surname
from newsdiff.model import Span

_BRACKET: Final = r"(?:\s[(\[][^)\]\n]{1,40}[)\]])?"
_COLON: Final = re.compile(rf"{_BRACKET}:")
_IN_CAPITALS: Final = re.compile(
    rf"^(?P<who>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){{0,3}}){_BRACKET}:\s", re.MULTILINE
)
_OFTEN: Final = 2
"""Lines that a word in capitals begins if it is no known surname: "NOTE:" does once."""


def is_label(text: str, name: Span, word: str) -> bool:
    """Whether a name says who speaks the line it begins.

    Args:
        text: The article's text.
        name: The place of the name.
        word: Its last word, folded.
    """
    begins = text[max(0, name.start - 1) : name.start] in ("", "\n")
    if not begins or not _COLON.match(text, name.end):
        return False
    return is_surname(word) or text[slice(*name)] in _speakers(text)


@lru_cache(maxsize=4)
def _speakers(text: str) -> frozenset[str]:
    """The words in capitals that begin line after line."""
    counts = Counter(match["who"] for match in _IN_CAPITALS.finditer(text))
    several = len(counts) > 1
    return frozenset(who for who, n in counts.items() if several and n >= _OFTEN)
