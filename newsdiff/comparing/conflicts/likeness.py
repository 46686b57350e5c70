"""How much two sentences must have in common to be set against each other as wholes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.scenes import Scene, scene_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.model import SIDES, Link, Pair, Side, State


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
        return self.of(scenes.map(lambda scene: scene.reading.every_root), scenes)

    def of(self, roots: Pair[frozenset[str]], scenes: Pair[Scene]) -> bool:
        """Whether some of their words have so much in common.

        Args:
            roots: The roots of these words.
            scenes: The sentences.
        """
        side = scenes.a.side
        shared = weigh(roots.a & roots.b, side)
        if shared < self.weight:
            return False
        least, most = sorted(weigh(own, side) for own in roots)
        return shared >= self.share * least and shared >= self.of_more * most


def find_alike(
    sides: Pair[ConflictSide], links: Sequence[Link], least: Likeness
) -> Iterator[tuple[Link, Pair[Scene]]]:
    """The compared sentences of each link that is sure enough, with the link.

    Args:
        sides: Both articles.
        links: Their links.
        least: How likely a link must be.
    """
    for link in cancellable(links):
        if link.state is not State.MATCHED or link.score < least.link:
            continue
        if all(link.index(s) in sides[s].analysed.profiles for s in SIDES):
            yield link, Pair.each(partial(_scene, sides, link))


def _scene(sides: Pair[ConflictSide], link: Link, side: Side) -> Scene:
    return scene_of(sides[side], link.index(side))


def weigh(roots: frozenset[str], side: ConflictSide) -> float:
    """What some roots weigh together, in an order that is always the same."""
    weight = side.weighed.get(roots)
    if weight is None:
        weights = side.root_weights
        weight = sum(weights.get(root, 0.0) for root in sorted(roots))
        side.weighed[roots] = weight
    return weight
