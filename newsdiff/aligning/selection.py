"""Which candidates become links, by how likely they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np

from newsdiff.aligning.candidates import Rivals
from newsdiff.aligning.sparse import Floats, Ints, Places
from newsdiff.model import Pair, State, Thresholds

LEADING: Final = "leading"
"""The probability from which a clear lead makes a link."""
_LEAD: Final = 2.0
"""How many times as likely as the next candidate of one of its two sentences it is."""


def moved(least: Mapping[str, float], by: Thresholds) -> Mapping[str, float]:
    """The probabilities from which answers are given, as a person has moved them.

    What leads clearly needs less in the same ratio; what is matched is related too.
    """
    related, leading = by.related or least[State.RELATED], least[LEADING]
    if by.related:
        leading *= related / least[State.RELATED]
    matched = max(by.matched or least[State.MATCHED], related)
    return {**least, State.MATCHED: matched, State.RELATED: related, LEADING: leading}


def choose(places: Places, probabilities: Floats, least: Mapping[str, float]) -> Ints:
    """Which of the candidates become links: their numbers, ascending.

    They are likely enough, or less likely and far ahead: one of the two sentences has
    no other candidate even half as likely.

    Args:
        places: The candidates.
        probabilities: The probability of each.
        least: The probability from which an answer is given, of `State.RELATED` and
            of `LEADING`.
    """
    if not len(places):
        return np.zeros(0, np.int64)
    a, b = (places.max(0) + 1).tolist()
    rivals = Rivals(places, probabilities, Pair(a, b)).of(places, probabilities)
    leads = probabilities > _LEAD * np.minimum(*rivals)
    chosen = (probabilities >= least[State.RELATED]) | (
        (probabilities >= least[LEADING]) & leads
    )
    return np.flatnonzero(chosen)
