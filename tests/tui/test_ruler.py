"""The overview ruler: what it shows, and what the mouse does on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

from textual.pilot import Pilot

from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.tui.diff.view import DiffView

Opened = Callable[..., AbstractAsyncContextManager[Any]]
WIDTH, HEIGHT = 80, 24


def two() -> list[Article]:
    """Two articles of which only the last sentence differs, far down."""
    same = [f"The ferry made its trip number {n} that day." for n in range(60)]
    return [
        read_text("\n\n".join([*same, last]), source=f"{n}.txt", label=f"Paper {n}")
        for n, last in enumerate(("It rained.", "A whale was seen."))
    ]


def view(reader: Any) -> DiffView:
    found = reader.app.screen.query_one(DiffView)
    assert isinstance(found, DiffView)
    return found


def columns(reader: Any) -> tuple[str, str]:
    """Both columns of the ruler, from top to bottom."""
    region = view(reader).region
    lines = reader.lines[region.y : region.bottom]
    return "".join(line[-2] for line in lines), "".join(line[-1] for line in lines)


async def drag(pilot: Pilot[None], widget: DiffView, cells: list[int]) -> None:
    """Presses the button on one cell of the ruler and moves along the others."""
    x = widget.size.width - 1
    await pilot.mouse_down(widget, offset=(x, cells[0]))
    for y in cells[1:]:
        await pilot.hover(widget, offset=(x, y))
    await pilot.mouse_up(widget, offset=(x, cells[-1]))
    await pilot.pause()


async def test_it_shows_where_what_is_and_where_the_reader_is(opened: Opened) -> None:
    async with opened(two(), size=(WIDTH, HEIGHT)) as reader:
        await reader.press("enter")
        track, signs = columns(reader)
        assert track.strip("┃│") == ""
        assert track.startswith("┃")
        assert track.endswith("│")
        assert set(signs[:-3]) == {" "}
        assert signs.strip() in {"<", "<>", ">"}
        await reader.press("G")
        track, _ = columns(reader)
        assert track.startswith("│")
        assert track.endswith("┃")


async def test_it_shows_what_is_searched_for(opened: Opened) -> None:
    async with opened(two(), size=(WIDTH, HEIGHT)) as reader:
        await reader.press("enter", "slash", *"number 30 ", "enter")
        _, signs = columns(reader)
        assert signs.count("•") == 1
        assert len(signs) // 3 < signs.index("•") < 2 * len(signs) // 3
        await reader.press("escape")
        assert "•" not in columns(reader)[1]


async def test_a_click_goes_to_what_a_cell_shows(opened: Opened) -> None:
    async with opened(two(), size=(WIDTH, HEIGHT)) as reader:
        await reader.press("enter")
        _, signs = columns(reader)
        cell = signs.index(signs.strip()[0])
        await drag(reader.pilot, view(reader), [cell])
        page = view(reader).page
        assert page is not None
        assert page.rows[view(reader).row].mark.value == signs[cell]
        assert "It rained." in reader.text or "A whale" in reader.text


async def test_a_click_where_nothing_is_scrolls_there(opened: Opened) -> None:
    async with opened(two(), size=(WIDTH, HEIGHT)) as reader:
        await reader.press("enter")
        height = view(reader).size.height
        await drag(reader.pilot, view(reader), [height // 2])
        track, _ = columns(reader)
        assert track[height // 2] == "┃"


async def test_the_text_follows_a_drag(opened: Opened) -> None:
    async with opened(two(), size=(WIDTH, HEIGHT)) as reader:
        await reader.press("enter")
        height = view(reader).size.height
        await drag(reader.pilot, view(reader), [1, height // 2, height - 1])
        page = view(reader).page
        assert page is not None
        assert view(reader).scroll_y == page.height - height
        before = view(reader).scroll_y
        await reader.pilot.hover(view(reader), offset=(WIDTH - 1, 1))
        assert view(reader).scroll_y == before  # the button is up again


async def test_a_short_page_has_no_window(opened: Opened) -> None:
    short = [
        read_text(f"It rained.\n\n{n} was dry.", source=f"{n}.txt", label=f"P{n}")
        for n in ("Oslo", "Lima")
    ]
    async with opened(short, size=(WIDTH, HEIGHT)) as reader:
        await reader.press("enter")
        track, signs = columns(reader)
        assert set(track) == {"│"}
        assert {"<", ">"} <= set(signs)
