"""The matrix of all pairs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.diff.screen import DiffScreen
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.shared.screen import NewsScreen
from newsdiff.tui.story.base import StoryScreen
from newsdiff.tui.story.coverage_screen import CoverageScreen
from newsdiff.tui.story.pairs_screen import PairsScreen
from tests.tui.handmade import HandMade
from tests.tui.pressing import BINDINGS, presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]


def many(number: int) -> list[Article]:
    return [
        read_text(f"Headline {i}\n\nIt rained.", source=f"{i}.txt", label=f"Paper {i}")
        for i in range(number)
    ]


def shows(reader: Any, kind: type[NewsScreen]) -> bool:
    return isinstance(reader.app.screen, kind)


def chosen(reader: Any) -> str:
    """What is said of the chosen pair, in the lines above the keys."""
    number = reader.app.screen.query_one("#chosen").size.height
    lines = reader.lines[-1 - number : -1]
    return " ".join(line.strip() for line in lines).strip()


@presses("list.pairs", "pairs.open", "pairs.close")
async def test_from_the_list_to_a_pair_and_back(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("p")
        assert shows(reader, PairsScreen)
        assert chosen(reader) == (
            "River [Herald] has 0 of 3 names, numbers, dates, quotes of Harbour Post"
            " · 60% of sentences linked · at most 11 words in a row the same outside "
            "quotations · 1 of 9 sentences of Harbour Post word for word (11%)"
        )
        await reader.resize(60, 15)
        assert chosen(reader) == (
            "River [Herald] has 0 of 3 names, numbers, dates, quotes of Harbour Post"
            " · 60% of sentences linked · at most 11 words in a row the same outside "
            "quotations"
        )
        await reader.resize(120, 36)
        await reader.press("j", "j", "enter")
        assert shows(reader, DiffScreen)
        assert reader.lines[0].startswith(" A City Radio  ⇄  B River [Herald]")
        await reader.press("q")
        assert shows(reader, PairsScreen)
        for key in BINDINGS["pairs.close"]:
            await reader.press(key)
            assert shows(reader, ArticlesScreen)
            await reader.press("p")
        await reader.press("q")
        assert shows(reader, ArticlesScreen)


@presses("diff.pairs")
async def test_from_a_pair_to_another_one(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "p", "l", "enter")
        assert shows(reader, DiffScreen)
        assert reader.lines[0].startswith(" A Harbour Post  ⇄  B City Radio")
        await reader.press("q")
        assert shows(reader, PairsScreen)
        await reader.press("q")
        assert reader.lines[0].startswith(" A Harbour Post  ⇄  B River [Herald]")


@presses(
    "pairs.left",
    "pairs.right",
    "pairs.up",
    "pairs.down",
    "pairs.top",
    "pairs.bottom",
    "pairs.swap",
)
async def test_moving_among_more_articles_than_fit(opened: Opened) -> None:
    async with opened(many(24), size=(80, 24)) as reader:
        await reader.press("p")

        def at() -> tuple[int, int]:
            found = reader.app.screen._at
            return int(found[0]), int(found[1])

        for right, left in zip(
            BINDINGS["pairs.right"], BINDINGS["pairs.left"], strict=True
        ):
            await reader.press(right)
            assert at() == (0, 2)
            await reader.press(left)
            assert at() == (0, 1)
        for down, up in zip(BINDINGS["pairs.down"], BINDINGS["pairs.up"], strict=True):
            await reader.press(down)
            assert at() == (1, 1)
            assert "choose another column" in chosen(reader)
            await reader.press("enter", up, up)
            assert at() == (0, 1)
        for bottom, top in zip(
            BINDINGS["pairs.bottom"], BINDINGS["pairs.top"], strict=True
        ):
            await reader.press(bottom)
            assert at() == (23, 1)
            assert "24 Paper 23" in reader.text
            await reader.press("x")
            assert at() == (1, 23)
            await reader.press("x", top)
            assert at() == (0, 1)


async def test_what_is_ready_is_shown_while_the_rest_is_compared(
    opened: Opened, engine: HandMade
) -> None:
    async with opened() as reader:
        await reader.press("enter", "q")

        def fails() -> None:
            message = "no"
            raise ValueError(message)

        engine.before = fails
        await reader.press("p")
        assert "1 compared, 5 failed: R tries again" in reader.lines[0]
        assert "River [Herald] has 0 of 3 names" in chosen(reader)
        # Each is named, but not a toast for each of many.
        named = "Harbour Post and City Radio could not be compared: no"
        assert reader.toasts[0] == named
        assert reader.toasts[3:] == ["More pairs could not be compared."]
        engine.before = lambda: None
        await reader.press("q", "p")
        assert "compared" not in reader.lines[0]


async def test_a_click_chooses_and_a_second_one_opens(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("p")
        line = reader.line_of("3 City Radio")
        column = reader.lines[line].index("·") - 5
        await reader.pilot.click(offset=(column, line))
        await reader.settle()
        assert reader.app.screen._at == (2, 1)
        await reader.pilot.click(offset=(column, line))
        await reader.settle()
        assert reader.lines[0].startswith(" A City Radio  ⇄  B River [Herald]")


async def test_one_article_has_no_pairs(opened: Opened, four: list[Article]) -> None:
    async with opened(four[:1]) as reader:
        await reader.press("p")
        assert reader.toasts[0].startswith("There is nothing to compare with: put a ")


@presses("pairs.view")
async def test_cells_say_what_is_word_for_word_as_evidence(opened: Opened) -> None:
    async with opened(size=(100, 30)) as reader:
        await reader.press("p")
        for key in BINDINGS["pairs.view"]:
            await reader.press(key)
            assert "evidence, no verdict" in reader.text
            assert chosen(reader).startswith("at most ")
            await reader.press(key)
            assert "sentences a column has word for word, %" in reader.text
            await reader.press(key)
            assert "names, numbers, dates and quotations a column has" in reader.text


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_screen(opened: Opened, golden: Golden, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await reader.press("p", "j", "j")
        golden(f"tui/pairs-{size[0]}x{size[1]}.txt", reader.text)


@pytest.mark.parametrize(
    ("key", "table", "cell"),
    [("p", PairsScreen, (0, 1)), ("c", CoverageScreen, (1, 0))],
)
@pytest.mark.parametrize("way", [(), ("enter",)], ids=["list", "pair"])
async def test_clicks_one_after_another_open_one_pair(
    opened: Opened,
    key: str,
    table: type[StoryScreen],
    cell: tuple[int, int],
    way: tuple[str, ...],
) -> None:
    async with opened() as reader:
        await reader.press(*way, key)
        view = reader.app.screen.query_one(GridView)
        for _ in range(3):
            view.post_message(GridView.Clicked(cell))
        await reader.settle()
        assert shows(reader, DiffScreen)
        await reader.press("q")
        assert shows(reader, table)
