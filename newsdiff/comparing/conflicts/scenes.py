"""A sentence with what its values and names are told of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any, Final

from newsdiff.analysis.sayings import Saying
from newsdiff.comparing.conflicts.readings import Reading, reading_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.model import Kind, Mention, Pair

_VALUES: Final = (Kind.NUMBER, Kind.DATE)
_MOST_VALUES: Final = 24
"""Values of one sentence that are set against others: more are a table's."""


@dataclass(frozen=True)
class Scene:
    """A sentence of one side with the keys of the pair."""

    side: ConflictSide
    sentence: int
    kept: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was made of it for this pair."""

    @cached_property
    def reading(self) -> Reading:
        """What it says by its words."""
        return reading_of(self.side.analysed, self.sentence, self.mentions)

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """The names and values of the sentence."""
        return self.side.mentions.get(self.sentence, ())

    @cached_property
    def values(self) -> tuple[Mention, ...]:
        """Its numbers and dates; of a table the first."""
        values = (m for m in self.mentions if m.kind in _VALUES)
        return tuple(islice(values, _MOST_VALUES))

    @cached_property
    def value_keys(self) -> frozenset[str]:
        """The keys of all its numbers and dates."""
        return self.keys(_VALUES)

    @property
    def sayings(self) -> tuple[Saying, ...]:
        """Who says what in it."""
        return self.side.sayings.get(self.sentence, ())

    @cached_property
    def names(self) -> frozenset[str]:
        """The keys of all its names."""
        return self.keys((Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE))

    def keys(self, kinds: Iterable[Kind]) -> frozenset[str]:
        """The keys of its mentions of some kinds."""
        return frozenset(m.key for m in self.mentions if m.kind in kinds)


def readings_of(scenes: Pair[Scene]) -> Pair[Reading]:
    """What two sentences say by their words."""
    return scenes.map(lambda scene: scene.reading)


def scene_of(side: ConflictSide, sentence: int) -> Scene:
    """The scene of a sentence; the same one for everybody who asks."""
    scene: Scene | None = side.kept.get(sentence)
    if scene is None:
        scene = side.kept[sentence] = Scene(side, sentence)
    return scene
