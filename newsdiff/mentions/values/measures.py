"""Measures and durations: lengths, weights, speeds, percentages, times that last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.mentions.values.amounts import Amount, Form, Line, rounded
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.mentions.values.units import Unit, find_unit
from newsdiff.model import Span

_TIMES: Final = ("second", "year")
_SHARES: Final = ("%",)
_GLUE: Final = re.compile(r"[\s-]|,\s|,?\sand\s|")
_STONE: Final = 6.35029318
_POUND_WEIGHT: Final = 0.45359237
_POUNDS: Final = re.compile(r"[\s-]pounds?\b")
_PAIRS: Final = ((0.3048, 0.0254), (0.45359237, 0.028349523125), (1.0, 0.01))
"""Units that are said in one breath, besides times: feet and inches."""
_ARTICLE: Final = re.compile(r"\s(?:of\s)?an?(?=\s)")
_FEET: Final = re.compile(
    r"(?<![\w.])(?P<feet>\d{1,2})['’′]\s?(?P<inches>\d{1,2}(?:\.\d+)?)(?:[\"”″]|['’]{2})"
)
_MARK: Final = re.compile(
    r"(?P<inch>[\"”″](?=\s(?:of|tall|wide|long|deep|high|thick|screen|pipe|gun|in)\b))"
    r"|(?P<foot>['’′](?=\s(?:tall|wide|long|deep|high|thick)\b))"
)
_LEFT_OVER: Final = re.compile(
    r"(?:-(?P<figure>\d{1,2})(?:-inch(?:es)?)?(?![\w-])|[\s-](?P<inches>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    r"(?=$|[.,;:)\"”]|\s(?:tall|and|in|high)\b))"
)
_NUMBERS: Final = "one two three four five six seven eight nine ten eleven".split()
_RACE: Final = re.compile(
    r"(?<![\w.:])(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):"
    r"(?P<seconds>\d{2}(?:\.\d{1,3})?)(?![\w:])"
)
_AND_HALF: Final = re.compile(
    r"\b(?P<one>an?|one)\s(?P<unit>hour|year|month|week|day|mile|metre|minute|decade|"
    r"century)\sand\sa\s(?P<part>half|quarter)\b",
    re.IGNORECASE,
)
_HOUR_AND: Final = re.compile(
    r"\b(?P<one>an)\s(?:hour|minute)\s(?:and\s)?(?P<count>\d{1,2}|one|two|three|four|five|"
    r"six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)"
    r"(?=\s(?:minutes?|mins?|seconds?|secs?)\b)",
    re.IGNORECASE,
)
_TENS: Final = {
    "twelve": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
_SHORT_TIME: Final = re.compile(
    r"(?<![\w.,$€£:-])(?:(?P<hours>\d{1,2})h\s?(?P<minutes>\d{1,2})(?:m|mins?)"
    r"|(?P<seconds>\d{1,2}\.\d{1,3})s)(?!\w)"
)
_A_UNIT: Final = re.compile(
    r"\b(?:lasted|lasts|took|takes|take|for|within|than|about|nearly|almost|over|under)\s"
    r"(?P<one>an?)\s(?P<unit>hour|week|month|year|decade|century)(?=[.,;:)]|$|\s(?:and(?!\sa\b)|"
    r"in|on|at|to|after|before|from|by|with|as|when|because|while|but|until|since|there|here)\b)"
)
"""So long a time, as "one week" is: not "a week later", not "a week-long trip"."""
_TWICE: Final = re.compile(
    r"\b(?:twice|thrice)\b(?!-|\s(?:as|the|that|those|its|their|his|her|what|this|more)\b)",
    re.IGNORECASE,
)
"""So many times; "twice the price" is a factor, which others call double."""
_POINT: Final = re.compile(r"(?:\s(?:of\s)?an?)?[\s-]points?\b")
_MAGNITUDE: Final = re.compile(r"\bmagnitude[\s-](?:of\s|a\s)?$", re.IGNORECASE)


def find_marked(line: Line) -> Iterator[Quantity]:
    """Measures with a form of their own: 6' 2", 4:02.31, an hour and a half."""
    text = line.text[slice(*line.span)]
    if any(mark in text for mark in "'’′"):
        for match in _FEET.finditer(line.text, *line.span):
            value = float(match["feet"]) * 0.3048 + float(match["inches"]) * 0.0254
            yield Quantity(Span(*match.span()), rounded(value), "measure", "metre")
    if ":" in text:
        yield from _races(line)
    yield from _times(line)
    if " and " in text:
        yield from _hour_and(line)
    if " and a " in text:
        for match in _AND_HALF.finditer(line.text, *line.span):
            if unit := find_unit(line, match.end("one")):
                part = {"half": 1.5, "quarter": 1.25}[match["part"].casefold()]
                span = Span(match.start(), match.end())
                yield _made(span, part * unit.factor, unit, 1.0)


def _times(line: Line) -> Iterator[Quantity]:
    """How long or how often: "2h 15m", "58.2s", "a week", "twice"."""
    for match in _SHORT_TIME.finditer(line.text, *line.span):
        hours, minutes = float(match["hours"] or 0), float(match["minutes"] or 0)
        value = hours * 3600 + minutes * 60 + float(match["seconds"] or 0)
        yield Quantity(Span(*match.span()), rounded(value), "duration", "second")
    for match in _A_UNIT.finditer(line.text, *line.span):
        if unit := find_unit(line, match.start("unit") - 1):
            yield _made(Span(match.start("one"), match.end()), unit.factor, unit, 1.0)
    for match in _TWICE.finditer(line.text, *line.span):
        span, times = Span(*match.span()), 2.0 + (match[0].casefold() == "thrice")
        yield Quantity(span, times, "count", "time", phrase=span)


def _hour_and(line: Line) -> Iterator[Quantity]:
    """A unit and so many of the next smaller one: "an hour and 20 minutes"."""
    for match in _HOUR_AND.finditer(line.text, *line.span):
        large = find_unit(line, match.end("one"))
        small = find_unit(line, match.end("count"))
        if large and small and large.name == small.name:
            word = match["count"].casefold()
            count = int(word) if word.isdigit() else _count_of(word)
            seconds = large.factor + count * small.factor
            yield _made(Span(match.start(), small.end), seconds, large, 1.0)


def _count_of(word: str) -> int:
    return _NUMBERS.index(word) + 1 if word in _NUMBERS else _TENS[word]


def _races(line: Line) -> Iterator[Quantity]:
    """How long a race took: "4:02.31", "2:05:30"."""
    for match in _RACE.finditer(line.text, *line.span):
        if "." in match["seconds"] or match["hours"]:
            value = float(match["minutes"]) * 60 + float(match["seconds"])
            value += float(match["hours"] or 0) * 3600
            yield Quantity(Span(*match.span()), rounded(value), "duration", "second")


def read_measure(
    line: Line, amounts: Sequence[Amount], i: int
) -> tuple[Quantity, int] | None:
    """A number with its unit, and how many numbers it took: "six feet two inches".

    None where no unit stands behind it.
    """
    amount = amounts[i]
    if amount.form in (Form.ORDINAL, Form.VAGUE) or amount.sign:
        return None
    unit = _unit_of(line, amount)
    if unit is None:
        return None
    value, end, used = amount.value * unit.factor, unit.end, 1
    if is_below(line, amount.span.start):
        value = -value
    least = unit.factor
    while i + used < len(amounts):
        following = amounts[i + used]
        smaller = _smaller(line, unit, end, following)
        if smaller is None or smaller.factor >= least:
            break
        value += following.value * smaller.factor
        least, end, used = smaller.factor, smaller.end, used + 1
    if unit.factor == 0.3048 and used == 1:
        inches, end = _inches(line, end)
        value += inches
        used += bool(inches and i + 1 < len(amounts) and amounts[i + 1].span.end == end)
    span = Span(amount.span.start, end)
    return _made(span, value, unit, amount.scale), used


def is_below(line: Line, start: int) -> bool:
    """Whether "minus" stands before a number; "plus or minus" says how exact it is."""
    before = line.before(start, 16).casefold()
    return before.endswith("minus ") and not before.endswith("or minus ")


def _made(span: Span, value: float, unit: Unit, scale: float) -> Quantity:
    rule = "measure"
    if unit.name in _TIMES:
        rule = "duration"
    elif unit.name in _SHARES:
        rule = "percentage"
    return Quantity(span, rounded(value), rule, unit.name, unit.factor, scale)


def _unit_of(line: Line, amount: Amount) -> Unit | None:
    end = amount.span.end
    if match := _MARK.match(line.text, end, line.span.end):
        return Unit("metre", 0.0254 if match["inch"] else 0.3048, match.end())
    part = amount.form is Form.FRACTION or amount.value < 1
    if part and (match := _POINT.match(line.text, end, line.span.end)):
        return Unit("point", 1.0, match.end())
    if amount.form is Form.FRACTION and (match := _ARTICLE.match(line.text, end)):
        end = match.end()
    if unit := find_unit(line, end):
        return None if _is_other(line, end, unit) else unit
    if amount.value < 10 and _MAGNITUDE.search(line.before(amount.span.start, 14)):
        return Unit("magnitude", 1.0, amount.span.end)
    return None


def _is_other(line: Line, start: int, unit: Unit) -> bool:
    """Whether a word is no unit here: "two second-hand cars", "12 min. walk" is."""
    written = line.text[start : unit.end].strip(" -").casefold()
    behind = line.after(unit.end, 12)
    if written in ("second", "foot", "yard", "stone", "c", "f") and behind[:1] == "-":
        return not re.match(
            rf"-(?:\d|{'|'.join(_NUMBERS)})", behind
        ) and not behind.startswith(("-long", "-high", "-deep", "-wide", "-tall"))
    return False


def _smaller(line: Line, unit: Unit, end: int, following: Amount) -> Unit | None:
    """The smaller unit of a measure in two: the minutes of "two hours 30 minutes"."""
    if following.sign or following.form not in (Form.DIGITS, Form.WORDS):
        return None
    gap = line.text[end : following.span.start]
    small = find_unit(line, following.span.end)
    pounds = _POUNDS.match(line.text, following.span.end, line.span.end)
    if unit.factor == _STONE and pounds:
        small = Unit(unit.name, _POUND_WEIGHT, pounds.end())
    if small is None or small.name != unit.name or not _GLUE.fullmatch(gap):
        return None
    factors = unit.factor, small.factor
    if unit.name not in _TIMES and factors not in _PAIRS and unit.factor != _STONE:
        return None
    return small if following.value * small.factor < unit.factor else None


def _inches(line: Line, end: int) -> tuple[float, int]:
    match = _LEFT_OVER.match(line.text, end, line.span.end)
    if match is None:
        return 0.0, end
    word = match["figure"] or match["inches"]
    inches = int(word) if word.isdigit() else _NUMBERS.index(word) + 1
    return (inches * 0.0254, match.end()) if inches < 12 else (0.0, end)
