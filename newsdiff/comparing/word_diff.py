"""Which words differ between two sentences that tell the same.

Words are mapped to private-use code points and compared by diff-match-patch, so a
word is never cut and the result depends on nothing but the two texts (its timeout
is off: otherwise a busy machine would give a coarser answer).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from newsdiff.comparing.written_forms import is_courtesy, values_of
from newsdiff.english.events import negates
from newsdiff.english.spelling import spell
from newsdiff.english.words import fold, is_function_word
from newsdiff.model import SIDES, Pair, Side, Span

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

_TOKEN: Final = re.compile(r"\w+(?:[’'\-.,]\w+)*|\s+|[^\w\s]")
_PRIVATE_USE: Final = range(0xF0000, 0xFFFFE)
"""Supplementary Private Use Area A: never in a text token, never alphanumeric."""
_DENIAL: Final = " denial"
"""The blank keeps it apart from every word."""
_NOWHERE: Final[Pair[Sequence[Span]]] = Pair((), ())


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


def differing_words(
    a: str, b: str, paraphrased: Pair[Sequence[Span]] = _NOWHERE
) -> Pair[tuple[Span, ...]]:
    """The words that carry a difference, as offsets into `a` and into `b`.

    Function words and words that the other text has at another place are left
    out: between outlets nearly everything is reworded, and marking all of it
    would mark nothing. What is only written otherwise is no difference: a number in
    words, a day in another order, a courtesy title, the spelling. A denial is one where
    the other text denies nothing.

    Args:
        a: One text.
        b: The other.
        paraphrased: Where in both stands what means the same, which is no difference
            either.
    """
    known = Pair(a, b).map(_known_words)
    alike = _written_alike(a, b).map(lambda own, said: [*own, *said], paraphrased)
    found: Pair[list[Span]] = Pair([], [])
    at = {Side.A: 0, Side.B: 0}
    for change in word_changes(a, b):
        for side in SIDES:
            piece = change.texts[side]
            if not change.equal:
                found[side].extend(
                    span
                    for span, word in _words_at(piece, at[side])
                    if _known_as(word) not in known[side.other]
                    and not any(
                        one.start <= span.start < one.end for one in alike[side]
                    )
                )
            at[side] += len(piece)
    return found.map(tuple)


def _written_alike(a: str, b: str) -> Pair[list[Span]]:
    """Where numbers and dates stand that both texts have."""
    told = Pair(a, b).map(values_of)
    shared = {value.key for value in told.a} & {value.key for value in told.b}
    return told.map(lambda values: [v.span for v in values if v.key in shared])


def _words_at(piece: str, at: int) -> Iterator[tuple[Span, str]]:
    """The words of a stretch that may carry a difference, with their places."""
    for match in _TOKEN.finditer(piece):
        word = match.group()
        counts = word[0].isalnum() and not is_function_word(word)
        if (counts and not is_courtesy(word)) or negates(fold(word)):
            yield Span(at + match.start(), at + match.end()), word


def _known_words(text: str) -> frozenset[str]:
    return frozenset(map(_known_as, _TOKEN.findall(text)))


def _known_as(word: str) -> str:
    """What a word is looked up by in the other text: denials are one to another."""
    return _DENIAL if negates(fold(word)) else _folded(word)


def _folded(word: str) -> str:
    return re.sub(r"[-.]", "", spell(word)).removesuffix("'s")
