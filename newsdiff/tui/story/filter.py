"""Making the table of a story shorter: / and what is typed behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from textual.actions import SkipAction

if TYPE_CHECKING:
    from textual.widget import Widget

    from newsdiff.tui.shared.find_bar import FindBar


class FilteredTable(Protocol):
    """The screen of a table, as its filter sees it."""

    @property
    def table(self) -> Widget:
        """The table itself."""

    def sift(self) -> int:
        """Shows what passes the filter; says how many facts do."""

    async def ask(self, sign: str, words: str = "") -> FindBar:
        """Opens the line in which words are typed."""


class TableFilter:
    """What facts must have in one of their wordings to be shown.

    Args:
        host: The screen of the table.
    """

    def __init__(self, host: FilteredTable) -> None:
        self._host = host
        self.words = ""
        """What has been typed; nothing where all facts are shown."""
        self._before: str | None = None
        """What it was before words are being typed; None unless they are."""
        self._bar: FindBar | None = None

    async def action_filter(self) -> None:
        """Asks for the words that facts are to have.

        Raises:
            SkipAction: They are being typed, and the key is one of them.
        """
        if self._before is not None:
            raise SkipAction
        self._before = self.words
        self._bar = await self._host.ask("/", self.words)

    def type(self, words: str) -> None:
        """Shows what passes so far."""
        if self._before is None or self._bar is None or words == self.words:
            return
        self.words = words
        found = self._host.sift()
        self._bar.say(f"{found:,} · Enter keeps · Esc ends")

    async def end_typing(self, *, keep: bool) -> None:
        """Enter keeps the filter, Esc goes back to what was shown before."""
        before, bar = self._before, self._bar
        if before is None or bar is None:
            return
        self._before = self._bar = None
        await bar.close(self._host.table)
        if not keep:
            self.words = before
            self._host.sift()

    def end(self) -> bool:
        """Shows all facts again; whether any were hidden."""
        filtered = bool(self.words.strip())
        self.words = ""
        if filtered:
            self._host.sift()
        return filtered
