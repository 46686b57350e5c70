"""Words of a fact in few cells."""

from __future__ import annotations

import pytest

from newsdiff.layout.fitting import find_value, fit_words
from newsdiff.text.cells import cells

CLOSED = "the board of the old harbour town closed 14 schools until the spring"


@pytest.mark.parametrize("width", range(8, len(CLOSED) + 2))
def test_a_cut_leaves_whole_words_and_the_number(width: int) -> None:
    found = fit_words(CLOSED, width, "14")
    assert cells(found) <= width
    assert "14" in found
    assert set(found.replace("…", " ").split()) <= set(CLOSED.split())


def test_words_that_fit_stay_as_they_are() -> None:
    assert fit_words(CLOSED, len(CLOSED), "14") == CLOSED
    assert fit_words("", 4, "14") == ""


def test_without_a_value_the_beginning_stays() -> None:
    assert fit_words(CLOSED, 20) == "the board of the…"
    assert fit_words("Harbourmasterassociation", 10) == "Harbourma…"


def test_a_long_quotation_keeps_its_mark() -> None:
    told = "We will sail at noon whatever they say"
    assert fit_words(f"“{told}”", 16, told) == "“We will sail…"


@pytest.mark.parametrize(
    ("words", "value", "found"),
    [
        ("killed at least three people", "3 dead", "three"),
        ("some 1,200 of 3,400 left", "3,400 residents", "3,400"),
        ("some 1,200 of 3,400 left", "Berg", None),
        ("said Anna Berg on Friday", "Anna Berg", "Anna Berg"),
    ],
)
def test_a_value_is_found_however_it_is_written(
    words: str, value: str, found: str | None
) -> None:
    place = find_value(words, value)
    assert (place and words[slice(*place)]) == found
