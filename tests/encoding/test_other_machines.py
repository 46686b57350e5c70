"""What another machine, or another release of onnxruntime, can change: no link.

Where the last places of a vector are others, as they are there, a probability moves by
less than what could make another state of it, unless it stands at a threshold.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

import numpy as np
import pytest
from numpy.typing import NDArray

from benchmarks.goldsets import GoldPair, gold_pairs
from newsdiff.aligning.features import PairFeatures
from newsdiff.aligning.logistic import fitted
from newsdiff.encoding import Encoded, Encoder
from newsdiff.model import Pair

NOISE = 1e-4
"""Ten times what two releases differ by."""
NEAR = 0.005
"""How near to a threshold a probability has to be for that to matter."""

pairs = [next(of) for _, of in groupby(gold_pairs(), lambda pair: pair.story)]


def shaken(encoded: Encoded, seed: int) -> Encoded:
    """The same vectors with other last places."""
    noise = np.random.default_rng(seed)

    def other(values: NDArray[np.floating]) -> NDArray[np.floating]:
        scale = NOISE / np.sqrt(values.shape[-1]) if values.ndim > 1 else NOISE
        moved = values.astype(float) + noise.standard_normal(values.shape) * scale
        return moved.astype(values.dtype)

    return replace(
        encoded,
        sentences=other(encoded.sentences),
        tokens=other(encoded.tokens),
        weights=other(encoded.weights),
    )


def probabilities(pair: GoldPair, encoded: Pair[Encoded]) -> NDArray[np.float64]:
    features = PairFeatures(pair.terms, encoded)
    model = fitted("newsdiff.aligning", "links_meaning").among(features.few)
    found = np.zeros(tuple(map(len, pair.sentences)))
    found[tuple(features.places.T)] = model.probabilities(features.columns)
    return found


@pytest.mark.slow(reason="reads an article of every story")
@pytest.mark.parametrize("pair", pairs, ids=lambda pair: pair.story)
def test_no_state_flips_that_is_not_at_a_threshold(
    pair: GoldPair, encoder: Encoder
) -> None:
    encoded = pair.sentences.map(encoder.encode)
    moved = Pair(shaken(encoded.a, 1), shaken(encoded.b, 2))
    difference = probabilities(pair, encoded) - probabilities(pair, moved)
    assert np.abs(difference).max() < NEAR
