"""What the tables of a whole story have in common: they compare one pair by one."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsdiff.layout.grid import Grid
from newsdiff.model import Pair
from newsdiff.story.shares import Summary
from newsdiff.tui.session.jobs import (
    Task,
    compare_pair,
    next_task,
    unless_cancelled,
)
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.moved import moved_thresholds
from newsdiff.tui.shared.screen import (
    NOTHING_FAILED,
    NewsScreen,
    TooSmall,
    both_ends,
    compared_words,
    say_not_compared,
    within,
)
from newsdiff.tui.story.compared import Compared
from newsdiff.wording.about import count


class StoryScreen(NewsScreen):
    """A table that fills while a person reads it.

    Args:
        shelf: The articles.
        about: Those whose story it is of.
    """

    CSS_PATH = "base.tcss"
    NAME: ClassVar[str]
    """What the table is called."""
    NAMED: ClassVar[str]
    """What the names of its bindings begin with."""

    def __init__(self, shelf: Shelf, about: Sequence[int]) -> None:
        super().__init__()
        self._shelf = shelf
        self._about = about
        self._tried: set[PairOf] = set()
        """Pairs that are being compared or could not be."""
        self._asked: PairOf = Pair(0, 0)
        """The pair that is being compared, or was last."""
        self._failed: dict[frozenset[int], str] = {}
        """Pairs that could not be compared, and why."""
        self._order = shelf.around(about)
        """The articles of the table as it is shown: the shelf may have another order
        by now."""

    def compose(self) -> ComposeResult:
        """What it is, the table, the chosen cell in words, the keys."""
        yield TooSmall()
        yield Static(classes="bar", id="title")
        yield Static(Content(self._what), id="what")
        yield GridView()
        yield Static(classes="status", id="chosen")
        yield KeyBar()

    def on_mount(self) -> None:
        """Shows what is known and works out the rest."""
        self._view.focus()
        self._write()
        self._go_on()

    def on_resize(self) -> None:
        """Writes for the new width."""
        self._write()

    def on_screen_resume(self) -> None:
        """Shows what has been compared since, and goes on."""
        self._write()
        self._go_on()

    @property
    def _view(self) -> GridView:
        return self.query_one(GridView)

    # Comparing

    @property
    @abstractmethod
    def _looked_at(self) -> tuple[int, int]:
        """The articles whose pairs come first."""

    def _go_on(self) -> None:
        task = self._next_task()
        if task is not None and self.is_current and not self._is_working():
            self._tried.add(task.pair)
            self._asked = task.pair
            self._work_out(task)

    def _next_task(self) -> Task | None:
        """The pair to work out next."""
        return next_task(self._shelf, self._about, self._looked_at, self._tried)

    def _is_known(self, pair: PairOf) -> bool:
        """Whether the table has what a pair gives."""
        return self._shelf.summary(pair) is not None

    def _is_working(self) -> bool:
        return any(w.group == "share" and not w.is_finished for w in self.workers)

    @work(thread=True, exit_on_error=False, group="share")
    def _work_out(self, task: Task) -> None:
        if done := unless_cancelled(lambda: self._find_out(task)):
            self.post_message(done)

    def _find_out(self, task: Task) -> Message:
        """Compares a pair, in a thread; returns the message that says what came of it.

        Args:
            task: The pair.
        """
        reading, comparison = compare_pair(self.engine, task)
        summary = Summary.of(comparison)
        return Compared(task.pair, reading, comparison.articles, summary)

    def on_compared(self, event: Compared) -> None:
        """Puts what is known in its place, unless a file has been read again since."""
        self._shelf.take(event.reading)
        self._tried.discard(event.pair)
        if self._shelf.holds(event.reading, event.pair, event.articles):
            self._shelf.keep_summary(event.pair, event.summary)
        self._write()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """One after another, so that keys are answered in between."""
        if event.state is WorkerState.ERROR and event.worker.group == "share":
            error = event.worker.error
            self._failed[frozenset(self._asked)] = str(error)
            names = self._asked.map(self._shelf.label)
            say_not_compared(self, names, error, len(self._failed))
            self._write()
        if event.worker.is_finished:
            self.call_later(self._go_on)

    # What is written

    @property
    def _view_name(self) -> str:
        """What follows the name of the table."""
        return ""

    @property
    @abstractmethod
    def _what(self) -> str:
        """What stands in the table, in a line."""

    @property
    def _said(self) -> str:
        """What is said behind the number of articles."""
        return ""

    @abstractmethod
    def _table(self, size: tuple[int, int]) -> Grid:
        """The table as far as it is known.

        Args:
            size: Columns and lines there are for it.
        """

    @abstractmethod
    def _words(self) -> str:
        """The chosen cell in words."""

    def _write(self) -> None:
        view, width = self._view, self.app.size.width - 2
        if width < 1 or not view.size.width:
            return
        view.show(self._table((view.size.width, view.size.height)))
        pairs = self._shelf.pairs(self._about)
        done = sum(map(self._is_known, pairs))
        number = count(len(self._order), "article")
        name = (self.NAME, "bold")
        left = Content.assemble(name, f"{self._view_name}   {number}{self._said}")
        unknown = (pair for pair in pairs if not self._is_known(pair))
        failed = sum(frozenset(pair) in self._failed for pair in unknown)
        key = self.key_to(f"{self.NAMED}.retry")
        right = compared_words(done, len(pairs), failed, key)
        self.query_one("#what", Static).update(Content(self._what), layout=False)
        moved = moved_thresholds(self.engine.thresholds, width // 2)
        ends = moved + right if right else moved[:-3]
        line = both_ends(left, ends, width)
        self.query_one("#title", Static).update(line, layout=False)
        lines = max(1, self.query_one("#chosen").size.height)
        words = within(self._words(), width, lines)
        self.query_one("#chosen", Static).update(Content(words), layout=False)

    def why_failed(self, pair: PairOf) -> str:
        """Why a pair could not be compared; empty where it was not tried, or was."""
        return self._failed.get(frozenset(pair), "")

    def action_retry(self) -> None:
        """Compares the pairs again that could not be compared."""
        if not self._failed:
            self.say(NOTHING_FAILED)
            return
        self._tried = {p for p in self._tried if frozenset(p) not in self._failed}
        self._failed.clear()
        self._write()
        self._go_on()

    def action_close(self) -> None:
        """Back."""
        self.app.pop_screen()
