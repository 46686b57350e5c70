"""Money: signs, codes and words, with hundredths: "$0.45" is 45 cents."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from newsdiff.english.tables import table
from newsdiff.mentions.values.amounts import Amount, Form, Line, rounded
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.model import Span

_POUND: Final = re.compile(r"[\s-]pounds?(?![\w-])", re.IGNORECASE)
_CERTAIN: Final = 10_000.0
"""Pounds from which only money is counted in them."""
_LEAST_WON: Final = 100.0
"""What costs less than a hundred won is told as "5 won" by nobody."""
_PENCE: Final = 999.0
"""What "1080p" has more of is no money."""
_KILOGRAMS: Final = 0.45359237
_OUNCE: Final = 0.028349523125
_OUNCES: Final = re.compile(r",?\s(?:and\s)?(?P<count>\d{1,2})\s(?:ounces?|oz)\b")


class _Currency(NamedTuple):
    name: str
    factor: float
    end: int


@cache
def _words() -> tuple[re.Pattern[str], dict[str, tuple[str, float]]]:
    data = table("money")
    known = {
        word.replace("_", " "): (name, factor)
        for part, factor in (("words", 1.0), ("cents", 0.01))
        for name, words in data[part].items()
        for word in words.split()
    }
    options = "|".join(
        re.escape(w).replace(r"\ ", r"[\s-]")
        for w in sorted(known, key=len, reverse=True)
        if w != "p"
    )
    return re.compile(
        rf"(?:[\s-]?(?P<word>{options})|(?P<pence>p))(?![^\W_])(?!['’][a-rt-z])",
        re.IGNORECASE,
    ), known


def read_money(line: Line, amount: Amount) -> Quantity | None:
    """An amount as money; None where neither sign nor word makes it that."""
    if amount.form is Form.ORDINAL:
        return None
    behind = _behind(line, amount)
    if amount.sign:
        signs: dict[str, str] = table("money")["signs"]
        name, factor = signs[amount.sign], 1.0
        end = behind.end if behind and behind.name == name else amount.span.end
    elif behind:
        name, factor, end = behind
    else:
        return _pounds(line, amount)
    value = rounded(amount.value * factor)
    span = Span(amount.span.start, end)
    rule = "vague" if amount.form is Form.VAGUE else "money"
    return Quantity(span, value, rule, name, factor, amount.scale)


def _behind(line: Line, amount: Amount) -> _Currency | None:
    pattern, known = _words()
    place = amount.span.end
    if amount.form is Form.VAGUE:
        place += len(" of") if line.text.startswith(" of ", place) else 0
    if amount.form is Form.FRACTION and (
        article := re.compile(r"\s(?:of\s)?an?(?=\s)").match(line.text, place)
    ):
        place = article.end()
    match = pattern.match(line.text, place, line.span.end)
    if match is None or (match["pence"] and amount.value > _PENCE):
        return None
    word = re.sub(r"[\s-]+", " ", (match["word"] or "p").casefold())
    # "12 us" is the pronoun unless it is written as the country.
    if word in ("us", "sh") and not match["word"].isupper():
        return None
    if word == "us" and not amount.sign:
        return None
    if word == "won" and amount.value < _LEAST_WON:
        return None  # "the two won medals"
    name, factor = known[word]
    return _Currency(name, factor, match.end())


def _pounds(line: Line, amount: Amount) -> Quantity | None:
    """Pounds of money, or of weight where the sentence weighs something."""
    match = _POUND.match(line.text, amount.span.end, line.span.end)
    if match is None:
        return None
    span = Span(amount.span.start, match.end())
    words = {token.folded for token in line.words}
    of = line.text[match.end() : match.end() + 4] == " of "
    weighed = words & _tell_pounds("weight")
    paid = words & _tell_pounds("money")
    certain = amount.value >= _CERTAIN or amount.scale >= 1e6
    if (certain and not weighed) or (paid and not weighed and not of):
        return Quantity(span, amount.value, "money", "£", scale=amount.scale)
    value = amount.value * _KILOGRAMS
    if ounces := _OUNCES.match(line.text, match.end(), line.span.end):
        value += int(ounces["count"]) * _OUNCE
        span = Span(span.start, ounces.end())
    value = rounded(value)
    return Quantity(span, value, "measure", "kilogram", _KILOGRAMS, amount.scale)


@cache
def _tell_pounds(kind: str) -> frozenset[str]:
    """The words that tell one kind of pounds from the other."""
    return frozenset(table("money")["pounds"][kind].split())
