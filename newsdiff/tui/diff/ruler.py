"""The overview ruler at the right edge of the texts, drawn cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsdiff.layout.lines import Tone, signs
from newsdiff.model import Side

if TYPE_CHECKING:
    from newsdiff.layout import Page
    from newsdiff.layout.finding import Found
    from newsdiff.layout.ruler import Cell, Ruler

RULER: Final = 3
"""Columns of the ruler: air, how far down the reader is, and what is where."""


class RulerColumn:
    """What the ruler of a page shows, worked out when a height is known.

    Args:
        style: How a tone looks, of one side or of neither; never that of the current
            row here.
    """

    def __init__(self, style: Callable[[str, Side | None, bool], Style]) -> None:
        self._style = style
        self._page: Page | None = None
        self._rows: frozenset[int] = frozenset()
        self._height = -1
        self._ruler: Ruler | None = None
        self._strips: dict[tuple[Cell, bool], Strip] = {}

    def measure(self, page: Page | None, found: Found | None) -> None:
        """Another page, or other words that are searched for."""
        self._page = page
        self._rows = found.rows(page) if found and page else frozenset()
        self._ruler = None
        self.forget()

    def forget(self) -> None:
        """Colours are others."""
        self._strips.clear()

    def _of(self, height: int) -> Ruler | None:
        if self._page and (self._ruler is None or height != self._height):
            self._height = height
            self._ruler = self._page.ruler(height, self._rows)
        return self._ruler

    def row(self, y: int, height: int) -> int | None:
        """The row that a cell shows, if it shows one."""
        ruler = self._of(height)
        return ruler.cells[y].row if ruler and 0 <= y < height else None

    def line(self, y: int, height: int) -> int:
        """The line to scroll to where the ruler is dragged to a cell."""
        ruler = self._of(height)
        return ruler.line(y, height) if ruler else 0

    def strip(self, y: int, top: int, height: int) -> Strip:
        """One cell, while `top` is the first line in sight."""
        ruler = self._of(height)
        page = self._page
        if ruler is None or page is None or y >= height:
            return Strip([Segment(" " * RULER)])
        key = ruler.cells[y], y in ruler.window(top, height)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._drawn(page, *key)
        return strip

    def _drawn(self, page: Page, cell: Cell, window: bool) -> Strip:
        drawn = signs(page.options)
        track = drawn.window if window else drawn.rule
        sign = drawn.found if cell.found else drawn.marks[cell.mark]
        side = None if cell.found else cell.mark.side
        tone = "cursor" if cell.found else Tone.MARK.value
        where = "window" if window else "ruler"
        return Strip(
            [
                Segment(" ", self._style("blank", None, False)),
                Segment(track, self._style(where, None, False)),
                Segment(sign, self._style(tone, side, False)),
            ]
        )
