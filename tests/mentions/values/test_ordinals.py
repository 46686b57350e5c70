"""Places in a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Key = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is her seventh term.", "7th"),
        ("It is her 7th term.", "7th"),
        ("The twenty-first floor burned.", "21th"),
        ("The 21st floor burned.", "21th"),
        ("It was the hundredth call.", "100th"),
        ("It was the 100th call.", "100th"),
        ("The No. 3 seed lost.", "3th"),
        ("The third seed lost.", "3th"),
        ("A third-round defeat hurt.", "3th"),
        ("She finished fourth in Dray.", "4th"),
        ("The first round was dull.", "1th"),
        ("Their FIFTH win came late.", "5th"),
    ],
)
def test_ordinals_have_one_key(key: Key, text: str, expected: str) -> None:
    assert key(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Second, he said, it rained.",
        "It was the first time.",
        "The Seventh Fleet sailed.",
        "The second-largest town burned.",
        "The fourth of the boats left.",
        "He spoke second and left.",
    ],
)
def test_an_ordinal_of_nothing_is_none(key: Key, text: str) -> None:
    assert key(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fifth and sixth jurors left.", ["5th", "6th"]),
        ("The sixth and last juror left.", ["6th"]),
        ("The twelfth-ranked team left.", ["12th"]),
        ("The second-biggest team left.", []),
        ("The 2nd biggest team left.", []),
        ("Second, and sadly, it left.", []),
    ],
)
def test_places_that_share_a_noun(
    keys: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert keys(text) == expected
