"""How far a story in words is, before it can be told."""

from __future__ import annotations

from typing import Final

from newsdiff.text.visible import visible
from newsdiff.wording.about import count

_BAR: Final = 20
"""Cells of the bar that shows how far the comparing is."""
NOT_YET: Final = "not yet: the story is told once its pairs have been compared"
"""What a key says that needs a statement, where there is none."""


def progress_words(done: int, pairs: int, problem: str, signs: str) -> str:
    """What stands in the place of the page.

    Args:
        done: Pairs that have been compared.
        pairs: All there are.
        problem: Why the story cannot be told; empty where it can.
        signs: What the bar is drawn with: done, and not yet.
    """
    if problem:
        return f"The story cannot be told: {visible(problem)}."
    if not pairs:
        return "There is nothing to compare with."
    full = _BAR * done // pairs
    bar = signs[0] * full + signs[1] * (_BAR - full)
    return f"comparing: {done} of {count(pairs, 'pair')}\n{bar}\n\nEsc stops"


def failed_words(failed: int, key: str) -> str:
    """What stands before how much is told, where pairs are missing from it."""
    return f"{count(failed, 'pair')} failed: {key} tries again · " if failed else ""
