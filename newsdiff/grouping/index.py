"""Which articles share terms, and how alike that makes them.

All terms of all articles lie in three arrays, in the order of the terms: an article is
set against every other in less than a millisecond, whatever they share.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.grouping.signatures import Signature
from newsdiff.grouping.weights import (
    Counts,
    Hashes,
    Numbers,
    Weights,
    terms_of,
    weights_of,
)

UNIT: Final = 1_000_000
"""How alike two articles are is kept in whole millionths: sums of whole numbers are the
same in any order, so that no result depends on it."""
MOST: Final = 1000
"""Articles that are kept as like one: those that are most alike, ties included."""
NEAR: Final = 3
"""Days within which two articles may well tell the same event."""
WINDOW: Final = 10
"""Days from which on they do not, however alike they are."""
_AT_EDGE: Final = 0.5
_UNDATED: Final = 0.9
"""What likeness is multiplied with at the edge of the window, and without a day."""
_NO_DAY: Final = -1


class Row(NamedTuple):
    """Whom an article is like, and how much."""

    others: Numbers
    alike: Numbers
    """In millionths."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The terms of the articles of a list."""

    days: Numbers = field(default_factory=lambda: np.empty(0, np.int32))
    """Of each article."""
    terms: Hashes = field(default_factory=lambda: np.empty(0, np.uint32))
    owners: Numbers = field(default_factory=lambda: np.empty(0, np.int32))
    weights: Weights = field(default_factory=lambda: np.empty(0, np.float32))

    def with_articles(self, added: Sequence[Signature], counts: Counts) -> Index:
        """The index with some articles behind those it has."""
        first = len(self.days)
        terms = np.concatenate([terms_of(one) for one in added])
        sizes = [len(one.often) for one in added]
        owners = np.repeat(np.arange(len(added), dtype=np.int32) + first, sizes)
        weights = np.concatenate([weights_of(one, counts) for one in added])
        order = np.argsort(terms, kind="stable")
        terms, owners, weights = terms[order], owners[order], weights[order]
        at = np.searchsorted(self.terms, terms, side="right")
        return Index(
            np.concatenate([self.days, np.array([_day(one) for one in added], "i4")]),
            np.insert(self.terms, at, terms),
            np.insert(self.owners, at, owners),
            np.insert(self.weights, at, weights),
        )

    def without(self, number: int) -> Index:
        """The index without an article; those behind it move up."""
        kept = self.owners != number
        owners = self.owners[kept]
        return Index(
            np.delete(self.days, number),
            self.terms[kept],
            owners - (owners > number),
            self.weights[kept],
        )

    def row(self, number: int, one: Signature, counts: Counts, least: int) -> Row:
        """The articles that are like one, itself left out.

        Args:
            number: Its number in this index.
            one: Its signature.
            counts: What its terms weigh by.
            least: How alike they must be, in millionths.
        """
        weights = weights_of(one, counts)
        terms, weights = terms_of(one)[weights > 0], weights[weights > 0]
        starts = np.searchsorted(self.terms, terms, side="left")
        sizes = np.searchsorted(self.terms, terms, side="right") - starts
        places = _ranges(starts, sizes)
        products = self.weights[places].astype(np.float64) * np.repeat(weights, sizes)
        alike = np.bincount(self.owners[places], products, len(self.days))
        left = _by_days(self.days, int(self.days[number]))
        millionths = np.rint(alike * left * UNIT).astype(np.int32)
        millionths[number] = 0
        others = np.flatnonzero(millionths >= least)
        if len(others) > MOST:
            last = np.partition(millionths[others], -MOST)[-MOST]
            others = others[millionths[others] >= last]
        return Row(others.astype(np.int32), millionths[others])


def closeness(a: int | None, b: int | None) -> float:
    """What the days of two articles leave of their likeness, 0 to 1."""
    days = np.array([_NO_DAY if a is None else a], np.int32)
    return float(_by_days(days, _NO_DAY if b is None else b)[0])


def _by_days(days: Numbers, day: int) -> NDArray[np.float64]:
    if day == _NO_DAY:
        return np.full(len(days), _UNDATED)
    apart = np.abs(days - day)
    late = (apart - NEAR) / (WINDOW - NEAR)
    left = 1 - (1 - _AT_EDGE) * np.clip(late, 0, 1)
    left[apart >= WINDOW] = 0
    left[days == _NO_DAY] = _UNDATED
    return np.asarray(left, np.float64)


def _ranges(starts: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers from each start on, as many as its size says."""
    ends = np.cumsum(sizes)
    shifts = np.repeat(starts - (ends - sizes), sizes)
    return np.asarray(np.arange(len(shifts)) + shifts, np.int64)


def _day(one: Signature) -> int:
    return _NO_DAY if one.day is None else one.day
