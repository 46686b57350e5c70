"""All that can be searched of a page as one text, so that searching is one pass."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Final

from newsdiff.model import SentencePlace

_BETWEEN: Final = "\0"
"""Stands between two sentences: no white space, and nothing that can be typed."""
_TYPED: Final = str.maketrans(
    "’‘‛ʼ“”„«»‐‑‒–—−øØłŁđĐıſ", "''''" + '"' * 5 + "-" * 6 + "oOlLdDis"
)
"""What has no accent to leave out, and what it is typed as."""
_UNTYPED: Final = re.compile(r"[^\0-\x7f]")


class Haystack:
    """Sentences in reading order.

    Args:
        places: Which.
        texts: What they say, as it is shown.
    """

    def __init__(self, places: Sequence[SentencePlace], texts: Sequence[str]) -> None:
        self._places = places
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)]
        self.text = _BETWEEN.join(texts)
        """One character for one."""

    @cached_property
    def plain(self) -> str:
        """The text as it would be typed, one character for one."""
        return plain(self.text)

    @cached_property
    def small(self) -> str:
        """The plain text without capitals."""
        return self.plain.lower()

    def placed(
        self, spans: Iterable[tuple[int, int]]
    ) -> Iterator[tuple[SentencePlace, int, int]]:
        """The sentence of each of some spans in order, and the offsets into it."""
        n, below = -1, 0
        for start, end in spans:
            while start >= below:
                n += 1
                begun, below = self._starts[n : n + 2]
                place = self._places[n]
            yield place, start - begun, end - begun


def plain(text: str) -> str:
    """A text as it would be typed, one character for one."""
    if not text.isascii():
        # A text has few such characters, each of them often.
        for character in sorted(set(_UNTYPED.findall(text))):
            text = text.replace(character, _base(character))
    return text


@lru_cache(maxsize=1024)
def _base(character: str) -> str:
    """What a character is typed as: a letter without its accent, a straight quote."""
    typed = character.translate(_TYPED)
    base = unicodedata.normalize("NFD", typed)[0]
    return base if base.isascii() else character
