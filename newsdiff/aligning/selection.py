"""Which candidates become links, by how likely they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from newsdiff.aligning.candidates import Candidate, CandidateValues, Rivals, largest_of
from newsdiff.model import State

LEADING: Final = "leading"
"""The probability from which a clear lead makes a link."""
_LEAD: Final = 2.0
"""How many times as likely as the next candidate of one of its two sentences it is."""


def choose(
    probabilities: CandidateValues, least: Mapping[str, float]
) -> list[Candidate]:
    """The candidates that become links, in the order given.

    They are likely enough, or less likely and far ahead: one of the two sentences has
    no other candidate even half as likely.

    Args:
        probabilities: The probability of each candidate.
        least: The probability from which an answer is given, of `State.RELATED` and
            of `LEADING`.
    """
    rivals = Rivals(largest_of(probabilities, 2))
    related, leading = least[State.RELATED], least[LEADING]
    return [
        place
        for place, probability in probabilities.items()
        if probability >= related
        or (
            probability >= leading
            and probability > _LEAD * min(rivals.of(place, probability))
        )
    ]
