"""Scores and votes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Keys = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("United beat Athletic 3-1.", ["3-1"]),
        ("United beat Athletic 3–1.", ["3-1"]),
        ("United beat Athletic three-one.", ["3-1"]),
        ("United won by three goals to one.", ["3-1"]),
        ("United lost 1-3.", ["1-3"]),
        ("They drew 0-0.", ["0-0"]),
        ("They drew nil-nil.", ["0-0"]),
        ("United won 2-nil.", ["2-0"]),
        ("Bakers voted nine to four to strike.", ["9-4"]),
        ("The bill passed by 61 votes to 58.", ["61-58"]),
        ("The bill passed 61-58.", ["61-58"]),
        ("She won 4-6 6-1 6-3.", ["4-6", "6-1", "6-3"]),
        ("She won 4–6, 6–1, 6–3.", ["4-6", "6-1", "6-3"]),
        ("She won 6-4, 7-6 (7-5).", ["6-4", "7-6 (5)"]),
        ("She won 6-4 7-6 (5).", ["6-4", "7-6 (5)"]),
        ("The hosts made 287 for 6.", ["287-6"]),
        ("The hosts made 287/6.", ["287-6"]),
        ("Rao took five for 48.", ["5-48"]),
        ("Rao took 5-48.", ["5-48"]),
        ("Rao took 5/48.", ["5-48"]),
        ("They lead by two matches to one.", ["2-1"]),
    ],
)
def test_a_score_in_many_forms(keys: Keys, text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw 10-12 boats.", ["10/12 boat"]),
        ("They won 10-12 prizes.", ["10/12 prize"]),
        ("It rose two points to 41.", ["2 point", "41"]),
        ("They sent 12 to 14 clerks.", ["12/14 clerk"]),
        ("He paid 30 for 6 eggs.", ["30", "6 egg"]),
        ("It is open 24/7 now.", []),
        ("Sales fell from nine to four.", ["9", "4"]),
        ("He voted with five of us.", ["5"]),
    ],
)
def test_what_is_no_score(keys: Keys, text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The two sides drew one apiece.", "1-1"),
        ("The sides drew two all.", "2-2"),
        ("It was a goalless draw.", "0-0"),
        ("They split it fifty-fifty.", "50-50"),
        ("They split it 50-50.", "50-50"),
        ("The council voted five-to-four.", "5-4"),
        ("The council voted 5-to-4.", "5-4"),
        ("They won by three goals to none.", "3-0"),
        ("The board had 31 for and 22 against.", "31-22"),
        ("The board had 31 in favour, 22 against.", "31-22"),
        ("The odds on it are five to one.", "5-1"),
        ("She won 6-4, 7-6 (7/4).", "7-6 (4)"),
    ],
)
def test_results_told_in_other_ways(
    keys: Callable[[str], list[str]], text: str, expected: str
) -> None:
    assert expected in keys(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was a goalless first half.",
        "They ate one apple apiece.",
        "He asked 31 for help and found 22 against it.",
        "They ran from five to four.",
    ],
)
def test_what_is_no_result(keys: Callable[[str], list[str]], text: str) -> None:
    assert not [key for key in keys(text) if "-" in key]
