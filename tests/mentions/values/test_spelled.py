"""Numbers in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Key = Callable[[str], str]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("twelve", 12),
        ("twenty-one", 21),
        ("twenty one", 21),
        ("three hundred and five", 305),
        ("three hundred five", 305),
        ("thirty-six hundred", 3600),
        ("two thousand, one hundred and six", 2106),
        ("two million, three hundred thousand", 2_300_000),
        ("one million two hundred and fifty thousand", 1_250_000),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("three quarters of a million", 750_000),
        ("one and a half million", 1_500_000),
        ("a million and a half", 1_500_000),
        ("two point five million", 2_500_000),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("a dozen", 12),
        ("a hundred", 100),
        ("a hundred and one", 101),
        ("five lakh", 500_000),
        ("two crore", 20_000_000),
        ("TWO HUNDRED", 200),
    ],
)
def test_numbers_in_words_have_their_value(key: Key, written: str, value: int) -> None:
    assert key(f"They saw {written} boats.") == f"{value} boat"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw two, three boats.", ["2", "3 boat"]),
        ("They saw two and three boats.", ["2", "3 boat"]),
        ("They saw twenty. Three boats left.", ["20", "3 boat"]),
        ("They saw one two boats.", []),
        ("They saw two thousand, and three boats.", ["2000", "3 boat"]),
        ("They saw dozens of boats.", ["24 boat"]),
        ("They saw tens of thousands of boats.", ["20000 boat"]),
        ("No one came on the one hand.", []),
        ("One of the crews lost a boat.", []),
        ("They saw one boat.", []),
        ("They helped one person.", ["1 person"]),
        ("They saw the two.", []),
        ("They saw the two boats.", ["2 boat"]),
        ("Two's company.", []),
    ],
)
def test_where_a_number_in_words_ends(
    keys: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A couple of thousand gulls came.", "2000 gull"),
        ("A score of gulls came.", "20 gull"),
        ("He paid Rs three crore there.", "30000000 rupee"),
        ("They eat half-a-million eggs.", "500000 egg"),
        ("Sales were down a quarter.", "25%"),
        ("Trade grew four-fold.", ""),
        ("A mother-of-three won.", "3 child"),
        ("A couple came.", ""),
        ("He had a score of 12.", "12"),
        ("The score of the film is loud.", ""),
        ("It ended in the third quarter.", "3th"),
    ],
)
def test_rarer_words_of_number(
    key: Callable[[str], str], text: str, expected: str
) -> None:
    assert key(text) == expected
