"""Ranges, and changes that are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Keys = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 10 to 15 percent left.", ["10/15%"]),
        ("Between 10% and 15% left.", ["10/15%"]),
        ("Between 10 and 15 percent left.", ["10/15%"]),
        ("It costs $2m-$3m.", ["2000000/3000000$"]),
        ("It costs £2 million to £3 million.", ["2000000/3000000£"]),
        ("It costs $10-15 million.", ["10000000/15000000$"]),
        ("It takes two or three days.", ["172800/259200 second"]),
        ("It takes 5km-10km.", ["5000/10000 metre"]),
        ("It will rise 2 to 3 percent.", ["2/3%"]),
        ("They cut 12 to 14 jobs.", ["12/14 job"]),
        ("They sent from 20 to 30 clerks.", ["20/30 clerk"]),
    ],
)
def test_two_ends_are_one_value(keys: Keys, text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose 8 per cent to $1.2bn.", ["8%", "1200000000$"]),
        ("Sales fell 5.5% to £340m.", ["5.5%", "340000000£"]),
        ("Cases rose by 12 to 340.", ["12", "340"]),
        ("Cases rose 12 to 340.", ["12", "340"]),
        ("Cases fell 3 percent to 45.", ["3%", "45"]),
        ("The crowd grew from 200 to 900.", ["200", "900"]),
        ("It rose from 8 to 12 percent.", ["8%", "12%"]),
        ("It rose from 2 to 3 million.", ["2000000", "3000000"]),
        ("The wage will rise by 2 euros to 14 euros.", ["2€", "14€"]),
        ("They sold 12 and 14 boats.", ["12", "14 boat"]),
        ("They sold 12 or 40 boats.", ["12", "40 boat"]),
    ],
)
def test_a_change_has_two_values(keys: Keys, text: str, expected: list[str]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 4-5,000 gulls came.", ["4000/5000 gull"]),
        ("It shed 0.4% to 512.3.", ["0.4%", "512.3"]),
        ("It fell to 150 tonnes from 200.", ["150000 kilogram", "200000 kilogram"]),
        ("It fell to 150 tonnes from 200 ships.", ["150000 kilogram", "200 ship"]),
        ("It was 4-5,100 then.", ["4/5100"]),
    ],
)
def test_ends_that_share_more_than_a_unit(
    keys: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert keys(text) == expected
