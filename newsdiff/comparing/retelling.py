"""How well the other article means each word of one, by the vectors of both.

A word looks for its best partner in the sentences that may tell the same as its own.
Every likeness stands beside its mean over the words around it, over its clause and over
its sentence: what is left out is left out in stretches.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from newsdiff.aligning.meaning import BestPartners
from newsdiff.aligning.sparse import Floats, Ints, Places
from newsdiff.comparing.content_words import ContentWords
from newsdiff.model import Side

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


def retelling_of(
    words: ContentWords,
    chosen: Ints,
    partners: tuple[Places, Floats],
    best: BestPartners,
    side: Side,
) -> Floats:
    """The features of some words, in the order of `FEATURES`: a row a word.

    Args:
        words: All of one article.
        chosen: Which of them.
        partners: Sentences of A and B that were looked at, with the probability that
            they tell the same.
        best: How alike each token is to the best of every such sentence.
        side: Whose words they are.
    """
    tokens = words.tokens
    if tokens is None or not len(chosen):
        return np.zeros((len(chosen), len(FEATURES)))
    rank, groups = words.ranks[chosen], words.clauses[chosen]
    numbers, chances = _by_line(words, partners, side)
    chance = chances[rank]
    at = np.append(best.starts(partners[0], side), 0)[numbers][rank]
    first, stop = (part[chosen] - best.tokens[side][rank] for part in tokens)
    likeness = _means(best.running(side), at, first, stop)
    there = numbers[rank] >= 0
    others = np.bincount(partners[0][:, 1 if side is Side.A else 0])
    few = there.sum(1)[:, None] < np.count_nonzero(others)
    likeness = np.where(there, likeness, np.where(few, 0.0, -1.0))
    told = likeness[:, :_LIKELIEST].max(1)
    linked = (chance * (likeness + 1)).max(1) / 2
    parts = (
        *(told, likeness.max(1), linked),
        *(_near(told, rank), _near(linked, rank)),
        *(_mean_of(told, groups), _mean_of(linked, groups)),
        *(_mean_of(told, rank), _mean_of(linked, rank)),
        *(chance[:, 0], chance.sum(1)),
    )
    return np.column_stack(parts)


def _means(summed: Floats, at: Ints, first: Ints, stop: Ints) -> Floats:
    """The mean likeness of the tokens of each word to each of its partners.

    Args:
        summed: Running sums of the likenesses.
        at: Where those of the sentence begin: a row a word, a column a partner.
        first: The first token of each word in its sentence.
        stop: The one behind its last.
    """
    # Past the last sum are only partners that there are not.
    ends = (np.minimum(at + part[:, None], len(summed) - 1) for part in (first, stop))
    begun, done = (summed[end] for end in ends)
    means: Floats = (done - begun) / (stop - first)[:, None]
    return means


def _by_line(
    words: ContentWords, partners: tuple[Places, Floats], side: Side
) -> tuple[Ints, Floats]:
    """The partners of each sentence of a side, likeliest first: a row a sentence.

    Returns:
        Their numbers among all partners, -1 where there is none, and how likely they
        are, 0 there.
    """
    places, chances = partners
    own, other = (places if side is Side.A else places[:, ::-1]).T
    order = np.lexsort((other, -chances, own))
    sizes = np.bincount(own, minlength=len(words.firsts) - 1)
    line = own[order]
    slot = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    shape = len(sizes), max(1, int(sizes.max(initial=0)))
    numbers, found = np.full(shape, -1, np.int64), np.zeros(shape)
    numbers[line, slot], found[line, slot] = order, chances[order]
    return numbers, found


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
