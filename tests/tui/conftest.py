"""A reader that is driven by keys and looked at as a person would."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsdiff.engine import Engine
from newsdiff.model import Article, Comparison
from newsdiff.reading import Source, read_text
from newsdiff.tui.app import NewsdiffApp
from tests.tui.handmade import HandMade

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

    def __init__(self, app: NewsdiffApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Presses keys one after another, each when the one before has been done."""
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Waits until nothing is being read, compared or drawn."""
        for _ in range(2):
            await self.pilot.pause()
            await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        """Waits for a condition."""
        for _ in range(2_000):
            if holds():
                return
            await self.pilot.pause()
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
        app = NewsdiffApp(sources, problems, engine=engine)
        app.shelf.articles = list(articles)
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
        from newsdiff.reading import gather

        gathered = gather([str(path) for path in paths])
        app = NewsdiffApp(gathered.sources, gathered.problems, engine=engine)
        async with _driven(app, size) as reader:
            yield reader

    return start


@pytest.fixture
def driven() -> Opened:
    """Drives an application made by the test: `async with driven(app, size)`."""
    return _driven


@pytest.fixture(autouse=True)
def _briskly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Asks every millisecond whether the app is at rest, so that tests go on sooner."""
    monkeypatch.setattr("textual._wait.SLEEP_GRANULARITY", 0.001)


@asynccontextmanager
async def _driven(app: NewsdiffApp, size: tuple[int, int]) -> AsyncIterator[Reader]:
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader
