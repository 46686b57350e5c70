"""Values that two articles give differently, and clauses that only one tells."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from typing import Any

import pytest

from newsdiff.comparing import Mark
from newsdiff.layout import Tone
from newsdiff.model import (
    Absence,
    Comparison,
    Fact,
    Kind,
    Link,
    Pair,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.reading import read_text
from newsdiff.tui.diff.facts_panel import FactsPanel
from newsdiff.tui.diff.view import DiffView
from tests.tui.handmade import HandMade
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
A = """The fleet sails

The fleet will sail on Monday, TASS said. Nobody knows where, and it rains.
"""
B = """Fleet to leave

A port was busy. The fleet will sail on Monday, Interfax said, citing sailors.
"""


def place(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return (Span(start, start + len(words)),)


@pytest.fixture
def fleet(engine: HandMade) -> Comparison:
    """A comparison with one conflict and a clause inside a linked sentence."""
    a = read_text(A, source="a.txt", label="Ship News")
    b = read_text(B, source="b.txt", label="Port [News]")
    agency = Fact(
        kind=Kind.ATTRIBUTION,
        status=Status.CONFLICT,
        absence=None,
        value=Pair("TASS", "Interfax"),
        resolved=Pair(None, None),
        spans=Pair(place(A, "TASS"), place(B, "Interfax")),
        note="Both name the agency.",
    )
    clause = Fact(
        kind=Kind.CLAIM,
        status=Status.ONLY_B,
        absence=Absence.MEANING,
        value=Pair(None, "citing sailors"),
        resolved=Pair(None, None),
        spans=Pair((), place(B, "citing sailors")),
    )
    comparison = Comparison(
        articles=Pair(a, b),
        links=(Link(a=1, b=2, state=State.MATCHED, score=0.9),),
        nearest=Pair((None,) * len(a.sentences), (None,) * len(b.sentences)),
        facts=(clause, agency),
    )
    engine.put(comparison)
    return comparison


async def test_a_conflict_comes_first_with_both_values_and_its_note(
    opened: Opened, fleet: Comparison
) -> None:
    async with opened(list(fleet.articles)) as reader:
        await reader.press("enter", "i")
        facts = reader.line_of("told with different values")
        assert "1 source" in reader.lines[facts + 1]
        assert "A: TASS · B: Interfax" in reader.lines[facts + 2]
        assert "A 2 B 3" in reader.lines[facts + 2]
        assert "Facts · 0 only A · 1 only B · 1 in conflict" in reader.text
        box = reader.app.screen.query_one(".explanation").region
        said = (line[box.x : box.right] for line in reader.lines[box.y : box.bottom])
        words = " ".join(" ".join(said).replace("│", " ").split())
        assert words == (
            "Ship News has “TASS” but Port [News] has “Interfax”. Both name the agency."
        )
        below = reader.lines[facts:]
        at = next(n for n, line in enumerate(below) if "citing sailors" in line)
        assert "1 claim" in below[at - 1]


async def test_enter_on_a_conflict_marks_both_places(
    opened: Opened, fleet: Comparison
) -> None:
    async with opened(list(fleet.articles)) as reader:
        await reader.press("enter")
        view = reader.app.screen.query_one(DiffView)
        row = view.page.row_of(Side.A, 1)
        assert view.page.rows[row].mark is Mark.CONFLICT
        toned = [run for line in lines(view, row) for run in line]
        assert [r.text for r in toned if r.tone is Tone.FACT] == ["TASS", "Interfax"]
        only = " ".join(run.text for run in toned if run.tone is Tone.PASSAGE)
        assert only == "citing sailors"
        await reader.press("i", "enter")
        assert view.row == row
        assert "! The fleet will sail on Monday" in reader.text
        strips = reader.app.screen._compositor.render_strips()[: view.region.bottom]
        colours = {
            segment.text: segment.style.bgcolor.name
            for strip in strips
            for segment in strip
            if segment.style and segment.style.bgcolor
        }
        variables = reader.app.theme_variables
        assert colours["TASS"] == variables["side-a"].lower()
        assert colours["Interfax"] == variables["side-b"].lower()


def lines(view: DiffView, row: int) -> list[Any]:
    page = view.page
    assert page is not None
    return [page.line(y) for y in range(page.top(row), page.top(row + 1))]


async def test_of_two_long_values_each_has_its_half_of_the_line(
    opened: Opened, fleet: Comparison, engine: HandMade
) -> None:
    wordy = replace(fleet.facts[1], value=Pair("one " * 30, "two " * 30))
    engine.put(replace(fleet, facts=(wordy,)))
    async with opened(list(fleet.articles)) as reader:
        await reader.press("enter", "i")
        line = reader.lines[reader.line_of("A: one one")]
        assert "… · B: two two" in line


async def test_a_panel_without_room_shows_both_values(
    opened: Opened, fleet: Comparison
) -> None:
    async with opened(list(fleet.articles), size=(60, 15)) as reader:
        await reader.press("enter", "i")
        assert reader.app.screen.query_one(FactsPanel).covers
        assert "A: TASS · B: Interfax" in reader.text


@presses("diff.next-conflict", "diff.next-only-b", "diff.next-only-a")
@pytest.mark.parametrize("size", [(60, 15), (120, 36)])
async def test_facts_of_a_kind_are_reached_in_rows_of_another_mark(
    opened: Opened, fleet: Comparison, engine: HandMade, size: tuple[int, int]
) -> None:
    clause, agency = fleet.facts
    vessel = replace(
        clause, value=Pair(None, "vessel"), spans=Pair((), place(B, "sail"))
    )
    engine.put(replace(fleet, facts=(clause, agency, vessel)))
    async with opened(list(fleet.articles), size=size) as reader:
        await reader.press("enter")
        view = reader.app.screen.query_one(DiffView)
        row = view.page.row_of(Side.B, 2)
        assert view.page.rows[row].mark is Mark.CONFLICT
        view.go_to(row - 1)
        await reader.press("greater_than_sign")
        while view.row != row:  # rows that B alone has may stand between
            await reader.press("greater_than_sign")
        assert "2 only in B on this row" in reader.text
        spots = view._spots.b
        assert {B[s.start : s.end] for s in spots} == {"citing sailors", "sail"}
        await reader.press("exclamation_mark")
        assert view.row == row
        assert "the only one" in reader.text
        await reader.press("less_than_sign")
        page = view.page
        only_a = [r.mark for r in page.rows].count(Mark.ONLY_A)
        assert only_a or "A tells nothing that B was not found to tell" in reader.text
