"""How long the diff takes to show its first page; the reader runs headless."""

from __future__ import annotations

import asyncio
import time
from statistics import median

from benchmarks.speed_comparing import Figures
from benchmarks.speed_terminal import COLUMNS, LINES, ROOT
from benchmarks.speed_texts import pair_of_texts
from newsdiff.gathering import Gathered
from newsdiff.reading import Source
from newsdiff.tui.app import NewsdiffApp
from newsdiff.tui.diff.view import DiffView

ROWS_A_SENTENCE = 1.5
"""Rows of a generated pair for each sentence of one side."""


class Reader(NewsdiffApp):
    """The reader with two generated articles, and a sign that a page is there.

    Args:
        rows: How many rows the comparison has, about.
    """

    CSS_PATH = str(ROOT / "newsdiff" / "tui" / "newsdiff.tcss")

    def __init__(self, rows: int) -> None:
        texts = pair_of_texts(round(rows / ROWS_A_SENTENCE))
        sources = (Source(given=n, text=t) for n, t in zip("ab", texts, strict=True))
        super().__init__(Gathered(tuple(sources)))
        self._moved = asyncio.Event()

    def on_diff_view_moved(self) -> None:
        """A page has been laid out."""
        self._moved.set()

    async def opened(self) -> DiffView:
        """The diff of both articles, once its first frame is on the screen."""
        self._moved.clear()
        self.simulate_key("enter")
        await self._moved.wait()
        drawn = asyncio.Event()
        self.screen.call_after_refresh(drawn.set)
        await drawn.wait()
        return self.screen.query_one(DiffView)


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


def _since(begun: float) -> float:
    return (time.perf_counter() - begun) * 1000
