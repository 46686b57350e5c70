"""A text's sentences packed into windows that the model reads at once.

A window holds whole sentences, and is led by the end of the sentence before it, so that
its first one is understood in its context too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

FRAME: Final = 2
"""Tokens of a window that are not of the text: its start and its end."""


class Window(NamedTuple):
    """Sentences that are read together."""

    lead: int
    """Tokens of the sentence before, its last ones."""
    first: int
    stop: int
    """Behind the last sentence."""


def windows_of(lengths: Sequence[int], limit: int, lead: int) -> list[Window]:
    """The windows of a text.

    Args:
        lengths: The tokens of each sentence, none with more than `limit` - FRAME.
        limit: The most tokens of a window.
        lead: The most tokens that lead it.
    """
    found = []
    first = 0
    while first < len(lengths):
        before = min(lead, lengths[first - 1]) if first else 0
        room = limit - FRAME - before
        stop, used = first, 0
        while stop < len(lengths) and used + lengths[stop] <= room:
            used += lengths[stop]
            stop += 1
        if stop == first:  # one long sentence takes of the room for what leads it
            before = min(before, limit - FRAME - lengths[first])
            stop = first + 1
        found.append(Window(before, first, stop))
        first = stop
    return found
