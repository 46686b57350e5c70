"""The list opens at once and fills; it is stopped, and goes on, without a loss."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.events import MouseEvent, MouseScrollDown

from newsdiff.gathering import Gathered, Item, Opened, Opener, Wishes, find, source_of
from newsdiff.reading import Source
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.articles import loader
from tests.tui.conftest import CLASSIC, Reader
from tests.tui.handmade import HandMade
from tests.tui.pressing import presses
from tests.tui.rest import PATIENCE, Rest

ROWS = 30
Start = Callable[..., AbstractAsyncContextManager[Any]]


class Halting(Opener):
    """Waits in front of some articles, each time a test has not let them pass yet.

    Args:
        names: File names, or parts of a table.
    """

    def __init__(self, *names: str) -> None:
        super().__init__(Wishes())
        self.gates = {name: Event() for name in names}
        self.reached = {name: Event() for name in names}

    def open(self, item: Item) -> Iterator[Opened]:
        for found in super().open(item):
            name = Path(item.given).name
            if isinstance(found, Source) and found.part:
                name = found.part
            if name in self.gates:
                self.reached[name].set()
                self.gates[name].wait(PATIENCE)
            yield found


class Failing(Opener):
    """Cannot open one file, for a reason that nobody has thought of."""

    def _of_file(self, item: Item) -> Iterator[Opened]:
        if item.given.endswith("b.txt"):
            message = "list index out of range"
            raise IndexError(message)
        return super()._of_file(item)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts, a table of thirty articles, a picture."""
    for name in "abc":
        text = f"Bridge {name}\n\nThe bridge {name} was closed on Monday.\n"
        (tmp_path / f"{name}.txt").write_text(text)
    rows = (f'"Row {n}","The ferry {n} was late again today."' for n in range(1, 31))
    (tmp_path / "table.csv").write_text("\n".join(["headline,text", *rows]) + "\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\0\0")
    return tmp_path


@pytest.fixture
def start(engine: HandMade, folder: Path) -> Start:
    """Opens the reader on one file and leaves others to it; does not wait for them."""

    @asynccontextmanager
    async def opened(
        left: list[str], opener: Opener, first: str = "a.txt", problems: Any = ()
    ) -> AsyncIterator[Reader]:
        paths = [str(folder / name) for name in left]
        items = find(paths, opener.wishes)
        source = source_of(str(folder / first))
        gathered = Gathered((source,), problems, (), items, opener)
        app = NewsdiffApp(gathered, engine=engine)
        gates: dict[str, Event] = getattr(opener, "gates", {})
        rest = Rest(app)
        async with app.run_test(size=CLASSIC) as pilot:
            try:
                yield Reader(app, pilot, rest)
            finally:
                for gate in gates.values():
                    gate.set()

    return opened


@pytest.fixture(autouse=True)
def _each_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loader, "_BATCH", -1.0)


def labels(reader: Reader) -> list[str]:
    shelf = reader.app.shelf
    return [shelf.label(place) for place in shelf.order]


async def turn_wheel(reader: Reader, way: type[MouseEvent]) -> None:
    rows = reader.app.screen.query_one("ArticleList")
    await reader.pilot._post_mouse_events([way], rows, button=0, offset=(5, 2))


async def reach(reader: Reader, opener: Halting, name: str) -> None:
    await reader.until(opener.reached[name].is_set)


async def test_what_is_there_is_shown_while_the_rest_is_opened(start: Start) -> None:
    opener = Halting("c.txt", "16")
    async with start(["b.txt", "c.txt", "table.csv"], opener) as reader:
        await reach(reader, opener, "c.txt")
        await reader.until(lambda: "1 of 3 opened" in reader.lines[0])
        assert "2 articles · ━━━─────── 1 of 3 opened" in reader.lines[0]
        assert "A bridge" not in reader.text
        await reader.pilot.press("j")
        await reader.until(lambda: "The bridge b was closed" in reader.text)
        opener.gates["c.txt"].set()
        await reach(reader, opener, "16")
        await reader.until(lambda: "18 articles" in reader.lines[0])
        assert "2 of 3 opened" in reader.lines[0]
        assert "Enter compares A b with B c" in reader.text, "the highlight stays"
        opener.gates["16"].set()
        await reader.settle()
        assert reader.lines[0].strip() == "newsdiff   33 articles"
        assert labels(reader)[:4] == ["a", "b", "c", "table"]


@presses("list.reload")
@pytest.mark.parametrize(
    ("names", "names_of_files"),
    [
        (["11"], ["table.csv", "b.txt"]),
        (["11", "21"], ["table.csv", "b.txt"]),
        (["11", "12", "13", "30"], ["table.csv"]),
        (["b.txt", "c.txt", "1", "2"], ["b.txt", "c.txt", "table.csv"]),
        (["30", "b.txt"], ["table.csv", "b.txt"]),
    ],
)
async def test_it_is_stopped_and_goes_on_without_doubling_or_losing_any(
    start: Start, names: list[str], names_of_files: list[str]
) -> None:
    opener = Halting(*names)
    async with start(names_of_files, opener) as reader:
        for name in names:
            await reach(reader, opener, name)
            await reader.pilot.press("escape")
            opener.gates[name].set()
            await reader.settle()
            assert "Reading was stopped; R goes on with it." in reader.toasts
            assert f"of {len(names_of_files)} opened" in reader.lines[0]
            await reader.pilot.press("R")
        await reader.settle()
        there = [(Path(s.given).name, s.part) for s in reader.app.shelf.sources]
        rows = [str(n) for n in range(1, ROWS + 1)]
        wanted = [("a.txt", "")]
        for name in names_of_files:
            parts = rows if name == "table.csv" else [""]
            wanted += [(name, part) for part in parts]
        assert there == wanted
        assert len(set(labels(reader))) == len(there)
        assert "opened" not in reader.lines[0]


async def test_more_is_named_while_the_rest_is_opened(
    start: Start, folder: Path
) -> None:
    opener = Halting("11")
    async with start(["table.csv", "b.txt"], opener) as reader:
        await reach(reader, opener, "11")
        await reader.pilot.press("a", *str(folder / "c.txt"), "enter")
        opener.gates["11"].set()
        await reader.settle()
        parts = [(Path(s.given).name, s.part) for s in reader.app.shelf.sources]
        assert len(parts) == len(set(parts)) == 1 + ROWS + 2
        assert parts[-2:] == [("b.txt", ""), ("c.txt", "")]


async def test_what_is_no_article_is_named_once_and_problems_are_counted(
    start: Start, folder: Path
) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "d.txt").write_text("The bridge d was closed.\n")
    (folder / "more" / "e.png").write_bytes(b"\x89PNG\0\0")
    (folder / "more" / "f.txt").write_bytes(b"\0\1\2")
    said = ("none.txt does not exist: check the name",)
    names = ["more", "nobody.txt", "b.txt"]
    async with start(names, Opener(), problems=said) as reader:
        await reader.settle()
        assert reader.lines[0].rstrip().endswith("3 not opened")
        notices = [toast for toast in reader.toasts if "no article" in toast]
        assert notices == [f"{folder / 'more'}: 1 file is no article: e.png"]
        text = "\n".join(reader.toasts)
        assert text.count("none.txt does not exist") == 1
        assert text.count("nobody.txt does not exist") == 1
        assert text.count("f.txt is not a text file") == 1
        assert labels(reader) == ["a", "d", "b"]


async def test_what_nobody_has_thought_of_is_said_and_the_others_open(
    start: Start,
) -> None:
    async with start(["b.txt", "c.txt"], Failing()) as reader:
        await reader.settle()
        assert labels(reader) == ["a", "c"]
        assert any(
            "b.txt could not be read: list index out of range" in toast
            for toast in reader.toasts
        )
        assert "opened" not in reader.lines[0].replace("not opened", "")


async def test_articles_that_come_do_not_take_away_what_is_looked_at(
    start: Start,
) -> None:
    """Who has turned the wheel reads on where she is."""
    opener = Halting("29", "30")
    async with start(["table.csv"], opener) as reader:
        await reach(reader, opener, "29")
        await reader.until(lambda: "29 articles" in reader.lines[0])
        rows = reader.app.screen.query_one("ArticleList")
        for _ in range(5):
            await turn_wheel(reader, MouseScrollDown)
        await reader.until(lambda: rows.scroll_offset.y > 3)
        seen = rows.scroll_offset.y
        opener.gates["29"].set()
        await reach(reader, opener, "30")
        await reader.until(lambda: "30 articles" in reader.lines[0])
        await asyncio.sleep(0.05)
        assert rows.scroll_offset.y == seen
