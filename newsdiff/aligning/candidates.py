"""Tables of values for pairs of sentences: competitors, candidates, windows."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from typing import Final

from newsdiff.model import Pair

Candidate = tuple[int, int]
"""A sentence of A and a sentence of B."""
CandidateValues = dict[Candidate, float]
"""Values by place; what is not there is 0."""
Largest = Pair[Mapping[int, Sequence[float]]]
"""Number of each row, and of each column → its largest values, best first."""

_WINDOW: Final = (0.5, 1.0, 0.5)
"""A sentence with half of each neighbour."""


class Table:
    """A value for every two sentences, 0 for most; never less.

    Args:
        rows: A row for each sentence of A, with a value for each sentence of B.
    """

    def __init__(self, rows: Iterable[Sequence[float]]) -> None:
        # One piece of memory, so that all of it is given back.
        self._values = array("d")
        self._height = self._width = 0
        for row in rows:
            self._values.extend(row)
            self._height, self._width = self._height + 1, len(row)

    def at(self, i: int, j: int) -> float:
        """The value at a place; 0 outside the table."""
        inside = 0 <= i < self._height and 0 <= j < self._width
        return self._values[i * self._width + j] if inside else 0.0

    @property
    def rows(self) -> Iterator[Sequence[float]]:
        """The values of each row."""
        for i in range(self._height):
            yield self._values[i * self._width : (i + 1) * self._width]

    @property
    def columns(self) -> Iterator[Sequence[float]]:
        """The values of each column."""
        for j in range(self._width):
            yield self._values[j :: self._width]

    def largest(self, most: int) -> Largest:
        """The `most` largest values of every row and of every column."""
        return Pair(
            {i: nlargest(most, row) for i, row in enumerate(self.rows)},
            {j: nlargest(most, column) for j, column in enumerate(self.columns)},
        )

    def best(self, largest: Largest) -> tuple[Candidate, ...]:
        """The places of the largest values of every row and column, ties included."""
        lowest = [values[-1] for values in largest.b.values()]
        places: list[Candidate] = []
        for i, row in enumerate(self.rows):
            least = largest.a[i][-1] if row else 0.0
            places += [
                (i, j)
                for j, value in enumerate(row)
                if value and (value >= least or value >= lowest[j])
            ]
        return tuple(places)

    def window_sum(self, place: Candidate) -> float:
        """The values around a place, neighbours at half weight on each side."""
        i, j = place
        first = max(0, j - 1)
        rights = _WINDOW[first - j + 1 :]
        size = min(j + 2, self._width) - first
        total = 0.0
        for k, left in zip((i - 1, i, i + 1), _WINDOW, strict=True):
            if 0 <= k < self._height:
                start = k * self._width + first
                near = self._values[start : start + size]
                for value, right in zip(near, rights, strict=False):
                    total += value * (left * right)
        return total


class Rivals:
    """Against what a value has to hold its own: the best others.

    Args:
        largest: The two largest values, or more, of every row and column.
    """

    def __init__(self, largest: Largest) -> None:
        self._tops = largest.map(
            lambda side: {i: (*values, 0.0, 0.0)[:2] for i, values in side.items()}
        )

    def of(self, place: Candidate, value: float) -> tuple[float, float]:
        """The best other value in the row and in the column of a place."""
        row = self._tops.a.get(place[0], (0.0, 0.0))
        column = self._tops.b.get(place[1], (0.0, 0.0))
        return (
            row[1] if value >= row[0] else row[0],
            column[1] if value >= column[0] else column[0],
        )


def largest_of(grid: CandidateValues, most: int) -> Largest:
    """The `most` largest values of every row and of every column of a grid."""
    rows: defaultdict[int, list[float]] = defaultdict(list)
    columns: defaultdict[int, list[float]] = defaultdict(list)
    for (i, j), value in grid.items():
        rows[i].append(value)
        columns[j].append(value)
    return Pair(
        {i: nlargest(most, values) for i, values in rows.items()},
        {j: nlargest(most, values) for j, values in columns.items()},
    )
