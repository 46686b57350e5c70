"""Two articles next to each other: what is on the screen and what each key does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Footer, Static
from textual.worker import Worker, WorkerState, get_current_worker

from newsdiff.comparing import Mark
from newsdiff.export.phrases import headline
from newsdiff.layout import Page, View, fit
from newsdiff.model import Article, Comparison, Pair, Side
from newsdiff.tui import keys
from newsdiff.tui.diff_view import Choices, DiffView
from newsdiff.tui.facts_panel import FactsPanel
from newsdiff.tui.screen import NewsScreen, TooSmall
from newsdiff.tui.shelf import PairOf, Reading, Shelf
from newsdiff.visible import visible

_LOADING_AFTER = 0.15
"""Seconds after which a comparison that is not there yet shows that it is coming."""
_BESIDE = 150
"""Columns from which the facts panel stands beside the text."""


class DiffScreen(NewsScreen):
    """One pair of articles.

    Args:
        shelf: The articles.
        pair: Their places in the list.
    """

    SECTIONS = (*keys.DIFF, *keys.FACTS)
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.DIFF)]

    class Compared(Message):
        """A comparison is ready."""

        def __init__(self, pair: PairOf, reading: Reading) -> None:
            super().__init__()
            self.pair = pair
            self.reading = reading

    def __init__(self, shelf: Shelf, pair: PairOf) -> None:
        super().__init__()
        self._shelf = shelf
        self._pair = pair
        self._choices = Choices()
        self._comparison: Comparison | None = None
        self._waiting: Timer | None = None
        self._said = ""

    def compose(self) -> ComposeResult:
        """Who, the headlines, the texts with the facts, where, the keys."""
        yield TooSmall()
        yield Static(classes="bar", id="who")
        yield Static(id="heads")
        with Horizontal(id="body"):
            yield DiffView()
            yield FactsPanel()
        yield Static(classes="status", id="where")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Compares the pair."""
        self._view.focus()
        self._open(self._pair)

    def on_resize(self, event: events.Resize) -> None:
        """Decides where the facts panel has room."""
        super().on_resize(event)
        beside = event.size.width >= _BESIDE
        self._panel.set_class(not beside, "-overlay")
        self._write_heads()

    @property
    def _view(self) -> DiffView:
        return self.query_one(DiffView)

    @property
    def _panel(self) -> FactsPanel:
        return self.query_one(FactsPanel)

    # Opening a pair

    def _open(self, pair: PairOf) -> None:
        self._pair = pair
        self._said = ""
        self._write_who()
        self._stop_waiting()
        self._waiting = self.set_timer(_LOADING_AFTER, self._show_loading)
        self._compare(pair)

    @work(thread=True, exclusive=True, exit_on_error=False, group="compare")
    def _compare(self, pair: PairOf) -> None:
        from newsdiff.tui.work import compare_pair, reread

        worker = get_current_worker()
        sources = {place: self._shelf.sources[place] for place in pair}
        articles = {place: self._shelf.articles[place] for place in pair}
        ready = self._shelf.comparison(pair)
        if ready is None:
            reading = compare_pair(pair, sources, articles)
        else:
            reading = reread(sources)
            if reading.articles:
                again = compare_pair(pair, sources, articles)
                reading = replace(again, notices=reading.notices + again.notices)
            else:
                reading = replace(reading, comparison=ready)
        if not worker.is_cancelled:
            self.post_message(self.Compared(pair, reading))

    def on_diff_screen_compared(self, event: Compared) -> None:
        """Shows a comparison, unless another pair has been asked for since."""
        for place, (source, article) in event.reading.articles.items():
            self._shelf.put(place, source, article)
        comparison = event.reading.comparison
        if comparison is None:
            return
        labels = Pair(*(self._shelf.articles[place] for place in event.pair))
        comparison = _relabelled(comparison, labels)
        self._shelf.keep(event.pair, comparison)
        if event.pair != self._pair:
            return
        self._stop_waiting()
        self._comparison = comparison
        self._view.loading = False
        self._view.show(comparison, self._choices)
        self._panel.show(comparison)
        self._write_who()
        self._write_heads()
        if event.reading.notices:
            self.say("\n".join(dict.fromkeys(event.reading.notices)))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A comparison that failed is said, not shown as an empty page."""
        if event.state is WorkerState.ERROR:
            self._stop_waiting()
            self._view.loading = False
            self.say(f"This pair could not be compared: {event.worker.error}")

    def _show_loading(self) -> None:
        self._view.loading = True

    def _stop_waiting(self) -> None:
        if self._waiting:
            self._waiting.stop()
            self._waiting = None

    # What is written around the texts

    def _label(self, side: Side) -> str:
        article = self._shelf.articles[self._pair[side]]
        return article.label if article else self._shelf.sources[self._pair[side]].given

    def _write_who(self) -> None:
        number, total = self._shelf.number(self._pair), len(self._shelf.pairs)
        where = f"pair {number}/{total}"
        room = max(4, (self.size.width - len(where) - 10) // 2)
        names = Pair(*(visible(self._label(side)) for side in Side))
        short = names.map(lambda name: fit(name, min(room, len(name))).rstrip())
        self.query_one("#who", Static).update(
            Content.assemble(
                (f"A {short.a}", "bold $side-a"),
                "  ⇄  ",
                (f"B {short.b}", "bold $side-b"),
                f"   {where}",
            )
        )

    def _write_heads(self) -> None:
        """The headlines: over their columns, or below each other."""
        comparison = self._comparison
        width = self.size.width
        if comparison is None or width < 1:
            return
        heads = comparison.articles.map(lambda a: visible(_head(a)))
        if self._view.view is View.SPLIT and width >= 20:
            half = (width - 4) // 2
            content = Content.assemble(
                " ",
                (fit(heads.a, half - 1), "bold $side-a"),
                "   ",
                (fit(heads.b, half - 1), "bold $side-b"),
            )
        else:
            content = Content("\n").join(
                Content.assemble((fit(f"{s.name} {heads[s]}", width - 1), f"$side-{s}"))
                for s in Side
            )
        self.query_one("#heads", Static).update(content)

    def on_diff_view_moved(self) -> None:
        """Says where the reader is."""
        self.query_one("#where", Static).update(self._standing())

    def _standing(self) -> Content:
        page, comparison = self._view.page, self._comparison
        if page is None or comparison is None:
            return Content("")
        number = sum(row <= self._view.row for row in page.changes)
        marks = Counter(row.mark for row in page.rows)
        share = comparison.linked_share
        parts = [
            f"change {number}/{len(page.changes)}",
            f"{marks[Mark.ONLY_A]} only A",
            f"{marks[Mark.ONLY_B]} only B",
            f"{marks[Mark.REWORDED] + marks[Mark.MOVED]} reworded",
            f"linked A {share.a:.0%} B {share.b:.0%}",
            self._choices.view or f"auto: {self._view.view}",
            self._scrolled(page),
            self._said,
        ]
        return Content(" · ".join(part for part in parts if part))

    def _scrolled(self, page: Page) -> str:
        """How far down the last line in sight is."""
        seen = round(self._view.scroll_y) + self._view.size.height
        return f"{min(1.0, seen / max(1, page.height)):.0%}"

    def _remark(self, sentence: str) -> None:
        """A word in the status line that stays until the next key."""
        self._said = sentence
        self.on_diff_view_moved()

    # Keys

    def action_change(self, step: int) -> None:
        """The next (1) or previous (-1) change, around the end."""
        wrapped = self._view.next_change(step)
        end = "top" if step > 0 else "bottom"
        self._remark(f"on from the {end}" if wrapped else "")

    def action_scroll(self, lines: int) -> None:
        """Lines down, or up for a negative number."""
        self._said = ""
        self._view.scroll_lines(lines)

    def action_page(self, halves: int) -> None:
        """Half pages down, or up for a negative number."""
        self._said = ""
        height = self._view.size.height
        whole = height - 2 if abs(halves) == 2 else height // 2
        self._view.scroll_lines(max(1, whole) * (1 if halves > 0 else -1))

    def action_top(self) -> None:
        """The first line."""
        self._view.go_to_end(top=True)

    def action_bottom(self) -> None:
        """The last line."""
        self._view.go_to_end(top=False)

    def action_pair(self, step: int) -> None:
        """The next (1) or previous (-1) pair of the list."""
        self._open(self._shelf.neighbour(self._pair, step))

    def action_other(self, side: str) -> None:
        """The next article on one side, the other side kept."""
        which = Side(side)
        kept = self._pair[which.other]
        place = (self._pair[which] + 1) % len(self._shelf)
        if place == kept:
            place = (place + 1) % len(self._shelf)
        pair = Pair(place, kept)
        self._open(pair if which is Side.A else pair.swapped)

    def action_swap(self) -> None:
        """A becomes B."""
        self._open(self._pair.swapped)

    def action_reload(self, everything: bool) -> None:
        """Reads what has changed of this pair, or of all articles, and compares."""
        self._shelf.forget(self._pair)
        if everything:
            for pair in self._shelf.pairs:
                self._shelf.forget(pair)
                self._shelf.forget(pair.swapped)
        self._open(self._pair)

    def action_view(self) -> None:
        """Auto, side by side, unified."""
        self._choose(self._choices.next_view())
        self._write_heads()

    def action_boilerplate(self) -> None:
        """Shows or hides what is no part of the story."""
        shown = not self._choices.boilerplate
        self._choose(replace(self._choices, boilerplate=shown))
        self._remark("boilerplate shown" if shown else "boilerplate hidden")

    def action_order(self) -> None:
        """Rows in the order of the other side."""
        order = self._choices.order.other
        self._choose(replace(self._choices, order=order))
        self._remark(f"in {order.name}'s order")

    def action_numbers(self) -> None:
        """Sentence numbers on or off."""
        self._choose(replace(self._choices, numbers=not self._choices.numbers))

    def _choose(self, choices: Choices) -> None:
        self._choices = choices
        self._view.choose(choices)

    def action_facts(self) -> None:
        """Opens or closes the facts panel."""
        opened = not self._panel.has_class("-open")
        self._panel.set_class(opened, "-open")
        (self._panel.facts if opened else self._view).focus()

    def action_panel(self) -> None:
        """From the text to the facts panel and back."""
        if self._panel.has_class("-open"):
            to_text = self._panel.facts.has_focus
            (self._view if to_text else self._panel.facts).focus()

    def action_close(self) -> None:
        """Closes the panel; while a pair is being compared, goes back."""
        if self._waiting or self._view.loading:
            self.workers.cancel_node(self)
            self.app.pop_screen()
        elif self._panel.has_class("-open"):
            self.action_facts()

    def on_facts_panel_jump(self, event: FactsPanel.Jump) -> None:
        """Goes to the sentence of a fact; a panel over the text makes way."""
        if self._comparison is None:
            return
        sentence = self._comparison.articles[event.side].sentence_at(event.offset)
        if self._panel.has_class("-overlay"):
            self.action_facts()
        if sentence is not None:
            self._view.go_to_sentence(event.side, sentence)


def _head(article: Article) -> str:
    """The headline with the day: what a reader needs to know of whom they read."""
    day = f" · {article.published[:10]}" if article.published else ""
    return f"{headline(article)}{day}"


def _relabelled(comparison: Comparison, articles: Pair[Article | None]) -> Comparison:
    """The comparison with the labels that the list shows."""
    named = Pair(
        *(
            replace(old, label=new.label) if new else old
            for old, new in zip(comparison.articles, articles, strict=True)
        )
    )
    return replace(comparison, articles=named)
