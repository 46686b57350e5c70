"""What could not be compared is counted, and compared again when that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from newsdiff.engine import Engine
from newsdiff.model import Pair
from newsdiff.story.shares import Summary
from tests.tui.handmade import HandMade
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("p", "0 compared, 6 failed: R tries again"),
        ("c", "0 compared, 6 failed: R tries again"),
        ("Q", "0 compared, 6 failed: R tries again"),
        ("w", "0 compared, 3 failed: R tries again"),
    ],
)
@presses("pairs.retry", "coverage.retry", "desk.retry", "alone.retry")
async def test_what_failed_is_said_and_compared_again(
    opened: Opened, engine: HandMade, key: str, said: str, size: tuple[int, int]
) -> None:
    def fail() -> None:
        message = "[no] idea"
        raise ValueError(message)

    async with opened(size=size) as reader:
        engine.before = fail
        await reader.press(key)
        assert said in reader.lines[0]
        engine.before = lambda: None
        await reader.press("R")
        assert "compared" not in reader.lines[0]
        await reader.press("R")
        assert reader.toasts[-1].startswith("Nothing has failed")


@presses("account.retry")
async def test_a_story_is_told_again_with_what_failed(
    opened: Opened, engine: HandMade
) -> None:
    failing = [True]

    def fail() -> None:
        if failing:
            failing.clear()
            message = "no idea"
            raise ValueError(message)

    async with opened() as reader:
        engine.before = fail
        await reader.press("S")
        assert "1 pair failed: R tries again" in reader.lines[0]
        engine.before = lambda: None
        await reader.press("R")
        assert "failed" not in reader.lines[0]
        assert "the most telling" in reader.lines[0]


async def test_why_a_pair_failed_stands_where_it_is_chosen(
    opened: Opened, engine: Engine
) -> None:
    def fail() -> None:
        message = "[no] idea"
        raise ValueError(message)

    async with opened() as reader:
        engine.before = fail  # type: ignore[attr-defined]
        await reader.press("p")
        assert "River [Herald]: could not be compared: [no] idea" in reader.text


@pytest.mark.parametrize("key", ["p", "c"])
async def test_a_pair_that_was_compared_since_has_not_failed(
    opened: Opened, engine: HandMade, key: str
) -> None:
    def fail() -> None:
        message = "no idea"
        raise ValueError(message)

    async with opened() as reader:
        engine.before = fail
        await reader.press(key)
        assert "0 compared, 6 failed" in reader.lines[0]
        engine.before = lambda: None
        compare_elsewhere(reader, engine)
        await reader.press("?", "escape")
        assert "1 compared, 5 failed: R tries again" in reader.lines[0]


async def test_a_story_is_told_again_with_what_was_compared_since(
    opened: Opened, engine: HandMade
) -> None:
    failing = [True]

    def fail() -> None:
        if failing:
            failing.clear()
            message = "no idea"
            raise ValueError(message)

    async with opened() as reader:
        engine.before = fail
        await reader.press("S")
        assert "1 pair failed: R tries again" in reader.lines[0]
        engine.before = lambda: None
        compare_elsewhere(reader, engine)
        await reader.press("?", "escape")
        assert "failed" not in reader.lines[0]
        assert "the most telling" in reader.lines[0]


def compare_elsewhere(reader: Any, engine: HandMade) -> None:
    """Keeps what the first two have in common, as another screen would."""
    shelf = reader.app.shelf
    pair = Pair(*shelf.order[:2])
    comparison = engine.compare(*pair.map(shelf.articles.kept))
    shelf.keep_summary(pair, Summary.of(comparison))
