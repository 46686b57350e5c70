"""Which words differ between two sentences that tell the same.

Words are mapped to private-use code points and compared by diff-match-patch, so a
word is never cut and the result depends on nothing but the two texts (its timeout
is off: otherwise a busy machine would give a coarser answer).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from newsdiff.english.words import is_function_word
from newsdiff.model import Pair, Side, Span

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

_TOKEN: Final = re.compile(r"\w+(?:[’'\-.,]\w+)*|\s+|[^\w\s]")
_PRIVATE_USE: Final = range(0xF0000, 0xFFFFE)
"""Supplementary Private Use Area A: never in a text token, never alphanumeric."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of both texts: equal, replaced, or on one side only."""

    texts: Pair[str]

    @property
    def equal(self) -> bool:
        """Whether both sides read the same here."""
        return self.texts.a == self.texts.b


@cache
def _differ() -> diff_match_patch:
    from diff_match_patch import diff_match_patch

    differ = diff_match_patch()
    differ.Diff_Timeout = 0
    return differ


def word_changes(a: str, b: str) -> tuple[Change, ...]:
    """The stretches of `a` and `b` in order; joined, they give back both texts."""
    words = Pair(a, b).map(_TOKEN.findall)
    code: dict[str, str] = {}
    for token in (*words.a, *words.b):
        code.setdefault(token, chr(_PRIVATE_USE[len(code) % len(_PRIVATE_USE)]))
    text = {symbol: token for token, symbol in code.items()}
    coded = words.map(lambda tokens: "".join(code[token] for token in tokens))
    diffs = _differ().diff_main(coded.a, coded.b, False)
    _differ().diff_cleanupSemantic(diffs)
    changes: list[Change] = []
    left = right = ""
    for operation, symbols in diffs:
        piece = "".join(text[symbol] for symbol in symbols)
        if operation == 0:
            changes += [Change(Pair(left, right))] if left or right else []
            changes.append(Change(Pair(piece, piece)))
            left = right = ""
        elif operation < 0:
            left += piece
        else:
            right += piece
    changes += [Change(Pair(left, right))] if left or right else []
    return tuple(changes)


def differing_words(a: str, b: str) -> Pair[tuple[Span, ...]]:
    """The words that carry a difference, as offsets into `a` and into `b`.

    Function words and words that the other text has at another place are left
    out: between outlets nearly everything is reworded, and marking all of it
    would mark nothing.
    """
    known = Pair(a, b).map(lambda text: set(_content_words(text)))
    found: Pair[list[Span]] = Pair([], [])
    at = {Side.A: 0, Side.B: 0}
    for change in word_changes(a, b):
        for side in Side:
            piece = change.texts[side]
            if not change.equal:
                found[side].extend(
                    Span(at[side] + m.start(), at[side] + m.end())
                    for m in _TOKEN.finditer(piece)
                    if m.group()[0].isalnum()
                    and not is_function_word(m.group())
                    and _folded(m.group()) not in known[side.other]
                )
            at[side] += len(piece)
    return found.map(tuple)


def _content_words(text: str) -> list[str]:
    return [_folded(token) for token in _TOKEN.findall(text)]


def _folded(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("'s")
