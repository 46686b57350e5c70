"""What shows that two sentences tell of two things, however alike they are.

"The first test was positive", "the second was negative"; "prices fell in Borland",
"prices rose in Samar".
"""

from __future__ import annotations

from collections.abc import Iterable

from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.english.events import (
    actors_of,
    are_others,
    can_exclude,
    exclude,
    is_of_another_time,
    oppose,
    poles_of,
)
from newsdiff.model import Pair


def are_told_otherwise(scenes: Pair[Scene]) -> bool:
    """Whether each sentence has a word that the other's excludes or turns round."""
    return any(
        exclude(a, b) or oppose(poles_of(a), poles_of(b)) for a, b in _alone(scenes)
    )


def are_of_others(scenes: Pair[Scene], own: Pair[frozenset[str]]) -> bool:
    """Whether words besides those in question set two sentences apart.

    Args:
        scenes: The sentences.
        own: The folded words in question, which are left out.
    """
    words = Pair.each(lambda s: _words(scenes[s]) - own[s])
    if any(map(is_of_another_time, words.a ^ words.b)):
        return True
    names = Pair.each(lambda s: scenes[s].names() - scenes[s.other].names())
    if names.a and names.b:
        return True
    pairs = _pairs(words)
    return any(exclude(a, b) or are_others(a, b) for a, b in pairs)


def _alone(scenes: Pair[Scene]) -> Iterable[tuple[str, str]]:
    return _pairs(scenes.map(_words))


def _pairs(words: Pair[frozenset[str]]) -> Iterable[tuple[str, str]]:
    """Every two words that only one of both has, and that can set them apart."""
    alone = Pair.each(lambda s: sorted(filter(_can_part, words[s] - words[s.other])))
    return ((a, b) for a in alone.a for b in alone.b)


def _can_part(folded: str) -> bool:
    return can_exclude(folded) or bool(poles_of(folded) or actors_of(folded))


def _words(scene: Scene) -> frozenset[str]:
    return frozenset(word.folded for word in scene.words)
