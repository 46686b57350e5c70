"""A number with what it is of, as it is compared."""

from __future__ import annotations

from typing import NamedTuple

from newsdiff.model import Span


class Quantity(NamedTuple):
    """A number that was read."""

    span: Span
    value: float
    """In its unit; a range begins with it, a score has it first."""
    rule: str
    """The kind of number: "count", "money", "measure", "age" …"""
    unit: str | None = None
    """As it is compared: "metre", "$", "%"; None where nothing was measured."""
    factor: float = 1.0
    """How many of that unit the written one has: a "km" is 1000 metres."""
    scale: float = 1.0
    """What "million" multiplied it by."""
    second: float | None = None
    """The end of a range, the other side of a score."""
    name: str = ""
    """The key of what is a name and no value: "pier 33"."""
    phrase: Span | None = None
    """With what it counts, where the reader of its kind knows that."""


def write_plain(value: float) -> str:
    """The number in digits, without a trailing ".0"."""
    return str(int(value)) if value == int(value) else f"{value:.10g}"
