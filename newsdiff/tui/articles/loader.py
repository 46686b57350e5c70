"""The articles of a list are read behind it, and read again: R, and what follows e."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual import work
from textual.worker import Worker, WorkerState, get_current_worker

from newsdiff.engine import Engine
from newsdiff.log import note_failure
from newsdiff.tui.articles.filter import FilterKeys
from newsdiff.tui.session.shelf import Shelf

if TYPE_CHECKING:
    from newsdiff.reading import Source
    from newsdiff.tui.session.shelf import ReadArticles

_AT_ONCE: Final = 20_000
"""Characters of an article that are read before anybody could notice."""


def _read_one(engine: Engine, place: int, source: Source) -> ReadArticles | Exception:
    """An article, or why it could not be read: the others can be."""
    from newsdiff.tui.session.jobs import read_all

    try:
        return read_all(engine, {place: source})
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is said
        return problem


class ReadingKeys(FilterKeys):
    """A list of articles that fills while they are read.

    Args:
        shelf: The articles.
    """

    def __init__(self, shelf: Shelf) -> None:
        super().__init__()
        self._shelf = shelf

    def _read_first(self) -> None:
        """Reads a first article of common length at once: it is seen at once."""
        source = self._shelf.sources[0]
        if self._shelf.articles[0] is None and len(source.text) <= _AT_ONCE:
            reading = _read_one(self.engine, 0, source)
            if not isinstance(reading, Exception):  # `_read` tries again, and says it
                self._take(reading)

    # Two groups: what is read again does not stop what is still being read.

    @work(thread=True, exclusive=True, exit_on_error=False, group="read")
    def _read(self) -> None:
        """Reads the articles one after another, away from the screen."""
        worker = get_current_worker()
        for place, source in enumerate(list(self._shelf.sources)):
            if worker.is_cancelled:
                return
            if self._shelf.articles[place] is None:
                reading = _read_one(self.engine, place, source)
                if isinstance(reading, Exception):
                    self.app.call_from_thread(self._fail, place, reading)
                else:
                    self.app.call_from_thread(self._take, reading)
        # Ready for the first comparison before it is asked for.
        import newsdiff.tui.diff.screen  # noqa: F401

        self.engine.warm_up()

    @work(thread=True, exclusive=True, exit_on_error=False, group="reread")
    def _reread(self) -> None:
        from newsdiff.tui.session.jobs import reread

        reading = reread(self.engine, dict(enumerate(self._shelf.sources)))
        self.app.call_from_thread(self._put, reading)
        said = reading.notices or ("no file has changed",)
        self.app.call_from_thread(self.say, "\n".join(said))

    def _take(self, reading: ReadArticles) -> None:
        """Shows articles read for the first time; one read again is newer."""
        self._shelf.take(reading)
        self._fill()

    def _put(self, reading: ReadArticles) -> None:
        for place, (source, article) in reading.articles.items():
            self._shelf.put(place, source, article)
        self._fill()

    def _fail(self, place: int, problem: Exception) -> None:
        note_failure(f"reading {self._shelf.sources[place].given}", problem)
        self.say(f"{self._shelf.label(place)} could not be read: {problem}")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Says that the files could not be read again."""
        if event.state is WorkerState.ERROR and event.worker.group == "reread":
            self.say(f"The files could not be read again: {event.worker.error}")

    def action_reload(self) -> None:
        """Reads what has changed; goes on with what was stopped."""
        if None in self._shelf.articles:
            self._read()
        else:
            self._reread()

    def edited(self) -> None:
        """Shows what came of it."""
        self._reread()
