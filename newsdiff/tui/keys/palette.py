"""The list of all commands: the table of keys once more, found by name.

It holds what can be done where it was opened, also what a person's own key map has
left without a key.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import ClassVar, NamedTuple

from textual import on
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.types import IgnoreReturnCallbackType
from textual.widgets import Input, OptionList

from newsdiff.text.visible import visible
from newsdiff.tui.keys import table as keys
from newsdiff.tui.keys.keymap import Map, key_of

_NOT_LISTED = ("app.palette", "help.close")
"""What makes no sense from here."""


class _Entry(NamedTuple):
    binding: Binding
    node: DOMNode
    """Who carries the action out."""
    section: str


class Commands(Provider):
    """Offers every binding of the table that works where the focus is."""

    def _entries(self) -> Iterator[_Entry]:
        start = self.focused or self.screen
        chain = [*start.ancestors_with_self]
        for section in (s for group in keys.GROUPS.values() for s in group):
            for binding in section.bindings:
                node = next((n for n in chain if binding in n.BINDINGS), None)
                if node is not None and binding.id not in _NOT_LISTED:
                    yield _Entry(binding, node, section.title)

    async def discover(self) -> Hits:
        """All of them, in the order of the help."""
        for entry in self._entries():
            run, help_text = self._parts(entry)
            yield DiscoveryHit(_name(entry), run, help=help_text)

    async def search(self, query: str) -> Hits:
        """Those whose words, section or id are like what was typed.

        Args:
            query: What was typed.
        """
        matcher, found = self.matcher(query), False
        for entry in self._entries():
            binding, run = entry.binding, self._parts(entry)
            score = max(
                matcher.match(_name(entry)),
                matcher.match(f"{entry.section} {binding.id}") * 0.5,
            )
            if score > 0:
                found = True
                shown = matcher.highlight(_name(entry))
                yield Hit(score, shown, run[0], help=run[1])
        if not found:
            words = Content(f"no command matches “{visible(query)}”")
            yield Hit(1, words, lambda: None, help="Esc goes back")

    def _parts(self, entry: _Entry) -> tuple[IgnoreReturnCallbackType, str]:
        """What to run, and the line below the name."""
        changed: Map = getattr(self.app, "keys", {})
        key = key_of(entry.binding, changed)
        words = f"{key}   {entry.section} · {entry.binding.id}"
        return partial(self.app.run_action, entry.binding.action, entry.node), words


class Palette(CommandPalette):
    """The list itself, which closes and runs what was chosen only once.

    Keys may be typed faster than it closes: Textual's own takes each of them, and the
    screen below with it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "app.interrupt", show=False)  # no key of the app works here
    ]

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def _once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        if not self.is_active:
            event.stop()
            event.prevent_default()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No page is turned before there is one."""
        if action == "command_list":
            return any(found.size.height for found in self.query(OptionList))
        return super().check_action(action, parameters)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Closes the list, if it is still open."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


def _name(entry: _Entry) -> str:
    words = entry.binding.description
    return words[:1].upper() + words[1:]
