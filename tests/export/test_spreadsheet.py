"""Cells of CSV never run in a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.export.spreadsheet import inert, to_csv
from newsdiff.text.visible import visible


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "  =1+1",
        "\u00a0=1+1",
        "＝1+1",
        "\ttext",
        "\xad1",
    ],
)
def test_what_could_be_a_formula_is_text(text: str) -> None:
    assert inert(text) == f"'{visible(text)}"


def test_other_text_stays_as_it_is() -> None:
    for text in ("", "Pier 33", "1-2", "a = b", "“=1”", "'=1"):
        assert inert(text) == text


def test_cells_are_read_back_as_they_were() -> None:
    rows: list[list[str | int | None]] = [
        ["section", "text"],
        ["only", 'she said "no", and left'],
        [3, None],
    ]
    assert [*csv.reader(StringIO(to_csv(rows)))] == [
        ["section", "text"],
        ["only", 'she said "no", and left'],
        ["3", ""],
    ]


def test_a_cell_is_one_safe_line() -> None:
    assert to_csv([["a\nb\x1b[31m", 1]]) == "a b␛[31m,1\n"


@given(st.lists(st.text(), min_size=1, max_size=4))
def test_no_cell_begins_like_a_formula(cells: list[str]) -> None:
    (row,) = csv.reader(StringIO(to_csv([cells])))
    assert len(row) == len(cells)
    for cell in row:
        assert not cell.strip().startswith(("=", "+", "-", "@", "\t", "\r"))
