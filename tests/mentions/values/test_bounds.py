"""How exactly a number is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.model import Mention

Numbers = Callable[[str], list[Mention]]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("about 40", "about"),
        ("Some 40", "about"),
        ("an estimated 40", "about"),
        ("40 or so", "about"),
        ("40-odd", "about"),
        ("nearly 40", "nearly"),
        ("almost 40", "nearly"),
        ("just under 40", "nearly"),
        ("at least 40", "at least"),
        ("no fewer than 40", "at least"),
        ("40 or more", "at least"),
        ("40 boats or more", "at least"),
        ("40 and counting", "at least"),
        ("40+", "at least"),
        ("more than 40", "more than"),
        ("over 40", "more than"),
        ("just over 40", "more than"),
        ("upwards of 40", "more than"),
        ("up to 40", "at most"),
        ("no more than 40", "at most"),
        ("as many as 40", "at most"),
        ("40 or fewer", "at most"),
        ("fewer than 40", "less than"),
        ("under 40", "less than"),
        ("exactly 40", None),
        ("the 40", None),
        ("about the boats 40", None),
    ],
)
def test_words_around_a_number(numbers: Numbers, words: str, bound: str | None) -> None:
    (found,) = numbers(f"They sank {words}, it said.")
    assert found.bound == bound


def test_a_vague_number_is_the_least_it_says(numbers: Numbers) -> None:
    (found,) = numbers("They sank dozens of boats.")
    assert (found.rule, found.bound) == ("vague", "at least")
