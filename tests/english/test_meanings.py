"""Whether two words can mean the same, by their letters and the tables."""

from __future__ import annotations

import pytest

from newsdiff.english.meanings import are_forms, can_mean_the_same, has_synonyms


@pytest.mark.parametrize("word", ["nation", "killed", "furious", "well-known"])
def test_plain_words_have_synonyms(word: str) -> None:
    assert has_synonyms(word)


@pytest.mark.parametrize(
    "word",
    "three 14 tuesday seventh hundreds forty-two morning yesterday not never refused "
    "don't took get north".split(),
)
def test_numbers_times_denials_and_light_verbs_have_none(word: str) -> None:
    assert not has_synonyms(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("opposed", "opposition"),
        ("dies", "died"),
        ("die", "dead"),
        ("met", "meets"),
        ("running", "run"),
        ("banned", "ban"),
        ("illness", "ill"),
    ],
)
def test_forms_of_one_word(one: str, other: str) -> None:
    assert are_forms(one, other)
    assert are_forms(other, one)
    assert can_mean_the_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("film", "movie"),
        ("nation", "country"),
        ("construction", "building"),
        ("contribute", "contention"),
        ("inform", "reform"),
    ],
)
def test_different_words_may_mean_the_same(one: str, other: str) -> None:
    assert not are_forms(one, other)
    assert can_mean_the_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("rose", "fell"),
        ("approved", "rejected"),
        ("legal", "illegal"),
        ("imports", "exported"),
        ("homosexual", "heterosexual"),
        ("died", "injured"),
        ("nurse", "cleaner"),
        ("school", "schoolgirl"),
        ("arson", "arsonist"),
        ("tax", "taxes"),
        ("woman", "women"),
    ],
)
def test_some_surely_do_not(one: str, other: str) -> None:
    assert not can_mean_the_same(one, other)
    assert not can_mean_the_same(other, one)
    assert not are_forms(one, other)
