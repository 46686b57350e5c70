"""The pair matrix on the screen: draws what the layout says, nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from newsdiff.layout import Line, Tone
from newsdiff.layout.matrix import (
    CELL,
    LEVELS,
    Matrix,
    heading,
    in_sight,
    label_width,
    row,
    scrolled,
)


class MatrixView(Widget, can_focus=True):
    """Keeps the chosen cell in sight."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"matrix--{tone}" for tone in (Tone.LABEL, Tone.NUMBER, Tone.SPOT)),
        *(f"matrix--level-{n}" for n in range(LEVELS)),
    }

    class Clicked(Message):
        """A person clicked a cell."""

        def __init__(self, at: tuple[int, int]) -> None:
            super().__init__()
            self.at = at

    def __init__(self) -> None:
        super().__init__()
        self._matrix: Matrix | None = None

    @property
    def first(self) -> tuple[int, int]:
        """Row and column in the upper left corner."""
        return self._matrix.first if self._matrix else (0, 0)

    def show(self, matrix: Matrix) -> None:
        """Shows some shares, scrolled as little as brings the chosen cell in sight."""
        self._matrix = replace(matrix, first=scrolled(matrix))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the chosen cell in sight."""
        if self._matrix:
            self.show(replace(self._matrix, size=(event.size.width, event.size.height)))

    def render_line(self, y: int) -> Strip:
        """The heading, or the line of an article."""
        matrix = self._matrix
        if matrix is None:
            return Strip.blank(self.size.width, self.rich_style)
        rows, _ = in_sight(matrix)
        line: Line = ()
        levels: tuple[int | None, ...] = ()
        if y == 0:
            line = heading(matrix)
        elif y <= len(rows):
            line, levels = row(matrix, rows[y - 1])
        segments = [
            Segment(run.text, self._style(run.tone, shade))
            for run, shade in zip(line, levels or [None] * len(line), strict=True)
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, tone: Tone, shade: int | None) -> Style:
        style = self.rich_style
        if shade is not None:
            name = f"matrix--level-{shade}"
            style += self.get_component_rich_style(name, partial=True)
        if f"matrix--{tone}" in self.COMPONENT_CLASSES:
            style += self.get_component_rich_style(f"matrix--{tone}", partial=True)
        return style

    def on_click(self, event: events.Click) -> None:
        """Chooses the cell that was clicked."""
        matrix = self._matrix
        if matrix is None or event.y == 0:
            return
        rows, columns = in_sight(matrix)
        across = (event.x - label_width(matrix)) // CELL
        if event.y <= len(rows) and 0 <= across < len(columns):
            self.post_message(self.Clicked((rows[event.y - 1], columns[across])))
