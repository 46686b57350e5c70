"""The rows of the list of articles: drawn as they come in sight, however many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Size, Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Padding, Visual

from newsdiff.tui.keys import table as keys
from newsdiff.tui.shared.components import component_style
from newsdiff.tui.shared.fitted import Fitted

_EDGE = 1
"""Cells that a row leaves free on either side."""


class ArticleList(ScrollView, Fitted, can_focus=True, inherit_bindings=False):
    """One line a row; some are headings, which cannot be chosen.

    Args:
        draw: Gives the line of a row, by its number.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*keys.LIST[1].bindings]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--highlighted",
        "article-list--pointed",
    }
    highlighted: reactive[int | None] = reactive(None)
    """The chosen row."""
    _pointed: reactive[int | None] = reactive(None)
    """The row under the mouse."""

    class Highlighted(Message):
        """Another row is chosen."""

    class Opened(Message):
        """The chosen row was clicked."""

    def __init__(self, draw: Callable[[int], Content]) -> None:
        super().__init__()
        self._draw = draw
        self._choosable: Sequence[bool] = ()

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._choosable)

    def show(self, choosable: Sequence[bool], highlighted: int | None) -> None:
        """Shows other rows.

        Args:
            choosable: Whether each can be chosen.
            highlighted: The row that is.
        """
        grown = len(choosable) != self.row_count
        was_in_sight = self._is_in_sight
        self._choosable = choosable
        self.virtual_size = Size(self.size.width, self.row_count)
        self._pointed = None
        if highlighted == self.highlighted and was_in_sight:
            self._bring_in_sight()
        self.highlighted = highlighted
        self.refresh(layout=grown)

    def watch_highlighted(self) -> None:
        """Brings the chosen row in sight, and says that it is another."""
        self._bring_in_sight()
        self.refresh()
        self.post_message(self.Highlighted())

    def on_resize(self) -> None:
        """Keeps the chosen row in sight."""
        self.virtual_size = Size(self.size.width, self.row_count)
        self._bring_in_sight()

    @property
    def _is_in_sight(self) -> bool:
        """Whether the chosen row is: the wheel may have been turned since."""
        row, top = self.highlighted, self.scroll_offset.y
        height = self.scrollable_content_region.height
        return row is None or top <= row < top + max(1, height)

    def _bring_in_sight(self) -> None:
        row, height = self.highlighted, self.scrollable_content_region.height
        if row is None or not height:
            return
        top = self.scroll_offset.y
        first = row - 1 if row and not self._choosable[row - 1] else row
        if first < top:
            self.scroll_to(y=first, animate=False, immediate=True)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """The row there, or nothing below the last."""
        row = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if row >= self.row_count:
            return Strip.blank(width, self.rich_style)
        name = ""
        if row == self.highlighted:
            name = "article-list--highlighted"
        elif row == self._pointed and self._choosable[row]:
            name = "article-list--pointed"
        style = component_style(self, name) if name else self.visual_style
        line: Visual = Padding(self._draw(row), Spacing(0, _EDGE, 0, _EDGE))
        strips = Visual.to_strips(self, line, width, 1, style)
        return strips[0].extend_cell_length(width, style.rich_style)

    # Moving

    def action_cursor_down(self) -> None:
        """The next row, around the end."""
        self._step(1)

    def action_cursor_up(self) -> None:
        """The row before, around the beginning."""
        self._step(-1)

    def action_first(self) -> None:
        """The first row."""
        self._go(0, 1)

    def action_last(self) -> None:
        """The last row."""
        self._go(self.row_count - 1, -1)

    def action_page(self, direction: int) -> None:
        """A page on (1) or back (-1)."""
        self._move(direction * self.size.height)

    def action_half(self, direction: int) -> None:
        """Half a page on (1) or back (-1)."""
        self._move(direction * max(1, self.size.height // 2))

    def _step(self, by: int) -> None:
        if self.highlighted is not None:
            self._go((self.highlighted + by) % self.row_count, by)

    def _move(self, rows: int) -> None:
        if self.highlighted is not None:
            last = self.row_count - 1
            self._go(min(max(0, self.highlighted + rows), last), rows)

    def _go(self, row: int, direction: int) -> None:
        """Chooses a row, or the next one in a direction that can be chosen."""
        if not any(self._choosable):
            return
        step = 1 if direction > 0 else -1
        while not self._choosable[row]:
            row = (row + step) % self.row_count
        self.highlighted = row

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Chooses the row that was clicked, and opens it."""
        row = self._row_at(event.y)
        if row is not None:
            self.highlighted = row
            self.post_message(self.Opened())

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Shows which row a click would choose."""
        self._pointed = self._row_at(event.y)

    def on_leave(self) -> None:
        """The mouse has gone."""
        self._pointed = None

    def _row_at(self, y: int) -> int | None:
        row = self.scroll_offset.y + y
        return row if row < self.row_count and self._choosable[row] else None
