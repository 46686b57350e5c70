"""Who stands before a reporting verb, with what is told of him."""

from __future__ import annotations

import re

import pytest

from newsdiff.english.words import tokens
from newsdiff.mentions.statements.sources import Row, Source, row_of
from newsdiff.mentions.statements.subjects import (
    before_apposition,
    before_verb,
    of_sentence,
)
from newsdiff.model import Kind, Mention, Span

NAMES = {
    "Lena Kvist": Kind.PERSON,
    "Ian Holm": Kind.PERSON,
    "Tarn Council": Kind.ORGANIZATION,
    "Port Board": Kind.ORGANIZATION,
    "Norway": Kind.PLACE,
    "Latvia": Kind.PLACE,
    "Estonia": Kind.PLACE,
}
"""The names that the sentences of these tests hold, and what they are."""


def row(text: str) -> Row:
    names = [
        Mention(
            kind=NAMES[match.group()],
            span=Span(*match.span()),
            sentence=0,
            key=match.group().lower(),
            rule="test",
        )
        for match in re.finditer("|".join(NAMES), text)
    ]
    return row_of(text, tokens(text), names)


def at(units: Row, word: str) -> int:
    return next(k for k in range(len(units)) if units.word(k) == word)


def shown(text: str, source: Source | None) -> str | None:
    """The words of a source as they stand."""
    return source and text[slice(*source.span)]


def subject(text: str, verb: str = "said") -> str | None:
    units = row(text)
    return shown(text, before_verb(units, at(units, verb)))


def subject_key(text: str, verb: str = "said") -> str | None:
    units = row(text)
    found = before_verb(units, at(units, verb))
    return found and found.key


def described(text: str) -> str | None:
    """Who is described between commas before "said"."""
    units = row(text)
    return shown(text, before_apposition(units, at(units, "said")))


def main(text: str, end: str = "said") -> str | None:
    """The main subject of what stands before a word."""
    units = row(text)
    return shown(text, of_sentence(units, at(units, end)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Kvist said so.", "Lena Kvist"),
        ("Officials said so.", "Officials"),
        ("She said so.", "She"),
        ("On Friday we said so.", "we"),
        ("It rained, and Lena Kvist said so.", "Lena Kvist"),
        ("Ian Holm left, but Lena Kvist said so.", "Lena Kvist"),
        ("Ian Holm left because Lena Kvist said so.", "Lena Kvist"),
        ("Ian Holm left; Lena Kvist said so.", "Lena Kvist"),
        ("“Ian Holm left” Lena Kvist said.", "Lena Kvist"),
        ("Officials left, Lena Kvist said.", "Lena Kvist"),
        ("Officials left – Lena Kvist said.", "Lena Kvist"),
        ("Officials left, as seen, boats said so.", None),
        ("Officials here, said so.", "Officials"),
        ("Ian Holm left -- Lena Kvist said.", "Lena Kvist"),
        ("Boats sank, said so.", None),
        ("Boats said so.", None),
        ("Said so.", None),
    ],
)
def test_the_subject_stands_in_the_clause_of_the_verb(
    text: str, expected: str | None
) -> None:
    assert subject(text, "said" if "said" in text else "so") == expected


def test_the_first_of_several_is_the_subject() -> None:
    assert subject("Lena Kvist told officials and said so.") == "Lena Kvist"
    assert subject("Officials told Lena Kvist then said so.") == "Officials"


def test_what_follows_a_preposition_is_no_subject() -> None:
    assert subject("Talks with Lena Kvist said so.") is None
    assert subject("In Norway Lena Kvist said so.") == "Lena Kvist"
    assert subject("Talks with senior officials said so.") is None
    assert subject("Talks by officials Lena Kvist said so.") == "Lena Kvist"


def test_after_as_a_name_right_before_the_verb_is_the_subject() -> None:
    assert subject("Boats sank, as Norway said.") == "Norway"
    assert subject("Boats sank as Norway then said.") is None


def test_who_only_owns_the_subject_says_nothing() -> None:
    assert subject("Lena Kvist's boats said so.") is None
    assert subject("Lena Kvist's spokesman said so.") == "Lena Kvist's spokesman"


def test_a_verb_joined_to_another_has_the_main_subject() -> None:
    assert subject("Lena Kvist left, and said so.") == "Lena Kvist"
    assert subject("Lena Kvist left and said so.") == "Lena Kvist"
    assert subject("Lena Kvist left, who said so.") is None


def test_twelve_units_are_looked_at() -> None:
    words = "slowly " * 11
    assert subject(f"Lena Kvist {words}said so.") == "Lena Kvist"
    assert subject(f"Lena Kvist {words}slowly said so.") is None


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        (
            "Norway and Latvia said so.",
            "latvia and norway",
            "Norway and Latvia",
        ),
        (
            "Norway, Latvia and Estonia said so.",
            "estonia and latvia and norway",
            "Norway, Latvia and Estonia",
        ),
        (
            "Tarn Council and Port Board said so.",
            "port board and tarn council",
            "Tarn Council and Port Board",
        ),
        ("Ian Holm and Lena Kvist said so.", "lena kvist", "Lena Kvist"),
        ("Norway and Port Board said so.", "port board", "Port Board"),
        ("Boats and Norway said so.", "norway", "Norway"),
    ],
)
def test_bodies_and_places_of_a_list_speak_together(
    text: str, key: str, words: str
) -> None:
    assert (subject_key(text), subject(text)) == (key, words)
    units = row(text)
    found = before_verb(units, at(units, "said"))
    assert found is not None
    assert (found.rule == "list") == (" and " in key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Kvist, a spokeswoman for the port, said so.", "Lena Kvist"),
        ("Lena Kvist, the mayor of Norway, said so.", "Lena Kvist"),
        ("Lena Kvist, mayor of Tarnholm, said so.", "Lena Kvist"),
        ("Lena Kvist, 44, said so.", "Lena Kvist"),
        ("Lena Kvist, elected last week, said so.", "Lena Kvist"),
        ("Lena Kvist, R-Tarnholm, said so.", "Lena Kvist"),
        ("Lena Kvist, whose boat sank, said so.", "Lena Kvist"),
        ("The council's spokesman, Ian Holm, said so.", "Ian Holm"),
        ("Lena Kvist, mayor of Norway, who sails, said so.", "Lena Kvist"),
        ("Lena Kvist, head of Tarn Council, who sails, said so.", "Lena Kvist"),
        ("Officials, who were there, said so.", "Officials"),
        ("Lena Kvist, boats sank, said so.", None),
        ("Lena Kvist; a mayor, said so.", None),
        ("Lena Kvist said so.", None),
        ("Lena Kvist a mayor said so.", None),
        ("Boats, a spokeswoman for the port, said so.", None),
    ],
)
def test_who_is_described_between_commas_is_the_subject(
    text: str, expected: str | None
) -> None:
    assert described(text) == expected
    if expected:
        assert subject(text) == expected


def test_only_a_comma_shortly_before_the_verb_closes_a_description() -> None:
    assert described("Lena Kvist, a mayor, later said so.") == "Lena Kvist"
    assert described("Lena Kvist, a mayor, then much later said so.") == "Lena Kvist"
    assert described("Lena Kvist, a mayor, then very much later said so.") is None


def test_a_description_has_eighteen_units_at_most() -> None:
    words = "slowly " * 17
    assert described(f"Lena Kvist, a {words}mayor, said so.") == "Lena Kvist"
    assert described(f"Lena Kvist, a {words}slowly slowly mayor, said so.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Kvist left with officials, Ian Holm said.", "Lena Kvist"),
        ("Officials of Norway left, Ian Holm said.", "Officials of Norway"),
        ("In Norway Lena Kvist left, Ian Holm said.", "Lena Kvist"),
        ("In Norway they left, Ian Holm said.", "they"),
        ("He left, Ian Holm said.", "He"),
        ("It rained and they said so.", "they"),
        ("It rained, we said.", None),
        ("Norway left, Ian Holm said.", "Norway"),
        ("Said so.", None),
    ],
)
def test_the_main_subject_is_the_first_that_may_say_something(
    text: str, expected: str | None
) -> None:
    assert main(text, "said" if "said" in text else "so") == expected
