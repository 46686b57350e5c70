"""Dates as the text gives them, reduced to a comparable key.

A date that depends on when the article appeared ("Tuesday", "last month") keeps its
own words as key; a full or partial calendar date becomes ISO-like ("2023-09-05",
"--09-10").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.model import Kind, Mention, Span

_MONTHS: Final = (
    "january february march april may june july august september october november "
    "december"
).split()
_MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Jan\.|Feb\.|Mar\.|Apr\.|Aug\.|Sept\.|Sep\.|Oct\.|Nov\.|Dec\.)"
)
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_UNTIL: Final = r"(?:\s*(?:-|–|to|and|through)\s*(?P<last>[0-3]?\d)(?:st|nd|rd|th)?)?"
_YEAR: Final = r"(?:,?\s+(?P<year>(?:19|20)\d\d))?"
_WEEKDAY: Final = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_RELATIVE: Final = (
    r"(?:[Ll]ast|[Nn]ext|[Tt]his|[Ll]ater this|[Ee]arlier this|[Ll]ate last)"
)
_FULL_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)"
)
_UNIT: Final = r"(?:week|weekend|month|year|spring|summer|autumn|fall|winter|night)"

_PATTERNS: Final = (
    ("iso-date", r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
    ("month-day", rf"\b{_MONTH}\s+{_DAY}{_UNTIL}{_YEAR}\b(?!\d)"),
    ("day-month", rf"\b{_DAY}{_UNTIL}\s+(?:of\s+)?{_MONTH}{_YEAR}(?!\w)"),
    (
        "relative",
        rf"\b{_RELATIVE}\s+(?:{_UNIT}|{_WEEKDAY}|{_FULL_MONTH})\b",
    ),
    (
        "month",
        rf"\b(?:in|In|since|Since|of|by|late|early)\s+(?P<name>{_MONTH}{_YEAR})(?!\w)",
    ),
    ("weekday", rf"\b{_WEEKDAY}s?\b"),
    ("year", r"\b(?:in|In|since|Since|of|by|late|early)\s+(?P<name>(?:19|20)\d\d)\b"),
    ("day-word", r"\b(?:[Yy]esterday|[Tt]omorrow)\b"),
)
_COMPILED: Final = tuple((rule, re.compile(pattern)) for rule, pattern in _PATTERNS)


def dates(text: str, span: Span, sentence: int) -> Iterator[Mention]:
    """The dates of a sentence, longest reading first, never overlapping."""
    taken: list[Span] = []
    for rule, pattern in _COMPILED:
        for match in pattern.finditer(text, span.start, span.end):
            groups = match.groupdict()
            place = Span(*match.span("name" if groups.get("name") else 0))
            if any(place.start < t.end and t.start < place.end for t in taken):
                continue
            taken.append(place)
            key = _calendar_key(groups) or " ".join(match.group().lower().split())
            yield Mention(
                kind=Kind.DATE,
                span=place,
                sentence=sentence,
                key=key,
                rule=rule,
                resolved=key
                if len(key) == len("2023-09-05") and key[0] == "2"
                else None,
            )


def _calendar_key(groups: dict[str, str | None]) -> str | None:
    month = groups.get("month")
    if not month:
        return None
    number = int(month) if month.isdigit() else _month_number(month)
    key = f"{groups.get('year') or '-'}-{number:02}"
    for part in ("day", "last"):
        if value := groups.get(part):
            key += f"{'/' if part == 'last' else '-'}{int(value):02}"
    return key


def _month_number(name: str) -> int:
    prefix = name.lower().rstrip(".")[:3]
    return 1 + next(i for i, month in enumerate(_MONTHS) if month.startswith(prefix))
