"""Dates, numbers and names that cannot both be right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.values import find_value_conflicts
from newsdiff.model import State

Told = tuple[str, str]
Found = Callable[..., list[Told]]


@pytest.fixture(scope="module")
def found(reader: Callable[..., Any]) -> Found:
    def between(a: str, b: str, **more: Any) -> list[Told]:
        sides, links = reader(a, b, **more)
        there = list(find_value_conflicts(sides, links))
        back = list(find_value_conflicts(sides.swapped, links))
        assert sorted([one.swapped for one in back], key=str) == sorted(there, key=str)
        return [(one.value.a, one.value.b) for one in there]

    return between


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("sank 12 boats near Tarnholm", "sank 14 boats near Tarnholm", ("12", "14")),
        (
            "raised $5 million for boats",
            "raised $7 million for boats",
            ("$5 million", "$7 million"),
        ),
        ("boarded boats on Monday", "boarded boats on Friday", ("Monday", "Friday")),
        ("boarded boats in Norway", "boarded boats in Sweden", ("Norway", "Sweden")),
        ("won the race 3-1 at home", "won the race 3-2 at home", ("3-1", "3-2")),
    ],
)
def test_values_in_the_same_place_differ(
    found: Found, a: str, b: str, values: Told
) -> None:
    one, other = f"The crew {a}.", f"The crew {b}."
    assert found(one, other) == [values]
    assert found(one, one) == []
    assert found(one, other, state=State.RELATED) == []


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        ("1,204", "1,200", False),
        ("1,260", "1,200", True),
        ("about 1,300", "1,200", False),
        ("about 1,900", "1,200", True),
        ("more than 1,300", "1,200", False),
        ("dozens of", "12", False),
        ("12 to 14", "20", False),
    ],
)
def test_numbers_that_are_rounded_or_vague_may_be_the_same(
    found: Found, a: str, b: str, conflict: bool
) -> None:
    one, other = (f"The storm sank {n} boats near Tarnholm." for n in (a, b))
    assert bool(found(one, other)) is conflict


def test_numbers_of_different_things_do_not_differ(found: Found) -> None:
    boats = "The storm sank 12 boats near Tarnholm."
    assert found(boats, "The storm sank 14 cars near Tarnholm.") == []
    assert found(boats, "The storm sank 14 near Tarnholm.") == []


def test_what_the_other_article_tells_elsewhere_is_no_conflict(found: Found) -> None:
    a, b = (f"The storm sank {n} boats near Tarnholm." for n in (12, 14))
    assert found(a, f"{b} Later it was 12 boats.") == []
    assert found(f"{a} Later it was 14 boats.", b) == []
    norway, sweden = (f"The crew boarded boats in {x}." for x in ("Norway", "Sweden"))
    assert found(norway, f"{sweden} It rained in Norway.") == []


def test_a_date_may_be_told_elsewhere_of_something_else(found: Found) -> None:
    a, b = (f"The crew boarded boats on {day}." for day in ("Monday", "Friday"))
    assert found(a, f"{b} It rained on Monday.") == [("Monday", "Friday")]


def test_a_value_that_has_two_rivals_has_none(found: Found) -> None:
    a = "The storm sank 12 boats near Tarnholm."
    b = "The storm sank 14 boats and sank 16 boats near Tarnholm."
    assert found(a, b) == []


def test_values_are_set_against_values_of_their_kind(found: Found) -> None:
    a = "The crew boarded 12 boats in Norway on Monday."
    b = "The crew boarded 14 boats in Sweden on Friday."
    assert found(a, b) == [("12", "14"), ("Norway", "Sweden"), ("Monday", "Friday")]


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Lena Kvist", "Olga Holm", True),
        ("the Herring Board", "the Salmon Committee", True),
        ("the Herring Board", "the HerringBoard", False),
        ("MH370", "MH 370", False),
    ],
)
def test_a_name_that_begins_the_other_is_another_spelling(
    found: Found, one: str, other: str, conflict: bool
) -> None:
    a, b = (f"The old crew met {x} near the harbour." for x in (one, other))
    assert bool(found(a, b)) is conflict


def test_a_number_that_begins_the_other_is_another_number(found: Found) -> None:
    a, b = (f"The storm sank {n} boats near Tarnholm." for n in (12, 120))
    assert found(a, b) == [("12", "120")]


@pytest.mark.parametrize(
    ("a", "b", "conflict"),
    [
        # two words of the clause are enough where it has no more
        ("The crew left on Monday.", "The crew left on Friday.", True),
        ("They left on Monday.", "They left on Friday.", False),
        ("The crew boarded boats on Monday.", "The crew boarded them on Friday.", True),
        # else three
        (
            "The crew boarded boats on Monday.",
            "The crew of old boats slept near harbours on Friday.",
            False,
        ),
        # one of them next to a date
        (
            "The crew boarded boats on Monday.",
            "On Friday crew boats slept near the old harbours boarded.",
            True,
        ),
        (
            "The crew boarded boats on Monday.",
            "The boarded boats, and crew of ferries near old harbours sank on Friday.",
            False,
        ),
        # two next to a name
        (
            "In Norway the crew boarded old boats.",
            "In Sweden the crew boarded old boats.",
            True,
        ),
        (
            "The crew boarded old boats in Norway.",
            "In Sweden slept the crew that boarded old boats.",
            False,
        ),
        # all in the clause of the value
        (
            "The crew boarded boats on Monday.",
            "The crew boarded boats, but cats slept in town on Friday.",
            False,
        ),
        ("The crew boarded boats on Monday.", "Cats slept in town on Friday.", False),
    ],
)
def test_the_words_beside_two_values_must_tell_the_same(
    found: Found, a: str, b: str, conflict: bool
) -> None:
    assert bool(found(a, b)) is conflict
