"""Rows of few items each, as arrays: which of two lists of sentences share what.

Sums run over items in ascending order, whichever list comes first: what is summed for
two rows is the same to the last bit when the lists are exchanged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.cancellation import cancellable

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Places = NDArray[np.int64]
"""Two columns: a row of one list, a row of the other."""
Flags = NDArray[np.bool_]

_AT_ONCE: Final = 1 << 18
"""Products that are summed in one go: what they take is a few megabytes."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Items with a value each, row after row (compressed sparse rows)."""

    starts: Ints
    """Row i has the entries from `starts[i]` to `starts[i + 1]`."""
    items: Ints
    """Ascending within a row, none twice."""
    values: Floats

    @property
    def sizes(self) -> Ints:
        """How many entries each row has."""
        return np.diff(self.starts)

    @property
    def owners(self) -> Ints:
        """The row of each entry."""
        return np.repeat(np.arange(len(self.starts) - 1), self.sizes)

    def sums(self, values: Floats) -> Floats:
        """What the values of each row's entries come to."""
        return summed(self.owners, values, len(self.starts) - 1)

    def only(self, kept: Flags, items: Ints) -> Rows:
        """The entries that are kept, with other numbers for all items."""
        starts = np.concatenate([[0], np.cumsum(kept)])[self.starts]
        return Rows(starts, items[kept], self.values[kept])


class Matches(NamedTuple):
    """Entries of two rows with the same item, by place and ascending item."""

    place: Ints
    """Which of the places that were asked about."""
    left: Ints
    """An entry of the row on the left."""
    right: Ints
    """The entry of the row on the right that has the same item."""

    def of(self, found: Flags) -> Matches:
        """Some of them."""
        return Matches(self.place[found], self.left[found], self.right[found])


def summed(owners: Ints, values: Floats, size: int) -> Floats:
    """What the values of each owner come to, one after the other."""
    return np.bincount(owners, values, size).astype(float)


def starts_of(sizes: Ints) -> Ints:
    """Where each of some rows of these sizes starts, and where the last one ends."""
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes)])


def spread(starts: Ints, sizes: Ints) -> tuple[Ints, Ints]:
    """Ranges one after the other: the number of its range and each number in it."""
    ends = np.cumsum(sizes)
    owners = np.repeat(np.arange(len(sizes)), sizes)
    total = ends[-1] if len(ends) else 0
    return owners, np.arange(total) - np.repeat(ends - sizes - starts, sizes)


def matches(left: Rows, right: Rows, places: Places, width: int) -> Matches:
    """What the two rows of each place have in common.

    Args:
        left: Rows.
        right: Others.
        places: Which of them are set against each other; few different ones on the
            left, for those are laid out in full.
        width: How many items there are.
    """
    rows, local = np.unique(places[:, 0], return_inverse=True)
    table = np.full(len(rows) * width, -1, np.int32)
    owner, entry = spread(left.starts[rows], left.sizes[rows])
    table[owner * width + left.items[entry]] = entry
    place, theirs = spread(right.starts[places[:, 1]], right.sizes[places[:, 1]])
    mine = table[(local * width)[place] + right.items[theirs]]
    shared = np.flatnonzero(mine >= 0)
    return Matches(place[shared], mine[shared].astype(np.int64), theirs[shared])


def product(left: Rows, right: Rows, width: int, most: int) -> Floats:
    """For every two rows the sum of the products of their values for the same item.

    Args:
        left: Rows.
        right: Others.
        width: How many items there are.
        most: Pairs of rows that have an item: past it the item is left out.
    """
    heights = len(left.starts) - 1, len(right.starts) - 1
    result = np.zeros(heights)
    uses = np.bincount(right.items, minlength=width)
    reach = np.where(np.bincount(left.items, minlength=width) * uses <= most, uses, 0)
    firsts = (np.cumsum(uses) - uses)[left.items]
    sizes, owners = reach[left.items], left.owners
    order = np.argsort(right.items, kind="stable")
    columns, values = right.owners[order], right.values[order]
    for start, stop in cancellable(_blocks(left.sums(sizes.astype(float)))):
        inside = slice(left.starts[start], left.starts[stop])
        entry, partner = spread(firsts[inside], sizes[inside])
        cell = (owners[inside] - start)[entry] * heights[1] + columns[partner]
        parts = left.values[inside][entry] * values[partner]
        block = stop - start, heights[1]
        result[start:stop] = summed(cell, parts, block[0] * block[1]).reshape(block)
    return result


def _blocks(sizes: Floats) -> Iterator[tuple[int, int]]:
    """Neighbouring rows that are not too large together, one at least."""
    ends, start = np.cumsum(sizes), 0
    while start < len(sizes):
        least = ends[start] - sizes[start] + _AT_ONCE
        stop = max(start + 1, int(np.searchsorted(ends, least, "right")))
        yield start, stop
        start = stop
