"""What keys are called wherever a person reads of them."""

from __future__ import annotations

from typing import Final

from textual.keys import format_key

NO_KEY: Final = "none"
"""Stands for a key in a person's own map that no keyboard sends."""
NAMES: Final = {
    "enter": "Enter",
    "space": "Space",
    "escape": "Esc",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "backspace": "Backspace",
    "none": "(no key)",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}
"""Keys that are called otherwise than Textual does."""


def shown(key: str) -> str:
    """A key as a person finds it on the keyboard: "]", "PgDn", "Ctrl-D"."""
    *modifiers, name = key.split("+")
    written = NAMES.get(name) or format_key(name)
    if "ctrl" in modifiers:
        written = written.upper()
    return "-".join([*(modifier.capitalize() for modifier in modifiers), written])
