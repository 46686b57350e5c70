"""Keys of names: one for one, however it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.words import fold
from newsdiff.mentions.names.keys import (
    body_key,
    is_initials,
    is_suffix,
    person_key,
    place_key,
)

ONE_PERSON = [
    ("Ruth Adeyemi", "Ruth Adeyemi KC", "Ruth Adeyemi OBE FRS", "Ruth T Adeyemi"),
    ("Ivo Brandvold III", "Ivo Brandvold the third", "Ivo Brandvold 3rd"),
    ("Ivo Brandvold Jr", "Ivo Brandvold Junior", "Ivo M Brandvold Jnr"),
    ("J. K. Brandvold", "J.K. Brandvold", "JK Brandvold"),
    ("Søren Łukasz Weiß", "Soren Lukasz Weiss"),
    ("Ana Brandvold-Tarn", "Ana Brandvold Tarn"),
    ("Dmitry Orlovsky", "Dmitri Orlovskiy", "Dmytro Orlovskyi"),
    ("Viktor Tarnovych", "Victor Tarnovich"),
    ("Mohammed al-Tarni", "Muhammad El-Tarni"),
]
ONE_BODY = [
    ("Tarn Motors", "Tarn Motors AG", "Tarn Motors plc", "Tarn Motors Pty Ltd"),
    ("Holm & Daughters", "Holm and Daughters", "Holm and Daughters Ltd"),
    ("University of Tarn", "Tarn University"),
    ("Court of Appeal", "Appeal Court"),
    ("National Fibre Programme", "National Fiber Program"),
    ("Harbour Organisation", "Harbor Organization"),
    ("MV Brandvold Star", "Brandvold Star"),
]
ONE_PLACE = [
    ("River Tarn", "Tarn River"),
    ("Mt. Brandvold", "Mount Brandvold", "Mt Brandvold"),
    ("Ft. Brandvold", "Fort Brandvold"),
    ("Port of Tarn", "Tarn Port"),
    ("Strait of Tarn", "Tarn Strait"),
    ("Tarn Harbour", "Tarn Harbor"),
]
MANY = settings(max_examples=200, deadline=None, derandomize=True)


def folded(name: str) -> list[str]:
    return [fold(word).rstrip(".") for word in name.replace("& ", "").split()]


@pytest.mark.parametrize("names", ONE_PERSON)
def test_a_person_has_one_key(names: tuple[str, ...]) -> None:
    assert len({person_key(folded(name)) for name in names}) == 1


@pytest.mark.parametrize("names", ONE_BODY)
def test_a_body_has_one_key(names: tuple[str, ...]) -> None:
    assert len({body_key(folded(name)) for name in names}) == 1


@pytest.mark.parametrize("names", ONE_PLACE)
def test_a_place_has_one_key(names: tuple[str, ...]) -> None:
    assert len({place_key(folded(name)) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ivo Brandvold Jr", "Ivo Brandvold Sr"),
        ("Ivo Brandvold II", "Ivo Brandvold III"),
        ("Ivo Brandvold", "Ida Brandvold"),
        ("Olga II", "Olga III"),
    ],
)
def test_two_people_have_two(one: str, other: str) -> None:
    assert person_key(folded(one)) != person_key(folded(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn University", "Tarn College"),
        ("Tarn Motors", "Tarn Mills"),
        ("Department of Tarn", "Department of Holm"),
    ],
)
def test_two_bodies_have_two(one: str, other: str) -> None:
    assert body_key(folded(one)) != body_key(folded(other))


def test_what_is_all_suffix_keeps_its_words() -> None:
    assert person_key(["jr"]) == "jr"
    assert person_key(["mp", "kc"]) == "mp"
    assert body_key(["ltd"]) == "ltd"
    assert body_key(["ltd", "plc"]) == "ltd"
    assert place_key(["the"]) == "place:the"
    assert place_key(["pier", "33"]) == "place:pier 33"


def test_letters_and_generations_are_suffixes() -> None:
    assert is_suffix("jr")
    assert is_suffix("m.d")
    assert not is_suffix("tarn")


def test_initials_are_no_given_name() -> None:
    assert is_initials("jk")
    assert is_initials("j")
    assert not is_initials("jo")
    assert not is_initials("lena")


WORDS = st.lists(
    st.sampled_from(
        "jr sr iii mp kc the and of ltd mt river j. jk tarn-holm 3".split()
    ),
    min_size=1,
    max_size=6,
)


@MANY
@given(WORDS)
def test_no_key_is_empty_or_ragged(words: list[str]) -> None:
    keys = [person_key(words), body_key(words), place_key(words).removeprefix("place:")]
    for key in keys:
        assert key
        assert key == " ".join(key.split())
