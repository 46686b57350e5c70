"""The words of a quotation as they are compared with those of another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.english.tables import table
from newsdiff.english.words import Token, is_function_word, tokens
from newsdiff.model import Mention, Span

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


class Quote(NamedTuple):
    """The words of a quotation that stand in one sentence."""

    sentence: int
    span: Span
    words: tuple[Token, ...]
    wording: Wording
    speaker: Mention | None = None
    agency: Mention | None = None


def make_quote(text: str, sentence: int, span: Span) -> Quote:
    """The words of a place in a sentence, as if they were quoted, without a speaker."""
    words = tokens(text, *span)
    return Quote(sentence, span, words, _wording(text, words))


def _wording(text: str, quoted: Sequence[Token]) -> Wording:
    words = tuple(
        Word(_in_letters(plain), n)
        for n, token in enumerate(quoted)
        for part in token.folded.split("-")
        for plain in _spelled_out(part)
    )
    before = ["" for _ in words[:1]]
    for one, other in pairwise(words):
        before.append(text[quoted[one.token].end : quoted[other.token].start])
    opens = (n == 0 or any(m in gap for m in ENDS) for n, gap in enumerate(before))
    content = frozenset(word.text for word in words if not word.is_small)
    return Wording(words, content, tuple(before), tuple(opens))


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
