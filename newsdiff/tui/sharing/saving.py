"""Where to save something: a line to type a file name in."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from newsdiff.own_files import instead_of_file, write_whole
from newsdiff.tui.keys import table as keys
from newsdiff.tui.shared.screen import plain

_LONGEST: Final = 30
"""Characters of each article's name in the name that is offered."""


class SavingScreen(ModalScreen[str | None]):
    """Returns the path that was written; None where none was.

    Args:
        why: A sentence to begin with; empty for none.
    """

    CSS_PATH = "save_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*keys.bindings(keys.SAVE)]
    WHAT: ClassVar[str]
    """What is saved."""
    FORMATS: ClassVar[Mapping[str, Sequence[str]]]
    """The formats, and the ends of the names of their files."""

    def __init__(self, why: str) -> None:
        super().__init__()
        self._why = why
        self._overwritten = ""
        """The existing file that the person has been asked about."""

    @abstractmethod
    def offered(self) -> str:
        """A file name to begin with."""

    @abstractmethod
    def written(self, wanted: str) -> str:
        """What is saved, in one of the formats."""

    def compose(self) -> ComposeResult:
        """A title, the line, what to know of it."""
        with Vertical(id="save"):
            title = f"{self._why} Save {self.WHAT} as".strip()
            yield Static(plain(title, "bold"))
            yield Input(self.offered(), select_on_focus=False)
            yield Static(plain(self._hint), id="hint")

    @property
    def _ends(self) -> dict[str, str]:
        return {end: name for name, ends in self.FORMATS.items() for end in ends}

    @property
    def _hint(self) -> str:
        """Which format each end of a name is, by the first of those of a format."""
        *most, last = sorted((ends[0] for ends in self.FORMATS.values()), key=_usual)
        return (
            f"The end of the name chooses the format: {', '.join(most)} or {last}. "
            "Enter saves, Esc does not."
        )

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
        wanted = self._ends.get(path.suffix.lower())
        if not given or wanted is None:
            return f"A name must end in one of {', '.join(self._ends)}."
        if other := instead_of_file(path):
            return f"{given} is {other}, not a file: give another name."
        if path.exists() and self._overwritten != given:
            self._overwritten = given
            return f"{given} is there already: Enter once more replaces it."
        text = self.written(wanted)
        try:
            write_whole(path, text)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            return f"{given} cannot be written: {reason}."
        return ""


_USUAL: Final = (".md", ".html", ".txt", ".json", ".csv", ".svg")


def _usual(end: str) -> int:
    """Pages for people first, what programs read after them."""
    return _USUAL.index(end)


def file_name(labels: Iterable[str]) -> str:
    """A file name made of what articles are called, for the current folder."""
    names = (
        re.sub(r"[^\w]+", "-", label).strip("-").casefold()[:_LONGEST]
        for label in labels
    )
    return f"{'-'.join(name.rstrip('-') or 'article' for name in names)}.md"
