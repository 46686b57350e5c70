"""A story in words: what all tell, what is disputed, who has what alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsdiff.model import Article, Pair, SentencePlace, Side
from newsdiff.story.account import (
    MOST_ARTICLES,
    Account,
    Version,
    give_account,
    shortened,
)
from newsdiff.story.shares import Summary
from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.jobs import Task, compare_pair, unless_cancelled
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.bringing import bring
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.moved import moved_thresholds
from newsdiff.tui.shared.screen import (
    NOTHING_FAILED,
    NewsScreen,
    TooSmall,
    both_ends,
    say_not_compared,
)
from newsdiff.tui.story.account.progress import NOT_YET, failed_words, progress_words
from newsdiff.tui.story.account.taking import Taking
from newsdiff.tui.story.account.versions import other_version
from newsdiff.tui.story.account.view import AccountView
from newsdiff.tui.story.compared import Compared
from newsdiff.wording.about import count
from newsdiff.wording.accounts import TITLE

_MOST: Final = "the most telling"


class AccountScreen(NewsScreen):
    """One page that is there once all pairs have been compared.

    Args:
        shelf: The articles.
        about: Those whose story it is.
        compares: What Enter does with a pair, and a sentence of it.
        reads: What opens an article alone at a sentence.
    """

    CSS_PATH = "screen.tcss"
    HELP = (
        "What all articles of the story tell, what is disputed, with the version of "
        "each, and who has what alone. Arrows to the left and right choose one of the "
        "articles that a statement names; Enter compares it there. What a single one "
        "tells opens that article."
    )
    SECTIONS = keys.ACCOUNT
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.ACCOUNT)]

    class Told(Message):
        """The account is there."""

        def __init__(self, account: Account, state: object) -> None:
            super().__init__()
            self.account = account
            self.state = state

    def __init__(
        self,
        shelf: Shelf,
        about: Sequence[int],
        compares: Callable[[PairOf, SentencePlace], None],
        reads: Callable[[int, int], None],
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self._about = about
        self._compares = compares
        self._reads = reads
        self._order: list[int] = []
        """The places of the articles of the account."""
        self._account: Account | None = None
        self._told_of: object = None
        """The state of the shelf, and the pairs missing, that it was told of."""
        self._whole = False
        """Whether every statement is shown."""
        self._asked: PairOf | None = None
        """The pair that is being compared; None while the story is being told."""
        self._failed: set[PairOf] = set()
        """Pairs that could not be compared: the story is told without them."""
        self._problem = ""
        """Why it cannot be told at all."""
        self._remark = ""
        """What came of the last key; stays until the next statement."""
        self.add_parts(Taking(self))

    def compose(self) -> ComposeResult:
        """What it is, the page or how far it is, the statement's place, the keys."""
        yield TooSmall()
        yield Static(classes="bar", id="title")
        yield Static(id="loading")
        yield AccountView()
        yield Static(classes="status", id="chosen")
        yield KeyBar()

    def on_mount(self) -> None:
        """Compares what has not been compared."""
        self.view.focus()
        self._go_on()

    def on_resize(self) -> None:
        """Writes for the new width."""
        self._write()

    def on_screen_resume(self) -> None:
        """Tells it anew if an article has been read again."""
        self._go_on()

    @property
    def view(self) -> AccountView:
        """The page."""
        return self.query_one(AccountView)

    # Comparing and telling

    @property
    def _places(self) -> list[int]:
        """The articles that are told, in list order; not more than make a page."""
        every = self._shelf.around(self._about)
        if len(every) <= MOST_ARTICLES:
            return every
        own = [place for place in every if place in self._about]
        others = [place for place in every if place not in self._about]
        chosen = {*own, *others[: MOST_ARTICLES - len(own)]}
        return [place for place in every if place in chosen]

    def _pairs(self) -> list[PairOf]:
        places = self._places
        return [Pair(a, b) for n, a in enumerate(places) for b in places[n + 1 :]]

    def _go_on(self) -> None:
        """The next thing that is to be done, if nothing is being done."""
        if any(not w.is_finished for w in self.workers if w.node is self):
            return
        known = self._shelf.summary
        self._failed = {pair for pair in self._failed if not known(pair)}
        pairs = [pair for pair in self._pairs() if not known(pair)]
        left = [pair for pair in pairs if pair not in self._failed]
        if left and self.is_current:
            self._account, self._asked = None, left[0]
            self._compare(Task.of(self._shelf, left[0]))
        elif not left and self._told_of != self._state:
            self._asked = None
            bring(self, self._shelf, self._places, self._tell_story)
        self._write()

    @property
    def _state(self) -> object:
        """What an account depends on."""
        return self._shelf.changes, frozenset(self._failed)

    @work(thread=True, exit_on_error=False, group="account")
    def _compare(self, task: Task) -> None:
        def work() -> Compared:
            reading, comparison = compare_pair(self.engine, task)
            summary = Summary.of(comparison)
            return Compared(task.pair, reading, comparison.articles, summary)

        if done := unless_cancelled(work):
            self.post_message(done)

    def on_compared(self, event: Compared) -> None:
        """Keeps what is known, unless a file has been read again since."""
        self._shelf.take(event.reading)
        if self._shelf.holds(event.reading, event.pair, event.articles):
            self._shelf.keep_summary(event.pair, event.summary)
        self._go_on()

    def _tell_story(self) -> None:
        """Makes the account of what is known, behind the screen."""
        shelf, places = self._shelf, self._places
        articles = [shelf.articles.kept(place) for place in places]
        told: dict[tuple[int, int], Summary] = {}
        for i, a in enumerate(places):
            for j in range(i + 1, len(places)):
                if summary := shelf.summary(Pair(a, places[j])):
                    told[i, j] = summary
        there = [article for article in articles if article is not None]
        if len(there) < len(places) or len(places) < 2:
            self._problem = "an article cannot be read" if len(places) > 1 else ""
            self._told_of = self._state
        elif not told:
            self._problem = "no two articles could be compared"
            self._told_of = self._state
        else:
            self._order, self._problem = places, ""
            self._give(there, told, self._state)

    @work(thread=True, exit_on_error=False, group="account")
    def _give(
        self,
        articles: Sequence[Article],
        told: dict[tuple[int, int], Summary],
        state: object,
    ) -> None:
        def work() -> AccountScreen.Told:
            return self.Told(give_account(articles, told), state)

        if done := unless_cancelled(work):
            self.post_message(done)

    def on_account_screen_told(self, event: Told) -> None:
        """Shows the page."""
        self._account, self._told_of = event.account, event.state
        self._remark = ""
        self._show()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What failed is said; the story is told without it."""
        if event.state is WorkerState.ERROR and event.worker.group == "account":
            error, asked = event.worker.error, self._asked
            if asked is None:
                self._problem, self._told_of = str(error), self._state
            else:
                self._failed.add(asked)
                names = asked.map(self._shelf.label)
                say_not_compared(self, names, error, len(self._failed))
        if event.worker.is_finished:
            self.call_later(self._go_on)

    # What is written

    @property
    def shown(self) -> Account | None:
        """What of the account is on the page."""
        if self._account is None or self._whole:
            return self._account
        return shortened(self._account)

    def _show(self) -> None:
        if (account := self.shown) is not None:
            self.view.show(account, only_ascii=self._shelf.settings.ascii)
        self._write()

    def _write(self) -> None:
        width = self.app.size.width - 2
        if width < 1 or not self.is_mounted:
            return
        is_there = self._account is not None
        self.set_class(not is_there, "-loading")
        if not is_there:
            self.query_one("#loading", Static).update(Content(self._progress()))
        number = count(len(self._places), "article")
        every = len(self._shelf.around(self._about))
        if every > len(self._places):
            number = f"{len(self._places)} of {count(every, 'article')}"
        left = Content.assemble((TITLE, "bold"), f"   {number}")
        failed = failed_words(len(self._failed), self.key_to("account.retry"))
        right = Content(failed + ("every statement" if self._whole else _MOST))
        moved = moved_thresholds(self.engine.thresholds, width // 2)
        line = both_ends(left, moved + right if is_there else moved[:-3], width)
        self.query_one("#title", Static).update(line, layout=False)
        words = self._remark or (self._words() if is_there else "")
        shown = Content(words).truncate(width, ellipsis=True)
        self.query_one("#chosen", Static).update(shown, layout=False)

    def _progress(self) -> str:
        """How far it is."""
        pairs = self._pairs()
        done = sum(self._shelf.summary(pair) is not None for pair in pairs)
        signs = "#-" if self._shelf.settings.ascii else "━─"
        return progress_words(done, len(pairs), self._problem, signs)

    def _words(self) -> str:
        """What Enter would do."""
        statement, version = self.view.statement, self.view.version
        if statement is None or version is None:
            return ""
        label = visible(self._label(version))
        where = f"{label}, sentence {version.sentence + 1}"
        other = other_version(statement, version)
        if other is None:
            return f"Enter reads {where}"
        return f"Enter compares {where}, with {visible(self._label(other))}"

    def _label(self, version: Version) -> str:
        return self._shelf.label(self._order[version.article])

    def on_account_view_moved(self) -> None:
        """Another statement is the current one."""
        self._remark = ""
        self._write()

    def done(self, message: str) -> None:
        """In the status line, not over it."""
        self._remark = visible(message)
        self._write()

    # Keys

    def on_account_view_opened(self) -> None:
        """A click on the current statement opens it."""
        if self.is_active:
            self.action_open()

    def action_open(self) -> None:
        """Compares the chosen version with another, or reads its article."""
        statement, version = self.view.statement, self.view.version
        if statement is None or version is None:
            self.done(NOT_YET)
            return
        other = other_version(statement, version)
        place = self._order[version.article]
        if other is None:
            self._reads(place, version.sentence)
        else:
            pair = Pair(place, self._order[other.article])
            self._compares(pair, (Side.A, version.sentence))

    def action_alone(self) -> None:
        """The article of the chosen version, alone."""
        if (version := self.view.version) is not None:
            self._reads(self._order[version.article], version.sentence)
        else:
            self.done(NOT_YET)

    def action_step(self, step: int) -> None:
        """The next (1) or previous (-1) statement."""
        self.view.go_to(self.view.at + step)

    def action_version(self, step: int) -> None:
        """The next (1) or previous (-1) article that the statement names."""
        self.view.choose(step)

    def action_section(self, step: int) -> None:
        """The next (1) or previous (-1) section."""
        self.view.go_to_section(step)

    def action_page(self, halves: int) -> None:
        """Half pages down, or up for a negative number."""
        self.view.scroll_page(halves)

    def action_end(self, end: int) -> None:
        """The first (0) or the last (-1) statement."""
        if (page := self.view.page) is not None:
            self.view.go_to(0 if end == 0 else len(page.statements) - 1)

    def action_whole(self) -> None:
        """Every statement, or the most telling ones."""
        self._whole = not self._whole
        before, self.view.at = self.view.statement, 0
        self._show()
        page = self.view.page
        if before is not None and page is not None:
            same = (
                n
                for n in range(len(page.statements))
                if (one := page.statement(n))
                and one.first == before.first
                and one.form is before.form
            )
            self.view.go_to(next(same, 0))

    def action_retry(self) -> None:
        """Compares the pairs again that could not be compared."""
        if self._failed:
            self._failed, self._told_of, self._problem = set(), None, ""
            self._go_on()
        else:
            self.done(NOTHING_FAILED)

    def action_close(self) -> None:
        """Stops, and goes back."""
        self.workers.cancel_node(self)
        self.app.pop_screen()
