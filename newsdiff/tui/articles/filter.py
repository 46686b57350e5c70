"""Making the list shorter: / and what is typed behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from textual.actions import SkipAction

from newsdiff.tui.session.listing import Sought

if TYPE_CHECKING:
    from textual.widget import Widget

    from newsdiff.tui.shared.find_bar import FindBar


class FilteredList(Protocol):
    """The screen of a list, as its filter sees it."""

    @property
    def rows(self) -> Widget:
        """The list itself."""

    @property
    def here(self) -> int | None:
        """The highlighted article."""

    def fill(self, here: int | None = None) -> None:
        """Shows what passes the filter; highlights an article if it does."""

    async def ask(self, sign: str, words: str = "") -> FindBar:
        """Opens the line in which words are typed."""


class _Origin(NamedTuple):
    """What was shown before words are being typed."""

    sought: Sought
    here: int | None
    """The highlighted article."""


class Filter:
    """What articles must have in their line to be shown.

    Args:
        host: The screen of the list.
    """

    def __init__(self, host: FilteredList) -> None:
        self._host = host
        self.sought = Sought()
        """What has been typed; nothing where all articles are shown."""
        self._origin: _Origin | None = None
        """None unless words are being typed."""
        self._bar: FindBar | None = None
        """The line they are typed in, once it is there."""

    async def action_filter(self) -> None:
        """Asks for the words that articles are to have in their line.

        Raises:
            SkipAction: They are being typed, and the key is one of them.
        """
        if self._origin is not None:
            raise SkipAction
        self._origin = _Origin(self.sought, self._host.here)
        self._bar = await self._host.ask("/", self.sought.words)

    def type(self, words: str) -> None:
        """Shows what passes so far."""
        if self._origin is not None and words != self.sought.words:
            self.sought = Sought(words)
            self._host.fill(self._origin.here)

    async def end_typing(self, *, keep: bool) -> None:
        """Enter keeps the filter, Esc goes back to what was shown before."""
        origin, bar = self._origin, self._bar
        if origin is None or bar is None:
            return
        self._origin = self._bar = None
        await bar.close(self._host.rows)
        if not keep:
            self.sought = origin.sought
            self._host.fill(origin.here)

    def end(self) -> bool:
        """Shows all articles again; whether any were hidden."""
        filtered = bool(self.sought)
        if filtered:
            self.sought = Sought()
            self._host.fill()
        return filtered
