"""Which sentences of one article the other articles of a story carry too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsdiff.model import Comparison, Side, State


@dataclass(frozen=True, slots=True)
class Carrier:
    """The sentence of another article that tells the same best."""

    sentence: int
    state: State
    score: float
    """Probability that both share a statement, 0..1."""
    reason: tuple[str, ...]
    """The telling words both have."""


Carried = tuple[Carrier | None, ...]
"""One entry a sentence; None where the other article does not carry it."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of the articles compared so far carry a sentence."""

    matched: int
    related: int
    """Those that only have something like it."""
    of: int


def carried_by(comparison: Comparison, side: Side = Side.A) -> Carried:
    """What the other article carries of one side's sentences.

    Links come best first, so that the first one of a sentence is its best.
    """
    carriers: dict[int, Carrier] = {}
    for link in comparison.links:
        other = link.index(side.other)
        carrier = Carrier(other, link.state, link.score, link.reason)
        carriers.setdefault(link.index(side), carrier)
    number = len(comparison.articles[side].sentences)
    return tuple(carriers.get(i) for i in range(number))


def counted(carried: Sequence[Carried], sentence: int) -> Count:
    """How many of some other articles carry a sentence."""
    states = [c.state for others in carried if (c := others[sentence]) is not None]
    matched = sum(state is State.MATCHED for state in states)
    return Count(matched, len(states) - matched, len(carried))
