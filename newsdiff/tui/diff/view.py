"""The two articles as one scrolling surface that draws only the lines in sight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.style import Style as VisualStyle

from newsdiff.layout import NO_SPOTS, Line, Page, Spots
from newsdiff.model import Pair, Side, Span
from newsdiff.tui.diff.card_reading import CardReading
from newsdiff.tui.diff.choices import Choices
from newsdiff.tui.diff.ruler import RULER, RulerColumn
from newsdiff.tui.shared.ascii_only import own_words
from newsdiff.tui.shared.selecting import OWN_WORDS
from newsdiff.tui.shared.tone_styles import CURRENT, style_of

if TYPE_CHECKING:
    from newsdiff.layout.finding import Found

_CURSOR = "▌"


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The sentences of the current row, and the line of the screen it began on."""

    sentences: tuple[tuple[Side, int], ...]
    line: int


class DiffView(CardReading, can_focus=True, inherit_bindings=False):
    """Rows of two articles, with a current row that the keys move."""

    class Moved(Message):
        """Another line is the first in sight, or another row the current one."""

    class Turned(Message):
        """The page is another."""

    def __init__(self) -> None:
        super().__init__()
        self._choices = Choices()
        self._spots: Spots = NO_SPOTS
        self._found: Found | None = None
        self._anchor: _Anchor | None = None
        """What is kept in place while the page changes; None once the reader moves."""
        self._keeping = False
        self._laid_out_for = Size(0, 0)
        self._style = lru_cache(maxsize=128)(self._tone_style)
        self._segments = lru_cache(maxsize=1024)(self._make_segments)
        self._ruler = RulerColumn(self._style)

    @property
    def page(self) -> Page | None:
        """What is shown; None before there is something to show."""
        return self._page

    @property
    def seen(self) -> float:
        """Share of the page down to the last line in sight, 0..1."""
        height = self._page.height if self._page else 0
        last = round(self.scroll_y) + self.size.height
        return min(1.0, last / height) if height else 1.0

    # Which page is shown, and how

    def show(self, page: Page, choices: Choices) -> None:
        """Shows another comparison, from its top."""
        self._choices = choices
        self._spots, self._found = NO_SPOTS, None
        self._laid_out_for = self.size
        self._put(page)
        self._scroll(0)
        self.row, self._stop = 0, None
        self._anchor = None
        self._redraw()

    def renew(self, page: Page) -> None:
        """Shows the same texts compared anew, the current row in its place."""
        before = self._page
        if before is None or not before.rows or not self.outer_size.width:
            self._put(page)
            return
        self._leave_card()
        anchor = self._anchor or self._here(before, round(self.scroll_y))
        self._spots = NO_SPOTS
        self._put(page)
        self._keep(anchor, whole=False)
        self._redraw()

    def choose(self, choices: Choices) -> None:
        """Shows the same comparison in another way, the current row in its place."""
        self._choices = choices
        self._lay_out()

    def on_resize(self, event: events.Resize) -> None:
        """Lays out for the new width, the current row in its place and whole.

        At the top it stays there: who A and B are is read first.
        """
        del event
        self._lay_out(whole=self.scroll_y > 0)

    def notify_style_update(self) -> None:
        """Another theme: every drawn line is out of date."""
        super().notify_style_update()
        self._style.cache_clear()
        self._segments.cache_clear()
        self._ruler.forget()

    def bring_out(self, found: Found | None) -> None:
        """Shows where words stand that the reader searches for, or no longer."""
        self._found, self._spots = found, NO_SPOTS
        self._segments.cache_clear()
        self._ruler.measure(self._page, found)
        self._redraw()

    def _lay_out(self, *, whole: bool = False) -> None:
        page = self._page
        if page is None or not page.rows or not self.outer_size.width:
            return
        self._leave_card()
        anchor = self._anchor or self._here(page, round(self.scroll_y))
        self._laid_out_for = self.size
        self._put(page)
        self._keep(anchor, whole=whole)
        self._redraw()

    def _put(self, page: Page) -> None:
        """Takes a page over, laid out for the room there is."""
        if columns := self.outer_size.width:
            page = page.again(self._choices.options(columns, self.app.size.height))
        if page is not self._page:
            self.post_message(self.Turned())
        self._page = page
        self._segments.cache_clear()
        self._ruler.measure(page, self._found)
        self.virtual_size = Size(self.size.width, page.height)

    def _here(self, page: Page, scrolled: int) -> _Anchor:
        sentences = page.rows[self.row].sentences
        return _Anchor(
            tuple((side, i) for side in Side for i in sentences[side]),
            page.top(self.row) - scrolled,
        )

    def _keep(self, anchor: _Anchor, *, whole: bool) -> None:
        """Brings the row of the anchor back to its line, or as near as it can be.

        Args:
            anchor: What to keep.
            whole: Whether all of the row must be in sight, or its first line only.
        """
        page = self._page
        if page is None:
            return
        self.row = min(page.row_of(side, i) for side, i in anchor.sentences)
        top, height = page.top(self.row), page.bottom(self.row) - page.top(self.row)
        lowest = max(0, self.size.height - (height if whole else 1))
        line = max(min(anchor.line, lowest), 1 - height)
        self._keeping = True
        self._scroll(top - line)
        self._keeping = False
        self._anchor = anchor

    def _redraw(self) -> None:
        self.refresh()
        self.post_message(self.Moved())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        page, top = self._page, round(self.scroll_y)
        if page is None:
            return Strip.blank(self.size.width, self.rich_style)
        line = top + y
        if line < page.height:
            inside = page.in_card(line)
            stop = None if inside is None else self._stop
            current = page.row_at(line) == self.row and self._stop is None
            segments = self._segments(line, current, stop)
            if self.is_selectable:
                width = self.size.width - RULER
                segments = [*self.selectable(Strip(segments, width), line)]
        else:
            segments = [Segment(" " * (self.size.width - RULER), self.rich_style)]
        # One strip a line: each makes seven caches of its own.
        ruler = self._ruler.strip(y, top, self.size.height)
        return Strip([*segments, *ruler], self.size.width)

    def runs_of(self, line: int) -> Line:
        """The runs of a line of the page."""
        page = self._page
        return page.line(line) if page and line in range(page.height) else ()

    def _make_segments(
        self, line: int, current: bool, stop: int | None
    ) -> list[Segment]:
        page = self._page
        if page is None:
            return []
        lit = current and not page.is_air(line)
        found, inside = self._found, page.in_card(line)
        if page.card is not None and inside is not None:
            runs = page.card.line(inside, stop, found.query if found else None)
            lit = stop is not None and page.card.is_on(stop, inside)
        else:
            runs = page.line(
                line,
                self._spots if current else NO_SPOTS,
                found.in_row(page.rows[page.row_at(line)]) if found else NO_SPOTS,
            )
        segments = [
            Segment(_CURSOR if lit else " ", self._style("cursor", None, lit)),
            *(
                Segment(run.text, self._style(run.tone.value, run.side, lit))
                for run in runs
            ),
        ]
        blank = self._style("blank", None, lit)
        left = self.size.width - RULER - sum(one.cell_length for one in segments)
        if left < 0:
            return [*Strip(segments).crop(0, self.size.width - RULER)]
        return [*segments, Segment(" " * left, blank)] if left else segments

    def _tone_style(self, tone: str, side: Side | None, lit: bool) -> Style:
        app = self.app
        visual = self.visual_style
        if lit:
            visual += VisualStyle.parse(CURRENT)
        visual += style_of(
            tone, side, ansi=app.native_ansi_color, colourless=app.no_color
        )
        style = visual.rich_style
        own = self._choices.ascii and tone in OWN_WORDS
        return own_words(style) if own else style

    # Moving

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Keeps the current row in sight."""
        super().watch_scroll_y(old_value, new_value)
        page = self._page
        if page is None or not page.rows or self._keeping:
            return
        if self.size != self._laid_out_for:
            # Textual itself scrolls where a terminal grows: remember the place before.
            self._anchor = self._anchor or self._here(page, round(old_value))
            return
        self._anchor = None
        top = round(new_value)
        if self._stop is not None:
            if self._stop_line(page) in range(top, top + self.size.height):
                self._redraw()
                return
            self._stop = None
        top += self._covered(top)
        first = page.row_at(top)
        last = page.row_at(min(top + max(1, self.clear_height) - 1, page.height - 1))
        if page.top(first) < top and first < last:
            first += 1
        self._make_current(min(max(self.row, first), last))

    def _make_current(self, row: int) -> None:
        self._stop = None
        if row != self.row:
            self.row = row
            self._anchor = None
        self._redraw()

    def go_to(self, row: int) -> None:
        """Makes a row the current one and brings it a third down the screen."""
        page = self._page
        if page is None or not page.rows:
            return
        top, height = page.top(row), self.size.height
        here, self._stop = round(self.scroll_y), None
        sight = range(here + self._covered(here), here + height)
        if top not in sight or page.bottom(row) - 1 not in sight:
            room = height - (page.bottom(row) - top)
            wanted = max(0, top - max(0, min(height // 3, room)))
            self._scroll(min(wanted, max(0, top - self._covered(wanted))))
        self._make_current(row)

    def go_to_place(self, side: Side, sentence: int, spots: Spots = NO_SPOTS) -> None:
        """Goes to a sentence and brings out what a reader was looking for there."""
        if self._page:
            self._spots = spots
            self._segments.cache_clear()
            self.go_to(self._page.row_of(side, sentence))

    def point_out(self, spots: Spots) -> None:
        """Brings out words of the current row."""
        self._spots = spots
        self._segments.cache_clear()
        self._redraw()

    def go_to_span(self, side: Side, sentence: int, span: Span) -> None:
        """Goes to some words of a sentence and brings them out."""
        self.go_to_place(side, sentence, Pair.on(side, (span,), ()))

    def return_to(self, row: int, scrolled: int) -> None:
        """Back to where the reader was."""
        self._spots = NO_SPOTS
        self._segments.cache_clear()
        self._scroll(scrolled)
        if self._page:
            self._make_current(min(row, len(self._page.rows) - 1))

    def go_back_to(self, side: Side, sentence: int) -> None:
        """Goes to where the reader was, if the article still has that sentence."""
        page = self._page
        if page and sentence in range(len(page.comparison.articles[side].sentences)):
            self.go_to(page.row_of(side, sentence))

    def next_change(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) change; whether around the end."""
        return self.next_of(self._page.changes if self._page else (), step)

    def next_of(self, rows: Sequence[int], step: int) -> bool:
        """Goes to the next (1) or previous (-1) of some rows.

        Returns:
            Whether that meant starting again from the other end.
        """
        if not rows:
            return False
        ahead = [r for r in rows if (r - self.row) * step > 0]
        wrapped = not ahead
        if wrapped:
            self.go_to(rows[0 if step > 0 else -1])
        else:
            self.go_to(min(ahead) if step > 0 else max(ahead))
        return wrapped

    # Scrolling

    def scroll_lines(self, lines: int) -> None:
        """Scrolls down, or up for a negative number."""
        self._scroll(round(self.scroll_y) + lines)

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=max(0, y), animate=False, force=True, immediate=True)

    def go_to_end(self, *, top: bool) -> None:
        """The first or the last line."""
        if self._page and self._page.rows:
            self._scroll(0 if top else self._page.height)
            self._make_current(0 if top else len(self._page.rows) - 1)

    # The mouse

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """On the ruler: goes to what a cell shows."""
        page, height = self._page, self.size.height
        if page is None or event.x < self.size.width - RULER:
            return
        self.capture_mouse()
        row = self._ruler.row(event.y, height)
        if row is None:
            self._scroll(self._ruler.line(event.y, height))
        else:
            self.go_to(row)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Along the ruler with the button down: the text follows."""
        if self.app.mouse_captured is self:
            self._scroll(self._ruler.line(event.y, self.size.height))

    def on_mouse_up(self) -> None:
        """Lets go of the ruler."""
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """A click makes a row the current one."""
        line = event.y + round(self.scroll_y)
        on_text = event.x < self.size.width - RULER
        page = self._page
        if page and on_text and line < page.height and not self.point_at(line, event.x):
            self._make_current(page.row_at(line))
