"""The whole page in one column of cells."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparing import Mark
from newsdiff.layout.ruler import Ruler, make_ruler

MARKS = {mark.value: mark for mark in Mark}
FAST = settings(max_examples=200, deadline=None, derandomize=True)
ROWS = st.lists(
    st.tuples(st.sampled_from(Mark), st.integers(1, 9)), min_size=1, max_size=60
)


def signs(found: Ruler) -> str:
    """What a ruler shows; a dot where nothing is, a star where words are found."""
    cells = ("*" if cell.found else cell.mark.value for cell in found.cells)
    return "".join(cells).replace(" ", ".")


def of(rows: str, height: int, *, tall: int = 1, found: tuple[int, ...] = ()) -> str:
    tops = [tall * n for n in range(len(rows) + 1)]
    return signs(make_ruler([MARKS[r] for r in rows], tops, height, found))


@pytest.mark.parametrize(
    ("rows", "height", "shown"),
    [
        ("<=>", 6, "<.>..."),
        ("<=≈", 3, "<.≈"),
        ("====", 2, ".."),
        ("  ==", 4, "...."),
        ("≈<", 1, "<"),
        ("<!", 1, "!"),
        ("~≈", 1, "~"),
        ("≈↕~", 1, "↕"),
        ("<>>", 1, ">"),
        ("<><", 1, "<"),
        ("><", 1, ">"),
        ("<<≈≈>>!=", 4, "<≈>!"),
        ("<" * 1000, 5, "<<<<<"),
        ("=" * 99 + "!", 10, ".........!"),
    ],
)
def test_the_most_important_kind_wins(rows: str, height: int, shown: str) -> None:
    assert of(rows, height) == shown


def test_what_is_searched_for_wins_over_everything() -> None:
    assert of("<!=≈", 2, found=(0, 2)) == "**"
    assert of("  ==", 4, found=(1,)) == ".*.."


def test_a_mark_stands_where_its_row_begins() -> None:
    assert of("<>", 8, tall=3) == "<..>...."
    assert of("<>", 3, tall=3) == "<>."


def test_a_cell_leads_to_the_first_row_of_what_it_shows() -> None:
    cells = make_ruler([MARKS[r] for r in "≈<<="], range(5), 1).cells
    assert [cell.row for cell in cells] == [1]
    assert make_ruler([Mark.SAME], [0, 1], 1).cells[0].row is None


def test_the_window() -> None:
    long = make_ruler([Mark.SAME] * 100, range(101), 10)
    assert long.window(0, 20) == range(2)
    assert long.window(80, 20) == range(8, 10)
    assert long.window(40, 20) == range(4, 6)
    assert long.window(0, 100) == range(0)
    assert long.window(0, 1) == range(1)
    assert long.window(99, 1) == range(9, 10)


@FAST
@given(rows=ROWS, height=st.integers(1, 40))
def test_every_kind_of_cell_tells_the_truth(
    rows: list[tuple[Mark, int]], height: int
) -> None:
    tops = [0]
    for _, tall in rows:
        tops.append(tops[-1] + tall)
    marks = [mark for mark, _ in rows]
    found = make_ruler(marks, tops, height)
    assert len(found.cells) == height
    scale = max(tops[-1], height)
    for y, cell in enumerate(found.cells):
        assert (cell.row is None) == (cell.mark is Mark.NONE)
        if cell.row is not None:
            assert marks[cell.row] is cell.mark
            assert tops[cell.row] * height // scale == y
    begins = {
        top * height // scale
        for top, mark in zip(tops, marks, strict=False)
        if mark.is_change
    }
    assert begins == {y for y, cell in enumerate(found.cells) if cell.row is not None}


@FAST
@given(total=st.integers(1, 500), height=st.integers(1, 40), lines=st.integers(1, 60))
def test_a_drag_reaches_both_ends_and_never_goes_back(
    total: int, height: int, lines: int
) -> None:
    found = make_ruler([Mark.SAME] * total, range(total + 1), height)
    places = [found.line(cell, lines) for cell in range(height)]
    assert all(one <= following for one, following in pairwise(places))
    assert 0 <= places[0] <= places[-1] <= max(0, total - lines)
    window = found.window(0, lines)
    if height > len(window) > 0:
        assert places[0] == 0
        assert places[-1] == total - lines
        assert found.window(total - lines, lines)[-1] == height - 1
