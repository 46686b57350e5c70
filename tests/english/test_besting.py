"""Whether "defeated" is told of who won or of who lost."""

from __future__ import annotations

import pytest

from newsdiff.english.besting import read_besting
from newsdiff.english.events import oppose, poles_of
from newsdiff.english.words import tokens

WON, LOST, PASSED = (poles_of(word) for word in ("won", "lost", "passed"))


@pytest.mark.parametrize(
    "text",
    [
        "Moss defeated Rye",
        "Moss had narrowly defeated her rival",
        "Moss will defeat Rye",
        "Moss defeats challenger Ada Rye",
        "defeating them in the final",
    ],
)
def test_before_an_object_it_is_told_of_who_won(text: str) -> None:
    words = tokens(text)
    (meant,) = filter(None, (read_besting(words, n) for n in range(len(words))))
    assert oppose(meant.poles, WON) is None
    assert oppose(meant.poles, LOST | WON) is None
    assert oppose(meant.poles, PASSED)


@pytest.mark.parametrize(
    "text",
    [
        "Moss was defeated",
        "Moss was narrowly defeated Tuesday",
        "Moss, defeated last year",
        "the defeated Rye",
        "Moss was not defeated",
        "a defeat for Moss",
        "after their defeats",
        "Moss beat Rye",
        "defeated",
    ],
)
def test_without_one_it_stays_what_it_is(text: str) -> None:
    words = tokens(text)
    assert not any(read_besting(words, n) for n in range(len(words)))
