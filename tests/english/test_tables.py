"""Phrases found among words."""

from __future__ import annotations

import pytest

from newsdiff.english.tables import Phrases, split, table, word_group, word_list
from newsdiff.english.words import tokens

ENTRIES = {"ferry": "1", "ferry line": "2", "ferry line north": "3", "Old Pier": "4"}


def longest(text: str, i: int = 0, *, folded: bool = False) -> tuple[int, str] | None:
    """Size and value of the longest phrase at word `i`."""
    found = Phrases(ENTRIES, folded=folded).longest(tokens(text), i)
    return found and (found.size, found.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ferry", (1, "1")),
        ("ferry line", (2, "2")),
        ("ferry line north", (3, "3")),
        ("ferry line north pole", (3, "3")),
        ("ferry line south", (2, "2")),
        ("ferry north", (1, "1")),
        ("line", None),
        ("Old", None),
        ("Old Pier", (2, "4")),
    ],
)
def test_the_longest_phrase_counts(text: str, found: tuple[int, str] | None) -> None:
    assert longest(text) == found


def test_a_phrase_begins_with_the_word_asked_about() -> None:
    assert longest("the ferry line") is None
    assert longest("the ferry line", 1) == (2, "2")


def test_capitals_count_unless_words_are_folded() -> None:
    assert longest("Ferry Line") is None
    assert longest("ferry Line") == (1, "1")
    assert longest("Ferry Line", folded=True) == (2, "2")
    assert longest("ferry’s line", folded=True) == (2, "2")
    assert longest("Old Pier", folded=True) is None
    assert Phrases(ENTRIES).longest(tokens("Ferry Line"), 0) is None


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("ferry line", ("ferry", "line")),
        ("U.S. Senate", ("U.S.", "Senate")),
        ("Washington, D.C.", ("Washington", "D.C.")),
        ("St. Tarn", ("St", "Tarn")),
        ("J. Tarn", ("J", "Tarn")),
        ("G-7", ("G-7",)),
        ("a.b. c", ("a.b.", "c")),
        ("ab.c. d", ("ab", "c", "d")),
    ],
)
def test_words_of_a_phrase_are_as_among_tokens(
    phrase: str, words: tuple[str, ...]
) -> None:
    assert split(phrase) == words


def test_lists_leave_remarks_out() -> None:
    for name in ("common_words", "given_names", "surnames", "proper_words"):
        words = word_list(name)
        assert words
        assert not any(word.startswith("#") for word in words), name


def test_tables_are_read_once() -> None:
    assert table("names") is table("names")
    assert word_group("names", "titles") is word_group("names", "titles")
    assert "mayor" in word_group("names", "titles")
