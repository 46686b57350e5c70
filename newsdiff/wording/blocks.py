"""Paragraphs of labelled lines → plain text of a width; probabilities in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newsdiff.text.visible import visible
from newsdiff.wording.wrapping import hang

WIDTH: Final = 80

ASCII: Final = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "·": "-",
        "…": "...",
        "≡": ":",
        "≈": "%",
        "↕": "M",
        "≠": "!=",
        "↔": "=",
    }
)
"""What newsdiff writes with, and the nearest to it in ASCII."""
_NUMBERED: Final = re.compile(r"\s*[AB] \d")

Block = list[tuple[str, str]]
"""Labels and what stands behind them; an empty line follows a block."""


def as_text(blocks: Iterable[Block], width: int = WIDTH) -> str:
    """Some blocks, `width` columns wide, empty ones left out, safe to show."""
    paragraphs = (
        "".join(
            f"{line}\n"
            for label, text in block
            for line in hang(visible(text), width, visible(label))
        )
        for block in blocks
    )
    return "\n".join(paragraph for paragraph in paragraphs if paragraph)


def as_ascii(block: Block) -> Block:
    """A block with the signs of newsdiff's own in ASCII.

    Sentences of articles, which stand behind their number, stay as they are.
    """
    return [
        (label, text if _NUMBERED.match(label) else text.translate(ASCII))
        for label, text in block
    ]


def percent(probability: float) -> str:
    """A share or a probability, never rounded to all or nothing: "91%", "under 1%"."""
    if 0 < probability < 0.01:
        return "under 1%"
    if 0.99 < probability < 1:
        return "over 99%"
    return f"{probability:.0%}"
