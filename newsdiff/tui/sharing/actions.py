"""Taking along what is on the screen: y Y o O e s."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from newsdiff.comparing import Order
from newsdiff.layout import Entry
from newsdiff.model import Comparison, Pair, Side
from newsdiff.tui.shared.screen import NewsScreen
from newsdiff.tui.sharing.sources import Original, Sources


class Taken(NamedTuple):
    """What is on the screen when a key is pressed."""

    comparison: Comparison
    entry: Entry
    """The current row."""
    labels: Pair[str]
    originals: Pair[Original]
    order: Order
    """In whose order the rows stand."""

    @property
    def side(self) -> Side:
        """The side that the current row is of; A where it is of both."""
        return Side.A if self.entry.sentences.a else Side.B


class Sharing:
    """Copies, saves and opens a comparison.

    Args:
        screen: Where it is shown.
        taken: What there is to take; None before there is anything.
        sources: Where its articles came from.
    """

    def __init__(
        self, screen: NewsScreen, taken: Callable[[], Taken | None], sources: Sources
    ) -> None:
        self._screen = screen
        self._taken = taken
        self._sources = sources

    def action_copy_row(self) -> None:
        """Copies the current row."""
        from newsdiff.tui.sharing.clipboard import row_name, row_text

        if taken := self._taken():
            text = row_text(taken.comparison, taken.entry, taken.labels)
            self._copy(text, row_name(taken.entry))

    def action_copy_all(self) -> None:
        """Copies the whole comparison as Markdown; what is too large can be saved."""
        from newsdiff.export import rendered
        from newsdiff.tui.sharing.clipboard import fits_clipboard

        if taken := self._taken():
            text = rendered(taken.comparison, "markdown", order=taken.order)
            if fits_clipboard(text):
                self._copy(text, "all as Markdown")
            else:
                self._save(taken, "This is too large for the clipboard of a terminal.")

    def _copy(self, text: str, what: str) -> None:
        """Asks the terminal to copy some text; whether it does, nobody can know."""
        self._screen.app.copy_to_clipboard(text)
        size = f"{len(text):,} characters"
        self._screen.done(f"sent to the terminal's clipboard: {what}, {size}")

    def action_save(self) -> None:
        """Asks where to save a report."""
        if taken := self._taken():
            self._save(taken, "")

    def _save(self, taken: Taken, why: str) -> None:
        from newsdiff.tui.sharing.save_screen import SaveScreen

        def saved(path: str | None) -> None:
            if path:
                self._screen.done(f"saved: {path}")

        screen = SaveScreen(taken.comparison, taken.order, why)
        self._screen.app.push_screen(screen, saved)

    def action_source(self, both: bool) -> None:
        """Opens the source of the current row's article, or of both."""
        if taken := self._taken():
            sides = tuple(Side) if both else (taken.side,)
            self._sources.browse([taken.originals[side] for side in sides])

    def action_edit(self) -> None:
        """Opens the article of the current row in the editor."""
        if taken := self._taken():
            self._sources.edit(taken.originals[taken.side])
