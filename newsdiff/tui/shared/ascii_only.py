"""Everything that newsdiff draws, in ASCII: for terminals and fonts that lack more.

One cell for one cell, so that nothing moves. The texts of the two articles are drawn
as they are: `own_words` marks them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

_OWN: Final = "own words"


def own_words(style: Style) -> Style:
    """The style of words that an article itself has."""
    return style + Style(meta={_OWN: True})


class AsciiOnly(LineFilter):
    """Replaces signs just before they are drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in ASCII; those that are as they should be stay themselves."""
        del background
        return [
            segment
            if segment.text.isascii() or _is_own(segment.style)
            else segment._replace(text=segment.text.translate(_SIGNS))
            for segment in segments
        ]


def _is_own(style: Style | None) -> bool:
    return style is not None and _OWN in style.meta


def _table() -> Iterator[tuple[int, str]]:
    for code in range(0x2500, 0x2580):  # lines and corners
        yield code, "+"
    for code in range(0x2580, 0x25A0):  # blocks
        yield code, "#"
    for sign, others in _NEAREST.items():
        yield from ((ord(other), sign) for other in others)


_NEAREST: Final = {
    "-": "─━┄┅┈┉╌╍═▁▔▂·–—",
    "|": "│┃┆┇┊┋╎╏║▌▐▏▎▕▍",
    "/": "╱",
    "\\": "╲",
    "X": "╳",
    "~": "…",
    "^": "↑▲",
    "v": "↓▼",
    "<": "←",
    ">": "→",
    "&": "⇄",
    ".": "⋯",
    "M": "↕",
    "%": "≈",
    ":": "≡",
    "=": "↔",
    "x": "×",
    "*": "•●",
    '"': "“”",
    "'": "‘’",
}
_SIGNS: Final = dict(_table())
