"""All pairs of a story and what they have in common; Enter opens one."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import ClassVar, Final

from textual.binding import BindingType

from newsdiff.layout.matrix import Matrix
from newsdiff.model import Pair
from newsdiff.text.cells import characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.tui.keys import table as keys
from newsdiff.tui.session.shelf import PairOf, Shelf
from newsdiff.tui.shared.grid_view import GridView
from newsdiff.tui.story.base import StoryScreen
from newsdiff.wording.blocks import percent
from newsdiff.wording.same_text import common_text_words, identical_words, run_words

_VALUES: Final = "names, numbers, dates, quotes"
"""The facts that are counted here; the facts panel has claims too."""


class Shown(Enum):
    """What the cells say."""

    FACTS = "How much of a row's names, numbers, dates and quotations a column has, %"
    RUNS = "Words in a row that are the same, quotations aside: evidence, no verdict"
    SENTENCES = "How many of a row's sentences a column has word for word, %"


class PairsScreen(StoryScreen):
    """Rows and columns are the articles in list order.

    Args:
        shelf: The articles.
        pair: What is chosen at first.
        opens: What Enter does with a pair.
    """

    NAME = "Pairs"
    NAMED = "pairs"
    HELP = (
        "Every article against every other. A cell says what share of the names, "
        "numbers, dates and quotations of the article at the left the one above has "
        "too; the view key changes what they say: the longest run of the same words "
        "outside quotations, or the share of sentences that are the same. Both are "
        "evidence of a common source, never a verdict. Enter opens the two."
    )
    SECTIONS = keys.PAIRS
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.PAIRS)]

    def __init__(
        self, shelf: Shelf, pair: PairOf, opens: Callable[[PairOf], None]
    ) -> None:
        super().__init__(shelf, [*pair])
        self._at = (pair.a, pair.b)
        """The places of the articles in the chosen row and column."""
        self._opens = opens
        self._shown = Shown.FACTS

    @property
    def _looked_at(self) -> tuple[int, int]:
        return self._at

    @property
    def _what(self) -> str:
        return self._shown.value

    def _table(self, size: tuple[int, int]) -> Matrix:
        shelf = self._shelf
        self._order = shelf.around(self._about)
        at = {place: i for i, place in enumerate(self._order)}
        parts: dict[tuple[int, int], float | None] = {}
        runs: dict[tuple[int, int], int] = {}
        for pair in shelf.pairs(self._about):
            if summary := shelf.summary(pair):
                common = summary.common_text
                shares = summary.shares.map(lambda share: share.part)
                told = shares if self._shown is Shown.FACTS else common.shares
                here = at[pair.a], at[pair.b]
                parts[here], parts[here[::-1]] = told
                runs[here] = runs[here[::-1]] = common.words
        return Matrix(
            labels=[visible(shelf.label(place)) for place in self._order],
            shares=parts,
            runs=runs if self._shown is Shown.RUNS else None,
            at=(at[self._at[0]], at[self._at[1]]),
            first=self._view.first,
            size=size,
            ascii=shelf.settings.ascii,
        )

    def _words(self) -> str:
        row, column = self._at
        names = [visible(self._shelf.label(place)) for place in self._at]
        if row == column:
            return f"{names[0]} itself: choose another column"
        summary = self._shelf.summary(Pair(row, column))
        if summary is None:
            why = visible(self.why_failed(Pair(row, column)))
            said = f"could not be compared: {why}" if why else "comparing …"
            return f"{names[0]} with {names[1]}: {said}"
        own = summary.shares.a
        shared = (
            f"{names[1]} has {own.common} of {own.facts:,} {_VALUES} of {names[0]}"
            if own.facts
            else f"{names[0]} has no {_VALUES}"
        )
        common = summary.common_text
        parts = [
            shared,
            f"{percent(own.linked)} of sentences linked",
            run_words(common),
            identical_words(common, common.sentences.a, names[0]),
        ]
        if self._shown is not Shown.FACTS:
            parts = [*parts[2:], *parts[:2]]
        return self._fitting([*parts[:1], *self._copy((row, column)), *parts[1:]])

    def _fitting(self, parts: list[str]) -> str:
        """As many parts as have room, the first ones; none of them is cut."""
        lines = max(1, self.query_one("#chosen").size.height)
        width = self.app.size.width - 2
        for last in range(len(parts), 1, -1):
            words = " · ".join(parts[:last])
            if len(wrap(words, width, characters)) <= lines:
                return words
        return parts[0]

    def _copy(self, pair: tuple[int, int]) -> list[str]:
        """That two articles carry one text, where they do."""
        groups = self._shelf.groups
        copies = groups.copies if groups else ()
        own = [copy for copy in copies if {copy.a, copy.b} == {*pair}]
        return [common_text_words(own, sorted(pair), (0, 1), "both")] if own else []

    # Keys

    def action_move(self, down: int, right: int) -> None:
        """To a neighbouring cell; at the edge nowhere."""
        order = self._order
        row, column = (
            min(max(order.index(place) + step, 0), len(order) - 1)
            for place, step in zip(self._at, (down, right), strict=True)
        )
        self._choose((order[row], order[column]))

    def action_end(self, end: int) -> None:
        """The first (0) or the last (-1) row."""
        self._choose((self._order[end], self._at[1]))

    def action_view(self) -> None:
        """Facts, then the longest runs, then whole sentences."""
        every = [*Shown]
        self._shown = every[(every.index(self._shown) + 1) % len(every)]
        self._write()

    def action_swap(self) -> None:
        """The other share of the same pair."""
        self._choose((self._at[1], self._at[0]))

    def on_grid_view_clicked(self, event: GridView.Clicked) -> None:
        """A click chooses a cell; on the chosen one it opens the pair."""
        if not self.is_active:
            return  # the click before has opened a pair
        row, column = (self._order[i] for i in event.at)
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
