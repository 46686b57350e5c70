"""The colours of newsdiff as data: for the reader, pages, pictures and text.

Both palettes stay apart under the common forms of colour blindness, and every state
also has a mark. The themes of Textual are known by name; the reader has their colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsdiff.model import Pair, Side

PALETTES: Final = ("blue-orange", "green-purple")
PREFIX: Final = "newsdiff-"
GROUNDS: Final[Mapping[str, Mapping[str, str]]] = {
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
_TERMINAL: Final = {"terminal": "ansi-dark", "terminal-light": "ansi-light"}
"""Themes that use the sixteen colours of the terminal itself, by their short names."""
SHORT: Final[Mapping[str, str]] = {
    **{name: f"{PREFIX}{name}" for name in GROUNDS},
    **_TERMINAL,
}
"""Short name of a theme → the name that Textual knows it by."""
OF_TEXTUAL: Final = (
    *("ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light"),
    *("catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato"),
    *("catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord"),
    *("rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark"),
    *("solarized-light", "textual-dark", "textual-light", "tokyo-night"),
)
"""The themes that Textual comes with: asking it would load all of it."""
THEMES: Final = (*SHORT, *(SHORT[name] for name in GROUNDS), *OF_TEXTUAL)
"""What a theme may be called, the shortest names first."""


@dataclass(frozen=True, slots=True)
class SideColours:
    """The colours of A or of B, as #rrggbb."""

    strong: str
    """Of what is brought out: labels, marks, words that differ."""
    text: str
    """Of sentences that only this side has."""
    tint: str
    """Behind a fact that only this side has."""


@dataclass(frozen=True, slots=True)
class Colours:
    """What a comparison is drawn with: #rrggbb, or numbers of a terminal's colours."""

    text: str
    page: str
    faint: str
    hatch: str
    sides: Pair[SideColours]
    dark: bool

    @property
    def of_terminal(self) -> bool:
        """Whether only a terminal knows what they look like."""
        return not self.page.startswith("#")


def colours_of(ground: str, palette: str = PALETTES[0]) -> Colours:
    """The colours of one of `GROUNDS` in one of `PALETTES`."""
    named, sides = GROUNDS[ground], side_colours(palette, ground)
    return Colours(
        text=named["foreground"],
        page=named["background"],
        faint=named["faint"],
        hatch=named["hatch"],
        sides=sides,
        dark=ground != "light",
    )


def side_colours(palette: str, ground: str) -> Pair[SideColours]:
    """The colours of both sides on one of `GROUNDS`."""
    colours = _SIDES[palette, ground].split()
    return Pair.each(
        lambda side: SideColours(*(colours[:3] if side is Side.A else colours[3:]))
    )


def full_theme_name(name: str) -> str:
    """The name by which Textual knows a theme; as given where it has no short one."""
    return SHORT.get(name, name)


def theme_problem(name: str) -> str:
    """That there is no such theme, which one may be meant, and those there are.

    Args:
        name: What was given; "" is the one that is used where none is named.
    """
    if not name or name in THEMES:
        return ""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(THEMES), 1, 0.6)
    meant = f' (did you mean "{near[0]}"?)' if near else ""
    return (
        f'there is no theme "{name}"{meant}: there are {", ".join(SHORT)}, and of '
        f"Textual {', '.join(OF_TEXTUAL)}"
    )


TERMINAL_COLOURS: Final = {
    "terminal": Colours(
        "39",
        "49",
        "2",
        "2",
        Pair(SideColours("94", "39", "7"), SideColours("33", "39", "7")),
        dark=True,
    ),
    "terminal-light": Colours(
        "39",
        "49",
        "2",
        "2",
        Pair(SideColours("34", "39", "7"), SideColours("31", "39", "7")),
        dark=False,
    ),
}
"""Those of the terminal itself: codes that only a terminal knows, no #rrggbb."""
