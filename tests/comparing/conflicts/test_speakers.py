"""The same statement on the authority of somebody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.quotations import find_same_quotes
from newsdiff.comparing.conflicts.speakers import (
    find_quoted_speakers,
    find_stated_speakers,
)
from newsdiff.model import Role, State

Conflicts = Callable[..., list[Conflict]]
Told = tuple[str, str, str]
"""Whom A names, whom B names, and what differs."""

ANOTHER = "another speaker"
SEVERAL = "one source in one article, several in the other"
CARRIED = "carried by another agency or outlet"
SAID = "said the old harbour would close for repairs this winter"


@pytest.fixture(scope="module")
def stated(reader: Callable[..., Any]) -> Callable[..., list[Told]]:
    def between(a: str, b: str, **more: Any) -> list[Told]:
        sides, links = reader(a, b, **more)
        found = list(find_stated_speakers(sides, links))
        back = list(find_stated_speakers(sides.swapped, links))
        assert [one.swapped for one in back] == found
        return [(one.value.a, one.value.b, one.note) for one in found]

    return between


@pytest.fixture(scope="module")
def quoted(reader: Callable[..., Any]) -> Callable[..., list[Told]]:
    def between(a: str, b: str) -> list[Told]:
        sides, links = reader(a, b)
        found = find_quoted_speakers(sides, find_same_quotes(sides, links))
        return [(one.value.a, one.value.b, one.note) for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b", "note"),
    [
        ("Lena Kvist", "Olga Holm", ANOTHER),
        ("The Herring Board", "The Port Authority", ANOTHER),
        ("Norway", "Sweden", ANOTHER),
        ("Diplomats", "Experts", ANOTHER),
        ("An official", "Officials", SEVERAL),
        ("The widow", "The lawyer", ANOTHER),
        ("The mayor", "The vicar", ANOTHER),
    ],
)
def test_who_says_the_same_is_set_against_who_says_it_here(
    stated: Callable[..., list[Told]], a: str, b: str, note: str
) -> None:
    ((one, other, what),) = stated(f"{a} {SAID}.", f"{b} {SAID}.")
    assert one in a
    assert other in b
    assert what == note


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lena Kvist", "Lena Kvist"),
        ("Lena Kvist", "An official"),
        ("Lena Kvist", "The official"),
        ("Lena Kvist", "It"),
        ("Lena Kvist", "A report"),
        ("Officials", "Norwegian officials"),
        ("Norway", "Norwegian officials"),
        ("Norway", "Norway and Sweden"),
        ("Lena Kvist", "Lena Kvisst"),
        ("Lena Kvist", "Trondheim"),
        ("Lena Kvist", "The chairman"),
        ("Lena Kvist", "They"),
        ("Lena Kvist", "The report of Norway"),
        ("Lena Kvist", "Officials"),
        ("The harbour police", "The officers"),
    ],
)
def test_who_may_be_the_other_is_no_conflict(
    stated: Callable[..., list[Told]], a: str, b: str
) -> None:
    assert stated(f"{a} {SAID}.", f"{b} {SAID}.") == []


def test_only_sentences_that_surely_tell_the_same_are_compared(
    stated: Callable[..., list[Told]],
) -> None:
    a, b = f"Lena Kvist {SAID}.", f"Olga Holm {SAID}."
    assert len(stated(a, b)) == 1
    assert stated(a, b, state=State.RELATED) == []
    for role in (Role.HEADLINE, Role.SUBHEADING, Role.CAPTION):
        assert stated(a, b, role=role) == []


def test_they_must_have_said_the_same(stated: Callable[..., list[Told]]) -> None:
    other = "said cats sleep at night in the old town"
    assert stated(f"Lena Kvist {SAID}.", f"Olga Holm {other}.") == []
    assert stated(f"Lena Kvist {SAID}.", "Olga Holm said it was an old one.") == []


def test_most_of_what_both_say_must_be_the_same(
    stated: Callable[..., list[Told]],
) -> None:
    more = "and cats sleep at night"
    assert len(stated(f"Lena Kvist {SAID}.", f"Olga Holm {SAID}, {more}.")) == 1


def test_whom_the_other_sentence_names_is_no_conflict(
    stated: Callable[..., list[Told]],
) -> None:
    a, b = f"Lena Kvist {SAID}.", f"Olga Holm {SAID}, near the boat of Lena Kvist."
    assert stated(a, b) == []


def test_a_body_that_the_other_sentence_names_may_differ_all_the_same(
    stated: Callable[..., list[Told]],
) -> None:
    a, b = f"Norway {SAID}.", f"Sweden {SAID}, near the boats of Norway."
    assert stated(a, b) == [("Norway", "Sweden", ANOTHER)]


def test_of_several_who_speak_those_who_say_most_of_the_same_are_set_against(
    stated: Callable[..., list[Told]],
) -> None:
    a = f"Lena Kvist {SAID}."
    b = f"Olga Holm {SAID}, but Ian Varga said the harbour would close for the winter."
    assert stated(a, b) == [("Lena Kvist", "Olga Holm", ANOTHER)]


def test_whom_the_other_sentence_lets_say_something_else_is(
    stated: Callable[..., list[Told]],
) -> None:
    a = f"Lena Kvist {SAID}."
    b = f"Olga Holm {SAID}, while Lena Kvist said cats sleep at night in town."
    assert stated(a, b) == [("Lena Kvist", "Olga Holm", ANOTHER)]


def test_who_says_the_opposite_is_nobody_else(
    stated: Callable[..., list[Told]],
) -> None:
    a = "The mayor said the herring toll in the old harbour was fair."
    b = "The vicar said the herring toll in the old harbour was unfair."
    assert stated(a, b) == []


def test_agencies_are_set_against_agencies(
    stated: Callable[..., list[Told]],
) -> None:
    text = "the old harbour will close for repairs this winter"
    reuters, tass = (f"{name} reported that {text}." for name in ("Reuters", "TASS"))
    assert stated(reuters, tass) == [("Reuters", "TASS", CARRIED)]
    assert stated(reuters, reuters) == []
    assert stated(reuters, f"Lena Kvist {SAID}.") == []


QUOTE = "“We will close the old harbour for repairs this winter,”"


def test_a_quotation_may_have_another_speaker(
    quoted: Callable[..., list[Told]],
) -> None:
    a, b = f"{QUOTE} Lena Kvist said.", f"{QUOTE} Olga Holm said."
    assert quoted(a, b) == [("Lena Kvist", "Olga Holm", ANOTHER)]
    assert quoted(a, a) == []
    assert quoted(a, f"{QUOTE} Olga Holm said of Lena Kvist.") == []
    assert quoted(a, "“Cats sleep at night in the town,” Olga Holm said.") == []


def test_whose_a_quotation_is_must_not_be_guessed(
    quoted: Callable[..., list[Told]],
) -> None:
    guessed = f"Olga Holm met the crew. {QUOTE}"
    assert quoted(f"{QUOTE} Lena Kvist said.", guessed) == []
    pronoun = f"Olga Holm met the crew. {QUOTE} she said."
    assert quoted(f"{QUOTE} Lena Kvist said.", pronoun) == []


def test_a_quotation_may_have_come_by_another_agency(
    quoted: Callable[..., list[Told]],
) -> None:
    a, b = (f"{QUOTE} Lena Kvist told {name}." for name in ("Reuters", "TASS"))
    assert quoted(a, b) == [("Reuters", "TASS", CARRIED)]
    assert quoted(a, a) == []


def test_the_words_of_a_conflict_are_source_and_verb(
    reader: Callable[..., Any],
) -> None:
    a = f"Lena Kvist {SAID}."
    sides, links = reader(a, f"Olga Holm {SAID}.")
    (one,) = find_stated_speakers(sides, links)
    assert [a[slice(*span)] for span in one.spans.a] == ["Lena Kvist", "said"]
    assert {a[slice(*span)] for span in one.mentions.a} == {"Lena Kvist"}
