"""What shows that two sentences tell of two things, however alike they are.

"The first test was positive", "the second was negative"; "prices fell in Borland",
"prices rose in Samar".
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Final

from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.english.events import (
    are_others,
    exclude,
    is_of_another_time,
    oppose,
    poles_of,
)
from newsdiff.model import Pair

_NONE: Final[Pair[frozenset[str]]] = Pair(frozenset(), frozenset())


def are_told_otherwise(scenes: Pair[Scene]) -> bool:
    """Whether each sentence has a word that the other's excludes or turns round."""
    return any(
        exclude(a, b) or oppose(poles_of(a), poles_of(b)) for a, b in _pairs(scenes)
    )


def are_of_others(scenes: Pair[Scene], own: Pair[frozenset[str]]) -> bool:
    """Whether words besides those in question set two sentences apart.

    Args:
        scenes: The sentences.
        own: The folded words in question, which are left out.
    """
    words = Pair.each(lambda s: scenes[s].reading.folded - own[s])
    if any(map(is_of_another_time, words.a ^ words.b)):
        return True
    names = Pair.each(lambda s: scenes[s].names - scenes[s.other].names)
    if names.a and names.b:
        return True
    return any(exclude(a, b) or are_others(a, b) for a, b in _pairs(scenes, own))


def _pairs(
    scenes: Pair[Scene], own: Pair[frozenset[str]] = _NONE
) -> Iterable[tuple[str, str]]:
    """Every two words that only one of both has, and that can set them apart."""
    read = scenes.map(lambda scene: scene.reading)
    words = Pair.each(lambda s: read[s].parting - own[s])
    there = Pair.each(lambda s: read[s].folded - own[s])
    return product(words.a - there.b, words.b - there.a)
