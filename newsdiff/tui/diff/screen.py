"""Two articles next to each other: what is on the screen and what each key does."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Static
from textual.worker import Worker, WorkerState

from newsdiff.layout import NO_SPOTS, LayoutOptions, Page
from newsdiff.model import Comparison, Pair, Side
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.diff.choices import choices_of, chosen_since, place_of
from newsdiff.tui.diff.facts_panel import FactsPanel, place_on
from newsdiff.tui.diff.headings import heads
from newsdiff.tui.diff.navigation import ElsewhereKeys
from newsdiff.tui.diff.status import Standing, left_part, right_part
from newsdiff.tui.diff.trail import offer
from newsdiff.tui.diff.view import DiffView
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.jobs import Task, make_page, unless_cancelled
from newsdiff.tui.session.shelf import PairOf, ReadArticles, Shelf
from newsdiff.tui.shared.key_bar import KeyBar
from newsdiff.tui.shared.screen import Legend, TooSmall, both_ends
from newsdiff.tui.sharing.actions import Taken
from newsdiff.tui.sharing.sources import Original

if TYPE_CHECKING:
    from newsdiff.layout.finding import Found
    from newsdiff.model import SentencePlace

_LOADING_AFTER = 0.15
"""Seconds after which a comparison that is not there yet shows that it is coming."""


class DiffScreen(ElsewhereKeys):
    """One pair of articles.

    Args:
        shelf: The articles.
        pair: Their places on the shelf.
        at: The sentence to show first; None for where the pair was left.
    """

    CSS_PATH = "screen.tcss"
    HELP = (
        "Both articles, sentence by sentence. The mark in front of a row says how they "
        "agree; hatching means that no sentence was found there, which is probable and "
        "never certain."
    )
    LEGEND = Legend.MARKS
    SECTIONS = (*keys.DIFF, *keys.FIND, *keys.FACTS)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.DIFF)]

    class Compared(Message):
        """A comparison is ready, and the page to show first."""

        def __init__(self, pair: PairOf, reading: ReadArticles, page: Page) -> None:
            super().__init__()
            self.pair = pair
            self.reading = reading
            self.page = page

    def __init__(
        self, shelf: Shelf, pair: PairOf, at: SentencePlace | None = None
    ) -> None:
        super().__init__(shelf, pair)
        self._wanted = at
        """Where the pair that is being opened is to be shown."""
        self._waiting: Timer | None = None
        self._said = ""
        self._rereads = False
        """Whether the pair that is being opened was asked to be read again."""

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
        yield Static(classes="status", id="where")
        yield KeyBar()

    def on_mount(self) -> None:
        """Compares the pair."""
        self._view.focus()
        shelf = self._shelf
        self._choices = choices_of(shelf.settings, shelf.bookmark.choices)
        self._open(self._pair, self._wanted)

    def on_resize(self, event: events.Resize) -> None:
        """Decides where the facts panel and the heads have room."""
        super().on_resize(event)
        place = place_on(event.size)
        body = self.query_one("#body")
        if not body.has_class(place):
            body.set_classes(place)
        self._write_who()
        self._write_where()

    @property
    def _panel(self) -> FactsPanel:
        return self.query_one(FactsPanel)

    # Opening a pair

    def leave(self) -> None:
        """Notes the pair, the place and the choices for the next time."""
        page, pair, bookmark = self._view.page, self._shown, self._shelf.bookmark
        if page is None or pair is None or not page.rows:
            return
        bookmark.note(pair, place_of(page.rows[self._view.row]))
        bookmark.choices = chosen_since(self._shelf.settings, self._choices)

    def _open(
        self, pair: PairOf, at: SentencePlace | None = None, besides: Iterable[int] = ()
    ) -> None:
        self.leave()
        self._pair, self._wanted = pair, at
        if pair != self._shown:
            folding = replace(self._choices.folding, but=frozenset(), shown=frozenset())
            self._choices = replace(self._choices, folding=folding)
        self._said = ""
        self._rereads = False
        self._stop_waiting()
        self._write_who()
        self._waiting = self.set_timer(_LOADING_AFTER, self._show_loading)
        width = self._view.outer_size.width or self.app.size.width
        task = Task.of(self._shelf, pair, besides)
        self._compare(task, self._shelf.page(pair), self._choices.options(width))

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _compare(self, task: Task, page: Page | None, options: LayoutOptions) -> None:
        def work() -> DiffScreen.Compared:
            return self.Compared(
                task.pair, *make_page(self.engine, task, page, options)
            )

        if done := unless_cancelled(work):
            self.post_message(done)

    def on_diff_screen_compared(self, event: Compared) -> None:
        """Shows a comparison, unless another pair has been asked for since."""
        for place, (source, article) in event.reading.articles.items():
            self._shelf.put(place, source, article)
        self._shelf.keep(event.pair, event.page)
        if event.pair != self._pair:
            return
        self._stop_waiting()
        self._shown, self._trail = event.pair, None
        self._view.show(event.page, self._choices)
        if at := self._wanted or self._shelf.bookmark.place(event.pair):
            self._view.go_back_to(*at)
        self._panel.show(event.page.comparison, self._labels)
        self._search_again()
        self._write_who()
        self._tell(event)

    def _tell(self, event: Compared) -> None:
        """What a person must know of what was read."""
        notices = tuple(dict.fromkeys(event.reading.notices))
        known = [n for a in event.page.comparison.articles for n in a.notes]
        if self._rereads and set(notices) <= set(known):
            self._remark("no file has changed")
        elif notices:
            self.say("\n".join(notices))
        self._rereads = False

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A comparison that failed is said, not shown as an empty page."""
        if event.state is WorkerState.ERROR and event.worker.group == "compare":
            self._stop_opening()
            self.say(f"This pair could not be compared: {event.worker.error}")

    def _show_loading(self) -> None:
        if self._waiting:
            names = "\nwith\n".join(map(visible, self._labels_of(self._pair)))
            words = f"comparing\n{names}\n\nEsc stops this"
            self.query_one("#loading", Static).update(Content(words))
            self.add_class("-loading")
            self._write_who()

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting.stop()
            self._waiting = None
        self.remove_class("-loading")

    def _stop_opening(self) -> None:
        """Back to the pair that is on the screen, if there is one."""
        self._stop_waiting()
        if self._shown is not None:
            self._pair = self._shown
        self._write_who()

    # What is written around the texts

    @property
    def _labels(self) -> Pair[str]:
        """What the articles are called whose texts are on the screen."""
        return self._labels_of(self._shown or self._pair)

    def _labels_of(self, pair: PairOf) -> Pair[str]:
        return Pair(*(self._shelf.label(place) for place in pair))

    def _write_who(self) -> None:
        # The pair that is being opened is named once the texts of the other are gone.
        pair = self._shown or self._pair
        if self.has_class("-loading"):
            pair = self._pair
        number, total = self._shelf.number(pair), len(self._shelf.pairs)
        where = Content(f"pair {number}/{total}")
        width = self.app.size.width - 2
        room = max(4, (width - len(where) - 12) // 2)
        names = self._labels_of(pair).map(visible)
        short = names.map(lambda name: fit(name, min(room, cells(name))))
        left = Content.assemble(
            (f"A {short.a}", "bold $side-a"), "  ⇄  ", (f"B {short.b}", "bold $side-b")
        )
        line = both_ends(left, where, width)
        self.query_one("#who", Static).update(line, layout=False)

    def on_diff_view_turned(self) -> None:
        """Another page stands below other heads, and nothing of it is selected."""
        self.clear_selection()
        self._write_heads()

    def _write_heads(self) -> None:
        page = self._view.page
        if page is not None:
            query = self._found.query if self._found else None
            lines = heads(page, self._labels, query)
            shown = self.query_one("#heads", Static)
            # There are as many in any view: nothing below them moves.
            height = lines.plain.count("\n") + 1
            shown.update(lines, layout=shown.size.height != height)

    def on_diff_view_moved(self) -> None:
        """Says where the reader is."""
        self._write_where()

    def _write_where(self) -> None:
        page, width = self._view.page, self.app.size.width - 2
        if page is None or width < 1:
            return
        kind = page.options.view.value
        standing = Standing(
            row=self._view.row,
            seen=self._view.seen,
            view=kind if self._choices.view else f"auto: {kind}",
            searched=self.searched,
            said=self._said,
            offer=offer(page, self._view.row),
        )
        right = right_part(standing, width)
        left = left_part(page, standing, width - cells(right) - 2)
        line = both_ends(Content(left), Content(right), width)
        self.query_one("#where", Static).update(line, layout=False)

    def _remark(self, sentence: str) -> None:
        """A word in the status line that stays until the next key."""
        self._said = sentence
        self._write_where()

    # Keys

    def action_change(self, step: int) -> None:
        """The next (1) or previous (-1) change, around the end."""
        wrapped = self._view.next_change(step)
        end = "top" if step > 0 else "bottom"
        self._remark(f"went on from the {end}" if wrapped else "")

    def action_scroll(self, lines: int) -> None:
        """Lines down, or up for a negative number."""
        self._said = ""
        self._view.scroll_lines(lines)

    def action_page(self, halves: int) -> None:
        """Half pages down, or up for a negative number."""
        height = self._view.size.height
        whole = height - 2 if abs(halves) == 2 else height // 2
        self.action_scroll(max(1, whole) * (1 if halves > 0 else -1))

    def action_top(self) -> None:
        """The first line."""
        self._said = ""
        self._view.go_to_end(top=True)

    def action_bottom(self) -> None:
        """The last line."""
        self._said = ""
        self._view.go_to_end(top=False)

    def action_pair(self, step: int) -> None:
        """The next (1) or previous (-1) pair of the list."""
        self._leaf(self._shelf.neighbour(self._pair, step))

    def action_other(self, side: str) -> None:
        """The next article on one side, the other side kept."""
        self._leaf(self._shelf.leaf(self._pair, Side(side)))

    def _leaf(self, pair: PairOf) -> None:
        if pair in (self._pair, self._pair.swapped):
            self._remark("there is no other article")
        else:
            self._open(pair)

    def action_swap(self) -> None:
        """A becomes B."""
        self._open(self._pair.swapped)

    def action_reload(self, everything: bool) -> None:
        """Reads what has changed of this pair, or of all articles, and compares."""
        self._shelf.forget(None if everything else self._pair)
        self._open(self._pair, besides=self._shelf.order if everything else ())
        self._rereads = True

    def action_facts(self) -> None:
        """Opens or closes the facts panel."""
        self._panel.open(shown=not self._panel.is_open)
        (self._panel.facts if self._panel.is_open else self._view).focus()

    def action_panel(self) -> None:
        """From the text to the facts panel and back."""
        if self._panel.is_open:
            to_text = self._panel.facts.has_focus
            (self._view if to_text else self._panel.facts).focus()

    def action_close(self) -> None:
        """Stops comparing; else closes the panel, or ends the search; leaves never."""
        if self._waiting:
            self.workers.cancel_node(self)
            self._stop_opening()
            if self._shown is None:
                self.app.pop_screen()
        elif self._panel.in_front:
            self.action_facts()
        elif self._leave_search():
            pass
        elif self._panel.is_open:
            self.action_facts()
        else:
            self._remark(f"{self.key_to('app.back')} goes back")

    def on_facts_panel_jump(self, event: FactsPanel.Jump) -> None:
        """Goes to the sentence of a fact; a panel over the text makes way."""
        comparison = self._comparison
        if comparison is None:
            return
        span = event.fact.spans[event.side][0]
        sentence = comparison.articles[event.side].sentence_at(span.start)
        if self._panel.covers:
            self.action_facts()
        if sentence is None:
            return
        spots = event.fact.spans.map(lambda places: places[:1])
        # A whole sentence is brought out by its row; words need a mark of their own.
        whole = self._panel.tells_a_sentence(event.fact)
        self._view.go_to_place(event.side, sentence, NO_SPOTS if whole else spots)

    def _show_found(self, found: Found | None) -> None:
        self._panel.find(found.query if found else None)
        self._write_heads()

    def _counted_elsewhere(self, found: Found) -> list[str]:
        counted = {"in facts": self._panel.found, "above": found.in_titles}
        return [f"{number} {where}" for where, number in counted.items() if number]

    def taken(self) -> Taken | None:
        """What keys that copy, save and open have before them."""
        page, pair = self._view.page, self._shown
        if page is None or pair is None or not page.rows:
            return None
        comparison, shelf = page.comparison, self._shelf
        known = zip(pair, comparison.articles, strict=True)
        originals = Pair(
            *(Original(shelf.sources[i], shelf.articles[i] or a) for i, a in known)
        )
        return Taken(comparison, page.rows[self._view.row], self._labels, originals)

    def edited(self) -> None:
        """Shows what came of it."""
        self.action_reload(everything=False)

    @property
    def _comparison(self) -> Comparison | None:
        return self._view.page.comparison if self._view.page else None
