"""How much a term says of which event an article tells.

A term weighs more the fewer articles have it: of those listed, and of a thousand
imagined ones in which words are as rare as they are in English. So two articles are
grouped by what is known of English, ten thousand by what is known of them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdiff.grouping.signatures import OFTEN, RARE, Signature

Hashes = NDArray[np.uint32]
Numbers = NDArray[np.int32]
Weights = NDArray[np.float32]
_IMAGINED: Final = 1000
"""Articles that stand for what is known of English."""
_WORDS: Final = 60
"""Words of an imagined article that are there by chance."""
_COMMON: Final = 0.05
"""Share of the articles from which on a term weighs no less: where half of a list tells
one event, what that half shares is not to be overlooked."""
_EVERYWHERE: Final = 3000
"""Articles: no story has so many, so that a term in more of them tells none. Without
this a list whose articles all share all terms would take minutes."""
_HALF: Final = 0.5
"""No term is thought to be in more than half of the imagined articles."""


def _none() -> Hashes:
    return np.empty(0, np.uint32)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """In how many articles each term is: kept while articles are added one by one."""

    articles: int = 0
    terms: Hashes = field(default_factory=_none, repr=False)
    """In order."""
    times: NDArray[np.int64] = field(
        default_factory=lambda: np.empty(0, np.int64), repr=False
    )

    def of(self, hashes: Hashes) -> NDArray[np.int64]:
        """In how many articles each of some terms is."""
        if not len(self.terms):
            return np.zeros(len(hashes), np.int64)
        at = np.minimum(np.searchsorted(self.terms, hashes), len(self.terms) - 1)
        return np.where(self.terms[at] == hashes, self.times[at], 0)


def counts_of(signatures: Iterable[Signature]) -> Counts:
    """The counts of all terms of some articles."""
    each = [terms_of(one) for one in signatures]
    if not each:
        return Counts()
    terms, times = np.unique(np.concatenate(each), return_counts=True)
    return Counts(len(each), terms, times)


def terms_of(one: Signature) -> Hashes:
    """The terms of an article, in order."""
    return np.frombuffer(one.hashes, np.uint32)


def weights_of(one: Signature, counts: Counts) -> Weights:
    """The weight of each term of an article; their squares add up to one."""
    often = np.frombuffer(one.often, np.uint8) / OFTEN
    imagined = _expected()[np.frombuffer(one.rare, np.uint8)]
    listed = counts.of(terms_of(one))
    among = counts.articles + _IMAGINED
    there = np.minimum(listed, _COMMON * among) + imagined + 1
    found = often * np.log(np.maximum(among / there, 1))
    found[listed > _EVERYWHERE] = 0
    length = math.sqrt(math.fsum(found * found))  # exact, so in any order
    return np.asarray(found / (length or 1.0), np.float32)


@cache
def _expected() -> NDArray[np.float64]:
    """In how many imagined articles a term is, by the byte that says how rare it is."""
    one_in = 10 ** (np.arange(256) / RARE / 10)
    return _IMAGINED * np.minimum(_HALF, _WORDS / one_in)
