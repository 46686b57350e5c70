"""A list of one line an entry that draws only the lines in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from newsdiff.tui.keys import table as keys
from newsdiff.tui.shared.components import component_style
from newsdiff.tui.shared.fitted import Fitted

_HIGHLIGHTED = "facts-list--highlighted"
_PADDING = 1
"""Cells of air at either end of a line."""


class FactsList(ScrollView, Fitted, can_focus=True, inherit_bindings=False):
    """Facts below headings; headings are passed over."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.FACTS)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {_HIGHLIGHTED}

    class Highlighted(Message):
        """Another entry is the current one."""

        def __init__(self, at: int) -> None:
            super().__init__()
            self.at = at

    class Chosen(Highlighted):
        """A person wants to go where an entry leads."""

    class Wanted(Message):
        """A person wants the facts listed in another way."""

        def __init__(self, what: str) -> None:
            super().__init__()
            self.what = what
            """The name of the action."""

    def __init__(self) -> None:
        super().__init__()
        self._stops: Sequence[int] = ()
        self._count = 0
        self._line: Callable[[int, int], Content] = lambda _, __: Content()
        self.highlighted: int | None = None
        """The current entry; None where there is none."""

    def fill(
        self, count: int, stops: Sequence[int], line: Callable[[int, int], Content]
    ) -> None:
        """Shows other entries; the current one stays where it is, if it can.

        Args:
            count: How many there are, headings included.
            stops: Those that are no headings, in order.
            line: Words an entry in so many cells.
        """
        self._count, self._stops, self._line = count, stops, line
        self.virtual_size = Size(0, count)
        if self.highlighted not in stops:
            self.highlighted = None
        self.refresh()

    @property
    def option_count(self) -> int:
        """How many entries there are, headings included."""
        return self._count

    def go_to(self, at: int) -> None:
        """Makes an entry the current one and brings it in sight."""
        self.highlighted = at
        self._bring_in_sight()
        self.refresh()
        self.post_message(self.Highlighted(at))

    def return_to(self, at: int) -> None:
        """Back to an entry, or to the nearest where it is gone."""
        self._step(at, 1)

    def on_resize(self) -> None:
        """Keeps the current entry in sight."""
        self._bring_in_sight()

    def _bring_in_sight(self) -> None:
        if self.highlighted is not None and self.size.height:
            place = Region(0, self.highlighted, 1, 1)
            self.scroll_to_region(place, force=True, animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        at, width = y + round(self.scroll_y), self.scrollable_content_region.width
        style = self.visual_style
        if at >= self._count:
            return Strip.blank(width, style.rich_style)
        if at == self.highlighted:
            style = component_style(self, _HIGHLIGHTED)
        room = max(1, width - 2 * _PADDING)
        text = self._line(at, room).truncate(room, ellipsis=True, pad=True)
        padded = text.pad(_PADDING, _PADDING)
        return Visual.to_strips(self, padded, width, 1, style)[0]

    # Keys

    def _step(self, wanted: int, step: int) -> None:
        """Goes to an entry, or to the nearest one that way, or else the other way."""
        ahead = [at for at in self._stops if (at - wanted) * step >= 0]
        if self._stops:
            past = self._stops[-1 if step > 0 else 0]
            self.go_to((min(ahead) if step > 0 else max(ahead)) if ahead else past)

    def action_cursor_down(self) -> None:
        """The next fact, around the end."""
        self._around(1)

    def action_cursor_up(self) -> None:
        """The previous fact, around the end."""
        self._around(-1)

    def _around(self, step: int) -> None:
        if self._stops:
            at = self.highlighted
            here = self._stops.index(at) if at in self._stops else -(step > 0)
            self.go_to(self._stops[(here + step) % len(self._stops)])

    def action_page_down(self) -> None:
        """A page down."""
        height = self.scrollable_content_region.height
        self._step((self.highlighted or 0) + height, 1)

    def action_page_up(self) -> None:
        """A page up."""
        height = self.scrollable_content_region.height
        self._step((self.highlighted or 0) - height, -1)

    def action_first(self) -> None:
        """The first fact."""
        self._step(0, 1)

    def action_last(self) -> None:
        """The last fact."""
        self._step(self._count, -1)

    def action_arrange(self) -> None:
        """Puts the facts together by kind, or by place."""
        self.post_message(self.Wanted("arrange"))

    def action_filter(self) -> None:
        """Lists one kind after another."""
        self.post_message(self.Wanted("filter"))

    def action_trivial(self) -> None:
        """Opens or closes what is trivial."""
        self.post_message(self.Wanted("trivial"))

    def action_select(self) -> None:
        """Leads to where the current fact is told."""
        if self.highlighted is not None:
            self.post_message(self.Chosen(self.highlighted))

    def on_click(self, event: events.Click) -> None:
        """A click leads there too."""
        offset = event.get_content_offset(self)
        at = offset.y + round(self.scroll_y) if offset else -1
        if at in self._stops:
            self.go_to(at)
            self.action_select()
