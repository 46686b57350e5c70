"""Values in words and in figures: which words of them the other article tells."""

from __future__ import annotations

import numpy as np
import pytest

from newsdiff.comparing import compare
from newsdiff.comparing.told_values import ToldValues, find_told_values
from newsdiff.mentions import make_canonical, mentions_of
from newsdiff.model import Kind, Pair, Span, Status
from newsdiff.reading import read_text


def told(a: str, b: str) -> Pair[ToldValues]:
    articles = Pair(read_text(a, source="a"), read_text(b, source="b"))
    return find_told_values(Pair(*make_canonical(*articles.map(mentions_of))))


def test_every_word_of_a_value_that_both_have_has_its_tellers() -> None:
    found = told("It held two thousand and six eels.", "All went.\nIt held 2,006 eels.")
    assert found.a.spans == (Span(8, 28),)
    tellers = found.a.tellers_of(np.array([7, 8, 12, 21, 27, 28]))
    assert tellers == dict.fromkeys((1, 2, 3, 4), frozenset([1]))


def test_another_value_has_no_teller() -> None:
    assert told("It held 2,006 eels.", "It held 2,007 eels.").a.spans == ()


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "It cost two million three hundred and five thousand farmers a crop.",
            "It cost 2,305,000 farmers a crop.",
        ),
        (
            "Sixteen hundred hens, half a million eels and two and a half tons burned.",
            "1,600 hens, 500,000 eels and 2.5 tons burned.",
        ),
        (
            "The bank cut its rate by 25 basis points to 4.5% on Monday.",
            "On Monday it cut its rate by a quarter of a percentage point to 4.5%.",
        ),
        ("She went at 7 P.M. by boat.", "She went by boat at 7pm."),
        (
            "The coaster MV Tarnsey was towed to Holm at 5 a.m.",
            "The Tarnsey was towed to Holm at 5am.",
        ),
    ],
)
def test_equal_values_leave_no_clause_of_one_side(a: str, b: str) -> None:
    facts = compare(read_text(a, source="a"), read_text(b, source="b")).facts
    assert [f.value for f in facts if f.status is not Status.BOTH] == []


def test_what_stands_beside_an_equal_value_is_still_listed() -> None:
    a = "Wolves took six hundred lambs. Bailiffs seized Ekman's old tractor in a shed."
    b = "Wolves took 600 lambs."
    facts = compare(read_text(a, source="a"), read_text(b, source="b")).facts
    claims = [f.value.a for f in facts if f.kind is Kind.CLAIM]
    assert claims == ["Bailiffs seized Ekman's old tractor in a shed."]
