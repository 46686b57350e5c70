"""Testing a claim inside the reader: t in the list, the diff and one article."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.events import Paste
from textual.widgets import Input

from newsdiff.gathering import gather
from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.article.screen import ArticleScreen
from newsdiff.tui.article.view import ArticleView
from newsdiff.tui.asking.claim_screen import ClaimScreen
from newsdiff.tui.asking.findings import FindingsList
from newsdiff.tui.diff.navigation import place_of
from newsdiff.tui.diff.screen import DiffScreen
from newsdiff.tui.diff.view import DiffView
from tests.tui.conftest import Reader as Driven
from tests.tui.handmade import HandMade
from tests.tui.pressing import BINDINGS, presses
from tests.tui.rest import PATIENCE, Rest

Reader = Any
Opened = Callable[..., AbstractAsyncContextManager[Reader]]
Golden = Callable[[str, str], None]
CLAIM = "Police closed the bridge on Tuesday"
STORY = {
    "Herald": "Police closed the bridge on Tuesday.\n\nNobody was hurt.\n",
    "Post": "It rained.\n\nPolice closed the bridge on Monday, a witness said.\n",
    "Wire": "Rain fell.\n\nThe mayor spoke of money for schools.\n",
}


def story() -> list[Article]:
    return [
        read_text(f"{name}: news\n\n{text}", source=f"{name}.txt", label=name)
        for name, text in STORY.items()
    ]


def findings(reader: Reader) -> FindingsList:
    found = reader.app.screen.query_one(FindingsList)
    assert isinstance(found, FindingsList)
    return found


async def ask(reader: Reader, words: str = CLAIM) -> None:
    await reader.press("t", *(" " if c == " " else c for c in words), "enter")


@presses("list.claim", "claim.look")
async def test_a_claim_is_looked_for_in_every_article(opened: Opened) -> None:
    async with opened(story()) as reader:
        await ask(reader)
        assert [one.label for one in findings(reader).findings] == [
            "Herald",
            "Post",
            "Wire",
        ]
        assert "= Herald   probably states it" in reader.text
        assert "! Post   told with another value: Monday" in reader.text
        assert "· Wire   not found" in reader.text
        assert "Probably stated in 1 of 3 articles, told otherwise in 1" in reader.text
        line = reader.lines[reader.line_of("Police closed the bridge on Monday")]
        assert line.split()[0] == "3"


@presses("claim.open")
async def test_enter_goes_to_the_sentence_and_back_leads_to_the_findings(
    opened: Opened,
) -> None:
    async with opened(story()) as reader:
        await ask(reader)
        await reader.press("j", "enter")
        assert isinstance(reader.app.screen, ArticleScreen)
        assert reader.lines[0].lstrip().startswith("Post")
        assert reader.app.screen.query_one(ArticleView).sentence == 2
        await reader.press("q")
        here = findings(reader).here
        assert here is not None
        assert here.label == "Post"


@presses("diff.claim")
async def test_in_the_diff_the_current_sentence_stands_there_and_enter_goes_there(
    opened: Opened,
) -> None:
    async with opened(story()) as reader:
        await reader.press("enter")
        view = reader.app.screen.query_one(DiffView)
        side, i = place_of(view.page.rows[view.row])
        await reader.press("t", "end", *" again", "enter")
        words = view.page.comparison.articles[side].words_of(i)
        assert reader.app.screen._claim == f"{words} again"
        await reader.press("escape")
        await reader.press("t", "ctrl+u", *CLAIM, "enter", "j", "enter")
        assert isinstance(reader.app.screen, DiffScreen)
        view = reader.app.screen.query_one(DiffView)
        assert view.page is not None
        assert view.page.rows[view.row].sentences.b == (2,)
        await reader.press("t", "ctrl+u", *"The mayor spoke of schools", "enter")
        await reader.press("enter")
        assert "A Herald  ⇄  B Wire" in reader.lines[0]


async def test_what_is_typed_takes_the_place_of_the_current_sentence(
    opened: Opened,
) -> None:
    async with opened(story()) as reader:
        await reader.press("enter", "t")
        assert reader.app.screen._line.value
        assert "Type over it, or press → to change it" in reader.text
        await reader.press(*CLAIM)
        assert reader.app.screen._line.value == CLAIM


@presses("alone.claim")
async def test_in_one_article_the_current_sentence_stands_there(
    opened: Opened,
) -> None:
    async with opened(story()) as reader:
        await reader.press("w", "j", "t")
        assert reader.app.screen._line.value == STORY["Herald"].split("\n")[0]
        await reader.press("enter", "enter")
        assert isinstance(reader.app.screen, ArticleScreen)
        assert reader.lines[0].lstrip().startswith("Herald")
        await reader.press("t", "enter", "j", "enter")
        assert reader.lines[0].lstrip().startswith("Post")


@presses("claim.edit")
@pytest.mark.parametrize("key", BINDINGS["claim.edit"])
async def test_the_words_can_be_changed(opened: Opened, key: str) -> None:
    async with opened(story()) as reader:
        await ask(reader)
        await reader.press(key, "end", *" in May")
        assert reader.app.screen._line.value == f"{CLAIM} in May"
        await reader.press("enter")
        assert reader.app.screen._claim == f"{CLAIM} in May"


@presses("claim.leave", "claim.close")
async def test_esc_leaves_words_as_they_were_then_goes_back(opened: Opened) -> None:
    async with opened(story()) as reader:
        await ask(reader)
        await reader.press("t", "x", "escape")
        assert reader.app.screen._line.value == CLAIM
        assert findings(reader).has_focus
        await reader.press("escape")
        assert "Enter compares" in reader.text
        await reader.press("t", "x", "escape")
        assert "Enter compares" in reader.text


async def test_esc_stops_looking(opened: Opened, engine: HandMade) -> None:
    go_on, begun = Event(), Event()

    def wait() -> None:
        begun.set()
        go_on.wait(20)

    engine.before = wait
    async with opened(story()) as reader:
        await reader.press("t", *CLAIM)
        await reader.pilot.press("enter")
        await reader.until(begun.is_set)
        await reader.until(lambda: "0 of 3 looked through" in reader.text)
        await reader.pilot.press("escape")
        await reader.until(lambda: "stopped" in reader.text)
        go_on.set()
        await reader.settle()
        assert not findings(reader).findings
        assert isinstance(reader.app.screen, ClaimScreen)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Bridge", "states nothing that could be looked for"),
        (f"{CLAIM} {'x' * 1000}", "claim takes a short sentence"),
    ],
)
async def test_what_is_no_claim_is_said(opened: Opened, words: str, said: str) -> None:
    async with opened(story()) as reader:
        await reader.press("t")
        reader.app.screen._line.value = words
        await reader.press("enter")
        assert said in reader.toasts[-1]
        assert reader.app.screen._line.has_focus


@presses("claim.down", "claim.up", "claim.first", "claim.last")
@presses("claim.page-down", "claim.page-up")
async def test_moving_among_findings(opened: Opened) -> None:
    async with opened(story()) as reader:
        await ask(reader)
        for name, at in (
            ("down", 1),
            ("up", 0),
            ("last", 2),
            ("first", 0),
            ("page-down", 2),
            ("page-up", 0),
        ):
            for key in BINDINGS[f"claim.{name}"]:
                findings(reader).highlighted = {"down": 0, "up": 1, "page-up": 2}.get(
                    name, 0
                )
                await reader.press(key)
                assert findings(reader).highlighted == at, key


async def test_words_of_an_article_are_data(opened: Opened) -> None:
    text = "[b]Police[/b] closed the bridge on \x1b[31mMonday.\n"
    articles = [read_text(text, source="x.txt", label="[i]X[/i]"), *story()]
    async with opened(articles) as reader:
        await ask(reader)
        assert "[i]X[/i]" in reader.text
        assert "[b]Police[/b] closed the bridge on ␛[31mMonday." in reader.text


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_the_screen(
    opened: Opened, golden: Golden, size: tuple[int, int]
) -> None:
    async with opened(story(), size=size) as reader:
        await ask(reader)
        golden(f"tui/claim-{size[0]}x{size[1]}.txt", reader.text)


@pytest.mark.parametrize("keys", [["t"], ["slash"], ["enter", "slash"], ["enter", "A"]])
async def test_what_is_pasted_over_several_lines_is_one_line(
    opened: Opened, keys: list[str]
) -> None:
    async with opened(story()) as reader:
        await reader.press(*keys)
        line = reader.app.focused
        assert isinstance(line, Input)
        line.select_all()
        line.post_message(Paste("Police closed\r\nthe [red]bridge\n\n  on Tuesday\n"))
        await reader.settle()
        assert line.value == "Police closed the [red]bridge on Tuesday"


async def test_a_claim_that_is_asked_at_once_is_put_to_what_is_not_read_yet(
    engine: HandMade, tmp_path: Path
) -> None:
    gate = Event()
    engine.before_reading = lambda _: gate.wait(PATIENCE)
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"The {name}\n\n{CLAIM}.\n", "utf-8")
    app = NewsdiffApp(gather([str(tmp_path)]), engine=engine)
    rest = Rest(app)
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Driven(app, pilot, rest)
        await reader.until(lambda: "two" in reader.text)
        assert None in app.shelf.listed
        await pilot.press("t")
        await reader.until(lambda: isinstance(app.screen, ClaimScreen))
        await reader.until(lambda: "Claim   2 articles" in reader.lines[0])
        await pilot.press(*CLAIM, "enter")
        gate.set()
        await reader.settle()
        assert len(findings(reader).findings) == 2
