"""Who says what, in which words, and when: three views of all articles of a story."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from newsdiff.layout.grid import Grid
from newsdiff.model import Article, Pair, SentencePlace, Side
from newsdiff.story.desk.desk import Desk, make_desk
from newsdiff.story.desk.quotations import Tied
from newsdiff.story.desk.ties import Ties
from newsdiff.story.shares import Summary
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.jobs import Task, compare_pair, next_task, unless_cancelled
from newsdiff.tui.session.shelf import PairOf, ReadArticles, Shelf
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.story.base import StoryScreen
from newsdiff.tui.story.desk.quotations import Places, Quotations
from newsdiff.tui.story.desk.tables import Sources, Timeline
from newsdiff.tui.story.desk.view import Subject, View

_VIEWS: Final[tuple[type[View], ...]] = (Quotations, Sources, Timeline)


class DeskScreen(StoryScreen):
    """Quotations, sources and times; each view knows what is chosen in it.

    Args:
        shelf: The articles.
        about: Those whose story it is of; the first one's column is chosen at first.
        compares: What Enter does with a pair, and a sentence of it.
        reads: What it does with an article that alone has something.
    """

    CSS_PATH = "../base.tcss"
    NAME = "Quote desk"
    NAMED = "desk"
    HELP = (
        "What the articles of a story quote, whom they cite and when things were, in "
        "three views; Tab goes on to the next. Words that outlets have otherwise are "
        "underlined. Enter goes to the place, or lists the places of a source."
    )
    SECTIONS = keys.DESK
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.DESK)]

    class Found(Message):
        """It is known what ties a pair."""

        def __init__(
            self,
            pair: PairOf,
            reading: ReadArticles,
            summary: Summary,
            ties: Ties,
            articles: Pair[Article],
        ) -> None:
            super().__init__()
            self.pair = pair
            self.reading = reading
            self.summary = summary
            self.ties = ties
            self.articles = articles

    class Made(Message):
        """The desk has been put together anew."""

        def __init__(self, desk: Desk, order: list[int], tied: Tied) -> None:
            super().__init__()
            self.desk = desk
            self.order = order
            self.tied = tied

    def __init__(
        self,
        shelf: Shelf,
        about: Sequence[int],
        compares: Callable[[PairOf, SentencePlace], None],
        reads: Callable[[int, int], None],
    ) -> None:
        super().__init__(shelf, about)
        self._compares = compares
        self._reads = reads
        column = self._order.index(about[0])
        self._views: list[View] = [make(column) for make in _VIEWS]
        self._at = 0
        self._places: Places | None = None
        """The places of a source, while they are looked at."""
        self._made_of: object = None
        """How many pairs, and which state of the shelf, the desk is made of."""
        self._subject = Subject(Desk((), (), ()), (), {})
        self._pairs: frozenset[frozenset[int]] = frozenset()
        """The pairs that what is shown is made of."""

    @property
    def _shown(self) -> View:
        return self._places or self._views[self._at]

    # Finding out

    @property
    def _looked_at(self) -> tuple[int, int]:
        place = self._order[min(self._shown.column, len(self._order) - 1)]
        return place, place

    def _next_task(self) -> Task | None:
        shelf, about = self._shelf, self._about
        return next_task(shelf, about, self._looked_at, self._tried, ties=True)

    def _is_known(self, pair: PairOf) -> bool:
        return frozenset(pair) in self._pairs

    def _find_out(self, task: Task) -> Message:
        reading, comparison = compare_pair(self.engine, task)
        ties = self.engine.tie(comparison)
        summary, articles = Summary.of(comparison), comparison.articles
        return self.Found(task.pair, reading, summary, ties, articles)

    def on_desk_screen_found(self, event: Found) -> None:
        """Keeps what ties a pair, unless a file has been read again since."""
        self._shelf.take(event.reading)
        self._tried.discard(event.pair)
        if self._shelf.holds(event.reading, event.pair, event.articles):
            self._shelf.keep_summary(event.pair, event.summary)
            self._shelf.keep_ties(event.pair, event.ties)
        self._write()

    def _gather(self) -> None:
        """Has the desk put together anew, in a thread, where more is known by now."""
        order = self._shelf.around(self._about)
        tied = {
            (a, b): ties
            for a, b in combinations(range(len(order)), 2)
            if (ties := self._shelf.tied(Pair(order[a], order[b])))
        }
        made_of = len(tied), self._shelf.changes, tuple(order)
        if made_of != self._made_of:
            self._made_of = made_of
            self._make(tied, order)

    @work(thread=True, exclusive=True, exit_on_error=False, group="desk")
    def _make(self, tied: Tied, order: list[int]) -> None:
        """Puts the tables together, in a thread."""
        if done := unless_cancelled(lambda: self.Made(make_desk(tied), order, tied)):
            self.post_message(done)

    def on_desk_screen_made(self, event: Made) -> None:
        """Shows the desk as far as it is known."""
        order = event.order
        self._pairs = frozenset(frozenset((order[a], order[b])) for a, b in event.tied)
        labels = [visible(self._shelf.label(place)) for place in order]
        articles = {
            n: article
            for n, place in enumerate(order)
            if (article := self._shelf.articles.kept(place)) is not None
        }
        moved = [order.index(p) if p in order else 0 for p in self._order]
        self._order = order
        self._subject = Subject(event.desk, labels, articles)
        for view in self._views:
            view.take(self._subject, moved)
        self._places = None
        self._write()

    # What is written

    @property
    def _view_name(self) -> str:
        shown = self._shown
        views = [view.name for view in self._views]
        if shown is self._places or self.app.size.width < self._wide(views):
            return f" · {shown.name}"
        return " · " + "  ".join(
            f"[{name}]" if view is shown else name
            for name, view in zip(views, self._views, strict=True)
        )

    @staticmethod
    def _wide(names: Sequence[str]) -> int:
        """Columns in which all views can be named."""
        return sum(map(cells, names)) + 50

    @property
    def _what(self) -> str:
        return self._shown.legend(only_ascii=self._shelf.settings.ascii)

    def _table(self, size: tuple[int, int]) -> Grid:
        self._gather()
        ascii_only = self._shelf.settings.ascii
        shown = self._shown
        return shown.table(self._view.first, size, only_ascii=ascii_only)

    def _words(self) -> str:
        said = self._shown.words()
        if said is None:
            return "Nothing has been found yet."
        width, (label, words) = self.app.size.width - 2, said
        # The name makes way for what is said of it, but stays a name.
        long = cells(label)
        room = max(long - max(0, cells(words(label)) - width), width // 4)
        return words(fit(label, min(long, room)))

    def _write(self) -> None:
        super()._write()
        if self.is_mounted:
            self.query_one("#what", Static).update(Content(self._what), layout=False)

    # Keys

    def action_move(self, down: int, right: int) -> None:
        """To a neighbour; at the edge nowhere."""
        self._shown.move(down, right)
        self._write()

    def action_page(self, direction: int) -> None:
        """A page down (1) or up (-1)."""
        self._shown.page(direction * max(1, self._view.size.height - 2))
        self._write()

    def action_end(self, end: int) -> None:
        """The first (0) or the last (-1)."""
        self._shown.end(end)
        self._write()

    def action_differing(self, step: int) -> None:
        """The next (1) or previous (-1) that outlets tell otherwise."""
        if not self._shown.go_to_differing(step):
            self.say("The outlets tell nothing here otherwise.")
        self._write()

    def action_view(self, step: int) -> None:
        """The next (1) or previous (-1) of the three views."""
        self._places = None
        self._at = (self._at + step) % len(self._views)
        self._write()

    def on_grid_view_clicked(self, event: GridView.Clicked) -> None:
        """A click chooses; on what is chosen it opens."""
        if not self.is_active:
            return  # the click before has opened something
        if self._shown.choose(*event.at):
            self.action_open()
        else:
            self._write()

    def action_open(self) -> None:
        """To the place, with another article that has the same; or lists places."""
        if isinstance(self._shown, Sources):
            self._places = self._shown.places()
            self._write()
            return
        target = self._shown.target()
        if target is None:
            return
        article, sentence, other = target
        if other is None:
            self._reads(self._order[article], sentence)
        else:
            pair = Pair(self._order[article], self._order[other])
            self._compares(pair, (Side.A, sentence))

    def action_alone(self) -> None:
        """The article of what is chosen, alone."""
        if target := self._shown.target():
            self._reads(self._order[target[0]], target[1])

    def action_close(self) -> None:
        """Back: from places to their source, else to where the desk was opened."""
        if self._places is None:
            super().action_close()
        else:
            self._places = None
            self._write()
