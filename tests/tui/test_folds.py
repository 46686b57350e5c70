"""What z Z { } do with stretches in common, and that the place is kept."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from newsdiff.layout import Fold, Page
from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.tui.diff.view import DiffView
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]
SAME = [f"The ferry made its trip number {n} that day." for n in range(12)]


@pytest.fixture
def two() -> list[Article]:
    """Two articles with stretches of four, six and two sentences in common."""
    common = SAME[:4], SAME[4:10], SAME[10:]
    own = [f"{name} had a view of its own." for name in ("Alpha", "Beta")]
    texts = (
        ["A headline", *common[0], own[0], *common[1], "Then it rained.", *common[2]],
        ["A headline", *common[0], own[1], *common[1], *common[2]],
    )
    return [
        read_text("\n\n".join(text), source=f"{n}.txt", label=f"Paper {n}")
        for n, text in enumerate(texts)
    ]


def view(reader: Any) -> DiffView:
    found = reader.app.screen.query_one(DiffView)
    assert isinstance(found, DiffView)
    return found


def page(reader: Any) -> Page:
    found = view(reader).page
    assert found is not None
    return found


def folds(reader: Any) -> list[int]:
    """How many sentences of A each fold hides."""
    return [len(r.sentences.a) for r in page(reader).rows if isinstance(r, Fold)]


def status(reader: Any) -> str:
    return str(reader.lines[-2].strip())


@presses("diff.fold-all")
async def test_all_fold_and_open(
    opened: Opened, golden: Golden, two: list[Article]
) -> None:
    async with opened(two, size=(100, 20)) as reader:
        await reader.press("enter")
        before = page(reader).rows
        await reader.press("Z")
        assert sum(folds(reader)) == 13
        assert "no context" in status(reader)
        golden("tui/folded-100x20.txt", reader.text)
        await reader.press("Z")
        assert page(reader).rows == before
        assert "all open" in status(reader)


@presses("diff.fold")
async def test_one_fold_opens_and_closes_in_its_place(
    opened: Opened, two: list[Article]
) -> None:
    async with opened(two, size=(100, 20)) as reader:
        await reader.press("enter", "Z")
        closed = folds(reader)
        await reader.press("G", "k", "k", "g", "z")
        assert folds(reader) == closed[1:]
        assert "opened" in status(reader)
        await reader.press("z")
        assert folds(reader) == closed
        assert "folded" in status(reader)
        await reader.press("n", "z")
        assert folds(reader) == closed
        assert "no fold here" in status(reader)


async def test_one_stretch_folds_where_all_are_open(
    opened: Opened, two: list[Article]
) -> None:
    async with opened(two, size=(100, 20)) as reader:
        await reader.press("enter", "z")
        assert len(folds(reader)) == 1
        await reader.press("n", "z", "z", "g", "z")
        assert folds(reader) == []


@presses("diff.more", "diff.less")
async def test_context_around_changes(opened: Opened, two: list[Article]) -> None:
    async with opened(two, size=(100, 20)) as reader:
        await reader.press("enter", "right_curly_bracket")
        assert "everything is shown" in status(reader)
        await reader.press("left_curly_bracket")
        all_of_it = sum(folds(reader))
        await reader.press("right_curly_bracket")
        assert "1 row of context" in status(reader)
        assert 0 < sum(folds(reader)) < all_of_it
        await reader.press(*["right_curly_bracket"] * 9)
        assert folds(reader) == []
        assert "9 rows of context: nothing to fold" in status(reader)
        await reader.press(*["left_curly_bracket"] * 12)
        assert sum(folds(reader)) == all_of_it


@pytest.mark.parametrize("size", [(60, 15), (120, 36)])
async def test_folding_never_loses_the_place(
    opened: Opened, two: list[Article], size: tuple[int, int]
) -> None:
    async with opened(two, size=size) as reader:
        await reader.press("enter")
        for row in range(len(page(reader).rows)):
            view(reader).go_to(row)
            await reader.settle()
            place = page(reader).rows[row].sentences
            line = page(reader).top(row) - view(reader).scroll_y
            await reader.press("Z", "Z")
            assert page(reader).rows[view(reader).row].sentences == place
            assert page(reader).top(row) - view(reader).scroll_y == line


async def test_where_nothing_is_in_common_it_is_said(
    opened: Opened, four: list[Article]
) -> None:
    lone = read_text("One thing.\n\nAnother.", source="x.txt", label="X")
    async with opened([four[2], lone]) as reader:
        await reader.press("enter", "Z")
        assert "no sentences are in common" in status(reader)


async def test_counts_do_not_depend_on_folds(opened: Opened) -> None:
    async with opened(size=(200, 50)) as reader:
        await reader.press("enter")
        counted = status(reader).split(" only A")[1].split("  ")[0]
        await reader.press("Z")
        assert "2 reworded (2 folded)" in status(reader)
        assert counted in status(reader).replace(" (2 folded)", "")


async def test_choice_to_fold_outlasts_the_pair(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "Z", "J", "K")
        assert any(
            isinstance(row, Fold) and "in common" in row.what
            for row in page(reader).rows
        )


async def test_searching_opens_only_the_row_that_matches(
    opened: Opened, two: list[Article]
) -> None:
    async with opened(two, size=(100, 20)) as reader:
        await reader.press("enter", "Z")
        closed = folds(reader)
        await reader.press("slash", *"trip number 6", "enter")
        assert "trip number 6" in reader.text
        assert sum(folds(reader)) == sum(closed) - 1
        await reader.press("Z", "Z")
        assert sum(folds(reader)) == sum(closed) - 1
        await reader.press("escape")
        assert folds(reader) == closed
