"""Whether "defeated" is told of who won or of who lost.

"Moss defeated her rival" is that Moss won, "Moss was defeated" that she lost; a word by
itself does not say which.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from newsdiff.english.events import poles_of
from newsdiff.english.tables import table
from newsdiff.english.words import Token, is_function_word

_REACH: Final = 3
"""Words before a verb among which "was" makes it passive."""
_WINS: Final = "beat"
"""A word that is always told of who won."""
_LOSERS: Final = ("lose", "oust")
"""Words of what becomes of who lost."""


class Meant(NamedTuple):
    """A word as it is set against others."""

    folded: str
    poles: frozenset[str]
    """On which side of which opposites it stands."""


def read_besting(words: Sequence[Token], n: int) -> Meant | None:
    """What a word is that says that somebody won against another; None for others.

    What else it can mean stays: "defeated the bill" is still to reject it.

    Args:
        words: Those of a sentence.
        n: The number of the word.
    """
    if not _bests_another(words, n):
        return None
    lost = frozenset().union(*map(poles_of, _LOSERS))
    return Meant(_WINS, poles_of(_WINS) | (poles_of(words[n].folded) - lost))


def _bests_another(words: Sequence[Token], n: int) -> bool:
    """Whether a verb stands right before whom somebody won against."""
    if words[n].folded not in _listed("verbs") or n + 1 >= len(words):
        return False
    before = [word.folded for word in words[max(0, n - _REACH) : n]]
    if not _listed("passive").isdisjoint(before):
        return False
    if {*before[-1:]} & _listed("determiners"):
        return False  # "the defeated Moss", "their defeats"
    behind = words[n + 1].folded
    if behind in _listed("determiners"):
        return True
    return not (
        is_function_word(behind) or behind in _listed("times") or behind.endswith("ly")
    )


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(table("opposites")["besting"][group].split())
