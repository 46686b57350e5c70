"""The last line of a screen: what can be done here, as much of it as has room."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from newsdiff.text.cells import cells
from newsdiff.tui.keys.bar import place_of
from newsdiff.tui.keys.names import NO_KEY, shown

_LAST: Final = ("help.close", "app.help", "list.quit", "app.back")
"""Keys that always have their place, at the end of the line."""
_APART: Final = 2


@dataclass(frozen=True, slots=True)
class Hint:
    """One or two keys and what they do."""

    keys: tuple[str, ...]
    what: str
    name: str
    """The id of the first binding."""

    @property
    def written(self) -> str:
        """The keys as a person finds them on the keyboard."""
        return "/".join(map(shown, self.keys))

    @property
    def width(self) -> int:
        """Cells it takes."""
        return cells(self.written) + 1 + cells(self.what)


def hints_of(bindings: Iterable[Binding]) -> tuple[Hint, ...]:
    """A hint for each group of bindings that wants one, with the first key of each."""
    keys: dict[str, dict[str, str]] = {}
    names: dict[str, str] = {}
    for binding in bindings:
        if binding.show and binding.group and binding.key != NO_KEY:
            what = binding.group.description
            keys.setdefault(what, {}).setdefault(binding.action, binding.key)
            names.setdefault(what, binding.id or "")
    return tuple(
        Hint(tuple(by_action.values()), what, names[what])
        for what, by_action in keys.items()
    )


def fitting(hints: Sequence[Hint], width: int) -> tuple[Hint, ...]:
    """The hints that one line of `width` cells has room for, the most useful first."""
    last = sorted(
        (hint for hint in hints if hint.name in _LAST),
        key=lambda hint: _LAST.index(hint.name),
    )
    room = width - sum(hint.width + _APART for hint in last) + _APART
    chosen: list[Hint] = []
    for hint in sorted(hints, key=lambda hint: place_of(hint.name)):
        if hint in last:
            continue
        room -= hint.width + _APART
        if room < 0:
            break
        chosen.append(hint)
    return (*chosen, *last)


class KeyBar(Static):
    """Follows the keys that work where the focus is; a click presses a key."""

    def __init__(self) -> None:
        super().__init__()
        self._at: list[tuple[range, str]] = []
        """The cells of each hint and the key that a click on them presses."""

    def on_mount(self) -> None:
        """Listens for keys that come and go."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        """Listens no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self._write()

    def on_resize(self) -> None:
        """Chooses anew what has room."""
        self._write()

    def _write(self) -> None:
        active = self.screen.active_bindings.values()
        hints = hints_of([entry.binding for entry in active])
        parts: list[str | tuple[str, str]] = []
        self._at = []
        at = 0
        for hint in fitting(hints, self.size.width):
            parts += [(hint.written, "bold $primary"), f" {hint.what}", " " * _APART]
            self._at.append((range(at, at + hint.width), hint.keys[0]))
            at += hint.width + _APART
        self.update(Content.assemble(*parts[:-1]), layout=False)

    def on_click(self, event: events.Click) -> None:
        """Presses the key of the hint that was clicked."""
        offset = event.get_content_offset(self)
        for place, key in self._at:
            if offset is not None and offset.x in place:
                self.app.simulate_key(key)
