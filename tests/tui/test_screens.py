"""Whole screens as text, and what they do where there is little room."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.model import Article, Comparison
from newsdiff.reading import read_text
from newsdiff.text.cells import cells
from newsdiff.tui.diff.facts_list import FactsList
from newsdiff.tui.diff.view import DiffView

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]
SCREENS = {
    "list": ["space", "j"],
    "filter": ["s", "slash", "r", "e"],
    "diff": ["enter", "right_square_bracket", "right_square_bracket"],
    "facts": ["enter", "i", "j", "enter"],
    "find": ["enter", "slash", *"pillar"],
    "why": ["enter", *["right_square_bracket"] * 3, "equals_sign"],
    "save": ["enter", "s"],
    "carriers": ["w", "j", "j", "enter"],
    "help": ["enter", "question_mark"],
}
NASTY = "[b]Bold[/b] [sic] [@click=app.quit]x[/] \x1b[31mred\x1b[0m \u202eabc"
SHOWN = "[b]Bold[/b] [sic] [@click=app.quit]x[/] ␛[31mred␛[0m �abc"


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
@pytest.mark.parametrize("name", SCREENS)
async def test_screen(
    opened: Opened, golden: Golden, name: str, size: tuple[int, int]
) -> None:
    async with opened(size=size) as reader:
        await reader.press(*SCREENS[name])
        golden(f"tui/{name}-{size[0]}x{size[1]}.txt", reader.text)


@pytest.mark.parametrize("keys", [[], ["enter"], ["enter", "i"]])
async def test_where_there_is_no_room_it_is_said_and_comes_back(
    opened: Opened, keys: list[str]
) -> None:
    async with opened(size=(80, 24)) as reader:
        await reader.press(*keys)
        before = reader.text
        for width, height in ((39, 24), (80, 9), (10, 3), (1, 1)):
            await reader.resize(width, height)
            assert "Harbour" not in reader.text
        await reader.resize(39, 10)
        assert "newsdiff needs 40 × 10 characters." in reader.text
        await reader.resize(80, 24)
        assert reader.text == before


@pytest.mark.parametrize("width", range(40, 161, 8))
async def test_the_last_line_is_filled_and_never_cut(
    opened: Opened, width: int
) -> None:
    async with opened(size=(width, 24)) as reader:
        for keys, last in (([], "q quit"), (["enter"], "q back"), (["i"], "q back")):
            await reader.press(*keys)
            line = reader.lines[-1].rstrip()
            assert cells(line) < width
            assert line.endswith(f"? help  {last}")
            assert width < 64 or len(line) > min(width - 20, 110)


@pytest.mark.parametrize("width", [40, 60, 100, 160])
async def test_no_line_of_a_screen_is_wider_than_the_terminal(
    opened: Opened, width: int
) -> None:
    async with opened(size=(width, 24)) as reader:
        for keys in ([], ["enter"], ["i"], ["question_mark"]):
            await reader.press(*keys)
            assert {cells(line) for line in reader.lines} == {width}


# The place is kept


async def test_the_place_is_kept_through_sizes_themes_and_boilerplate(
    opened: Opened,
) -> None:
    async with opened(size=(120, 20)) as reader:
        await reader.press("enter", *["right_square_bracket"] * 5)
        view = reader.app.screen.query_one(DiffView)

        def row() -> Any:
            return view.page.rows[view.row].sentences

        before, line = row(), view.page.top(view.row) - view.scroll_y
        for size in ((60, 15), (200, 50), (99, 12), (120, 20)):
            await reader.resize(*size)
            assert row() == before
        assert view.page.top(view.row) - view.scroll_y == line
        reader.app.theme = "newsdiff-light"
        await reader.press("B")
        assert row() == before
        assert view.page.top(view.row) - view.scroll_y == line
        reader.app.theme = "newsdiff-dark"
        await reader.press("B", "#", "#", "a", "a")
        assert row() == before
        assert view.page.top(view.row) - view.scroll_y == line


async def test_the_choice_of_view_outlasts_the_pair(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "v", "v", "J")
        assert "unified" in reader.lines[-2]
        assert "auto" not in reader.lines[-2]


# Article text is data


async def test_article_text_is_never_markup_nor_a_command(opened: Opened) -> None:
    text = f"{NASTY} headline\n\n{NASTY} body.\n\nThe same here.\n"
    articles = [
        replace(
            read_text(text, source=f"{n} {NASTY}.txt", label=f"{n} {NASTY}"),
            title=NASTY,
            published=NASTY,
            notes=(f"note {NASTY}",),
        )
        for n in (1, 2)
    ]
    async with opened(articles, size=(200, 50), problems=[NASTY]) as reader:
        seen = reader.text
        assert f"{SHOWN} body." in seen
        assert f"1 {SHOWN}" in seen
        assert f"note {SHOWN}" in seen
        assert reader.toasts == [SHOWN]
        await reader.press("enter")
        seen += reader.text
        assert f"{SHOWN} body." in reader.text
        assert f"note {SHOWN}" in reader.toasts[-1]
        await reader.press("i", "enter", "v", "v", "question_mark")
        seen += reader.text
        assert not any(c < " " for c in seen.replace("\n", ""))
        assert "\u202e" not in seen


async def test_facts_are_shown_as_they_are(opened: Opened, bridge: Comparison) -> None:
    async with opened(list(bridge.articles), size=(200, 50)) as reader:
        await reader.press("enter", "i", "G", "k", "k")
        assert "Drivers must take the ferry from Pier 33, [b]which" in reader.text
        assert "only in B River [Herald]" in reader.text
        assert reader.app.screen.query_one(FactsList).option_count == 14


# What there is to say


async def test_one_article_is_listed_with_nothing_to_compare(
    opened: Opened, four: list[Article]
) -> None:
    async with opened(four[:1]) as reader:
        said = (
            "There is nothing to compare with: put a second file in the folder, "
            "or start newsdiff with two files."
        )
        assert said in reader.text
        for _ in range(5):
            await reader.pilot.press("enter")
        await reader.settle()
        assert reader.toasts == [said]
        assert "Harbour Post" in reader.text


async def test_what_was_not_opened_is_said_and_counted(opened: Opened) -> None:
    problem = "lost.txt does not exist: check the name"
    async with opened(problems=[problem]) as reader:
        assert reader.toasts == [problem]
        assert reader.lines[0].rstrip().endswith("1 not opened")


async def test_a_pair_without_facts_or_changes_says_so(
    opened: Opened, four: list[Article]
) -> None:
    twin = replace(four[2], label="Twin", source="twin.txt")
    async with opened([four[2], twin]) as reader:
        await reader.press("enter", "right_square_bracket", "i")
        assert "no change" in reader.lines[-2]
        assert "Neither article tells a fact" in reader.text
