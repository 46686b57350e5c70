"""What a written date means on the day an article appeared.

Every function takes the named parts of a pattern and the context, and gives a key
(comparable without knowing the day: "tuesday", "--09-05", "2023-09-05") and the ISO
value, of no more precision than the words have: "2023-09-05", "2023-09", "2023",
"2023-W35", "2023-09-10/2023-09-13", a decade "198X" and a season "2023-22" as in ISO
8601-2, "T09:30". The value is None where the article's day is needed and unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import Final, NamedTuple

from newsdiff.english.tables import table

MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_PARTS: Final = {
    "the middle of": "mid",
    "middle of": "mid",
    "the end of": "late",
    "end": "late",
    "end of": "late",
    "the beginning of": "early",
    "the start of": "early",
}
"""Parts of a month that are said in two ways."""
_SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_FAR: Final = 45
"""Days ahead (or behind) past which the tense of the sentence decides the year."""
_SOON: Final = 3
"""Months ahead that a month without tense may lie; news looks back otherwise."""
_NEXT: Final = 2
"""Days ahead that a weekday without tense may lie."""

_NTH: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth".split()
)
_PIVOT: Final = 40
"""Years of two figures below it are of this century: "'39" is 2039, "'40" 1940."""

Groups = Mapping[str, str | None]


class Lean(Enum):
    """Which way the words around a date point."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


class Context(NamedTuple):
    """What a date is read against."""

    day: date | None
    """The day the article appeared."""
    lean: Lean
    words: str
    """The date as it is written, in lower case."""


class ReadDate(NamedTuple):
    """A date read."""

    key: str
    value: str | None


def _read_calendar(groups: Groups, context: Context) -> ReadDate | None:
    """A day or a run of days, with or without a year."""
    month = month_number(groups["month"] or "")
    days = [(month, int(groups.get("day") or nth_of(groups.get("nth") or "")))]
    if last := groups.get("last"):
        days.append((month_number(groups.get("month2") or "") or month, int(last)))
    years = _years(groups, days)
    found = [_on(y, *day, context) for y, day in zip(years, days, strict=True)]
    if any(one is None for one in found):
        return None
    keys = [one.key for one in found if one]
    values = [one.value for one in found if one and one.value]
    value = "/".join(values) if len(values) == len(keys) else None
    return ReadDate("/".join(keys), value)


def _years(groups: Groups, days: Sequence[tuple[int, int]]) -> list[int | None]:
    """The years of a day, or of the ends of a run; one stands for both ends."""
    first = groups.get("year")
    second = groups.get("year2")
    known = [year_number(year) if year else None for year in (first, second)]
    if len(days) == 1:
        return known[:1]
    turned = days[1] < days[0]
    if known[0] is not None and known[1] is None and first and not second:
        # "Dec. 30 to Jan. 2, 2024" gives the year of its end
        return [known[0] - turned, known[0]]
    if known[1] is not None and known[0] is None:
        return [known[1] - turned, known[1]]
    return known


def year_number(written: str) -> int:
    """A year as it was written: "2015", "'97", "15"."""
    digits = written.lstrip("'’‘")
    if len(digits) > 2:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _PIVOT else 1900)


def nth_of(word: str) -> int:
    """The number of an ordinal in words or digits; 0 without one."""
    folded = word.casefold()
    if folded[:1].isdigit():
        return int(folded[:-2])
    tens, _, unit = folded.partition("-")
    if unit:
        return {"twenty": 20, "thirty": 30}[tens] + _NTH.index(unit) + 1
    if folded in ("twentieth", "thirtieth"):
        return {"twentieth": 20, "thirtieth": 30}[folded]
    return _NTH.index(folded) + 1 if folded else 0


def _on(year: int | None, month: int, day: int, context: Context) -> ReadDate | None:
    if make_date(2000 if year is None else year, month, day) is None:
        return None
    if year is not None:
        iso = f"{year}-{month:02}-{day:02}"
        return ReadDate(iso, iso)
    key = f"--{month:02}-{day:02}"
    near = context.day and _nearest(context.day, month, day, context.lean)
    return ReadDate(key, near.isoformat() if near else None)


def _nearest(today: date, month: int, day: int, lean: Lean) -> date | None:
    """The closest such day; far ahead or behind, the tense decides the year."""
    years = (today.year - 1, today.year, today.year + 1)
    days = [found for year in years if (found := make_date(year, month, day))]
    if not days:
        return None
    best = min(days, key=lambda found: (abs((found - today).days), found))
    ahead = (best - today).days
    if ahead > _FAR and lean is Lean.PAST:
        return make_date(best.year - 1, month, day) or best
    if ahead < -_FAR and lean is Lean.FUTURE:
        return make_date(best.year + 1, month, day) or best
    return best


def _read_numeric(groups: Groups, context: Context) -> ReadDate | None:
    """A date in figures: the reading that is a day, of two the one nearer to today."""
    one, two = (int(groups[part] or 0) for part in ("one", "two"))
    year = year_number(groups["year"] or "0")
    orders = ((two, one),) if "." in context.words else ((one, two), (two, one))
    days = [make_date(year, month, day) for month, day in orders]
    possible = sorted({day for day in days if day})
    if not possible:
        return None
    if len(possible) > 1 and context.day is None:
        return ReadDate(context.words, None)
    today = context.day or possible[0]
    best = min(possible, key=lambda day: (abs((day - today).days), day))
    return ReadDate(best.isoformat(), best.isoformat())


def _read_holiday(groups: Groups, context: Context) -> ReadDate | None:
    """A day with a name and a fixed place in the calendar."""
    name = (groups["holiday"] or "").lower().replace("’", "'")
    fixed: str = table("dates")["holidays"][name]
    if not fixed.startswith("--"):
        return ReadDate(fixed, fixed)
    return _on(None, int(fixed[2:4]), int(fixed[5:7]), context)


def _read_month(groups: Groups, context: Context) -> ReadDate:
    """A month, with a year, with "last" or "next", or alone."""
    number = month_number(groups["month"] or "")
    part = groups.get("part")
    prefix = f"{_PARTS.get(part.lower(), part.lower())} " if part else ""
    if year := groups.get("year"):
        iso = f"{year_number(year)}-{number:02}"
        return ReadDate(prefix + iso, iso)
    if near := (groups.get("near") or "").lower():
        key = f"--{number:02} {near} year"
        if context.day is None:
            return ReadDate(key, None)
        which_year = context.day.year + {"last": -1, "this": 0, "next": 1}[near]
        return ReadDate(key, f"{which_year}-{number:02}")
    which = (groups.get("which") or "").lower()
    full = f"{prefix}{which} {MONTHS[number - 1]}" if which else ""
    key = full or f"{prefix}--{number:02}"
    if context.day is None:
        return ReadDate(key, None)
    closest = _month_year(context.day, number, which, context.lean)
    return ReadDate(key, f"{closest}-{number:02}")


def _month_year(today: date, number: int, which: str, lean: Lean) -> int:
    before, after = number < today.month, number > today.month
    if which in ("last", "this past"):
        return today.year if before else today.year - 1
    if which in ("next", "this coming"):
        return today.year if after else today.year + 1
    if which == "this":
        return today.year
    if lean is Lean.PAST:
        return today.year - after
    if lean is Lean.FUTURE:
        return today.year + before
    return today.year - (number - today.month > _SOON)


def _read_weekday(groups: Groups, context: Context) -> ReadDate:
    """A day of the week: the latest one, or the next where the words look ahead."""
    short = (groups["weekday"] or "").lower()[:3]
    name = next(day for day in _WEEKDAYS if day.startswith(short))
    which = (groups.get("which") or "").lower()
    key = f"{which} {name}" if which else name
    if context.day is None:
        return ReadDate(key, None)
    ahead = (_WEEKDAYS.index(name) - context.day.weekday()) % 7
    if which in ("last", "this past"):
        days = ahead - 7
    elif which in ("next", "this coming"):
        days = ahead or 7
    elif which == "this":
        days = _WEEKDAYS.index(name) - context.day.weekday()
    else:
        soon = context.lean is Lean.OPEN and ahead <= _NEXT
        days = ahead if not ahead or soon or context.lean is Lean.FUTURE else ahead - 7
    return ReadDate(key, (context.day + timedelta(days)).isoformat())


def _read_day_word(groups: Groups, context: Context) -> ReadDate:
    """A day counted from today; a weekday beside it decides where both disagree."""
    word = (groups["word"] or "").lower()
    offset: int = table("dates")["day_words"][word]
    near = {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(offset, word)
    if name := (groups.get("weekday") or "").lower():
        near = name
    if context.day is None:
        return ReadDate(near, None)
    day = context.day + timedelta(offset)
    if name and _WEEKDAYS[day.weekday()] != name:
        lean = Lean.FUTURE if offset > 0 else Lean.PAST
        return _read_weekday(groups, context._replace(lean=lean))
    return ReadDate(near, day.isoformat())


def _read_unit(groups: Groups, context: Context) -> ReadDate:
    """A week, weekend, month, year or season, seen from the article's day."""
    which = (groups.get("which") or "").lower()
    if season := (groups.get("season") or "").lower():
        return _season(season, which, groups.get("year"), context)
    name = (groups["unit"] or "").lower()
    part = groups.get("part")
    which = "over the" if which in ("at the", "on the") else which
    key = f"{part.lower()} {which} {name}" if part else f"{which} {name}"
    if context.day is None:
        return ReadDate(key, None)
    step = {"last": -1, "this past": -1, "next": 1, "this coming": 1}.get(which, 0)
    if name == "weekend":
        return ReadDate(key, _weekend(context, step))
    return ReadDate(key, shift(context.day, name, step))


def shift(day: date, name: str, step: int) -> str:
    """The week, month or year so many of them after that of a day."""
    if name == "week":
        year, week, _ = (day + timedelta(weeks=step)).isocalendar()
        return f"{year}-W{week:02}"
    if name == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02}"
    return f"{day.year + step}"


def _weekend(context: Context, step: int) -> str:
    day = context.day or date.min
    ahead = (5 - day.weekday()) % 7 if day.weekday() != 6 else -1
    saturday = day + timedelta(ahead)
    past = context.lean is Lean.PAST or "over" in context.words
    if step < 0 or (step == 0 and past and ahead > 0):
        saturday -= timedelta(7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def _season(season: str, which: str, year: str | None, context: Context) -> ReadDate:
    number = _SEASONS[season]
    if year:
        iso = f"{year_number(year)}-2{number}"
        return ReadDate(iso, iso)
    key = f"{which} {'autumn' if season == 'fall' else season}"
    if context.day is None:
        return ReadDate(key, None)
    over = context.day.month > number * 3 + 2
    step = {"last": 0 if over else -1, "next": 1 if over else 0}.get(which, 0)
    return ReadDate(key, f"{context.day.year + step}-2{number}")


def month_number(name: str) -> int:
    """The number of a month by its name, abbreviation or digits; 0 without one."""
    if name.isdigit():
        return int(name)
    return MONTHS.index(name[:3].lower()) + 1 if name else 0


def make_date(year: int, month: int, day: int) -> date | None:
    """A day; None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:  # no such day
        return None


CALENDAR_READERS: Final[dict[str, Callable[[Groups, Context], ReadDate | None]]] = {
    reader.__name__.removeprefix("_read_"): reader
    for reader in (
        _read_calendar,
        _read_numeric,
        _read_holiday,
        _read_month,
        _read_weekday,
        _read_day_word,
        _read_unit,
    )
}
"""The readers of days, weeks and months that rules of dates.toml name."""
