"""Stretches of the calendar: quarters, halves, financial years, decades, centuries.

A stretch of a known year has its first and last month or year as its value, so that
it can be set against a day: "2022-07/2022-09" for the third quarter of 2022.
"""

from __future__ import annotations

from typing import Final

from newsdiff.mentions.values.date_values import (
    Context,
    Groups,
    ReadDate,
    month_number,
    nth_of,
    year_number,
)

_TENS: Final = (
    "noughties - twenties thirties forties fifties sixties seventies eighties "
    "nineties".split()
)
_HUNDREDS: Final = {
    "seventeen": 1700,
    "eighteen": 1800,
    "nineteen": 1900,
    "twenty": 2000,
}
_UNITS: Final = "one two three four five six seven eight nine".split()
_RESTS: Final = {
    word: number
    for number, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split(),
        10,
    )
} | {
    word: 10 * number
    for number, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), 2
    )
}
_LENGTHS: Final = {"three": 3, "six": 6, "nine": 9, "twelve": 12}
_ENDS: Final = {3: (3, 6, 9, 12), 6: (6, 12)}
"""The months in which a quarter and a half of a year end, by its length."""


def read_quarter(groups: Groups, _: Context) -> ReadDate:
    """A quarter of a year: "Q2", "the second quarter of 2022"."""
    number = int(groups.get("q") or groups.get("q2") or nth_of(groups["nth"] or ""))
    return _stretch("Q", number, 3, groups)


def read_half_year(groups: Groups, _: Context) -> ReadDate:
    """A half of a year: "H1", "the first half of 2015"."""
    number = int(groups.get("h") or groups.get("h2") or nth_of(groups["nth"] or ""))
    return _stretch("H", number, 6, groups)


def read_months_ended(groups: Groups, _: Context) -> ReadDate | None:
    """Months that end where a quarter or a half does: "three months to June 30"."""
    named = (groups.get("named") or "").casefold()
    length = (groups.get("length") or "").casefold()
    months = {"": 0, "quarter": 3, "period": 3}.get(named, 6)
    months = months or _LENGTHS.get(length) or int(length)
    last = month_number(groups["month"] or "")
    if last in _ENDS.get(months, ()):
        sign = "Q" if months == 3 else "H"
        return _stretch(sign, last // months, months, groups)
    year = groups.get("year")
    key = f"{months} months to {f'{year}-' if year else '--'}{last:02}"
    return ReadDate(key, None)


def _stretch(sign: str, number: int, months: int, groups: Groups) -> ReadDate:
    year = groups.get("year")
    if short := groups.get("short") or groups.get("short2"):
        year = str(year_number(short))
    if not year:
        return ReadDate(f"{sign}{number}", None)
    first, last = (number - 1) * months + 1, number * months
    return ReadDate(f"{sign}{number} {year}", f"{year}-{first:02}/{year}-{last:02}")


def read_financial_year(groups: Groups, _: Context) -> ReadDate:
    """A year of accounts, which need not be one of the calendar: "FY2019"."""
    first = str(year_number(groups["year"] or ""))
    if second := groups.get("year2"):
        first = f"{first}/{first[: 4 - len(second)]}{second}"
    return ReadDate(f"FY{first}", f"FY{first}")


def read_financial_quarter(groups: Groups, _: Context) -> ReadDate:
    """A quarter of a year of accounts: "Q3 FY21"."""
    number = int(groups.get("q") or groups.get("q2") or nth_of(groups["nth"] or ""))
    key = f"FY{year_number(groups['year'] or '')}-Q{number}"
    return ReadDate(key, key)


def read_era(groups: Groups, _: Context) -> ReadDate | None:
    """A year with its era: "AD 79", "44 BC"."""
    year = int(groups.get("year") or groups.get("year2") or 0)
    before = (groups.get("era") or "").startswith("B")
    return ReadDate(f"{'-' if before else ''}{year:04}", None) if year else None


def read_spelled_year(groups: Groups, _: Context) -> ReadDate:
    """A year in words: "nineteen eighty-four"."""
    hundreds = _HUNDREDS[(groups["hundreds"] or "").casefold()]
    tens, _sep, unit = (groups["rest"] or "").casefold().partition("-")
    rest = _RESTS[tens] + (_UNITS.index(unit) + 1 if unit else 0)
    return ReadDate(f"{hundreds + rest}", f"{hundreds + rest}")


def read_year(groups: Groups, _: Context) -> ReadDate | None:
    """A year, or the years from one to another."""
    part = groups.get("part")
    first = str(year_number(groups["year"] or ""))
    if second := groups.get("year2"):
        second = first[: 4 - len(second)] + second
        if int(second) <= int(first):
            return None
        return ReadDate(f"{first}/{second}", f"{first}/{second}")
    key = f"{part.lower()} {first}" if part else first
    return ReadDate(key, first)


def read_decade(groups: Groups, _: Context) -> ReadDate:
    """Ten years: "the 1980s", "the '80s", "the eighties"."""
    digits = (groups.get("decade") or "").lstrip("'’‘")
    if tens := (groups.get("tens") or "").casefold():
        digits = f"{_TENS.index(tens)}0"
        digits = ("20" if tens == "noughties" else "19") + digits
    if len(digits) == 2:
        digits = ("20" if digits in ("00", "10", "20") else "19") + digits
    return ReadDate(f"{digits[:3]}X", f"{digits[:3]}X")


def read_century(groups: Groups, _: Context) -> ReadDate | None:
    """A hundred years: "the 17th century"."""
    number = int(groups.get("day") or nth_of(groups.get("nth") or "first"))
    era = (groups.get("era") or "").upper()
    key = f"century {number}{' BC' if era.startswith('BC') else ''}"
    if era.startswith("BC") or not 1 < number <= 21:
        return ReadDate(key, None)
    first = (number - 1) * 100
    return ReadDate(key, f"{first:04}/{first + 99:04}")
