"""Days of the calendar in the forms that news writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.model import Article, Kind

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("4 Nov-10 Dec", "November 4 to December 10"),
        ("Jan. 1, 2019, to Dec. 31, 2020", "1 January 2019 to 31 December 2020"),
        ("June 7, 8 and 9", "7, 8 and 9 June"),
        ("25-06-2018", "25 June 2018"),
        ("25.06.18", "June 25, 2018"),
        ("Sun.", "Sunday"),
    ],
)
def test_days_in_rarer_forms(make: Make, one: str, other: str) -> None:
    found = [
        [m.key for m in mentions_of(make(f"They met on {written}")) if m.rule]
        for written in (one, other)
    ]
    assert found[0] == found[1] != []


@pytest.mark.parametrize("written", ["5.06.181", "1-2-3", "June 7, 8 and 9 people"])
def test_what_is_no_list_of_days(make: Make, written: str) -> None:
    found = mentions_of(make(f"They met on {written}."))
    assert not any("/" in m.key for m in found if m.kind is Kind.DATE)
