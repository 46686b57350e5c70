"""Numbers and dates that are told otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.values import find_value_conflicts

Told = tuple[str, str]
Found = Callable[..., list[Conflict]]


@pytest.fixture(scope="module")
def found(reader: Callable[..., Any]) -> Found:
    def between(a: str, b: str, chance: float = 0.95) -> list[Conflict]:
        sides, _ = reader(a, b)
        there = list(find_value_conflicts(sides, {(0, 0): chance}))
        back = list(find_value_conflicts(sides.swapped, {(0, 0): chance}))
        assert sorted([one.swapped for one in back], key=str) == sorted(there, key=str)
        return there

    return between


def told(conflicts: list[Conflict]) -> list[Told]:
    return [(one.value.a, one.value.b) for one in conflicts]


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "sank 12 boats near Tarnholm",
            "sank 14 boats near Tarnholm",
            ("12 boats", "14 boats"),
        ),
        (
            "raised $5 million for boats",
            "raised $7 million for boats",
            ("$5 million", "$7 million"),
        ),
        (
            "raised $5 million for boats",
            "raised £5 million for boats",
            ("$5 million", "£5 million"),
        ),
        ("boarded boats on Monday", "boarded boats on Friday", ("Monday", "Friday")),
        ("left the port at 6 a.m.", "left the port at 9 a.m.", ("6 a.m.", "9 a.m.")),
        ("won the race 3-1 at home", "won the race 3-2 at home", ("3-1", "3-2")),
    ],
)
def test_values_in_the_same_place_differ(
    found: Found, a: str, b: str, values: Told
) -> None:
    one, other = f"The crew {a}.", f"The crew {b}."
    assert told(found(one, other)) == [values]
    assert found(one, one) == []


def test_several_values_of_a_sentence_differ(found: Found) -> None:
    a = "Three men died and 40 were hurt when the hall in Brask fell on Monday."
    b = "Five men died and 60 were hurt when the hall in Brask fell on Tuesday."
    assert sorted(told(found(a, b))) == [
        ("40", "60"),
        ("Monday", "Tuesday"),
        ("Three men", "Five men"),
    ]


def test_sentences_that_hardly_tell_the_same_are_not_compared(found: Found) -> None:
    a, b = (f"The crew sank {n} boats near Tarnholm." for n in (12, 14))
    assert found(a, b, chance=0.02) == []


def test_a_number_that_begins_the_other_is_another_number(found: Found) -> None:
    a, b = (f"The storm sank {n} boats near Tarnholm." for n in (12, 21))
    assert told(found(a, b)) == [("12 boats", "21 boats")]


def test_a_bound_is_a_matter_of_how_sure_it_is(found: Found) -> None:
    a = "The storm sank at least 30 boats near Tarnholm."
    b = "The storm sank 30 boats near Tarnholm."
    (one,) = found(a, b)
    assert (one.kind, one.note) == (
        "certainty",
        "at least that in one article, the bare number in the other",
    )


def test_a_number_is_told_less_surely(found: Found) -> None:
    a = "Repairs of the hall in Brask will cost $15 million."
    b = "Repairs of the hall in Brask could cost $15 million."
    (one,) = found(a, b)
    assert one.kind == "certainty"
    assert one.note == "stated plainly in one article, possible in the other"


def test_people_are_one_number_whatever_they_are_called(found: Found) -> None:
    a = "Twelve villagers died in the slide near Brask."
    b = "The slide near Brask killed 15 people."
    assert told(found(a, b)) == [("Twelve villagers", "15 people")]
