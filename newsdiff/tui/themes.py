"""Two themes, dark and light: A is blue, B is orange, neither is right or wrong.

Blue and orange stay apart under the common forms of colour blindness, and every state
also has a mark. Other themes of Textual work too: they get the same two colours.
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

SIDES_DARK: Final = {
    "side-a": "#86b7ff",
    "side-a-text": "#c2d9fb",
    "side-a-tint": "#1b3d6b",
    "side-b": "#f5a65b",
    "side-b-text": "#f6d3ae",
    "side-b-tint": "#5a3510",
    "hatch": "#3b424d",
    "faint": "#8a93a1",
    "current": "#22272f",
}
SIDES_LIGHT: Final = {
    "side-a": "#14508f",
    "side-a-text": "#1f4468",
    "side-a-tint": "#cfe2f8",
    "side-b": "#8f4708",
    "side-b-text": "#6b3a0e",
    "side-b-tint": "#fbdfbf",
    "hatch": "#cdc8bd",
    "faint": "#6b6f76",
    "current": "#efebe1",
}
SIDES_ANSI: Final = {
    "side-a": "ansi_bright_blue",
    "side-a-text": "ansi_default",
    "side-a-tint": "ansi_default",
    "side-b": "ansi_yellow",
    "side-b-text": "ansi_default",
    "side-b-tint": "ansi_default",
    "hatch": "ansi_bright_black",
    "faint": "ansi_bright_black",
    "current": "ansi_default",
}
DARK: Final = Theme(
    name="newsdiff-dark",
    dark=True,
    primary="#86b7ff",
    secondary="#5f7fae",
    accent="#f5a65b",
    warning="#f5a65b",
    error="#f5a65b",
    success="#86b7ff",
    foreground="#dfe3e8",
    background="#14171b",
    surface="#181c21",
    panel="#20252c",
    variables={
        **SIDES_DARK,
        "footer-key-foreground": "#86b7ff",
        "block-cursor-background": "#2c3a4f",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "none",
    },
)
LIGHT: Final = Theme(
    name="newsdiff-light",
    dark=False,
    primary="#14508f",
    secondary="#5b7ba3",
    accent="#8f4708",
    warning="#8f4708",
    error="#8f4708",
    success="#14508f",
    foreground="#23272d",
    background="#faf8f3",
    surface="#f6f3ec",
    panel="#ece8de",
    variables={
        **SIDES_LIGHT,
        "footer-key-foreground": "#14508f",
        "block-cursor-background": "#d7e0ea",
        "block-cursor-foreground": "#14171b",
        "block-cursor-text-style": "none",
    },
)


def side_variables(theme: Theme) -> dict[str, str]:
    """The colours of A and B for any theme."""
    if theme.ansi:
        return SIDES_ANSI
    return SIDES_DARK if theme.dark else SIDES_LIGHT
