"""All pairs of a story and what they have in common; Enter opens one."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState, get_current_worker

from newsdiff.about import count
from newsdiff.comparing.story import Share, shares
from newsdiff.layout.matrix import Matrix
from newsdiff.model import Pair
from newsdiff.tui import keys
from newsdiff.tui.key_bar import KeyBar
from newsdiff.tui.matrix_view import MatrixView
from newsdiff.tui.screen import NewsScreen, TooSmall, both_ends
from newsdiff.tui.sharing import Task, known_share, next_pair, work_out
from newsdiff.tui.shelf import PairOf, Reading, Shelf
from newsdiff.visible import visible

_WHAT: Final = (
    "How much of a row's names, numbers, dates and quotations a column has, %"
)


class PairsScreen(NewsScreen):
    """Rows and columns are the articles in list order.

    Args:
        shelf: The articles.
        pair: What is chosen at first.
        opens: What Enter does with a pair.
    """

    CSS_PATH = "pairs.tcss"
    HELP = (
        "Every article against every other. A cell says what share of the facts of "
        "the article at the left the one above has too; Enter opens the two."
    )
    SECTIONS = keys.PAIRS
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.PAIRS)]

    class Shared(Message):
        """It is known what a pair has in common."""

        def __init__(self, pair: PairOf, reading: Reading, shares: Pair[Share]) -> None:
            super().__init__()
            self.pair = pair
            self.reading = reading
            self.shares = shares

    def __init__(
        self, shelf: Shelf, pair: PairOf, opens: Callable[[PairOf], None]
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._at = (pair.a, pair.b)
        """The places of the articles in the chosen row and column."""
        self._opens = opens
        self._tried: set[PairOf] = set()
        """Pairs that are being compared or could not be."""

    def compose(self) -> ComposeResult:
        """What it is, the matrix, the chosen pair in words, the keys."""
        yield TooSmall()
        yield Static(classes="bar", id="title")
        yield Static(Content(_WHAT), id="what")
        yield MatrixView()
        yield Static(classes="status", id="chosen")
        yield KeyBar()

    def on_mount(self) -> None:
        """Shows what is known and works out the rest."""
        self.query_one(MatrixView).focus()
        self._write()
        self._go_on()

    def on_resize(self, event: events.Resize) -> None:
        """Writes for the new width."""
        super().on_resize(event)
        self._write()

    def on_screen_resume(self) -> None:
        """Shows what has been compared since, and goes on."""
        self._write()
        self._go_on()

    # What pairs have in common

    def _go_on(self) -> None:
        pair = next_pair(self._shelf, self._at, self._tried)
        if pair is not None and self.is_current and not self._is_working():
            self._tried.add(pair)
            self._work_out(Task.of(self._shelf, pair))

    def _is_working(self) -> bool:
        return any(w.group == "share" and not w.is_finished for w in self.workers)

    @work(thread=True, exit_on_error=False, group="share")
    def _work_out(self, task: Task) -> None:
        worker = get_current_worker()
        reading, comparison = work_out(task)
        if not worker.is_cancelled:
            found = shares(comparison)
            self.post_message(self.Shared(task.pair, reading, found))

    def on_pairs_screen_shared(self, event: Shared) -> None:
        """Puts a share in its place."""
        for place, (source, article) in event.reading.articles.items():
            if self._shelf.articles[place] is None:
                self._shelf.put(place, source, article)
        self._tried.discard(event.pair)
        self._shelf.shares[event.pair.a, event.pair.b] = event.shares
        self._write()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """One after another, so that keys are answered in between."""
        if event.state is WorkerState.ERROR:
            self.say(f"A pair could not be compared: {event.worker.error}")
        if event.worker.is_finished:
            self.call_later(self._go_on)

    # What is written

    def _write(self) -> None:
        view, width = self.query_one(MatrixView), self.app.size.width - 2
        if width < 1 or not view.size.width:
            return
        order, pairs = self._shelf.order, self._shelf.pairs
        at = {place: i for i, place in enumerate(order)}
        known = {p: s for p in pairs if (s := known_share(self._shelf, p)) is not None}
        parts = {}
        for pair, both in known.items():
            parts[at[pair.a], at[pair.b]] = both.a.part
            parts[at[pair.b], at[pair.a]] = both.b.part
        view.show(
            Matrix(
                labels=[visible(self._shelf.label(place)) for place in order],
                shares=parts,
                at=(at[self._at[0]], at[self._at[1]]),
                first=view.first,
                size=(view.size.width, view.size.height),
                ascii=self._shelf.settings.ascii,
            )
        )
        left = Content.assemble(("Pairs", "bold"), f"   {count(len(order), 'article')}")
        done = "" if len(known) == len(pairs) else f"{len(known)}/{len(pairs)} compared"
        self.query_one("#title", Static).update(both_ends(left, Content(done), width))
        words = Content(self._words()).truncate(width, ellipsis=True)
        self.query_one("#chosen", Static).update(words)

    def _words(self) -> str:
        """The chosen cell in words."""
        row, column = self._at
        names = [visible(self._shelf.label(place)) for place in self._at]
        if row == column:
            return f"{names[0]} itself: choose another column"
        both = known_share(self._shelf, Pair(row, column))
        if both is None:
            return f"{names[0]} with {names[1]}: comparing …"
        own = both.a
        facts = (
            f"{names[1]} has {own.common} of {count(own.facts, 'fact')} of {names[0]}"
            if own.facts
            else f"{names[0]} has none of these facts"
        )
        return f"{facts} · {own.linked:.0%} of sentences linked"

    # Keys

    def action_move(self, down: int, right: int) -> None:
        """To a neighbouring cell; at the edge nowhere."""
        order = self._shelf.order
        row, column = (
            min(max(order.index(place) + step, 0), len(order) - 1)
            for place, step in zip(self._at, (down, right), strict=True)
        )
        self._choose((order[row], order[column]))

    def action_end(self, end: int) -> None:
        """The first (0) or the last (-1) row."""
        self._choose((self._shelf.order[end], self._at[1]))

    def action_swap(self) -> None:
        """The other share of the same pair."""
        self._choose((self._at[1], self._at[0]))

    def on_matrix_view_clicked(self, event: MatrixView.Clicked) -> None:
        """A click chooses a cell; on the chosen one it opens the pair."""
        row, column = (self._shelf.order[i] for i in event.at)
        if (row, column) == self._at:
            self.action_open()
        else:
            self._choose((row, column))

    def _choose(self, at: tuple[int, int]) -> None:
        self._at = at
        self._write()

    def action_open(self) -> None:
        """Opens the chosen pair: the row is A."""
        if self._at[0] != self._at[1]:
            self._opens(Pair(*self._at))

    def action_close(self) -> None:
        """Back."""
        self.app.pop_screen()
