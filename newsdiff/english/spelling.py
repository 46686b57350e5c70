"""One spelling for words that the two sides of the Atlantic spell in two ways."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from newsdiff.english.tables import Phrases, table

_ISE: Final = re.compile(r"(?<=...)(is|ys)(e|ed|es|er|ers|ing|ation|ations|ational)$")


@lru_cache(maxsize=20_000)
def spell(word: str) -> str:
    """A word in the one spelling and without accents, in small letters.

    What comes out is for comparing: "surprise" becomes "surprize" on either side.
    """
    bare = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    plain = "".join(c for c in bare if not unicodedata.combining(c))
    plain = pairs("words").get(plain, plain)
    for size in range(min(len(plain), _longest()), 2, -1):
        if (other := pairs("beginnings").get(plain[:size])) is not None:
            plain = other + plain[size:]
            break
    return _ISE.sub(lambda found: found[1][0] + "z" + found[2], plain)


@cache
def pairs(group: str) -> dict[str, str]:
    """The pairs of one group of the table of spellings."""
    words = table("spellings")[group].split()
    return dict(zip(words[::2], words[1::2], strict=True))


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
