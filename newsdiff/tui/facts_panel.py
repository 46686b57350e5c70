"""The facts that only one of two articles has; Enter leads to the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from newsdiff.export.phrases import ONLY, absence, quoted
from newsdiff.layout import fit
from newsdiff.model import Comparison, Fact, Kind, Pair, Side, Status
from newsdiff.tui import keys
from newsdiff.tui.screen import plain
from newsdiff.visible import visible

_KIND = 12
"""Cells of the column that names the kind of a fact."""


class FactsList(OptionList, inherit_bindings=False):
    """The facts, in groups."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.FACTS)]


class FactsPanel(Vertical):
    """Beside the text where there is room, over it where there is not."""

    class Jump(Message):
        """A person wants to see the sentence of a fact."""

        def __init__(self, side: Side, offset: int) -> None:
            super().__init__()
            self.side = side
            self.offset = offset

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[Fact | None] = []
        """One entry a line of the list; None for a heading."""
        self._comparison: Comparison | None = None

    def compose(self) -> ComposeResult:
        """A title, the list, and what is claimed of the highlighted fact."""
        yield Static("Facts", classes="title")
        yield FactsList()
        yield Static(classes="explanation")

    @property
    def facts(self) -> FactsList:
        """The list."""
        return self.query_one(FactsList)

    def show(self, comparison: Comparison) -> None:
        """Lists the facts of another comparison."""
        self._comparison = comparison
        self.refill()

    def refill(self) -> None:
        """Writes the list anew, as wide as the panel is now."""
        if self._comparison is None:
            return
        at = self.facts.highlighted
        lines = list(self._lines(self._comparison))
        self._facts = [fact for fact, _ in lines]
        self.facts.set_options(
            Option(content, disabled=fact is None) for fact, content in lines
        )
        first = next((i for i, fact in enumerate(self._facts) if fact), None)
        keeps = at is not None and at < len(self._facts) and self._facts[at]
        self.facts.highlighted = at if keeps else first

    def _lines(self, comparison: Comparison) -> Iterator[tuple[Fact | None, Content]]:
        labels = comparison.articles.map(lambda article: article.label)
        groups = {
            "told with different values": Status.CONFLICT,
            f"only in {labels.a}": Status.ONLY_A,
            f"only in {labels.b}": Status.ONLY_B,
        }
        for title, status in groups.items():
            facts = [f for f in comparison.facts if f.status is status]
            if not facts and status is Status.CONFLICT:
                continue
            side = ONLY.get(status)
            tone = f"bold $side-{side}" if side else "bold"
            yield None, plain(f"{title} · {len(facts)}", tone)
            # Names and numbers first: they are what an editor looks up.
            for fact in sorted(facts, key=lambda f: f.kind is Kind.CLAIM):
                yield fact, self._line(fact, side or Side.A)

    def _line(self, fact: Fact, side: Side) -> Content:
        width = max(10, self.size.width - 4)
        if fact.kind is Kind.CLAIM:
            words = " ".join((fact.value[side] or "").split())
            kind = "sentence"
        else:
            words, kind = fact.value[side] or "", fact.kind.value
        text = fit(visible(words), max(8, width - _KIND - 3))
        return Content.assemble("  ", text, " ", (fit(kind, _KIND), "$faint"))

    def on_option_list_option_highlighted(
        self, event: OptionList.OptionHighlighted
    ) -> None:
        """Explains the highlighted fact."""
        event.stop()
        fact = self._facts[event.option_index]
        if fact is None or self._comparison is None:
            return
        labels = self._comparison.articles.map(lambda article: article.label)
        said = self._explained(fact, labels)
        self.query_one(".explanation", Static).update(plain(said))

    def _explained(self, fact: Fact, labels: Pair[str]) -> str:
        if fact.status is Status.CONFLICT:
            return " but ".join(f"{labels[s]} has {quoted(fact, s)}" for s in Side)
        said = absence(fact, labels)
        comparison = self._comparison
        if fact.kind is not Kind.CLAIM or comparison is None:
            return said
        side = ONLY[fact.status]
        own = comparison.articles[side].sentence_at(fact.spans[side][0].start)
        near = comparison.nearest[side][own] if own is not None else None
        if near is None:
            return f"{said} None comes near."
        words = comparison.articles[side.other].words_of(near.sentence)
        return f"{said} Nearest: {near.sentence + 1} {words}"

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Leads to the sentence."""
        event.stop()
        fact = self._facts[event.option_index]
        if fact is None:
            return
        side = ONLY.get(fact.status, Side.A)
        self.post_message(self.Jump(side, fact.spans[side][0].start))

    def on_resize(self) -> None:
        """Cuts the lines to the new width."""
        self.refill()
