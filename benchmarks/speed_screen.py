"""How long the diff takes to show its first page, and the next pair; headless.

    python -m benchmarks.speed_screen

The five articles of the sample: `J` through all ten pairs, again and again. In the
first round articles are prepared; in the second, both articles of a pair are analysed
but it is compared anew; in the third, it has been compared.
"""

from __future__ import annotations

import asyncio
import time
from statistics import median

from benchmarks.speed_comparing import Figures
from benchmarks.speed_terminal import COLUMNS, LINES, ROOT
from benchmarks.speed_texts import pair_of_texts
from newsdiff.gathering import Gathered, sample_sources
from newsdiff.layout import Page
from newsdiff.reading import Source
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.view import DiffView

_TICK = 0.001
"""Seconds between two looks at whether there is a page."""
ROWS_A_SENTENCE = 1.5
"""Rows of a generated pair for each sentence of one side."""
PAIRS = 10
"""Pairs of the sample."""


class Reader(NewsdiffApp):
    """The reader with two generated articles.

    Args:
        rows: How many rows the comparison has, about.
    """

    CSS_PATH = str(ROOT / "newsdiff" / "tui" / "newsdiff.tcss")

    def __init__(self, rows: int) -> None:
        texts = pair_of_texts(round(rows / ROWS_A_SENTENCE))
        sources = (Source(given=n, text=t) for n, t in zip("ab", texts, strict=True))
        super().__init__(Gathered(tuple(sources)))

    async def opened(self) -> DiffView:
        """The diff of both articles, once its first frame is on the screen."""
        self.simulate_key("enter")
        while (view := self._view()) is None:  # noqa: ASYNC110 - nothing tells it
            await asyncio.sleep(_TICK)
        drawn = asyncio.Event()
        self.screen.call_after_refresh(drawn.set)
        await drawn.wait()
        return view

    def _view(self) -> DiffView | None:
        """The diff, once it has a page."""
        view = next(iter(self.screen.query(DiffView)), None)
        return view if view and view.page else None


def first_frame(rows: int, times: int) -> Figures:
    """From Enter to the first frame of a comparison that has been made before."""
    return asyncio.run(_first_frame(rows, times))


async def _first_frame(rows: int, times: int) -> Figures:
    found = []
    app = Reader(rows)
    async with app.run_test(size=(COLUMNS, LINES)) as pilot:
        await pilot.pause()
        await app.opened()
        for _ in range(times):
            await app.action_back()
            await pilot.pause()
            begun = time.perf_counter()
            view = await app.opened()
            found.append(_since(begun))
        shown = len(view.page.rows) if view.page else 0
    return {"frame": median(found), "rows": shown}


async def next_pairs() -> list[list[float]]:
    """Milliseconds from `J` until the next pair is drawn, for each round."""
    app = Sample(Gathered(sample_sources()))
    rounds: list[list[float]] = []
    async with app.run_test(size=(COLUMNS, LINES)) as pilot:
        await pilot.pause()
        app.simulate_key("enter")
        await app.another(None)
        for again in (False, True, False):
            if again:
                app.shelf.forget(None)
            took = []
            for _ in range(PAIRS):
                await app.rest()
                screen, begun = app.screen, time.perf_counter()
                page = screen.query_one(DiffView).page
                app.simulate_key("J")
                await app.another(page)
                took.append(_since(begun))
            rounds.append(took)
    return rounds


class Sample(NewsdiffApp):
    """The reader with the story that comes with it."""

    CSS_PATH = str(ROOT / "newsdiff" / "tui" / "newsdiff.tcss")

    async def another(self, page: Page | None) -> None:
        """Waits until another page than this one is drawn."""
        while True:
            view = next(iter(self.screen.query(DiffView)), None)
            if view and view.page and view.page is not page:
                break
            await asyncio.sleep(_TICK)
        drawn = asyncio.Event()
        self.screen.call_after_refresh(drawn.set)
        await drawn.wait()

    async def rest(self) -> None:
        """Waits until nothing is done behind the screen."""
        while any(not worker.is_finished for worker in self.workers):  # noqa: ASYNC110
            await asyncio.sleep(_TICK)


def main() -> None:
    """Prints the figures."""
    names = "first time", "both analysed", "compared before"
    for name, took in zip(names, asyncio.run(next_pairs()), strict=True):
        print(
            f"next pair, {name}: median {median(took):.0f} ms, most {max(took):.0f} ms"
        )


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
