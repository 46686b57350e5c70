"""The pair that is asked for, and what happens until it is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from textual.message import Message
from textual.worker import Worker, WorkerState

from newsdiff.text.visible import visible
from newsdiff.tui.session.jobs import Task, make_page, unless_cancelled

if TYPE_CHECKING:
    from textual.timer import Timer

    from newsdiff.engine import Engine
    from newsdiff.layout import LayoutOptions, Page
    from newsdiff.model import Pair
    from newsdiff.tui.session.shelf import PairOf, ReadArticles, Shelf
    from newsdiff.tui.shared.screen import NewsScreen

_LATE: Final = 0.15
"""Seconds after which a comparison that is not there yet shows that it is coming."""
_COMPARING: Final = "compare"
"""The group of the workers."""
_PREPARING: Final = "rows"
"""The group of the worker that sets words against each other ahead."""
_BAR: Final = 30
"""Cells of the bar that shows how much of a pair is prepared."""


def _load_screens() -> None:
    """What the keys for other screens need, loaded before one is pressed."""
    import newsdiff.tui.article.screen
    import newsdiff.tui.diff.why_screen
    import newsdiff.tui.keys.palette
    import newsdiff.tui.shared.help_screen
    import newsdiff.tui.sharing.save_screen
    import newsdiff.tui.story.coverage_screen
    import newsdiff.tui.story.pairs_screen  # noqa: F401


class Opening:
    """Compares one pair at a time, away from the screen: the one asked for last.

    Args:
        screen: Where it is shown.
        shelf: The articles.
        pair: What is asked for first.
        changed: Called when another pair is asked for, shown, or late.
    """

    class Compared(Message):
        """A comparison is ready, and the page to show first."""

        def __init__(self, pair: PairOf, reading: ReadArticles, page: Page) -> None:
            super().__init__()
            self.pair = pair
            self.reading = reading
            self.page = page

    def __init__(
        self,
        screen: NewsScreen,
        shelf: Shelf,
        pair: PairOf,
        changed: Callable[[], None],
    ) -> None:
        self._screen = screen
        self._shelf = shelf
        self._changed = changed
        self.pair = pair
        """The pair that was asked for last."""
        self.shown: PairOf | None = None
        """The pair whose texts are on the screen."""
        self.is_late = False
        """Whether it takes so long that a person wants to know."""
        self._waiting: Timer | None = None
        """Runs while a pair is on its way."""

    @property
    def named(self) -> PairOf:
        """The pair to name: a late one once the texts of the other are gone."""
        return self.pair if self.is_late else self.shown or self.pair

    @property
    def bar(self) -> str:
        """How much of the pair is prepared; empty where that is no matter."""
        engine = self._screen.engine
        a, b = self.pair.map(self._shelf.articles.kept)
        if engine.by_words or a is None or b is None:
            return ""
        done = round(engine.progress(a, b) * _BAR)
        return "█" * done + "─" * (_BAR - done)

    @property
    def is_waiting(self) -> bool:
        """Whether a pair is on its way."""
        return self._waiting is not None

    def in_words(self, labels: Pair[str]) -> str:
        """What is being compared, and how far that is."""
        names = "\nwith\n".join(map(visible, labels))
        bar = f"{self.bar}\n\n".lstrip("\n")
        return f"comparing\n{names}\n\n{bar}Esc stops this"

    def start(self, task: Task, options: LayoutOptions) -> None:
        """Compares a pair instead of any other."""
        self.pair = task.pair
        self._stop_waiting()
        self._changed()
        screen = self._screen
        self._waiting = screen.set_interval(_LATE, self._be_late)
        page = self._shelf.page(task.pair)
        work = partial(self._compare, screen.engine, task, page, options)
        screen.run_worker(
            work,
            "_compare",
            group=_COMPARING,
            exclusive=True,
            exit_on_error=False,
            thread=True,
        )

    def _compare(
        self, engine: Engine, task: Task, page: Page | None, options: LayoutOptions
    ) -> None:
        def work() -> Opening.Compared:
            return self.Compared(task.pair, *make_page(engine, task, page, options))

        if done := unless_cancelled(work):
            self._screen.post_message(done)

    def take(self, event: Compared) -> bool:
        """Keeps a comparison; whether it is of the pair that is asked for."""
        self._shelf.restore(event.reading.again)
        for place, (source, article) in event.reading.articles.items():
            self._shelf.put(place, source, article)
        self._shelf.keep(event.pair, event.page)
        if event.pair != self.pair:
            return False
        self._stop_waiting()
        self.shown = event.pair
        self._changed()
        return True

    def is_outdated(self, page: Page) -> bool:
        """Whether more has been said of the pair on the screen than a page shows."""
        if self.shown is None or self.shown != self.pair:
            return False
        kept = self._shelf.page(self.shown)
        return kept is None or kept.comparison is not page.comparison

    def prepare(self, page: Page, row: int) -> None:
        """Has the rows of a page ready before a reader comes to them."""

        def work() -> bool:
            page.prepare(row)
            page.sum_up()
            _load_screens()
            return True

        self._screen.behind(partial(unless_cancelled, work), _PREPARING)

    def stop(self) -> bool:
        """Compares no more, if it does, and says whether it did."""
        if self._waiting is None:
            return False
        self._screen.workers.cancel_node(self._screen)
        self._give_up()
        return True

    def say_failure(self, event: Worker.StateChanged) -> None:
        """A comparison that failed is said, not shown as an empty page."""
        if event.state is WorkerState.ERROR and event.worker.group == _COMPARING:
            self._give_up()
            problem = f"This pair could not be compared: {event.worker.error}"
            self._screen.say(problem)

    def _give_up(self) -> None:
        """Back to the pair that is on the screen, if there is one."""
        self._stop_waiting()
        if self.shown is not None:
            self.pair = self.shown
        self._changed()

    def _be_late(self) -> None:
        if self._waiting:
            self.is_late = True
            self._changed()

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting.stop()
            self._waiting = None
        self.is_late = False
