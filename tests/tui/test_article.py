"""One article alone, and who carries its sentences."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.model import Article
from newsdiff.tui.article.carriers_screen import CarriersScreen
from newsdiff.tui.article.screen import ArticleScreen
from newsdiff.tui.article.view import ArticleView
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.diff.screen import DiffScreen
from newsdiff.tui.shared.screen import NewsScreen
from tests.tui.pressing import BINDINGS, presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]


def at(reader: Any) -> int:
    """The sentence that is current, from 0."""
    return int(reader.app.screen.query_one(ArticleView).sentence)


def status(reader: Any) -> str:
    """What is said of the current sentence, in the lines above the keys."""
    number = reader.app.screen.query_one("#carried").size.height
    lines = reader.lines[-1 - number : -1]
    return " ".join(line.strip() for line in lines).strip()


def shows(reader: Any, kind: type[NewsScreen]) -> bool:
    return isinstance(reader.app.screen, kind)


@presses("list.alone", "alone.close", "diff.alone")
async def test_from_the_list_and_from_a_pair_and_back(opened: Opened) -> None:
    async with opened() as reader:
        for key in BINDINGS["alone.close"]:
            await reader.press("w")
            assert shows(reader, ArticleScreen)
            assert reader.lines[0].startswith(" Harbour Post")
            await reader.press(key)
            assert shows(reader, ArticlesScreen)
        await reader.press("enter", "w")
        assert shows(reader, ArticleScreen)
        await reader.press("q")
        assert shows(reader, DiffScreen)


async def test_sentences_are_numbered_by_who_carries_them(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("w")
        assert "3/3 █  Police closed the bridge" in reader.text
        assert "1/3 ░  Engineers found cracks" in reader.text
        assert "0/3    Drivers must take the ferry" in reader.text
        await reader.press("j")
        said = "told by 3 of 3 others: River [Herald] (upper half), City Radio (lede)"
        assert said in status(reader)
        reader.app.screen.query_one(ArticleView).go_to(5)
        await reader.settle()
        assert status(reader) == (
            "sentence 6, upper half · told by 1 of 3 others: "
            "River [Herald] (upper half)"
        )


async def test_on_a_small_screen_the_help_explains_the_numbers(opened: Opened) -> None:
    async with opened(size=(60, 15)) as reader:
        await reader.press("w", "question_mark")
        assert "three of four others tell it" in reader.text
        assert "one more tells some of it" in reader.text


@presses("alone.who", "carriers.close")
async def test_who_carries_a_sentence(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("w", "j")
        for key in BINDINGS["carriers.close"]:
            await reader.press("enter")
            assert shows(reader, CarriersScreen)
            assert "Harbour Post, sentence 3" in reader.text
            assert "City Radio tells it" in reader.text
            assert "Sentence 2, lede, 100%: Police closed" in reader.text
            await reader.press(key)
            assert shows(reader, ArticleScreen)


@presses("alone.next-own", "alone.previous-own")
async def test_from_one_sentence_that_no_other_carries_to_the_next(
    opened: Opened,
) -> None:
    async with opened() as reader:
        await reader.press("w")
        there, back = BINDINGS["alone.next-own"], BINDINGS["alone.previous-own"]
        for on, off in zip(there, back, strict=True):
            await reader.press("g", on)
            first = at(reader)
            assert "told by 0 of 3 others" in status(reader)
            await reader.press(on)
            assert at(reader) > first
            assert "told by 0 of 3 others" in status(reader)
            await reader.press(off)
            assert at(reader) == first


@presses("alone.find", "alone.next-match", "alone.previous-match")
async def test_words_are_found_and_the_next_ones_too(opened: Opened) -> None:
    async with opened(size=(100, 30)) as reader:
        await reader.press("w")
        before = at(reader)
        for key in BINDINGS["alone.find"]:
            await reader.press(key, *"bridge")
            assert "Enter keeps" in reader.lines[-1]
            await reader.press("escape")
            assert at(reader) == before
        await reader.press("slash", *"bridge", "enter")
        first = at(reader)
        for on, back in zip(
            BINDINGS["alone.next-match"], BINDINGS["alone.previous-match"], strict=True
        ):
            await reader.press(on)
            assert at(reader) > first
            text = reader.app.screen._article.words_of(at(reader))
            assert "bridge" in text.casefold()
            await reader.press(back)
            assert at(reader) == first
        await reader.press("escape")  # ends the search
        assert shows(reader, ArticleScreen)
        await reader.press("g", "n")  # now the next that no other tells
        assert "told by 0 of 3 others" in status(reader)
        await reader.press("slash", *"nothing like it", "enter", "n")
        assert shows(reader, ArticleScreen)
        await reader.press("escape", "escape")
        assert shows(reader, ArticlesScreen)


@presses("alone.boilerplate")
async def test_boilerplate_is_folded_and_one_key_away(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("w")
        assert "⋯ 2 lines of boilerplate" in reader.text
        assert "Leave a comment" not in reader.text
        await reader.press("G")
        assert at(reader) == 11
        await reader.press("B")
        assert "Leave a comment" in reader.text
        assert at(reader) == 11
        await reader.press("j", "B")
        assert at(reader) == 11
        await reader.press("k", "j")
        assert at(reader) == 11


async def test_the_more_carry_a_sentence_the_darker_it_is(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("w", "G")
        view = reader.app.screen.query_one(ArticleView)
        shades = {
            view._make_style("text", shade, here).bgcolor
            for shade in range(5)
            for here in (False, True)
        }
        assert len(shades) == 9  # all alike only where all others carry it


@presses("alone.next", "alone.previous")
async def test_from_article_to_article(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("w", "J")
        assert not reader.lines[0].startswith(" Harbour Post")
        await reader.press("K")
        assert reader.lines[0].startswith(" Harbour Post")


@presses(
    "alone.down",
    "alone.up",
    "alone.page-down",
    "alone.page-up",
    "alone.half-down",
    "alone.half-up",
    "alone.top",
    "alone.bottom",
)
async def test_moving(opened: Opened) -> None:
    async with opened(size=(60, 15)) as reader:
        await reader.press("w", "g")
        for name in ("down", "half-down", "page-down"):
            for key in BINDINGS[f"alone.{name}"]:
                await reader.press("g", key)
                assert at(reader) > 0
        await reader.press("G")
        last = at(reader)
        for name in ("up", "half-up", "page-up"):
            for key in BINDINGS[f"alone.{name}"]:
                await reader.press("G", key)
                assert at(reader) < last
        for key in BINDINGS["alone.top"]:
            await reader.press("G", key)
            assert at(reader) == 0
        for key in BINDINGS["alone.bottom"]:
            await reader.press("g", key)
            assert at(reader) == last


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (80, 24), (120, 36), (200, 50)])
async def test_screen(opened: Opened, golden: Golden, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        await reader.press("w", "j", "j")
        golden(f"tui/alone-{size[0]}x{size[1]}.txt", reader.text)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "there is no other article of this event"),
        (2, "1/1: the other article tells it · ~: it tells some of it"),
        (3, "1/2: one of two others tells it · ~: one tells part"),
        (4, "2/3: two of three others tell it · ~: one tells part"),
        (12, "10/11: 10 of 11 others tell it · ~: one tells part"),
    ],
)
async def test_the_legend_fits_the_number_of_others(
    opened: Opened, four: list[Article], number: int, said: str
) -> None:
    articles = [*four, *(replace(four[2], label=f"Radio {i}") for i in range(8))]
    async with opened(articles[:number]) as reader:
        await reader.press("w")
        assert reader.lines[0].rstrip().endswith(f"  {said}")


async def test_an_article_that_is_the_only_one_has_no_others(
    opened: Opened, four: list[Article]
) -> None:
    async with opened(four[:1]) as reader:
        await reader.press("w", "j", "enter")
        assert status(reader) == "sentence 3 · there is no other article of this event"
        assert shows(reader, ArticleScreen)
        assert reader.toasts == ["There is no other article of this event."]
