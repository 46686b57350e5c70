"""What the marks say, over the status line, until a person has seen enough of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.content import Content
from textual.widgets import Static

from newsdiff.comparing import Mark
from newsdiff.layout.lines import signs
from newsdiff.model import Pair
from newsdiff.text.cells import cells
from newsdiff.wording.phrases import mark_words

if TYPE_CHECKING:
    from newsdiff.layout import LayoutOptions
    from newsdiff.tui.diff.screen import DiffScreen
    from newsdiff.tui.session.shelf import Shelf

_APART: Final = "   "
"""Between two marks of a line."""
_EDGES: Final = 2
"""Cells at the edges of the screen that stay empty."""
_GONE: Final = "Esc or L puts this away, L brings it back"


class MarksLegend(Static):
    """The marks with their words, in as many lines as they take."""

    def write(self, options: LayoutOptions) -> None:
        """Words for the marks as they are drawn; no line ends inside of one."""
        marks = signs(options).marks
        said = [
            (
                f"{marks[mark]} {mark_words(mark, Pair('A', 'B'))}",
                f"$side-{mark.side}" if mark.side else "$foreground",
            )
            for mark in Mark
            if mark is not Mark.NONE
        ]
        room, taken = options.width - _EDGES, 0
        parts: list[str | tuple[str, str]] = []
        for words, style in (*said, (_GONE, "bold")):
            fits = taken + len(_APART) + cells(words) <= room
            if parts:
                parts.append(_APART if fits else "\n")
            taken = cells(words) + (taken + len(_APART) if fits and parts else 0)
            parts.append((words, style))
        self.update(Content.assemble(*parts))


class LegendKey:
    """The legend, shown at first and when asked for; the way to the facts and back.

    Args:
        screen: Where it stands.
        shelf: Keeps whether it has been put away for good.
    """

    def __init__(self, screen: DiffScreen, shelf: Shelf) -> None:
        self._screen = screen
        self._shelf = shelf

    def show(self, *, shown: bool) -> None:
        """Shows it, or not."""
        self._screen.set_class(shown, "-legend")
        if shown:
            options = self._screen.choices.options(*self._screen.app.size)
            self._screen.query_one(MarksLegend).write(options)

    def fit(self) -> None:
        """Writes it anew where the screen has another width."""
        self.show(shown=self._screen.has_class("-legend"))

    def put_away(self) -> bool:
        """Puts it away for good; whether it was there."""
        there = self._screen.has_class("-legend")
        if there:
            self._shelf.legend_gone = True
            self.show(shown=False)
        return there

    def action_legend(self) -> None:
        """Shows what the marks say, or puts it away."""
        if not self.put_away():
            self.show(shown=True)

    def action_panel(self) -> None:
        """From the text to the facts panel and back."""
        panel = self._screen.panel
        if panel.is_open:
            facts = panel.facts
            (self._screen.view if facts.has_focus else facts).focus()
