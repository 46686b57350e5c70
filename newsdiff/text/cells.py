"""Terminal cells: how wide text is on a screen, and how it is cut to fit.

Wide characters (CJK, most emoji) take two cells, combining marks none; the measure is
the one of the library that draws, so that what is laid out is what is seen.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, split_graphemes

from newsdiff.text.wrapping import NARROW


def cells(text: str) -> int:
    """The width of a text without line ends, in cells."""
    return len(text) if NARROW.fullmatch(text) else cell_len(text)


def fit(text: str, width: int, *, ellipsis: str = "…") -> str:
    """The text cut or padded to exactly `width` cells; a cut shows `ellipsis`."""
    size = cells(text)
    if size > width:
        room = width - cells(ellipsis)
        text = _head(text, room) + ellipsis if room >= 0 else _head(text, width)
        size = cells(text)
    return text + " " * (width - size)


def _head(text: str, width: int) -> str:
    """As many whole characters as fit into `width` cells."""
    end = used = 0
    for _, stop, size in characters(text):
        if used + size > width:
            break
        used += size
        end = stop
    return text[:end]


def characters(text: str) -> Sequence[tuple[int, int, int]]:
    """The characters of a text, each with its start, its end and its cells."""
    return split_graphemes(text)[0]


def character_starts(text: str) -> frozenset[int] | None:
    """Where the characters of a text begin; None where each is one code point."""
    if NARROW.fullmatch(text):
        return None
    return frozenset(start for start, _, _ in characters(text))
