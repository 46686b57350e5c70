"""Preparing the articles of a list behind it: then a pair opens without a wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from textual.worker import Worker, WorkerState

from newsdiff.tui.session.shelf import Shelf
from newsdiff.tui.shared.screen import NewsScreen

if TYPE_CHECKING:
    from newsdiff.engine import Engine
    from newsdiff.tui.session.jobs import Wanted

_AHEAD: Final = 200
"""Articles that are prepared ahead of what is asked for."""
_PREPARING: Final = "prepare"
"""The group of the workers."""
_DONE: Final = (WorkerState.SUCCESS, WorkerState.ERROR)
"""How work ends that nobody has stopped."""


class Preparer:
    """Has the engine prepare one article after another, the best guess first.

    Args:
        screen: Where they are listed.
        shelf: The articles.
        guess: Gives the places of all of them, those first that may be opened next.
        changed: Called when there is something else to say.
    """

    def __init__(
        self,
        screen: NewsScreen,
        shelf: Shelf,
        guess: Callable[[], Iterable[int]],
        changed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._shelf = shelf
        self._guess = guess
        self._changed = changed
        self._done: dict[int, int] = {}
        """The readings that need no more work, by place: what fails now may fail
        again."""
        self._at: tuple[int, int] | None = None
        """What is being prepared: its place, and which reading of it."""
        self._said = False
        """Whether it has been said why words alone decide."""

    @property
    def words(self) -> str:
        """How far this has come; empty once there is nothing to say."""
        if self._screen.engine.by_words:
            return "words only"
        if self._at is None:
            return ""
        ahead = min(len(self._shelf), _AHEAD)
        done = sum(map(self._is_done, self._done))
        return f"{min(done, ahead)} of {ahead} ready"

    def hear(self, event: Worker.StateChanged) -> None:
        """Goes on when the articles have been read, or one has been prepared."""
        if event.worker.group == _PREPARING and event.worker.is_finished:
            self._take(event)
        if event.state in _DONE:
            self._screen.call_later(self._go_on)

    def _take(self, event: Worker.StateChanged) -> None:
        failed = event.state is WorkerState.ERROR
        if self._at is not None and (failed or event.worker.result):
            place, reading = self._at
            self._done[place] = reading
        self._at = None
        self._changed()

    def _is_done(self, place: int) -> bool:
        return self._done.get(place) == self._shelf.readings[place]

    def _go_on(self) -> None:
        screen, engine = self._screen, self._screen.engine
        if any(w.node is screen and not w.is_finished for w in screen.workers):
            return
        if engine.by_words:
            if engine.why_words and not self._said:
                screen.say(engine.why_words, warning=True)
            self._said = True
            self._changed()
            return
        for place in islice(self._guess(), _AHEAD):
            if self._is_done(place):
                continue
            if self._shelf.listed[place] is not None:
                self._start(place)
                break

    def _start(self, place: int) -> None:
        from newsdiff.tui.session.jobs import Wanted

        wanted = Wanted.of(self._shelf, place)
        self._at = place, self._shelf.readings[place]
        self._changed()
        self._screen.run_worker(
            partial(self._prepare, self._screen.engine, wanted),
            "_prepare",
            group=_PREPARING,
            exit_on_error=False,
            thread=True,
        )

    def _prepare(self, engine: Engine, wanted: Wanted) -> bool | None:
        """Whether it is prepared; None where others had to come first."""
        from newsdiff.tui.session.jobs import unless_cancelled

        def work() -> bool:
            engine.prepare(wanted.read(engine))
            return True

        return unless_cancelled(work)
