"""Logistic regression with a quadratic penalty, solved by Newton's method."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdiff.aligning.weighing import FURTHEST

Array = NDArray[np.float64]
FOLDS: Final = 10
PENALTY: Final = 3.0
_STEPS: Final = 12


def fit(names: Sequence[str], x: Array, y: Array) -> dict[str, Any]:
    """Weights of named features, as the table newsdiff reads, without thresholds."""
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.c_[_standard(x, mean, scale), np.ones(len(x))]
    penalty = np.full(z.shape[1], PENALTY)
    penalty[-1] = 0
    w = np.zeros(z.shape[1])
    for _ in range(_STEPS):
        p = 1 / (1 + np.exp(-z @ w))
        slope = z.T @ (p - y) + penalty * w
        bend = (z * (p * (1 - p))[:, None]).T @ z + np.diag(penalty + 1e-9)
        w -= np.linalg.solve(bend, slope)
    features = {
        name: [round(float(v), 5) for v in (mean[k], scale[k], w[k])]
        for k, name in enumerate(names)
    }
    return {"bias": round(float(w[-1]), 5), "features": features}


def predict(table: dict[str, Any], x: Array) -> Array:
    """The probability of each row by such a table."""
    mean, scale, weight = np.array(list(table["features"].values())).T
    logit: Array = _standard(x, mean, scale) @ weight + table["bias"]
    return 1 / (1 + np.exp(-logit))


def _standard(x: Array, mean: Array, scale: Array) -> Array:
    """Values as scales from their mean, bounded as newsdiff bounds them."""
    bounded: Array = np.clip((x - mean) / scale, -FURTHEST, FURTHEST)
    return bounded


def fold_of(stories: Sequence[str]) -> dict[str, int]:
    """Story → fold, the same every time."""
    names = sorted(set(stories))
    random.Random(0).shuffle(names)  # noqa: S311 - folds, not secrets
    return {name: k % FOLDS for k, name in enumerate(names)}
