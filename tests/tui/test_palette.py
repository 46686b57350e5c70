"""The list of all commands is the table of keys, for the screen it is opened on."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest
from textual.command import DiscoveryHit

from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.palette import Commands

Opened = Callable[..., AbstractAsyncContextManager[Any]]
LEFT_OUT = {"app.palette", "help.close"}


async def found(reader: Any) -> list[str]:
    """The names of the bindings that are offered, in order."""
    hits = [hit async for hit in Commands(reader.app.screen).discover()]
    assert all(isinstance(hit, DiscoveryHit) for hit in hits)
    return [str(hit.help).rpartition(" ")[2] for hit in hits]


def names(*groups: tuple[keys.Section, ...]) -> list[str]:
    return [b.id for b in keys.bindings(*groups) if b.id and b.id not in LEFT_OUT]


@pytest.mark.parametrize(
    ("pressed", "groups"),
    [
        ([], (keys.LIST, keys.APP)),
        (["enter"], (keys.DIFF, keys.APP)),
        (["enter", "i"], (keys.DIFF, keys.FACTS, keys.APP)),
        (["question_mark"], (keys.HELP, keys.APP)),
    ],
)
async def test_every_binding_that_works_here_is_offered(
    opened: Opened, pressed: list[str], groups: tuple[Any, ...]
) -> None:
    async with opened() as reader:
        await reader.press(*pressed)
        assert await found(reader) == names(*groups)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("swap a", "A River [Herald]  ⇄  B Harbour Post"), ("diff.swap", "A River")],
)
async def test_a_command_is_found_by_words_or_name_and_carried_out(
    opened: Opened, typed: str, shown: str
) -> None:
    async with opened() as reader:
        await reader.press("enter", "colon", *typed)
        await reader.until(lambda: "Swap A and B" in reader.text)
        await reader.press("enter")
        await reader.until(lambda: "Swap A and B" not in reader.text)
        await reader.press("enter")
        await reader.until(lambda: shown in reader.lines[0])


async def test_that_no_command_matches_is_said(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", "colon", *"qqq")
        await reader.until(lambda: "no command matches “qqq”" in reader.text)
        await reader.press("enter", "enter")
        assert reader.lines[0].startswith(" A Harbour Post")


async def test_an_action_of_the_facts_panel_is_carried_out_there(
    opened: Opened,
) -> None:
    async with opened() as reader:
        await reader.press("enter", "i")
        before = reader.app.focused.highlighted
        await reader.press("colon", *"last fact")
        await reader.until(lambda: "facts.last" in reader.text)
        await reader.press("enter", "enter")
        await reader.until(lambda: reader.app.focused.highlighted != before)
