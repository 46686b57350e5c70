"""That links are made from other probabilities than were measured, in a line."""

from __future__ import annotations

from textual.content import Content

from newsdiff.model import Thresholds
from newsdiff.text.cells import cells
from newsdiff.wording.decisions import short_thresholds


def moved_thresholds(by: Thresholds, room: int) -> Content:
    """Thresholds that a person has moved, with what parts them from what follows.

    Args:
        by: From where on links are made.
        room: Cells there are for it; in too few it is said without the figures.

    Returns:
        Nothing where none has been moved.
    """
    words = short_thresholds(by)
    if not words:
        return Content("")
    if cells(words) + 3 > room:
        words = "thresholds moved"
    return Content.styled(f"{words} · ", "bold $warning")
