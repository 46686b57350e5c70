"""Articles of any length that are the same on every machine.

They read like nonsense, but their words are as rare as those of real articles: a
word's rank is drawn so that the common ones come up as often as in news.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

FIRST = "Anna Boris Carla David Elena Farid Greta Hassan Irina Jonas Keiko Lars".split()
LAST = "Berg Castillo Dubois Eriksen Fischer Grant Hoang Ivanov Jensen Kowalski".split()
PLACES = "Oslo Lima Cairo Hanoi Quito Tunis Riga Dakar Porto Turin Basel Osaka".split()
MONTHS = "January March April June July September October December".split()
LAST_WORDS = "again there instead anyway together alone everywhere too apart".split()
"""Ends of sentences: none of them could be taken for an initial or abbreviation."""
SHARED = 0.5
"""Share of an article's sentences that its counterpart tells in other words."""


@dataclass(frozen=True)
class Chance:
    """Draws from a seed; only `Random.random` is promised to stay the same."""

    source: Random

    def number(self, below: int) -> int:
        """One of 0 … below - 1."""
        return int(self.source.random() * below)

    def one_of(self, things: Sequence[str]) -> str:
        """One of some things, all alike likely."""
        return things[self.number(len(things))]

    def word(self) -> str:
        """A word, common ones more often."""
        words = vocabulary()
        return words[int(len(words) ** self.source.random()) - 1]


@cache
def vocabulary() -> tuple[str, ...]:
    """English words, the most common first."""
    table = files("newsdiff") / "english" / "data" / "words.txt"
    return tuple(re.findall(r"[a-z]+", table.read_text("utf-8")))


def pair_of_texts(sentences: int, seed: int = 1) -> tuple[str, str]:
    """Two articles of `sentences` sentences each that share half of what they tell."""
    chance = Chance(Random(seed))  # noqa: S311 - no secret depends on it
    told = [_statement(chance) for _ in range(sentences)]
    retold = [
        _reworded(words, chance)
        if chance.source.random() < SHARED
        else _statement(chance)
        for words in told
    ]
    for i in range(len(retold) - 1, 0, -1):  # some of them are told elsewhere
        if chance.number(4) == 0:
            j = chance.number(i + 1)
            retold[i], retold[j] = retold[j], retold[i]
    return _text(told, chance), _text(retold, chance)


def _statement(chance: Chance) -> list[str]:
    words = [chance.word() for _ in range(12 + chance.number(12))]
    words[0:0] = [chance.one_of(FIRST), chance.one_of(LAST), "said"]
    match chance.number(5):
        case 0:
            words += ["in", chance.one_of(PLACES)]
        case 1:
            words += ["on", str(1 + chance.number(28)), chance.one_of(MONTHS)]
        case 2:
            words += ["for", f"{2 + chance.number(900)}", "people"]
        case 3:
            words[3:8] = [f"“{' '.join(words[3:8])},”", "they", "added"]
        case _:
            pass
    return words


def _reworded(words: list[str], chance: Chance) -> list[str]:
    """The same names and numbers, and most of the other words in another order."""
    kept = [w if w[:1].isupper() or chance.number(3) else chance.word() for w in words]
    head, tail = kept[:3], kept[3:]
    cut = chance.number(len(tail))
    return head + tail[cut:] + tail[:cut]


def _text(statements: list[list[str]], chance: Chance) -> str:
    """Statements as sentences, in paragraphs of one to three."""
    paragraphs = [""]
    for words in statements:
        if chance.number(2):
            paragraphs.append("")
        paragraphs[-1] += f"{' '.join(words)} {chance.one_of(LAST_WORDS)}. "
    return "\n\n".join(p.strip() for p in paragraphs if p) + "\n"
