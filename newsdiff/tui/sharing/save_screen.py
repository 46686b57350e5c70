"""Where to save a report: a line to type a file name in."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsdiff.export import FORMATS, rendered
from newsdiff.model import Comparison
from newsdiff.tui.keys import table as keys
from newsdiff.tui.shared.screen import plain

_ENDS: Final = {end: name for name, ends in FORMATS.items() for end in ends}
_HINT: Final = (
    "The end of the name chooses the format: .md, .html, .txt, .json or .svg. "
    "Enter saves, Esc does not."
)
_LONGEST: Final = 30
"""Characters of each article's name in the name that is offered."""


class SaveScreen(ModalScreen[str | None]):
    """Returns the path that was written; None where none was.

    Args:
        comparison: What to save.
        why: A sentence to begin with; empty for none.
    """

    CSS_PATH = "save_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.SAVE)]

    def __init__(self, comparison: Comparison, why: str) -> None:
        super().__init__()
        self._comparison = comparison
        self._why = why
        self._overwritten = ""
        """The existing file that the person has been asked about."""

    def compose(self) -> ComposeResult:
        """A title, the line, what to know of it."""
        with Vertical(id="save"):
            title = f"{self._why} Save the comparison as".strip()
            yield Static(plain(title, "bold"))
            yield Input(offered(self._comparison), select_on_focus=False)
            yield Static(Content(_HINT), id="hint")

    def action_cancel(self) -> None:
        """Saves nothing."""
        self.dismiss(None)

    def on_input_changed(self) -> None:
        """Another name is another question."""
        self._overwritten = ""

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Saves, or says why not."""
        event.stop()
        if not self.is_active:
            return  # Enter came twice before the screen could close
        problem = self._save(event.value.strip())
        if problem:
            self.query_one("#hint", Static).update(plain(problem, "bold"))
        else:
            self.dismiss(event.value.strip())

    def _save(self, given: str) -> str:
        """Writes the file; returns what stands in the way."""
        path = Path(given).expanduser()
        wanted = _ENDS.get(path.suffix.lower())
        if not given or wanted is None:
            return f"A name must end in one of {', '.join(_ENDS)}."
        if path.exists() and self._overwritten != given:
            self._overwritten = given
            return f"{given} is there already: Enter once more replaces it."
        text = rendered(self._comparison, wanted)
        try:
            path.write_bytes(text.encode("utf-8", "replace"))
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            return f"{given} cannot be written: {reason}."
        return ""


def offered(comparison: Comparison) -> str:
    """A file name made of what the articles are called, for the current folder."""
    names = (
        re.sub(r"[^\w]+", "-", article.label).strip("-").casefold()[:_LONGEST]
        for article in comparison.articles
    )
    return f"{'-'.join(name.rstrip('-') or 'article' for name in names)}.md"
