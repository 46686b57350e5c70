"""The facts panel arranged, filtered and folded; keys to the next row of a kind."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any

import pytest

from newsdiff.comparing import Mark
from newsdiff.engine import Engine
from newsdiff.model import Article, Fact, Status
from newsdiff.reading import read_text
from newsdiff.tui.diff.facts_entries import Trivial
from newsdiff.tui.diff.facts_panel import FactsPanel
from newsdiff.tui.diff.telling import facts_by_row
from newsdiff.tui.diff.view import DiffView
from tests.tui.pressing import presses

Opened = Callable[..., AbstractAsyncContextManager[Any]]
WORDS = Engine("words")
RADIO = """Ferry sinks off Lunehaven

The ferry sank on Tuesday with 14 people aboard, the harbour master said.

“Nobody told us that the deck was under water and that we had to leave,” she said.

A Danish crew brought the survivors to the shore of the island.

The owner, Victor Amadi, paid for new lifeboats last year.
"""
WIRE = """Ferry sinks off Lunehaven

The ferry sank on Wednesday with 16 people aboard, the harbour master said.

“Nobody told us that the deck was on fire and that we had to leave,” she said.

A crew brought the survivors to the shore of the island.
"""


def articles() -> list[Article]:
    pairs = (("Radio", RADIO), ("Wire", WIRE))
    return [read_text(text, source=f"{name}.txt", label=name) for name, text in pairs]


def panel(reader: Any) -> FactsPanel:
    found: FactsPanel = reader.app.screen.query_one(FactsPanel)
    return found


def view(reader: Any) -> DiffView:
    found: DiffView = reader.app.screen.query_one(DiffView)
    return found


@presses("facts.arrange")
async def test_facts_stand_by_kind_or_by_place(opened: Opened) -> None:
    async with opened(articles(), size=(120, 48), engine=WORDS) as reader:
        await reader.press("enter", "i")
        assert "by kind" in reader.text
        assert "1 person" in reader.text
        current = panel(reader).current
        await reader.press("t")
        assert "by place" in reader.text
        assert "in the lower half: " in reader.text
        assert "1 person" not in reader.text
        assert panel(reader).current is current
        await reader.press("t")
        assert "by kind" in reader.text


@presses("facts.filter")
async def test_one_kind_after_another_is_shown_and_then_all(opened: Opened) -> None:
    async with opened(articles(), size=(120, 48), engine=WORDS) as reader:
        await reader.press("enter", "i")
        everything = panel(reader).facts.option_count
        kinds = []
        for _ in range(12):
            await reader.press("F")
            if panel(reader).facts.option_count == everything:
                break
            shown = [one for one in panel(reader)._facts if isinstance(one, Fact)]
            assert len({one.kind for one in shown}) <= 1  # none where all are trivial
            kinds += [one.kind for one in shown[:1]]
        assert len(kinds) > 2
        assert len(set(kinds)) == len(kinds)
        assert "shown:" not in reader.text


@presses("facts.trivial")
async def test_one_line_stands_for_what_is_trivial(opened: Opened) -> None:
    async with opened(articles(), size=(200, 50), engine=WORDS) as reader:
        await reader.press("enter", "i")
        assert "1 trivial one (z opens): countries" in reader.text
        closed = panel(reader).facts.option_count
        await reader.press("z")
        assert panel(reader).facts.option_count == closed + 1
        assert "1 trivial one (z closes)" in reader.text
        await reader.press("z")
        assert panel(reader).facts.option_count == closed
        at = next(
            n for n, one in enumerate(panel(reader)._facts) if isinstance(one, Trivial)
        )
        panel(reader).facts.go_to(at)
        await reader.press("enter")
        assert panel(reader).facts.option_count == closed + 1
        assert panel(reader).facts.highlighted == at


async def test_a_quotation_is_shown_around_the_words_that_differ(
    opened: Opened,
) -> None:
    async with opened(articles(), size=(200, 50), engine=WORDS) as reader:
        await reader.press("enter")
        page = view(reader).page
        assert page is not None
        quoted = [f for f in page.comparison.facts if "deck" in (f.value.a or "")]
        assert quoted
        seen = " ".join(line[:120] for line in reader.lines)
        assert "under water" in seen
        assert "on fire" in seen


async def test_a_fact_reads_as_one(opened: Opened) -> None:
    async with opened(articles(), size=(120, 48), engine=WORDS) as reader:
        await reader.press("enter", "i")
        assert "owner, Victor Amadi, paid for new lifeboats last year" in reader.text
        await reader.press("F")
        for _ in range(8):
            if "people" in reader.lines[reader.line_of("Facts · ")]:
                break
            await reader.press("F")
        await reader.press("enter")
        lit = [line for line in reader.lines if line.startswith("▌")]
        assert any("Victor Amadi" in line for line in lit)


@presses("diff.next-conflict", "diff.next-only-a", "diff.next-only-b")
@pytest.mark.parametrize(
    ("key", "mark", "status"),
    [
        ("exclamation_mark", Mark.CONFLICT, Status.CONFLICT),
        ("less_than_sign", Mark.ONLY_A, Status.ONLY_A),
        ("greater_than_sign", Mark.ONLY_B, Status.ONLY_B),
    ],
)
async def test_a_mark_is_the_key_to_the_next_row_that_tells_such_a_thing(
    opened: Opened, key: str, mark: Mark, status: Status
) -> None:
    async with opened() as reader:
        await reader.press("enter")
        page = view(reader).page
        assert page is not None
        wanted = sorted({*page.marked(mark), *facts_by_row(page, status)})
        assert wanted
        for row in (*[r for r in wanted if r > view(reader).row], wanted[0]):
            await reader.press(key)
            assert view(reader).row == row
        said = reader.lines[-2]
        assert "went on from the top" in said or "the only one" in said


async def test_where_no_row_has_a_mark_that_is_said(opened: Opened) -> None:
    async with opened(articles(), size=(120, 36), engine=WORDS) as reader:
        await reader.press("enter")
        before = view(reader).row
        await reader.press("greater_than_sign")
        assert view(reader).row == before
        assert "B tells nothing that A was not found to tell" in reader.lines[-2]


async def test_rows_with_nothing_but_trivial_facts_are_no_changes(
    opened: Opened,
) -> None:
    async with opened(articles(), size=(120, 36), engine=WORDS) as reader:
        await reader.press("enter")
        page = view(reader).page
        assert page is not None
        danish = next(
            r
            for r, row in enumerate(page.rows)
            if any(
                "Danish" in page.comparison.articles.a.words_of(i)
                for i in row.sentences.a
            )
        )
        assert page.rows[danish].mark is Mark.REWORDED
        assert danish not in page.changes
        assert page.changes
