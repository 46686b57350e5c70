"""Sparse tables of values for pairs of sentences: competitors, candidates, windows."""

from __future__ import annotations

from collections import defaultdict
from heapq import nlargest
from typing import Final

from newsdiff.model import Pair

Place = tuple[int, int]
"""A sentence of A and a sentence of B."""
Grid = dict[Place, float]
"""Values by place; what is not there is 0."""

_WINDOW: Final = ((-1, 0.5), (0, 1.0), (1, 0.5))
"""A sentence with half of each neighbour."""


class Rivals:
    """Against what a value of the grid has to hold its own: the best others."""

    def __init__(self, grid: Grid) -> None:
        values = _by_row_and_column(grid)
        self._tops = values.map(
            lambda side: {i: (*nlargest(2, v), 0.0)[:2] for i, v in side.items()}
        )

    def of(self, place: Place, value: float) -> tuple[float, float]:
        """The best other value in the row and in the column of a place."""
        row, column = (
            top.get(i, (0.0, 0.0)) for top, i in zip(self._tops, place, strict=True)
        )
        return (
            row[1] if value >= row[0] else row[0],
            column[1] if value >= column[0] else column[0],
        )


def _by_row_and_column(grid: Grid) -> Pair[defaultdict[int, list[float]]]:
    values: Pair[defaultdict[int, list[float]]] = Pair(
        defaultdict(list), defaultdict(list)
    )
    rows, columns = values
    for (i, j), value in grid.items():
        rows[i].append(value)
        columns[j].append(value)
    return values


def best_of_each(grid: Grid, most: int) -> tuple[Place, ...]:
    """The `most` best places of every row and of every column, ties included."""
    values = _by_row_and_column(grid)
    least = values.map(lambda side: {i: nlargest(most, v)[-1] for i, v in side.items()})
    return tuple(
        sorted(
            (i, j)
            for (i, j), value in grid.items()
            if value >= least.a[i] or value >= least.b[j]
        )
    )


def window_sum(grid: Grid, place: Place) -> float:
    """The values around a place, neighbours at half weight on each side."""
    i, j = place
    total = 0.0
    for di, left in _WINDOW:
        for dj, right in _WINDOW:
            value = grid.get((i + di, j + dj))
            if value:
                total += value * (left * right)
    return total
