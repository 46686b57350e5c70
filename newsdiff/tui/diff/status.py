"""The status line of a pair: where the reader is and what there is to find."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from newsdiff.comparing import Mark, Order
from newsdiff.layout import Page
from newsdiff.model import Status
from newsdiff.text.cells import cells
from newsdiff.tui.shared.screen import both_ends
from newsdiff.wording.phrases import order_words

_FACTS: Final = {
    Status.CONFLICT: "in conflict",
    Status.ONLY_A: "only A",
    Status.ONLY_B: "only B",
}
"""Facts, as the panel counts them: a row may have several."""
_ROWS: Final = {
    Mark.REWORDED: "reworded",
    Mark.MOVED: "told elsewhere",
    Mark.RELATED: "only related",
}
_DOT: Final = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusLine:
    """What the status line is made of."""

    row: int
    """The current row."""
    seen: float
    """Share of the page down to the last line in sight, 0..1."""
    view: str
    """How the articles stand to each other, in words."""
    searched: str
    """What is searched for and which match this is; empty where nothing is."""
    remark: str
    """What came of the last key; empty where nothing is worth saying."""
    offer: str
    """What the current row may be followed to; empty where to nothing."""

    def content(self, page: Page, width: int) -> Content:
        """The whole line: of all there is to say what fits, and nothing cut.

        Whatever comes of a key has room before anything else.
        """
        rights = self._rights(page.options.order)
        pairs = [
            (left, right)
            for left, bare in self._lefts(page)
            for right in (rights if bare else rights[:-1])
        ]
        fitting = (p for p in pairs if cells(p[0]) + cells(p[1]) + 2 <= width)
        left, right = next(fitting, pairs[-1])
        return both_ends(Content(left), Content(right), width)

    def _lefts(self, page: Page) -> Iterator[tuple[str, bool]]:
        """Where the reader is and how much there is of each kind, the best first.

        With each comes whether the view may be left out for it.
        """
        position = self._position(page)
        said = [self.searched, position, self.remark]
        offered = [*said, "" if self.remark else self.offer]
        facts, rows = _facts(page), _rows(page)
        in_words = _in_words("facts", facts)
        yield _joined(*offered, in_words, _in_words("rows", rows)), False
        yield _joined(*offered, in_words), True
        yield _joined(*said, in_words), True
        yield _joined(*offered), True
        yield _joined(*said), True
        yield self.remark or self.searched or position, True

    def _rights(self, order: Order) -> list[str]:
        """The view, the order and how far down the reader is; less of it behind."""
        share = f"{min(1.0, self.seen):.0%}"
        return [
            _joined(self.view, order_words(order), share),
            _joined(self.view, share),
            share,
        ]

    def _position(self, page: Page) -> str:
        return _position(bisect_right(page.changes, self.row), len(page.changes))


Counts = list[tuple[int, str]]
"""How many there are of something, and what that is called."""


def _facts(page: Page) -> Counts:
    """How many facts of each kind there are."""
    return [
        (number, words)
        for status, words in _FACTS.items()
        if (number := page.fact_counts[status])
    ]


def _rows(page: Page) -> Counts:
    """How many rows of each kind that facts do not tell of, and how many are hidden."""
    return [
        (number, f"{words} ({hidden} folded)" if hidden else words)
        for mark, words in _ROWS.items()
        if (number := page.counts[mark]) | (hidden := page.folded[mark])
    ]


def _in_words(what: str, counts: Counts) -> str:
    """With what each is called: "facts: 3 in conflict, 20 only A"."""
    said = ", ".join(f"{number:,} {words}" for number, words in counts)
    return f"{what}: {said}" if said else ""


def _joined(*parts: str) -> str:
    return _DOT.join(part for part in parts if part)


def _position(number: int, total: int) -> str:
    """Which change the reader has come to."""
    if total == 0:
        return "no change"
    if number == 0:
        return "1 change" if total == 1 else f"{total} changes"
    return f"change {number}/{total}"
