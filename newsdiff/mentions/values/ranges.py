"""Two numbers that are the ends of one: "10 to 15 percent", "between 2 and 3 km"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.english.tables import word_group
from newsdiff.mentions.values.amounts import Line, rounded
from newsdiff.mentions.values.nouns import find_counted
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.model import Span

_BETWEEN: Final = re.compile(r"\bbetween\s(?:about\s|some\s)?$", re.IGNORECASE)
_FROM: Final = re.compile(r"\b(?:from|by)\s(?:about\s|some\s)?$", re.IGNORECASE)
_TO: Final = (" to ", "- to ")
_DASH: Final = re.compile(r"\s?[-–—]\s?")
_CLOCKS: Final = re.compile(
    r"\d{1,2}\.(?:00|15|30|45)\s(?:and|to)\s(?:1[3-9]|2[0-3])\.(?:00|15|30|45)$"
)
"""Two times of a day of 24 hours: "between 9.00 and 17.00"."""
_HALF: Final = re.compile(r"\s?[AaPp]\.?[Mm]\b")
"""What makes times of day of two numbers: "between 5 and 6 p.m."."""
_KINDS: Final = frozenset(
    ("count", "money", "percentage", "measure", "duration", "age")
)
_CLOSE: Final = 1e3
"""How many times the first end the second may be."""
_SHORT: Final = re.compile(r"(?<!\d)\d{1,3}[-–]\d{1,3},000$")
"""A first end without the thousands of the second: "15-20,000 people"."""
_REACH: Final = 60


def join_ranges(line: Line, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities of a sentence, in order, with ends of ranges put together."""
    i = 0
    while i < len(found):
        one, two = found[i], found[i + 1] if i + 1 < len(found) else None
        first = _first_end(line, one, two) if two and _is_pair(line, one, two) else None
        i += 1
        if two and _was(line, one, two):
            yield one
            unit = one.unit
            yield two._replace(value=rounded(two.value * one.factor), unit=unit)
            i += 1
        elif two is None or first is None or first >= _second_end(one, two):
            yield one
        elif _is_change(line, one, two):
            # "from 8 to 12 percent" has one unit for both of its values
            yield one if one.unit else one._replace(value=first, unit=two.unit)
        else:
            i += 1
            span, unit = Span(one.span.start, two.span.end), two.unit or one.unit
            second = _second_end(one, two)
            yield Quantity(span, first, "range", unit, second=second)


def _was(line: Line, one: Quantity, two: Quantity) -> bool:
    """Whether a bare number tells what another was before: "to 150 tonnes from 200"."""
    gap = line.text[one.span.end : two.span.start]
    behind = line.after(two.span.end, 2)
    bare = two.unit is None and two.rule == "count" and two.scale == one.scale
    measured = one.unit is not None and one.rule in ("measure", "percentage")
    return measured and bare and gap == " from " and not behind[:2].strip().isalnum()


def _is_pair(line: Line, one: Quantity, two: Quantity) -> bool:
    """Whether two numbers stand to each other as the ends of a range do."""
    if one.rule not in _KINDS or two.rule not in _KINDS:
        return False
    gap = line.text[one.span.end : two.span.start]
    if _HALF.match(line.text, two.span.end) or _CLOCKS.match(
        line.text[one.span.start : two.span.end]
    ):
        return False
    if one.unit == "%" and two.unit is None and gap in _TO:
        return False  # "shed 0.4% to 512.3"
    between = gap == " and " and _BETWEEN.search(line.before(one.span.start, 20))
    neighbours = gap == " or " and _follow(one, two)
    return bool(between or neighbours or gap in _TO or _DASH.fullmatch(gap))


def _follow(one: Quantity, two: Quantity) -> bool:
    """Whether "or" stands between guesses: "two or three days"."""
    return one.unit is None and two.value / two.factor - one.value == 1


def _second_end(one: Quantity, two: Quantity) -> float:
    """The second end, in the unit that a sign in front of the first gave both."""
    return two.value if two.unit else rounded(two.value * one.factor)


def _first_end(line: Line, one: Quantity, two: Quantity) -> float | None:
    """The first end in the unit of the second: "2 to 3 million" is 2 million."""
    if one.unit and two.unit and one.unit != two.unit:
        return None
    if one.rule == "age" and two.unit and two.rule != "age":
        return None
    raw = one.value / one.factor
    signed = two.rule == "money" and one.unit is None and two.factor == 1.0
    factor = one.factor if one.unit else two.factor
    written = two.value / (two.factor * two.scale)
    if (
        one.unit is None
        and one.scale == 1
        and _SHORT.search(line.text[one.span.start : two.span.end])
    ):
        head = two.value / (two.factor * _CLOSE)
        if line.text[one.span.end : two.span.start] in ("-", "–") and raw < head:
            return rounded(raw * _CLOSE * factor)
    if (
        one.scale == 1
        and two.scale > 1
        and raw < written
        and not _is_apart(signed, raw)
    ):
        raw *= two.scale
    first = rounded(raw * factor)
    if one.unit is None and two.unit and two.value > first * _CLOSE:
        return None
    return first


def _is_apart(signed: bool, raw: float) -> bool:
    """Whether a bare number cannot share the "million" of money behind it."""
    return signed and raw >= _CLOSE


def _is_change(line: Line, one: Quantity, two: Quantity) -> bool:
    """Whether "from 200 to 900" tells of two values: something rose or fell."""
    if line.text[one.span.end : two.span.start] not in _TO:
        return False
    words = re.findall(r"[a-z]+", line.before(one.span.start, _REACH).casefold())
    if not set(words) & word_group("numbers", "moves"):
        return False
    if _FROM.search(line.before(one.span.start, 20)):
        return True
    # "will rise 2 to 3 percent": only the second end has the unit of both.
    shared = two.unit in ("%", "percentage point") or two.scale > one.scale
    if one.unit is None and shared:
        return False
    # "cut 12 to 14 jobs"
    bare = one.unit is None and two.unit is None
    return not bare or find_counted(line, two.span)[0] is None
