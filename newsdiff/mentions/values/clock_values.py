"""Times of day: 10.00pm, 18:30, noon, half past six, 1800 GMT.

The key is "time 18:30", with the zone where one is given. Where neither "a.m." nor
"evening" tells the half of the day the hour has no zero in front: "time 6:30".
"""

from __future__ import annotations

from typing import Final

from newsdiff.mentions.values.date_values import Context, Groups, ReadDate

_HOURS: Final = "one two three four five six seven eight nine ten eleven twelve".split()
_MINUTES: Final = {
    "half": 30,
    "quarter": 15,
    "twenty": 20,
    "twenty-five": 25,
    "fifteen": 15,
    "thirty": 30,
    "forty": 40,
    "forty-five": 45,
    "fifty": 50,
}
_NOONS: Final = {"noon": 12, "midday": 12, "midnight": 0}
_ZONES: Final = {"GMT": "UTC", "eastern": "ET", "pacific": "PT", "central": "CT"}


def read_clock(groups: Groups, _: Context) -> ReadDate | None:
    """A time with its half of the day, or one of 24 hours."""
    hour, minute = int(groups["hour"] or 0), int(groups.get("minute") or 0)
    if half := (groups.get("half") or "").casefold():
        if not 0 < hour <= 12:
            return None
        hour = _in_half(hour, half)
    return _at(hour % 24 if hour == 24 and not minute else hour, minute, groups)


def read_clock_start(groups: Groups, _: Context) -> ReadDate | None:
    """The first of two times of which the second tells the half: "7-9 p.m."."""
    half = (groups["half"] or "").casefold()
    hours = int(groups["hour"] or 0), int(groups["hour2"] or 0)
    if not all(0 < hour <= 12 for hour in hours):
        return None
    first, last = (_in_half(hour, half) for hour in hours)
    if first > last:
        first = (first + 12) % 24  # "11-1pm" begins in the morning
    return _at(first, int(groups.get("minute") or 0), groups)


def read_noon(groups: Groups, _: Context) -> ReadDate | None:
    """Noon and midnight."""
    return _at(_NOONS[(groups["noon"] or "").casefold()], 0, groups)


def read_spoken(groups: Groups, _: Context) -> ReadDate | None:
    """A time as it is said: "half past six", "six o'clock in the evening"."""
    noon = (groups.get("noon") or "").casefold()
    written = (groups.get("hour") or groups.get("bare") or "12").casefold()
    hour = int(written) if written.isdigit() else _HOURS.index(written) + 1
    part = groups.get("time_of_day") or groups.get("later") or ""
    half = _half_of(part.casefold(), hour)
    minutes = int(groups.get("minute") or 0)
    if past := (groups.get("past") or "").casefold().split():
        minutes = _minutes(past[0])
        if (groups.get("way") or "").casefold() == "to":
            hour, minutes = (hour - 1) or 12, 60 - minutes
    if noon or hour > 12 or hour == 0:
        return _at(_NOONS.get(noon, hour), minutes, groups)
    if half is None:
        if minutes > 59:
            return None
        key = f"time {hour}:{minutes:02}"
        return ReadDate(key, f"T{hour:02}:{minutes:02}")
    return _at(_in_half(hour, half), minutes, groups)


def _minutes(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _MINUTES[word] if word in _MINUTES else _HOURS.index(word) + 1


def _half_of(part: str, hour: int) -> str | None:
    """The half of the day that "evening" tells; the night has both."""
    if part in ("night", "tonight"):
        return "a" if hour in (12, 1, 2, 3, 4, 5) else "p"
    return {"morning": "a", "afternoon": "p", "evening": "p"}.get(part)


def _in_half(hour: int, half: str) -> int:
    return hour % 12 + (12 if half == "p" else 0)


def _at(hour: int, minute: int, groups: Groups) -> ReadDate | None:
    if hour > 23 or minute > 59:
        return None
    zone = " ".join((groups.get("zone") or "").split())
    folded = zone.casefold()
    if folded.startswith("local") or not zone:
        named = ""
    else:
        short = _ZONES.get(zone) or _ZONES.get(folded.split()[0]) or zone
        named = (
            f" {short[0]}T"
            if short[1:] in ("ST", "DT") and (short[0] in "EPCM")
            else f" {short}"
        )
    time = f"{hour:02}:{minute:02}"
    return ReadDate(f"time {time}{named}", f"T{time}{named}")
