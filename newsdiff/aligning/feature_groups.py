"""What the features of a pair of sentences are about.

Features of one group overlap, so that the weights of some make up for those of others:
what a group adds up to can be read, what one of its features adds alone cannot.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Group(StrEnum):
    """What some features are about, in words."""

    MEANING = "what both mean"
    WORDS = "words both have"
    NAMES = "names and quotations"
    PLACE = "where they stand, and what stands around them"
    RIVALS = "how far ahead of other pairs they are"
    SIZE = "how long they are, and how many there are"


_FEATURES: Final[Mapping[Group, tuple[str, ...]]] = {
    Group.MEANING: (
        "meaning",
        "sentence vectors",
        "larger telling",
        "smaller telling",
        "larger clause",
        "smaller clause",
    ),
    Group.WORDS: (
        "words",
        "rarest word",
        "second rarest",
        "only here",
        "spelling",
        "word pairs",
        "longest run",
        "clause",
    ),
    Group.NAMES: (
        "names in words",
        "same names",
        "other names",
        "quoted run",
        "both quote",
    ),
    Group.PLACE: (
        "context",
        "context, further down",
        "neighbours",
        "meaning, neighbours",
        "distance",
        "later place",
        "earlier place",
        "both at the top",
        "one headline",
        "both headlines",
        "subheading",
    ),
    Group.RIVALS: (
        "words, lead",
        "words, share",
        "spelling, lead",
        "spelling, side lead",
        "spelling, share",
        "meaning, lead",
        "meaning, side lead",
        "meaning, share",
        "meaning, side share",
    ),
    Group.SIZE: ("shorter", "longer", "choice"),
}
_GROUPS: Final = {name: group for group, names in _FEATURES.items() for name in names}


def group_of(feature: str) -> Group:
    """What a feature is about."""
    return _GROUPS[feature]
