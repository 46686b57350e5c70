"""What the reader writes into a log: what failed in the background, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from newsdiff import log
from newsdiff.engine import Engine
from newsdiff.model import Article
from tests.tui.handmade import HandMade

Opened = Callable[..., AbstractAsyncContextManager[Any]]


@pytest.fixture
def logged(tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Reads the log that is being written."""
    path = tmp_path / "x.log"
    log.start(str(path), "newsdiff")
    yield path.read_text
    log.stop()


@pytest.fixture
def line(four: list[Article]) -> str:
    """What is logged of the comparison of the first two articles."""
    comparison = Engine().compare(*four[:2])
    links, facts = len(comparison.links), len(comparison.facts)
    names = "Harbour Post.txt, River [Herald].txt"
    return f"compared {names}: {links} links, {facts} facts, "


async def test_a_comparison_is_logged(
    opened: Opened, line: str, logged: Callable[[], str]
) -> None:
    async with opened(engine=Engine()) as reader:
        await reader.press("enter")
    assert line in logged()


async def test_a_comparison_that_fails_is_logged_with_its_place(
    opened: Opened, engine: HandMade, logged: Callable[[], str]
) -> None:
    def fail() -> None:
        message = "cracks of 12 cm"
        raise ValueError(message)

    engine.before = fail
    async with opened() as reader:
        await reader.press("enter")
        assert "could not be compared" in reader.toasts[-1]
    text = logged()
    assert "_compare failed\n" in text
    assert text.count("ValueError") == 2  # where it was raised, and what it is
    assert text.endswith("  ValueError\n")


@pytest.mark.parametrize("key", ["p", "c", "w"])
async def test_what_the_tables_of_a_story_compare_is_logged(
    opened: Opened, line: str, logged: Callable[[], str], key: str
) -> None:
    async with opened(engine=Engine()) as reader:
        await reader.press(key)
    assert line in logged()
