"""The facts that only one of two articles has; Enter leads to the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Static

from newsdiff.layout import NO_SPOTS, Spots
from newsdiff.model import (
    Absence,
    Comparison,
    Fact,
    Kind,
    Pair,
    SentencePlace,
    Side,
    Status,
)
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.diff.facts_list import FactsList
from newsdiff.tui.shared.screen import plain
from newsdiff.wording.phrases import absence, quoted

if TYPE_CHECKING:
    from newsdiff.layout.finding import Query

_KIND: Final = 12
"""Cells of the column that names the kind of a fact."""
_BESIDE: Final = 150
"""Columns of the screen from which the panel stands beside the text."""
_BELOW: Final = 24
"""Lines of the screen from which the panel stands below the text."""
_AND: Final = " · "
"""Between two values of one thing."""
_GROUPS: Final = (Status.CONFLICT, Status.ONLY_A, Status.ONLY_B)


class PanelPlace(StrEnum):
    """Where the panel stands; a class of what holds it and the text."""

    BESIDE = "-beside"
    BELOW = "-below"
    OVER = "-over"


def place_on(screen: Size) -> PanelPlace:
    """The place that suits the size of the screen."""
    if screen.width >= _BESIDE:
        return PanelPlace.BESIDE
    return PanelPlace.BELOW if screen.height >= _BELOW else PanelPlace.OVER


class FactsPanel(Vertical):
    """Beside or below the text where there is room, over it where there is not."""

    class Jump(Message):
        """A person wants to see where a fact is told."""

        def __init__(self, place: SentencePlace, spots: Spots) -> None:
            super().__init__()
            self.place = place
            self.spots = spots

    def __init__(self) -> None:
        super().__init__()
        self._facts: list[Fact | Status] = []
        """One entry a line of the list; a status for a heading."""
        self._matches: int | None = None
        self._comparison: Comparison | None = None
        self._labels = Pair("A", "B")
        self._query: Query | None = None

    def compose(self) -> ComposeResult:
        """A title, the list, and what is claimed of the highlighted fact."""
        yield Static(classes="title")
        with Container():
            yield FactsList()
            yield Static(classes="explanation")

    @property
    def facts(self) -> FactsList:
        """The list."""
        return self.query_one(FactsList)

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self.has_class("-open")

    @property
    def covers(self) -> bool:
        """Whether it stands over the text."""
        return self.parent is not None and self.parent.has_class(PanelPlace.OVER)

    @property
    def in_front(self) -> bool:
        """Whether it is what the reader is looking at."""
        return self.is_open and (self.covers or self.facts.has_focus)

    def open(self, *, shown: bool) -> None:
        """Comes on the screen or goes from it."""
        self.set_class(shown, "-open")
        self.refill()

    def show(self, comparison: Comparison, labels: Pair[str]) -> None:
        """Lists the facts of another comparison."""
        self._comparison, self._labels = comparison, labels
        self._facts = list(_entries(comparison))
        self._matches = None
        self.facts.highlighted = None
        self.refill()

    def find(self, query: Query | None) -> None:
        """Shows which facts have the words that are searched for."""
        self._query, self._matches = query, None
        self.facts.refresh()

    @property
    def matches(self) -> int:
        """How many facts in sight of the reader have words that are searched for."""
        query = self._query
        if query is None or not self.is_open:
            return 0
        if self._matches is None:
            self._matches = sum(
                any(value and query.spans(visible(value)) for value in fact.value)
                for fact in self._facts
                if isinstance(fact, Fact)
            )
        return self._matches

    def refill(self) -> None:
        """Writes the list anew; a closed one can wait."""
        if self._comparison is None or not self.is_open:
            return
        stops = [i for i, fact in enumerate(self._facts) if isinstance(fact, Fact)]
        self.facts.fill(len(self._facts), stops, self._line)
        self.query_one(".title", Static).update(self._title(self._comparison))
        if not stops:
            self._explain("Neither article tells a fact that the other one lacks.")
        elif self.facts.highlighted is None:
            self.facts.go_to(stops[0])

    def _title(self, comparison: Comparison) -> Content:
        numbers = {s: sum(f.status is s for f in comparison.facts) for s in _GROUPS}
        parts: list[str | tuple[str, str]] = ["Facts"]
        for side in Side:
            name = f"only {side.name}"
            parts += [" · ", (f"{numbers[side.only]} {name}", f"$side-{side}")]
        if numbers[Status.CONFLICT]:
            parts.append(f" · {numbers[Status.CONFLICT]} in conflict")
        return Content.assemble(*parts)

    def _group(self, status: Status) -> Content:
        side = status.side
        if side is None:
            return plain("told with different values", "bold")
        return plain(f"only in {side.name} {self._labels[side]}", f"bold $side-{side}")

    def _line(self, at: int, width: int) -> Content:
        fact = self._facts[at]
        if isinstance(fact, Status):
            return self._group(fact)
        kind = self._kind(fact)
        text = Content(_values(fact, max(8, width - _KIND - 3)))
        for span in self._query.spans(text.plain) if self._query else ():
            text = text.stylize("reverse", *span)
        return Content.assemble("  ", text, " ", (fit(kind, _KIND), "$faint"))

    def _kind(self, fact: Fact) -> str:
        """What a fact is, in a word that a reader knows."""
        if fact.kind is not Kind.CLAIM:
            return fact.kind.value
        return "sentence" if self._tells_a_sentence(fact) else "passage"

    def _tells_a_sentence(self, fact: Fact) -> bool:
        """Whether a fact is a whole sentence of the side that states it."""
        side = fact.status.side
        if self._comparison is None or side is None:
            return False
        article, span = self._comparison.articles[side], fact.spans[side][0]
        place = article.sentence_at(span.start)
        return place is not None and article.sentences[place].span == span

    @property
    def current(self) -> Fact | None:
        """The fact that is highlighted."""
        at = self.facts.highlighted
        fact = self._facts[at] if at is not None else None
        return fact if isinstance(fact, Fact) else None

    def on_facts_list_highlighted(self) -> None:
        """Explains the highlighted fact."""
        if fact := self.current:
            self._explain(self._explained(fact))

    def _explain(self, words: str) -> None:
        self.query_one(".explanation", Static).update(plain(words))

    def _explained(self, fact: Fact) -> str:
        side = fact.status.side
        if side is None:
            values = " but ".join(
                f"{self._labels[s]} has {quoted(fact, s)}" for s in Side
            )
            return f"{values}. {fact.note}" if fact.note else f"{values}."
        lacking, comparison = absence(fact, self._labels), self._comparison
        if fact.absence is Absence.STRING:
            # Where there is little room a long quotation is cut, never the verdict.
            return f"Nowhere in {self._labels[side.other]}: {quoted(fact, side)}"
        if fact.kind is not Kind.CLAIM or comparison is None:
            return lacking
        own = comparison.articles[side].sentence_at(fact.spans[side][0].start)
        near = comparison.nearest[side][own] if own is not None else None
        if near is None:
            return f"{lacking} None comes near."
        words = comparison.articles[side.other].words_of(near.sentence)
        return f"{lacking} The nearest is sentence {near.sentence + 1}: {words}"

    def on_facts_list_chosen(self) -> None:
        """Leads to the sentence."""
        fact, comparison = self.current, self._comparison
        if fact is None or comparison is None:
            return
        side = fact.status.side or Side.A
        sentence = comparison.articles[side].sentence_at(fact.spans[side][0].start)
        if sentence is not None:
            # A row brings out a whole sentence; words need a mark of their own.
            whole = self._tells_a_sentence(fact)
            spots = NO_SPOTS if whole else fact.spans.map(lambda places: places[:1])
            self.post_message(self.Jump((side, sentence), spots))

    def on_descendant_focus(self) -> None:
        """Shows that keys go to the panel."""
        self.add_class("-focused")

    def on_descendant_blur(self) -> None:
        """Shows that keys go elsewhere."""
        self.remove_class("-focused")


def _entries(comparison: Comparison) -> Iterator[Fact | Status]:
    """The facts in groups, each behind its status.

    Names and numbers come first: they are what an editor looks up.
    """
    for status in _GROUPS:
        facts = [fact for fact in comparison.facts if fact.status is status]
        if facts:
            yield status
            yield from sorted(facts, key=lambda fact: fact.kind is Kind.CLAIM)


def _values(fact: Fact, width: int) -> str:
    """What a fact says, as wide as is wanted; both values where they differ."""
    words = fact.value.map(lambda value: " ".join(visible(value or "").split()))
    if fact.status is not Status.CONFLICT:
        return fit(words.a or words.b, width)
    named = Pair.each(lambda side: f"{side.name}: {words[side]}")
    half = (width - cells(_AND)) // 2
    # What one of them does not need, the other may have.
    room = Pair.each(lambda side: max(half, 2 * half - cells(named[side.other])))
    cut = (fit(named[side], min(room[side], cells(named[side]))) for side in Side)
    return fit(_AND.join(cut), width)
