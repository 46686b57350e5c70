"""How much two sentences mean the same, by the vectors an encoder read out of them.

Two measures: the cosine of their sentence vectors, and late interaction, for which each
token is set against its best partner in the other sentence. Vectors come in single
precision, whose last bits depend on the order of a product: the two articles are put in
an order of their own first, so that exchanging them exchanges the result and no more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.aligning.candidates import Rivals, at, closest
from newsdiff.aligning.sparse import Flags, Floats, Ints, Places, spread, starts_of
from newsdiff.cancellation import cancellable
from newsdiff.encoding import Encoded
from newsdiff.model import Pair, Side

Singles = NDArray[np.float32]

FEATURES: Final = {
    "meaning": "how likely the encoder by itself holds them to tell the same",
    "meaning, lead": "lead over the closest competing pair, by meaning",
    "meaning, side lead": "lead over the weaker side's competitors, by meaning",
    "meaning, share": "likeness among all competing pairs, on the side with more",
    "meaning, side share": "likeness among all competing pairs, on the other side",
    "meaning, neighbours": "likeness of those before and after, by meaning",
    "sentence vectors": "likeness of what the two sentences are about as wholes",
    "larger telling": "how much of the sentence that is told more the other means",
    "smaller telling": "how much of the sentence that is told less the other means",
    "larger clause": "how much of a few words in a row the other means, where most",
    "smaller clause": "how much of a few words in a row the other means, where less",
}
"""What is added to the features of a pair where its texts have been encoded."""

LEAST_SCORE: Final = -8.0
"""The score of what is not looked at closely, as a logit: as good as never the same."""
_ALL: Final = 6_000
"""Pairs of sentences that are all looked at closely; of more, the closest alone."""
_CLOSEST: Final = 16
"""Partners of a sentence that are looked at closely in long texts, by the cosine."""
CLAUSE: Final = 9
"""Tokens in a row that are a clause: a summary tells one clause of what it sums up."""


@dataclass(frozen=True, slots=True, eq=False)
class BestPartners:
    """How alike each token of a sentence is to the best one of another sentence.

    This is known for every two sentences that were looked at closely.
    """

    places: Places
    """They, in order."""
    offsets: Pair[Ints]
    """Where the values of each of these places begin."""
    values: Pair[Singles]
    """For each place the values of all tokens of the sentence of A; of that of B."""
    tokens: Pair[Ints]
    """The first token of each sentence, and the number of all."""
    is_swapped: bool = False
    """Whether the places have the sentence of B first."""

    @property
    def swapped(self) -> BestPartners:
        """The same with A and B exchanged."""
        parts = self.offsets.swapped, self.values.swapped, self.tokens.swapped
        return BestPartners(self.places, *parts, is_swapped=not self.is_swapped)

    def numbers(self, places: Places) -> Ints:
        """The numbers of places among those known; that of all for unknown ones."""
        known, asked = (self.places, places[:, ::-1] if self.is_swapped else places)
        width = 1 + max(known[:, 1].max(initial=0), asked[:, 1].max(initial=0))
        keys, wanted = (part[:, 0] * width + part[:, 1] for part in (known, asked))
        at = np.searchsorted(keys, wanted)
        found = np.append(keys, -1)[at] == wanted
        numbers: Ints = np.where(found, at, len(known))
        return numbers

    def starts(self, places: Places, side: Side) -> Ints:
        """Where the values of the tokens of one side begin; 0 for unknown places."""
        starts: Ints = np.append(self.offsets[side], 0)[self.numbers(places)]
        return starts

    def running(self, side: Side) -> Floats:
        """What the values before each come to."""
        summed = np.zeros(len(self.values[side]) + 1)
        np.cumsum(self.values[side], dtype=float, out=summed[1:])
        return summed


class Interactions(NamedTuple):
    """Late interaction, a value for each place."""

    larger: Floats
    """The mean likeness of the best partners, of the side where it is larger."""
    smaller: Floats
    """The same of the other side."""
    larger_clause: Floats
    """The largest mean of some tokens in a row, of the side where it is larger."""
    smaller_clause: Floats
    """The same of the other side."""
    mass: Floats
    """The smaller of both sides' sums of weights times squared likenesses above 0."""


@dataclass(frozen=True, slots=True, eq=False)
class Meaning:
    """The likenesses in meaning of all pairs of two articles' sentences."""

    best: BestPartners
    cosine: Floats
    """Of the sentence vectors: a row for each sentence of A, a column for each of B."""
    score: Floats
    """How likely the encoder itself holds them to tell the same, as a logit."""
    told: Interactions
    """Of the places of `best`, in their order; elsewhere it is 0."""

    @property
    def swapped(self) -> Meaning:
        """The same with A and B exchanged."""
        return Meaning(self.best.swapped, self.cosine.T, self.score.T, self.told)

    def columns(
        self, places: Places, candidates: Places, sizes: Pair[int]
    ) -> dict[str, Floats]:
        """The features of some places, by name.

        Args:
            places: They.
            candidates: The places that compete with each other.
            sizes: How many sentences the articles have.
        """
        i, j = places.T
        score = self.score[i, j]
        competing = self.score[candidates[:, 0], candidates[:, 1]]
        rivals = Rivals(candidates, competing, sizes, LEAST_SCORE).of(places, score)
        odds = np.exp(competing)
        totals = Pair(
            1 + np.bincount(candidates[:, 0], odds, sizes.a)[i],
            1 + np.bincount(candidates[:, 1], odds, sizes.b)[j],
        )
        around = [
            1 / (1 + np.exp(-at(self.score, i + k, j + k, LEAST_SCORE)))
            for k in (-1, 1)
        ]
        return {
            "meaning": score,
            "meaning, lead": score - np.maximum(*rivals),
            "meaning, side lead": score - np.minimum(*rivals),
            "meaning, share": score - np.log(np.maximum(*totals)),
            "meaning, side share": score - np.log(np.minimum(*totals)),
            "meaning, neighbours": around[0] + around[1],
            "sentence vectors": self.cosine[i, j],
            **self._told(places),
        }

    def _told(self, places: Places) -> dict[str, Floats]:
        numbers = self.best.numbers(places)
        larger, smaller, *clause, _ = (np.append(x, 0.0)[numbers] for x in self.told)
        return {
            "larger telling": larger,
            "smaller telling": smaller,
            "larger clause": clause[0],
            "smaller clause": clause[1],
        }


def meaning_of(encoded: Pair[Encoded], wanted: Flags) -> Meaning:
    """What the vectors of two articles say of every two of their sentences.

    Args:
        encoded: What was read out of them, by one encoder.
        wanted: Pairs that are looked at closely however long the texts are.
    """
    order = _order(encoded)
    if order > 0:
        return meaning_of(encoded.swapped, wanted.T).swapped
    one, other = encoded.a, encoded.b if order else encoded.a
    # Of one matrix with itself the product is symmetric.
    cosine = (one.sentences @ other.sentences.T).astype(float)
    every = cosine.size <= _ALL
    near = np.ones(cosine.shape, bool) if every else closest(cosine + 2, _CLOSEST)
    places = np.argwhere(near | wanted)
    tokens = _tokens(one), _tokens(other)
    if not cosine.size:
        nothing = _joined(np.zeros((3, 0)), np.zeros((3, 0)))
        return Meaning(_best(*tokens, places, [], []), cosine, cosine, nothing)
    look = _all_interactions if every else _interactions
    told, best = look(*tokens, places)
    i, j = places.T
    if one is other:
        told = Interactions(*(_mirrored(part, places, len(cosine)) for part in told))
    sizes = np.log(tokens[0].sizes)[i], np.log(tokens[1].sizes)[j]
    parts = (
        *(cosine[i, j], told.larger, told.smaller),
        *(told.larger_clause, told.smaller_clause, np.log1p(told.mass)),
        *(np.minimum(*sizes), np.maximum(*sizes), np.abs(sizes[0] - sizes[1])),
    )
    *head, bias = one.head.tolist()
    logit = np.full(len(places), bias)
    for part, weight in zip(parts, head, strict=True):
        logit += part * weight
    score = np.full(cosine.shape, LEAST_SCORE)
    score[i, j] = np.maximum(logit, LEAST_SCORE)
    return Meaning(best, cosine, score, told)


def _mirrored(values: Floats, places: Places, size: int) -> Floats:
    """What is known of each two sentences, the same for both of their places.

    Args:
        values: One for each place.
        places: Of a text set against itself, and with each its mirror image.
        size: Sentences of the text.
    """
    table = np.zeros((size, size))
    table[places[:, 0], places[:, 1]] = values
    mirrored: Floats = table[places.min(1), places.max(1)]
    return mirrored


def _order(encoded: Pair[Encoded]) -> int:
    """Whether A comes after B (1), before it (-1), or both are one (0)."""
    a, b = ((x.sentences.tobytes(), x.tokens.tobytes()) for x in encoded)
    return (a > b) - (a < b)


class _Tokens(NamedTuple):
    """The tokens of a text, for products."""

    vectors: Singles
    weights: Floats
    """A row for each token."""
    starts: Ints

    @property
    def sizes(self) -> Ints:
        """How many each sentence has."""
        return np.diff(self.starts)


def _tokens(encoded: Encoded) -> _Tokens:
    return _Tokens(
        vectors=encoded.tokens.astype(np.float32),
        weights=encoded.weights.astype(float)[:, None],
        starts=encoded.starts.astype(np.int64),
    )


def _best(
    one: _Tokens,
    other: _Tokens,
    places: Places,
    there: Sequence[Singles],
    back: Sequence[Singles],
) -> BestPartners:
    """The best partners of the tokens of some places.

    Args:
        one: The sentences of A.
        other: The sentences of B.
        places: They, in order.
        there: The likenesses of the tokens of A, in this order.
        back: Those of the tokens of B.
    """
    nothing = np.zeros(0, np.float32)
    sizes = one.sizes[places[:, 0]], other.sizes[places[:, 1]]
    return BestPartners(
        places=places,
        offsets=Pair(*(np.cumsum(own) - own for own in sizes)),
        values=Pair(*(np.concatenate([nothing, *own]) for own in (there, back))),
        tokens=Pair(one.starts, other.starts),
    )


def _all_interactions(
    one: _Tokens, other: _Tokens, places: Places
) -> tuple[Interactions, BestPartners]:
    """Those of every two sentences: one product of all their tokens.

    Args:
        one: The sentences of A.
        other: The sentences of B.
        places: All of them, in order.
    """
    likeness = one.vectors @ other.vectors.T
    best = np.maximum.reduceat(likeness, other.starts[:-1], axis=1)
    # A loop over few rows is faster than `reduceat` along them.
    back = [likeness[start:stop].max(0) for start, stop in pairwise(one.starts)]
    there = _means(best, one.weights, one.starts)
    again = _means(np.array(back).T, other.weights, other.starts)
    own = [best[start:stop].T.ravel() for start, stop in pairwise(one.starts)]
    known = _best(one, other, places, own, back)
    there, again = there.reshape(3, -1), again.transpose(0, 2, 1).reshape(3, -1)
    return _joined(there, again), known


def _interactions(
    one: _Tokens, other: _Tokens, places: Places
) -> tuple[Interactions, BestPartners]:
    """Those of some pairs of sentences.

    Args:
        one: The sentences of A.
        other: The sentences of B.
        places: Which of them, by ascending sentence of A.
    """
    sizes = other.sizes
    there, back = np.zeros((2, 3, len(places)))
    counts = np.bincount(places[:, 0], minlength=len(one.starts) - 1)
    firsts = np.append(0, np.cumsum(counts))
    found: Pair[list[Singles]] = Pair([], [])
    for i in cancellable(np.flatnonzero(counts).tolist()):
        row = slice(firsts[i], firsts[i + 1])
        columns = places[row, 1]
        own = slice(one.starts[i], one.starts[i + 1])
        _, chosen = spread(other.starts[columns], sizes[columns])
        starts = starts_of(sizes[columns])
        likeness = one.vectors[own] @ other.vectors.take(chosen, 0).T
        best = np.maximum.reduceat(likeness, starts[:-1], axis=1)
        there[:, row] = _means_of_one(best, one.weights[own])
        most = likeness.max(0)
        back[:, row] = _means(most, other.weights[chosen, 0], starts)
        found.a.append(best.T.ravel())
        found.b.append(most)
    return _joined(there, back), _best(one, other, places, *found)


def _joined(there: Floats, back: Floats) -> Interactions:
    return Interactions(
        larger=np.maximum(there[0], back[0]),
        smaller=np.minimum(there[0], back[0]),
        larger_clause=np.maximum(there[1], back[1]),
        smaller_clause=np.minimum(there[1], back[1]),
        mass=np.minimum(there[2], back[2]),
    )


def _means(best: Singles, weights: Floats, starts: Ints) -> Floats:
    """Of each sentence: mean likeness, the largest one of a clause, mass above 0.

    Args:
        best: A row for each token, or one value.
        weights: What each token counts, as many dimensions.
        starts: Where the tokens of each sentence start, and where all end.
    """
    weighed = best * weights
    sums, totals = _running(weighed), _running(weights)
    owner, firsts, stops = clauses_of(np.diff(starts))
    clauses = (sums[stops] - sums[firsts]) / (totals[stops] - totals[firsts])
    of_sentence = np.flatnonzero(np.diff(owner, prepend=-1))
    mean = np.diff(sums[starts], axis=0) / np.diff(totals[starts], axis=0)
    mass = np.add.reduceat(weighed * np.maximum(best, 0), starts[:-1], axis=0)
    return np.stack([mean, np.maximum.reduceat(clauses, of_sentence, axis=0), mass])


def _means_of_one(best: Singles, weights: Floats) -> Floats:
    """The same of a single sentence."""
    weighed = best * weights
    sums, totals = _running(weighed), _running(weights)
    size = min(len(best), CLAUSE)
    clauses = (sums[size:] - sums[:-size]) / (totals[size:] - totals[:-size])
    # Added up in the order of `_means`, which gives the last bits.
    mass = np.add.reduceat(weighed * np.maximum(best, 0), [0], axis=0)
    return np.stack([sums[-1] / totals[-1], clauses.max(0), mass[0]])


def _running(values: Floats) -> Floats:
    """What all values before each come to, and all together."""
    sums = np.zeros((len(values) + 1, *values.shape[1:]))
    np.cumsum(values, axis=0, out=sums[1:])
    return sums


def clauses_of(lengths: Ints) -> tuple[Ints, Ints, Ints]:
    """All runs of `CLAUSE` tokens within sentences; a shorter sentence is one.

    Args:
        lengths: Tokens of each sentence.

    Returns:
        The sentence of each clause, ascending; its first token, and the one after its
        last, counted through all sentences.
    """
    own = np.maximum(1, lengths - CLAUSE + 1)
    owner, firsts = spread(np.cumsum(lengths) - lengths, own)
    return owner, firsts, firsts + np.minimum(lengths, CLAUSE)[owner]
