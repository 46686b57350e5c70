"""A table on the screen: draws what the layout says, nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from newsdiff.layout import Line, Tone
from newsdiff.layout.grid import Grid
from newsdiff.layout.matrix import LEVELS
from newsdiff.tui.shared.fitted import Fitted

_TONES = (
    Tone.LABEL,
    Tone.NUMBER,
    Tone.SPOT,
    Tone.FACT,
    Tone.DIM,
    Tone.CHANGED,
    Tone.HEAD,
    Tone.NOTE,
)


class GridView(Fitted, can_focus=True):
    """Keeps the chosen cell in sight."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *(f"grid--{tone}" for tone in _TONES),
        *(f"grid--level-{n}" for n in range(LEVELS)),
    }

    class Clicked(Message):
        """A person clicked a cell."""

        def __init__(self, at: tuple[int, int]) -> None:
            super().__init__()
            self.at = at

    def __init__(self) -> None:
        super().__init__()
        self._grid: Grid | None = None

    @property
    def first(self) -> tuple[int, int]:
        """Row and column in the upper left corner."""
        return self._grid.first if self._grid else (0, 0)

    def show(self, grid: Grid) -> None:
        """Shows a table, scrolled as little as brings the chosen cell in sight."""
        self._grid = replace(grid, first=grid.scrolled)
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Keeps the chosen cell in sight."""
        if self._grid:
            self.show(replace(self._grid, size=(event.size.width, event.size.height)))

    def render_line(self, y: int) -> Strip:
        """The heading, or a row."""
        grid = self._grid
        if grid is None:
            return Strip.blank(self.size.width, self.rich_style)
        rows, _ = grid.in_sight
        line: Line = ()
        levels: tuple[int | None, ...] = ()
        heads, behind = grid.heads, y - grid.head_height
        if y < len(heads):
            line = heads[y]
        elif behind < len(rows):
            line, levels = grid.row(rows[behind])
        segments = [
            Segment(run.text, self._style(run.tone, shade))
            for run, shade in zip(line, levels or [None] * len(line), strict=True)
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self.rich_style)

    def _style(self, tone: Tone, shade: int | None) -> Style:
        style = self.rich_style
        if shade is not None:
            name = f"grid--level-{shade}"
            style += self.get_component_rich_style(name, partial=True)
        if tone in _TONES:
            style += self.get_component_rich_style(f"grid--{tone}", partial=True)
        return style

    def on_click(self, event: events.Click) -> None:
        """Chooses the cell that was clicked."""
        grid = self._grid
        if grid is None or event.y < grid.head_height:
            return
        rows, columns = grid.in_sight
        across = (event.x - grid.label_width) // grid.cell_width
        behind = event.y - grid.head_height
        if behind < len(rows) and 0 <= across < len(columns):
            self.post_message(self.Clicked((rows[behind], columns[across])))
