"""What a written date means on the day an article appeared."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.tables import table
from newsdiff.mentions.values.date_values import Context, Lean
from newsdiff.mentions.values.dates import READERS

TUESDAY = "2023-09-05"
PAST, FUTURE, OPEN = Lean.PAST, Lean.FUTURE, Lean.OPEN
FEW = settings(max_examples=150, deadline=None, derandomize=True)
DAYS = st.dates(date(1990, 1, 10), date(2050, 12, 20))
LEANS = st.sampled_from([PAST, FUTURE, OPEN])
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()


def read(
    reader: str,
    today: str | None = TUESDAY,
    lean: Lean = OPEN,
    words: str = "",
    /,
    **groups: str,
) -> tuple[str, str | None] | None:
    """Key and value of a date whose pattern gave these groups."""
    given: defaultdict[str, str | None] = defaultdict(lambda: None, groups)
    day = date.fromisoformat(today) if today else None
    context = Context(day, lean, words)
    found = READERS[reader](given, context)
    return found and (found.key, found.value)


def value(
    reader: str,
    today: str | None = TUESDAY,
    lean: Lean = OPEN,
    words: str = "",
    /,
    **groups: str,
) -> str | None:
    found = read(reader, today, lean, words, **groups)
    assert found
    return found[1]


def test_a_day_with_its_year_needs_no_other() -> None:
    for day in (TUESDAY, None):
        assert read("calendar", day, month="March", day="4", year="2020") == (
            ("2020-03-04", "2020-03-04")
        )
    assert value("calendar", month="Sept.", day="04", year="2020") == "2020-09-04"
    assert value("calendar", month="12", day="4", year="2020") == "2020-12-04"


@pytest.mark.parametrize(
    ("month", "day", "year"),
    [
        ("February", "30", ""),
        ("June", "31", "2020"),
        ("13", "1", "2020"),
        ("May", "0", ""),
    ],
)
def test_a_day_that_no_calendar_has_is_no_date(month: str, day: str, year: str) -> None:
    assert read("calendar", month=month, day=day, year=year) is None


def test_a_day_without_a_year_is_the_closest_one() -> None:
    assert read("calendar", month="August", day="30") == ("--08-30", "2023-08-30")
    assert value("calendar", "2023-12-30", month="January", day="2") == "2024-01-02"
    assert value("calendar", "2024-01-02", month="December", day="30") == "2023-12-30"
    assert read("calendar", None, month="August", day="30") == ("--08-30", None)


@pytest.mark.parametrize(
    ("month", "lean", "year"),
    [
        ("November", PAST, 2022),
        ("November", FUTURE, 2023),
        ("November", OPEN, 2023),
        ("October", PAST, 2023),
        ("June", FUTURE, 2024),
        ("June", PAST, 2023),
        ("August", FUTURE, 2023),
    ],
)
def test_far_from_today_the_tense_decides_the_year(
    month: str, lean: Lean, year: int
) -> None:
    found = value("calendar", TUESDAY, lean, month=month, day="5")
    assert (found or "")[:4] == str(year)


def test_the_29th_of_february_is_in_a_leap_year() -> None:
    assert value("calendar", "2023-12-01", month="Feb.", day="29") == "2024-02-29"
    assert value("calendar", "2022-06-01", month="Feb.", day="29") is None
    assert value("calendar", "2024-12-01", FUTURE, month="Feb.", day="29") == (
        "2024-02-29"
    )


def test_a_run_of_days_has_two_ends() -> None:
    assert read("calendar", month="September", day="10", last="13") == (
        "--09-10/--09-13",
        "2023-09-10/2023-09-13",
    )
    assert value("calendar", month="May", day="30", last="2", month2="June") == (
        "2023-05-30/2023-06-02"
    )
    assert read("calendar", None, month="May", day="3", last="5") == (
        "--05-03/--05-05",
        None,
    )
    assert read("calendar", month="June", day="10", last="31") is None


def test_of_two_readings_in_figures_the_nearer_day_counts() -> None:
    assert value("numeric", one="4", two="9", year="2023") == "2023-09-04"
    assert value("numeric", "2023-04-02", one="4", two="9", year="2023") == "2023-04-09"
    assert value("numeric", one="31", two="8", year="2023") == "2023-08-31"
    assert value("numeric", one="8", two="31", year="2023") == "2023-08-31"
    assert read("numeric", one="31", two="31", year="2023") is None


def test_without_today_two_readings_in_figures_leave_it_open() -> None:
    assert read("numeric", None, OPEN, "4/9/2023", one="4", two="9", year="2023") == (
        ("4/9/2023", None)
    )
    assert value("numeric", None, one="9", two="9", year="2023") == "2023-09-09"
    assert value("numeric", None, one="8", two="31", year="2023") == "2023-08-31"


def test_a_holiday_is_a_day_without_a_year_or_a_day_for_ever() -> None:
    fixed = table("dates")["holidays"]
    assert fixed["christmas day"] == "--12-25"
    assert read("holiday", "2023-12-20", holiday="Christmas Day") == (
        ("--12-25", "2023-12-25")
    )
    assert read("holiday", holiday="9/11") == (fixed["9/11"], fixed["9/11"])
    assert value("holiday", "2023-12-20", holiday="New Year’s Day") == "2024-01-01"


def test_a_month_with_its_year() -> None:
    assert read("month", None, month="Aug.", year="2021") == ("2021-08", "2021-08")
    assert read("month", month="August", year="2021", part="Early") == (
        ("early 2021-08", "2021-08")
    )


@pytest.mark.parametrize(
    ("month", "which", "lean", "expected"),
    [
        ("August", "last", OPEN, "2023-08"),
        ("September", "last", OPEN, "2022-09"),
        ("October", "this past", OPEN, "2022-10"),
        ("October", "next", OPEN, "2023-10"),
        ("September", "next", OPEN, "2024-09"),
        ("August", "this coming", OPEN, "2024-08"),
        ("November", "this", PAST, "2023-11"),
        ("October", "", PAST, "2022-10"),
        ("September", "", PAST, "2023-09"),
        ("August", "", FUTURE, "2024-08"),
        ("September", "", FUTURE, "2023-09"),
        ("December", "", OPEN, "2023-12"),
        ("August", "", OPEN, "2023-08"),
    ],
)
def test_a_month_without_a_year(
    month: str, which: str, lean: Lean, expected: str
) -> None:
    assert value("month", TUESDAY, lean, month=month, which=which) == expected


def test_a_month_with_no_tense_may_lie_three_months_ahead() -> None:
    assert value("month", "2023-03-05", month="June") == "2023-06"
    assert value("month", "2023-03-05", month="July") == "2022-07"


def test_a_month_has_a_key_that_needs_no_today() -> None:
    assert read("month", None, month="August") == ("--08", None)
    assert read("month", None, month="August", which="Last") == ("last aug", None)
    assert read("month", None, month="August", part="late") == ("late --08", None)


@pytest.mark.parametrize(
    ("weekday", "which", "lean", "expected"),
    [
        ("Monday", "", PAST, "2023-09-04"),
        ("Monday", "", OPEN, "2023-09-04"),
        ("Monday", "", FUTURE, "2023-09-11"),
        ("Tuesday", "", PAST, TUESDAY),
        ("Tuesday", "", FUTURE, TUESDAY),
        ("Wednesday", "", PAST, "2023-08-30"),
        ("Wednesday", "", FUTURE, "2023-09-06"),
        ("Tuesday", "last", OPEN, "2023-08-29"),
        ("Wednesday", "this past", FUTURE, "2023-08-30"),
        ("Tuesday", "next", OPEN, "2023-09-12"),
        ("Wednesday", "this coming", PAST, "2023-09-06"),
        ("Monday", "this", FUTURE, "2023-09-04"),
        ("Sunday", "this", PAST, "2023-09-10"),
    ],
)
def test_a_day_of_the_week(weekday: str, which: str, lean: Lean, expected: str) -> None:
    assert value("weekday", TUESDAY, lean, weekday=weekday, which=which) == expected


def test_a_day_of_the_week_has_a_key_that_needs_no_today() -> None:
    assert read("weekday", None, weekday="Monday") == ("monday", None)
    assert read("weekday", None, weekday="Monday", which="Last") == (
        ("last monday", None)
    )


@FEW
@given(DAYS, LEANS, st.sampled_from(WEEKDAYS))
def test_a_plain_day_of_the_week_is_within_six_days(
    day: date, lean: Lean, name: str
) -> None:
    found = date.fromisoformat(value("weekday", str(day), lean, weekday=name) or "")
    assert WEEKDAYS[found.weekday()] == name
    assert abs(found - day) < timedelta(7)
    soon = day + timedelta(2 if lean is OPEN else 0)
    assert found >= day if lean is FUTURE else found <= soon


def test_days_told_from_today() -> None:
    assert read("day_word", word="yesterday") == ("yesterday", "2023-09-04")
    assert read("day_word", word="Tonight") == ("today", TUESDAY)
    assert read("day_word", word="tomorrow") == ("tomorrow", "2023-09-06")
    assert read("day_word", None, word="tomorrow") == ("tomorrow", None)


def test_a_weekday_beside_a_day_word_decides_where_both_disagree() -> None:
    agreed = read("day_word", word="yesterday", weekday="Monday")
    assert agreed == ("monday", "2023-09-04")
    assert read("day_word", word="today", weekday="Monday") == (
        ("monday", "2023-09-04")
    )
    assert read("day_word", word="tomorrow", weekday="Friday") == (
        ("friday", "2023-09-08")
    )
    assert read("day_word", None, word="today", weekday="Monday") == ("monday", None)


@pytest.mark.parametrize(
    ("count", "unit", "key", "expected"),
    [
        ("3", "day", "3 day ago", "2023-09-02"),
        ("a", "week", "1 week ago", "2023-W35"),
        ("two", "week", "2 week ago", "2023-W34"),
        ("ten", "month", "10 month ago", "2022-11"),
        ("nine", "month", "9 month ago", "2022-12"),
        ("Fifty", "year", "50 year ago", "1973"),
        ("two", "decade", "2 decade ago", None),
        ("500", "year", "500 year ago", "1523"),
        ("501", "year", "501 year ago", None),
    ],
)
def test_a_time_ago_is_as_exact_as_its_unit(
    count: str, unit: str, key: str, expected: str | None
) -> None:
    assert read("ago", count=count, unit=unit) == (key, expected)
    assert read("ago", None, count=count, unit=unit) == (key, None)


@pytest.mark.parametrize(
    ("which", "unit", "expected"),
    [
        ("last", "week", "2023-W35"),
        ("this", "week", "2023-W36"),
        ("next", "week", "2023-W37"),
        ("this past", "month", "2023-08"),
        ("this coming", "month", "2023-10"),
        ("last", "year", "2022"),
        ("this", "year", "2023"),
        ("next", "year", "2024"),
    ],
)
def test_a_unit_seen_from_today(which: str, unit: str, expected: str) -> None:
    assert read("unit", which=which, unit=unit) == (f"{which} {unit}", expected)
    assert value("unit", None, which=which, unit=unit) is None


def test_a_part_of_a_unit_is_kept_in_the_key() -> None:
    assert read("unit", which="This", unit="Week", part="Earlier") == (
        ("earlier this week", "2023-W36")
    )


def test_weeks_at_the_turn_of_a_year_are_those_of_the_calendar() -> None:
    assert value("unit", "2021-01-02", which="this", unit="week") == "2020-W53"
    assert value("unit", "2023-12-31", which="next", unit="week") == "2024-W01"
    assert value("unit", "2023-01-15", which="last", unit="month") == "2022-12"
    assert value("unit", "2023-12-15", which="next", unit="month") == "2024-01"


@pytest.mark.parametrize(
    ("day", "which", "lean", "words", "saturday"),
    [
        (TUESDAY, "this", OPEN, "this weekend", "2023-09-09"),
        (TUESDAY, "this", PAST, "this weekend", "2023-09-02"),
        (TUESDAY, "", OPEN, "over the weekend", "2023-09-02"),
        (TUESDAY, "last", OPEN, "last weekend", "2023-09-02"),
        (TUESDAY, "next", OPEN, "next weekend", "2023-09-09"),
        ("2023-09-09", "this", PAST, "this weekend", "2023-09-09"),
        ("2023-09-10", "this", PAST, "this weekend", "2023-09-09"),
        ("2023-09-10", "last", OPEN, "last weekend", "2023-09-02"),
    ],
)
def test_a_weekend_is_a_saturday_and_a_sunday(
    day: str, which: str, lean: Lean, words: str, saturday: str
) -> None:
    sunday = date.fromisoformat(saturday) + timedelta(1)
    found = value("unit", day, lean, words, which=which, unit="weekend")
    assert found == f"{saturday}/{sunday}"


@pytest.mark.parametrize(
    ("season", "which", "day", "expected"),
    [
        ("summer", "last", "2023-09-05", "2023-22"),
        ("summer", "last", "2023-08-05", "2022-22"),
        ("summer", "next", "2023-09-05", "2024-22"),
        ("summer", "next", "2023-08-05", "2023-22"),
        ("fall", "this", "2023-08-05", "2023-23"),
        ("spring", "", "2023-08-05", "2023-21"),
    ],
)
def test_a_season_seen_from_today(
    season: str, which: str, day: str, expected: str
) -> None:
    assert value("unit", day, which=which, season=season) == expected


def test_a_season_has_a_key_that_needs_no_today() -> None:
    assert read("unit", None, season="Fall", which="last") == ("last autumn", None)
    assert read("unit", None, season="fall", year="2022") == ("2022-23", "2022-23")


def test_years_and_decades_need_no_today() -> None:
    assert read("year", None, year="2019") == ("2019", "2019")
    assert read("year", None, year="2019", part="Late") == ("late 2019", "2019")
    assert read("year", None, year="2019", year2="21") == ("2019/2021", "2019/2021")
    assert read("year", None, year="1998", year2="2003") == ("1998/2003", "1998/2003")
    for decade, expected in (
        ("1980", "198X"),
        ("’80", "198X"),
        ("'90", "199X"),
        ("'10", "201X"),
        ("00", "200X"),
        ("20", "202X"),
        ("30", "193X"),
    ):
        assert read("decade", None, decade=decade) == (expected, expected), decade


@pytest.mark.parametrize(
    ("hour", "minute", "half", "expected"),
    [
        ("9", "30", "a", "09:30"),
        ("9", "30", "p", "21:30"),
        ("12", "", "a", "00:00"),
        ("12", "", "p", "12:00"),
        ("21", "05", "", "21:05"),
        ("0", "59", "", "00:59"),
        ("23", "59", "", "23:59"),
    ],
)
def test_a_time_of_day(hour: str, minute: str, half: str, expected: str) -> None:
    assert read("clock", hour=hour, minute=minute or "0", half=half) == (
        (f"time {expected}", f"T{expected}")
    )


@pytest.mark.parametrize(("hour", "minute"), [("24", "10"), ("99", "99"), ("9", "60")])
def test_a_time_that_no_day_has_is_none(hour: str, minute: str) -> None:
    assert read("clock", hour=hour, minute=minute) is None


@FEW
@given(DAYS, LEANS, st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_is_within_a_year_of_today(
    day: date, lean: Lean, month: int, of_month: int
) -> None:
    found = value("calendar", str(day), lean, month=str(month), day=str(of_month))
    near = date.fromisoformat(found or "")
    assert (near.month, near.day) == (month, of_month)
    assert abs((near - day).days) <= 366
    if lean is OPEN:
        assert abs((near - day).days) <= 183
    if lean is PAST:
        assert near <= day + timedelta(45)
    if lean is FUTURE:
        assert near >= day - timedelta(45)


def test_every_rule_of_the_table_has_its_reader() -> None:
    assert {rule["read"] for rule in table("dates")["rules"]} == set(READERS)
