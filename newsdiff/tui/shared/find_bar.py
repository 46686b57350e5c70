"""The line in which a reader types what to search for."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from newsdiff.tui.keys import table as keys


class LineInput(Input):
    """One line: what is pasted over several, as from a page, is one line there too."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()  # which would take the first line alone
        event.stop()
        words = " ".join(event.text.split())
        if self.selection.is_empty:
            self.insert_text_at_cursor(words)
        else:
            self.replace(words, *self.selection)


class FindInput(LineInput):
    """One line of text; letters type, whatever keys they are elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.FIND)]

    class Left(Message):
        """The reader has had enough of it.

        Args:
            keep: Whether what was typed is kept.
        """

        def __init__(self, *, keep: bool) -> None:
            super().__init__()
            self.keep = keep

    def action_leave(self, keep: bool) -> None:
        """Enter or Esc."""
        self.post_message(self.Left(keep=keep))

    def on_click(self, event: events.Click) -> None:
        """Puts the cursor there, and nothing else."""
        event.stop()


class FindBar(Horizontal):
    """The sign of the key that was pressed, the words, how many there are.

    Args:
        sign: "/" or "&".
        words: What stands in it at first.
    """

    def __init__(self, sign: str, words: str = "") -> None:
        super().__init__()
        self._sign = sign
        self._words = words

    def compose(self) -> ComposeResult:
        """Three parts of one line."""
        yield Static(Content(self._sign), classes="sign")
        yield FindInput(self._words, compact=True, select_on_focus=False)
        yield Static(Content("Enter keeps · Esc ends"), classes="count")

    @property
    def line(self) -> FindInput:
        """Where the words are typed."""
        return self.query_one(FindInput)

    async def close(self, focused: Widget) -> None:
        """Makes way for the keys of the screen.

        Args:
            focused: What the keys that are pressed now go to.
        """
        keys = self.screen.query_one("KeyBar")
        await self.remove()
        keys.display = True
        focused.focus()

    def say(self, words: str) -> None:
        """How many there are, at the end of the line."""
        self.query_one(".count", Static).update(Content(words))
