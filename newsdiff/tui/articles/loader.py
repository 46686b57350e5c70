"""Reading the articles of a list behind it, and reading them again: R."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from time import monotonic
from typing import TYPE_CHECKING, Final

from textual.worker import Worker, WorkerState, get_current_worker

from newsdiff.cancellation import CancelledWorkError, cancel_when, cancellable
from newsdiff.engine import Engine
from newsdiff.gathering import (
    PASTED,
    Gathered,
    Item,
    NoArticle,
    Opened,
    Problem,
    find,
    is_address,
    notices_of,
)
from newsdiff.log import note_failure
from newsdiff.reading.glancing import glance
from newsdiff.reading.source import STDIN
from newsdiff.tui.session.jobs import Wanted, read_all, read_away, reread
from newsdiff.tui.session.shelf import Shelf
from newsdiff.tui.shared.screen import NewsScreen

if TYPE_CHECKING:
    from newsdiff.grouping import Signature
    from newsdiff.model import Article
    from newsdiff.reading import Source
    from newsdiff.tui.session.groups import Groups
    from newsdiff.tui.session.shelf import ReadArticles

_AT_ONCE: Final = 20_000
"""Characters of an article that is looked at before anybody could notice."""
_BATCH: Final = 0.15
"""Seconds from one writing of the list to the next while articles come."""
_GROUPED: Final = 100
"""Articles after which it is found out again which tell of one event."""
_BAR: Final = 10
"""Cells of the bar that shows how far opening is."""
_LONGEST_NAME: Final = 255
"""Bytes of a file's name: a longer line is an article of one paragraph."""
_READING, _REREADING = "read", "reread"
"""Two groups of workers: what is read again does not stop what is still being read."""


def _is_article(given: str) -> bool:
    """Whether this is no name of anything, but the text itself."""
    names = os.fsencode(given).split(b"/")
    too_long = max(map(len, names)) > _LONGEST_NAME
    return "\n" in given or (too_long and not is_address(given))


def _path(given: str) -> str:
    """A path as a shell would take it; "-" is a file here, for keys come by stdin."""
    path = os.path.expanduser(given)  # noqa: PTH111 - pathlib raises for "~nobody"
    return os.path.join(os.curdir, STDIN) if path == STDIN else path  # noqa: PTH118


def _read_one(engine: Engine, place: int, source: Source) -> ReadArticles | Exception:
    """An article, or why it could not be read: the others can be."""
    try:
        return read_all(engine, {place: source})
    except Exception as problem:  # noqa: BLE001 - whatever it is, it is said
        return problem


@dataclass
class _Batch:
    """What has been opened since the list was last written."""

    articles: list[tuple[Source, Article]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    others: list[Item] = field(default_factory=list)
    items: int = 0
    """Things opened to their end."""
    of_next: int = 0
    """Findings taken of the next one."""
    begun: float = field(default_factory=monotonic)

    @property
    def is_due(self) -> bool:
        """Whether a person has waited long enough for it."""
        return monotonic() - self.begun > _BATCH

    def take(self, engine: Engine, found: Opened) -> None:
        """Adds one finding; reads it where it is an article."""
        self.of_next += 1
        match found:
            case Problem():
                self.problems.append(found.why)
            case NoArticle():
                self.others.append(found.item)
            case _:
                try:
                    self.articles.append((found, engine.read(found)))
                except Exception as problem:  # noqa: BLE001 - it is said
                    note_failure(f"reading {found.given}", problem)
                    self.problems.append(f"{found.name} could not be read: {problem}")


class Loader:
    """Puts articles on the shelf as they are opened and read.

    Args:
        screen: Where they are listed.
        shelf: The articles.
        gathered: What is left to open.
        changed: Called when more have been read, with what could not be opened.
    """

    def __init__(
        self,
        screen: NewsScreen,
        shelf: Shelf,
        gathered: Gathered,
        changed: Callable[[Sequence[str]], None],
    ) -> None:
        self._screen = screen
        self._shelf = shelf
        self._changed = changed
        self.opener = gathered.opener
        """What opens more of them."""
        self._left = deque(gathered.left)
        """What has not been opened, or not to its end."""
        self._named = len(self._left)
        """Things that were still to be opened when the reader began."""
        self._taken = gathered.taken
        """Articles already taken of the first thing left."""
        self._signatures: dict[int, Signature] = {}
        """What is kept of each article to group it."""
        self._others: list[Item] = []
        """Files of folders that are no articles."""

    @property
    def is_reading(self) -> bool:
        """Whether articles are still to come, unless reading was stopped."""
        return bool(self._left) or self._shelf.unread

    @property
    def coming(self) -> str:
        """How far opening is; empty where all has been opened."""
        if not self._left:
            return ""
        done = self._named - len(self._left)
        full = _BAR * done // self._named
        return f"{'━' * full}{'─' * (_BAR - full)} {done:,} of {self._named:,} opened"

    def add(self, words: str) -> None:
        """Opens what a person has named, or an article that she has pasted."""
        given = words.strip()
        if _is_article(given):
            self._extend([Item(PASTED, text=words)])
        else:
            path = given if is_address(given) else _path(given)
            self._extend(find([path], self.opener.wishes))

    def _extend(self, items: Sequence[Item]) -> None:
        self._named = (self._named if self._left else 0) + len(items)
        self._left.extend(items)
        self.read()

    def glance(self, count: int) -> None:
        """Finds the headlines of the first articles, if they are of common length.

        Args:
            count: How many are in sight.
        """
        shelf = self._shelf
        for place in shelf.order[:count]:
            source = shelf.sources[place]
            if shelf.listed[place] is None and len(source.text) <= _AT_ONCE:
                try:
                    shelf.glances[place] = glance(source)
                except Exception as problem:  # noqa: BLE001 - `read` says it
                    note_failure(f"a glance at {source.given}", problem)

    def read(self) -> None:
        """Reads the articles one after another, away from the screen."""
        self._start(self._read, _READING)

    def reread(self) -> None:
        """Reads what has changed."""
        self._start(self._reread, _REREADING)

    def action_reload(self) -> None:
        """Reads what has changed; goes on with what was stopped."""
        if self.is_reading:
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
            if self._shelf.listed[place] is None:
                reading = _read_one(engine, place, source)
                if isinstance(reading, Exception):
                    in_turn(self._fail, place, reading)
                else:
                    in_turn(self._take, reading)
                self._group_some(worker)
        if self._left:
            try:
                with cancel_when(lambda: worker.is_cancelled):
                    self._open(engine, worker)
            except CancelledWorkError:
                return
        self._group(worker)
        # Ready for the first comparison before it is asked for.
        import newsdiff.tui.article.screen
        import newsdiff.tui.diff.screen  # noqa: F401

        engine.warm_up()

    def _open(self, engine: Engine, worker: Worker[None]) -> None:
        """Opens what is left, and hands over its articles a few at a time."""
        batch = _Batch(of_next=self._taken)
        for item in list(self._left):
            if batch.items and (batch.is_due or is_address(item.given)):
                batch = self._hand_over(batch, worker)  # what comes may take long
            skipped = self._taken if item is self._left[0] else 0
            batch.of_next = skipped
            for found in islice(cancellable(self.opener.open(item)), skipped, None):
                batch.take(engine, found)
                if batch.is_due:
                    batch = self._hand_over(batch, worker)
                    self._group_some(worker)
            batch.items += 1
            batch.of_next = 0
        self._hand_over(batch, worker)

    def _group_some(self, worker: Worker[None]) -> None:
        """Groups while articles come: those put away would have to be read again."""
        read = len(self._shelf) - self._shelf.listed.count(None)
        if read - len(self._signatures) > _GROUPED:
            self._group(worker)

    def _group(self, worker: Worker[None]) -> None:
        """Finds out which articles tell of one event."""
        from newsdiff.tui.session.groups import FEWEST, grouped, signatures_of

        in_turn = self._screen.app.call_from_thread
        is_taken = len(self._shelf) < FEWEST
        while not (is_taken or worker.is_cancelled):
            state, known, wanted = in_turn(self._to_group)
            fresh = read_away(self._screen.engine, wanted)
            signatures = {**self._signatures, **signatures_of(fresh)}
            said = self._shelf.corrections
            try:
                groups = grouped(known, signatures, said, whole=not self._left)
            except ValueError as problem:  # what is remembered is of another version
                in_turn(self._screen.say, str(problem))
                groups = grouped(known, signatures)
            if not worker.is_cancelled:
                is_taken = in_turn(self._take_groups, state, groups, signatures)

    def _to_group(self) -> tuple[int, Groups | None, dict[int, Wanted]]:
        """The state of the shelf, what is known of stories, what is to be added."""
        listed = enumerate(self._shelf.listed)
        places = [i for i, one in listed if one and i not in self._signatures]
        wanted = {place: Wanted.of(self._shelf, place) for place in places}
        return self._shelf.changes, self._shelf.groups, wanted

    def _take_groups(
        self,
        state: int,
        groups: Groups | None,
        signatures: dict[int, Signature],
    ) -> bool:
        """Shows them, unless the shelf is another one since they were begun.

        Returns:
            Whether they are shown; else they are to be made anew.
        """
        if self._shelf.changes != state:
            return False
        self._signatures = signatures
        self._shelf.group(groups)
        self._changed(())
        return True

    def _hand_over(self, batch: _Batch, worker: Worker[None]) -> _Batch:
        """Puts what has been opened on the shelf; returns what is opened next."""
        if not worker.is_cancelled:
            self._screen.app.call_from_thread(self._arrive, batch, worker)
        return _Batch(of_next=batch.of_next)

    def _arrive(self, batch: _Batch, worker: Worker[None]) -> None:
        if worker.is_cancelled:
            return  # whoever goes on opens it again
        for source, article in batch.articles:
            self._shelf.add(source, article)
        for _ in range(batch.items):
            self._left.popleft()
        self._taken = batch.of_next
        self._others += batch.others
        if not self._left:
            for notice in notices_of(self._others):
                self._screen.say(notice)
            self._others.clear()
        self._changed(batch.problems)

    def _reread(self, engine: Engine) -> None:
        reading = reread(engine, dict(enumerate(self._shelf.sources)))
        in_turn = self._screen.app.call_from_thread
        in_turn(self._put, reading)
        if reading.articles:
            self._group(get_current_worker())
        said = reading.notices or ("no file has changed",)
        in_turn(self._screen.say, "\n".join(said))

    def _take(self, reading: ReadArticles) -> None:
        """Shows articles read for the first time; one read again is newer."""
        self._shelf.take(reading)
        self._changed(())

    def _put(self, reading: ReadArticles) -> None:
        for place, (source, article) in reading.articles.items():
            self._shelf.put(place, source, article)
            self._signatures.pop(place, None)
        self._changed(())

    def _fail(self, place: int, problem: Exception) -> None:
        note_failure(f"reading {self._shelf.sources[place].given}", problem)
        self._screen.say(f"{self._shelf.label(place)} could not be read: {problem}")
