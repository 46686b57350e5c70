"""Work behind the screen ends with the screen."""

from __future__ import annotations

import itertools
from threading import Event

from textual.app import App

from newsdiff.cancellation import steps
from newsdiff.tui.session.jobs_working import unless_cancelled
from tests.tui.rest import PATIENCE, Rest


async def test_leaving_ends_what_nobody_will_see() -> None:
    begun, ended = Event(), Event()

    def endless() -> None:
        begun.set()
        try:
            for _ in steps(itertools.count()):
                pass
        finally:
            ended.set()

    app: App[None] = App()
    rest = Rest(app)
    async with app.run_test():
        app.run_worker(lambda: unless_cancelled(endless), thread=True)
        assert await rest.until(begun.is_set)
    assert ended.wait(PATIENCE)


async def test_what_is_wanted_is_given() -> None:
    app: App[None] = App()
    async with app.run_test():
        worker = app.run_worker(lambda: unless_cancelled(lambda: 7), thread=True)
        assert await worker.wait() == 7
