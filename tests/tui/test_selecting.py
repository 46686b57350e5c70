"""The mouse selects the words of one column, and Ctrl-C copies them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from newsdiff.text.cells import cells
from newsdiff.tui.diff.view import DiffView

Opened = Callable[..., AbstractAsyncContextManager[Any]]


def place(reader: Any, words: str, *, end: bool = False) -> tuple[int, int]:
    """The first or the last cell of some words in the view."""
    region = reader.app.screen.query_one(DiffView).region
    # The card at the top may have the same words.
    y = max(n for n, line in enumerate(reader.lines) if words in line)
    before = reader.lines[y].partition(words)[0]
    x = cells(before) + (cells(words) - 1 if end else 0)
    return x - region.x, y - region.y


async def drag(reader: Any, start: tuple[int, int], end: tuple[int, int]) -> None:
    await reader.pilot.hover(DiffView, offset=start)
    await reader.pilot.mouse_down(DiffView, offset=start)
    await reader.pilot.hover(DiffView, offset=end)
    await reader.pilot.mouse_up(DiffView, offset=end)
    await reader.settle()


async def copied(reader: Any) -> str:
    await reader.press("ctrl+c")
    return str(reader.app.clipboard)


async def test_words_of_one_line(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        words = "closed the bridge"
        await drag(reader, place(reader, words), place(reader, words, end=True))
        assert await copied(reader) == words


@pytest.mark.parametrize("upwards", [False, True])
async def test_a_column_without_gutter_and_without_the_other_column(
    opened: Opened, upwards: bool
) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("enter")
        ends = place(reader, "Engineers found"), place(reader, "[b]which", end=True)
        await drag(reader, *(reversed(ends) if upwards else ends))
        assert await copied(reader) == (
            "Engineers found cracks up to 12 cm long in two pillars, Anna Berg said.\n"
            "Drivers must take the ferry from Pier 33, [b]which"
        )


async def test_the_column_at_the_right(opened: Opened) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("enter")
        ends = place(reader, "Two pillars"), place(reader, "several weeks", end=True)
        await drag(reader, *ends)
        assert await copied(reader) == (
            "Two pillars have cracks of up to 12 cm, engineer Anna Berg told us.\n"
            "The mayor spoke of several weeks"
        )


async def test_both_articles_where_they_share_a_column(opened: Opened) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("enter", "v", "v")
        ends = place(reader, "pillars, Anna"), place(reader, "Two pillars", end=True)
        await drag(reader, *ends)
        assert await copied(reader) == "pillars, Anna Berg said.\nTwo pillars"


async def test_wide_characters_are_taken_whole_and_joined(opened: Opened) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("enter")
        ends = place(reader, "桥梁将"), place(reader, "者的问题")
        await drag(reader, *ends)
        assert await copied(reader) == (
            "桥梁将关闭三个星期。”然后他离开了会场，没有回答记者"
        )


async def test_what_is_selected_is_seen_and_goes_with_a_click(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        words = "closed the bridge"
        start = place(reader, words)
        await drag(reader, start, place(reader, words, end=True))
        chosen = reader.app.screen.get_component_rich_style("screen--selection")
        y = reader.line_of("closed the bridge")
        strip = reader.app.screen._compositor.render_strips()[y]
        lit = "".join(s.text for s in strip if s.style.bgcolor == chosen.bgcolor)
        assert lit == words
        await reader.pilot.click(DiffView, offset=start)
        await reader.settle()
        assert not reader.app.screen.selections


async def test_another_page_has_nothing_selected(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        await drag(reader, place(reader, "closed the"), place(reader, "on Tuesday"))
        assert reader.app.screen.selections
        await reader.press("v", "v")
        assert not reader.app.screen.selections


async def test_a_copy_of_what_is_selected_is_confirmed(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        words = "closed the bridge"
        await drag(reader, place(reader, words), place(reader, words, end=True))
        await reader.press("ctrl+c")
        assert reader.app.clipboard == words
        said = "sent to the terminal's clipboard: 17 characters"
        assert said in reader.lines[-2]
        assert reader.toasts == []
