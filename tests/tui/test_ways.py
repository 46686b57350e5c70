"""What leads where, and back: from each screen back leads to where one came from."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from newsdiff.engine import Engine
from newsdiff.model import Article
from tests.story.desk import ferry

Opened = Callable[..., AbstractAsyncContextManager[Any]]
TYPED = ["ctrl+u", *"Police closed the bridge on Tuesday", "enter"]
"""A claim that an article states."""
WAYS = {
    "list → pair": ("", "enter", "DiffScreen"),
    "list → article": ("", "w", "ArticleScreen"),
    "list → coverage → pair": ("c", "enter", "DiffScreen"),
    "list → pairs → pair": ("p", "enter", "DiffScreen"),
    "list → claim → article": ("t CLAIM", "enter", "ArticleScreen"),
    "list → story in words → pair": ("S j", "enter", "DiffScreen"),
    "list → story in words → article": ("S j", "w", "ArticleScreen"),
    "list → desk → article": ("Q j", "w", "ArticleScreen"),
    "list → desk → article or pair": ("Q j", "enter", ("DiffScreen", "ArticleScreen")),
    "list, searched → article": ("slash p i e r enter", "w", "ArticleScreen"),
    "list, searched → pair": ("slash p i e r enter", "enter", "DiffScreen"),
    "pair → coverage → pair": ("enter c j j l", "enter", "DiffScreen"),
    "pair → pairs → pair": ("enter p l", "enter", "DiffScreen"),
    "pair → article": ("enter", "w", "ArticleScreen"),
    "pair → claim → pair": ("enter t CLAIM", "enter", "DiffScreen"),
    "pair → story in words → pair": ("enter S j", "enter", "DiffScreen"),
    "pair → desk → pair or article": (
        "enter Q j",
        "enter",
        ("DiffScreen", "ArticleScreen"),
    ),
    "article → claim → article": ("w t CLAIM", "enter", "ArticleScreen"),
    "article → desk": ("w", "Q", "DeskScreen"),
    "coverage → desk": ("c j", "Q", "DeskScreen"),
    "pair → coverage → pair → coverage": ("enter c enter", "c", "CoverageScreen"),
}
"""Keys to a screen; the key that leads on from it; what it leads to."""


@pytest.mark.parametrize("way", WAYS)
async def test_back_leads_to_where_one_came_from(
    opened: Opened, four: list[Article], way: str
) -> None:
    before, key, kinds = WAYS[way]
    typed = [k for key in before.split() for k in (TYPED if key == "CLAIM" else [key])]
    with_desk = ferry.articles() if "Q" in typed else four
    async with opened(with_desk, size=(120, 36), engine=Engine("words")) as reader:
        await reader.press(*typed)
        screen, seen = reader.app.screen, reader.lines
        await reader.press(key)
        over = reader.app.screen
        assert over is not screen
        assert type(over).__name__ in ([kinds] if isinstance(kinds, str) else kinds)
        await reader.press("q")
        assert reader.app.screen is screen
        assert reader.lines == seen


async def test_each_of_many_steps_is_taken_back(opened: Opened) -> None:
    async with opened(size=(120, 36)) as reader:
        seen = [(reader.app.screen, reader.text)]
        for key in ("enter", "c", "enter", "p", "enter", "w", "Q"):
            await reader.press(key)
            seen.append((reader.app.screen, reader.text))
        while len(seen) > 1:
            seen.pop()
            await reader.press("q")
            assert (reader.app.screen, reader.text) == seen[-1]
