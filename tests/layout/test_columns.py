"""Where things stand across the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.layout.columns import MEASURE, Columns
from newsdiff.layout.lines import LayoutOptions, View
from newsdiff.model import Comparison, Role

FEW = settings(max_examples=150, deadline=None, derandomize=True)
Make = Callable[..., Comparison]


@pytest.fixture(scope="module")
def of(told: Make) -> Callable[..., Columns]:
    """The columns for the longer of two articles on a screen."""

    def columns(
        width: int, view: View, sentences: int = 9, *, numbers: bool = True
    ) -> Columns:
        long = [(Role.BODY, "It rained.")] * sentences
        options = LayoutOptions(width=width, view=view, numbers=numbers)
        return Columns.of(told(long[:2], long), options)

    return columns


def test_two_columns_share_a_screen_but_for_what_is_between(
    of: Callable[..., Columns],
) -> None:
    found = of(103, View.SPLIT)
    assert (found.letter, found.number, found.gutter) == (0, 2, 4)
    assert found.text == (103 - 3) // 2 - 4
    assert found.side == found.gutter + found.text == 50
    assert found.margin == 0


def test_one_column_has_a_letter_and_all_of_the_room(
    of: Callable[..., Columns],
) -> None:
    found = of(60, View.UNIFIED)
    assert (found.letter, found.number, found.gutter) == (2, 2, 6)
    assert (found.text, found.margin) == (54, 0)


def test_numbers_take_as_much_as_the_longer_article_needs(
    of: Callable[..., Columns],
) -> None:
    assert [of(99, View.UNIFIED, n).number for n in (9, 10, 99, 100)] == [2, 3, 3, 4]
    without = of(99, View.UNIFIED, 100, numbers=False)
    assert (without.number, without.gutter) == (0, 4)


def test_on_wide_screens_the_columns_stand_in_the_middle(
    of: Callable[..., Columns],
) -> None:
    unified = of(200, View.UNIFIED)
    assert (unified.text, unified.margin) == (MEASURE, (200 - 86) // 2)
    split = of(200, View.SPLIT)
    assert (split.text, split.margin) == (MEASURE, (200 - 2 * 84 - 3) // 2)
    assert of(171, View.SPLIT).margin == 0
    assert of(173, View.SPLIT).margin == 1


@FEW
@given(st.integers(1, 400), st.sampled_from(View), st.booleans())
def test_there_is_room_for_text_and_nothing_wider_than_the_screen(
    of: Callable[..., Columns], width: int, view: View, numbers: bool
) -> None:
    found = of(width, view, numbers=numbers)
    assert 1 <= found.text <= MEASURE
    assert found.gutter == found.letter + found.number + 2
    used = 2 * found.side + 3 if view is View.SPLIT else found.side
    if found.text > 1:
        assert 2 * found.margin + used <= width
    if found.margin:
        assert found.text == MEASURE
    if width > 2 * (MEASURE + found.gutter) + 3:
        assert found.text == MEASURE
