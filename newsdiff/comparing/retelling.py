"""How well the other article means each word of one, by the vectors of both.

A word looks for its best partner in the sentences that may tell the same as its own.
Every likeness stands beside its mean over the words around it, over its clause and over
its sentence: what is left out is left out in stretches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.cancellation import cancellable
from newsdiff.encoding import Encoded
from newsdiff.model import Pair

Floats = NDArray[np.float64]
Singles = NDArray[np.float32]
Ints = NDArray[np.int64]

FEATURES: Final = {
    "meaning": "likeness of its best partner in the three likeliest sentences",
    "meaning, anywhere": "likeness of its best partner in any sentence looked at",
    "meaning, linked": "the best likeness, times how likely its sentence is a partner",
    "meaning, near": "mean of the first over the words around it",
    "meaning, linked, near": "mean of the third over the words around it",
    "meaning, clause": "mean of the first over its clause",
    "meaning, linked, clause": "mean of the third over its clause",
    "meaning, sentence": "mean of the first over its sentence",
    "meaning, linked, sentence": "mean of the third over its sentence",
    "partner": "probability of its sentence's likeliest partner",
    "partners": "sum of the probabilities of all of its sentence's partners",
}
"""What is added to the features of a word where both articles have been encoded."""

_LIKELIEST: Final = 3
_NEAR: Final = 2
"""Words before and behind that are around a word."""
_MOST_CELLS: Final = 1_500_000
"""Pairs of tokens that are compared at once."""
_APART: Final = 1 << 20
"""Characters that no sentence has: puts all sentences of an article in one row."""


class Place(NamedTuple):
    """Where a word stands."""

    sentence: int
    """Among the compared ones."""
    clause: int
    """Any number that the clauses of its sentence do not share."""
    start: int
    """In the sentence."""
    end: int


def retelling_of(
    encoded: Pair[Encoded],
    places: Sequence[Place],
    partners: Sequence[Mapping[int, float]],
) -> Floats:
    """The features of each word, in the order of `FEATURES`: a row a word.

    Args:
        encoded: The article of the words, and the other.
        places: The words, in the order of the text.
        partners: For each sentence of the article sentences of the other that were
            looked at, with the probability that they tell the same.
    """
    own, other = encoded
    if not places:
        return np.zeros((0, len(FEATURES)))
    words = np.array(places, np.int64)
    first, stop = _tokens_of(own, words)
    rows = [
        _of_block(encoded, words[block], (first[block], stop[block]), partners)
        for block in cancellable(_blocks(own, other, words, partners))
    ]
    return np.concatenate(rows)


def _tokens_of(own: Encoded, words: Ints) -> tuple[Ints, Ints]:
    """The first token of each word and the one behind its last.

    A word past the last token of its sentence has that one.
    """
    owner = np.repeat(np.arange(len(own.starts) - 1), np.diff(own.starts))
    spans = own.spans + (owner * _APART)[:, None]
    at = words[:, 0] * _APART
    first = np.searchsorted(spans[:, 1], at + words[:, 2], "right")
    first = np.minimum(first, own.starts[words[:, 0] + 1] - 1)
    stop = np.searchsorted(spans[:, 0], at + words[:, 3], "left")
    return first, np.maximum(stop, first + 1)


def _blocks(
    own: Encoded,
    other: Encoded,
    words: Ints,
    partners: Sequence[Mapping[int, float]],
) -> Iterator[slice]:
    """Stretches of words, of whole sentences, whose tokens are compared at once."""
    bounds = np.searchsorted(words[:, 0], np.arange(len(own.starts)))
    lengths, sizes = np.diff(own.starts), np.diff(other.starts)
    begin, tokens = 0, 0
    columns: set[int] = set()
    for i, asked in enumerate(partners):
        more = columns | asked.keys()
        wide = int(sizes[list(more)].sum()) * (tokens + int(lengths[i]))
        if tokens and wide > _MOST_CELLS:
            if bounds[i] > begin:
                yield slice(begin, int(bounds[i]))
            begin, tokens, more = int(bounds[i]), 0, set(asked)
        columns = more
        tokens += int(lengths[i])
    if begin < len(words):
        yield slice(begin, len(words))


def _of_block(
    encoded: Pair[Encoded],
    words: Ints,
    tokens: tuple[Ints, Ints],
    partners: Sequence[Mapping[int, float]],
) -> Floats:
    """The features of neighbouring words."""
    sentences = words[:, 0]
    low, high = int(sentences[0]), int(sentences[-1]) + 1
    columns = np.array(sorted(set().union(*partners[low:high])), np.int64)
    if not len(columns):
        return np.zeros((len(words), len(FEATURES)))
    chances = np.zeros((high - low, len(columns)))
    asked = np.zeros(chances.shape, bool)
    place = {j: k for k, j in enumerate(columns.tolist())}
    for i, row in enumerate(partners[low:high]):
        at = [place[j] for j in row]
        chances[i, at] = list(row.values())
        asked[i, at] = True
    likeness = _likeness(encoded, tokens, columns)
    rank = sentences - low
    likeness = np.where(asked[rank], likeness, 0.0)
    likeliest = np.argsort(-chances, axis=1, kind="stable")[:, :_LIKELIEST]
    told = np.take_along_axis(likeness, likeliest[rank], 1).max(1)
    linked = (chances[rank] * (likeness + 1)).max(1) / 2
    groups = np.unique(words[:, :2], axis=0, return_inverse=True)[1].ravel()
    parts = (
        *(told, likeness.max(1), linked),
        *(_near(told, rank), _near(linked, rank)),
        *(_mean_of(told, groups), _mean_of(linked, groups)),
        *(_mean_of(told, rank), _mean_of(linked, rank)),
        *(chances.max(1)[rank], chances.sum(1)[rank]),
    )
    return np.column_stack(parts)


def _likeness(
    encoded: Pair[Encoded], tokens: tuple[Ints, Ints], columns: Ints
) -> Floats:
    """Likeness of each word's tokens, on average, to the best of each sentence."""
    own, other = encoded
    first, stop = tokens
    begin, end = int(first.min()), int(stop.max())
    sizes = np.diff(other.starts)[columns]
    starts = np.cumsum(sizes) - sizes
    chosen = np.repeat(other.starts[columns] - starts, sizes) + np.arange(sizes.sum())
    mine = own.tokens[begin:end].astype(np.float32)
    theirs = other.tokens[chosen].astype(np.float32)
    best = np.maximum.reduceat(mine @ theirs.T, starts, axis=1)
    summed = np.zeros((len(best) + 1, len(columns)))
    np.cumsum(best, axis=0, dtype=float, out=summed[1:])
    sizes = (stop - first)[:, None]
    found: Floats = (summed[stop - begin] - summed[first - begin]) / sizes
    return found


def _mean_of(values: Floats, groups: Ints) -> Floats:
    """For each word the mean of its group."""
    mean: Floats = np.bincount(groups, values)[groups] / np.bincount(groups)[groups]
    return mean


def _near(values: Floats, rank: Ints) -> Floats:
    """For each word the mean of those around it in its sentence, itself among them."""
    places = np.arange(len(values))
    total, number = np.zeros(len(values)), np.zeros(len(values))
    for step in range(-_NEAR, _NEAR + 1):
        at = np.clip(places + step, 0, len(values) - 1)
        inside = (at == places + step) & (rank[at] == rank)
        total += np.where(inside, values[at], 0.0)
        number += inside
    near: Floats = total / number
    return near
