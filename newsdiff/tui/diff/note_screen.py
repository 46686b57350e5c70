"""A line to type a note in, over the comparison."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsdiff.tui.keys import table as keys
from newsdiff.tui.shared.find_bar import LineInput
from newsdiff.tui.shared.screen import plain

LONGEST: Final = 2_000
"""Characters of a note."""
_HINT: Final = "Enter keeps it, an empty line removes it, Esc changes nothing."


class NoteScreen(ModalScreen[str | None]):
    """Returns the note that was typed, empty for none; None where nothing changes.

    Args:
        about: What the note is on.
        words: What it is now.
    """

    CSS_PATH = "note_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.NOTE)]

    def __init__(self, about: str, words: str) -> None:
        super().__init__()
        self._about = about
        self._words = words

    def compose(self) -> ComposeResult:
        """What it is on, the line, what the keys do."""
        with Vertical(id="note"):
            yield Static(plain(f"Note on {self._about}", "bold"))
            yield LineInput(self._words, max_length=LONGEST, select_on_focus=False)
            yield Static(Content(_HINT), id="hint")

    def action_cancel(self) -> None:
        """Changes nothing."""
        self.dismiss(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keeps it."""
        event.stop()
        if self.is_active:  # Enter may come twice before the screen can close
            self.dismiss(" ".join(event.value.split()))
