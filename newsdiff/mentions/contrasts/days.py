"""Whether two dates can be the same day."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final, NamedTuple

from newsdiff.model import Mention, Pair

_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_DAY: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_MONTH: Final = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})")
_YEAR: Final = re.compile(r"\d{4}")
_WITHOUT_YEAR: Final = re.compile(
    r"(?:\d{4}|-)-(?:(0[1-9]|1[0-2])(?:-(\d{2}))?|(2[1-4]))"
)
"""Month and day, or a season."""
_WEEK_LONG: Final = 7


class _Days(NamedTuple):
    """A stretch of the calendar."""

    first: date
    last: date


def dates_differ(one: Mention, other: Mention) -> bool:
    """Whether two dates cannot be the same, as far as their texts date them.

    A date that may lie within the other, or of which too little is known, does not
    differ: "July" and "12 July", "last week" and "Tuesday".
    """
    values = Pair(_value(one), _value(other))
    days = values.map(_days)
    if days.a and days.b:
        bare = one.rule == other.rule == "weekday"
        if bare and days_between(one, other) == _WEEK_LONG:
            return False  # which week a bare "Saturday" is of is guessed
        return days.a.last < days.b.first or days.b.last < days.a.first
    weekdays = Pair(*map(_weekday, values, days))
    if weekdays.a is not None and weekdays.b is not None:
        return weekdays.a != weekdays.b
    parts = [_WITHOUT_YEAR.fullmatch(value) for value in values]
    if parts[0] and parts[1]:
        both = zip(parts[0].groups(), parts[1].groups(), strict=True)
        return any(x and y and x != y for x, y in both)
    return False


def days_overlap(one: Mention, other: Mention) -> bool:
    """Whether both are known to the calendar and have a day in common."""
    days = _days(_value(one)), _days(_value(other))
    if not (days[0] and days[1]):
        return False
    return days[0].first <= days[1].last and days[1].first <= days[0].last


def days_between(one: Mention, other: Mention) -> int | None:
    """Days from one date to another, by where each begins; None where unknown."""
    days = Pair(_days(_value(one)), _days(_value(other)))
    return abs((days.a.first - days.b.first).days) if days.a and days.b else None


def _value(mention: Mention) -> str:
    """The ISO value; where there is none, what the words say."""
    return mention.resolved if isinstance(mention.resolved, str) else mention.key


def _weekday(value: str, days: _Days | None) -> int | None:
    """The day of the week, 0 for Monday; None for more or less than a day."""
    if value in _WEEKDAYS:
        return _WEEKDAYS.index(value)
    return days.first.weekday() if days and days.first == days.last else None


def _days(value: str) -> _Days | None:
    """The days of an ISO day, week, month, year or range of these."""
    first, slash, last = value.partition("/")
    if slash:
        ends = _days(first), _days(last)
        return _Days(ends[0].first, ends[1].last) if ends[0] and ends[1] else None
    try:
        return _stretch(value)
    except (ValueError, OverflowError):  # a day that no calendar has
        return None


def _stretch(value: str) -> _Days | None:
    if match := _DAY.fullmatch(value):
        day = date(*map(int, match.groups()))
        return _Days(day, day)
    if match := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return _Days(monday, monday + timedelta(6))
    if match := _MONTH.fullmatch(value):
        first = date(int(match[1]), int(match[2]), 1)
        following = (first + timedelta(31)).replace(day=1)
        return _Days(first, following - timedelta(1))
    if _YEAR.fullmatch(value):
        return _Days(date(int(value), 1, 1), date(int(value), 12, 31))
    return None
