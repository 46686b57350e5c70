"""A passage that says no more than a conflict is none of one side alone."""

from __future__ import annotations

from newsdiff import compare
from newsdiff.model import Fact, Kind, Status
from newsdiff.reading import read_text


def facts(a: str, b: str) -> tuple[Fact, ...]:
    return compare(read_text(a, source="a"), read_text(b, source="b")).facts


def test_what_is_told_otherwise_is_not_told_by_one_alone() -> None:
    a = "The river at Brask peaked at 7.2 metres, the weather office said."
    b = "The river at Brask crested at 8.4 metres, the weather office said."
    found = facts(a, b)
    assert [fact.status for fact in found if fact.kind is Kind.NUMBER] == [
        Status.CONFLICT
    ]
    assert not [fact for fact in found if fact.kind is Kind.CLAIM]


def test_a_number_in_a_listed_quotation_is_not_listed_again() -> None:
    a = "“We lost 40 boats in the great storm of March,” Lena Holm said in Brask."
    b = "It rained in the hills above the town all night."
    found = [fact for fact in facts(a, b) if fact.status is Status.ONLY_A]
    assert Kind.QUOTE in {fact.kind for fact in found}
    assert Kind.NUMBER not in {fact.kind for fact in found}
    assert Kind.DATE not in {fact.kind for fact in found}
