"""The key that makes a list shorter, and what is typed behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.actions import SkipAction

from newsdiff.tui.session.listing import Filter
from newsdiff.tui.sharing.sources import SourceKeys

if TYPE_CHECKING:
    from textual.widgets import Input

    from newsdiff.tui.shared.find_bar import FindInput


class _Origin(NamedTuple):
    """What was shown before words are being typed."""

    sought: Filter
    here: int | None
    """The highlighted article."""


class FilterKeys(SourceKeys):
    """A screen with a list that can be filtered."""

    def __init__(self) -> None:
        super().__init__()
        self._filter = Filter()
        self._origin: _Origin | None = None
        """None unless words are being typed."""

    @property
    def _here(self) -> int | None:
        """The highlighted article."""
        raise NotImplementedError

    def _fill(self, here: int | None = None) -> None:
        """Shows what passes the filter; highlights an article if it does."""
        raise NotImplementedError

    async def action_filter(self) -> None:
        """Asks for the words that articles are to have in their line.

        Raises:
            SkipAction: They are being typed, and the key is one of them.
        """
        from newsdiff.tui.shared.find_bar import FindBar

        if self._origin is not None:
            raise SkipAction
        self._origin = _Origin(self._filter, self._here)
        self.add_class("-finding")
        bar = FindBar("/", self._filter.words)
        await self.mount(bar, before="KeyBar")
        self.set_focus(bar.line)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Shows what passes so far."""
        event.stop()
        if self._origin is not None and event.value != self._filter.words:
            self._filter = Filter(event.value)
            self._fill(self._origin.here)

    async def on_find_input_left(self, event: FindInput.Left) -> None:
        """Enter keeps the filter, Esc goes back to what was shown before."""
        from newsdiff.tui.shared.find_bar import FindBar

        origin = self._origin
        if origin is None:
            return
        self._origin = None
        self.remove_class("-finding")
        await self.query_one(FindBar).remove()
        self.query_one("ArticleList").focus()
        if not event.keep:
            self._filter = origin.sought
            self._fill(origin.here)

    def _end_filter(self) -> bool:
        """Shows all articles again; whether any were hidden."""
        filtered = bool(self._filter)
        if filtered:
            self._filter = Filter()
            self._fill()
        return filtered
