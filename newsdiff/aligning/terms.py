"""A sentence as weighted terms: its words, how much each is worth, where it stands.

A term is worth more the rarer it is in English and the fewer sentences of the two
articles use it: inside one story everybody writes "North Korea", so it says little.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsdiff.mentions import Token, is_function_word, rarity, tokens
from newsdiff.model import Pair

_SUFFIXES: Final = (
    "ations ation ingly edly ments ment ings ing ions ion ers er ies ied es ed ly s"
).split()
_MIN_STEM: Final = 4
_BACKGROUND: Final = 20
"""Sentences of other news added to every count, so that two short texts do not make
each word they share look worthless."""


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
    every = [sentence for side in words for sentence in side]
    used = Counter(s for sentence in every for s in sentence)
    rare: dict[str, float] = {}
    for sentence in every:
        for s, term in sentence.items():
            rare[s] = max(rare.get(s, 0.0), rarity(term.surface.casefold()))
    worth = {
        s: math.log((len(every) + _BACKGROUND) / used[s]) * rare[s] / 50 for s in used
    }
    return words.map(
        lambda side: tuple(_weighted(sentence, worth) for sentence in side)
    )


class _Term(NamedTuple):
    surface: str
    share: float
    """1 / length of the run of capitalised words it stands in: a chain of titles
    and names is worth one word, however long outlets make it."""


def _content(text: str) -> dict[str, _Term]:
    found: dict[str, _Term] = {}
    for run in _runs(text, tokens(text)):
        for token in run:
            for part in token.folded.split("-"):
                if part and not is_function_word(part):
                    found.setdefault(stem(part), _Term(token.text, 1 / len(run)))
    return dict(sorted(found.items()))


def _runs(text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
    """The words of a sentence; neighbouring capitalised ones come together."""
    run: list[Token] = []
    for token in words:
        joins = (
            bool(run)
            and token.text[0].isupper()
            and run[-1].text[0].isupper()
            and text[run[-1].end : token.start] == " "
        )
        if run and not joins:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _weighted(sentence: Mapping[str, _Term], worth: Mapping[str, float]) -> Terms:
    weight = {s: worth[s] * term.share for s, term in sentence.items()}
    surface = {s: term.surface for s, term in sentence.items()}
    return Terms(weight, surface, sum(weight.values()))
