"""The themes as Textual wants them: neither side is right or wrong.

Other themes of Textual work too: they get the same two colours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

from newsdiff.colours import (
    GROUNDS,
    PALETTES,
    PREFIX,
    TERMINAL_COLOURS,
    Colours,
    colours_of,
    side_colours,
)

DEFAULT: Final = f"{PREFIX}dark"
_NAMES: Final = ("a", "a-text", "a-tint", "b", "b-text", "b-tint")
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
    for name, ground in GROUNDS.items():
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


def side_variables(theme: Theme, palette: str = PALETTES[0]) -> dict[str, str]:
    """The colours of A and B for any theme."""
    if theme.ansi:
        a, b = _ANSI_SIDES[palette, theme.dark]
        return {**_ANSI, "side-a": a, "side-b": b}
    name = "dark" if theme.dark else "light"
    ground = GROUNDS[name]
    return {
        **_sides(palette, name),
        **{n: ground[n] for n in ("hatch", "faint", "current")},
    }


def colours_of_theme(name: str) -> Colours:
    """What a theme of Textual draws a comparison with."""
    theme = BUILTIN_THEMES[name]
    if theme.ansi:
        return TERMINAL_COLOURS["terminal" if theme.dark else "terminal-light"]
    own = colours_of("dark" if theme.dark else "light")
    return replace(
        own, text=theme.foreground or own.text, page=theme.background or own.page
    )


def _sides(palette: str, ground: str) -> dict[str, str]:
    colours = side_colours(palette, ground)
    values = [value for own in colours for value in (own.strong, own.text, own.tint)]
    return {f"side-{n}": c for n, c in zip(_NAMES, values, strict=True)}
