"""Date and time stamps: which lines are nothing else, and what day they name.

A numeric day ("5/9/2023") is read day first unless the text itself decides: a part
over 12, or another stamp of the same text that can be read in one way only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

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
_WIRE: Final = re.compile(
    r"(?:"
    r"(?!(?:NATO|NASA|OPEC|ISIS|AIDS|COVID|UNESCO|UNICEF|UNHCR|ASEAN)\b)"
    r"(?=(?:[.’'/ ]{0,2}[A-Z]){4})[A-Z][A-Z.’'-]+(?:[ /][A-Z][A-Z.’'-]*){0,3}"
    r"(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.]*)?(?: \d{1,2})?\.?){0,2}"
    r"(?: ?\([A-Z][\w /.-]{1,24}\))?"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}"
    r"(?:, (?:[A-Z][\w.’'-]*)(?: \d{1,2})?\.?)? \((?:AP|AFP|Reuters|REUTERS|UPI|dpa|"
    r"DPA|Yonhap|Xinhua|Kyodo|TASS|CNN|ANI|PTI|EFE|IANS)\)"
    r"|\((?:AP|AFP|Reuters|REUTERS|UPI|CNN|Bloomberg)\)|CNN)"
    r"\s*(?:—|–|―|--|-|_)\s*(?=[\"“‘'(]?[A-Z0-9])"
    r"|\((?:AP|AFP|Reuters|REUTERS|UPI|CNN|Bloomberg)\)\s+(?=[\"“‘']?[A-Z])"
)
"""Where and for which agency a story was filed: "HONG KONG (AP) — "."""


def wire_tag(paragraph: str) -> int:
    """The length of the dateline that a paragraph of the story begins with, or 0."""
    match = _WIRE.match(paragraph)
    return match.end() if match else 0


def is_stamp(line: str, *, signed: bool = False) -> bool:
    """Whether a line is a date, with or without a time, and nothing else.

    Args:
        line: The line.
        signed: Whether a name or a place may stand there too: "By Jane Doe, Seoul".
    """
    if len(line) > _MAX_STAMP:
        return False
    if not any(form.search(line) for form in (_ISO, _WORDS, _NUMERIC)):
        return False
    for form in (_ISO, _WORDS, _NUMERIC, _CLOCK, _FILLER):
        line = form.sub(" ", line)
    left = re.findall(r"\w[\w.’'-]*", line)
    if not signed:
        return not left
    names = [word for word in left if word.casefold() not in ("and", "in", "for")]
    return len(names) <= _MAX_NAMES and all(word[0].isupper() for word in names)


def published_on(stamps: Iterable[str]) -> str | None:
    """The ISO date (or date and time) of the first stamp that names one."""
    lines = list(stamps)
    day_first = _day_first(lines)
    return next((iso for line in lines if (iso := _iso(line, day_first))), None)


def _iso(line: str, day_first: bool) -> str | None:
    if match := _ISO.search(line):
        iso = _date(match["y"], match["m"], match["d"])
        time = f"T{match['time']}{match['zone'] or ''}" if match["time"] else ""
        return iso and iso + time
    if match := _WORDS.search(line):
        named = (match["month"] or match["month2"])[:3].lower()
        number = str(_MONTHS.index(named) + 1)
        return _date(match["y1"] or match["y2"], number, match["d1"] or match["d2"])
    if match := _NUMERIC.search(line):
        one, two = (match["one"], match["two"])
        day, month = (one, two) if day_first else (two, one)
        return _date(match["y"], month, day) or _date(match["y"], day, month)
    return None


def _date(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:  # no such day: the stamp is not read this way
        return None


def _day_first(lines: list[str]) -> bool:
    """Whether 5/9 is the fifth of September here."""
    certain = {iso[:10] for line in lines if (iso := _unambiguous(line))}
    for line in lines:
        for match in _NUMERIC.finditer(line):
            if int(match["two"]) > 12 or (
                _date(match["y"], match["one"], match["two"]) in certain
            ):
                return False
    return True


def _unambiguous(line: str) -> str | None:
    return None if _NUMERIC.search(line) else _iso(line, day_first=True)
