"""Themes and the colours of the two sides: neither side is right or wrong.

Both palettes stay apart under the common forms of colour blindness, and every state
also has a mark. Other themes of Textual work too: they get the same two colours.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from newsdiff.config import PALETTES, suggestion
from newsdiff.errors import UsageError

PREFIX: Final = "newsdiff-"
DEFAULT: Final = f"{PREFIX}dark"
SHORT: Final = {"terminal": "ansi-dark", "terminal-light": "ansi-light"}
"""Other names of themes that use the sixteen colours of the terminal itself."""
_NAMES: Final = ("a", "a-text", "a-tint", "b", "b-text", "b-tint")
_GROUNDS: Final = {
    "dark": {
        "foreground": "#dfe3e8",
        "background": "#14171b",
        "surface": "#181c21",
        "panel": "#20252c",
        "secondary": "#5f7fae",
        "hatch": "#3b424d",
        "faint": "#a3acba",
        "current": "#22272f",
        "block-cursor-background": "#2c3a4f",
        "block-cursor-foreground": "#ffffff",
    },
    "light": {
        "foreground": "#23272d",
        "background": "#faf8f3",
        "surface": "#f6f3ec",
        "panel": "#ece8de",
        "secondary": "#5b7ba3",
        "hatch": "#cdc8bd",
        "faint": "#54585f",
        "current": "#efebe1",
        "block-cursor-background": "#d7e0ea",
        "block-cursor-foreground": "#14171b",
    },
    "contrast": {
        "foreground": "#ffffff",
        "background": "#000000",
        "surface": "#000000",
        "panel": "#1a1a1a",
        "secondary": "#ffffff",
        "hatch": "#8c8c8c",
        "faint": "#d0d4da",
        "current": "#262626",
        "block-cursor-background": "#003a75",
        "block-cursor-foreground": "#ffffff",
    },
}
_SIDES: Final = {
    ("blue-orange", "dark"): "#86b7ff #c2d9fb #1b3d6b #f5a65b #f6d3ae #5a3510",
    ("blue-orange", "light"): "#14508f #1f4468 #cfe2f8 #8f4708 #6b3a0e #fbdfbf",
    ("blue-orange", "contrast"): "#8cc4ff #cfe6ff #00356b #ffb366 #ffe0bf #5c2f00",
    ("green-purple", "dark"): "#6fce8f #c3ead0 #123f26 #d3a2f2 #ead6f7 #4a2566",
    ("green-purple", "light"): "#12612f #234a32 #cdeed8 #74309a #542a6c #ecdaf6",
    ("green-purple", "contrast"): "#7ee2a0 #c6f2d5 #003d1c #dcb0ff #ecd8ff #4b1f6e",
}
_ANSI: Final = {
    "side-a-text": "ansi_default",
    "side-a-tint": "ansi_default",
    "side-b-text": "ansi_default",
    "side-b-tint": "ansi_default",
    "hatch": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "current": "ansi_default",
}
_ANSI_SIDES: Final = {
    ("blue-orange", True): ("ansi_bright_blue", "ansi_yellow"),
    ("blue-orange", False): ("ansi_blue", "ansi_red"),
    ("green-purple", True): ("ansi_bright_green", "ansi_bright_magenta"),
    ("green-purple", False): ("ansi_green", "ansi_magenta"),
}
_VARIABLES: Final = frozenset(
    "hatch faint current block-cursor-background block-cursor-foreground".split()
)


def make_themes(palette: str = PALETTES[0]) -> Iterator[Theme]:
    """The themes of newsdiff in one of its palettes."""
    for name, ground in _GROUNDS.items():
        sides = _sides(palette, name)
        variables = {n: colour for n, colour in ground.items() if n in _VARIABLES}
        yield Theme(
            name=f"{PREFIX}{name}",
            dark=name != "light",
            primary=sides["side-a"],
            secondary=ground["secondary"],
            accent=sides["side-b"],
            warning=sides["side-b"],
            error=sides["side-b"],
            success=sides["side-a"],
            foreground=ground["foreground"],
            background=ground["background"],
            surface=ground["surface"],
            panel=ground["panel"],
            variables={
                **sides,
                **variables,
                "footer-key-foreground": sides["side-a"],
                "block-cursor-text-style": "none",
            },
        )


def names() -> Collection[str]:
    """What a theme may be called in the settings, the shortest names first."""
    own = [f"{PREFIX}{name}" for name in _GROUNDS]
    return (*_GROUNDS, *SHORT, *own, *BUILTIN_THEMES)


def full_name(name: str) -> str:
    """The name by which Textual knows a theme; as given where it is none of ours."""
    return f"{PREFIX}{name}" if name in _GROUNDS else SHORT.get(name, name)


def checked(name: str) -> str:
    """The name of a theme as given.

    Raises:
        UsageError: There is no such theme.
    """
    if name not in names():
        near = suggestion(name, names()) or f"; try {', '.join((*_GROUNDS, *SHORT))}"
        message = f'there is no theme "{name}"{near}'
        raise UsageError(message)
    return name


def side_variables(theme: Theme, palette: str = PALETTES[0]) -> dict[str, str]:
    """The colours of A and B for any theme."""
    if theme.ansi:
        a, b = _ANSI_SIDES[palette, theme.dark]
        return {**_ANSI, "side-a": a, "side-b": b}
    name = "dark" if theme.dark else "light"
    ground = _GROUNDS[name]
    return {
        **_sides(palette, name),
        **{n: ground[n] for n in ("hatch", "faint", "current")},
    }


def _sides(palette: str, ground: str) -> dict[str, str]:
    colours = _SIDES[palette, ground].split()
    return {f"side-{n}": c for n, c in zip(_NAMES, colours, strict=True)}
