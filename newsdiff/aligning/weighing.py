"""Features → the probability that two sentences tell the same.

A logistic model whose weights lie in `weights.json`, with the command that fitted them
and the figures it reached. Each feature's part in a score can be shown on its own.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from newsdiff.aligning.features import FEATURES

FURTHEST: Final = 4.0
"""Scales from the mean past which a value counts no more: texts of two sentences lie
outside what the weights were fitted to."""


@dataclass(frozen=True, slots=True)
class Weight:
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
    """Weights and thresholds, in the order of `FEATURES`."""

    weights: tuple[Weight, ...]
    bias: float
    matched: float
    """Probability from which a link is one a reader may rely on."""
    related: float
    """Probability from which a link is worth a look."""

    def parts(self, vector: Sequence[float]) -> tuple[float, ...]:
        """What each feature adds to the score, in log-odds."""
        return tuple(
            weight.part(value)
            for weight, value in zip(self.weights, vector, strict=True)
        )

    def probability(self, vector: Sequence[float]) -> float:
        """Probability that the two sentences share a statement, 0..1."""
        return 1 / (1 + math.exp(-self.bias - sum(self.parts(vector))))


def model_of(table: dict[str, Any]) -> Model:
    """The model in a table as `weights.json` holds it."""
    return Model(
        weights=tuple(Weight(*table["features"][name]) for name in FEATURES),
        bias=table["bias"],
        matched=table["matched"],
        related=table["related"],
    )


@cache
def fitted() -> Model:
    """The packaged model."""
    text = files(__package__).joinpath("weights.json").read_text("utf-8")
    return model_of(json.loads(text))
