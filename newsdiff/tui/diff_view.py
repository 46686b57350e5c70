"""The two articles as one scrolling surface that draws only the lines in sight."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from newsdiff.layout import LayoutOptions, Page, Run, Tone, View, auto_view, lay_out
from newsdiff.model import Comparison, Side

_CURSOR = "▌"
_LEAD = 1
"""Cells in front of the page, where the bar of the current row stands."""
_SIDED = (Tone.FACT, Tone.CHANGED, Tone.MARK)


@dataclass(frozen=True, slots=True)
class Choices:
    """How a person wants to see comparisons; kept while leafing through pairs."""

    view: View | None = None
    """None: whatever suits the width."""
    order: Side = Side.A
    boilerplate: bool = True
    numbers: bool = True

    def next_view(self) -> Choices:
        """Auto → side by side → unified → auto."""
        views = (None, View.SPLIT, View.UNIFIED)
        return replace(self, view=views[(views.index(self.view) + 1) % len(views)])


class DiffView(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of two articles, with a current row that the keys move."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "diff-view--current",
        "diff-view--cursor",
        *(f"diff-view--{tone}" for tone in Tone),
        *(f"diff-view--{tone}-{side}" for tone in _SIDED for side in Side),
    }

    class Moved(Message):
        """Another row is the current one, or the page is another."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._choices = Choices()
        self._page: Page | None = None
        self.row = 0
        """The current row."""
        self._style = lru_cache(maxsize=64)(self._tone_style)
        self._strip = lru_cache(maxsize=1024)(self._make_strip)

    @property
    def page(self) -> Page | None:
        """What is shown; None before there is room and a comparison."""
        return self._page

    @property
    def view(self) -> View:
        """The view in use."""
        return self._choices.view or auto_view(self.size.width)

    def show(self, comparison: Comparison, choices: Choices) -> None:
        """Shows another comparison, from its top."""
        self._comparison, self._choices = comparison, choices
        self._page = None
        self.row = 0
        self._lay_out()
        self.scroll_to(y=0, animate=False)

    def choose(self, choices: Choices) -> None:
        """Shows the same comparison in another way, the current row in its place."""
        self._choices = choices
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Lays out for the new width, the current row in its place."""
        del event
        self._lay_out()

    def notify_style_update(self) -> None:
        """Another theme: every drawn line is out of date."""
        super().notify_style_update()
        self._style.cache_clear()
        self._strip.cache_clear()

    def _lay_out(self) -> None:
        # The scroll bar's column is always kept free: lines must not rewrap when a
        # text becomes long enough to scroll.
        width = self.size.width - _LEAD - self.styles.scrollbar_size_vertical
        if self.show_vertical_scrollbar:
            width = self.size.width - _LEAD
        if self._comparison is None or width < 1:
            return
        place = self._place()
        options = LayoutOptions(
            width=width,
            view=self.view,
            order=self._choices.order,
            boilerplate=self._choices.boilerplate,
            numbers=self._choices.numbers,
        )
        self._page = lay_out(self._comparison, options)
        self._strip.cache_clear()
        self.virtual_size = Size(self.size.width, self._page.height)
        if place:
            self._restore(*place)
        self.refresh()
        self.post_message(self.Moved())

    def _place(self) -> tuple[list[tuple[Side, int]], int] | None:
        """The sentences of the current row, and its line on the screen."""
        if self._page is None or not self._page.rows:
            return None
        sentences = [
            (side, i)
            for row in self._page.rows[self.row :] + self._page.rows[: self.row][::-1]
            for side in Side
            for i in row.sentences[side]
        ]
        return sentences, self._page.top(self.row) - round(self.scroll_y)

    def _restore(self, sentences: list[tuple[Side, int]], line: int) -> None:
        """Makes the row of the first sentence still shown the current one again."""
        page = self._page
        if page is None:
            return
        found = (page.row_of(side, i) for side, i in sentences)
        self.row = next((row for row in found if row is not None), 0)
        self._scroll(page.top(self.row) - line)

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=max(0, y), animate=False, force=True)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        page, line = self._page, y + round(self.scroll_y)
        if page is None or line >= page.height:
            return Strip.blank(self.size.width, self.rich_style)
        return self._strip(line, page.row_at(line) == self.row)

    def _make_strip(self, line: int, current: bool) -> Strip:
        if self._page is None:
            return Strip([])
        last = line + 1 == self._page.top(self._page.row_at(line) + 1)
        runs = self._page.line(line)
        airy = last and all(r.tone in (Tone.BLANK, Tone.RULE) for r in runs)
        lit = current and not airy
        bar = Segment(_CURSOR if lit else " ", self._style("cursor", None, lit))
        segments = [
            bar,
            *(Segment(run.text, self._run_style(run, lit)) for run in runs),
        ]
        return Strip(segments).adjust_cell_length(
            self.size.width, self._style("blank", None, lit)
        )

    def _run_style(self, run: Run, lit: bool) -> Style:
        side = run.side if run.tone in _SIDED else None
        return self._style(run.tone.value, side, lit)

    def _tone_style(self, tone: str, side: Side | None, lit: bool) -> Style:
        style = self.rich_style
        if lit:
            style += self.get_component_rich_style("diff-view--current", partial=True)
        style += self.get_component_rich_style(f"diff-view--{tone}", partial=True)
        if side:
            name = f"diff-view--{tone}-{side}"
            style += self.get_component_rich_style(name, partial=True)
        return style

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keeps the current row in sight."""
        super().watch_scroll_y(old_value, new_value)
        page = self._page
        if page is None or not page.rows:
            return
        top = round(new_value)
        first = page.row_at(top)
        if page.top(first) < top and first + 1 < len(page.rows):
            first += 1
        last = page.row_at(min(top + max(1, self.size.height) - 1, page.height - 1))
        self._make_current(min(max(self.row, first), max(first, last)))

    def _make_current(self, row: int) -> None:
        if row != self.row:
            self.row = row
            self.refresh()
        self.post_message(self.Moved())

    def go_to(self, row: int) -> None:
        """Makes a row the current one and brings it a third down the screen."""
        page = self._page
        if page is None:
            return
        self.row = row
        top, height = page.top(row), self.size.height
        sight = range(round(self.scroll_y), round(self.scroll_y) + height)
        if top not in sight or page.top(row + 1) - 1 not in sight:
            self._scroll(top - height // 3)
        self.row = row
        self.refresh()
        self.post_message(self.Moved())

    def go_to_sentence(self, side: Side, sentence: int) -> bool:
        """Goes to the row of a sentence; False where that row is hidden."""
        row = self._page.row_of(side, sentence) if self._page else None
        if row is None:
            return False
        self.go_to(row)
        return True

    def next_change(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) change.

        Returns:
            Whether that meant starting again from the other end.
        """
        changes = self._page.changes if self._page else ()
        if not changes:
            return False
        ahead = [r for r in changes if (r - self.row) * step > 0]
        wrapped = not ahead
        if wrapped:
            self.go_to(changes[0 if step > 0 else -1])
        else:
            self.go_to(min(ahead) if step > 0 else max(ahead))
        return wrapped

    def scroll_lines(self, lines: int) -> None:
        """Scrolls down, or up for a negative number."""
        self._scroll(round(self.scroll_y) + lines)

    def go_to_end(self, *, top: bool) -> None:
        """The first or the last line."""
        if self._page is None:
            return
        self._scroll(0 if top else self._page.height)
        self._make_current(0 if top else len(self._page.rows) - 1)

    def on_click(self, event: events.Click) -> None:
        """A click makes a row the current one."""
        line = event.y + round(self.scroll_y)
        if self._page and line < self._page.height:
            self._make_current(self._page.row_at(line))
