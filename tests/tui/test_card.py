"""The card at the top of a pair: what it says, and where its items lead."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.engine import Engine
from newsdiff.model import Article, Status
from newsdiff.reading import read_text
from newsdiff.tui.diff.view import DiffView
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
RADIO = """Ferry sinks off Lunehaven with 14 aboard

The ferry sank on Tuesday with 14 people aboard, the harbour master said.

“Nobody told us to leave the deck,” said Greta Lind, who swam to the shore.

The owner paid for new lifeboats last year.
"""
WIRE = """Ferry sinks off Lunehaven with 16 aboard

The ferry sank on Wednesday with 16 people aboard, the harbour master said.

The minister, Victor Amadi, called for a law on lifeboats.
"""
BARE = "The ferry sank with 16 people aboard, the harbour master said on Wednesday.\n"


def articles(*texts: str) -> list[Article]:
    return [
        replace(
            read_text(text, source=f"{name}.txt", label=name),
            published="2024-05-03" if name == "Radio" else None,
        )
        for name, text in zip(("Radio", "Wire"), texts, strict=True)
    ]


WORDS = Engine("words")


def view(reader: Any) -> DiffView:
    found: DiffView = reader.app.screen.query_one(DiffView)
    return found


@pytest.mark.parametrize("size", [(60, 30), (80, 24), (120, 36), (200, 50)])
async def test_the_card_says_who_and_what_differs(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(articles(RADIO, WIRE), size=size, engine=WORDS) as reader:
        await reader.press("enter")
        seen = " ".join(reader.text.replace("┃", " ").replace("│", " ").split())
        assert "Radio · 2024-05-03 · " in seen
        assert "They differ on: " in seen
        assert re.search("They differ on: .*14.* / 16", seen)
        assert "Only A, Radio: “Nobody told us to leave the deck”" in seen
        assert "Only B, Wire: " in seen
        assert "Victor Amadi" in seen
        assert seen.count("Ferry sinks off Lunehaven with") == 2
        assert seen.count("2024-05-03") == 1


async def test_an_article_without_a_headline_says_so(opened: Opened) -> None:
    async with opened(articles(RADIO, BARE), engine=WORDS) as reader:
        await reader.press("enter")
        assert "no headline" in reader.text
        assert reader.text.count("The ferry sank with 16") == 1


async def test_the_heads_come_where_the_card_has_gone(opened: Opened) -> None:
    more = "\n\n".join(f"In {year} another ferry sank." for year in range(1950, 1970))
    told = articles(f"{RADIO}\n{more}\n", WIRE)
    async with opened(told, size=(80, 24), engine=WORDS) as reader:
        await reader.press("enter")
        page = view(reader).page
        assert page is not None
        assert not view(reader).is_past_card
        await reader.press("G")
        assert view(reader).is_past_card
        first = reader.lines[1]
        assert first.startswith(" A      Radio · 2024-05-03 · Ferry sinks")
        assert "They differ on" not in reader.text
        await reader.press("g")
        assert "They differ on" in reader.text
        assert "Radio · 2024-05-03 · Ferry" not in reader.text


@presses("diff.enter", "diff.right", "diff.left")
async def test_an_item_leads_to_its_sentence(opened: Opened) -> None:
    async with opened(articles(RADIO, WIRE), size=(120, 36), engine=WORDS) as reader:
        await reader.press("enter", "down")
        item = view(reader).at_item
        assert item is not None
        assert item.fact.status is Status.CONFLICT
        assert reader.lines[reader.line_of("They differ on")].startswith("▌")
        await reader.press("down")
        item = view(reader).at_item
        assert item is not None
        assert item.fact.status is Status.ONLY_A
        await reader.press("right", "left")
        assert view(reader).at_item == item
        await reader.press("enter")
        assert view(reader).at_item is None
        line = next(n for n, line in enumerate(reader.lines) if "said Greta" in line)
        assert reader.lines[line].startswith("▌")


async def test_the_way_out_of_the_card_is_down_or_up(opened: Opened) -> None:
    async with opened(articles(RADIO, WIRE), size=(120, 36), engine=WORDS) as reader:
        await reader.press("enter", "down")
        assert view(reader).at_item is not None
        await reader.press("up")
        page = view(reader).page
        assert page is not None
        assert view(reader).at_item is None
        assert view(reader).row == page.lead - 1
        lines = len({stop.line for stop in page.card.stops}) if page.card else 0
        await reader.press(*["down"] * (lines + 1))
        assert view(reader).at_item is None
        assert view(reader).row == page.lead
        await reader.press("up")
        item = view(reader).at_item
        assert item is not None
        assert item.fact.status is Status.ONLY_B


async def test_enter_on_a_row_leads_to_where_else_it_is_told(opened: Opened) -> None:
    async with opened() as reader:
        await reader.press("enter", *["right_square_bracket"] * 5)
        before = view(reader).row
        await reader.press("enter")
        by_enter = view(reader).row
        await reader.press("g", *["right_square_bracket"] * 5)
        assert view(reader).row == before
        await reader.press("m")
        assert view(reader).row == by_enter


async def test_a_click_goes_to_an_item(opened: Opened) -> None:
    async with opened(articles(RADIO, WIRE), size=(120, 36), engine=WORDS) as reader:
        await reader.press("enter")
        y = reader.line_of("Only B, Wire") - view(reader).region.y
        x = reader.lines[y + view(reader).region.y].index("Victor")
        await reader.pilot.click(DiffView, offset=(x, y))
        await reader.settle()
        item = view(reader).at_item
        assert item is not None
        assert "Amadi" in (item.fact.value.b or "")


async def test_the_card_makes_way_for_what_matches(opened: Opened) -> None:
    async with opened(articles(RADIO, WIRE), size=(120, 36), engine=WORDS) as reader:
        await reader.press("enter", "ampersand", *"Victor", "enter")
        assert "They differ on" not in reader.text
        assert view(reader).is_past_card
