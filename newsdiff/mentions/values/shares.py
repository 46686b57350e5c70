"""Parts of a whole as percentages: "half of", "one in five", "three out of ten"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsdiff.mentions.values.amounts import Amount, Form, Line, rounded
from newsdiff.mentions.values.quantities import Quantity
from newsdiff.mentions.values.units import find_unit
from newsdiff.model import Span

_IN: Final = re.compile(
    r"[\s-](?P<how>(?:in|out of|of|for)(?:\severy)?)[\s-](?:an?\s)?",
    re.IGNORECASE,
)
_TEN: Final = 10
_WHOLES: Final = frozenset((*range(2, 13), 15, 16, 20, 25, 30, 40, 50, 100, 200, 500))
"""What one says "one in" of without "out of" or "every"."""


def read_share(
    line: Line, amounts: Sequence[Amount], i: int
) -> tuple[Quantity, int] | None:
    """A fraction, and how many numbers it took; None where there is none."""
    amount = amounts[i]
    if amount.form is Form.FRACTION and not amount.sign:
        value = rounded(amount.value * 100)
        return Quantity(amount.span, value, "fraction", "%", 100.0), 1
    following = amounts[i + 1] if i + 1 < len(amounts) else None
    if following is None or amount.sign or following.sign:
        return None
    gap = line.text[amount.span.end : following.span.start]
    match = _IN.fullmatch(gap)
    if match is None or not 0 < amount.value < following.value:
        return None
    how = match["how"].casefold()
    if how in ("of", "for"):
        return None
    every = how != "in"
    if not every and not _is_rate(line, amount, following):
        return None
    span = Span(amount.span.start, following.span.end)
    value = rounded(100 * amount.value / following.value)
    return Quantity(span, value, "fraction", "%", 100.0), 2


def _is_rate(line: Line, amount: Amount, whole: Amount) -> bool:
    """Whether "one in five" is a share; "one in 2019", "two in three days" are not."""
    # Style guides write out what is below ten: "seven in 10".
    mixed = (amount.form, whole.form) == (
        Form.WORDS,
        Form.DIGITS,
    ) and whole.value >= _TEN
    alike = amount.form is whole.form and amount.form in (Form.DIGITS, Form.WORDS)
    if not (mixed or alike):
        return False
    large = whole.value >= 1000 and whole.value % 1000 == 0
    if whole.value not in _WHOLES and not large:
        return False
    return find_unit(line, whole.span.end) is None and (
        amount.value == 1 or whole.value in (3, 4, 5, 6, 8, 10, 12, 20, 50, 100, 1000)
    )
