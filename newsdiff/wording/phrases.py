"""The words in which a comparison speaks, the same on every screen and in every export.

Two claims are never mixed up: a string that appears nowhere (certain) and a meaning
that was not found (probable).
"""

from __future__ import annotations

from typing import Final

from newsdiff.comparing import Mark, Order
from newsdiff.model import Absence, Fact, Kind, Pair, Side

_MARKS: Final = {
    Mark.SAME: "same",
    Mark.OTHERWISE: "same, written otherwise",
    Mark.REWORDED: "reworded",
    Mark.RELATED: "only related",
    Mark.MOVED: "told elsewhere in the article",
    Mark.CONFLICT: "told with another value",
    Mark.NONE: "not compared",
}
_ORDERS: Final = {
    Order.BOTH: "both in their own order",
    Order.A: "in A's order",
    Order.B: "in B's order",
}
KINDS: Final = {
    Kind.QUOTE: ("quotation", "quotations"),
    Kind.PERSON: ("person", "people"),
    Kind.NUMBER: ("number", "numbers"),
    Kind.ORGANIZATION: ("organization", "organizations"),
    Kind.CLAIM: ("claim", "claims"),
    Kind.PLACE: ("place", "places"),
    Kind.DATE: ("date", "dates"),
    Kind.ATTRIBUTION: ("source", "sources"),
    Kind.CERTAINTY: ("how sure", "how sure"),
}
"""What one fact of a kind is called, and several, in the order of the filter."""
QUOTES: Final = '“”"'


def kind_words(kind: Kind) -> str:
    """What a fact of a kind is called: "quotation", "how sure"."""
    return KINDS[kind][0]


def mark_words(mark: Mark, labels: Pair[str]) -> str:
    """What a row's mark says."""
    return f"only in {labels[mark.side]}" if mark.side else _MARKS[mark]


def order_words(order: Order) -> str:
    """In whose order rows stand: "both in their own order", "in A's order"."""
    return _ORDERS[order]


def absence(fact: Fact, labels: Pair[str], *, near: bool = False) -> str:
    """The sentence that says what is claimed of the article that lacks a fact.

    Args:
        fact: A fact of one side.
        labels: What the articles are called.
        near: Whether a sentence that states it has a link: then one of the other
            article was found, only not with this in it.
    """
    side = fact.status.side
    if side is None:
        return ""
    other = labels[side.other]
    if fact.absence is Absence.STRING:
        return f"{quoted(fact, side)} appears nowhere in {other}."
    if fact.kind is Kind.CLAIM:
        return f"No sentence of {other} was found to say this."
    if near:
        return f"{other} was not found to speak of {quoted(fact, side)}."
    return f"No sentence of {other} was found to speak of {quoted(fact, side)}."


def quoted(fact: Fact, side: Side) -> str:
    """The words of a fact on one side, in quotation marks."""
    return f"“{(fact.value[side] or '').strip(QUOTES)}”"
