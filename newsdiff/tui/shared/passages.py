"""A scrolling surface of passages, of which the current one stands out."""

from __future__ import annotations

from abc import abstractmethod
from functools import lru_cache
from typing import Final

from rich.style import Style
from textual import events
from textual.scroll_view import ScrollView

from newsdiff.tui.shared.fitted import Fitted

CURSOR: Final = "▌"
AROUND: Final = 2
"""Cells for the bar of the current passage and for the scroll bar."""


class PassagesView(ScrollView, Fitted, can_focus=True, inherit_bindings=False):
    """Keeps the current passage in sight; whoever inherits says what is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._style = lru_cache(maxsize=64)(self._make_style)

    @abstractmethod
    def _make_style(self, tone: str, shade: int, here: bool) -> Style:
        """How a run of text looks.

        Args:
            tone: Of the run.
            shade: How many others tell it; 0 where that is no matter.
            here: Whether it is of the current passage.
        """

    @abstractmethod
    def _lay_out(self) -> None:
        """Lays the passages out for the width."""

    @abstractmethod
    def _return(self) -> None:
        """Brings what is current in sight again."""

    def on_resize(self, event: events.Resize) -> None:
        """Lays out for the new width, the current passage in sight."""
        del event
        self._lay_out()
        self._return()

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._style.cache_clear()

    def _bring_in_sight(self, top: int, bottom: int) -> None:
        """Scrolls as little as need be to show some lines, the first of them surely."""
        first, height = round(self.scroll_y), self.size.height
        if top < first:
            self._scroll(top)
        elif bottom > first + height:
            self._scroll(min(top, bottom - height))

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)

    def _half_pages_on(self, top: int, halves: int, height: int) -> int:
        """The line some half pages from another, inside what there is."""
        lines = halves * max(1, self.size.height // 2)
        return min(max(0, top + lines), height - 1)
