"""Fractions as percentages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Key = Callable[[str], str]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Half of the hens died.", "50%"),
        ("Half the hens died.", "50%"),
        ("It is half empty.", "50%"),
        ("They lost nearly half.", "50%"),
        ("A quarter of the hens died.", "25%"),
        ("Rents are up by a third.", "33.3333333333%"),
        ("Two-thirds of hens died.", "66.6666666667%"),
        ("It is three-quarters full.", "75%"),
        ("It shrank by a tenth.", "10%"),
        ("One in five hens died.", "20%"),
        ("Three in ten hens died.", "30%"),
        ("Seven out of ten hens died.", "70%"),
        ("1 in 4 hens died.", "25%"),
        ("One in every eight hens died.", "12.5%"),
        ("3/4 of hens died.", "75%"),
    ],
)
def test_shares_are_percentages(key: Key, text: str, expected: str) -> None:
    assert key(text)[:10] == expected[:10].replace("%", "") + "%" * (
        0 < len(expected) < 10
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came one in 2019.", ["2019"]),
        ("They won two in three days.", ["2", "259200 second"]),
        ("A third man left.", ["3th"]),
        ("Half, he said.", []),
        ("It was a half-hearted try.", []),
        ("They lost a mile and half a mile.", ["804.672 metre"]),
    ],
)
def test_what_is_no_share(
    keys: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


def test_a_share_can_mix_words_and_figures(key: Callable[[str], str]) -> None:
    assert key("Seven in 10 pay.") == "70%"
    assert key("They met in 2019.") == "2019"
