"""Numbers in digits, however their thousands stand apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Key = Callable[[str], str]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("4,310", 4310),
        ("4 310", 4310),
        ("4\u00a0310", 4310),
        ("4\u2009310", 4310),
        ("4\u202f310", 4310),
        ("4'310", 4310),
        ("4’310", 4310),
        ("4310", 4310),
        ("2 400 000", 2_400_000),
        ("2.400.000", 2_400_000),
        ("3,45,000", 345_000),
        ("2,10,60,000", 21_060_000),
        ("2.4 million", 2_400_000),
        ("2.4m", 2_400_000),
        ("2.4 mln", 2_400_000),
        ("24 lakh", 2_400_000),
        ("24 lakhs", 2_400_000),
        ("0.24 crore", 2_400_000),
        ("2,4 million", 2_400_000),
        ("2.4-million", 2_400_000),
        ("2400 thousand", 2_400_000),
        ("1.1bn", 1_100_000_000),
        ("7½", 7.5),
        ("7-1/2", 7.5),
        ("7 1/2", 7.5),
        (".5 million", 500_000),
    ],
)
def test_one_number_in_many_forms(key: Key, written: str, expected: float) -> None:
    assert key(f"The firm sold {written} bricks.") == f"{expected:.10g} brick".replace(
        "1.1e+09", "1100000000"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On May 5 300 cows left.", ["5", "300 cow"]),
        ("They paid 12.400 clerks.", ["12400 clerk"]),
        ("They paid 20, 000 clerks.", ["20000 clerk"]),
        ("They paid 20, 120 and 300 clerks.", ["20", "120", "300 clerk"]),
        ("It rose 2.5 m overnight.", ["2.5 metre"]),
        ("Some 2.5m viewers saw it.", ["2500000 viewer"]),
        ("A 5K run began.", ["5000 metre"]),
        ("It drew 5k runners.", ["5000 runner"]),
        ("It fell to -4°C in Arden.", ["-4 degree Celsius"]),
        ("Profit was $(4.5) million.", ["-4500000$"]),
        ("The net loss was $(4.5) million.", ["4500000$"]),
    ],
)
def test_what_a_figure_means_where_it_stands(
    keys: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call 020 7111 2222 or +44 20 7111 2222.",
        "Call 555-12-34 there.",
        "It runs version 3.2.1 on 10.0.0.1.",
        "They sell 12px fonts and 1080p screens.",
        "They used a 3.a there.",
        "The shop is open 24/7.",
        "They wrote 12@home there.",
        "1. Open the door.",
        "3) Shut it.",
        "2.",
    ],
)
def test_what_only_looks_like_a_number_is_none(key: Key, text: str) -> None:
    assert key(text) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 7, 412 voters came.", ["7412 voter"]),
        ("Some 1, 007 voters came.", ["1007 voter"]),
        ("It holds 40, 000 litres.", ["40000 litre"]),
        ("On March 12, 300 voters came.", ["12", "300 voter"]),
        ("The rooms 12, 300 and 301 burned.", ["12", "300", "301"]),
        ("Rooms 12, 300 voters inside, burned.", ["12", "300 voter"]),
        ("It has 4, 7, 120 and 300.", ["4", "7", "120", "300"]),
        ('The "$4.2” billion plan', ["4200000000$"]),
        ("He took Rs 4L there.", ["400000 rupee"]),
        ("A 4l can", ["4 litre"]),
        ("No.7 was loud.", ["no 7"]),
        ("It grew 5-fold.", []),
    ],
)
def test_old_and_foreign_ways_of_a_figure(
    keys: Callable[[str], list[str]], text: str, expected: list[str]
) -> None:
    assert keys(text) == expected
