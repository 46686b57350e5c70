"""What two articles have of one kind of terms, and what it weighs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

import numpy as np

from newsdiff.aligning.sparse import Floats, Ints, Matches, Places, Rows, matches
from newsdiff.aligning.terms import Kind
from newsdiff.model import Pair, Side


def partners(kinds: Pair[Kind]) -> Pair[Ints]:
    """The number of each term in the other article; -1 where it lacks the term."""
    a, b = (kind.numbers for kind in kinds)
    found = np.fromiter(map(b.get, a, repeat(-1)), np.int64, len(a))
    back = np.full(len(b), -1, np.int64)
    shared = found >= 0
    back[found[shared]] = np.flatnonzero(shared)
    return Pair(found, back)


def of_other(partner: Ints, values: Floats) -> Floats:
    """What each term has in the other article; 0 where it lacks the term."""
    return np.where(partner >= 0, np.append(values, 0)[partner], 0)


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """The terms that both articles have, row by row, and what all of them weigh."""

    rows: Pair[Rows]
    """Only what both articles have, numbered alike; values are weights × counts."""
    entries: Pair[Ints]
    """For each entry of `rows` its number among the entries of the kind."""
    width: int
    masses: Pair[Floats]
    """The sum of the values of each row, those of one article alone included."""
    norms: Pair[Floats]
    """The square root of the sum of their squares; 1 where there are none."""

    def matches(self, places: Places) -> Matches:
        """What the sentences of each place have in common."""
        return matches(self.rows.a, self.rows.b, places, self.width)

    def values(self, found: Matches) -> Pair[Floats]:
        """What each match weighs in the one and in the other sentence."""
        return Pair(self.rows.a.values[found.left], self.rows.b.values[found.right])


def shared(kinds: Pair[Kind], partner: Pair[Ints], weights: Pair[Floats]) -> Shared:
    """What both articles have of a kind of terms.

    Args:
        kinds: Their terms.
        partner: What `partners` says of them.
        weights: What each term weighs.
    """
    weighed = Pair.each(
        lambda s: kinds[s].rows.values * weights[s][kinds[s].rows.items]
    )
    numbers = Pair.each(lambda s: _numbers(partner, s))
    kept = Pair.each(lambda s: numbers[s][kinds[s].rows.items] >= 0)

    def rows(side: Side) -> Rows:
        own = kinds[side].rows
        whole = Rows(own.starts, own.items, weighed[side])
        return whole.only(kept[side], numbers[side][own.items])

    return Shared(
        rows=Pair.each(rows),
        entries=kept.map(np.flatnonzero),
        width=int((partner.a >= 0).sum()),
        masses=Pair.each(lambda s: kinds[s].rows.sums(weighed[s])),
        norms=Pair.each(lambda s: norm(kinds[s].rows.sums(weighed[s] ** 2))),
    )


def norm(squares: Floats) -> Floats:
    """Square roots; 1 for 0, so that they can be divided by."""
    return np.sqrt(np.where(squares > 0, squares, 1.0))


def _numbers(partner: Pair[Ints], side: Side) -> Ints:
    """The rank of each term among those both have, in their order; -1: not shared.

    Both articles number their terms in the same order: ranks agree.
    """
    both = partner[side] >= 0
    return np.where(both, np.cumsum(both) - 1, -1)
