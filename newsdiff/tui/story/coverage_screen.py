"""Every fact of a story and which articles tell it; Enter opens two of them there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from textual import work
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input
from textual.worker import Worker

from newsdiff.layout.grouped_facts import Folded, Heading, StoryRow, story_rows
from newsdiff.layout.story_table import COPY, StoryTable, legend
from newsdiff.model import Article, Kind, Pair, SentencePlace, Side, Span
from newsdiff.story.ledger import StoryFact
from newsdiff.story.shares import Summary
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.jobs import unless_cancelled
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.bringing import bring
from newsdiff.tui.shared.find_bar import FindInput
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.shared.screen import DeskWanted
from newsdiff.tui.story.base import StoryScreen
from newsdiff.tui.story.filter import TableFilter
from newsdiff.wording.about import count
from newsdiff.wording.same_text import common_text_words, together
from newsdiff.wording.story import LedgerRow, cell_words, ledger_rows

_LEDGER: Final = "ledger"
_GROWN: Final = 1.25
"""How many times as many pairs must be known for the facts to be gathered anew."""


class CoverageScreen(StoryScreen):
    """Rows are facts in groups, columns the articles in list order.

    Args:
        shelf: The articles.
        place: The article whose column is chosen at first.
        opens: What Enter does with a pair, and a sentence of it.
    """

    NAME = "Coverage"
    NAMED = "coverage"
    HELP = (
        "Who tells what. First what is told otherwise: another value, speaker or "
        "agency. Then what one article alone tells, then the rest. Claims are "
        "sentences, or what of one no other article was found to tell. A question "
        "mark: no sentence was found to tell it, which is probable; a dot: its words "
        "are nowhere in the text, which is certain. Enter compares an article that "
        "tells it with one that does not."
    )
    SECTIONS = keys.COVERAGE
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.COVERAGE)]

    class Gathered(Message):
        """The facts of what has been compared are known."""

        def __init__(
            self, order: Sequence[int], at: tuple[int, int], ledger: Sequence[LedgerRow]
        ) -> None:
            super().__init__()
            self.order = order
            self.at = at
            self.ledger = ledger

    def __init__(
        self, shelf: Shelf, place: int, opens: Callable[[PairOf, SentencePlace], None]
    ) -> None:
        super().__init__(shelf, [place])
        self._place = place
        self._opens = opens
        self._ledger: Sequence[LedgerRow] = ()
        """All facts; their cells are in the order of the table."""
        self._rows: tuple[StoryRow, ...] = ()
        """What of them is shown."""
        self._row = 0
        self._gathered_from = (0, -1)
        """How many pairs, and which state of the shelf, the facts are those of."""
        self._trivial = False
        """Whether trivial facts are shown."""
        self._has_moved = False
        self._filter = TableFilter(self)
        self.add_parts(self._filter)

    @property
    def table(self) -> GridView:
        """Where the facts are listed."""
        return self._view

    @property
    def _column(self) -> int:
        return self._order.index(self._place)

    @property
    def _looked_at(self) -> tuple[int, int]:
        return self._place, self._place

    @property
    def _fact(self) -> StoryFact | None:
        row = self._rows[self._row] if self._row < len(self._rows) else None
        return row.fact if isinstance(row, LedgerRow) else None

    @property
    def _what(self) -> str:
        width = self.app.size.width - 2
        return legend(width, only_ascii=self._shelf.settings.ascii)

    @property
    def _said(self) -> str:
        if not self._ledger:
            return ""
        if words := self._filter.words.strip():
            found = sum(isinstance(row, LedgerRow) for row in self._rows)
            return f"   {count(found, 'fact')} with “{visible(words)}”"
        said = f"   {count(len(self._ledger), 'fact')}"
        if self._fact is not None:
            rows = self._rows[: self._row + 1]
            number = sum(isinstance(row, LedgerRow) for row in rows)
            said = f"   fact {number:,} of {len(self._ledger):,}"
        groups = self._shelf.groups
        for own in self._copies():
            words = common_text_words(groups.copies if groups else (), self._order, own)
            said += f"   {COPY} {words}"
        return said

    # What there is to show

    def _gather(self) -> None:
        """Has the facts gathered of what has been compared, where that is worth it."""
        order = self._shelf.around(self._about)
        summaries = {}
        for a in range(len(order)):
            for b in range(a + 1, len(order)):
                if summary := self._shelf.summary(Pair(order[a], order[b])):
                    summaries[a, b] = summary
        at, before = (len(summaries), self._shelf.changes), self._gathered_from
        pairs = len(order) * (len(order) - 1) // 2
        grown = at[0] == pairs or at[0] >= _GROWN * before[0]
        is_new = at[1] != before[1] or (at[0] != before[0] and grown)
        if is_new and not any(
            w.group == _LEDGER and not w.is_finished for w in self.workers
        ):
            self._gathered_from = at
            self._list(order, at, summaries)

    @work(thread=True, exit_on_error=False, group=_LEDGER)
    def _list(
        self,
        order: Sequence[int],
        at: tuple[int, int],
        summaries: Mapping[tuple[int, int], Summary],
    ) -> None:
        texts = self._texts(order)

        def work() -> CoverageScreen.Gathered:
            return self.Gathered(order, at, ledger_rows(texts, summaries))

        if done := unless_cancelled(work):
            self.post_message(done)

    def on_coverage_screen_gathered(self, event: Gathered) -> None:
        """Shows the facts; keeps to the one chosen."""
        if event.at[1] == self._shelf.changes:
            places = _places(self._fact, self._order)
            self._order, self._ledger = [*event.order], event.ledger
            self._sift(places)
        self._write()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """What has been compared while facts were gathered is gathered next."""
        if event.worker.group == _LEDGER and event.worker.is_finished:
            self.call_later(self._write)

    def sift(self) -> int:
        """Shows what passes the filter; says how many facts do."""
        self._sift(_places(self._fact, self._order))
        self._write()
        return sum(isinstance(row, LedgerRow) for row in self._rows)

    def _sift(self, places: set[tuple[int, Kind, Span | None]]) -> None:
        """Makes the rows; keeps to the fact told at some places."""
        labels = [visible(self._shelf.label(place)) for place in self._order]
        self._rows = story_rows(
            self._ledger, labels, sought=self._filter.words, trivial=self._trivial
        )
        again = (
            i
            for i, row in enumerate(self._rows)
            if isinstance(row, LedgerRow) and places & _places(row.fact, self._order)
        )
        # Nobody has chosen yet: what is first stays first while the table grows.
        same = next(again, self._row if not places else 0)
        self._row = self._beside(same if self._has_moved else 0, 1)

    def _texts(self, order: Sequence[int]) -> list[Article | None]:
        return [self._shelf.articles.kept(place) for place in order]

    def _table(self, size: tuple[int, int]) -> StoryTable:
        self._gather()
        shelf = self._shelf
        return StoryTable(
            labels=[visible(shelf.label(place)) for place in self._order],
            rows=self._rows,
            copies=self._copies(),
            at=(self._row, self._column),
            first=self._view.first,
            size=size,
            ascii=shelf.settings.ascii,
        )

    def _copies(self) -> tuple[frozenset[int], ...]:
        """The columns of articles that share much of their text."""
        groups = self._shelf.groups
        return together(groups.copies, self._order) if groups else ()

    def _words(self) -> str:
        row = self._rows[self._row] if self._row < len(self._rows) else None
        if isinstance(row, Folded):
            return f"{row.words}: {self.key_to('coverage.trivial')} shows them"
        fact = self._fact
        if fact is None:
            return self._nothing()
        texts, label = self._texts(self._order), visible(self._shelf.label(self._place))
        words = cell_words(fact, self._column, texts, label)
        lines = max(1, self.query_one("#chosen").size.height)
        width, long = lines * (self.app.size.width - 2), cells(label)
        # The name makes way for what is claimed of it, but stays a name.
        room = max(long - max(0, cells(words) - width), width // (4 * lines))
        return cell_words(fact, self._column, texts, fit(label, min(long, room)))

    def _nothing(self) -> str:
        if self._ledger and self._filter.words.strip():
            return (
                f"No fact has “{visible(self._filter.words.strip())}”: Esc shows all."
            )
        return "No fact has been found yet."

    def _sentence(self, place: int, span: Span | None) -> int | None:
        article = self._shelf.articles.kept(place)
        if article is None or span is None:
            return None
        return article.sentence_at(span.start)

    # Filtering

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what passes the filter so far."""
        event.stop()
        self._filter.type(event.value)

    async def on_find_input_left(self, event: FindInput.Left) -> None:
        """Keeps the filter, or shows what was shown before."""
        await self._filter.end_typing(keep=event.keep)

    def action_trivial(self) -> None:
        """Shows or folds what is trivial."""
        self._trivial = not self._trivial
        self.sift()

    def action_close(self) -> None:
        """Ends the filter; where there is none, back."""
        if not self._filter.end():
            super().action_close()

    # Moving

    def _beside(self, row: int, step: int) -> int:
        """The row itself, or the next one that is no heading; else the one before."""
        last = len(self._rows) - 1
        row = min(max(row, 0), max(0, last))
        for ahead in (step, -step):
            at = row
            while 0 <= at <= last and isinstance(self._rows[at], Heading):
                at += ahead
            if 0 <= at <= last:
                return at
        return row

    def action_move(self, down: int, right: int) -> None:
        """To a neighbouring cell; at the edge nowhere."""
        column = min(max(self._column + right, 0), len(self._order) - 1)
        self._choose(self._row + down, column, down or 1)

    def action_page(self, direction: int) -> None:
        """A page down (1) or up (-1)."""
        self.action_move(direction * max(1, self._view.size.height - 2), 0)

    def action_end(self, end: int) -> None:
        """The first (0) or the last (-1) fact."""
        last = len(self._rows) - 1
        self._choose(0 if end == 0 else last, self._column, 1 if end == 0 else -1)

    def action_desk(self) -> None:
        """Who says what, and when, in all articles of the story."""
        self.post_message(DeskWanted([self._place]))

    def action_group(self, step: int) -> None:
        """The first fact of the next (1) or previous (-1) group; else the last one."""
        starts = [i for i, row in enumerate(self._rows) if isinstance(row, Heading)]
        if step > 0:
            last = len(self._rows) - 1
            row = next((i for i in starts if i > self._row), last)
        else:
            before = [i for i in starts if i < self._row - 1]
            row = before[-1] if before else 0
        self._choose(row, self._column, 1)

    def on_grid_view_clicked(self, event: GridView.Clicked) -> None:
        """A click chooses a cell; on the chosen one it opens the pair."""
        if not self.is_active:
            return  # the click before has opened a pair
        if event.at == (self._row, self._column):
            self.action_open()
        else:
            self._choose(*event.at, 1)

    def _choose(self, row: int, column: int, step: int) -> None:
        self._row = self._beside(row, 1 if step > 0 else -1)
        self._place = self._order[column]
        self._has_moved = True
        self._write()

    def action_open(self) -> None:
        """Opens two articles where the first tells the chosen fact."""
        row = self._rows[self._row] if self._row < len(self._rows) else None
        if isinstance(row, Folded):
            self.action_trivial()
        fact = self._fact
        if not isinstance(row, LedgerRow) or fact is None:
            return
        if len(self._order) < 2:
            self.say("There is no other article of this event to compare with.")
            return
        column = self._column
        a = column if column in fact.tellers else fact.tellers[0]
        others = [i for i in range(len(fact.cells)) if i != a]
        lacking = [i for i in others if i not in fact.tellers]
        b = column if column != a else (lacking or others)[0]
        place, other, span = self._order[a], self._order[b], fact.cells[a].span

        def opens() -> None:
            at = Side.A, self._sentence(place, span) or 0
            self._opens(Pair(place, other), at)

        bring(self, self._shelf, [place], opens)


def _places(
    fact: StoryFact | None, order: Sequence[int]
) -> set[tuple[int, Kind, Span | None]]:
    """Where a fact is told, by article: the same in any order of the columns."""
    if fact is None:
        return set()
    return {(order[i], fact.kind, fact.cells[i].span) for i in fact.tellers}
