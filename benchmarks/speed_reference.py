"""The plainest Textual apps that do comparable work, to set newsdiff against.

python -m benchmarks.speed_reference list
python -m benchmarks.speed_reference scroll 600
"""

from __future__ import annotations

import sys
from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, OptionList

ROWS = 12
FIRST_ROW = "The first of twelve rows"
LINE = "The harbour was closed while the bridge was mended, the mayor said. "


class BareList(App[None]):
    """Twelve rows and a footer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """The rows and the footer."""
        yield OptionList(FIRST_ROW, *(f"Row {i}" for i in range(2, ROWS + 1)))
        yield Footer()


class BareLines(ScrollView, can_focus=True):
    """Lines of plain text, drawn when they come into sight.

    Args:
        count: How many.
    """

    def __init__(self, count: int) -> None:
        super().__init__()
        self.virtual_size = Size(80, count)

    def action_page_down(self) -> None:
        """A page further down, at once."""
        self.scroll_page_down(animate=False)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + round(self.scroll_y)
        line = Strip([Segment(f"{number:>5} {LINE}{LINE}", self.rich_style)])
        return line.adjust_cell_length(self.size.width, self.rich_style)


class BareScroll(App[None]):
    """Nothing but lines that scroll.

    Args:
        count: How many.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "quit", "Quit")]

    def __init__(self, count: int) -> None:
        super().__init__()
        self.count = count

    def compose(self) -> ComposeResult:
        """The lines."""
        yield BareLines(self.count)

    def on_mount(self) -> None:
        """Keys scroll at once."""
        self.query_one(BareLines).focus()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["scroll", number]:
            BareScroll(int(number)).run()
        case _:
            BareList().run()
