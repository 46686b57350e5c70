"""Widgets that lay out what they show for the size they have."""

from __future__ import annotations

from textual import events, on
from textual.geometry import Size
from textual.widget import Widget


class Fitted(Widget):
    """Is told of every change of its size.

    Textual (8.2) sends no `Resize` where a widget's size was asked for after a scroll,
    between a change of style and the layout that follows it: what it compares with then
    is new already. Named last of the bases, for Textual takes styles from the first.
    """

    _told = Size(0, 0)
    """The size of the last event."""

    @on(events.Mount)
    def _watch_layouts(self) -> None:
        self.screen.screen_layout_refresh_signal.subscribe(self, self._tell_size)

    @on(events.Resize)
    def _note_size(self, event: events.Resize) -> None:
        self._told = event.size

    def _tell_size(self, _: object) -> None:
        size = self.outer_size
        if size and size != self._told:  # of two events in a row, Textual drops one
            self.post_message(events.Resize(size, self.virtual_size))
