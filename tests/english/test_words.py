"""Words of a text with their places, and how rare a word is in English."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.words import (
    RAREST,
    fold,
    folded_words,
    is_function_word,
    is_number_word,
    rarity,
    tokens,
)

FEW = settings(max_examples=150, deadline=None, derandomize=True)
TEXT = st.one_of(st.text(max_size=60), st.text("aB'’- .é北1_", max_size=30))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry's crew, all of it.", "The|ferry's|crew|all|of|it"),
        ("Kvist’s well-known boat", "Kvist’s|well-known|boat"),
        ("sailors' boats — 'quoted'", "sailors|boats|quoted"),
        ("U.S. B-52 12,000 3.5", "U|S|B-52|12|000|3|5"),
        ("snake_case", "snake|case"),
        ("北京 Ελλάδα", "北京|Ελλάδα"),
        ("-- … !", ""),
    ],
)
def test_words_of_a_text(text: str, words: str) -> None:
    assert "|".join(token.text for token in tokens(text)) == words


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Ferry", "ferry"),
        ("Ferry's", "ferry"),
        ("FERRY’S", "ferry"),
        ("sailors'", "sailors"),
        ("don’t", "don't"),
        ("Straße", "strasse"),
        ("It's", "it"),
    ],
)
def test_a_folded_word_is_small_and_owns_nothing(word: str, folded: str) -> None:
    assert fold(word) == folded
    assert fold(folded) == folded


@FEW
@given(TEXT)
def test_words_lie_in_the_text_one_after_the_other(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end
        assert text[token.start : token.end] == token.text
        assert token.folded == fold(token.text)
        end = token.end
    assert folded_words(text) == [token.folded for token in tokens(text)]


def test_words_of_a_part_are_cut_where_it_ends() -> None:
    assert [token.text for token in tokens("ferries sail", 2, 11)] == ["rries", "sai"]
    assert folded_words("Ferries Sail", 2, 11) == ["rries", "sai"]


@FEW
@given(TEXT, st.integers(0, 20), st.integers(0, 40))
def test_words_of_a_part_have_places_in_the_whole(
    text: str, start: int, size: int
) -> None:
    end = start + size
    for token in tokens(text, start, end):
        assert start <= token.start < token.end <= end
        assert text[token.start : token.end] == token.text
    assert folded_words(text, start, end) == [
        w.folded for w in tokens(text, start, end)
    ]


def test_rare_words_are_rarer_than_common_ones() -> None:
    assert 0 < rarity("the") < rarity("water") < rarity("estuary") < RAREST
    assert rarity("zzyzxq") == RAREST


def test_words_of_grammar_and_of_numbers() -> None:
    assert all(map(is_function_word, ("the", "Of", "it's", "WHO")))
    assert not any(map(is_function_word, ("ferry", "water", "#")))
    assert all(map(is_number_word, ("zero", "twelve", "dozen", "million")))
    assert not any(map(is_number_word, ("Twelve", "twenty-one", "12", "first")))
