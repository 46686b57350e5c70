"""The words of a quotation as they are compared with those of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.english.tables import table
from newsdiff.english.words import Token, is_function_word
from newsdiff.model import Pair

_ONE_WORD: Final = 0.75
"""Likeness from which two words are one, with another spelling or ending."""
_SMALL: Final = "zero one two three four five six seven eight nine ten".split()
ENDS: Final = ".?!;:"
"""Marks at which the sentences of a quotation part."""
_IRREGULAR: Final = {"wo": "will", "ca": "can", "sha": "shall"}
"""What is left of a word before "n't", where that is not the word itself."""


class Word(NamedTuple):
    """A word of a quotation, or a part of one."""

    text: str
    token: int
    """Which of the quotation's words it is, or is part of."""

    @property
    def is_small(self) -> bool:
        """Whether it carries grammar rather than content."""
        return is_function_word(self.text)


@dataclass(frozen=True, slots=True)
class Wording:
    """A quotation without hyphens and contractions, small numbers in letters."""

    words: tuple[Word, ...]
    content: frozenset[str]
    """Its words that carry content."""
    before: tuple[str, ...]
    """What stands between each word and the one before it."""
    opens: tuple[bool, ...]
    """Whether each word opens a quoted sentence."""


def wording(text: str, tokens: Sequence[Token]) -> Wording:
    """The words of some tokens of a text as they are compared."""
    words = tuple(
        Word(_in_letters(plain), n)
        for n, token in enumerate(tokens)
        for part in token.folded.split("-")
        for plain in _spelled_out(part)
    )
    before = ["" for _ in words[:1]]
    for one, other in pairwise(words):
        before.append(text[tokens[one.token].end : tokens[other.token].start])
    opens = (n == 0 or any(m in gap for m in ENDS) for n, gap in enumerate(before))
    content = frozenset(word.text for word in words if not word.is_small)
    return Wording(words, content, tuple(before), tuple(opens))


def is_difference(parts: Pair[tuple[Word, ...]]) -> bool:
    """Whether two stretches differ by more than spelling and small words left out.

    Digits have no other spelling: "2018" is not "2019".
    """
    texts = parts.map(lambda side: [word.text for word in side])
    if "".join(texts.a) == "".join(texts.b):
        return False
    if not (texts.a and texts.b):
        both = (*parts.a, *parts.b)
        return any(not w.is_small or w.text in _negations() for w in both)
    if any(char.isdigit() for side in texts for word in side for char in word):
        return True
    if len(texts.a) == len(texts.b) == 1:
        return SequenceMatcher(None, texts.a[0], texts.b[0]).ratio() < _ONE_WORD
    return True


def shows_editing(text: str) -> bool:
    """Whether a text has signs that words were left out or put in."""
    return any(sign in text for sign in _signs())


def _spelled_out(word: str) -> tuple[str, ...]:
    """The words of a contraction: "won't" is "will not"."""
    if spoken := table("conflicts")["spoken"].get(word):
        return tuple(spoken.split())
    for ending, meaning in _contractions():
        if word.endswith(ending) and word != ending:
            stem = word.removesuffix(ending)
            return (_IRREGULAR.get(stem, stem) if ending == "n't" else stem), meaning
    return (word,)


def _in_letters(word: str) -> str:
    if word.isascii() and word.isdigit() and int(word) < len(_SMALL):
        return _SMALL[int(word)]
    return word


@cache
def _contractions() -> tuple[tuple[str, str], ...]:
    return tuple(table("conflicts")["contractions"].items())


@cache
def _negations() -> frozenset[str]:
    return frozenset(table("conflicts")["negations"]["words"].split())


@cache
def _signs() -> tuple[str, ...]:
    return tuple(table("conflicts")["elisions"]["signs"])
