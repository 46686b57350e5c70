"""Comparing takes time: what is shown meanwhile, and how it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from textual.keys import _character_to_key

from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.sharing.save_screen import SaveScreen
from tests.tui.handmade import HandMade
from tests.tui.rest import PATIENCE

Opened = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def gate(engine: HandMade) -> Iterator[threading.Event]:
    """Comparisons wait until this is set."""
    event = threading.Event()
    engine.before = lambda: event.wait(PATIENCE)
    yield event
    event.set()


def shows(reader: Any, words: str) -> Callable[[], bool]:
    return lambda: words in reader.text


async def test_a_long_comparison_shows_that_it_is_coming(
    opened: Opened, gate: threading.Event
) -> None:
    async with opened() as reader:
        await reader.pilot.press("enter")
        await reader.until(shows(reader, "comparing"))
        assert "Esc stops this" in reader.text
        gate.set()
        await reader.until(shows(reader, "3 = Police"))
        assert "comparing" not in reader.text


async def test_words_may_be_typed_before_there_is_a_text_to_find_them_in(
    opened: Opened, gate: threading.Event
) -> None:
    async with opened() as reader:
        await reader.pilot.press("enter")
        await reader.until(shows(reader, "comparing"))
        await reader.pilot.press("slash", *"cracks")
        gate.set()
        await reader.until(shows(reader, "1/3"))
        assert reader.lines[-1].startswith(" / cracks")


async def test_escape_stops_the_first_comparison_and_goes_back(
    opened: Opened, gate: threading.Event
) -> None:
    async with opened() as reader:
        await reader.pilot.press("enter")
        await reader.until(shows(reader, "comparing"))
        await reader.pilot.press("escape")
        await reader.until(shows(reader, "Enter compares"))
        gate.set()
        await reader.settle()
        assert "Enter compares" in reader.text


async def test_escape_while_leafing_stays_with_the_pair_on_the_screen(
    opened: Opened, gate: threading.Event
) -> None:
    gate.set()
    async with opened() as reader:
        await reader.press("enter")
        gate.clear()
        await reader.pilot.press("J")
        await reader.until(shows(reader, "comparing"))
        assert "pair 2/6" in reader.lines[0]
        await reader.pilot.press("escape")
        await reader.until(shows(reader, "3 = Police"))
        assert "pair 1/6" in reader.lines[0]
        gate.set()
        await reader.settle()
        assert "pair 1/6" in reader.lines[0]
        assert "3 = Police" in reader.text


async def test_the_title_changes_together_with_the_texts(
    opened: Opened, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsdiff.tui.diff.opening._LATE", PATIENCE)
    gate.set()
    async with opened() as reader:
        await reader.press("enter")
        gate.clear()
        await reader.pilot.press("J")
        await reader.pilot.press("J")
        assert "pair 1/6" in reader.lines[0]
        assert "3 = Police" in reader.text
        gate.set()
        await reader.until(shows(reader, "pair 3/6"))
        assert "Nobody was hurt." in reader.text
        assert " B Wire" in reader.lines[1]


async def test_only_the_pair_asked_for_last_is_shown(
    opened: Opened, gate: threading.Event
) -> None:
    async with opened() as reader:
        await reader.pilot.press("enter")
        await reader.pilot.press("J")
        await reader.pilot.press("J")
        gate.set()
        await reader.settle()
        assert "pair 3/6" in reader.lines[0]
        assert "Nobody was hurt." in reader.text


async def test_keys_are_answered_while_a_pair_is_being_compared(
    opened: Opened, gate: threading.Event
) -> None:
    async with opened() as reader:
        await reader.pilot.press("enter")
        await reader.pilot.press("question_mark")
        await reader.until(shows(reader, "only in A"))
        gate.set()
        await reader.settle()
        await reader.press("escape")
        assert "3 = Police" in reader.text


@pytest.mark.parametrize("size", [(60, 15), (120, 36)])
async def test_keys_that_cannot_work_yet_say_so(
    opened: Opened, gate: threading.Event, size: tuple[int, int]
) -> None:
    needing = "s y Y i v z Z a P U C A B m w t = ! < > ] [ + # o O e j d g G".split()
    async with opened(size=size) as reader:
        await reader.pilot.press("enter")
        await reader.until(shows(reader, "comparing"))
        for character in needing:
            reader.app.screen.hush()
            reader.app.screen._write_where()
            await reader.pilot.press(_character_to_key(character))
            said = " still comparing: this key works once that is done"
            assert reader.lines[-2].rstrip() == said, character
        gate.set()
        await reader.settle()
        assert "still comparing" not in reader.text
        await reader.press("s")
        assert isinstance(reader.app.screen, SaveScreen)


async def test_a_comparison_that_fails_is_said(
    opened: Opened, engine: HandMade
) -> None:
    def fail() -> None:
        message = "[no] idea"
        raise ValueError(message)

    async with opened() as reader:
        await reader.press("enter")
        engine.before = fail
        await reader.pilot.press("J")
        await reader.until(lambda: bool(reader.toasts))
        assert reader.toasts == ["This pair could not be compared: [no] idea"]
        assert "pair 1/6" in reader.lines[0]
        assert "3 = Police" in reader.text


async def test_a_pair_seen_before_is_not_compared_again(
    opened: Opened, engine: HandMade
) -> None:
    times: list[int] = []
    engine.before = lambda: times.append(1)
    async with opened() as reader:
        await reader.press("enter", "J", "K", "J")
        assert len(times) == 2
        await reader.press("r")
        assert len(times) == 3


async def test_a_click_makes_a_row_the_current_one(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        y = reader.line_of("5 < Drivers")
        await reader.pilot.click(offset=(30, y))
        await reader.settle()
        assert reader.lines[y].startswith("▌")


async def test_a_click_on_the_last_line_presses_the_key(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter")
        line = reader.lines[-1]
        await reader.pilot.click(offset=(line.index("facts"), len(reader.lines) - 1))
        await reader.settle()
        assert "Facts · " in reader.text


async def test_the_wheel_scrolls(opened: Opened) -> None:
    async with opened(size=(120, 20)) as reader:
        await reader.press("enter")
        view = reader.app.screen.query_one(DiffView)
        view.scroll_to(y=5, animate=False)
        await reader.settle()
        assert view.row > 0
        assert any(line.startswith("▌") for line in reader.lines)


async def test_pictures_of_the_same_screen_are_the_same(opened: Opened) -> None:
    async def picture() -> str:
        async with opened() as reader:
            await reader.press("enter", "i")
            app: NewsdiffApp = reader.app
            return app.export_screenshot(title="newsdiff")

    first, second = await picture(), await picture()
    assert first == second


async def test_a_browser_that_fails_does_not_end_a_comparison(
    opened: Opened, gate: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        message = "no window"
        raise FileNotFoundError(message)

    monkeypatch.setattr("newsdiff.tui.sharing.clipboard.find_browser", fail)
    gate.set()
    async with opened() as reader:
        await reader.press("enter")
        gate.clear()
        await reader.pilot.press("J")
        reader.app.screen._sources.open(["https://example.org/a"])
        await reader.until(lambda: bool(reader.toasts))
        assert reader.toasts == ["The browser could not be started: no window"]
        gate.set()
        await reader.settle()
        assert "pair 2/6" in reader.lines[0]
