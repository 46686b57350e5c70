"""How much two sentences must have in common to be set against each other as wholes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.model import Link, Pair


@dataclass(frozen=True, slots=True)
class Likeness:
    """The least that two sentences must share."""

    link: float
    """Probability that both tell the same."""
    share: float
    """Share of the words of the one that has less, by weight."""
    weight: float
    """Weight of the words in common."""
    of_more: float = 0.0
    """Share of the words of the one that has more."""

    def holds(self, scenes: Pair[Scene]) -> bool:
        """Whether two sentences share so many of their words."""
        return self.of(scenes.map(lambda scene: scene.roots_in(scene.span)), scenes)

    def of(self, roots: Pair[frozenset[str]], scenes: Pair[Scene]) -> bool:
        """Whether some of their words have so much in common.

        Args:
            roots: The roots of these words.
            scenes: The sentences.
        """
        weights = scenes.a.side.root_weights
        least, most = sorted(roots.map(lambda own: weigh(own, weights)))
        shared = weigh(roots.a & roots.b, weights)
        enough = shared >= self.share * least and shared >= self.of_more * most
        return shared >= self.weight and enough


def make_scenes(sides: Pair[ConflictSide], link: Link) -> Pair[Scene]:
    """The two sentences of a link."""
    return Pair.each(lambda s: Scene(sides[s], link.index(s)))


def weigh(roots: frozenset[str], weights: Mapping[str, float]) -> float:
    """What some roots weigh together, in an order that is always the same."""
    return sum(weights.get(root, 0.0) for root in sorted(roots))
