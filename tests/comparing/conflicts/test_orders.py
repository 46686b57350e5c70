"""The same two events in another order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.orders import find_orders
from newsdiff.model import Role

Between = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def ordered(reader: Callable[..., Any]) -> Between:
    def between(a: str, b: str, **more: Any) -> list[tuple[str, str]]:
        sides, links = reader(a, b, **more)
        found = list(find_orders(sides, links))
        assert [o.swapped for o in find_orders(sides.swapped, links)] == found
        return [(one.value.a, one.value.b) for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        (
            "The skipper left the wheelhouse before the ferry struck the reef.",
            "The skipper left the wheelhouse after the ferry struck the reef.",
            "before",
            "after",
        ),
        (
            "Lena Kvist sold the boat two days before the harbour was closed.",
            "Two days after the harbour was closed, Lena Kvist sold the boat.",
            "before",
            "after",
        ),
        (
            "The toll was raised prior to the election in Tarnholm.",
            "The toll was raised following the election in Tarnholm.",
            "prior to",
            "following",
        ),
        (
            "Only after the theft of the anchor did the guard lock the gate.",
            "The guard locked the gate before the theft of the anchor.",
            "after",
            "before",
        ),
    ],
)
def test_events_that_are_exchanged_in_time_are_a_conflict(
    ordered: Between, a: str, b: str, first: str, second: str
) -> None:
    assert ordered(a, b) == [(first, second)]


def test_events_told_one_after_the_other_are_compared_as_wholes(
    ordered: Between,
) -> None:
    a = "The mast broke first and then the engine caught fire."
    b = "The engine caught fire first and then the mast broke."
    first, second = (
        "The mast broke first and then",
        "The engine caught fire first and then",
    )
    assert ordered(a, b) == [(first, second)]
    assert ordered(a, a) == []


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "After the vote in Tarnholm, the minister spoke.",
            "The minister spoke following the vote in Tarnholm.",
        ),
        (
            "The anchor was stolen after the guard had left the quay.",
            "The guard had left the quay before the anchor was stolen.",
        ),
        (
            "The ferry left the quay before dawn broke over Tarnholm.",
            "The ferry left the quay after a row with the pilots.",
        ),
        (
            "The skipper was held by the guard after failing a test at the quay.",
            "The skipper failed a test shortly after 2 a.m. at the quay, a guard said.",
        ),
    ],
)
def test_the_same_order_in_other_words_is_none(
    ordered: Between, a: str, b: str
) -> None:
    assert ordered(a, b) == []


def test_headlines_are_too_short_for_an_order(ordered: Between) -> None:
    a = "The skipper left the wheelhouse before the ferry struck the reef."
    b = "The skipper left the wheelhouse after the ferry struck the reef."
    assert ordered(a, b, role=Role.HEADLINE) == []
