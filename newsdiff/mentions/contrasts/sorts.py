"""Which values can stand in for each other, and whether two such values differ."""

from __future__ import annotations

from typing import Final

from newsdiff.english.events import counts_people
from newsdiff.mentions.contrasts.amounts import numbers_differ
from newsdiff.mentions.contrasts.days import dates_differ, days_overlap
from newsdiff.model import Kind, Mention

_COUNTED: Final = ("count", "vague", "range")
"""Rules of numbers that count things: a bare "three" can be the other's "3 ships"."""

_SORTS: Final = (
    *("score", "ordinal", "designator", "money", "percentage"),
    *("measure", "duration", "age"),
)
"""Rules of numbers that are compared with none of another rule."""


def sort_of(mention: Mention) -> str:
    """What two values must both be to fill one slot."""
    if mention.kind is Kind.DATE:
        clock = isinstance(mention.resolved, str) and mention.resolved[:1] == "T"
        return "clock" if clock or mention.key[:4] == "time" else "date"
    if mention.kind is not Kind.NUMBER:
        return mention.kind.value
    return mention.rule if mention.rule in _SORTS else "count"


def values_differ(one: Mention, other: Mention) -> bool:
    """Whether two mentions are values of one kind that cannot both be right."""
    sort = sort_of(one)
    if sort != sort_of(other) or one.key == other.key or sort == "designator":
        return False
    if one.kind is Kind.DATE:
        return sort == "clock" or dates_differ(one, other)
    same = one.resolved is not None and one.resolved == other.resolved
    if same and (sort == "count" or one.unit == other.unit):
        return False
    if sort != "count" and one.unit != other.unit:
        return sort == "money" and same
    return numbers_differ(one, other)


def are_equal(one: Mention, other: Mention) -> bool:
    """Whether two mentions are one value, in whatever form, or one meets the other.

    "Five" is 5 and "$15m" 15 million dollars, "three" meets "at least three", "Tuesday"
    the day it was. What two numbers count must be able to be the same.
    """
    if one.key == other.key:
        return one.kind is other.kind
    if _is_bare_form(one, other) or _is_bare_form(other, one):
        return True
    if sort_of(one) != sort_of(other) or values_differ(one, other):
        return False
    if one.kind is Kind.DATE:
        return sort_of(one) == "date" and days_overlap(one, other)
    if one.resolved is None or other.resolved is None:
        return False
    return None in (one.unit, other.unit) or count_alike(one, other)


def _is_bare_form(bare: Mention, full: Mention) -> bool:
    """Whether a number is another without its unit: "sold for 2,200" and "£2,200"."""
    return (
        (bare.rule, bare.unit) == ("count", None)
        and full.kind is Kind.NUMBER
        and sort_of(full) in ("count", "money", "percentage")
        and bare.resolved == full.resolved
    )


def count_alike(one: Mention, other: Mention) -> bool:
    """Whether two numbers can count, or measure, the same."""
    if one.unit == other.unit:
        return True
    if one.unit and other.unit:
        return counts_people(one.unit) and counts_people(other.unit)
    united = one if one.unit else other
    return united.rule in _COUNTED
