"""The status line of a pair: where the reader is and what there is to find."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from newsdiff.cells import cells
from newsdiff.comparing import Mark
from newsdiff.layout import Page

_COUNTED: Final = {
    Mark.ONLY_A: "only A",
    Mark.ONLY_B: "only B",
    Mark.REWORDED: "reworded",
    Mark.MOVED: "moved",
    Mark.RELATED: "only related",
    Mark.CONFLICT: "in conflict",
}
_DOT: Final = " · "


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the status line is made of."""

    row: int
    """The current row."""
    seen: float
    """Share of the page down to the last line in sight, 0..1."""
    view: str
    """How the articles stand to each other, in words."""
    searched: str
    """What is searched for and which match this is; empty where nothing is."""
    said: str
    """What came of the last key; empty where nothing is worth saying."""


def left_part(page: Page, standing: Standing, width: int) -> str:
    """Changes so far and how many there are of each kind; what fits, first first."""
    number, marks = bisect_right(page.changes, standing.row), page.counts
    position = _position(number, len(page.changes))
    parts = [part for part in (standing.searched, position, standing.said) if part]
    parts += [f"{marks[m]} {words}" for m, words in _COUNTED.items() if marks[m]]
    while len(parts) > 1 and cells(_DOT.join(parts)) > width:
        parts.pop()
    return _DOT.join(parts)


def right_part(standing: Standing, width: int) -> str:
    """The view and how far down the page the reader is."""
    share = f"{min(1.0, standing.seen):.0%}"
    both = f"{standing.view}{_DOT}{share}"
    return both if cells(both) <= width else share


def _position(number: int, total: int) -> str:
    """Which change the reader has come to."""
    if total == 0:
        return "no change"
    if number == 0:
        return "1 change" if total == 1 else f"{total} changes"
    return f"change {number}/{total}"
