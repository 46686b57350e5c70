"""Ages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.model import Mention


@pytest.mark.parametrize(
    "text",
    [
        "A 34-year-old baker left.",
        "The thirty-four-year-old left.",
        "The baker, 34 years old, left.",
        "A baker aged 34 left.",
        "He left at the age of 34.",
        "Odo Marsh, 34, left.",
        "Odo Marsh, 34, of Pell Lane, left.",
        "A baker, a man, 34, left.",
        "It was Odo Marsh, 34.",
        "Odo Marsh (34) left.",
        "Odo Marsh turned 34 on Friday.",
        "Odo Marsh died at 34.",
        "At 34, Odo Marsh left.",
        "He kept his 34th birthday.",
        "The baker is 34 years of age.",
    ],
)
def test_one_age_in_many_forms(key: Callable[[str], str], text: str) -> None:
    assert key(text) == "34 year-old"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It turned 34 degrees.", ["34 degree"]),
        ("On May 5, 34 boats left.", ["5", "34 boat"]),
        ("They sold 12, 34, and 56 boats.", ["12", "34", "56 boat"]),
        ("At 34 sites it rained.", ["34 site"]),
        ("In the end, 34 of them left.", ["34"]),
        ("A 6-month-old baby left.", ["0.5 year-old"]),
        ("A 10-day strike began.", ["864000 second"]),
        ("A three-day-old calf died.", ["3 day-old"]),
        ("People aged 18 to 24 left.", ["18/24 year-old"]),
        ("The 18- to 24-year-olds left.", ["18/24 year-old"]),
    ],
)
def test_what_is_no_age_of_a_person(
    keys: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


def test_an_age_is_named_as_such(numbers: Callable[[str], list[Mention]]) -> None:
    (found,) = numbers("Odo Marsh, 34, left.")
    assert (found.rule, found.unit, found.resolved) == ("age", "year-old", 34.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A baby aged six months", "0.5 year-old"),
        ("A baby aged five weeks", "5 week-old"),
        ("A girl of nine was found.", "9 year-old"),
        ("The pilot (51) slept.", "51 year-old"),
        ("The over-65s ride free.", "65 year-old"),
        ("Those over 65 ride free.", "65 year-old"),
        ("The mother of three, 38, slept.", "38 year-old"),
        ("A mother of nine was found.", "9 child"),
        ("A box of nine was found.", "9"),
        ("The pier (51) shut.", "51"),
        ("Those over 65 metres fell.", "65 metre"),
    ],
)
def test_ages_by_the_words_around_them(
    keys: Callable[[str], list[str]], text: str, expected: str
) -> None:
    assert keys(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Kvist, nine months, slept.", "0.75 year-old"),
        ("Ana Kvist, 41 years, slept.", "41 year-old"),
        ("They slept, nine months, in all.", "0.75 year"),
    ],
)
def test_an_age_with_its_unit_behind_a_name(
    keys: Callable[[str], list[str]], text: str, expected: str
) -> None:
    assert keys(text) == [expected]
