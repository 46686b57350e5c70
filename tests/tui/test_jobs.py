"""Work behind the screen ends with the screen."""

from __future__ import annotations

import itertools
from threading import Event

from textual.app import App

from newsdiff.cancellation import cancellable
from newsdiff.tui.session.jobs import unless_cancelled

PATIENCE = 30.0
"""Seconds after which what was waited for is taken never to come."""


async def test_leaving_ends_what_nobody_will_see() -> None:
    begun, ended = Event(), Event()

    def endless() -> None:
        begun.set()
        try:
            for _ in cancellable(itertools.count()):
                pass
        finally:
            ended.set()

    app: App[None] = App()
    async with app.run_test() as pilot:
        app.run_worker(lambda: unless_cancelled(endless), thread=True)
        while not begun.is_set():
            await pilot.pause()
    assert ended.wait(PATIENCE)


async def test_what_is_wanted_is_given() -> None:
    app: App[None] = App()
    async with app.run_test():
        worker = app.run_worker(lambda: unless_cancelled(lambda: 7), thread=True)
        assert await worker.wait() == 7
