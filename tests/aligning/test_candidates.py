"""Values of pairs of sentences: the closest, their rivals, what stands around."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.candidates import Rivals, at, closest, window_sums
from newsdiff.aligning.sparse import Floats
from newsdiff.model import Pair

Rows = list[list[float]]
Place = tuple[int, int]
VALUES = st.sampled_from([0.0, 0.0, 0.0, 0.25, 0.5, 0.75, 1.0])
FEW = settings(max_examples=60, deadline=None, derandomize=True)


@st.composite
def some_rows(draw: st.DrawFn) -> Rows:
    width = draw(st.integers(0, 5))
    row = st.lists(VALUES, min_size=width, max_size=width)
    return draw(st.lists(row, max_size=5))


def turned(rows: Rows) -> Rows:
    """The rows as columns."""
    return [list(column) for column in zip(*rows, strict=True)]


def table(rows: Rows) -> Floats:
    return np.array(rows, float).reshape(len(rows), len(rows[0]) if rows else 0)


def best(rows: Rows, most: int) -> set[Place]:
    """The places among the largest values of their row or column."""
    return {(i, j) for i, j in np.argwhere(closest(table(rows), most)).tolist()}


def rivals(rows: Rows) -> dict[Place, tuple[float, float]]:
    """The best others of each place, in its row and in its column."""
    values = table(rows)
    places = np.argwhere(np.ones(values.shape, bool))
    own = values[places[:, 0], places[:, 1]]
    found = Rivals(places, own, Pair(*values.shape)).of(places, own)
    return {
        (i, j): (float(found.a[k]), float(found.b[k]))
        for k, (i, j) in enumerate(places.tolist())
    }


def window(rows: Rows, i: int, j: int) -> float:
    return float(window_sums(table(rows), np.array([(i, j)]))[0])


ROWS = [[0.5, 0.0, 1.0], [0.25, 0.75, 0.0]]


def test_what_lies_outside_of_a_table_is_said() -> None:
    inside = [at(table(ROWS), np.array([i]), np.array([0]))[0] for i in range(2)]
    assert inside == [0.5, 0.25]
    for i, j in ((-1, 0), (0, -1), (2, 0), (0, 3), (-1, -1)):
        place = np.array([i]), np.array([j])
        assert at(table(ROWS), *place) == 0
        assert at(table(ROWS), *place, outside=-8.0) == -8


def test_a_place_is_best_by_its_row_or_by_its_column() -> None:
    rows = [[0.9, 0.8, 0.7], [0.6, 0.5, 0.1]]
    assert best(rows, 1) == {(0, 0), (0, 1), (0, 2), (1, 0)}
    assert best(rows, 2) == {(i, j) for i in range(2) for j in range(3)}
    assert best([[0.9, 0.8], [0.7, 0.1]], 1) == {(0, 0), (0, 1), (1, 0)}


def test_ties_are_all_best_and_nothing_never_is() -> None:
    assert best([[0.5, 0.5, 0.5]], 1) == {(0, 0), (0, 1), (0, 2)}
    assert best([[0.0, 0.5], [0.0, 0.0]], 2) == {(0, 1)}
    assert best([], 2) == best([[], []], 2) == set()


@FEW
@given(some_rows(), st.integers(1, 3))
def test_no_better_place_of_its_row_or_column_is_left_out(
    rows: Rows, most: int
) -> None:
    def among_the_largest(values: list[float], value: float) -> bool:
        return sum(other > value for other in values) < most

    columns = turned(rows)
    assert best(rows, most) == {
        (i, j)
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
        if value
        and (among_the_largest(row, value) or among_the_largest(columns[j], value))
    }


@FEW
@given(some_rows())
def test_a_rival_is_the_best_other_value_of_its_row_or_column(rows: Rows) -> None:
    columns = turned(rows)
    for (i, j), found in rivals(rows).items():
        in_row = [value for k, value in enumerate(rows[i]) if k != j]
        in_column = [value for k, value in enumerate(columns[j]) if k != i]
        assert found == (max(in_row, default=0.0), max(in_column, default=0.0))


def test_a_place_of_which_nothing_is_known_has_no_rival() -> None:
    nothing, place = np.zeros((0, 2), np.int64), np.array([(3, 4)])
    for least in (0.0, -8.0):
        rivals = Rivals(nothing, np.zeros(0), Pair(5, 5), least)
        found = rivals.of(place, np.array([0.5]))
        assert [side.tolist() for side in found] == [[least], [least]]


def test_a_window_holds_half_of_each_neighbour_and_a_quarter_across() -> None:
    rows = [[1.0, 10.0, 100.0], [2.0, 20.0, 200.0], [4.0, 40.0, 400.0]]
    assert window(rows, 1, 1) == pytest.approx(
        0.25 + 5 + 25 + 1 + 20 + 100 + 1 + 20 + 100
    )
    assert window(rows, 0, 0) == pytest.approx(1 + 5 + 1 + 5)
    assert window(rows, 2, 2) == pytest.approx(400 + 20 + 100 + 5)


@FEW
@given(some_rows())
def test_a_window_is_the_same_summed_value_by_value(rows: Rows) -> None:
    part = {-1: 0.5, 0: 1.0, 1: 0.5}

    def value(i: int, j: int) -> float:
        inside = 0 <= i < len(rows) and 0 <= j < len(rows[i])
        return rows[i][j] if inside else 0.0

    for i in range(len(rows)):
        for j in range(len(rows[i])):
            assert window(rows, i, j) == pytest.approx(
                sum(value(i + k, j + m) * part[k] * part[m] for k in part for m in part)
            )
            assert window(rows, i, j) == window(turned(rows), j, i)
