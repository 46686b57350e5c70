"""What only one article states, and when its words are said to stand nowhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from newsdiff.comparing import compare
from newsdiff.gathering import read
from newsdiff.model import Absence, Fact, Kind, Side, Status
from newsdiff.reading import read_text

STRING, MEANING = Absence.STRING, Absence.MEANING


def facts_of(a: str, b: str) -> tuple[Fact, ...]:
    return compare(read_text(a, source="a"), read_text(b, source="b")).facts


def absence_of(value: str, a: str, b: str) -> Absence | None:
    """What is claimed of B for a value that only A states; the same the other way."""
    (there,) = {f.absence for f in facts_of(a, b) if f.value.a == value}
    (back,) = {f.absence for f in facts_of(b, a) if f.value.b == value}
    assert there is back
    return there


@pytest.mark.parametrize(
    ("value", "a", "b"),
    [
        ("12 ships", "They saw 12 ships.", "警方称有12人受伤。"),
        ("12 ships", "They saw 12 ships.", "警方称有１２人受伤。"),
        ("12 lamps", "They lit 12 lamps.", "The road is 12km long."),
        ("737 jets", "The company builds 737 jets a year.", "Two B737s were sold."),
        ("100 metres", "They ran 100 metres.", "They ran the 100m."),
        (
            "Anna Berg",
            "Anna Berg came to Oslo.",
            "Oslo waited for Anna\u00a0\nBerg-Holm.",
        ),
        ("Anna Berg", "Anna Berg came to Oslo.", "Oslo saw AN\u00adNA BERGS."),
        ("SB1062", "The house passed SB1062.", "The bill is known as SB 1062."),
        ("Walmart", "Walmart closed a shop.", "A shop of Wal-Mart was closed."),
    ],
)
def test_what_stands_inside_a_word_is_not_nowhere(value: str, a: str, b: str) -> None:
    assert absence_of(value, a, b) in (None, MEANING)


@pytest.mark.parametrize(
    ("value", "b"),
    [
        ("12 lamps", "They saw 13 ships."),
        ("12 lamps", "They saw 1 2-masted ship of 1,200."),
    ],
)
def test_what_stands_nowhere_is_said_to(value: str, b: str) -> None:
    assert absence_of(value, "They lit 12 lamps.", b) is STRING


def test_it_makes_no_difference_how_a_file_writes_a_letter(tmp_path: Path) -> None:
    text = "Anna Müller came to Århus on Monday."
    for name, form in (("a", "NFC"), ("b", "NFD")):
        written = unicodedata.normalize(form, text)  # type: ignore[arg-type]
        (tmp_path / f"{name}.txt").write_text(written, "utf-8")
    a, b = (read(tmp_path / f"{name}.txt") for name in "ab")
    assert a.text == b.text == text
    assert {fact.status for fact in compare(a, b).facts} == {Status.BOTH}


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        ("in 3 weeks", "in 4 weeks", "number"),
        ("for 12 people", "for fifty people", "number"),
        ("in 2018", "in 2019", "date"),
        ("in 3 weeks or later", "in 4 weeks or sooner", ""),
    ],
)
def test_a_quotation_with_another_value_is_one_fact(a: str, b: str, kind: str) -> None:
    quoted = "“We will open the bridge {},” Lena Holm said."
    facts = facts_of(quoted.format(a), quoted.format(b))
    (fact,) = (fact for fact in facts if fact.status is not Status.BOTH)
    assert (fact.kind, fact.status) == (Kind.QUOTE, Status.CONFLICT)
    what = f"with another {kind}" if kind else "in different words"
    assert fact.note == f"The same quotation {what}."


def numbers_in(text: str) -> set[str | None]:
    return {f.value.a for f in facts_of(text, "Rain fell.") if f.kind is Kind.NUMBER}


@pytest.mark.parametrize(
    ("value", "a", "b"),
    [
        (
            "42 members",
            "All 42 members of the caucus signed the letter on Monday.",
            "The letter was signed on Monday by all 42 senators of the caucus.",
        ),
        (
            "Harbor Planning Committee",
            "The Harbor Planning Committee met in Valona on Monday to vote on cranes.",
            "The Harbor Planning committee met in Valona on Monday to vote on cranes.",
        ),
        (
            "Dahl",
            "Later Mr. Dahl left. He said the tax cuts were a mistake.",
            "A vote on the Dahl tax cuts would be held soon. It rained in Oslo.",
        ),
    ],
)
def test_words_that_stand_in_a_linked_sentence_are_told(
    value: str, a: str, b: str
) -> None:
    for one, other, side in ((a, b, Side.A), (b, a, Side.B)):
        facts = [
            fact
            for fact in facts_of(one, other)
            if fact.kind is not Kind.CLAIM
            and fact.value[side] in (value, value.replace("members", "senators"))
        ]
        assert facts
        for fact in facts:
            assert fact.status is Status.BOTH
            assert fact.value[side.other]
            assert fact.spans[side.other]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Two men robbed the bank in Oslo.", "The bank in Oslo has two branches."),
        (
            "The Senate and the House voted on the bill on Monday.",
            "The White House spoke of the bill on Monday, the Senate voted.",
        ),
    ],
)
def test_words_that_tell_something_else_are_not(a: str, b: str) -> None:
    only = [f for f in facts_of(a, b) if f.status is Status.ONLY_A]
    assert {fact.value.a for fact in only} & {"Two men", "House"}


def test_a_sentence_that_stands_in_both_has_nothing_untold() -> None:
    odd = "“The railing visit f-----g wall of x_y, 1/2 and http://a.example/c.”"
    assert not [
        fact
        for fact in facts_of(f"president\n\n{odd}\n", f"president\n\n{odd}\n")
        if fact.status is not Status.BOTH
    ]


def test_those_who_were_counted_before_are_no_number() -> None:
    assert numbers_in("The talks between the two, they said, will go on.") == set()
    assert numbers_in("The two are friends.") == set()
    assert numbers_in("The two men are friends.") == {"two men"}
    assert numbers_in("They saw the 12.") == {"12"}


def test_a_value_in_a_conflict_is_not_listed_for_one_side_too() -> None:
    a = "The ferry strike begins on Monday at 7am. Herring boats will sail as usual."
    b = (
        "Ferry strike from Tuesday\n\n"
        "The ferry strike begins on Tuesday at 7am. Herring boats will sail as usual."
    )
    facts = [f for f in facts_of(a, b) if f.kind is Kind.DATE]
    assert [f.status for f in facts if "Tuesday" in (f.value.b or "")] == [
        Status.CONFLICT
    ]


def test_a_number_in_a_listed_clause_is_not_listed_again() -> None:
    a = "The mill at Holm had 70 weavers and three old barns by the river bank."
    b = "The mill at Holm had 70 weavers."
    facts = [f for f in facts_of(a, b) if f.status is Status.ONLY_A]
    assert [(f.kind, f.value.a) for f in facts] == [
        (Kind.CLAIM, "three old barns by the river bank")
    ]


def test_a_number_in_a_sentence_that_is_listed_whole_is_listed() -> None:
    a = "The mill at Holm shut. Seventeen weavers kept goats in old barns."
    b = "The mill at Holm shut."
    found = {(f.kind, f.value.a) for f in facts_of(a, b) if f.status is Status.ONLY_A}
    assert (Kind.NUMBER, "Seventeen weavers") in found
