"""Date and time stamps: which lines are nothing else, and what day they name.

A numeric day ("5/9/2023") is read day first unless the text itself decides: a part
over 12, or another stamp of the same text that can be read in one way only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from newsdiff.formats.dates import StatedDate
from newsdiff.model import Role

_MONTHS: Final = (
    "jan feb mar apr may jun jul aug sep oct nov dec".split()  # first three letters
)
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|"
    r"aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ISO: Final = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)"
    r"(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_WORDS: Final = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<y1>(?:19|20)\d\d)"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+"
    r"(?P<y2>(?:19|20)\d\d)",
    re.IGNORECASE,
)
_NUMERIC: Final = re.compile(
    r"(?<!\d)(?P<one>\d{1,2})(?P<sep>[/.-])(?P<two>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)"
)
_ABROAD: Final = re.compile(
    r"\b(?:GMT|UTC|BST|CES?T|EES?T|WES?T|IST|SAST|EAT|WAT|AES?T|AEDT|NZ[SD]T|MSK|GST|"
    r"(?!Eastern|Central|Mountain|Pacific|Alaska|Hawaii|Manila|Philippine)[A-Z]\w+ "
    r"(?:[Ss]tandard |[Ss]ummer )?[Tt]ime)\b"
)
"""A zone of a country that writes days before months; months come first in America and
the Philippines only."""
_CLOCK: Final = re.compile(
    r"\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?\s?m\.?)?|\b\d{1,2}\s*[ap]\.?\s?m\b\.?",
    re.IGNORECASE,
)
_FILLER: Final = re.compile(
    r"\((?:[\w ]+ )?(?:time|[A-Z]{2,4})\)|\b(?:first |last )?(?:published|updated?|"
    r"modified|posted|date|edited)\b|\b(?:on|at|by|the|of|time|local|hours?|hrs|ago)\b|"
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?|"
    r"\b(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST|KST|JST|AES?T|Z)\b(?:[+-]\d+)?",
    re.IGNORECASE,
)
_MAX_STAMP: Final = 120
"""Characters: a longer line is not a stamp, and is not searched for one."""

_MAX_NAMES: Final = 5
"""Words of a byline beside a date."""
_SAYS_WHEN: Final = re.compile(
    r"\b(?:published|updated?|modified|posted|edited|issued)\b", re.IGNORECASE
)
"""What says that the day beside it is that of the article."""
_LABEL: Final = re.compile(r"[^\w]*(?P<label>[^\d:]{1,40}):")
_OF_A_STAMP: Final = re.compile(
    r"(?:(?:first|last|published|updated?|modified|posted|dated?|edited|issued|created|"
    r"on|at|by|this article was|story)\W*)+",
    re.IGNORECASE,
)
_OTHER_DAY: Final = re.compile(
    r"\b(?:born|died|dies?|birth|death|deadline|hearing|trial|verdict|correction|"
    r"corrected|clarification|photo|picture|image|video|graphic|event|timeline|expires?|"
    r"closes?|closing|opens?|starts?|ends?|due|effective|founded|jan(?:uary)?|"
    r"feb(?:ruary)?|march|april|may|june|july|august|sept(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)
"""Beside a name and a date: the day of something else, or the rest of a range."""
_POST: Final = re.compile(r"\W*posted at \d", re.IGNORECASE)
"""How the posts of a live page begin."""
_TOP: Final = 12
"""Paragraphs among which a date is that of the article."""
_STANDFIRST: Final = 3
"""Paragraphs among which a line without a full stop is a second headline."""
_CLOSES: Final = ".!?:;…\"”’'"
_NEAR: Final = 3
"""Paragraphs within which another date makes a timeline of the two."""
LOOKED_AT: Final = _TOP + 1 + _NEAR
"""Paragraphs that tell which stamps date an article."""


def is_stamp(line: str, *, signed: bool = False) -> bool:
    """Whether a line is a date, with or without a time, and nothing else.

    Args:
        line: The line.
        signed: Whether a name or a place may stand there too: "By Jane Doe, Seoul".
    """
    if len(line) > _MAX_STAMP or not _tells_one_day(line) or _POST.match(line):
        return False
    label = _LABEL.match(line)
    if label and not _OF_A_STAMP.fullmatch(label["label"]):
        return False
    rest = _FILLER.sub(" ", _CLOCK.sub(" ", _without_days(line)))
    left = re.findall(r"\w[\w.’'-]*", rest)
    if not signed:
        return not left
    names = [word for word in left if word.casefold() not in ("and", "in", "for")]
    return (
        len(names) <= _MAX_NAMES
        and all(word[0].isupper() for word in names)
        and not _OTHER_DAY.search(rest)
    )


def _without_days(line: str) -> str:
    for form in (_ISO, _WORDS, _NUMERIC):
        line = form.sub(" ", line)
    return line


def _tells_one_day(line: str) -> bool:
    """Whether a line names a day; several only where it says when it was changed."""
    if "19" not in line and "20" not in line:  # no year, which each form has
        return False
    days = {
        match.group()
        for form in (_ISO, _WORDS, _NUMERIC)
        for match in form.finditer(line)
    }
    return len(days) == 1 or (len(days) > 1 and _SAYS_WHEN.search(line) is not None)


class Line(NamedTuple):
    """A paragraph on one line, and what it is for."""

    text: str
    role: Role


def stamps_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """The stamps that date an article: those near its top.

    A date without a word that says so, or a time, counts only above the story, below
    a line that is no sentence or below what is no part of it, and not where other
    dates follow: these are a timeline.

    Args:
        lines: The paragraphs of the article, in order: `LOOKED_AT` of them will do.
    """
    return tuple(
        line.text
        for i, line in enumerate(lines[:_TOP])
        if line.role is Role.DATELINE
        and (
            _SAYS_WHEN.search(line.text)
            or _CLOCK.search(_without_days(line.text))
            or _stands_apart(lines, i)
        )
    )


def _stands_apart(lines: Sequence[Line], i: int) -> bool:
    """Whether a bare date is neither in the story nor the first of a timeline."""
    before = lines[i - 1] if i else None
    if before and before.role.compared and before.role is not Role.HEADLINE:
        is_standfirst = before.text[-1] not in _CLOSES and i <= _STANDFIRST
        if not is_standfirst:
            return False
    following = lines[i + 1 : i + 2 + _NEAR]
    told = [line.role.compared for line in following]
    return not any(
        line.role is Role.DATELINE and any(told[:n]) and told[n + 1 : n + 2] == [True]
        for n, line in enumerate(following)
    )


def published_on(stamps: Sequence[str], others: Iterable[str] = ()) -> StatedDate:
    """The ISO date (or date and time) of the first stamp that names one.

    Where a day in figures can be read in two ways, and nothing else in the text shows
    which, it is given as unsure.

    Args:
        stamps: The stamps that may date the article.
        others: Further stamps of the same text, which tell how it writes days.
    """
    lines = list(stamps)
    day_first = _day_first([*lines, *others])
    days = (_stated(line, day_first) for line in lines)
    return next((day for day in days if day.iso or day.unsure), StatedDate(None))


def _stated(line: str, day_first: bool | None) -> StatedDate:
    if iso := _iso(line):
        return StatedDate(iso)
    match = _NUMERIC.search(line)
    if match is None:
        return StatedDate(None)
    one, two, year = match["one"], match["two"], match["y"]
    readings = [_date(year, two, one), _date(year, one, two)]
    if day_first is None and all(readings) and readings[0] != readings[1]:
        return StatedDate(None, match[0])
    likely = readings if day_first is not False else readings[::-1]
    return StatedDate(next(filter(None, likely), None))


def _iso(line: str) -> str | None:
    """The day, and time, of a line that tells it in no two ways."""
    if match := _ISO.search(line):
        iso = _date(match["y"], match["m"], match["d"])
        time = f"T{match['time']}{match['zone'] or ''}" if match["time"] else ""
        return iso and iso + time
    if match := _WORDS.search(line):
        named = (match["month"] or match["month2"])[:3].lower()
        number = str(_MONTHS.index(named) + 1)
        return _date(match["y1"] or match["y2"], number, match["d1"] or match["d2"])
    return None


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:  # no such day: the stamp is not read this way
        return None


def _day_first(lines: list[str]) -> bool | None:
    """Whether 5/9 is the fifth of September here; None where nothing shows it."""
    certain = {iso[:10] for line in lines if (iso := _iso(line))}
    for line in lines:
        if _NUMERIC.search(line) and _ABROAD.search(line):
            return True
        for match in _NUMERIC.finditer(line):
            one, two, year = match["one"], match["two"], match["y"]
            if int(two) > 12 or _date(year, one, two) in certain:
                return False
            if int(one) > 12 or "." in match[0] or _date(year, two, one) in certain:
                return True
    return None
