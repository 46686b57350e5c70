"""Features → a probability, by logistic models."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.aligning.logistic import FURTHEST, Model, Weight, fitted, model_of

TABLE = {
    "features": {"words": [2.0, 0.5, 3.0], "place": [0.0, 1.0, -1.0]},
    "bias": 0.5,
    "least": {"matched": 0.7},
    "short texts": {"words": 1.0, "bias": -0.25},
}
VALUES = st.floats(-1000, 1000)
FEW = settings(max_examples=100, deadline=None, derandomize=True)


def model(**changed: object) -> Model:
    return model_of({**TABLE, **changed})


def odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def test_a_part_is_the_weight_for_each_scale_above_the_mean() -> None:
    weight = Weight(mean=2.0, scale=0.5, weight=3.0)
    assert weight.part(2.0) == 0
    assert weight.part(2.5) == 3.0
    assert weight.part(1.0) == -6.0


def test_what_lies_far_out_counts_no_more() -> None:
    weight = Weight(mean=2.0, scale=0.5, weight=3.0)
    assert weight.part(1e6) == weight.part(4.0) == 3.0 * FURTHEST
    assert weight.part(-1e6) == weight.part(0.0) == -3.0 * FURTHEST


@FEW
@given(VALUES, VALUES)
def test_a_probability_is_the_bias_and_all_parts_in_log_odds(
    words: float, place: float
) -> None:
    weighing = model()
    parts = weighing.parts((words, place))
    assert list(parts) == ["words", "place"]
    probability = weighing.probability((words, place))
    assert 0 < probability < 1
    assert odds(probability) == pytest.approx(0.5 + sum(parts.values()), abs=1e-6)


def test_with_nothing_but_the_bias_it_is_the_bias() -> None:
    assert odds(model().probability((2.0, 0.0))) == pytest.approx(0.5)


def test_a_vector_of_another_length_is_an_error() -> None:
    for vector in ((1.0,), (1.0, 2.0, 3.0)):
        with pytest.raises(ValueError, match="zip"):
            model().probability(vector)
        with pytest.raises(ValueError, match="zip"):
            model().parts(vector)


def test_in_long_texts_the_weights_are_those_of_the_table() -> None:
    weighing = model()
    assert weighing.among(0.0) is weighing
    always = model(**{"short texts": {}})
    assert always.among(1.0) is always


def test_in_short_texts_what_the_table_says_is_added() -> None:
    short = model().among(1.0)
    assert {name: weight.weight for name, weight in short.weights.items()} == {
        "words": 4.0,
        "place": -1.0,
    }
    assert short.bias == 0.25
    assert short.least == {"matched": 0.7}
    assert short.weights["words"][:2] == (2.0, 0.5)


def test_in_texts_in_between_a_part_of_it_is_added_once() -> None:
    between = model().among(0.5)
    assert (between.weights["words"].weight, between.bias) == (3.5, 0.375)
    assert between.among(1.0) == between


def test_a_table_may_say_nothing_of_short_texts() -> None:
    table = {key: value for key, value in TABLE.items() if key != "short texts"}
    assert model_of(table).short == {}


def test_the_packaged_model_is_read_once() -> None:
    assert fitted("newsdiff.aligning", "links") is fitted("newsdiff.aligning", "links")
