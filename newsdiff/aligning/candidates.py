"""Values of pairs of sentences: the closest, their rivals, what stands around them."""

from __future__ import annotations

from typing import Final

import numpy as np

from newsdiff.aligning.sparse import Flags, Floats, Ints, Places
from newsdiff.model import Pair

Candidate = tuple[int, int]
"""A sentence of A and a sentence of B."""
CandidateValues = dict[Candidate, float]
"""Values by place; what is not there is 0."""

_HALF: Final = 0.5
"""What each neighbour of a sentence counts for in the window around it."""


def closest(values: Floats, most: int) -> Flags:
    """Which values are among the largest of their row or column, ties included.

    What is 0 never is.

    Args:
        values: A row for each sentence of A, a column for each of B.
        most: How many of each row and column.
    """
    if not values.size:
        return np.zeros(values.shape, bool)
    rows, columns = (_least(values, most, axis) for axis in (1, 0))
    found: Flags = (values > 0) & ((values >= rows) | (values >= columns))
    return found


def _least(values: Floats, most: int, axis: int) -> Floats:
    """The smallest of the `most` largest values along an axis."""
    at = max(0, values.shape[axis] - most)
    lines = np.ascontiguousarray(values if axis else values.T)  # three times as fast
    # Where many are 0, sorting is ten times as fast as `partition`; else it is slower.
    ordered = np.partition(lines, at, 1) if lines.all() else np.sort(lines, 1)
    found: Floats = ordered[:, at]
    return np.expand_dims(found, axis)


def at(values: Floats, rows: Ints, columns: Ints, outside: float = 0.0) -> Floats:
    """The values of some places, those outside of the table included."""
    height, width = values.shape
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    found = np.full(len(rows), outside)
    found[inside] = values[rows[inside], columns[inside]]
    return found


def window_sums(values: Floats, places: Places) -> Floats:
    """The values around some places, neighbours at half weight on each side."""
    i, j = places.T
    beside = (at(values, i - 1, j) + at(values, i + 1, j)) + (
        at(values, i, j - 1) + at(values, i, j + 1)
    )
    across = (at(values, i - 1, j - 1) + at(values, i + 1, j + 1)) + (
        at(values, i - 1, j + 1) + at(values, i + 1, j - 1)
    )
    return at(values, i, j) + _HALF * (beside + _HALF * across)


class Rivals:
    """Against what the value of a place has to hold its own: the best others.

    Args:
        places: Those whose values are known.
        values: They.
        sizes: How many sentences the two articles have.
        least: What a sentence without another place has for a rival.
    """

    def __init__(
        self, places: Places, values: Floats, sizes: Pair[int], least: float = 0.0
    ) -> None:
        self._best = Pair(
            _two_best(places[:, 0], values, sizes.a, least),
            _two_best(places[:, 1], values, sizes.b, least),
        )

    def of(self, places: Places, values: Floats) -> Pair[Floats]:
        """The best other value in the row and in the column of each place."""
        return Pair(
            _other(self._best.a[places[:, 0]], values),
            _other(self._best.b[places[:, 1]], values),
        )


def _two_best(lines: Ints, values: Floats, size: int, least: float) -> Floats:
    """The two largest values of each line."""
    best = np.full((size, 2), least)
    order = np.lexsort((-values, lines))
    ordered = lines[order]
    first = np.searchsorted(ordered, np.arange(size))
    for rank in (0, 1):
        here = np.minimum(first + rank, max(0, len(order) - 1))
        there = (first + rank < len(order)) & (
            np.append(ordered, -1)[here] == np.arange(size)
        )
        best[there, rank] = values[order][here[there]]
    return best


def _other(best: Floats, values: Floats) -> Floats:
    other: Floats = np.where(values >= best[:, 0], best[:, 1], best[:, 0])
    return other
