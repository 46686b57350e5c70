"""A reader that is driven by keys and looked at as a person would."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.events import Paste
from textual.pilot import Pilot

from newsdiff.engine import Engine
from newsdiff.gathering import Gathered
from newsdiff.model import Article, Comparison
from newsdiff.reading import Source, read_text
from newsdiff.tui.app import NewsdiffApp
from tests.tui.handmade import HandMade
from tests.tui.rest import Rest, idle
from tests.tui.stocking import stock

WIDE, CLASSIC, SMALL = (120, 36), (80, 24), (60, 15)
RADIO = """City Radio: the Lune bridge is shut

Police closed the bridge on Tuesday [sic] at 9 p.m.

Nobody was hurt.
"""
WIRE = """Wire: bridge closed

Nobody was hurt.

Police closed the bridge on Tuesday [sic] at 9 p.m.

A crane is on its way from Oslo.
"""


class Reader:
    """The application while a test presses its keys."""

    def __init__(self, app: NewsdiffApp, pilot: Pilot[None], rest: Rest) -> None:
        self.app = app
        self.pilot = pilot
        self._rest = rest

    async def press(self, *keys: str) -> None:
        """Presses keys one after another, each when the one before has been done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Waits until nothing is being read, compared or drawn."""
        await self.until(self._rest.has_come)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits for a condition."""
        if not await self._rest.until(holds):
            pytest.fail(f"this never came about; the screen was:\n{self.text}")

    async def resize(self, width: int, height: int) -> None:
        """Another size of the terminal."""
        await self.pilot.resize_terminal(width, height)
        await self.until(lambda: tuple(self.app.screen.outer_size) == (width, height))
        await self.settle()

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        strips = self.app.screen._compositor.render_strips()
        return ["".join(segment.text for segment in strip) for strip in strips]

    @property
    def text(self) -> str:
        """The screen, without the blanks at the ends of its lines."""
        return "".join(f"{line.rstrip()}\n" for line in self.lines)

    @property
    def toasts(self) -> list[str]:
        """What has been said in toasts."""
        return [note.message for note in self.app._notifications]

    @property
    def closed(self) -> bool:
        """Whether the application has been left."""
        return self.app._exit

    def line_of(self, words: str) -> int:
        """The first line of the screen that has these words."""
        found = [y for y, line in enumerate(self.lines) if words in line]
        assert found, f"{words!r} is not on the screen:\n{self.text}"
        return found[0]


async def paste(reader: Reader, text: str) -> None:
    """What a terminal sends when something is pasted."""
    reader.app.post_message(Paste(text))
    await reader.settle()


Opened = Callable[..., AbstractAsyncContextManager[Reader]]


@pytest.fixture
def engine(bridge: Comparison) -> HandMade:
    """Compares in the place of the real one."""
    return HandMade(bridge)


@pytest.fixture
def four(bridge: Comparison) -> list[Article]:
    """Both articles about the bridge and two short ones."""
    radio = read_text(RADIO, source="city-radio.txt", label="City Radio")
    wire = read_text(WIRE, source="wire.txt", label="Wire")
    return [*bridge.articles, radio, wire]


@pytest.fixture
def opened(engine: HandMade, four: list[Article]) -> Opened:
    """Starts the reader on articles that have been read: `async with opened() as r`."""

    @asynccontextmanager
    async def start(
        articles: Sequence[Article] = four,
        size: tuple[int, int] = WIDE,
        problems: Sequence[str] = (),
        engine: Engine = engine,
    ) -> AsyncIterator[Reader]:
        sources = [Source(given=a.source, text=a.text) for a in articles]
        app = NewsdiffApp(Gathered(tuple(sources), tuple(problems)), engine=engine)
        stock(app.shelf, articles)
        async with _driven(app, size) as reader:
            yield reader

    return start


@pytest.fixture
def opened_files(engine: HandMade) -> Opened:
    """Starts the reader on files."""

    @asynccontextmanager
    async def start(
        paths: Sequence[Path], size: tuple[int, int] = WIDE
    ) -> AsyncIterator[Reader]:
        from newsdiff.gathering import gather

        gathered = gather([str(path) for path in paths])
        app = NewsdiffApp(gathered, engine=engine)
        async with _driven(app, size) as reader:
            yield reader

    return start


@pytest.fixture
def driven() -> Opened:
    """Drives an application made by the test: `async with driven(app, size)`."""
    return _driven


@pytest.fixture(autouse=True)
def _without_a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A key has been done when nothing is left to do, and toasts stay to be read."""
    monkeypatch.setattr("textual.app.wait_for_idle", idle)
    monkeypatch.setattr("textual.pilot.wait_for_idle", idle)
    monkeypatch.setattr(NewsdiffApp, "NOTIFICATION_TIMEOUT", 3600)


@pytest.fixture(autouse=True, scope="session")
def _parsed_once() -> Iterator[None]:
    """The same style sheet in the same colours is parsed for one application only."""
    real = Stylesheet._parse_rules
    parsed: dict[object, list[RuleSet]] = {}

    def parse(sheet: Stylesheet, css: str, **how: Any) -> list[RuleSet]:
        key = css, *how.values(), frozenset(sheet._variables.items())
        if key not in parsed:
            parsed[key] = real(sheet, css, **how)
        return parsed[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse)
        yield


@asynccontextmanager
async def _driven(app: NewsdiffApp, size: tuple[int, int]) -> AsyncIterator[Reader]:
    rest = Rest(app)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot, rest)
        await reader.settle()
        yield reader
