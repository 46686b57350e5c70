"""Sparse tables of values for pairs of sentences: competitors, candidates, windows."""

from __future__ import annotations

from collections import defaultdict
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
        self._tops: Pair[dict[int, tuple[float, float]]] = Pair({}, {})
        for place, value in grid.items():
            for top, i in zip(self._tops, place, strict=True):
                first, second = top.get(i, (0.0, 0.0))
                if value > first:
                    top[i] = (value, first)
                elif value > second:
                    top[i] = (first, value)

    def of(self, place: Place, value: float) -> tuple[float, float]:
        """The best other value in the row and in the column of a place."""
        row, column = (
            top.get(i, (0.0, 0.0)) for top, i in zip(self._tops, place, strict=True)
        )
        return (
            row[1] if value >= row[0] else row[0],
            column[1] if value >= column[0] else column[0],
        )


def best_of_each(grid: Grid, most: int) -> tuple[Place, ...]:
    """The `most` best places of every row and of every column, ties included."""
    values: Pair[defaultdict[int, list[float]]] = Pair(
        defaultdict(list), defaultdict(list)
    )
    for (i, j), value in grid.items():
        values.a[i].append(value)
        values.b[j].append(value)
    least = values.map(
        lambda side: {i: sorted(v, reverse=True)[:most][-1] for i, v in side.items()}
    )
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
