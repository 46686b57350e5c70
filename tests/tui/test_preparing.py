"""Articles are prepared behind the list, and what a person sees of it."""

from __future__ import annotations

import itertools
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from newsdiff.cancellation import CancelledWorkError, cancellable
from newsdiff.config import Settings, SettingsFile
from newsdiff.engine import Engine
from newsdiff.gathering import Gathered
from newsdiff.model import Article, Comparison
from newsdiff.reading import Source
from newsdiff.tui.app import NewsdiffApp
from tests.tui.conftest import WIDE, Reader
from tests.tui.handmade import HandMade
from tests.tui.rest import PATIENCE, Rest
from tests.tui.stocking import stock

Opened = Callable[..., AbstractAsyncContextManager[Any]]
WHY = "sentences are linked by words only: there is no model"


class Steps:
    """Prepares an article only when it is told to."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        """The labels of the articles, the last one last."""
        self._steps = threading.Semaphore(0)

    def take(self, article: Article) -> None:
        self.begun.append(article.label)
        self._steps.acquire(timeout=PATIENCE)

    def go_on(self, times: int = 1) -> None:
        self._steps.release(times)


@pytest.fixture
def steps(engine: HandMade) -> Iterator[Steps]:
    steps = Steps()
    engine.before_preparing = steps.take
    yield steps
    steps.go_on(99)


@pytest.fixture
def begun(engine: HandMade, four: list[Article]) -> Opened:
    """Starts the reader and does not wait until all articles are prepared."""

    @asynccontextmanager
    async def start() -> AsyncIterator[Reader]:
        sources = [Source(given=a.source, text=a.text) for a in four]
        app = NewsdiffApp(Gathered(tuple(sources)), engine=engine)
        stock(app.shelf, four)
        rest = Rest(app)
        async with app.run_test(size=WIDE) as pilot:
            yield Reader(app, pilot, rest)

    return start


def shows(reader: Any, words: str) -> Callable[[], bool]:
    return lambda: words in reader.lines[-2]


async def test_the_status_line_counts_until_all_are_ready(
    begun: Opened, steps: Steps
) -> None:
    async with begun() as reader:
        for done in range(4):
            await reader.until(shows(reader, f"{done} of 4 ready"))
            assert "Enter compares A Harbour Post" in reader.lines[-2]
            steps.go_on()
        await reader.settle()
        assert "ready" not in reader.lines[-2]
        assert steps.begun == ["Harbour Post", "River [Herald]", "City Radio", "Wire"]


async def test_the_best_guess_comes_first_and_keys_are_answered(
    begun: Opened, steps: Steps
) -> None:
    async with begun() as reader:
        await reader.until(shows(reader, "0 of 4 ready"))
        await reader.pilot.press("G", "space")
        await reader.until(shows(reader, "compares A Wire with B Harbour Post"))
        await reader.pilot.press("k")
        await reader.until(shows(reader, "compares A Wire with B City Radio"))
        steps.go_on(4)
        await reader.settle()
        assert steps.begun == ["Harbour Post", "Wire", "City Radio", "River [Herald]"]


async def test_what_had_to_make_way_is_prepared_later(
    opened: Opened, engine: HandMade
) -> None:
    begun: list[str] = []

    def give_way(article: Article) -> None:
        begun.append(article.label)
        if len(begun) == 2:
            raise CancelledWorkError

    engine.before_preparing = give_way
    async with opened() as reader:
        assert begun == [
            *("Harbour Post", "River [Herald]", "River [Herald]"),
            *("City Radio", "Wire"),
        ]
        assert "ready" not in reader.text


async def test_what_cannot_be_prepared_is_not_tried_again_and_again(
    opened: Opened, engine: HandMade
) -> None:
    begun: list[str] = []

    def fail(article: Article) -> None:
        begun.append(article.label)
        message = "no idea"
        raise ValueError(message)

    engine.before_preparing = fail
    async with opened() as reader:
        assert len(begun) == 4
        assert reader.toasts == []
        await reader.press("enter")
        assert "3 = Police" in reader.text


async def test_what_was_read_again_is_prepared_again(
    opened_files: Opened, engine: HandMade, tmp_path: Path
) -> None:
    begun: list[str] = []
    engine.before_preparing = lambda article: begun.append(article.label)
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_text("It rained. Nobody was hurt.\n")
    async with opened_files(paths) as reader:
        assert begun == ["a", "b"]
        paths[1].write_text("It rained. Two people were hurt.\n")
        await reader.press("R")
        assert begun == ["a", "b", "b"]


async def test_leaving_does_not_wait_for_what_is_being_prepared(
    begun: Opened, engine: HandMade
) -> None:
    came, ended = threading.Event(), threading.Event()

    def endless(_: Article) -> None:
        came.set()
        try:
            for _again in cancellable(itertools.repeat(0)):
                pass
        finally:
            ended.set()

    engine.before_preparing = endless
    async with begun() as reader:
        await reader.until(came.is_set)
        await reader.pilot.press("q")
        assert reader.closed
    assert ended.wait(PATIENCE)


# Words only


async def test_where_words_are_chosen_nothing_is_prepared(
    opened: Opened, bridge: Comparison
) -> None:
    engine = HandMade(bridge)
    engine.by_words = True
    engine.before_preparing = lambda _: pytest.fail("it was prepared")
    async with opened(engine=engine) as reader:
        assert reader.lines[-2].rstrip().endswith("words only")
        assert reader.toasts == []


async def test_where_nothing_else_can_be_had_it_is_said_once(
    opened: Opened, bridge: Comparison
) -> None:
    class WithoutEncoder(HandMade):
        def warm_up(self) -> None:
            self.by_words, self.why_words = True, WHY

    async with opened(engine=WithoutEncoder(bridge)) as reader:
        assert reader.lines[-2].rstrip().endswith("words only")
        assert reader.toasts == [WHY]
        reader.app.screen._said_until.clear()  # as if the toast had gone long ago
        await reader.press("enter", "q", "R")
        assert reader.toasts == [WHY, "no file has changed"]


async def test_a_pair_that_is_compared_by_words_alone_says_so(
    opened: Opened, bridge: Comparison
) -> None:
    problem = "Wire is compared by words alone: onnxruntime fails (Fail)"

    class WithoutWire(HandMade):
        def problems_of(self, *articles: Article, claim: str = "") -> tuple[str, ...]:
            del claim
            return (problem,) if any(a.label == "Wire" for a in articles) else ()

    async with opened(engine=WithoutWire(bridge)) as reader:
        await reader.press("enter")
        assert reader.toasts == []
        await reader.press("G", "J", "J")
        assert reader.toasts == [problem]


def test_the_setting_chooses_the_engine() -> None:
    for by_words, name in enumerate(("meaning", "words")):
        file = SettingsFile(Path("c"), settings=Settings(engine=name))
        assert NewsdiffApp(Gathered(()), file=file).engine.by_words is bool(by_words)


# Opening a pair


@pytest.fixture
def gate(engine: HandMade) -> Iterator[threading.Event]:
    """Comparisons wait until this is set."""
    event = threading.Event()
    engine.before = lambda: event.wait(PATIENCE)
    yield event
    event.set()


async def test_a_bar_shows_how_much_of_a_pair_is_ready(
    opened: Opened,
    engine: HandMade,
    gate: threading.Event,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    share = 0.5
    monkeypatch.setattr(Engine, "progress", lambda *_: share)
    async with opened() as reader:
        await reader.pilot.press("enter")
        await reader.until(lambda: "comparing" in reader.text)
        assert "█" * 15 + "─" * 15 in reader.text
        share = 0.8
        await reader.until(lambda: "█" * 24 + "─" * 6 in reader.text)
        engine.by_words = True
        await reader.until(lambda: "█" not in reader.text)
        assert "Esc stops this" in reader.text
        await reader.pilot.press("escape")
        await reader.until(lambda: "Enter compares" in reader.text)
        gate.set()
        await reader.settle()
        assert "Enter compares" in reader.text
