"""What else to open: a line to name it in, or to paste an article into."""

from __future__ import annotations

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from newsdiff.tui.keys import table as keys
from newsdiff.tui.shared.screen import plain

_HINT: Final = (
    "A file, a folder, an address, or the whole text of an article, pasted. Enter "
    "opens it, Esc does not."
)
_NOTHING: Final = "There is nothing to open yet: name a file or paste an article."


class AddScreen(ModalScreen[str | None]):
    """Returns what was typed or pasted; None where nothing was."""

    CSS_PATH = "add_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.ADD)]

    def compose(self) -> ComposeResult:
        """A title, room for the words, what to know of it."""
        with Vertical(id="add"):
            yield Static(plain("Open another article", "bold"))
            yield TextArea(soft_wrap=True, compact=True, tab_behavior="focus")
            yield Static(Content(_HINT), id="hint")

    def on_mount(self) -> None:
        """What is typed goes to the words."""
        self.query_one(TextArea).focus()

    def action_cancel(self) -> None:
        """Opens nothing."""
        self.dismiss(None)

    def action_add(self) -> None:
        """Opens it, or says that there is nothing."""
        words = self.query_one(TextArea).text
        if not self.is_active:
            return  # Enter came twice before the screen could close
        if words.strip():
            self.dismiss(words)
        else:
            self.query_one("#hint", Static).update(plain(_NOTHING, "bold"))
