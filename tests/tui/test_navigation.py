"""From a row to where it is told elsewhere, and why it is linked or is not."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.model import Comparison, Nearest, Pair, Side
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.diff.why_screen import WhyScreen
from tests.tui.handmade import HandMade
from tests.tui.pressing import BINDINGS, presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]


def view(reader: Any) -> DiffView:
    found = reader.app.screen.query_one(DiffView)
    assert isinstance(found, DiffView)
    return found


def go(reader: Any, side: Side, sentence: int) -> None:
    view(reader).go_to_place(side, sentence)


def current(reader: Any) -> Pair[tuple[int, ...]]:
    page = view(reader).page
    assert page is not None
    return page.rows[view(reader).row].sentences


def status(reader: Any) -> str:
    return str(reader.lines[-2].strip())


@pytest.fixture
def with_nearest(engine: HandMade, bridge: Comparison) -> None:
    """The bridge, with a nearest candidate for a sentence that only A has."""
    near = list(bridge.nearest.a)
    near[4] = Nearest(8, 0.23)
    engine.put(replace(bridge, nearest=Pair(tuple(near), bridge.nearest.b)))


@presses("diff.follow")
async def test_m_leads_through_all_places_and_back(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        go(reader, Side.A, 3)
        for number, there in enumerate((11, 8, 4, 10), 1):
            await reader.press("m")
            assert there in current(reader).b
            assert f"B {there + 1}, {number} of 4" in status(reader)
            assert "related, " in status(reader)
        await reader.press("m")
        assert current(reader) == Pair((3,), (6,))
        assert "back at A 4" in status(reader)
        await reader.press("m")
        assert "B 12, 1 of 4" in status(reader)


async def test_m_begins_anew_where_the_reader_has_gone(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        go(reader, Side.A, 3)
        await reader.press("m")
        go(reader, Side.A, 7)
        await reader.press("m")
        assert "told at B 5" in status(reader)
        assert current(reader).b == (4,)
        await reader.press("v", "m")
        assert "back at A 8" in status(reader)


async def test_m_leads_from_a_moved_row_to_its_place_in_the_other_article(
    opened: Opened,
) -> None:
    async with opened() as reader:
        await reader.press("enter", "a")
        go(reader, Side.A, 7)
        await reader.press("m", "m")
        assert "B tells it here, by B 4, 2 of 2" in status(reader)
        await reader.press("m")
        assert current(reader) == Pair((7,), (4,))


@pytest.mark.usefixtures("with_nearest")
async def test_an_unlinked_sentence_offers_what_comes_nearest(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        go(reader, Side.A, 4)
        await reader.press("#", "#")
        assert "nearest, 23%: B 9, not linked" in status(reader)
        await reader.press("m")
        assert current(reader).b == (8,)
        assert "from A 5: nearest, 23%: B 9, not linked" in status(reader)
        await reader.press("m")
        assert "back at A 5" in status(reader)


async def test_where_there_is_nowhere_to_go_it_is_said(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        page = view(reader).page
        assert page is not None
        view(reader).go_to(page.lead)  # the fold behind the headline
        before = current(reader)
        await reader.press("m")
        assert "what is folded away cannot be followed" in status(reader)
        assert current(reader) == before
        go(reader, Side.A, 2)
        await reader.press("m")
        assert "told beside it, and nowhere else" in status(reader)
        go(reader, Side.A, 8)
        await reader.press("m")
        assert "told nowhere else, and nothing comes near" in status(reader)


@presses("diff.why", "why.next", "why.previous", "why.close")
async def test_why_names_the_reasons_of_every_pair_of_a_row(opened: Opened) -> None:
    async with opened(size=(120, 50)) as reader:
        await reader.press("enter")
        go(reader, Side.A, 3)
        await reader.press("=")
        assert isinstance(reader.app.screen, WhyScreen)
        assert "A 4 and B 7 are linked" in reader.text
        assert "matched: they tell the same" in reader.text
        assert "Both have “12”" in reader.text
        assert "Best other candidate of A 4" in reader.text
        assert "1 of 5 pairs" in reader.text
        for key in BINDINGS["why.next"]:
            await reader.press(key)
        assert "5 of 5 pairs" in reader.text
        assert "A 4 and B 11" in reader.text
        for key in BINDINGS["why.previous"]:
            await reader.press(key)
        assert "1 of 5 pairs" in reader.text
        for key in BINDINGS["why.close"]:
            await reader.press("escape", "=", key)
            assert "Best other candidate" not in reader.text
            assert current(reader) == Pair((3,), (6,))
            await reader.press("=")


@pytest.mark.usefixtures("with_nearest")
async def test_why_an_unlinked_sentence_is_not_linked(opened: Opened) -> None:
    async with opened(size=(120, 50)) as reader:
        await reader.press("enter")
        go(reader, Side.A, 4)
        await reader.press("=")
        assert "A 5 and B 9 are not linked" in reader.text
        assert "Probability that both share a statement" in reader.text


async def test_why_asks_first_for_what_was_followed(opened: Opened) -> None:
    async with opened(size=(120, 50)) as reader:
        await reader.press("enter")
        go(reader, Side.A, 3)
        await reader.press("m", "m", "=")
        assert "A 4 and B 9" in reader.text


async def test_where_nothing_was_weighed_there_is_no_why(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "=")
        assert "nothing was weighed here" in status(reader)
        assert not isinstance(reader.app.screen, WhyScreen)


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36)])
async def test_why_fits_its_frame_and_scrolls(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as reader:
        await reader.press("enter")
        go(reader, Side.A, 3)
        await reader.press("=")
        assert "A 4 and B 7 are linked" in reader.text
        await reader.press("G")
        text = reader.app.screen.query_one("#why")
        assert text.scroll_offset.y == text.max_scroll_y
        await reader.resize(39, 9)
        await reader.resize(*size)
        assert text.scroll_offset.y == text.max_scroll_y
