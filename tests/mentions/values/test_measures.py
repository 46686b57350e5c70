"""Measures and durations, in any unit of their dimension."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Key = Callable[[str], str]


@pytest.mark.parametrize(
    "forms",
    [
        ("30 km", "30km", "30 kilometres", "30-kilometer", "30,000 metres", "30 KM"),
        ("800m", "800 m", "800 metres", "0.8 km"),
        ("2.75 miles", "two and three-quarter miles", "2 3/4 miles"),
        ("5' 9\"", "5ft 9in", "5 feet 9 inches", "five feet nine inches", "5-foot-9"),
        ("55mm", "55 millimetres", "5.5 cm"),
        ("3t", "3 t", "three tonnes", "3,000 kg", "3000 kilograms"),
        ("25ha", "25 hectares", "0.25 sq km", "250,000 square metres"),
        ("90mph", "90 mph", "90 miles per hour", "90 miles an hour"),
        ("120 km/h", "120kph", "120 kilometres per hour", "120 km per hour"),
        ("41°C", "41 C", "41C", "41 degrees Celsius", "forty-one degrees Celsius"),
        ("1.2 mln bpd", "1.2 million barrels a day", "1,200,000 barrels per day"),
        ("1.5bn litres", "1.5 billion liters", "1,500,000,000 litres"),
        ("120 minutes", "two hours", "2 hrs", "two-hour"),
        ("90 minutes", "one and a half hours", "an hour and a half", "1.5 hours"),
        ("30 minutes", "half an hour", "half-hour"),
        ("two weeks", "14 days", "14-day"),
        ("18 months", "1.5 years", "one-and-a-half-year", "a year and a half"),
        ("7½ years", "seven-and-a-half years", "seven and a half-year", "7-1/2 years"),
        ("4:02.31", "4 min 2.31 sec", "four minutes 2.31 seconds"),
        ("2 hours 30 minutes", "two and a half hours", "two hours and 30 minutes"),
        ("11st 4lb", "158 lbs"),
        ("6.1-magnitude", "magnitude 6.1"),
        ("50 basis points", "half a percentage point", "0.5 percentage points"),
        ("4.5%", "4.5 per cent", "4.5-per-cent", "4.50 pct", "4.5 PERCENT"),
        (".4 percent", "0.4%"),
        ("minus 5 degrees Celsius", "-5°C"),
    ],
)
def test_one_measure_in_many_forms(key: Key, forms: tuple[str, ...]) -> None:
    found = {key(f"It was then {form} there, and calm.") for form in forms}
    assert len(found) == 1, found
    assert "" not in found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("41°C", "41°F"),
        ("30 km", "30 miles"),
        ("30 km", "30 kg"),
        ("3 barrels", "3 barrels a day"),
        ("5 percent", "5 percentage points"),
        ("two hours", "two days"),
        ("4:02.31", "4:02.32"),
    ],
)
def test_other_units_are_other_values(key: Key, one: str, other: str) -> None:
    assert key(f"It was {one} there.") != key(f"It was {other} there.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They sold two second-hand cars.", ["2 car"]),
        ("It has 12 square miles, 500 acres of them wood.", None),
        ("He hit five in the match.", ["5"]),
        ("She said: “It is 5” and left.", ["5"]),
    ],
)
def test_what_is_no_unit(
    keys: Callable[[str], list[str]], text: str, expected: list[str] | None
) -> None:
    found = keys(text)
    assert found == expected if expected is not None else len(found) == 2


@pytest.mark.parametrize(
    "forms",
    [
        ("an hour and 20 minutes", "80 minutes", "1h 20m"),
        ("58.2s", "58.2 seconds"),
        ("for a week", "for one week"),
        ("twice", "two times"),
        ("magnitude-6.1", "magnitude 6.1"),
        ("a quarter point", "0.25 point", "a quarter of a point"),
        ("0.4 pct pts", "0.4 percentage points"),
        ("12 p.c.", "12%"),
        ("minus 12 degrees", "12 degrees below zero"),
    ],
)
def test_a_measure_in_rarer_words(
    keys: Callable[[str], list[str]], forms: tuple[str, ...]
) -> None:
    found = {tuple(keys(f"They said it was {form} there.")) for form in forms}
    assert len(found) == 1, found
    assert all(len(measures) == 1 for measures in found), found


@pytest.mark.parametrize(
    "text",
    [
        "It cost twice the price.",
        "She left for a week-long tour.",
        "A week later it rained.",
        "It was plus or minus three.",
        "In the 20s it rained.",
    ],
)
def test_what_is_no_measure(keys: Callable[[str], list[str]], text: str) -> None:
    assert not [key for key in keys(text) if key.startswith("-") or " " in key]
