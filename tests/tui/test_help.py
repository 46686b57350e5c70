"""Every screen says in its help what it is for."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import newsdiff.tui
from newsdiff.tui.shared.screen import NewsScreen

Opened = Callable[..., AbstractAsyncContextManager[Any]]


def screens() -> list[type[NewsScreen]]:
    """All screens that have keys of their own."""
    folder = Path(newsdiff.tui.__file__).parent
    for path in folder.rglob("*screen.py"):
        parts = path.relative_to(folder).with_suffix("").parts
        import_module(".".join(("newsdiff.tui", *parts)))
    found = [NewsScreen]
    for kind in found:
        found += [sub for sub in kind.__subclasses__() if sub not in found]
    return [kind for kind in found if kind.SECTIONS]


@pytest.mark.parametrize("kind", screens(), ids=lambda kind: kind.__name__)
def test_every_screen_has_a_text_of_its_own(kind: type[NewsScreen]) -> None:
    assert kind.HELP
    assert [k for k in screens() if k is not kind and k.HELP == kind.HELP] == []


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (200, 50)])
async def test_it_stands_above_the_keys(opened: Opened, size: tuple[int, int]) -> None:
    async with opened(size=size) as reader:
        for pressed, words in (([], "Space marks two"), (["enter"], "“not found”")):
            await reader.press(*pressed, "question_mark")
            told = " ".join(reader.text.replace("│", " ").split())
            assert words in told
            await reader.press("escape")


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_the_keys_of_the_focused_panel_come_first(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(size=size) as reader:
        await reader.press("enter", "i", "question_mark")
        told = str(reader.app.screen.query_one("#keys").content)
        assert told.startswith("In the facts panel")
        assert told.count("In the facts panel") == 1
        assert "Marks" in told
        await reader.press("escape", "tab", "question_mark")
        told = str(reader.app.screen.query_one("#keys").content)
        assert told.startswith("Marks")
        assert "In the facts panel" in told
