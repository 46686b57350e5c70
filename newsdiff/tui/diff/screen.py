"""Two articles next to each other: what is on the screen and what each key does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker

from newsdiff.model import Pair
from newsdiff.text.visible import visible
from newsdiff.tui.diff.choices import Choices, choices_of, chosen_since
from newsdiff.tui.diff.correcting import Correcting
from newsdiff.tui.diff.facts_panel import FactsPanel, place_on
from newsdiff.tui.diff.folds import Folds
from newsdiff.tui.diff.headings import HEADS, heading_lines, who
from newsdiff.tui.diff.legend import LegendKey, MarksLegend
from newsdiff.tui.diff.navigation import Navigation, offer, place_of
from newsdiff.tui.diff.opening import Opening
from newsdiff.tui.diff.readiness import Readiness
from newsdiff.tui.diff.search import Search
from newsdiff.tui.diff.status import StatusLine
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.sections import Section
from newsdiff.tui.session.jobs import Task
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import Legend, NewsScreen, TooSmall
from newsdiff.tui.sharing.actions import Sharing, Taken
from newsdiff.tui.sharing.sources import Original, Sources
from newsdiff.wording.decisions import short_thresholds

if TYPE_CHECKING:
    from textual.widgets import Input

    from newsdiff.layout.finding import Found
    from newsdiff.model import SentencePlace
    from newsdiff.tui.shared.find_bar import FindInput


class DiffScreen(NewsScreen):
    """One pair of articles.

    Args:
        shelf: The articles.
        pair: Their places on the shelf.
        at: The sentence to show first; None for where the pair was left.
        words: What is searched for from the first; empty for nothing.
    """

    CSS_PATH = "screen.tcss"
    HELP = (
        "Both articles, sentence by sentence. Marks say how rows agree; “not found” "
        "means that no sentence was found to tell this: probable, never certain."
    )
    LEGEND = Legend.MARKS
    SECTIONS = (*keys.DIFF, *keys.FIND, *keys.FACTS)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.DIFF)]

    def __init__(
        self,
        shelf: Shelf,
        pair: PairOf,
        at: SentencePlace | None = None,
        words: str = "",
    ) -> None:
        super().__init__()
        self._shelf = shelf
        self.choices = Choices()
        """How they are shown."""
        self._wanted = at
        """Where the pair that is being opened is to be shown."""
        self._remark = ""
        """What came of the last key."""
        self._rereads = False
        """Whether the pair that is being opened was asked to be read again."""
        self._search = Search(self, words)
        self._legend = LegendKey(self, shelf)
        self._opening = Opening(self, shelf, pair, self._write_who)
        self._navigation = Navigation(self, self._opening, shelf)
        self._sources = Sources(self, edited=lambda: self.action_reload(False))
        sharing = Sharing(self, self._taken, self._sources)
        folds = Folds(self, self._search)
        enter = self._navigation.action_enter
        self._correcting = Correcting(self, self._opening, shelf, folds, enter)
        parts = (self._search, folds, self._navigation, sharing)
        self.add_parts(*parts, self._correcting, self._legend)
        Readiness(self, self._opening)

    def compose(self) -> ComposeResult:
        """Who, the headlines, the texts with the facts, where, the keys."""
        yield TooSmall()
        yield Static(classes="bar", id="who")
        with Container(id="body", classes=place_on(self.app.size)):
            yield Static(id="loading")
            with Vertical(id="texts"):
                yield Static(id="heads")
                yield DiffView()
            yield FactsPanel()
        yield MarksLegend()
        yield Static(classes="status", id="where")
        yield KeyBar()

    def on_mount(self) -> None:
        """Compares the pair."""
        self.view.focus()
        shelf = self._shelf
        self.choices = choices_of(shelf.settings, shelf.bookmark.choices)
        self._legend.show(shown=not shelf.legend_gone)
        self.open(self._opening.pair, self._wanted)

    def on_resize(self, event: events.Resize) -> None:
        """Decides where the facts panel and the heads, over the texts, have room."""
        place = place_on(event.size)
        body = self.query_one("#body")
        if not body.has_class(place):
            body.set_classes(place)
        self._legend.fit()
        self.view.heads = 0 if self.has_class("-short") else HEADS
        self._write_who()
        self._write_where()

    @property
    def view(self) -> DiffView:
        """The texts."""
        return self.query_one(DiffView)

    @property
    def focused_sections(self) -> tuple[Section, ...]:
        """The keys of the facts panel while it has the focus."""
        return keys.FACTS if self.panel.facts.has_focus else ()

    @property
    def panel(self) -> FactsPanel:
        """The facts."""
        return self.query_one(FactsPanel)

    # Opening a pair

    def leave(self) -> None:
        """Notes the pair, the place and the choices for the next time."""
        page, pair, bookmark = self.view.page, self._opening.shown, self._shelf.bookmark
        if page is None or pair is None or not page.rows:
            return
        bookmark.note(pair, place_of(page.rows[self.view.row]))
        bookmark.choices = chosen_since(self._shelf.settings, self.choices)

    def open(
        self, pair: PairOf, at: SentencePlace | None = None, besides: Iterable[int] = ()
    ) -> None:
        """Shows another pair.

        Args:
            pair: The pair.
            at: The sentence to show first; None for where the pair was left.
            besides: What is read again with it, if it has changed.
        """
        self.leave()
        self._wanted, self._rereads = at, False
        if pair != self._opening.shown:
            folding = replace(self.choices.folding, but=frozenset(), shown=frozenset())
            self.choices = replace(self.choices, folding=folding)
        self.hush()
        columns, lines = self.app.size
        options = self.choices.options(self.view.outer_size.width or columns, lines)
        self._opening.start(Task.of(self._shelf, pair, besides), options)

    def on_opening_compared(self, event: Opening.Compared) -> None:
        """Shows a comparison, unless another pair has been asked for since."""
        if not self._opening.take(event):
            return
        self.hush()
        self._navigation.forget()
        self._correcting.forget()
        self.view.show(event.page, self.choices)
        if at := self._wanted or self._shelf.bookmark.place(event.pair):
            self.view.go_back_to(*at)
        self.panel.show(event.page, self._labels)
        self._search.again()
        self._opening.prepare(event.page, self.view.row)
        self._tell(event)

    def _tell(self, event: Opening.Compared) -> None:
        """What a person must know of what was read."""
        notices = tuple(dict.fromkeys(event.reading.notices))
        known = [n for a in event.page.comparison.articles for n in a.notes]
        if self._rereads and set(notices) <= set(known):
            self.remark("no file has changed")
        elif notices:
            self.say("\n".join(notices))
        self._rereads = False
        if remark := self._correcting.take_remark():
            self.remark(remark)

    # What a person says

    def on_correcting_kept(self, event: Correcting.Kept) -> None:
        """Shows what came of what was said, where the reader is."""
        if not self._correcting.take(event):
            return
        self._navigation.forget()
        self.view.renew(event.page)
        self._correcting.list_facts(event.page, self._labels)
        self._search.again()
        self._correcting.tell(event.remark)

    def on_correcting_recast(self, event: Correcting.Recast) -> None:
        """Compares the pair again, other lines of it this time."""
        here = self.view.page
        at = place_of(here.rows[self.view.row]) if here and here.rows else None
        self._correcting.recast(event)
        self.open(event.pair, at)

    def on_correcting_failed(self, event: Correcting.Failed) -> None:
        """Says what could not be kept."""
        self._correcting.tell(event.problem)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What failed is said."""
        self._opening.say_failure(event)
        self._sources.say_failure(event)

    # What is written around the texts

    @property
    def _labels(self) -> Pair[str]:
        """What the articles are called whose texts are on the screen."""
        return self._labels_of(self._opening.shown or self._opening.pair)

    def _labels_of(self, pair: PairOf) -> Pair[str]:
        return pair.map(self._shelf.label)

    def _write_who(self) -> None:
        pair, late = self._opening.named, self._opening.is_late
        labels = self._labels_of(pair)
        if late:
            words = Content(self._opening.in_words(labels))
            self.query_one("#loading", Static).update(words)
        self.set_class(late, "-loading")
        number = self._shelf.number(pair)
        moved = short_thresholds(self.engine.thresholds)
        line = who(labels, number, self.app.size.width - 2, moved)
        self.query_one("#who", Static).update(line, layout=False)

    def on_diff_view_turned(self) -> None:
        """Another page stands below other heads, and nothing of it is selected."""
        self.clear_selection()
        self._write_heads()
        self._search.turn()

    def _write_heads(self) -> None:
        page = self.view.page
        if page is not None:
            found = self._search.found
            lines = heading_lines(page, self._labels, found.query if found else None)
            shown = self.query_one("#heads", Static)
            # There are as many in any view: nothing below them moves.
            height = lines.plain.count("\n") + 1
            shown.update(lines, layout=shown.size.height != height)

    def on_diff_view_moved(self) -> None:
        """Says where the reader is, and who this is once the card is out of sight."""
        self._correcting.move()
        self.query_one("#texts").set_class(self.view.is_past_card, "-past-card")
        self._write_where()

    def _write_where(self) -> None:
        page, width = self.view.page, self.app.size.width - 2
        if page is None or width < 1:
            self.query_one("#where", Static).update(Content(self._remark), layout=False)
            return
        kind = page.options.view.value
        line = StatusLine(
            row=self.view.row,
            seen=self.view.seen,
            view=kind if self.choices.view else f"auto: {kind}",
            searched=self._search.words,
            remark=self._remark or visible(self._correcting.waiting),
            offer=offer(page, self.view.row),
        )
        content = line.content(page, width)
        self.query_one("#where", Static).update(content, layout=False)

    def remark(self, sentence: str) -> None:
        """A word in the status line that stays until the next key."""
        self._remark = sentence
        self._write_where()

    def hush(self) -> None:
        """What was said is gone when the status line is written again."""
        self._remark = ""

    def done(self, message: str) -> None:
        """In the status line, not over it."""
        self.remark(visible(message))

    def choose(self, choices: Choices) -> None:
        """Shows the texts in another way."""
        self.choices = choices
        self.view.choose(choices)

    def compare_again(self) -> None:
        """Thresholds have been moved: everything is compared anew."""
        self._shelf.forget_all()
        self._open_again()

    def on_screen_resume(self) -> None:
        """Shows what has been corrected or read again over it."""
        page = self.view.page
        if page is not None and self._opening.is_outdated(page):
            self._open_again()

    def _open_again(self) -> None:
        page = self.view.page
        at = place_of(page.rows[self.view.row]) if page and page.rows else None
        self.open(self._opening.pair, at)

    # Searching

    def bring_out(self, found: Found | None) -> None:
        """Shows where matches are: in the texts, the facts and the heads."""
        self.view.bring_out(found)
        self.panel.find(found.query if found else None)
        self._write_heads()

    @property
    def matching_facts(self) -> int:
        """How many facts in sight have the words that are searched for."""
        return self.panel.matches

    def on_input_changed(self, event: Input.Changed) -> None:
        """Searches for what has been typed so far."""
        event.stop()
        self._search.type()

    async def on_find_input_left(self, event: FindInput.Left) -> None:
        """Keeps the search, or ends it where it began."""
        await self._search.end_typing(keep=event.keep)

    # Keys

    def action_match(self, step: int) -> None:
        """The next (1) or previous (-1) match; without a search, change."""
        if not self._search.go_on(step):
            self._navigation.action_change(step)

    def action_reload(self, everything: bool) -> None:
        """Reads what has changed of this pair, or of all articles, and compares."""
        pair = self._opening.pair
        self._shelf.forget(None if everything else pair)
        self.open(pair, besides=self._shelf.around(pair) if everything else ())
        self._rereads = True

    def action_facts(self) -> None:
        """Opens or closes the facts panel."""
        self.panel.open(shown=not self.panel.is_open)
        (self.panel.facts if self.panel.is_open else self.view).focus()

    def action_close(self) -> None:
        """Stops comparing; else closes the panel, or ends the search; leaves never."""
        if self._correcting.drop() or self._legend.put_away():
            return
        if self._opening.stop():
            if self._opening.shown is None:
                self.app.pop_screen()
        elif self.panel.in_front:
            self.action_facts()
        elif self._search.leave():
            pass
        elif self.panel.is_open:
            self.action_facts()
        else:
            self.remark(f"{self.key_to('app.back')} goes back")

    def on_facts_panel_jump(self, event: FactsPanel.Jump) -> None:
        """Goes to the sentence of a fact; a panel over the text makes way."""
        if self._correcting.finish_fact():
            return
        if self.panel.covers:
            self.action_facts()
        self.view.go_to_place(*event.place, event.spots)

    def _taken(self) -> Taken | None:
        """What keys that copy, save and open have before them."""
        page, pair = self.view.page, self._opening.shown
        if page is None or pair is None or not page.rows:
            return None
        found, row = page.comparison, page.rows[self.view.row]
        originals = pair.map(partial(Original.of, self._shelf), found.articles)
        return Taken(found, row, self._labels, originals, page.options.order)
