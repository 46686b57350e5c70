"""Which candidates become links."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from newsdiff.aligning import selection
from newsdiff.aligning.logistic import fitted
from newsdiff.aligning.selection import LEADING
from newsdiff.model import State

LEAST = {State.RELATED.value: 0.3, LEADING: 0.2}
Place = tuple[int, int]


def choose(
    probabilities: Mapping[Place, float], least: Mapping[str, float]
) -> list[Place]:
    """The places of the links."""
    places = np.array([*probabilities], np.int64).reshape(-1, 2)
    found = selection.choose(places, np.array([*probabilities.values()]), least)
    return [(i, j) for i, j in places[found].tolist()]


def test_what_is_likely_enough_is_a_link_whatever_its_rivals() -> None:
    assert choose({(0, 0): 0.3, (0, 1): 0.9, (1, 0): 0.9}, LEAST) == [
        (0, 0),
        (0, 1),
        (1, 0),
    ]


def test_a_clear_lead_in_one_of_the_two_sentences_is_enough() -> None:
    assert choose({(0, 0): 0.25, (0, 1): 0.12}, LEAST) == [(0, 0)]
    assert choose({(0, 0): 0.25, (0, 1): 0.29, (1, 0): 0.1}, LEAST) == [(0, 0), (0, 1)]


def test_a_rival_half_as_likely_on_either_side_is_too_close() -> None:
    assert choose({(0, 0): 0.25, (0, 1): 0.125, (1, 0): 0.125}, LEAST) == []


def test_what_is_unlikely_is_no_link_even_alone() -> None:
    assert choose({(0, 0): 0.19}, LEAST) == choose({}, LEAST) == []


def test_it_is_the_same_the_other_way_round() -> None:
    probabilities = {(0, 0): 0.25, (0, 1): 0.29, (1, 0): 0.1, (2, 1): 0.2, (2, 2): 0.5}
    turned = {(j, i): probability for (i, j), probability in probabilities.items()}
    assert sorted((j, i) for i, j in choose(turned, LEAST)) == sorted(
        choose(probabilities, LEAST)
    )


def test_the_packaged_probabilities_are_in_order() -> None:
    least = fitted("newsdiff.aligning", "links").least
    assert set(least) == {*State, LEADING}
    assert 0 < least[LEADING] < least[State.RELATED] < least[State.MATCHED] < 1
