"""Articles on several events: headings, keys that stay within one, corrections."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.events import Paste

from newsdiff.engine import Engine
from newsdiff.gathering import Gathered, gather
from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.articles.view import ArticleList
from newsdiff.tui.session import groups
from newsdiff.tui.session.memory import Memory
from tests.tui.conftest import paste
from tests.tui.invented import BUDGET, FERRY, LONELY, STORIES, WIRE
from tests.tui.pressing import presses
from tests.tui.rest import PATIENCE

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]
SIZES = [(40, 10), (60, 15), (80, 24), (120, 36), (200, 50)]
FERRIES, BUDGETS = ["Courier", "Tribune", "Radio"], ["Ledger", "Gazette"]


def articles(texts: Sequence[str]) -> list[Article]:
    return [read_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]


def stories(reader: Any) -> list[list[str]]:
    """The labels under each heading; without headings, all of them in one list."""
    screen = reader.app.screen
    found: list[list[str]] = []
    for row in screen._rows:
        if row.place is None:
            found.append([])
        else:
            found = found or [[]]
            found[-1].append(reader.app.shelf.label(row.place))
    return found


def headings(reader: Any) -> list[str]:
    screen = reader.app.screen
    return [
        screen._draw(n).plain.strip()
        for n, row in enumerate(screen._rows)
        if row.place is None
    ]


def here(reader: Any) -> str:
    screen = reader.app.screen
    assert isinstance(screen, ArticlesScreen)
    assert screen.here is not None, "a heading is highlighted"
    return str(reader.app.shelf.label(screen.here))


async def go(reader: Any, label: str) -> None:
    """Highlights an article by keys, as a person would."""
    await reader.press("g")
    for _ in range(20):
        if here(reader) == label:
            return
        await reader.press("j")
    pytest.fail(f"{label} cannot be reached:\n{reader.text}")


# What the list looks like


async def test_articles_on_several_events_stand_under_headings(opened: Opened) -> None:
    async with opened(articles(STORIES)) as reader:
        assert stories(reader) == [FERRIES, BUDGETS, ["Globe"]]
        ferry, budget, alone = headings(reader)
        assert ferry.endswith(" · 3 articles")
        assert ferry.split(" · ")[0] in {
            t.split("---\n")[2].split("\n")[1] for t in FERRY
        }
        assert budget.endswith(" · 2 articles")
        assert alone == "told by one article only · 1 article"


@pytest.mark.parametrize("texts", [FERRY, BUDGET, (LONELY,), (FERRY[0], LONELY)])
async def test_one_event_or_two_articles_have_no_headings(
    opened: Opened, texts: Sequence[str]
) -> None:
    async with opened(articles(texts)) as reader:
        assert headings(reader) == []
        assert len(stories(reader)[0]) == len(texts)


async def test_three_articles_on_three_events_have_no_headings(opened: Opened) -> None:
    async with opened(articles((FERRY[0], BUDGET[0], LONELY))) as reader:
        assert headings(reader) == []


@pytest.mark.parametrize("size", SIZES)
async def test_screen(opened: Opened, golden: Golden, size: tuple[int, int]) -> None:
    async with opened(articles(STORIES), size=size) as reader:
        await reader.press("j", "space", "j")
        golden(f"tui/stories-{size[0]}x{size[1]}.txt", reader.text)


@pytest.mark.parametrize("size", SIZES)
async def test_headings_are_never_highlighted(
    opened: Opened, size: tuple[int, int]
) -> None:
    async with opened(articles(STORIES), size=size) as reader:
        seen = [here(reader)]
        for _ in range(6):
            await reader.press("j")
            seen.append(here(reader))
        assert seen == [*FERRIES, *BUDGETS, "Globe", "Courier"]
        await reader.press("k")
        assert here(reader) == "Globe"
        for keys, label in (("g", "Courier"), ("G", "Globe")):
            await reader.press(keys)
            assert here(reader) == label
        for key in ("d", "u", "f", "b", "pagedown", "pageup", "u", "d", "G", "b"):
            await reader.press(key)
            assert here(reader)
        await reader.press("g")
        rows = reader.app.screen.query_one(ArticleList)
        assert rows.scroll_offset.y == 0, "the heading of the first is in sight"
        shown = [y for y, line in enumerate(reader.lines) if " · 3 articles" in line]
        await reader.pilot.hover(offset=(3, shown[-1]))
        await reader.pilot.click(offset=(3, shown[-1]))
        await reader.settle()
        assert here(reader) == "Courier", "a click on a heading chooses nothing"


async def test_filter_and_order_keep_to_stories(opened: Opened) -> None:
    async with opened(articles(STORIES)) as reader:
        await reader.press("slash", *"2024-06-03")
        assert stories(reader) == [["Courier", "Tribune"], BUDGETS]
        assert [line.rpartition(" · ")[2] for line in headings(reader)] == [
            "2 articles",
            "2 articles",
        ]
        await reader.press(*"xx")
        assert stories(reader) == []
        assert "0 of 6 articles" in reader.lines[0]
        await reader.press("escape", "slash", *"globe", "enter")
        assert stories(reader) == [["Globe"]]
        assert here(reader) == "Globe"
        await reader.press("escape", "s")
        assert stories(reader) == [
            ["Courier", "Radio", "Tribune"],
            BUDGETS[::-1],
            ["Globe"],
        ]
        await reader.press("r")
        assert stories(reader) == [["Tribune", "Radio", "Courier"], BUDGETS, ["Globe"]]


# Pairs stay within a story


async def test_pairs_coverage_and_reading_alone_stay_within_a_story(
    opened: Opened,
) -> None:
    async with opened(articles(STORIES)) as reader:
        await go(reader, "Ledger")
        assert "Enter compares A Ledger with B Gazette" in reader.text
        await reader.press("enter")
        assert reader.lines[0].startswith(" A Ledger  ⇄  B Gazette")
        assert "pair 1/1" in reader.lines[0]
        for key in ("J", "K", "comma", "full_stop"):
            await reader.press(key)
            assert "Ledger" in reader.lines[0]
            assert "Gazette" in reader.lines[0]
        await reader.press("q")
        await go(reader, "Radio")
        assert "Enter compares A Radio with B Courier" in reader.text
        await reader.press("enter")
        seen = set()
        for _ in range(3):
            seen.add(reader.lines[0].split("   ")[0])
            await reader.press("J")
        assert len(seen) == 3
        assert not any(name in line for line in seen for name in [*BUDGETS, "Globe"])
        await reader.press("q", "p")
        assert not any(name in reader.text for name in [*BUDGETS, "Globe"])
        await reader.press("q", "c")
        assert not any(name in reader.text for name in [*BUDGETS, "Globe"])
        await reader.press("q", "w")
        assert "two others" in reader.lines[0]
        await reader.press("J", "J")
        assert not any(name in reader.lines[0] for name in [*BUDGETS, "Globe"])


async def test_a_pair_across_stories_can_be_opened(opened: Opened) -> None:
    async with opened(articles(STORIES)) as reader:
        await go(reader, "Tribune")
        await reader.press("space")
        await go(reader, "Gazette")
        assert "Enter compares A Tribune with B Gazette" in reader.text
        await reader.press("enter")
        assert reader.lines[0].startswith(" A Tribune  ⇄  B Gazette")
        assert "/10" in reader.lines[0], "of the pairs of both stories"
        for key in ("x", "J", "K", "comma", "full_stop", "p"):
            await reader.press(key)
        assert "Globe" not in reader.text


async def test_an_article_that_stands_alone_is_compared_with_any(
    opened: Opened,
) -> None:
    async with opened(articles(STORIES)) as reader:
        await go(reader, "Globe")
        assert "Enter compares A Globe with B " in reader.text
        await reader.press("enter")
        assert reader.lines[0].startswith(" A Globe  ⇄  B ")
        await reader.press("q", "c")
        assert "Globe" in reader.text
        await reader.press("q", "w")
        assert "no other article" in reader.lines[0]


@presses("list.why")
async def test_why_an_article_is_in_its_story(opened: Opened) -> None:
    async with opened(articles(STORIES)) as reader:
        await go(reader, "Radio")
        await reader.press("equals_sign")
        await go(reader, "Globe")
        await reader.press("equals_sign")
        ferry, alone = reader.toasts
        assert ferry.startswith("Radio is with 2 other articles for what it shares")
        assert "Ostrava Star" in ferry
        assert ferry.endswith("; 1 day from the nearest of them.")
        assert alone == (
            "Globe shares too little with any other article to be of its story."
        )


# Corrections


@presses("list.move", "list.merge", "list.split")
async def test_a_person_moves_merges_and_splits(opened: Opened) -> None:
    async with opened(articles(STORIES)) as reader:
        await go(reader, "Tribune")
        await reader.press("P")
        assert reader.toasts == ["Mark one article of the other story first: Space."]
        await go(reader, "Gazette")
        await reader.press("space")
        await go(reader, "Tribune")
        await reader.press("P")
        assert stories(reader) == [
            ["Courier", "Radio"],
            ["Ledger", "Tribune", "Gazette"],
            ["Globe"],
        ]
        assert here(reader) == "Tribune", "it is still highlighted"
        assert reader.toasts[-1] == "Tribune: moved to the story of Gazette"
        await reader.press("equals_sign")
        assert reader.toasts[-1].endswith("because you said so.")
        await go(reader, "Globe")
        await reader.press("M")
        assert ["Ledger", "Tribune", "Globe", "Gazette"] in stories(reader)
        assert reader.toasts[-1] == "Globe: one story now with that of Gazette"
        await go(reader, "Tribune")
        await reader.press("U")
        assert reader.toasts[-1] == "Tribune: a story of its own now"
        assert stories(reader) == [
            ["Courier", "Radio"],
            ["Ledger", "Globe", "Gazette"],
            ["Tribune"],
        ]
        await reader.press("U")
        assert stories(reader)[-1] == ["Tribune"], "twice is once"


async def test_two_articles_have_no_stories_to_correct(opened: Opened) -> None:
    async with opened(articles(STORIES[:2])) as reader:
        await reader.press("space", "j", "P", "M", "U", "equals_sign")
        assert reader.toasts == [
            "Articles are told apart by story from three articles on.",
            "It is not known yet which articles tell of the same event.",
        ]


async def test_what_is_not_grouped_yet_cannot_be_corrected(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(articles(STORIES)) as reader:
        kept = reader.app.shelf.groups
        monkeypatch.setattr("newsdiff.tui.session.groups.grouped", lambda *_: kept)
        await reader.press("a")
        await paste(reader, "Orchids of Tarvik\n\nThey bloom in June.\n")
        await reader.press("enter", "G", "space")
        assert here(reader) == "pasted text"
        for key in ("U", "P", "M", "equals_sign"):
            await reader.press(key)
        await reader.press("g", "P", "M")
        assert reader.toasts == [
            "It is not known yet which articles tell of the same event.",
            "Mark one article of the other story first: Space.",
        ]
        assert stories(reader) == [FERRIES, BUDGETS, ["Globe", "pasted text"]]


async def test_what_is_corrected_while_stories_are_found_holds(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = Event(), Event()
    real = groups.grouped

    def halting(*given: Any, **named: Any) -> Any:
        found = real(*given, **named)
        begun.set()
        go_on.wait(PATIENCE)
        return found

    async with opened(articles(STORIES)) as reader:
        await go(reader, "Tribune")
        monkeypatch.setattr(groups, "grouped", halting)
        await reader.press("a")
        reader.app.post_message(Paste("Orchids of Tarvik\n\nThey bloom in June.\n"))
        await reader.pilot.pause()
        await reader.pilot.press("enter")
        await reader.until(begun.is_set)
        await reader.pilot.press("U")
        await reader.until(lambda: ["Courier", "Radio"] in stories(reader))
        go_on.set()
        await reader.settle()
        assert ["Courier", "Radio"] in stories(reader)
        assert ["Globe", "pasted text"] in stories(reader), (
            "what came is told apart too"
        )
        assert stories(reader)[-1] == ["Tribune"], "and what was said holds"
        assert len(reader.app.shelf.corrections) == 1


@pytest.fixture
def again(engine: Engine, tmp_path: Path, driven: Any) -> Opened:
    """Starts the reader on the six articles as a person would the next day."""
    paths = [tmp_path / f"{n}.txt" for n in range(len(STORIES))]
    for path, text in zip(paths, STORIES, strict=True):
        path.write_text(text, "utf-8")

    @asynccontextmanager
    async def start(leave_out: int = 99) -> AsyncIterator[Any]:
        chosen = [str(p) for n, p in enumerate(paths) if n != leave_out]
        gathered = Gathered(gather(chosen).sources)
        memory = Memory(tmp_path / "state" / "state.json")
        app = NewsdiffApp(gathered, None, memory, engine)
        async with driven(app, (120, 36)) as reader:
            yield reader
            app.exit()
        assert app.remember() == ""

    return start


async def test_corrections_are_remembered(again: Opened) -> None:
    async with again() as reader:
        assert stories(reader) == [FERRIES, BUDGETS, ["Globe"]]
        await go(reader, "Globe")
        await reader.press("space")
        await go(reader, "Ledger")
        await reader.press("M")
        await go(reader, "Radio")
        await reader.press("U")
    changed = [["Courier", "Tribune"], ["Ledger", "Globe", "Gazette"], ["Radio"]]
    for _ in range(2):
        async with again() as reader:
            assert stories(reader) == changed
    async with again(leave_out=0) as reader:
        assert ["Ledger", "Globe", "Gazette"] in stories(reader)
    async with again() as reader:
        assert stories(reader) == changed, "what was not listed is not forgotten"


@pytest.mark.parametrize(
    "said",
    [
        "merged",
        ["merged"],
        [{}],
        [{"what": "merged", "together": ["a"], "apart": []}],
        [{"what": "eaten", "together": [], "apart": [], "moved": []}],
        [{"what": "moved", "together": [1], "apart": [], "moved": []}],
        [{"what": "moved", "together": "abc", "apart": [], "moved": []}],
        [{"what": [], "together": [], "apart": [], "moved": []}],
    ],
)
async def test_corrections_that_are_none_are_said_in_one_sentence(
    again: Opened, tmp_path: Path, said: object
) -> None:
    state = tmp_path / "state" / "state.json"
    state.parent.mkdir()
    text = json.dumps({"version": 1, "stories": [], "stories of articles": said})
    state.write_text(text)
    async with again() as reader:
        (toast,) = reader.toasts
        assert "state.json is of another version or damaged; nothing is" in toast
        assert stories(reader) == [FERRIES, BUDGETS, ["Globe"]]
    assert state.read_text() == text


# Copies


async def test_the_same_text_and_a_copy_of_an_agency_are_marked(
    opened: Opened,
) -> None:
    lines = WIRE.split("\n\n")
    cut = "\n\n".join(["Quake kills 17 in Belmesh, Vantara", *lines[:3]]) + "\n"
    texts = (WIRE, WIRE, cut, *BUDGET)
    async with opened(articles(texts)) as reader:
        screen = reader.app.screen
        signs = [screen._draw(n).plain[1:4].strip() for n in range(len(screen._rows))]
        assert [sign[:1] for sign in signs if sign[:1] in {"≡", "⇉", "≈"}] == [
            "≡",
            "≡",
            "⇉",
        ]
        await reader.press("g")
        assert "the same text as 1" in reader.text
        assert "credits Reuters" in reader.text or "credit Reuters" in reader.text
        await reader.press("j", "j")
        assert "3 sentences word for word as in 0" in reader.text
        await reader.press("space")
        assert any(line.startswith(" A⇉ 2 ") for line in reader.lines)
