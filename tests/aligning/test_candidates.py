"""Tables of values for pairs of sentences: competitors, candidates, windows."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.candidates import Rivals, Table, largest_of

Rows = list[list[float]]
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


def best(rows: Rows, most: int) -> set[tuple[int, int]]:
    """The places among the largest values of their row or column."""
    table = Table(rows)
    return set(table.best(table.largest(most)))


def rivals(rows: Rows) -> dict[tuple[int, int], tuple[float, float]]:
    """The best others of each place, in its row and in its column."""
    found = Rivals(Table(rows).largest(2))
    return {
        (i, j): found.of((i, j), value)
        for i, row in enumerate(rows)
        for j, value in enumerate(row)
    }


def window(rows: Rows, i: int, j: int) -> float:
    return Table(rows).window_sum((i, j))


ROWS = [[0.5, 0.0, 1.0], [0.25, 0.75, 0.0]]


def test_outside_a_table_all_is_0() -> None:
    table = Table(ROWS)
    assert [[table.at(i, j) for j in range(3)] for i in range(2)] == ROWS
    for place in ((-1, 0), (0, -1), (2, 0), (0, 3), (-1, -1)):
        assert table.at(*place) == 0
    assert Table([]).at(0, 0) == 0


def test_rows_and_columns_are_what_was_given() -> None:
    table = Table(ROWS)
    assert [list(row) for row in table.rows] == ROWS
    assert [list(column) for column in table.columns] == turned(ROWS)
    assert list(Table([]).rows) == list(Table([]).columns) == []
    assert [list(row) for row in Table([[], []]).rows] == [[], []]


def test_the_largest_come_best_first() -> None:
    largest = Table(ROWS).largest(2)
    assert largest.a == {0: [1.0, 0.5], 1: [0.75, 0.25]}
    assert largest.b == {0: [0.5, 0.25], 1: [0.75, 0.0], 2: [1.0, 0.0]}


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
    assert Rivals(Table([]).largest(2)).of((3, 4), 0.5) == (0, 0)


@FEW
@given(some_rows())
def test_a_grid_has_the_same_largest_as_its_table(rows: Rows) -> None:
    grid = {(i, j): v for i, row in enumerate(rows) for j, v in enumerate(row) if v}
    found, whole = largest_of(grid, 2), Table(rows).largest(2)
    for mine, all_of_it in zip(found, whole, strict=True):
        told = {k: [v for v in values if v] for k, values in all_of_it.items()}
        assert dict(mine) == {k: values for k, values in told.items() if values}


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
    table, part = Table(rows), {-1: 0.5, 0: 1.0, 1: 0.5}
    for i in range(len(rows)):
        for j in range(len(rows[i])):
            assert table.window_sum((i, j)) == pytest.approx(
                sum(
                    table.at(i + k, j + m) * part[k] * part[m]
                    for k in part
                    for m in part
                )
            )
