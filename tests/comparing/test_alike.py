"""A row of the same sentence, written otherwise, and what is listed of it."""

from __future__ import annotations

from newsdiff.comparing import Mark, compare, rows_of
from newsdiff.model import Status
from newsdiff.reading import read_text

A = """Mr Bo Ek paid $2m for the bridge on 5 May, the Defence Ministry said.

The mayor of Velm left the town in a red car on Tuesday."""
B = """Bo Ek paid $2 million for the bridge on May 5, the Defense Ministry said.

The mayor of Velm left the town in a green car on Tuesday."""


def test_it_has_a_mark_of_its_own_and_is_no_change() -> None:
    comparison = compare(read_text(A, source="a"), read_text(B, source="b"))
    first, second = rows_of(comparison)
    assert first.mark is Mark.OTHERWISE
    assert not first.mark.is_change
    assert second.mark is not Mark.OTHERWISE


def test_nothing_of_it_is_listed_as_a_difference() -> None:
    comparison = compare(read_text(A, source="a"), read_text(B, source="b"))
    first = comparison.articles.a.sentences[0]
    listed = [
        fact
        for fact in comparison.facts
        if fact.status is not Status.BOTH
        and any(span.start < first.end for span in fact.spans.a)
    ]
    assert listed == []


def test_a_value_that_differs_is_never_hidden() -> None:
    other = B.replace("$2 million", "$3 million")
    comparison = compare(read_text(A, source="a"), read_text(other, source="b"))
    assert rows_of(comparison)[0].mark is Mark.CONFLICT
