"""The rows of a long list: only those in sight are drawn, whatever is pressed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import cache
from typing import Any

import pytest
from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp

from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.text.cells import cells
from newsdiff.tui.articles.preparer import Preparer
from newsdiff.tui.articles.view import ArticleList
from newsdiff.tui.diff.screen import DiffScreen
from tests.tui.pressing import BINDINGS, presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
MANY = 1_000
SIZES = [(40, 10), (60, 15), (80, 24), (120, 36), (200, 50)]


@cache
def many() -> tuple[Article, ...]:
    return tuple(
        read_text(f"Report {n}\n\nIt rained.", source=f"{n}.txt", label=f"Paper{n}")
        for n in range(MANY)
    )


@pytest.fixture(autouse=True)
def _no_stories(monkeypatch: pytest.MonkeyPatch) -> None:
    """A thousand articles of one line are not looked through behind the list."""
    monkeypatch.setattr("newsdiff.tui.session.groups.grouped", lambda *_: None)
    monkeypatch.setattr(Preparer, "_go_on", lambda _: None)


def rows_of(reader: Any) -> ArticleList:
    rows = reader.app.screen.query_one("ArticleList")
    assert isinstance(rows, ArticleList)
    return rows


def in_sight(reader: Any) -> range:
    rows = rows_of(reader)
    top = rows.scroll_offset.y
    return range(top, min(rows.row_count, top + rows.size.height))


@presses(
    "list.down",
    "list.up",
    "list.page-down",
    "list.page-up",
    "list.half-down",
    "list.half-up",
    "list.first",
    "list.last",
)
@pytest.mark.parametrize("size", SIZES)
async def test_a_thousand_rows(
    opened: Opened, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(many(), size=size) as reader:
        rows = rows_of(reader)
        page = rows.size.height
        assert 3 < page < size[1]
        drawn: list[int] = []
        draw = rows._draw

        def noted(row: int) -> Content:
            drawn.append(row)
            return draw(row)

        monkeypatch.setattr(rows, "_draw", noted)
        wanted = 0
        for name, where in (
            ("list.down", 1),
            ("list.up", 0),
            ("list.up", MANY - 1),
            ("list.down", 0),
            ("list.page-down", page),
            ("list.half-down", page + page // 2),
            ("list.half-up", page),
            ("list.page-up", 0),
            ("list.page-up", 0),
            ("list.last", MANY - 1),
            ("list.page-down", MANY - 1),
            ("list.half-up", MANY - 1 - page // 2),
            ("list.first", 0),
        ):
            for key in BINDINGS[name]:
                rows.highlighted = wanted
                drawn.clear()
                await reader.press(key)
                assert rows.highlighted == where, key
                assert where in in_sight(reader)
                assert f"Paper{where} " in reader.text
                assert len(set(drawn)) <= 2 * page + 2, "only what is in sight"
            wanted = where
        assert all(cells(line) == size[0] for line in reader.lines)


@pytest.mark.parametrize("size", [(40, 10), (120, 36)])
async def test_the_mouse(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(many(), size=size) as reader:
        rows = rows_of(reader)
        for way, more in ((MouseScrollDown, True), (MouseScrollUp, False)):
            before = rows.scroll_offset.y
            await reader.pilot._post_mouse_events([way], rows, button=0, offset=(5, 1))
            await reader.settle()
            assert (rows.scroll_offset.y > before) is more
            assert rows.highlighted == 0, "the wheel chooses nothing"
        await reader.press("G", "d")
        top = rows.scroll_offset.y
        await reader.pilot.hover("ArticleList", offset=(5, 2))
        await reader.settle()
        assert rows._pointed == top + 2
        await reader.pilot.click("ArticleList", offset=(5, 2))
        await reader.settle()
        assert isinstance(reader.app.screen, DiffScreen)
        await reader.press("q")
        assert rows.highlighted == top + 2
        await reader.pilot._post_mouse_events(
            [MouseScrollUp], rows, button=0, offset=(5, 1)
        )
        await reader.press("j")
        assert rows.highlighted in in_sight(reader), "a key brings it back in sight"


async def test_the_scroll_bar_opens_nothing(opened: Opened) -> None:
    async with opened(many(), size=(80, 24)) as reader:
        rows = rows_of(reader)
        await reader.pilot.click("ArticleList", offset=(79, 5))
        await reader.settle()
        assert rows_of(reader) is rows
        assert rows.highlighted == 0


async def test_below_the_last_row_nothing_is_chosen(opened: Opened) -> None:
    async with opened(many()[:3], size=(80, 24)) as reader:
        rows = rows_of(reader)
        assert rows.size.height == 3, "the list takes no more than it needs"
        await reader.press("j")
        for line in (0, 1, 2, 12):
            await reader.pilot.click(offset=(5, line))
            await reader.settle()
            assert rows.highlighted == 1


async def test_a_filter_of_a_thousand_and_of_none(opened: Opened) -> None:
    async with opened(many(), size=(80, 24)) as reader:
        await reader.press("G", "slash", *"Paper99")
        assert "11 of 1,000 articles" in reader.lines[0]
        await reader.press(*"xq")
        assert "0 of 1,000 articles" in reader.lines[0]
        assert "No article passes the filter" in reader.lines[-2]
        assert rows_of(reader).highlighted is None
        await reader.press("enter")
        for key in ("j", "k", "G", "g", "d", "u", "f", "b", "enter", "space", "w", "c"):
            await reader.press(key)
        await reader.press("equals_sign", "P", "M", "U", "O")
        assert rows_of(reader).row_count == 0
        await reader.press("escape")
        assert rows_of(reader).row_count == MANY
        assert rows_of(reader).highlighted in in_sight(reader)


async def test_the_list_follows_the_size_of_the_terminal(opened: Opened) -> None:
    async with opened(many(), size=(120, 36)) as reader:
        await reader.press("G")
        for size in (*SIZES, *reversed(SIZES)):
            await reader.resize(*size)
            assert rows_of(reader).highlighted == MANY - 1
            assert MANY - 1 in in_sight(reader), size
            assert "Paper999 " in reader.text
