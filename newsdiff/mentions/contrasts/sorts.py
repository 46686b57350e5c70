"""Which values can stand in for each other, and whether two such values differ."""

from __future__ import annotations

from newsdiff.mentions.contrasts.amounts import numbers_differ
from newsdiff.mentions.contrasts.days import dates_differ
from newsdiff.model import Kind, Mention


def sort_of(mention: Mention) -> str:
    """What two values must both be to fill one slot."""
    if mention.kind is Kind.DATE:
        clock = isinstance(mention.resolved, str) and mention.resolved[:1] == "T"
        return "clock" if clock or mention.key[:4] == "time" else "date"
    if mention.kind is not Kind.NUMBER:
        return mention.kind.value
    if mention.rule in ("score", "ordinal", "designator"):
        return mention.rule
    if mention.rule in ("money", "percentage"):
        return mention.rule
    return "count"


def values_differ(one: Mention, other: Mention) -> bool:
    """Whether two mentions are values of one kind that cannot both be right."""
    sort = sort_of(one)
    if sort != sort_of(other) or one.key == other.key or sort == "designator":
        return False
    if one.kind is Kind.DATE:
        return sort == "clock" or dates_differ(one, other)
    if sort != "count" and one.unit != other.unit:
        return False
    return numbers_differ(one, other)
