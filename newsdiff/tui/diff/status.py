"""The status line of a pair: where the reader is and what there is to find."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from textual.content import Content

from newsdiff.comparing import Mark
from newsdiff.layout import Page
from newsdiff.text.cells import cells
from newsdiff.tui.shared.screen import both_ends

_COUNTED: Final = {
    Mark.CONFLICT: "in conflict",
    Mark.ONLY_A: "only A",
    Mark.ONLY_B: "only B",
    Mark.RELATED: "only related",
    Mark.REWORDED: "reworded",
    Mark.MOVED: "told elsewhere",
}
"""What is counted, the most important first."""
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
        """The whole line."""
        right = self._right(width)
        left = self._left(page, width - cells(right) - 2)
        return both_ends(Content(left), Content(right), width)

    def _left(self, page: Page, width: int) -> str:
        """Changes so far and how many there are of each kind; what fits, first first.

        What came of a key is always there; "…" where something else was left out.
        """
        number = bisect_right(page.changes, self.row)
        position, more = _position(number, len(page.changes)), [*_counts(page)]
        parts = [part for part in (self.searched, position, self.remark) if part]
        if self.remark and cells(_DOT.join(parts)) > width:
            parts, more = [self.remark], []
        if self.offer and not self.remark:
            more.insert(0, self.offer)
        whole = _DOT.join([*parts, *more])
        while more and cells(whole) > width:
            more.pop()
            whole = _DOT.join([*parts, *more, "…"])
        return whole

    def _right(self, width: int) -> str:
        """The view and how far down the reader is; what came of a key has room."""
        share = f"{min(1.0, self.seen):.0%}"
        both = f"{self.view}{_DOT}{share}"
        room = min(width // 2, width - cells(self.remark) - 2)
        return both if cells(both) <= room else share


def _counts(page: Page) -> Iterator[str]:
    """How many rows of each kind there are, and how many of them folds hide.

    The first says that rows are counted: the panel counts facts, of which one row may
    have several.
    """
    counted = "rows: "
    for mark, words in _COUNTED.items():
        if number := page.counts[mark]:
            hidden = f" ({page.folded[mark]} folded)" if page.folded[mark] else ""
            yield f"{counted}{number} {words}{hidden}"
            counted = ""


def _position(number: int, total: int) -> str:
    """Which change the reader has come to."""
    if total == 0:
        return "no change"
    if number == 0:
        return "1 change" if total == 1 else f"{total} changes"
    return f"change {number}/{total}"
