"""Whether an application is at rest: its event loop and threads are asked, no clock is.

Textual's Pilot goes on once the process uses little time of the processor. So does one
that waits for its turn on a busy machine, and one whose worker is held up.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic
from typing import Any

import pytest
from textual.app import App

PATIENCE = 120.0
"""Seconds after which what was waited for is taken never to come."""
NAP = 0.001
"""Seconds from one look at what threads do to the next."""


class Threads(ThreadPoolExecutor):
    """The threads of workers; one that is cancelled works on until it returns."""

    def __init__(self) -> None:
        super().__init__()
        self.at_work: set[Future[Any]] = set()

    def submit(
        self, work: Callable[..., Any], /, *args: Any, **kwargs: Any
    ) -> Future[Any]:
        """Starts work, and knows of it until it has returned."""
        future = super().submit(work, *args, **kwargs)
        self.at_work.add(future)
        future.add_done_callback(self.at_work.discard)
        return future


class Rest:
    """Knows whether an application is at rest, and waits for it.

    Args:
        app: The application; the event loop is the one that runs it.
    """

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._threads = Threads()
        loop = asyncio.get_running_loop()
        loop.set_default_executor(self._threads)
        self._ready = loop._ready  # type: ignore[attr-defined]

    @property
    def _at_work(self) -> bool:
        """Whether a thread works, or a worker has not said yet how it ended."""
        workers = self._app.workers
        return bool(self._threads.at_work) or any(not w.is_finished for w in workers)

    @property
    def _undrawn(self) -> list[Any]:
        """The screens that Textual would draw when its timer comes round."""
        there: list[Any] = [*self._app.screen_stack]
        shown = [screen for screen in there if screen.is_running]
        return [screen for screen in shown if screen._update_timer._active.is_set()]

    def has_come(self) -> bool:
        """Whether no thread works, no message is on its way, nothing is to be drawn."""
        # In this order: what a thread has sent at its end is seen after it.
        return not self._at_work and not self._ready and not self._undrawn

    async def until(self, holds: Callable[[], bool]) -> bool:
        """Waits for a condition, looking whenever nothing else is left to do.

        Returns:
            Whether it came about before patience was at its end.
        """
        end = monotonic() + PATIENCE
        while not (held := holds()) and monotonic() < end:
            if self._at_work:  # Textual itself draws, as often as for a person
                await asyncio.sleep(NAP)
            else:
                for screen in self._undrawn:
                    screen._on_timer_update()
            await idle()
        return held


async def idle(*_: float) -> None:
    """Waits until nothing is left to do but to wait for threads, timers and keys."""
    ready = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    end = monotonic() + PATIENCE
    await asyncio.sleep(0)
    while ready:
        if monotonic() > end:
            pytest.fail("messages go round and round")
        await asyncio.sleep(0)
