"""Numbers that are names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Keys = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "forms",
    [
        ("Flight QX218", "QX218", "QX 218", "QX-218"),
        ("Interstate 80", "I-80"),
        ("the M6", "M6"),
        ("the number 12 bus", "the No 12 bus", "the No. 12 bus", "bus number twelve"),
        ("Pier 9", "pier-side Pier 9"),
        ("Article 7", "article 7", "Art. 7"),
    ],
)
def test_one_name_in_many_forms(keys: Keys, forms: tuple[str, ...]) -> None:
    found = {tuple(keys(f"They closed {form} then.")) for form in forms}
    assert len(found) == 1, found
    assert all(len(one) == 1 for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the US 12 boats sank.", ["12 boat"]),
        ("GALE SINKS 12 BOATS OFF DRAY", ["12 boat"]),
        ("The UN sent 40 envoys.", ["40 envoy"]),
        ("The NFU 12 times said no.", ["12 time"]),
        ("No 3 is free.", ["no 3"]),
        ("No one is free.", []),
        ("It cost R50 million.", ["50000000 rand"]),
    ],
)
def test_a_count_behind_capitals_is_no_name(
    keys: Keys, text: str, expected: list[str]
) -> None:
    assert keys(text) == expected
