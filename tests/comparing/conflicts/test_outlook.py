"""Whole sentences that tell the same, one of them less surely."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.outlook import find_outlooks
from newsdiff.model import Role

Between = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def told(reader: Callable[..., Any]) -> Between:
    def between(a: str, b: str, **more: Any) -> list[tuple[str, str]]:
        sides, links = reader(a, b, **more)
        found = list(find_outlooks(sides, links))
        assert [one.swapped for one in find_outlooks(sides.swapped, links)] == found
        return [(one.value.a, one.value.b) for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        (
            "The cannery will close its quay in Tarnholm.",
            "The cannery may close its quay in Tarnholm.",
            "will close",
            "may",
        ),
        (
            "Olga Holm was charged with arson at the cannery.",
            "Olga Holm was convicted of arson at the cannery.",
            "charged",
            "convicted",
        ),
        (
            "The old anchor is a fake.",
            "The old anchor is thought to be a fake.",
            "is a fake",
            "thought to be",
        ),
    ],
)
def test_what_is_told_less_surely_is_a_conflict(
    told: Between, a: str, b: str, first: str, second: str
) -> None:
    assert told(a, b) == [(first, second)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("If the cannery closes its quay, it pays.", "The cannery may close its quay."),
        # As sure, two hedges, other things, and a suspect who is merely named so.
        ("The cannery will close its quay.", "The cannery is closing its quay."),
        ("The cannery might close its quay.", "The cannery may close its quay."),
        (
            "Tarnholm may sell the quay of Ulm.",
            "Tarnholm will sell the dock of Ostvik.",
        ),
        ("The suspect was seen at the quay.", "The suspect was arrested at the quay."),
    ],
)
def test_what_is_as_sure_is_none(told: Between, a: str, b: str) -> None:
    assert told(a, b) == []


def test_a_headline_is_not_set_against_a_sentence(told: Between) -> None:
    a = "The cannery will close its quay in Tarnholm."
    b = "The cannery may close its quay in Tarnholm."
    assert told(a, b, role=Role.HEADLINE) == []
