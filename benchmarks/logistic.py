"""Logistic regression with a quadratic penalty, solved by Newton's method."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from newsdiff.aligning.logistic import FURTHEST

Array = NDArray[np.float64]
FOLDS: Final = 10
PENALTY: Final = 3.0
SHORT_PENALTY: Final = 10.0
"""On what short texts add: there are few of them to learn it from."""
_STEPS: Final = 12
_AT_ONCE: Final = 4096
"""Rows that fit into a cache."""
_ENOUGH: Final = 1e-7
"""The largest change of a weight that is none."""
_NARROWEST: Final = 1e-4
"""Scale of a feature that is the same everywhere."""


@dataclass(frozen=True, slots=True)
class Examples:
    """Vectors of features with what is true of each."""

    x: Array
    y: Array
    """1 or 0."""
    worth: Array | None = None
    """How much each counts; None: all the same."""
    few: Array | None = None
    """How short the texts of each are, 0..1; None: weights do not depend on it."""


def fit(
    names: Sequence[str], examples: Examples, short: Sequence[str] = ()
) -> dict[str, Any]:
    """Weights of named features, as the table newsdiff reads, without thresholds.

    Args:
        names: The features in the order of a vector.
        examples: What to fit.
        short: Those whose weight is another in short texts.
    """
    x, few = examples.x, examples.few
    mean, scale = x.mean(0), np.maximum(x.std(0), _NARROWEST)
    z = _standard(x, mean, scale)
    penalty = [PENALTY] * len(names)
    if few is not None:
        inside = np.c_[z[:, [names.index(name) for name in short]], np.ones(len(z))]
        z = np.c_[z, inside * few[:, None]]
        penalty += [SHORT_PENALTY] * inside.shape[1]
    w = _solved(np.c_[z, np.ones(len(z))], np.array([*penalty, 0.0]), examples)
    features = {
        name: [round(float(v), 5) for v in (mean[k], scale[k], w[k])]
        for k, name in enumerate(names)
    }
    table: dict[str, Any] = {"bias": round(float(w[-1]), 5), "features": features}
    if few is not None:
        added = (round(float(v), 5) for v in w[len(names) : -1])
        table["short texts"] = dict(zip([*short, "bias"], added, strict=True))
    return table


def _solved(z: Array, penalty: Array, examples: Examples) -> Array:
    y, worth = examples.y, examples.worth
    each = np.ones(len(y)) if worth is None else worth
    w = np.zeros(z.shape[1])
    for _ in range(_STEPS):
        slope, bend = penalty * w, np.diag(penalty + 1e-9)
        for start in range(0, len(z), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            x, p = z[part], 1 / (1 + np.exp(-z[part] @ w))
            slope += (each[part] * (p - y[part])) @ x
            scaled = x * np.sqrt(each[part] * p * (1 - p))[:, None]
            bend += scaled.T @ scaled
        step = np.linalg.solve(bend, slope)
        w -= step
        if np.abs(step).max() < _ENOUGH:
            break
    return w


def predict(table: dict[str, Any], x: Array, few: float = 0.0) -> Array:
    """The probability of each row by such a table, for texts of one length."""
    mean, scale, weight = np.array(list(table["features"].values())).T
    added = table.get("short texts", {})
    more = few * np.array([added.get(name, 0.0) for name in table["features"]])
    bias = table["bias"] + few * added.get("bias", 0.0)
    logit: Array = _standard(x, mean, scale) @ (weight + more) + bias
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
