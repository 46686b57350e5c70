"""Numbers with what they count, in digits and in words, as values.

The key is the value with its unit ("3 entity", "2750000000$", "40%"), so that "three
entities" and "3 entities" meet; `bound` tells "more than 40%" from "40%".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from newsdiff.english.tables import table
from newsdiff.english.words import Token, is_function_word
from newsdiff.mentions.values.quantities import (
    Quantity,
    bound_before,
    find_counted,
    find_spelled,
)
from newsdiff.model import Kind, Mention, Span

_SCORE_WORDS: Final = frozenset("vote votes decision win victory loss defeat".split())
_RANGE: Final = frozenset(("-", "–", " to ", " – ", " - "))


@cache
def _number() -> re.Pattern[str]:
    data = table("numbers")
    signs = "|".join(re.escape(s) for s in sorted(data["currency_signs"], key=len))
    sizes = "|".join(sorted(data["magnitudes"], key=len, reverse=True))
    units = "|".join(re.escape(u) for u in sorted(data["units"], key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.,/@#])(?<![A-Za-z]-)(?P<sign>(?:{signs})\s?)?(?<![\d])"
        r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?<=[$£€¥])\.\d+)"
        r"(?P<ordinal>st|nd|rd|th)?(?![\d])"
        rf"(?:(?:\s|-)?(?P<size>(?i:{sizes}))\b)?"
        rf"(?:[\s-]?(?P<unit>(?i:{units}))(?!\w))?"
        r"(?P<mixed>[A-Za-z_@]|\.\w|/\d|-\d+-)?"
    )


def find_numbers(
    text: str, words: Sequence[Token], sentence: int, span: Span
) -> Iterator[Mention]:
    """The numbers of a sentence.

    "one" and "first" alone are pronoun and adverb too often to count; "the two" without
    a noun are known already.
    """
    found = [*_in_digits(text, span), *find_spelled(text, words)]
    if not found:
        return
    found.sort(key=lambda quantity: (quantity.span.start, -quantity.span.end))
    starts = [token.start for token in words]
    for quantity in _joined(text, found):
        mention = _mention(text, words, starts, quantity, sentence)
        after = words[bisect_left(starts, mention.span.end) :][:1]
        if mention.unit or not _is_pronoun(text, quantity, after):
            yield mention


def _is_pronoun(text: str, quantity: Quantity, after: Sequence[Token]) -> bool:
    """Whether a number in words stands for what was counted: "between the two"."""
    start, end = quantity.span
    if quantity.rule != "words" or text[max(0, start - 4) : start].lower() != "the ":
        return False
    followed = any(text[end : word.start] == " " for word in after)
    return not followed or is_function_word(after[0].folded)


def _in_digits(text: str, span: Span) -> Iterator[Quantity]:
    data = table("numbers")
    mixed = -1
    for match in _number().finditer(text, span.start, span.end):
        if match["mixed"] or match.start() == mixed:
            mixed = match.end()  # a telephone number goes on after its first part
            continue
        value = float(match["digits"].replace(",", ""))
        value *= data["magnitudes"].get((match["size"] or "").lower(), 1)
        sign = (match["sign"] or "").strip()
        unit = data["currency_signs"].get(sign)
        unit = unit or data["units"].get((match["unit"] or "").lower())
        place = Span(match.start(), match.end())
        if name := _designator(text, span, place):
            yield Quantity(Span(name, place.end), value, None, "designator")
            continue
        rule = "digits"
        if match["ordinal"]:
            rule = "ordinal"
        elif unit:
            rule = "percentage" if unit == "%" else "measure"
            rule = "money" if sign or unit in ("$", "€", "£", "¥") else rule
        yield Quantity(place, value, unit, rule)


def _designator(text: str, span: Span, place: Span) -> int | None:
    """Where "Article" begins before its number; None where none stands there."""
    before = text[max(span.start, place.start - 14) : place.start]
    word = before.rstrip(" -").rsplit(" ", 1)[-1].lstrip('(“"')
    if word and before[-1:] in " -" and word in _designators():
        return place.start - len(before) + before.rindex(word)
    return None


@cache
def _designators() -> frozenset[str]:
    return frozenset(table("numbers")["designators"]["words"].split())


def _joined(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Ranges and scores put together, what overlaps left out."""
    end = -1
    i = 0
    while i < len(found):
        one = found[i]
        if one.span.start < end:
            i += 1
            continue
        following = found[i + 1] if i + 1 < len(found) else None
        joined = following and _pair(text, one, following)
        yield joined or one
        end = (joined or one).span.end
        i += 2 if joined else 1


def _pair(text: str, one: Quantity, two: Quantity) -> Quantity | None:
    between = text[one.span.end : two.span.start]
    start = one.span.start
    apart = between == " and " and text[max(0, start - 8) : start] == "between "
    if one.rule == "designator" or one.second is not None:
        return None
    if not (apart or between in _RANGE):
        return None
    span = Span(start, two.span.end)
    if between == "-" and one.value > two.value and two.unit is None:
        return Quantity(span, one.value, None, "score", two.value)
    if one.value >= two.value and one.unit is None and two.value >= 1:
        return None
    first = one.value
    if one.unit is None and two.unit and two.value > 1e5 > one.value * 1e3:
        return None
    return Quantity(span, first, two.unit or one.unit, "range", two.value)


def _mention(
    text: str,
    words: Sequence[Token],
    starts: Sequence[int],
    quantity: Quantity,
    sentence: int,
) -> Mention:
    span, value, unit, rule, second = quantity
    phrase = None
    if rule in ("designator", "score"):
        name = " ".join(text[slice(*span)].casefold().replace("-", " ").split())
        key = (
            f"{write_plain(value)}-{write_plain(second or 0)}"
            if rule == "score"
            else name
        )
        return _made(span, sentence, key, rule)
    if unit is None:
        after = bisect_left(starts, span.end)
        unit, phrase = find_counted(text, words, after, span)
    label = (
        write_plain(value)
        if second is None
        else f"{write_plain(value)}/{write_plain(second)}"
    )
    label = f"{label}th" if rule == "ordinal" else label
    blank = " " if unit and unit[0].isalpha() else ""
    return Mention(
        kind=Kind.NUMBER,
        span=span,
        sentence=sentence,
        key=f"{label}{blank}{unit or ''}",
        rule=rule,
        resolved=value if second is None else label,
        phrase=phrase,
        unit=unit,
        bound="at least" if rule == "vague" else bound_before(text, span.start),
    )


def _made(span: Span, sentence: int, key: str, rule: str) -> Mention:
    return Mention(kind=Kind.NUMBER, span=span, sentence=sentence, key=key, rule=rule)


def write_plain(value: float) -> str:
    """The number in digits, without a trailing ".0"."""
    return str(int(value)) if value == int(value) else f"{value:.10g}"
