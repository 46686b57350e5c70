"""Rows of few items: matches, products, sums."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning import sparse
from newsdiff.aligning.sparse import Rows, matches, product, spread, starts_of

WIDTH = 6
ROW = st.dictionaries(
    st.integers(0, WIDTH - 1), st.sampled_from([0.5, 1.0, 3.0]), max_size=4
)
TABLE = st.lists(ROW, max_size=5)
FEW = settings(max_examples=60, deadline=None, derandomize=True)


def rows(table: list[dict[int, float]]) -> Rows:
    ordered = [sorted(row.items()) for row in table]
    return Rows(
        starts_of(np.array([len(row) for row in table], np.int64)),
        np.array([item for row in ordered for item, _ in row], np.int64),
        np.array([value for row in ordered for _, value in row], float),
    )


def test_ranges_come_one_after_the_other() -> None:
    owners, numbers = spread(np.array([5, 0, 9]), np.array([2, 0, 1]))
    assert (owners.tolist(), numbers.tolist()) == ([0, 0, 2], [5, 6, 9])
    nothing = spread(np.zeros(0, np.int64), np.zeros(0, np.int64))
    assert [part.tolist() for part in nothing] == [[], []]


@FEW
@given(TABLE, TABLE)
def test_matches_are_the_items_two_rows_share(
    a: list[dict[int, float]], b: list[dict[int, float]]
) -> None:
    left, right = rows(a), rows(b)
    places = [(i, j) for i in range(len(a)) for j in range(len(b))]
    found = matches(left, right, np.array(places, np.int64).reshape(-1, 2), WIDTH)
    said = [
        (places[k], int(left.items[x]), int(right.items[y]))
        for k, x, y in zip(*(part.tolist() for part in found), strict=True)
    ]
    assert said == [
        ((i, j), item, item) for i, j in places for item in sorted({*a[i]} & {*b[j]})
    ]


@FEW
@given(TABLE, TABLE, st.integers(1, 30), st.booleans())
def test_a_product_sums_what_is_not_too_common(
    a: list[dict[int, float]], b: list[dict[int, float]], most: int, small: bool
) -> None:
    def common(item: int) -> bool:
        return sum(item in x for x in a) * sum(item in y for y in b) > most

    with pytest.MonkeyPatch.context() as patch:
        if small:
            patch.setattr(sparse, "_AT_ONCE", 1)
        found = product(rows(a), rows(b), WIDTH, most)
        back = product(rows(b), rows(a), WIDTH, most)
    assert found.shape == (len(a), len(b))
    assert (found == back.T).all()
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            both = [k for k in {*x} & {*y} if not common(k)]
            assert found[i, j] == pytest.approx(sum(x[k] * y[k] for k in both))


def test_some_entries_are_kept_under_other_numbers() -> None:
    table = rows([{1: 1.0, 3: 2.0}, {}, {0: 3.0, 3: 4.0}])
    kept = table.only(np.array([False, True, False, True]), np.array([9, 7, 9, 7]))
    assert kept.starts.tolist() == [0, 1, 1, 2]
    assert (kept.items.tolist(), kept.values.tolist()) == ([7, 7], [2.0, 4.0])
    assert table.sums(table.values).tolist() == [3.0, 0.0, 7.0]
