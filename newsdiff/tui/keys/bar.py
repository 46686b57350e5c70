"""Which keys the last line of a screen names first."""

from __future__ import annotations

from typing import Final

FIRST: Final = (
    "list.mark",
    "list.open",
    "list.pairs",
    "list.coverage",
    "list.story",
    "list.filter",
    "list.add",
    "list.sort",
    "list.claim",
    "list.alone",
    "list.desk",
    "diff.next-change",
    "diff.find",
    "diff.next-pair",
    "diff.facts",
    "diff.view",
    "diff.fold",
    "diff.coverage",
    "diff.save",
    "diff.alone",
    "diff.story",
    "diff.why",
    "diff.pair-up",
    "diff.claim",
    "diff.desk",
    "diff.order",
    "diff.copy",
    "diff.note",
)
"""Most useful first; those of a part of the screen that has the focus stand before
them, in the order of the table."""
_PLACES: Final = {name: place for place, name in enumerate(FIRST)}


def place_of(name: str) -> int:
    """Where a binding stands: the lower, the earlier."""
    return _PLACES.get(name, -1)
