"""How screens are put together: parts answer keys, and events are handled once."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

import newsdiff.tui
from newsdiff.tui.articles.filter import Filter
from newsdiff.tui.articles.loader import Loader
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.diff.folds import Folds
from newsdiff.tui.diff.navigation import Navigation
from newsdiff.tui.diff.screen import DiffScreen
from newsdiff.tui.diff.search import Search
from newsdiff.tui.shared.screen import NewsScreen
from newsdiff.tui.sharing.actions import Sharing
from newsdiff.tui.story.base import StoryScreen
from tests.tui.handmade import HandMade

Opened = Callable[..., AbstractAsyncContextManager[Any]]
ROOM = Path(newsdiff.tui.__file__).parent
WAYS = {
    "ArticlesScreen": [],
    "DiffScreen": ["enter"],
    "WhyScreen": ["enter", *["]"] * 2, "="],
    "ArticleScreen": ["w"],
    "CarriersScreen": ["w", "enter"],
    "PairsScreen": ["p"],
    "CoverageScreen": ["c"],
    "DeskScreen": ["Q"],
}
"""The keys that lead to each screen."""


def screens() -> set[type[NewsScreen]]:
    """Every class of a screen with keys of its own."""
    for module in pkgutil.walk_packages([str(ROOM)], "newsdiff.tui."):
        importlib.import_module(module.name)
    found, left = set(), [NewsScreen]
    while left:
        below = left.pop().__subclasses__()
        found |= {c for c in below if c.__module__.startswith("newsdiff.")}
        left += below
    return found


@contextmanager
def handled(screen: NewsScreen) -> Iterator[defaultdict[str, list[object]]]:
    """The events that methods of a screen are called with, by their names."""
    events: defaultdict[str, list[object]] = defaultdict(list)

    def look(frame: FrameType, what: str, _: object) -> None:
        if what == "call" and frame.f_locals.get("self") is screen:
            name = frame.f_code.co_qualname
            events[name].append(frame.f_locals.get("event"))

    sys.setprofile(look)
    try:
        yield events
    finally:
        sys.setprofile(None)


def test_a_screen_derives_from_one_class_and_holds_the_rest() -> None:
    tables = {c for c in screens() if c.__base__ is StoryScreen}
    assert {c.__name__ for c in tables} == {
        "PairsScreen",
        "CoverageScreen",
        "DeskScreen",
    }
    for screen in screens() - tables:
        assert screen.__bases__ == (NewsScreen,)


def test_no_handler_calls_the_one_of_its_base() -> None:
    calling = [
        f"{path.name}:{node.lineno}"
        for path in ROOM.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr.lstrip("_").startswith("on_")
        and isinstance(node.func.value, ast.Call)
        and getattr(node.func.value.func, "id", "") == "super"
    ]
    assert calling == []


@pytest.mark.parametrize("name", WAYS)
async def test_a_resize_is_handled_once(opened: Opened, name: str) -> None:
    async with opened() as reader:
        await reader.press(*WAYS[name])
        screen = reader.app.screen
        assert type(screen).__name__ == name
        with handled(screen) as events:
            await reader.resize(100, 17)
        own = next(c for c in type(screen).__mro__ if "on_resize" in vars(c))
        fitted = events["NewsScreen._fit"]
        assert len({id(event) for event in fitted}) == len(fitted) > 0
        assert len(events[f"{own.__name__}.on_resize"]) == len(fitted)
        assert screen.has_class("-short")


async def test_a_worker_that_fails_is_noted_once(
    opened: Opened, engine: HandMade
) -> None:
    def fail() -> None:
        message = "no luck"
        raise ValueError(message)

    async with opened() as reader:
        await reader.press("enter")
        engine.before = fail
        with handled(reader.app.screen) as events:
            await reader.press("J")
        noted = events["NewsScreen._note_failure"]
        assert len({id(event) for event in noted}) == len(noted) > 0
        assert events["DiffScreen.on_worker_state_changed"] == noted
        assert len(reader.toasts) == 1


@pytest.mark.parametrize("name", WAYS)
async def test_every_key_is_answered(opened: Opened, name: str) -> None:
    async with opened() as reader:
        await reader.press(*WAYS[name])
        screen = reader.app.screen
        for binding in screen.BINDINGS:
            action = binding.action.partition("(")[0]
            node = reader.app if action.startswith("app.") else screen
            assert callable(getattr(node, f"action_{action.removeprefix('app.')}"))


@pytest.mark.parametrize(
    "parts",
    [
        (DiffScreen, Search, Folds, Navigation, Sharing),
        (ArticlesScreen, Filter, Loader),
    ],
)
def test_no_two_parts_answer_the_same_key(parts: tuple[type, ...]) -> None:
    answered = Counter(
        name for part in parts for name in vars(part) if name.startswith("action_")
    )
    assert answered
    assert set(answered.values()) == {1}
