"""A date as a source states it → ISO 8601, local as it stands, its zone only if known.

Guesses are not made: a day that can be read in two ways, a zone that has two meanings,
a decade, a year alone stay what they are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final, NamedTuple


class StatedDate(NamedTuple):
    """A date that a source states."""

    iso: str | None
    """A date, or a date and time; None where it cannot be told."""
    unsure: str | None = None
    """The words, where the day can be read in two ways."""


_MONTHS: Final[Mapping[str, int]] = {
    name: number
    for number, names in enumerate(
        """
        january jan janvier janv januar jänner enero ene gennaio janeiro januari
        february feb février fevrier févr fév februar febrero febbraio fevereiro
        march mar mars märz marz marzo março maart
        april apr avril avr abril aprile abr
        may mai mayo maggio maio mei
        june jun juin juni junio giugno junho
        july jul juillet juil juli julio luglio julho
        august aug août aout agosto augustus
        september sept sep septembre septiembre settembre setembro
        october oct okt octobre oktober octubre ottobre outubro
        november nov novembre noviembre novembro
        december dec déc décembre decembre dezember dez diciembre dic dicembre dezembro
        """.strip().splitlines(),
        1,
    )
    for name in names.split()
}
"""Of English, French, German, Spanish, Italian, Portuguese and Dutch."""
_ZONES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("GMT", "UTC", "UT", "Z"), "+00:00"),
    "CET": "+01:00",
    "CEST": "+02:00",
    "EET": "+02:00",
    "EEST": "+03:00",
    "EDT": "-04:00",
    "PDT": "-07:00",
    "MDT": "-06:00",
    "MSK": "+03:00",
    "JST": "+09:00",
    "KST": "+09:00",
    "HKT": "+08:00",
    "SGT": "+08:00",
    "AEST": "+10:00",
    "AEDT": "+11:00",
    "NZST": "+12:00",
    "NZDT": "+13:00",
}
"""Zones by name that have one meaning: not BST, IST, EST, CST, MST, PST, AST."""
_ISO: Final = re.compile(
    r"(?<!\d)(?P<y>\d{4})(?P<mark>[-/]?)(?P<m>\d\d)(?P=mark)(?P<d>\d\d)"
    r"(?:[T ]\s?(?P<h>\d\d):?(?P<min>\d\d)(?::?(?P<s>\d\d)(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?(?!\d)"
)
_WORD: Final = r"(?P<{}>[^\W\d_]{{3,}})\.?"
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?[-\s]?\s*"
    rf"{_WORD.format('m')}\s*(?:de\s+|del\s+)?[-,\s]?\s*(?P<y>\d{{4}})(?!\d|s\b)"
)
_MONTH_FIRST: Final = re.compile(
    rf"{_WORD.format('m')}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})"
    r"(?!\d|s\b)"
)
_EAST_ASIAN: Final = re.compile(
    r"(?<!\d)(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日號号일]"
)
"""Chinese, Japanese and Korean: "2018 年 9 月 18 日"."""
_BY_UNIX: Final = re.compile(
    rf"{_WORD.format('m')}\s+(?P<d>\d{{1,2}})\s+(?P<h>\d\d):(?P<min>\d\d):(?P<s>\d\d)"
    r"(?:\s+(?P<zone>[A-Z]{2,5}|[+-]\d{4}))?\s+(?P<y>\d{4})(?!\d)"
)
"""As `date` and mailboxes write it: "Tue Sep  5 19:41:15 GMT 2023"."""
_NUMERIC: Final = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<y>\d{4})(?!\d)"
)
_CLOCK: Final = re.compile(
    r"\W*(?:[^\W\d_]+\W+){0,2}"
    r"(?P<h>\d{1,2})(?:[:h]|\.(?=\d\d\s*(?:Uhr|[ap]\.?m\b|\W*\Z)))(?P<min>\d\d)(?!\d)"
    r"(?::(?P<s>\d\d))?"
    r"(?:\s*(?P<half>[ap])\.?m\b\.?)?\s*(?P<zone>[+-]\d\d:?\d\d|[A-Z]{1,4}\b)?",
    re.IGNORECASE,
)
"""The time behind a day, with two words between them at most ("Monday at")."""


def stated_date(words: str, *, day_first: bool | None = None) -> StatedDate:
    """The date that words state, the first if there are several.

    Args:
        words: "2023-09-05T22:31:00+03:00", "Tue, 05 Sep 2023 19:41:15 GMT", "July 1,
            2019 Monday 9:20 AM GMT", "mardi 14 mars 2006", "5/9/2023".
        day_first: Whether the source writes days before months in figures; None where
            that is not known.
    """
    if found := _ISO.search(words):
        return StatedDate(_whole(found, _day(found["y"], found["m"], found["d"])))
    if named := _with_month_in_words(words):
        return named
    if found := _EAST_ASIAN.search(words):
        day = _day(found["y"], found["m"], found["d"])
        return StatedDate(_timed(day, words[found.end() :]))
    if numeric := _NUMERIC.search(words):
        one, two, year = numeric["one"], numeric["two"], numeric["y"]
        readings = [(two, one), (one, two)]  # month, day
        if day_first is None and "." in numeric[0]:
            day_first = True  # nobody writes months first with full stops
        if day_first is not None:
            readings = readings[:1] if day_first else readings[1:]
        days = {day for month, d in readings if (day := _day(year, month, d))}
        if len(days) == 1:
            return StatedDate(_timed(days.pop(), words[numeric.end() :]))
        return StatedDate(None, numeric[0] if days else None)
    return StatedDate(None)


def is_later(one: str, other: str) -> bool:
    """Whether one date of ISO 8601 is later than another, by the clock if they differ.

    Days are compared where one of them has no time, or only one a zone.
    """
    a, b = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if min(len(one), len(other)) == 10 or (a.tzinfo is None) != (b.tzinfo is None):
        return a.date() > b.date()
    return a > b


def update_of(changed: str | None, published: str | None) -> str | None:
    """When an article was changed; None where that is not later than it was published.

    Args:
        changed: ISO 8601, as its source states it.
        published: The same; None where it is not stated.
    """
    if changed and published and not is_later(changed, published):
        return None
    return changed


def _with_month_in_words(words: str) -> StatedDate | None:
    for pattern in (_DAY_FIRST, _MONTH_FIRST, _BY_UNIX):
        for found in pattern.finditer(words):
            if month := _MONTHS.get(found["m"].casefold()):
                day = _day(found["y"], month, found["d"])
                if pattern is _BY_UNIX:  # its time is before its year
                    return StatedDate(_whole(found, day))
                return StatedDate(_timed(day, words[found.end() :]))
    return None


def _day(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:  # there is no such day
        return None


def _timed(day: str | None, rest: str) -> str | None:
    """The day with the time that follows it."""
    clock = _CLOCK.match(rest)
    return _whole(clock, day) if clock else day


def _whole(found: re.Match[str], day: str | None) -> str | None:
    if day is None or found["h"] is None:
        return day
    parts = found.groupdict()
    hour, minute = int(parts["h"]), int(parts["min"])
    if half := parts.get("half"):
        hour = hour % 12 + 12 * (half.lower() == "p")
    try:
        time = datetime.fromisoformat(f"{day}T{hour:02}:{minute:02}")
        second = f":{int(parts['s']):02}" if parts["s"] else ""
        return datetime.fromisoformat(
            time.strftime("%Y-%m-%dT%H:%M") + second + _offset(parts["zone"])
        ).isoformat("T", "seconds" if second else "minutes")
    except ValueError:  # no time of a day
        return day


def _offset(zone: str | None) -> str:
    """A zone as hours and minutes; nothing where it is not told or has two meanings."""
    if not zone:
        return ""
    if zone[0] in "+-":
        return f"{zone[:3]}:{zone[3:].strip(':') or '00'}"
    return _ZONES.get(zone.upper(), "")
