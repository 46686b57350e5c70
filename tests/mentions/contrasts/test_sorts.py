"""Which values are one, in whatever form, and which differ."""

from __future__ import annotations

import pytest

from newsdiff.english.words import tokens
from newsdiff.mentions.contrasts import are_equal, values_differ
from newsdiff.mentions.finder import values_of
from newsdiff.model import Mention

DAY = "2024-03-12"


def value(text: str) -> Mention:
    (found,) = values_of(text, tokens(text), DAY)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("five barges", "5 barges"),
        ("five", "5 barges"),
        ("five sailors", "five people"),
        ("$15m", "15 million dollars"),
        ("2,200 came", "for £2,200"),
        ("two hours", "120 minutes"),
        ("three barges", "at least three barges"),
        ("on Tuesday", "on 12 March"),
        ("in March 2024", "on 12 March"),
    ],
)
def test_they_are_one(one: str, other: str) -> None:
    assert are_equal(value(one), value(other))
    assert are_equal(value(other), value(one))
    assert not values_differ(value(one), value(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("five barges", "4 barges"),
        ("five barges", "at least three barges"),
        ("five barges", "five lorries"),
        ("5%", "5 barges"),
        ("on Tuesday", "on Friday"),
        ("on Tuesday", "at noon"),
    ],
)
def test_they_are_two(one: str, other: str) -> None:
    assert not are_equal(value(one), value(other))
