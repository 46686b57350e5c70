"""Numbers as they are meant: exactly, roughly, as a bound."""

from __future__ import annotations

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.mentions.contrasts import bounds_differ, numbers_differ
from newsdiff.model import Kind, Mention
from newsdiff.reading import read_text


def number(words: str) -> Mention:
    article = read_text(f"The storm sank {words} boats near Tarnholm.", source="a")
    (found,) = (m for m in mentions_of(article) if m.kind is Kind.NUMBER)
    return found


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("1,204", "1,200", False),  # a rounding
        ("1,260", "1,200", True),
        ("2.4 million", "2 million", True),  # too far for a rounding
        ("2,302", "2,301", True),  # both to the last digit
        ("about 1,200", "1,180", False),
        ("about 1,300", "1,200", True),
        ("about 1,200", "about 1,300", True),  # two estimates
        ("nearly 1,200", "1,130", False),
        ("nearly 1,200", "over 1,200", True),
        ("more than 1,200", "1,300", False),
        ("more than 1,200", "3,000", True),
        ("more than 600", "more than 680", True),  # two ways to tell it
        ("up to 50", "30", False),
        ("up to 50", "more than 50", True),
        ("dozens of", "36", False),
        ("dozens of", "hundreds of", True),
        ("12 to 14", "13", False),
        ("12 to 14", "20", True),
    ],
)
def test_two_numbers_differ_where_they_cannot_both_be_right(
    one: str, other: str, differ: bool
) -> None:
    assert numbers_differ(number(one), number(other)) is differ
    assert numbers_differ(number(other), number(one)) is differ


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("at least 30", "30", True),
        ("more than 30", "at most 30", True),
        ("about 30", "30", False),  # an estimate that was right
        ("at least 30", "about 30", False),
        ("at least 30", "at least 30", False),
        ("at least 30", "40", False),  # another number, not another bound
    ],
)
def test_one_number_is_told_as_a_bound(one: str, other: str, differ: bool) -> None:
    assert bounds_differ(number(one), number(other)) is differ
    assert bounds_differ(number(other), number(one)) is differ
