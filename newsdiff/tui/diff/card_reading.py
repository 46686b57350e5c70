"""The card in the texts as a reader meets it: its items are places to stop at."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.layout import NO_SPOTS, Page, Spots
from newsdiff.layout.card import Stop
from newsdiff.tui.shared.selecting import SelectableLines


class CardReading(SelectableLines, inherit_bindings=False):
    """Lines of a page with a card: where the reader is in it, and what covers what.

    While the card is in sight it says who the articles are; the heads, which say it
    otherwise, stand over the first lines in sight.
    """

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._spots: Spots = NO_SPOTS
        self._stop: int | None = None
        """The item of the card that the reader is at."""
        self.row = 0
        """The current row; where the reader is in the card, that of the item there."""
        self.heads = 0
        """Lines of the heads that stand over the first lines in sight, if they do."""

    def go_to(self, row: int) -> None:
        """Makes a row the current one and brings it in sight."""
        raise NotImplementedError

    def _make_current(self, row: int) -> None:
        raise NotImplementedError

    def _scroll(self, y: int) -> None:
        raise NotImplementedError

    def _redraw(self) -> None:
        raise NotImplementedError

    @property
    def is_past_card(self) -> bool:
        """Whether the card is out of sight, so that the heads say who this is."""
        return self._is_past_card(round(self.scroll_y))

    def _is_past_card(self, scrolled: int) -> bool:
        return self._page is None or scrolled >= self._page.card_end - 1

    def _covered(self, scrolled: int) -> int:
        """How many of the first lines in sight the heads stand over."""
        return self.heads if self._is_past_card(scrolled) else 0

    @property
    def clear_height(self) -> int:
        """How many lines can be read at once."""
        return self.size.height - self._covered(round(self.scroll_y))

    @property
    def at_item(self) -> Stop | None:
        """The item of the card that the reader is at."""
        card = self._page.card if self._page else None
        return card.stops[self._stop] if card and self._stop is not None else None

    def _stop_line(self, page: Page) -> int:
        """The line of the page on which the item begins that the reader is at."""
        item = self.at_item
        return page.card_end - page.card_height + (item.line if item else 0)

    def _leave_card(self) -> None:
        """Back among the rows, to the one behind the card."""
        if self._page and self._stop is not None:
            self._make_current(min(self._page.lead, len(self._page.rows) - 1))

    def _go_to_stop(self, page: Page, stop: int) -> None:
        """Makes an item of the card the one that the reader is at."""
        self._stop = stop
        item = self.at_item
        if item is not None:
            self.row = page.row_of(*item.place)
            self._spots = NO_SPOTS
        line, top = self._stop_line(page), round(self.scroll_y)
        if line < top:
            self._scroll(line)
        elif line >= top + self.size.height:
            self._scroll(line - self.size.height + 1)
        self._redraw()

    def step_in_card(self, step: int) -> bool:
        """Goes a line (1 or -1) on in the card, into it or out of it.

        Returns:
            Whether the reader was, or is now, in it.
        """
        page = self._page
        stops = page.card.stops if page and page.card else ()
        if page is None or not stops:
            return False
        if self._stop is None:
            at_top = round(self.scroll_y) == 0
            if step > 0 and at_top and self.row < page.lead:
                self._go_to_stop(page, 0)
            elif step < 0 and at_top and self.row >= page.lead:
                self._go_to_stop(page, _first_on(stops, stops[-1].line))
            else:
                return False
            return True
        line = stops[self._stop].line
        beyond = [s.line for s in stops if (s.line - line) * step > 0]
        if beyond:
            self._go_to_stop(
                page, _first_on(stops, min(beyond, key=lambda n: n * step))
            )
        elif step > 0 or page.lead:
            behind = page.lead if step > 0 else page.lead - 1
            self.go_to(min(behind, len(page.rows) - 1))
        return True

    def step_to_item(self, step: int) -> bool:
        """Goes to the next (1) or previous (-1) item; whether the reader is at one."""
        page = self._page
        if page is None or page.card is None or self._stop is None:
            return False
        self._go_to_stop(page, (self._stop + step) % len(page.card.stops))
        return True

    def point_at(self, line: int, x: int) -> bool:
        """Goes to the item at a cell of a line; whether the line is of the items."""
        page = self._page
        inside = page.in_card(line) if page else None
        if page is None or page.card is None or inside is None:
            return False
        stop = page.card.stop_at(inside, x - 1)
        if stop is not None:
            self._go_to_stop(page, stop)
        return True


def _first_on(stops: Sequence[Stop], line: int) -> int:
    """The first item that begins on a line of the card."""
    return next(n for n, stop in enumerate(stops) if stop.line == line)
