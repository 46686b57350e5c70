"""Every key of a screen and what the marks mean, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from newsdiff.comparing import Mark
from newsdiff.export.phrases import mark_words
from newsdiff.layout import fit
from newsdiff.model import Pair
from newsdiff.tui import keys
from newsdiff.tui.keys import Section

_KEYS = 16
"""Cells of the column of keys."""


class _Body(VerticalScroll, inherit_bindings=False):
    BINDINGS: ClassVar[list[BindingType]] = [
        b for b in keys.bindings(keys.HELP) if b.id != "help.close"
    ]


class HelpScreen(ModalScreen[None]):
    """Closed by the key that opened it.

    Args:
        sections: The keys to show.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        b for b in keys.bindings(keys.HELP) if b.id == "help.close"
    ]

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._sections = tuple(sections)

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with _Body(id="help"):
            yield Static(Content("\n").join(self._lines()))

    def on_mount(self) -> None:
        """Keys scroll at once."""
        self.query_one("#help").focus()

    def _lines(self) -> list[Content]:
        lines = []
        for title, bindings in self._sections:
            lines.append(Content.styled(title, "bold $primary"))
            lines += [self._line(binding) for binding in bindings]
            lines.append(Content())
        lines.append(Content.styled("Marks", "bold $primary"))
        labels = Pair("A", "B")
        for mark in Mark:
            if mark is not Mark.NONE:
                sign = fit(mark.value, _KEYS)
                lines.append(Content(f"  {sign}{mark_words(mark, labels)}"))
        lines.append(Content())
        lines.append(
            Content.assemble(
                "  ",
                ("name", "bold $side-a on $side-a-tint"),
                " or ",
                ("name", "bold $side-b on $side-b-tint"),
                "   a fact that only A, or only B, mentions",
            )
        )
        changed = Content.assemble(
            "  ",
            ("word", "underline"),
            "           a word that differs in a linked row",
        )
        lines.append(changed)
        return lines

    def _line(self, binding: Binding) -> Content:
        shown = []
        for key in binding.key.split(","):
            label = self.app.get_key_display(binding.with_key(key))
            shown.append(label)
        names = fit(" ".join(shown), _KEYS)
        return Content.assemble("  ", (names, "bold"), binding.description)

    def action_close(self) -> None:
        """Back to the screen it was opened on."""
        self.dismiss()
