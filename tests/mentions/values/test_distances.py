"""Dates told by how far they lie from the day of the article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.model import Article, Kind

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("two weeks ago", "2023-W34"),
        ("three days ago", "2023-09-02"),
        ("a year ago today", "2022-09-05"),
        ("a week ago yesterday", "2023-08-28"),
        ("a week from today", "2023-09-12"),
        ("two weeks from tomorrow", "2023-09-20"),
        ("a month from today", "2023-10-05"),
        ("the day before yesterday", "2023-09-03"),
        ("the day after tomorrow", "2023-09-07"),
        ("the other day", None),
        ("the day before", None),
    ],
)
def test_a_distance_from_today(make: Make, written: str, expected: str | None) -> None:
    article = make(f"The ferry will be sold, he wrote, {written}.")
    dates = [m.resolved for m in mentions_of(article) if m.kind is Kind.DATE]
    assert dates == ([expected] if expected else [])


def test_a_day_that_no_month_has_is_left_open(make: Make) -> None:
    article = make("It was so a month ago today.", published="2023-03-31")
    found = [m for m in mentions_of(article) if m.kind is Kind.DATE]
    assert [m.resolved for m in found] == [None]
