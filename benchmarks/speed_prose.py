"""Long prose in two columns: the reader, and the plainest app that wraps as much.

python -m benchmarks.speed_prose newsdiff 400
python -m benchmarks.speed_prose bare 400

Both take F9 for another theme, so that they can be timed in a terminal.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from benchmarks.speed_terminal import ROOT
from benchmarks.speed_texts import pair_of_texts
from newsdiff.gathering import Gathered
from newsdiff.reading import Source, split_sentences
from newsdiff.tui.app import NewsdiffApp

THEME_KEY = "\x1b[20~"
_THEME: list[BindingType] = [Binding("f9", "other_theme", "Theme")]


class BareProse(ScrollView, can_focus=True):
    """Two columns of prose, wrapped for the width there is, drawn when in sight.

    Args:
        rows: What stands in both columns.
    """

    def __init__(self, rows: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._prose = [(Content(a), Content(b)) for a, b in rows]
        self._wrapped: list[tuple[str, str]] = []
        self._width = 0

    def on_resize(self) -> None:
        """Wraps all of it."""
        self._width = max(1, (self.size.width - 3) // 2)
        self._wrapped = []
        for row in self._prose:
            a, b = ([line.plain for line in text.wrap(self._width)] for text in row)
            self._wrapped += zip_longest(a, b, fillvalue="")
        self.virtual_size = Size(self.size.width, len(self._wrapped))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        number = y + round(self.scroll_y)
        if number >= len(self._wrapped):
            return Strip.blank(self.size.width, self.rich_style)
        a, b = self._wrapped[number]
        line = f"{a.ljust(self._width)} | {b}"
        strip = Strip([Segment(line, self.rich_style)])
        return strip.adjust_cell_length(self.size.width, self.rich_style)


class BareReader(App[None]):
    """Nothing but two columns of prose, and a key for another theme.

    Args:
        sentences: How many there are in each column.
    """

    BINDINGS: ClassVar[list[BindingType]] = _THEME

    def __init__(self, sentences: int) -> None:
        super().__init__()
        a, b = (split_sentences(text) for text in pair_of_texts(sentences))
        self.rows = list(zip(a, b, strict=False))

    def compose(self) -> ComposeResult:
        """The prose."""
        yield BareProse(self.rows)

    def action_other_theme(self) -> None:
        """From dark to light and back."""
        dark = self.theme == "textual-dark"
        self.theme = "textual-light" if dark else "textual-dark"


class Reader(NewsdiffApp):
    """The reader with two generated articles, and a key for another theme.

    Args:
        sentences: How many there are in each article.
    """

    CSS_PATH = str(ROOT / "newsdiff" / "tui" / "newsdiff.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*NewsdiffApp.BINDINGS, *_THEME]

    def __init__(self, sentences: int) -> None:
        texts = zip("ab", pair_of_texts(sentences), strict=True)
        super().__init__(Gathered(tuple(Source(given=n, text=t) for n, t in texts)))

    def action_other_theme(self) -> None:
        """From dark to light and back."""
        dark = self.theme == "newsdiff-dark"
        self.theme = "newsdiff-light" if dark else "newsdiff-dark"


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["newsdiff", number]:
            Reader(int(number)).run()
        case ["bare", number]:
            BareReader(int(number)).run()
        case _:
            sys.exit(__doc__)
