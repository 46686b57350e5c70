"""Reading the articles of a list behind it, and reading them again: R."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.worker import Worker, WorkerState, get_current_worker

from newsdiff.engine import Engine
from newsdiff.log import note_failure
from newsdiff.tui.session.shelf import Shelf
from newsdiff.tui.shared.screen import NewsScreen

if TYPE_CHECKING:
    from newsdiff.reading import Source
    from newsdiff.tui.session.shelf import ReadArticles

_AT_ONCE: Final = 20_000
"""Characters of an article that are read before anybody could notice."""
_READING, _REREADING = "read", "reread"
"""Two groups of workers: what is read again does not stop what is still being read."""


def _read_one(engine: Engine, place: int, source: Source) -> ReadArticles | Exception:
    """An article, or why it could not be read: the others can be."""
    from newsdiff.tui.session.jobs import read_all

    try:
        return read_all(engine, {place: source})
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is said
        return problem


class Loader:
    """Puts articles on the shelf as they are read.

    Args:
        screen: Where they are listed.
        shelf: The articles.
        changed: Called when one more has been read.
    """

    def __init__(
        self, screen: NewsScreen, shelf: Shelf, changed: Callable[[], None]
    ) -> None:
        self._screen = screen
        self._shelf = shelf
        self._changed = changed

    def read_first(self) -> None:
        """Reads a first article of common length at once: it is seen at once."""
        source = self._shelf.sources[0]
        if self._shelf.articles[0] is None and len(source.text) <= _AT_ONCE:
            reading = _read_one(self._screen.engine, 0, source)
            if not isinstance(reading, Exception):  # `read` tries again, and says it
                self._take(reading)

    def read(self) -> None:
        """Reads the articles one after another, away from the screen."""
        self._start(self._read, _READING)

    def reread(self) -> None:
        """Reads what has changed."""
        self._start(self._reread, _REREADING)

    def action_reload(self) -> None:
        """Reads what has changed; goes on with what was stopped."""
        if None in self._shelf.articles:
            self.read()
        else:
            self.reread()

    def say_failure(self, event: Worker.StateChanged) -> None:
        """Says that the files could not be read again."""
        if event.state is WorkerState.ERROR and event.worker.group == _REREADING:
            problem = f"The files could not be read again: {event.worker.error}"
            self._screen.say(problem)

    def _start(self, work: Callable[[Engine], None], group: str) -> None:
        self._screen.run_worker(
            partial(work, self._screen.engine),
            work.__name__,
            group=group,
            exclusive=True,
            exit_on_error=False,
            thread=True,
        )

    def _read(self, engine: Engine) -> None:
        worker, in_turn = get_current_worker(), self._screen.app.call_from_thread
        for place, source in enumerate(list(self._shelf.sources)):
            if worker.is_cancelled:
                return
            if self._shelf.articles[place] is None:
                reading = _read_one(engine, place, source)
                if isinstance(reading, Exception):
                    in_turn(self._fail, place, reading)
                else:
                    in_turn(self._take, reading)
        # Ready for the first comparison before it is asked for.
        import newsdiff.tui.diff.screen  # noqa: F401

        engine.warm_up()

    def _reread(self, engine: Engine) -> None:
        from newsdiff.tui.session.jobs import reread

        reading = reread(engine, dict(enumerate(self._shelf.sources)))
        in_turn = self._screen.app.call_from_thread
        in_turn(self._put, reading)
        said = reading.notices or ("no file has changed",)
        in_turn(self._screen.say, "\n".join(said))

    def _take(self, reading: ReadArticles) -> None:
        """Shows articles read for the first time; one read again is newer."""
        self._shelf.take(reading)
        self._changed()

    def _put(self, reading: ReadArticles) -> None:
        for place, (source, article) in reading.articles.items():
            self._shelf.put(place, source, article)
        self._changed()

    def _fail(self, place: int, problem: Exception) -> None:
        note_failure(f"reading {self._shelf.sources[place].given}", problem)
        self._screen.say(f"{self._shelf.label(place)} could not be read: {problem}")
