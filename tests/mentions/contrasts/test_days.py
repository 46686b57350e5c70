"""Whether two dates can be the same day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.mentions.contrasts import dates_differ
from newsdiff.model import Kind, Mention, Span

FEW = settings(max_examples=200, deadline=None, derandomize=True)
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
DAYS = st.dates(date(2020, 1, 1), date(2024, 12, 31))


def mention(value: str | None, key: str = "words") -> Mention:
    return Mention(
        kind=Kind.DATE, span=Span(0, 1), sentence=0, key=key, rule="x", resolved=value
    )


def differ(one: str, other: str) -> bool:
    """Whether two dates with these values differ; the same the other way round."""
    found = dates_differ(mention(one), mention(other))
    assert dates_differ(mention(other), mention(one)) == found
    return found


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2023-09-05", "2023-09-05", False),
        ("2023-09-05", "2023-09-06", True),
        ("2023-09-05", "2023-09", False),
        ("2023-09-05", "2023-08", True),
        ("2023-09-30", "2023-09", False),
        ("2023-10-01", "2023-09", True),
        ("2024-02-29", "2024-02", False),
        ("2023-09-05", "2023", False),
        ("2023-12-31", "2023", False),
        ("2023-09-05", "2022", True),
        ("2023-09-05", "2023-W36", False),
        ("2023-09-10", "2023-W36", False),
        ("2023-09-11", "2023-W36", True),
        ("2023-09-03", "2023-W36", True),
        ("2023-09", "2023-W35", False),
        ("2023-08", "2023-W36", True),
        ("2023-09-05", "2023-09-04/2023-09-06", False),
        ("2023-09-07", "2023-09-04/2023-09-06", True),
        ("2023-09-03", "2023-09-04/2023-09-06", True),
        ("2019/2021", "2020", False),
        ("2019/2021", "2022-01-01", True),
    ],
)
def test_dates_differ_where_neither_may_lie_in_the_other(
    one: str, other: str, expected: bool
) -> None:
    assert differ(one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("tuesday", "tuesday", False),
        ("tuesday", "friday", True),
        ("tuesday", "2023-09-05", False),
        ("tuesday", "2023-09-06", True),
        ("tuesday", "2023-09", False),
        ("tuesday", "2023-09-05/2023-09-05", False),
        ("tuesday", "2023-09-06/2023-09-07", False),
        ("--09-05", "--09-05", False),
        ("--09-05", "--09-06", True),
        ("--09-05", "--10-05", True),
        ("--09", "--09-05", False),
        ("--09", "--10-05", True),
        ("--09-05", "2023-09-05", False),
        ("--09-05", "2023-09-06", True),
        ("--09-05", "2023-09", False),
        ("--09-05", "2023-10", True),
        ("--09-05", "2023", False),
        ("--09-05", "tuesday", False),
        ("last week", "tuesday", False),
        ("last week", "2023-09-05", False),
        ("198X", "2023-09-05", False),
        ("2023-22", "2023-09-05", False),
        ("2023-22", "2023-07", False),
        ("2023-22", "--07-12", False),
        ("2023-22", "2023", False),
        ("2023-22", "2023-23", True),
        ("2023-22", "2023-22", False),
    ],
)
def test_of_what_is_not_dated_as_much_is_compared_as_is_known(
    one: str, other: str, expected: bool
) -> None:
    assert differ(one, other) is expected


@pytest.mark.parametrize("value", ["0000", "2023-W60", "9999-12/x"])
def test_a_day_that_no_calendar_has_differs_from_none(value: str) -> None:
    assert not differ(value, "1999-01-01")
    assert not differ(f"{value}/2023-09-05", "1999-01-01")
    assert not differ(f"2023-09-05/{value}", "1999-01-01")


def test_a_date_without_a_value_is_compared_by_its_words() -> None:
    friday, tuesday = mention(None, "friday"), mention(None, "tuesday")
    assert dates_differ(friday, tuesday)
    assert not dates_differ(friday, friday)
    assert dates_differ(friday, mention("2023-09-05"))
    assert not dates_differ(mention(None, "last week"), tuesday)


@FEW
@given(DAYS, DAYS)
def test_two_days_differ_unless_they_are_one(one: date, other: date) -> None:
    assert differ(str(one), str(other)) == (one != other)


@FEW
@given(DAYS)
def test_a_day_differs_from_nothing_that_holds_it(day: date) -> None:
    year, week, weekday = day.isocalendar()
    holding = (
        f"{day.year}",
        f"{day.year}-{day.month:02}",
        f"{year}-W{week:02}",
        f"--{day.month:02}-{day.day:02}",
        f"--{day.month:02}",
        WEEKDAYS[weekday - 1],
        f"{day}/{day}",
    )
    for value in holding:
        assert not differ(str(day), value), value


@pytest.mark.parametrize(
    ("rule", "expected"), [("weekday", False), ("month-day", True)]
)
def test_the_week_of_a_bare_weekday_is_guessed(rule: str, expected: bool) -> None:
    bare = replace(mention("2024-01-06", "saturday"), rule=rule)
    later = replace(bare, resolved="2024-01-13")
    assert dates_differ(bare, later) is expected
    assert dates_differ(bare, replace(later, resolved="2024-01-12"))
