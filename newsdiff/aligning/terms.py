"""A sentence as weighted terms: its words, how much each is worth, where it stands.

A term is worth more the rarer it is in English and the fewer sentences of the two
articles use it: inside one story everybody writes "North Korea", so it says little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.mentions import is_function_word, rarity, tokens
from newsdiff.model import Pair

_SUFFIXES: Final = (
    "ations ation ingly edly ments ment ings ing ions ion ers er ies ied es ed ly s"
).split()
_MIN_STEM: Final = 4


@dataclass(frozen=True, slots=True)
class Terms:
    """What one sentence is matched by."""

    weight: Mapping[str, float]
    """Stem → weight, greater than 0."""
    surface: Mapping[str, str]
    """Stem → the word as it stands in the sentence."""
    mass: float
    """Sum of the weights."""


def stem(word: str) -> str:
    """The word without its commonest English ending; at least four letters stay."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
            return word[: -len(suffix)]
    return word


def terms_of(sentences: Pair[Sequence[str]]) -> Pair[tuple[Terms, ...]]:
    """The terms of all sentences of two articles, weighted against each other."""
    words = sentences.map(lambda side: [_content(text) for text in side])
    used = Counter(s for side in words for sentence in side for s in sentence)
    total = sum(len(side) for side in words)
    worth = {
        s: _worth(surface, used[s], total)
        for side in words
        for sentence in side
        for s, surface in sentence.items()
    }
    return words.map(
        lambda side: tuple(_weighted(sentence, worth) for sentence in side)
    )


def _content(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for token in tokens(text):
        for part in token.folded.split("-"):
            if part and not is_function_word(part):
                found.setdefault(stem(part), token.text)
    return found


def _worth(surface: str, used: int, total: int) -> float:
    local = math.log((total + 1) / used)
    return local * rarity(surface.casefold()) / 50


def _weighted(sentence: Mapping[str, str], worth: Mapping[str, float]) -> Terms:
    weight = {s: worth[s] for s in sentence}
    return Terms(weight, sentence, sum(weight.values()))
