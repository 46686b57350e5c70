"""The table of all facts and who tells them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.model import Article
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.diff.screen import DiffScreen
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.shared.screen import NewsScreen
from newsdiff.tui.story.coverage_screen import CoverageScreen
from tests.tui.handmade import HandMade
from tests.tui.pressing import BINDINGS, presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]


def shows(reader: Any, kind: type[NewsScreen]) -> bool:
    return isinstance(reader.app.screen, kind)


def chosen(reader: Any) -> str:
    """What is said of the chosen cell, in the lines above the keys."""
    number = reader.app.screen.query_one("#chosen").size.height
    lines = reader.lines[-1 - number : -1]
    return " ".join(line.strip() for line in lines).strip()


def rows(reader: Any) -> list[str]:
    """The lines of facts, headings and folds."""
    view = reader.app.screen.query_one(GridView)
    heads = view._grid.head_height if view._grid else 1
    lines = reader.lines[view.region.y + heads : view.region.bottom]
    return [line.strip() for line in lines if line.strip()]


async def go_to(reader: Any, words: str) -> None:
    """Chooses the first fact with some words, in the column chosen already."""
    screen = reader.app.screen
    while words not in screen._rows[screen._row].words:
        await reader.press("j")


TRIVIAL = "countries, weekdays, names in another form"
PIER = "Drivers must take the ferry from Pier 33"


@presses("list.coverage", "coverage.open", "coverage.close")
async def test_from_the_list_to_where_a_fact_is_told(opened: Opened) -> None:
    async with opened(size=(100, 40)) as reader:
        await reader.press("c")
        assert shows(reader, CoverageScreen)
        assert chosen(reader) == (
            "Harbour Post, sentence 7, tells it otherwise: “4,000”"
        )
        await go_to(reader, PIER)
        await reader.press("enter")
        assert shows(reader, DiffScreen)
        assert reader.lines[0].startswith(" A Harbour Post  ⇄  B River [Herald]")
        view = reader.app.screen.query_one(DiffView)
        assert "Pier 33" in reader.lines[view.region.y + view.page.top(view.row)]
        await reader.press("q")
        for key in BINDINGS["coverage.close"]:
            await reader.press(key)
            assert shows(reader, ArticlesScreen)
            await reader.press("c")


async def test_facts_stand_in_groups_and_claims_among_them(opened: Opened) -> None:
    async with opened(size=(100, 40)) as reader:
        await reader.press("c")
        listed = rows(reader)
        headings = [row for row in listed if row[1:2] != "/"]
        assert headings == [
            "Told otherwise · 1",
            "Only Harbour Post (1) · 6",
            "Only River [Herald] (2) · 1",
            "Only City Radio (3) · 1",
            "Only Wire (4) · 2",
            f"▸ 1 trivial fact ({TRIVIAL}): z shows them",
            "Told by all 4 · 1",
            "Told by 2 of 4 · 9",
        ]
        kinds = {row.split()[1] for row in listed if row[1:2] == "/"}
        assert kinds == {"number", "person", "place", "claim"}


@presses("coverage.left", "coverage.right", "coverage.up", "coverage.down")
async def test_every_cell_is_told_in_words(opened: Opened) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("c")
        await go_to(reader, "Pier 33")
        await reader.press("j")
        await go_to(reader, "Pier 33")  # the first is the claim
        assert chosen(reader) == "Harbour Post, sentence 5, tells it: “Pier 33”"
        seen = []
        for key in (*BINDINGS["coverage.right"], "l", "l"):
            await reader.press(key)
            seen.append(chosen(reader))
        assert seen[0] == "Nowhere in River [Herald]: “Pier 33”"
        assert (
            seen[2] == seen[3] == "No sentence of Wire was found to speak of “Pier 33”."
        )
        for key in BINDINGS["coverage.left"]:
            await reader.press(key)
        for key in (*BINDINGS["coverage.down"], *BINDINGS["coverage.up"]):
            await reader.press(key)
        assert chosen(reader) == seen[0]


async def test_a_claim_in_words(opened: Opened) -> None:
    async with opened(size=(120, 40)) as reader:
        await reader.press("c")
        await go_to(reader, PIER)
        assert chosen(reader).startswith(f"Harbour Post, sentence 5, tells it: “{PIER}")
        await reader.press("l")
        said = "No sentence of River [Herald] was found to say “"
        assert chosen(reader).startswith(said)


async def test_enter_on_an_article_that_lacks_a_fact_compares_with_one_that_has_it(
    opened: Opened,
) -> None:
    async with opened(size=(100, 40)) as reader:
        await reader.press("c")
        await go_to(reader, PIER)
        await reader.press("l", "l", "enter")
        assert reader.lines[0].startswith(" A Harbour Post  ⇄  B City Radio")


@presses("diff.coverage")
async def test_from_a_pair_and_back_to_another_place_of_it(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "G", "c")
        await go_to(reader, PIER)
        await reader.press("enter")
        assert shows(reader, DiffScreen)
        view: Any = reader.app.screen.query_one(DiffView)
        place = view.page.rows[view.row].sentences.a[0]
        assert "Pier 33" in view.page.comparison.articles.a.words_of(place)
        await reader.press("q")
        assert shows(reader, CoverageScreen)
        assert PIER in reader.app.screen._rows[reader.app.screen._row].words
        await reader.press("q")
        assert shows(reader, DiffScreen)


@presses(
    "coverage.fewer",
    "coverage.more",
    "coverage.top",
    "coverage.bottom",
    "coverage.page-down",
    "coverage.page-up",
)
async def test_moving_by_groups_pages_and_ends(opened: Opened) -> None:
    async with opened(size=(100, 40)) as reader:
        await reader.press("c")
        screen = reader.app.screen
        last = len(rows(reader)) - 1
        for name, row in (
            ("bottom", last),
            ("top", 1),
            ("fewer", 3),
            ("fewer", 10),
            ("more", 3),
            ("more", 1),
            ("more", 1),
            ("page-down", last),
            ("page-up", 1),
        ):
            for key in BINDINGS[f"coverage.{name}"][:1]:
                await reader.press(key)
                assert screen._row == row, name
        for name, row in (("bottom", last), ("top", 1)):
            for key in BINDINGS[f"coverage.{name}"]:
                await reader.press(key)
                assert screen._row == row
        for key in BINDINGS["coverage.page-down"]:
            await reader.press("g", key)
            assert screen._row == last
        for key in BINDINGS["coverage.page-up"]:
            await reader.press("G", key)
            assert screen._row == 1


async def test_the_heading_of_a_row_comes_in_sight_with_it(opened: Opened) -> None:
    async with opened(size=(80, 12)) as reader:
        await reader.press("c", "G", "g")
        assert rows(reader)[0] == "Told otherwise · 1"


@presses("coverage.trivial")
async def test_trivial_facts_are_one_line_that_opens(opened: Opened) -> None:
    async with opened(size=(100, 40)) as reader:
        await reader.press("c")
        closed = rows(reader)
        assert not any("Norway" in row and "place" in row for row in closed)
        for key in BINDINGS["coverage.trivial"]:
            await reader.press(key)
            shown = rows(reader)
            assert any("Norway" in row and "place" in row for row in shown)
            assert not any("trivial" in row for row in shown)
            await reader.press(key)
            assert rows(reader) == closed
        await go_to(reader, "trivial fact")
        assert chosen(reader).endswith(": z shows them")
        await reader.press("enter")
        assert len(rows(reader)) == len(closed)
        assert not any("trivial" in row for row in rows(reader))


@presses("coverage.filter")
async def test_the_filter_shows_what_has_the_words(opened: Opened) -> None:
    async with opened(size=(100, 40)) as reader:
        await reader.press("c")
        every = rows(reader)
        for key in BINDINGS["coverage.filter"]:
            await reader.press(key, *"pier")
            assert [row.split()[1] for row in rows(reader)] == [
                "Harbour",
                "claim",
                "place",
            ]
            assert "2 · Enter keeps" in reader.lines[-1]
            await reader.press("escape")
            assert rows(reader) == every
        await reader.press("slash", *"Norway", "enter")  # what is trivial is shown, too
        assert [row.split()[1] for row in rows(reader)] == ["River", "claim", "place"]
        assert "2 facts with “Norway”" in reader.lines[0]
        await reader.press("slash", *"zzz", "enter")
        assert rows(reader) == []
        assert chosen(reader) == "No fact has “Norwayzzz”: Esc shows all."
        await reader.press("enter", "j", "G", "right_square_bracket")
        await reader.press("escape")
        assert rows(reader) == every
        await reader.press("slash", *"norway")  # letters without capitals: any of them
        assert len(rows(reader)) == 3
        await reader.press("escape", "escape")
        assert shows(reader, ArticlesScreen)


async def test_a_click_chooses_and_a_second_one_opens(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("c")
        view = reader.app.screen.query_one(GridView)
        at = view._grid.label_width + view._grid.cell_width // 2
        await reader.pilot.click(GridView, offset=(at, 5))
        await reader.settle()
        assert chosen(reader).startswith("Harbour Post, sentence 2, tells it: “Lune")
        await reader.pilot.click(GridView, offset=(at, 5))
        await reader.settle()
        assert shows(reader, DiffScreen)


async def test_one_article_has_nothing_to_cover(
    opened: Opened, four: list[Article]
) -> None:
    async with opened(four[:1]) as reader:
        await reader.press("c")
        assert shows(reader, ArticlesScreen)
        assert reader.toasts[0].startswith("There is nothing to compare with: put a ")


async def test_a_pair_that_cannot_be_compared_is_said(
    opened: Opened, engine: HandMade
) -> None:
    def fail() -> None:
        message = "no luck"
        raise ValueError(message)

    async with opened() as reader:
        engine.before = fail
        await reader.press("c")
        assert any("could not be compared: no luck" in t for t in reader.toasts)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_screen(opened: Opened, golden: Golden, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await reader.press("c", "j", "l")
        golden(f"tui/coverage-{size[0]}x{size[1]}.txt", reader.text)


async def test_a_long_name_leaves_room_for_what_is_claimed(
    opened: Opened, four: list[Article]
) -> None:
    long = "The Quite Independent Morning Paper of All Valleys and Ports"
    articles = [four[0], replace(four[1], label=long), *four[2:]]
    async with opened(articles, size=(60, 15)) as reader:
        await reader.press("c", "slash", *"Pier", "enter", "j", "l")
        assert chosen(reader) == f"Nowhere in {long}: “Pier 33”"
        await reader.resize(44, 15)
        assert chosen(reader).startswith("Nowhere in The Quite Independent Morning")
        assert chosen(reader).endswith("“Pier 33”")
        await reader.resize(120, 36)
        assert chosen(reader) == f"Nowhere in {long}: “Pier 33”"
