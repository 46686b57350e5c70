"""The same event with another name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.names import find_name_conflicts

Between = Callable[[str, str], list[tuple[str, str]]]


@pytest.fixture(scope="module")
def named(reader: Callable[..., Any]) -> Between:
    def between(a: str, b: str) -> list[tuple[str, str]]:
        sides, links = reader(a, b)
        found = list(find_name_conflicts(sides, links))
        back = [one.swapped for one in find_name_conflicts(sides.swapped, links)]
        assert back == found
        return [(one.value.a, one.value.b) for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        (
            "The new pilot of the ferry is Lena Kvist.",
            "Olga Holm is the new pilot of the ferry.",
            "Lena Kvist",
            "Olga Holm",
        ),
        (
            "The ferry to Norway left the quay at dawn.",
            "At dawn the ferry to Sweden left the quay.",
            "Norway",
            "Sweden",
        ),
    ],
)
def test_another_name_is_a_conflict(
    named: Between, a: str, b: str, first: str, second: str
) -> None:
    assert named(a, b) == [(first, second)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # The name in short, with an accent, in another transliteration.
        ("The pilot is Lena Kvist.", "The pilot is Kvist."),
        ("The pilot is Ana Márquez.", "The pilot is Ana Marquez."),
        ("The pilot is Khaled Sarrif.", "The pilot is Khalid Sarrif."),
        # Something else happened, or it is told of another place.
        ("Rents fell in Norway last spring.", "Rents rose in Sweden last spring."),
        ("Lena Kvist was cleared of fraud.", "Olga Holm was convicted of fraud."),
        ("“We won,” said Norway's coach.", "“We were robbed,” said Sweden's coach."),
    ],
)
def test_one_name_or_two_events_are_none(named: Between, a: str, b: str) -> None:
    assert named(a, b) == []
