"""Every fact of a story and which articles tell it; Enter opens two of them there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.binding import BindingType

from newsdiff.layout.story_table import StoryTable, legend
from newsdiff.model import Kind, Pair, SentencePlace, Side, Span
from newsdiff.story.ledger import Cell, Presence, StoryFact, list_story_facts
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.story.base import StoryScreen
from newsdiff.wording.phrases import QUOTES


class CoverageScreen(StoryScreen):
    """Rows are facts, columns the articles in list order.

    Args:
        shelf: The articles.
        place: The article whose column is chosen at first.
        opens: What Enter does with a pair, and a sentence of it.
    """

    NAME = "Coverage"
    HELP = (
        "The names, numbers, dates and quotations of all articles, those that most of "
        "them tell first. Enter compares an article that has one with one that has not."
    )
    SECTIONS = keys.COVERAGE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.COVERAGE)]

    def __init__(
        self, shelf: Shelf, place: int, opens: Callable[[PairOf, SentencePlace], None]
    ) -> None:
        super().__init__(shelf, [place])
        self._place = place
        self._opens = opens
        self._facts: tuple[StoryFact, ...] = ()
        """Their cells are in the order of the table."""
        self._row = 0
        self._gathered_from = (-1, -1)
        """How many pairs, and which state of the shelf, the facts are those of."""

    @property
    def _column(self) -> int:
        return self._order.index(self._place)

    @property
    def _looked_at(self) -> tuple[int, int]:
        return self._place, self._place

    @property
    def _fact(self) -> StoryFact | None:
        return self._facts[self._row] if self._facts else None

    @property
    def _what(self) -> str:
        return legend(only_ascii=self._shelf.settings.ascii)

    def _gather(self) -> None:
        """Makes the facts of what has been compared; keeps to the one chosen."""
        order = self._shelf.around(self._about)
        ledgers = {}
        for a in range(len(order)):
            for b in range(a + 1, len(order)):
                if summary := self._shelf.summary(Pair(order[a], order[b])):
                    ledgers[a, b] = summary.facts
        known_now = len(ledgers), self._shelf.changes
        if known_now == self._gathered_from:
            return
        self._gathered_from = known_now
        places = _places(self._fact, self._order)
        self._order = order
        self._facts = list_story_facts(len(order), ledgers)
        again = (i for i, f in enumerate(self._facts) if places & _places(f, order))
        # Nobody has chosen yet: what is first stays first while the table grows.
        self._row = next(again, 0) if self._row else 0

    def _table(self, size: tuple[int, int]) -> StoryTable:
        self._gather()
        shelf = self._shelf
        return StoryTable(
            labels=[visible(shelf.label(place)) for place in self._order],
            facts=self._facts,
            at=(self._row, self._column),
            first=self._view.first,
            size=size,
            ascii=shelf.settings.ascii,
        )

    def _words(self) -> str:
        fact = self._fact
        if fact is None:
            return "No fact has been found yet."
        cell = fact.cells[self._column]
        label = visible(self._shelf.label(self._place))
        sentence = self._sentence(self._place, cell.span)
        words = _in_words(fact, cell, label, sentence)
        width, long = self.app.size.width - 2, cells(label)
        # The name makes way for what is claimed of it, but stays a name.
        room = max(long - max(0, cells(words) - width), width // 4)
        return _in_words(fact, cell, fit(label, min(long, room)), sentence)

    def _sentence(self, place: int, span: Span | None) -> int | None:
        article = self._shelf.articles[place]
        if article is None or span is None:
            return None
        return article.sentence_at(span.start)

    # Keys

    def action_move(self, down: int, right: int) -> None:
        """To a neighbouring cell; at the edge nowhere."""
        column = min(max(self._column + right, 0), len(self._order) - 1)
        self._choose(self._row + down, column)

    def action_page(self, direction: int) -> None:
        """A page down (1) or up (-1)."""
        self.action_move(direction * max(1, self._view.size.height - 2), 0)

    def action_end(self, end: int) -> None:
        """The first (0) or the last (-1) fact."""
        self._choose(0 if end == 0 else len(self._facts) - 1, self._column)

    def action_group(self, step: int) -> None:
        """The first fact that fewer (1) or more (-1) articles tell."""
        numbers = [len(fact.tellers) for fact in self._facts]
        if not numbers:
            return
        here = numbers[self._row]
        if step > 0:
            last = len(numbers) - 1
            row = next((i for i, n in enumerate(numbers) if n < here), last)
        else:
            more = min((n for n in numbers if n > here), default=here)
            row = numbers.index(more)
        self._choose(row, self._column)

    def on_grid_view_clicked(self, event: GridView.Clicked) -> None:
        """A click chooses a cell; on the chosen one it opens the pair."""
        if not self.is_active:
            return  # the click before has opened a pair
        if event.at == (self._row, self._column):
            self.action_open()
        else:
            self._choose(*event.at)

    def _choose(self, row: int, column: int) -> None:
        self._row = min(max(row, 0), max(0, len(self._facts) - 1))
        self._place = self._order[column]
        self._write()

    def action_open(self) -> None:
        """Opens two articles where the first tells the chosen fact."""
        fact = self._fact
        if fact is None or len(self._order) < 2:
            return
        column = self._column
        a = column if column in fact.tellers else fact.tellers[0]
        others = [i for i in range(len(fact.cells)) if i != a]
        lacking = [i for i in others if i not in fact.tellers]
        b = column if column != a else (lacking or others)[0]
        order = self._order
        sentence = self._sentence(order[a], fact.cells[a].span)
        self._opens(Pair(order[a], order[b]), (Side.A, sentence or 0))


def _places(
    fact: StoryFact | None, order: Sequence[int]
) -> set[tuple[int, Kind, Span | None]]:
    """Where a fact is told, by article: the same in any order of the columns."""
    if fact is None:
        return set()
    return {(order[i], fact.kind, fact.cells[i].span) for i in fact.tellers}


def _in_words(fact: StoryFact, cell: Cell, label: str, sentence: int | None) -> str:
    """A cell in words, what matters first: the end may be cut off."""
    words = visible((cell.value or fact.value).strip(QUOTES))
    if cell.presence is Presence.OPEN:
        return f"{label}: comparing …"
    if cell.presence is Presence.NOWHERE:
        return f"Nowhere in {label}: “{words}”"
    if cell.presence is Presence.NOT_FOUND:
        verb = "quote" if fact.kind is Kind.QUOTE else "speak of"
        return f"No sentence of {label} was found to {verb} “{words}”."
    where = "" if sentence is None else f", sentence {sentence + 1},"
    how = " with another value" if cell.presence is Presence.DIFFERENT else ""
    return f"{label}{where} tells it{how}: “{words}”"
