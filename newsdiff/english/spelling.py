"""One spelling for words that the two sides of the Atlantic spell in two ways."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from newsdiff.english.tables import Phrases, table

_ISE: Final = re.compile(r"(?<=...)(is|ys)(e|ed|es|er|ers|ing|ation|ations|ational)$")

_HEAD: Final = 3


@lru_cache(maxsize=20_000)
def spell(word: str) -> str:
    """A word in the one spelling and without accents, in small letters.

    What comes out is for comparing: "surprise" becomes "surprize" on either side.
    """
    plain = word.casefold().replace("’", "'")
    if not plain.isascii():
        bare = unicodedata.normalize("NFKD", plain)
        plain = "".join(c for c in bare if not unicodedata.combining(c))
    plain = pairs("words").get(plain, plain)
    if plain[:_HEAD] in _heads():
        for size in range(min(len(plain), _longest()), _HEAD - 1, -1):
            if (other := pairs("beginnings").get(plain[:size])) is not None:
                plain = other + plain[size:]
                break
    if "is" in plain or "ys" in plain:
        plain = _ISE.sub(lambda found: found[1][0] + "z" + found[2], plain)
    return plain


@cache
def pairs(group: str) -> dict[str, str]:
    """The pairs of one group of the table of spellings."""
    words = table("spellings")[group].split()
    return dict(zip(words[::2], words[1::2], strict=True))


@cache
def _heads() -> frozenset[str]:
    """How the beginnings begin: most words need not be looked at further."""
    return frozenset(beginning[:_HEAD] for beginning in pairs("beginnings"))


@cache
def spelled_letters() -> Phrases[str]:
    """Letters, and the words that they stand for → these words, without any -s."""
    found = {}
    for letters, words in table("spellings")["letters"].items():
        root = " ".join(word.removesuffix("s") for word in words.split())
        found[letters] = found[words] = root
    return Phrases(found, folded=True)


@cache
def _longest() -> int:
    return max(map(len, pairs("beginnings")))
