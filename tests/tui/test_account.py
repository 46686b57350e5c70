"""The story in words on its screen: read, checked, copied, saved."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from functools import partial
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from newsdiff.engine import Engine
from newsdiff.model import Article, Comparison
from newsdiff.reading import read_text
from newsdiff.tui.article.screen import ArticleScreen
from newsdiff.tui.articles.screen import ArticlesScreen
from newsdiff.tui.diff.screen import DiffScreen
from newsdiff.tui.shared.screen import NewsScreen
from newsdiff.tui.story.account.screen import AccountScreen
from newsdiff.tui.story.account.view import AccountView
from tests.story.invented import HERALD, POST, RADIO, articles
from tests.tui.handmade import HandMade
from tests.tui.pressing import BINDINGS, presses
from tests.tui.rest import PATIENCE

Opened = Callable[..., AbstractAsyncContextManager[Any]]
Golden = Callable[[str, str], None]
NASTY = "[b]Bold[/b] [@click=app.quit]x[/] \x1b[31mred\x1b[0m \u202eabc"


@pytest.fixture
def train(opened: Opened) -> Opened:
    """The reader on three articles of one event, compared by words."""
    return partial(opened, articles(), engine=Engine("words"))


def shows(reader: Any, kind: type[NewsScreen]) -> bool:
    return isinstance(reader.app.screen, kind)


def current(reader: Any) -> str:
    """The current statement, as it stands on the screen."""
    lines = [line[1:].strip(" ▂▁▃▄▅▆▇█") for line in reader.lines if line[0] == "▌"]
    return " ".join(lines)


def standing(reader: Any) -> str:
    return str(reader.lines[-2].strip())


@pytest.mark.parametrize("size", [(60, 15), (80, 24), (120, 36), (200, 50)])
async def test_screen(train: Opened, golden: Golden, size: tuple[int, int]) -> None:
    async with train(size=size) as reader:
        await reader.press("S", "j", "j", "l")
        golden(f"tui/account-{size[0]}x{size[1]}.txt", reader.text)


@presses("list.story", "account.close")
async def test_from_the_list_and_back(train: Opened) -> None:
    async with train() as reader:
        for key in BINDINGS["account.close"]:
            await reader.press("S")
            assert shows(reader, AccountScreen)
            assert current(reader).startswith("1. Herald (2) writes “Three people died")
            await reader.press(key)
            assert shows(reader, ArticlesScreen)


@presses("diff.story")
async def test_from_a_pair_it_opens_over_it(train: Opened) -> None:
    async with train() as reader:
        await reader.press("enter", "S")
        assert shows(reader, AccountScreen)
        await reader.press("escape")
        assert shows(reader, DiffScreen)


@presses("account.down", "account.up", "account.top", "account.bottom")
async def test_from_statement_to_statement(train: Opened) -> None:
    async with train() as reader:
        await reader.press("S")
        for key in BINDINGS["account.down"]:
            await reader.press(key)
        assert current(reader).startswith("3. They give different numbers.")
        for key in BINDINGS["account.up"]:
            await reader.press(key)
        assert current(reader).startswith("1. ")
        for key in BINDINGS["account.bottom"]:
            await reader.press(key)
            assert current(reader).startswith("10. “Norrail” (3) appears nowhere")
        for key in BINDINGS["account.top"]:
            await reader.press(key)
            assert current(reader).startswith("1. ")


@presses("account.page-down", "account.page-up")
@presses("account.half-down", "account.half-up")
async def test_pages(train: Opened) -> None:
    async with train(size=(80, 15)) as reader:
        await reader.press("S")
        view = reader.app.screen.query_one(AccountView)
        for ahead, back in (("page-down", "page-up"), ("half-down", "half-up")):
            for key in BINDINGS[f"account.{ahead}"]:
                await reader.press("g", key)
                assert view.at > 0
            for key in BINDINGS[f"account.{back}"]:
                await reader.press("G", key)
                assert view.at < 9
        await reader.press("G", "space", "space")
        assert "read the passage before you rely on it" in reader.text


@presses("account.next-section", "account.previous-section")
async def test_from_section_to_section(train: Opened) -> None:
    async with train() as reader:
        await reader.press("S")
        seen = []
        for _ in range(4):
            await reader.press(*BINDINGS["account.next-section"])
            seen.append(current(reader).split(".")[0])
        assert seen == ["3", "6", "7", "9"]
        await reader.press(*BINDINGS["account.previous-section"])
        assert current(reader).startswith("7. ")


@presses("account.next-version", "account.previous-version", "account.open")
async def test_enter_compares_the_chosen_version_with_one_that_differs(
    train: Opened,
) -> None:
    async with train() as reader:
        await reader.press("S", "j", "j")
        assert standing(reader) == "Enter compares Post, sentence 2, with Herald"
        for key in BINDINGS["account.next-version"]:
            await reader.press(key)
        assert standing(reader) == "Enter compares Herald, sentence 2, with Post"
        for key in BINDINGS["account.previous-version"]:
            await reader.press(key)
        await reader.press("l", *BINDINGS["account.open"])
        assert shows(reader, DiffScreen)
        assert reader.lines[0].startswith(" A Radio  ⇄  B Herald")
        await reader.press("q")
        assert shows(reader, AccountScreen)
        assert current(reader).startswith("3. ")


@presses("account.alone")
async def test_what_one_alone_tells_opens_that_article(train: Opened) -> None:
    async with train() as reader:
        await reader.press("S", "G")
        assert standing(reader) == "Enter reads Radio, sentence 3"
        await reader.press("enter")
        assert shows(reader, ArticleScreen)
        assert reader.lines[0].startswith(" Radio")
        assert reader.lines[-3].startswith(" sentence 3")
        await reader.press("q", "g", *BINDINGS["account.alone"])
        assert reader.lines[0].startswith(" Herald")


@presses("account.whole")
async def test_every_statement_or_the_most_telling(opened: Opened) -> None:
    more = "".join(
        f"Nobody but the Post tells of the cottage near the old mill of {name}.\n\n"
        for name in "Aldby Bergen Cosford Dalby Elverum Fagernes".split()
    )
    story = articles(f"{POST}\n{more}", HERALD, RADIO)
    async with opened(story, engine=Engine("words"), size=(120, 90)) as reader:
        await reader.press("S")
        assert "more are left out." in reader.text
        assert "the most telling" in reader.lines[0]
        await reader.press("j", "j", *BINDINGS["account.whole"])
        assert "left out" not in reader.text
        assert "mill of Fagernes" in reader.text
        assert current(reader).startswith("3. They give different numbers.")
        await reader.press(*BINDINGS["account.whole"])
        assert "more are left out." in reader.text


@presses("account.copy", "account.copy-all")
async def test_a_statement_and_the_page_are_copied(train: Opened) -> None:
    async with train() as reader:
        await reader.press("S", "G", *BINDINGS["account.copy"])
        copied = "Of Radio, “Norrail” (3) appears nowhere in the other two.\n"
        assert reader.app.clipboard == copied
        assert standing(reader).endswith(f"statement 10, {len(copied)} characters")
        await reader.press(*BINDINGS["account.copy-all"])
        assert reader.app.clipboard.startswith("# The story in words\n")
        assert "all as Markdown" in standing(reader)


@presses("account.save")
async def test_the_page_is_saved_in_the_format_of_its_name(
    train: Opened, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    def read(name: str) -> str:
        return (tmp_path / name).read_text("utf-8")

    async with train() as reader:
        await reader.press("S", *BINDINGS["account.save"])
        assert ".md, .html, .txt, .json or .csv." in reader.text
        await reader.press("enter")
        assert standing(reader) == "saved: story.md"
        assert read("story.md").startswith("# The story in words")
        for end in ("json", "csv"):
            await reader.press("s", *["backspace"] * 2, *end, "enter")
            assert standing(reader) == f"saved: story.{end}"
        assert json.loads(read("story.json"))["schema"]
        await reader.press("s", *["backspace"] * 2, *"svg", "enter")
        assert "A name must end in one of" in reader.text
        await reader.press("escape")


async def test_while_pairs_are_compared_it_says_how_far_it_is_and_esc_stops(
    opened: Opened, bridge: Comparison
) -> None:
    engine, go = HandMade(bridge), Event()
    engine.before = lambda: go.wait(60)
    async with opened(engine=engine) as reader:
        await reader.pilot.press("S")
        await reader.until(lambda: "comparing: 0 of 6 pairs" in reader.text)
        assert "Esc stops" in reader.text
        await reader.pilot.press("escape")
        await reader.until(lambda: shows(reader, ArticlesScreen))
        go.set()
        await reader.settle()
        await reader.press("S")
        assert current(reader).startswith("1. ")


async def test_where_a_pair_fails_it_is_said(opened: Opened, engine: HandMade) -> None:
    def fail() -> None:
        message = "no luck"
        raise ValueError(message)

    engine.before = fail
    async with opened() as reader:
        await reader.press("S")
        named = "Harbour Post and River [Herald] could not be compared: no luck"
        assert named in reader.toasts
        assert "no two articles could be compared" in reader.text
        await reader.press("escape")
        assert shows(reader, ArticlesScreen)


async def test_a_story_is_told_without_the_pair_that_fails(opened: Opened) -> None:
    class Failing(Engine):
        def compare(self, a: Article, b: Article) -> Comparison:
            if {a.label, b.label} == {"Post", "Radio"}:
                message = "no [red]luck"
                raise ValueError(message)
            return super().compare(a, b)

    async with opened(articles(), engine=Failing("words")) as reader:
        await reader.press("S")
        assert reader.toasts == ["Post and Radio could not be compared: no [red]luck"]
        assert "because that failed: Post with Radio." in reader.text
        await reader.press("G")
        assert "None of those it was compared with was found" in reader.text
        assert "None of the others" not in reader.text


async def test_one_article_has_no_story(opened: Opened, four: list[Article]) -> None:
    async with opened(four[:1]) as reader:
        await reader.press("S")
        assert shows(reader, ArticlesScreen)
        assert reader.toasts[0].startswith("There is nothing to compare with")


async def test_what_nobody_else_tells_of_has_no_story(opened: Opened) -> None:
    lima = (
        "Sugar dearer in Lima\n\nSugar has become dearer in the markets of Lima this "
        "week, the traders of {} said. Prices rose by 12 per cent in San Isidro."
    )
    bees = (
        "Bees\n\nA swarm of bees has settled on the town hall of Fagernes in Norway, "
        "where the keeper Olav Dahl is to fetch it."
    )
    texts = [POST, HERALD, *map(lima.format, ("Miraflores", "Barranco")), bees]
    story = [read_text(text, source=f"{n}.txt") for n, text in enumerate(texts)]
    async with opened(story) as reader:
        await reader.press("G", "S")
        assert shows(reader, ArticlesScreen)
        assert "No other article tells of this event." in reader.toasts


async def test_article_text_is_data(opened: Opened) -> None:
    story = [
        read_text(text.replace("Norrail", NASTY), source=f"{n}.txt", label=NASTY)
        for n, text in enumerate((POST, RADIO))
    ]
    async with opened(story, engine=Engine("words")) as reader:
        await reader.press("S", "y", "j", "l")
        assert "\x1b" not in reader.text
        assert "\u202e" not in reader.text
        assert "[b]Bold[/b]" in reader.text
        assert "\x1b" not in reader.app.clipboard


@pytest.mark.parametrize("keys", [[], ["j", "j", "j"]])
async def test_the_statement_stays_when_the_terminal_changes(
    train: Opened, keys: list[str]
) -> None:
    async with train(size=(120, 36)) as reader:
        await reader.press("S", *keys)
        before = current(reader).split(".")[0]
        for size in ((60, 15), (39, 9), (200, 50), (80, 24)):
            await reader.resize(*size)
        assert current(reader).split(".")[0] == before


async def test_keys_that_need_a_statement_say_that_there_is_none_yet(
    opened: Opened, engine: HandMade
) -> None:
    gate = Event()
    engine.before = lambda: gate.wait(PATIENCE)
    async with opened() as reader:
        await reader.pilot.press("S")
        await reader.until(lambda: "comparing: 0 of" in reader.text)
        screen = reader.app.screen
        for key in ("enter", "w", "y", "Y", "s"):
            screen.done("")
            await reader.pilot.press(key)
            assert reader.app.screen is screen
            assert "not yet: the story is told once" in reader.lines[-2], key
        gate.set()
        await reader.settle()
        assert "not yet" not in reader.text
