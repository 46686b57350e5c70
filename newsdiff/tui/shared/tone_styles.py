"""How each tone looks: colours of the theme, by name.

A widget's component classes would say the same, but Textual restyles each of them
whenever the widget or the theme changes: for thirty tones that takes longer than
drawing the page.
"""

from __future__ import annotations

from typing import Final

from textual.style import Style

from newsdiff.layout import Tone
from newsdiff.model import Side

CURRENT: Final = "on $current"
"""The ground of the current row."""
_PLAIN: Final[dict[str, str]] = {
    "cursor": "$primary",
    "ruler": "$hatch",
    "window": "bold $faint",
    Tone.HEAD: "bold",
    Tone.CAPTION: "italic",
    Tone.PASSAGE: "bold",
    Tone.CHANGED: "underline",
    Tone.FACT: "bold",
    Tone.FOUND: "reverse",
    Tone.SPOT: "bold $background",
    Tone.MARK: "bold $faint",
    Tone.NUMBER: "$faint",
    Tone.NOTE: "italic $faint",
    Tone.BY_HAND: "bold $primary",
    Tone.DIM: "$faint",
    Tone.GAP: "$faint",
    Tone.RULE: "$hatch",
}
_OF_A_SIDE: Final[dict[str, str]] = {
    Tone.ONLY: "$side-{}-text",
    Tone.PASSAGE: "$side-{}",
    Tone.CHANGED: "$side-{}",
    Tone.FACT: "$side-{0} on $side-{0}-tint",
    Tone.SPOT: "on $side-{}",
    Tone.MARK: "$side-{}",
}
_NO_COLOUR: Final[dict[str, str]] = {Tone.FACT: "bold reverse"}
_SIXTEEN_COLOURS: Final[dict[str, str]] = {
    **_NO_COLOUR,
    Tone.FOUND: "reverse underline",
    Tone.SPOT: "bold reverse underline $background",
}
"""What has no tint of its own where the terminal chooses the colours."""


def style_of(tone: str, side: Side | None, *, ansi: bool, colourless: bool) -> Style:
    """The style of a tone, without the ground it stands on.

    Args:
        tone: A tone, or a name of what only the screen draws: "cursor", "ruler",
            "window".
        side: Whose colour it takes, where it takes one.
        ansi: Whether the sixteen colours of the terminal itself are used.
        colourless: Whether colour is not wanted.
    """
    instead = _SIXTEEN_COLOURS if ansi else _NO_COLOUR if colourless else {}
    style = Style.parse(instead.get(tone) or _PLAIN.get(tone, ""))
    if side and tone in _OF_A_SIDE:
        style += Style.parse(_OF_A_SIDE[tone].format(side))
    return style
