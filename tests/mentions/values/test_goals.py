"""Goals told by a count of times or by a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Keys = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Adeyo scored twice.", ["2 goal"]),
        ("Adeyo, scoring twice, left.", ["2 goal"]),
        ("Adeyo netted three times.", ["3 goal"]),
        ("Adeyo found the net twice.", ["2 goal"]),
        ("Adeyo was on target twice.", ["2 goal"]),
        ("Adeyo scored two goals.", ["2 goal"]),
        ("Adeyo scored a brace.", ["2 goal"]),
        ("Adeyo crossed twice.", ["2 try"]),
        ("Adeyo hit a hat-trick.", ["3 goal"]),
        ("A hat trick sank them.", ["3 goal"]),
        ("Rao bowled a hat-trick.", ["3 wicket"]),
        ("Thieves struck twice.", ["2 time"]),
        ("Adeyo scored twice as many.", []),
        ("She wore a brace.", []),
    ],
)
def test_how_often_somebody_scored(keys: Keys, text: str, expected: list[str]) -> None:
    assert keys(text) == expected
