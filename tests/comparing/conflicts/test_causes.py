"""The same event for another reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.causes import find_causes

Between = Callable[[str, str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def caused(reader: Callable[..., Any]) -> Between:
    def between(a: str, b: str) -> list[tuple[str, str]]:
        sides, links = reader(a, b)
        found = list(find_causes(sides, links))
        assert [one.swapped for one in find_causes(sides.swapped, links)] == found
        return [(one.value.a, one.value.b) for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        (
            "The night ferry was late because of fog.",
            "The night ferry was late owing to a walkout.",
            "fog",
            "walkout",
        ),
        (
            "The blaze at the cannery was started by a heater.",
            "Faulty wiring caused the blaze at the cannery.",
            "heater",
            "Faulty wiring",
        ),
        (
            "The sturgeon in the lake died of thirst.",
            "Poison killed the sturgeon in the lake.",
            "thirst",
            "Poison",
        ),
        (
            "A storm off the western shore caused the flood.",
            "In the spring of that year a 9.1 quake in 2004 caused the flood.",
            "storm off the western shore",
            "9.1 quake in 2004",
        ),
        (
            "The pilot was sacked for drinking on duty.",
            "The pilot was sacked for sleeping on duty.",
            "drinking on duty",
            "sleeping on duty",
        ),
        (
            "Olga Holm was arrested on suspicion of fraud.",
            "Olga Holm was arrested on suspicion of arson.",
            "fraud",
            "arson",
        ),
        (
            "The minister quit for family reasons.",
            "The minister quit because of the herring affair.",
            "family reasons",
            "herring affair",
        ),
    ],
)
def test_another_reason_is_a_conflict(
    caused: Between, a: str, b: str, first: str, second: str
) -> None:
    assert caused(a, b) == [(first, second)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The ferry was late because of fog.", "Fog caused the ferry to be late."),
        ("The ferry was late because of fog.", "The ferry was late."),
        ("A docker was killed by a gunman.", "A docker was killed by a sailor."),
        (
            "Olga Holm was accused of drunk driving.",
            "Holm is accused of drunken driving.",
        ),
        ("Bad weather sank the yawl.", "The yawl sank because of poor weather."),
        ("The ferry was late because of fog.", "Cod was dear because of a strike."),
    ],
)
def test_one_reason_or_none_is_no_conflict(caused: Between, a: str, b: str) -> None:
    assert caused(a, b) == []
