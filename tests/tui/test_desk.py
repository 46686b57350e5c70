"""The quote desk: quotations, sources and times of all articles."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import pytest

from newsdiff.engine import Engine
from newsdiff.model import Article, Comparison
from newsdiff.story.desk.ties import Ties
from newsdiff.tui.article.screen import ArticleScreen
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.diff.screen import DiffScreen
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.shared.screen import NewsScreen
from newsdiff.tui.story.coverage_screen import CoverageScreen
from newsdiff.tui.story.desk.screen import DeskScreen
from tests.story.desk import ferry
from tests.tui.handmade import HandMade
from tests.tui.pressing import BINDINGS, presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]
SIZES = [(60, 15), (80, 24), (120, 36), (200, 50)]


@pytest.fixture
def ferries(opened: Opened) -> Opened:
    """Opens the reader on the story of the ferry, compared by words."""

    @asynccontextmanager
    async def start(
        size: tuple[int, int] = (80, 24), engine: Engine | None = None
    ) -> AsyncIterator[Any]:
        engine = engine or Engine("words")
        async with opened(ferry.articles(), size=size, engine=engine) as reader:
            yield reader

    return start


def shows(reader: Any, kind: type[NewsScreen]) -> bool:
    return isinstance(reader.app.screen, kind)


def chosen(reader: Any) -> str:
    return str(reader.lines[-2].strip())


def pointed(reader: Any) -> str:
    """The line that is chosen, without its sign."""
    (line,) = [line for line in reader.lines if line[1:2] == ">"]
    return " ".join(line[2:].split())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("quotations", []),
        ("sources", ["t"]),
        ("timeline", ["t", "t"]),
        ("places", ["t", "enter"]),
    ],
)
async def test_screen(
    ferries: Opened, golden: Golden, name: str, keys: list[str], size: tuple[int, int]
) -> None:
    async with ferries(size) as reader:
        await reader.press("Q", *keys)
        golden(f"tui/desk-{name}-{size[0]}x{size[1]}.txt", reader.text)


@presses("list.desk", "desk.open", "desk.close")
async def test_from_the_list_to_the_place_of_a_quotation_and_back(
    ferries: Opened,
) -> None:
    async with ferries() as reader:
        await reader.press("Q", "j")
        assert shows(reader, DeskScreen)
        assert chosen(reader) == "Tribune, sentence 7 quotes Lena Marrick"
        await reader.press("enter")
        assert shows(reader, DiffScreen)
        assert reader.lines[0].startswith(" A Tribune  ⇄  B Courier")
        view = reader.app.screen.query_one(DiffView)
        row = view.page.rows[view.row]
        articles = view.page.comparison.articles
        assert "thirty years" in articles.a.words_of(row.sentences.a[0])
        await reader.press("q")
        assert shows(reader, DeskScreen)
        assert pointed(reader).startswith("Tribune")
        for key in BINDINGS["desk.close"]:
            await reader.press(key)
            assert shows(reader, ArticlesScreen)
            await reader.press("Q")


async def test_what_one_article_alone_quotes_is_read_there(ferries: Opened) -> None:
    async with ferries() as reader:
        await reader.press("Q", "G")
        assert chosen(reader).endswith("quotes Greta Holm; no other has it")
        await reader.press("enter")
        assert shows(reader, ArticleScreen)
        assert reader.lines[0].startswith(" Tribune")
        screen = reader.app.screen
        sentence = screen._article.words_of(screen.view.sentence)
        assert "I thought we would drown" in sentence


@presses("desk.view", "desk.view-back")
async def test_the_views_follow_each_other(ferries: Opened) -> None:
    async with ferries() as reader:
        await reader.press("Q")
        names = ["Quotations", "Sources", "Timeline"]
        for key in BINDINGS["desk.view"]:
            for name in (*names[1:], names[0]):
                await reader.press(key)
                assert f"[{name}]" in reader.lines[0]
        for name in reversed(names):
            await reader.press(*BINDINGS["desk.view-back"])
            assert f"[{name}]" in reader.lines[0]


async def test_words_that_differ_are_underlined(ferries: Opened) -> None:
    async with ferries() as reader:
        await reader.press("Q")
        strips = reader.app.screen._compositor.render_strips()
        underlined = [
            segment.text
            for strip in strips
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        ]
        assert underlined[:6] == ["a", "forty", "one", "thirty", "a", "forty"]


async def test_a_source_lists_its_places_and_they_are_read(ferries: Opened) -> None:
    async with ferries() as reader:
        await reader.press("Q", "t", "j")
        assert pointed(reader).startswith("2 Tom Ansell")
        assert chosen(reader).startswith("Courier: Tom Ansell quoted never, cited once")
        await reader.press("enter")
        assert "Tom Ansell: 2 places" in reader.text
        assert pointed(reader).startswith("Courier cited, sentence ")
        await reader.press("j")
        assert chosen(reader) == "Tribune, sentence 8, quotes Tom Ansell"
        await reader.press("escape")
        assert pointed(reader).startswith("2 Tom Ansell")
        await reader.press("enter", "j", "enter")
        assert shows(reader, ArticleScreen)
        assert reader.lines[0].startswith(" Tribune")


async def test_a_time_opens_beside_an_article_that_has_another(ferries: Opened) -> None:
    async with ferries() as reader:
        await reader.press("Q", "t", "t", "j")
        said = "Courier, sentence 6: “9 p.m.” = 2024-06-03 21:00, by publication"
        assert chosen(reader).startswith(said)
        await reader.press("l")
        said = "Tribune, sentence 6: “10 p.m.”, another time than others have"
        assert chosen(reader).startswith(said)
        await reader.press("l")
        assert chosen(reader).endswith("probably tells it without a time")
        await reader.press("h", "enter")
        assert reader.lines[0].startswith(" A Tribune  ⇄  B Courier")


@presses("desk.left", "desk.right", "desk.up", "desk.down")
async def test_moving_stops_at_the_edges(ferries: Opened) -> None:
    async with ferries() as reader:
        await reader.press("Q", "t")
        for key in BINDINGS["desk.down"]:
            await reader.press("g", key)
            assert pointed(reader).startswith("2 Tom Ansell")
        for key in BINDINGS["desk.up"]:
            await reader.press(key, key)
            assert pointed(reader).startswith("2 Lena Marrick")
        for key in BINDINGS["desk.right"]:
            await reader.press(*"hhhh", key)
            assert chosen(reader).startswith("Tribune:")
        for key in BINDINGS["desk.left"]:
            await reader.press(*"lllll", key)
            assert chosen(reader).startswith("Tribune:")


@presses("desk.top", "desk.bottom", "desk.page-down", "desk.page-up")
async def test_pages_and_ends(ferries: Opened) -> None:
    async with ferries((60, 15)) as reader:
        await reader.press("Q")
        for name, first, last in (
            ("bottom", "g", "Tribune “I thought"),
            ("top", "G", "Courier “We have never"),
        ):
            for key in BINDINGS[f"desk.{name}"]:
                await reader.press(first, key)
                assert pointed(reader).startswith(last)
        for key in BINDINGS["desk.page-down"]:
            await reader.press("g", key)
            assert not pointed(reader).startswith("Courier “We have never")
            await reader.press(key, key)
            assert pointed(reader).startswith("Tribune “I thought")
        for key in BINDINGS["desk.page-up"]:
            await reader.press("G", key, key, key)
            assert pointed(reader).startswith("Courier “We have never")


@presses("desk.next", "desk.previous")
async def test_from_one_that_outlets_tell_otherwise_to_the_next(
    ferries: Opened,
) -> None:
    async with ferries() as reader:
        await reader.press("Q", "t", "t")
        for key in BINDINGS["desk.next"]:
            await reader.press("g", key)
            assert "21:00" in pointed(reader)
            await reader.press(key)
            assert pointed(reader).startswith("! 2024-06-07")
            await reader.press(key)
            assert "21:00" in pointed(reader)
        for key in BINDINGS["desk.previous"]:
            await reader.press("g", key)
            assert pointed(reader).startswith("! 2024-06-07")
        await reader.press("t", "G", "right_square_bracket")
        assert pointed(reader).startswith("Courier “We have never")


async def test_where_nothing_differs_that_is_said(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("Q", "t", "t", "right_square_bracket")
        assert "The outlets tell nothing here otherwise." in reader.toasts


@presses("desk.alone")
async def test_the_article_of_what_is_chosen_is_read_alone(ferries: Opened) -> None:
    async with ferries() as reader:
        for keys in (["j"], ["t", "l"], ["t", "l"]):
            await reader.press("Q", *keys, *BINDINGS["desk.alone"])
            assert shows(reader, ArticleScreen)
            assert reader.lines[0].startswith(" Tribune")
            await reader.press("q", "q")


@presses("diff.desk", "coverage.desk", "alone.desk")
async def test_it_opens_from_every_view_of_a_story(ferries: Opened) -> None:
    async with ferries() as reader:
        for key, kind in (
            ("enter", DiffScreen),
            ("c", CoverageScreen),
            ("w", ArticleScreen),
        ):
            await reader.press(key, "Q")
            assert shows(reader, DeskScreen)
            await reader.press("q")
            assert shows(reader, kind)
            await reader.press("q")


async def test_a_click_chooses_and_a_second_one_opens(ferries: Opened) -> None:
    async with ferries() as reader:
        await reader.press("Q")
        y = (
            reader.line_of("one passenger")
            - reader.app.screen.query_one(GridView).region.y
        )
        await reader.pilot.click(GridView, offset=(20, y))
        await reader.settle()
        assert pointed(reader).startswith("Tribune")
        await reader.pilot.click(GridView, offset=(20, y))
        await reader.settle()
        assert shows(reader, DiffScreen)


async def test_one_article_has_no_desk(opened: Opened, four: list[Article]) -> None:
    async with opened(four[:1]) as reader:
        await reader.press("Q")
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
        await reader.press("Q")
        assert any("could not be compared: no luck" in t for t in reader.toasts)
        await reader.press("enter", "w", "t", "enter", "w", "t", "enter", "w")
        assert shows(reader, DeskScreen)
        assert chosen(reader) == "Nothing has been found yet."


async def test_each_pair_is_worked_out_once_and_kept(ferries: Opened) -> None:
    class Counting(Engine):
        ties = 0

        def tie(self, comparison: Comparison) -> Ties:
            self.ties += 1
            return super().tie(comparison)

    engine = Counting("words")
    async with ferries(engine=engine) as reader:
        await reader.press("Q")
        before = reader.text
        assert engine.ties == 3
        await reader.press("q", "Q")
        assert engine.ties == 3
        assert reader.text == before
        assert "compared" not in reader.lines[0]


async def test_what_was_chosen_stays_chosen_in_another_size(ferries: Opened) -> None:
    async with ferries((120, 36)) as reader:
        await reader.press("Q", "G")
        await reader.resize(60, 15)
        assert pointed(reader).startswith("Tribune “I thought")


async def test_signs_of_its_own_are_ascii_where_that_is_wanted(
    ferries: Opened,
) -> None:
    async with ferries() as reader:
        from dataclasses import replace

        reader.app.shelf.settings = replace(reader.app.shelf.settings, ascii=True)
        for keys in (["Q", "t"], ["t"]):
            await reader.press(*keys)
            table = "".join(reader.lines[3:-2])
            assert not any(sign in table for sign in "●○·")
