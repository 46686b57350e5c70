"""Features → a probability, by logistic models that were fitted to annotated texts.

The weights lie in small files with the command that made them. Each feature's part in
a score can be shown on its own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from newsdiff.aligning.sparse import Floats

FURTHEST: Final = 4.0
"""Scales from the mean past which a value counts no more: texts of two sentences lie
outside what the weights were fitted to."""
_BIAS: Final = "bias"


class Weight(NamedTuple):
    """How one feature counts: `weight` for each `scale` above `mean`."""

    mean: float
    scale: float
    weight: float

    def part(self, value: float) -> float:
        """What a value adds to the score, in log-odds."""
        distance = (value - self.mean) / self.scale
        return min(max(distance, -FURTHEST), FURTHEST) * self.weight


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in the order of a vector, and what probabilities mean something."""

    weights: Mapping[str, Weight]
    bias: float
    least: Mapping[str, float]
    """Name of an answer → the probability from which it is given."""
    short: Mapping[str, float] = field(default_factory=dict)
    """What short texts add to the weights named, and to the bias."""

    def among(self, few: float) -> Model:
        """The model for texts of some length.

        Args:
            few: 0 where the texts are long, 1 where they are short.
        """
        if not few or not self.short:
            return self
        added = {name: few * extra for name, extra in self.short.items()}
        weights = {
            name: weight._replace(weight=weight.weight + added.get(name, 0.0))
            for name, weight in self.weights.items()
        }
        bias = self.bias + added.get(_BIAS, 0.0)
        return replace(self, weights=weights, bias=bias, short={})

    def parts(self, vector: Sequence[float]) -> dict[str, float]:
        """What each feature adds to the score, in log-odds."""
        return {
            name: weight.part(value)
            for (name, weight), value in zip(self.weights.items(), vector, strict=True)
        }

    def probability(self, vector: Sequence[float]) -> float:
        """The probability of what the model was fitted to, 0..1."""
        total = 0.0
        weights = self.weights.values()
        for (mean, scale, weight), value in zip(weights, vector, strict=True):
            # What `Weight.part` gives, without a call for each of a million values.
            distance = (value - mean) / scale
            if distance > FURTHEST:
                distance = FURTHEST
            elif distance < -FURTHEST:
                distance = -FURTHEST
            total += distance * weight
        return 1 / (1 + math.exp(-self.bias - total))

    def probabilities(self, columns: Mapping[str, Floats]) -> Floats:
        """The same of many at once.

        Args:
            columns: Name of each feature → its values, one for each probability.
        """
        import numpy as np

        total = np.zeros_like(next(iter(columns.values())))
        for name, (mean, scale, weight) in self.weights.items():
            distance = (columns[name] - mean) / scale
            # As `clip` does it, which takes longer than all else for a few hundred.
            total += np.minimum(np.maximum(distance, -FURTHEST), FURTHEST) * weight
        chances: Floats = 1 / (1 + np.exp(-self.bias - total))
        return chances


def model_of(table: Mapping[str, Any]) -> Model:
    """The model in a table as a file of weights holds it."""
    return Model(
        weights={name: Weight(*three) for name, three in table["features"].items()},
        bias=table[_BIAS],
        least=table["least"],
        short=table.get("short texts", {}),
    )


@cache
def fitted(package: str, name: str) -> Model:
    """The packaged model `name`.json of a package."""
    text = files(package).joinpath(f"{name}.json").read_text("utf-8")
    return model_of(json.loads(text))
