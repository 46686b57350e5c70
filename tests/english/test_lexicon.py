"""What is known of single words."""

from __future__ import annotations

import pytest

from newsdiff.english.lexicon import (
    is_common_word,
    is_given_name,
    is_modifier,
    is_surname,
    is_title,
    nicknames,
    without_accents,
)
from newsdiff.english.tables import word_list
from newsdiff.english.words import RAREST, rarity


@pytest.mark.parametrize(
    "word",
    [
        "water",
        "waters",
        "closing",
        "stopped",
        "happiness",
        "studies",
        "unhurriedly",
        "twelve",
        "12",
        "well-known",
        "-known",
    ],
)
def test_words_and_what_endings_make_of_them_are_common(word: str) -> None:
    assert is_common_word(word)


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("haggler", "haggle"),
        ("haughtiest", "haughty"),
        ("hobnobbed", "hobnob"),
        ("hodgepodges", "hodgepodge"),
        ("haylofts", "hayloft"),
    ],
)
def test_a_rare_word_is_common_by_the_one_that_it_is_made_of(
    word: str, plain: str
) -> None:
    assert rarity(word) == rarity(plain) == RAREST
    assert not {word} & word_list("common_words")
    assert {plain} <= word_list("common_words")
    assert is_common_word(word)


def test_of_a_made_word_more_than_two_letters_must_be_left() -> None:
    assert is_common_word("hew")
    assert is_common_word("hewful")
    assert is_common_word("go")
    assert not is_common_word("goful")
    assert not is_common_word("fulhew")


@pytest.mark.parametrize("word", ["zzyzxq", "zzyzxqs", "well-zzyzxq", "norway", "lena"])
def test_names_are_not(word: str) -> None:
    assert not is_common_word(word)


def test_names_by_their_lists() -> None:
    assert is_given_name("lena")
    assert is_given_name("anna-zzyzxq")
    assert not is_given_name("zzyzxq-anna")
    assert not is_given_name("-anna")
    assert not is_given_name("water")
    assert is_surname("kowalski")
    assert not is_surname("water")


def test_titles_and_what_stands_before_them() -> None:
    assert is_title("mayor")
    assert not is_title("foreign")
    assert is_modifier("foreign")
    assert not is_modifier("mayor")


def test_every_short_form_stands_for_its_full_one_and_itself() -> None:
    forms = nicknames()
    assert {"charles", "chuck", "charlie"} <= forms["chuck"]
    for name, group in forms.items():
        assert name in group
        assert all(name in forms[other] for other in group if other in forms)


def test_a_short_form_of_two_names_stands_for_both_but_does_not_join_them() -> None:
    forms = nicknames()
    assert {"alexander", "alexandra"} <= forms["alex"]
    assert "alexandra" not in forms["alexander"]


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("peña", "pena"),
        ("kvist", "kvist"),
        ("łódź", "lodz"),
        ("sørby", "sorby"),
        ("weiß", "weiss"),
        ("北京", "北京"),
    ],
)
def test_accents_are_left_out(word: str, plain: str) -> None:
    assert without_accents(word) == plain
