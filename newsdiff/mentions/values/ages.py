"""Ages: "aged 22", "(34)", "22-year-old", "turned 90", "her 90th birthday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from newsdiff.english.tables import word_group
from newsdiff.mentions.values.amounts import Amount, Form, Line, rounded
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.model import Span

AGE: Final = "year-old"
_OLD: Final = re.compile(
    r"[\s-](?:(?P<unit>year|yr|month|week|day)s?[\s-]olds?|years?\sof\sage)\b"
    r"|\s?(?:yo|y/o)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = (
    "people|those|adults|men|women|anyone|anybody|everyone|drivers|patients|residents|"
    "children|pensioners|voters|workers|citizens|aged"
)
_THEN: Final = (
    "will|would|can|may|must|should|have|had|are|were|who|in|at|on|and|to|from|with|"
    "ride|get|pay|need"
)
_AROUND: Final = tuple(
    (re.compile(before, re.IGNORECASE), re.compile(behind))
    for before, behind in (
        (
            (
                r"\b(?:age[ds]?:?|age of|aged (?:just|only|about|around|between|from|"
                r"over|under|above|below))\s$"
            ),
            r"[\s,.;:)–-]|$",
        ),
        (
            r"\b(?:turn(?:s|ed|ing)?|(?:died|dies|dead|dying|death)\sat)\s$",
            r"[.,;]|$|\s(?:in|on|this|last|next|at|yesterday)\b",
        ),
        (r"^\W?At\s$", r",\s"),
        (r"\bwho (?:is|was|is now)\s$", r"[.,;]|$"),
        (rf"\b(?:{_PEOPLE}) (?:over|under)\s$", rf"[.,;)]|$|\s(?:{_THEN})\b"),
    )
)
"""What stands before and behind an age."""
_LEADS: Final = frozenset(
    "age age: aged aged: ages of just only about around between from over under above "
    "below turn turns turned turning at is was now".split()
)
"""The last words of what stands before an age."""
_OF: Final = re.compile(r"\b(?P<word>[a-z]+)\sof\s(?:just\s|only\s|about\s)?$")
_BRACKETED: Final = re.compile(r"\b(?P<word>[a-z]+)\s\($")
_AGED: Final = re.compile(r"\bage[ds]?\s$", re.IGNORECASE)
_BABY: Final = re.compile(r"\s(?P<unit>years|months?|weeks?|days?)(?!\sof\sservice)\b")
_GROUP: Final = re.compile(r"(?<=(?i:over)-)\d{2}(?=s\b)|(?<=(?i:under)-)\d{2}(?=s\b)")
"""Whom an age divides off: "the over-65s"."""
_PARENT_OF: Final = re.compile(
    r"\b(?:mother|father|mum|mom|dad|parent|grandmother|grandfather)[\s-]of[\s-]$"
)
_PARENT: Final = re.compile(_PARENT_OF.pattern.removesuffix("$") + r"\w+,\s$")
_NAMED: Final = re.compile(r"(?P<word>[^\W\d_][\w’'.-]*),\s$")
_FULL: Final = re.compile(r"(?<![\w.])[A-Z][\w’'-]+\s(?:[A-Z][\w.’'-]*\s)+\($")
_CLOSED: Final = re.compile(r",|\.(?=\s|$)|;|$")
_CLOSED_OF: Final = re.compile(
    r"[.,;]|$|\s(?:was|is|were|had|has|who|from|in|at|died|drowned|fell|and)\b"
)
_NAMED_IN_FULL: Final = re.compile(r"[A-Z][a-z]+\s[A-Z][\w’'-]+,\s$")
_BIRTHDAY: Final = re.compile(r"\sbirthday\b", re.IGNORECASE)
_YEARS: Final = {"year": 1.0, "yr": 1.0, "month": 1 / 12}
_OLDEST: Final = 115
_YOUNGEST: Final = 5
"""Below it a number in brackets behind a name counts something."""


def find_groups(line: Line) -> Iterator[Quantity]:
    """The ages of "over-65s" and "under-fives" in figures."""
    for match in _GROUP.finditer(line.text, *line.span):
        yield Quantity(Span(*match.span()), float(match.group()), "age", AGE)


def read_age(line: Line, amount: Amount) -> Quantity | None:
    """An age in years; None where nothing says that it is one."""
    if amount.sign or amount.form in (Form.FRACTION, Form.VAGUE):
        return None
    if amount.form is Form.ORDINAL:
        if match := _BIRTHDAY.match(line.text, amount.span.end, line.span.end):
            return Quantity(
                Span(amount.span.start, match.end()), amount.value, "age", AGE
            )
        return None
    if match := _OLD.match(line.text, amount.span.end, line.span.end):
        return _in_unit(amount, (match["unit"] or "year").casefold(), match.end())
    baby = _BABY.match(line.text, amount.span.end, line.span.end)
    before = line.before(amount.span.start)
    if baby and (_AGED.search(before) or _is_named(line, before, baby.end())):
        return _in_unit(amount, baby["unit"].rstrip("s"), baby.end())
    is_age = _is_age(line, amount)
    return Quantity(amount.span, amount.value, "age", AGE) if is_age else None


def _in_unit(amount: Amount, unit: str, end: int) -> Quantity:
    span = Span(amount.span.start, end)
    if unit not in _YEARS:
        return Quantity(span, amount.value, "age", f"{unit}-old")
    factor = _YEARS[unit]
    return Quantity(span, rounded(amount.value * factor), "age", AGE, factor)


def _is_age(line: Line, amount: Amount) -> bool:
    """Whether a bare number is an age by what stands around it."""
    value, (start, end) = amount.value, amount.span
    if not 0 < value <= _OLDEST or amount.scale != 1 or value != int(value):
        return False
    before, behind = line.before(start), line.after(end, 12)
    if line.word_before(start) in _LEADS:
        return _is_led(before, behind)
    if behind[:1] == ")":
        one = _BRACKETED.search(before)
        someone = one is not None and _is_someone(one["word"])
        return value >= _YOUNGEST and (someone or _FULL.search(before) is not None)
    if before[-2:] != ", " or not _CLOSED.match(behind):
        return False
    named = _NAMED.search(before)
    person = named is not None and _is_person(named["word"])
    return person or _PARENT.search(before) is not None


def _is_named(line: Line, before: str, end: int) -> bool:
    """Whether a time behind a name is an age: "Ana Holm, nine months, slept"."""
    named = _NAMED_IN_FULL.search(before)
    return named is not None and line.text[end : end + 1] == ","


def _is_led(before: str, behind: str) -> bool:
    """Whether the words in front make an age of a number: "aged 9", "a boy of 9"."""
    for ahead, following in _AROUND:
        if ahead.search(before):
            return following.match(behind) is not None
    one = None if _PARENT_OF.search(before) else _OF.search(before)
    someone = one is not None and _is_someone(one["word"])
    return someone and _CLOSED_OF.match(behind) is not None


def _is_person(word: str) -> bool:
    """Whether a word in front of ", 22," can be someone's."""
    if word[0].isupper():
        return word.rstrip(".") not in _calendar() and len(word) > 1
    return _is_someone(word)


def _is_someone(word: str) -> bool:
    return word.casefold().split("-")[0] in word_group("numbers", "people")


@cache
def _calendar() -> frozenset[str]:
    return frozenset(
        "January February March April May June July August September October November "
        "December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Monday Tuesday "
        "Wednesday Thursday Friday Saturday Sunday".split()
    )
