"""Why two sentences are linked or not, short enough for a panel: what weighs most."""

from __future__ import annotations

from typing import Final

from newsdiff.aligning.explaining import Explanation, NotCompared, Part
from newsdiff.export.explanations import (
    write_not_compared,
    write_runners_up,
    write_sentences,
    write_verdict,
)
from newsdiff.model import Side
from newsdiff.wording.blocks import Block

MOST: Final = 6
"""Features named; the command `explain` prints them all."""
_SCALE: Final = (
    "In log-odds: +0.7 doubles the odds of a link, -0.7 halves them. Behind each its "
    "value, and what is usual."
)


def explain_briefly(
    explained: Explanation | NotCompared,
) -> tuple[tuple[str, Block], ...]:
    """Headings with what stands below them, the most telling first."""
    a, b = (f"{side.name} {explained.sentences[side] + 1}" for side in Side)
    if isinstance(explained, NotCompared):
        reasons: Block = [("", line) for line in write_not_compared(explained)]
        return (f"{a} and {b}", write_sentences(explained)), ("Not compared", reasons)
    linked = "are linked" if explained.state else "are not linked"
    ends = " ".join(f"{s.name}:{explained.sentences[s] + 1}" for s in Side)
    return (
        (
            f"{a} and {b} {linked}",
            [*write_sentences(explained), *write_verdict(explained)],
        ),
        ("What weighs most", _parts(explained)),
        ("Runners-up", write_runners_up(explained)),
        ("Every figure", [("", f"newsdiff explain {ends} FILE FILE")]),
    )


def _parts(explained: Explanation) -> Block:
    most, others = explained.parts[:MOST], explained.parts[MOST:]
    rest = sum(part.part for part in others)
    return [
        ("", _SCALE),
        *((_adds(part.part), _says(part)) for part in most),
        (_adds(rest), f"the other {len(others)} features together"),
        (_adds(explained.bias), "where the sum starts"),
    ]


def _says(part: Part) -> str:
    return f"{part.meaning}: {part.value:.2f}, usually {part.usual:.2f}"


def _adds(amount: float) -> str:
    """Which way and how much: "against -0.52  "."""
    rounded = round(amount, 2) + 0.0
    way = "for" if rounded > 0 else "against" if rounded < 0 else ""
    return f"{way:<8}{rounded:+.2f}  "
