"""Dates told by how far they lie from today: "two weeks ago", "a year ago today"."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from newsdiff.mentions.values.date_values import (
    Context,
    Groups,
    ReadDate,
    make_date,
    shift,
)

_COUNTS: Final = {
    word: number
    for number, words in enumerate(
        "a|an|one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
    for word in words.split("|")
} | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_MOST: Final = 500


def read_ago(groups: Groups, context: Context) -> ReadDate:
    """A time before today, as exact as its unit: "two weeks ago"."""
    count, unit_name = (groups["count"] or "").lower(), (groups["unit"] or "").lower()
    number = int(count) if count.isdigit() else _COUNTS[count]
    key = f"{number} {unit_name} ago"
    if context.day is None or unit_name == "decade" or number > 500:
        return ReadDate(key, None)
    if unit_name == "day":
        return ReadDate(key, (context.day - timedelta(number)).isoformat())
    return ReadDate(key, shift(context.day, unit_name, -number))


def read_ago_today(groups: Groups, context: Context) -> ReadDate:
    """The very day so long before today: "a year ago today"."""
    return _off_today(groups, context, -1)


def read_ahead(groups: Groups, context: Context) -> ReadDate:
    """The very day so long after today: "a week from today"."""
    return _off_today(groups, context, 1)


def _off_today(groups: Groups, context: Context, way: int) -> ReadDate:
    count, unit = (groups["count"] or "").lower(), (groups["unit"] or "").lower()
    number = int(count) if count.isdigit() else _COUNTS[count]
    key = f"{number} {unit} {'ahead' if way > 0 else 'ago today'}"
    if context.day is None or number > _MOST:
        return ReadDate(key, None)
    step = {"yesterday": -1, "tomorrow": 1}.get(context.words.split()[-1], 0)
    today = context.day + timedelta(step)
    if unit in ("day", "week"):
        days = number * (7 if unit == "week" else 1)
        return ReadDate(key, (today + timedelta(way * days)).isoformat())
    months = today.year * 12 + today.month - 1
    months += way * number * (12 if unit == "year" else 1)
    day = make_date(months // 12, months % 12 + 1, today.day)
    return ReadDate(key, day.isoformat() if day else None)
