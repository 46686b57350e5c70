"""What only one article states, and when its words are said to stand nowhere."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from newsdiff.comparing import compare
from newsdiff.model import Absence, Fact, Kind, Status
from newsdiff.reading import read, read_text

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
        ("12", "They saw 12 ships.", "警方称有12人受伤。"),
        ("12", "They saw 12 ships.", "警方称有１２人受伤。"),
        ("12", "They lit 12 lamps.", "The road is 12km long."),
        ("737", "The company builds 737 jets a year.", "Two B737s were sold."),
        ("100 metres", "They ran 100 metres.", "They ran the 100m."),
        (
            "Anna Berg",
            "Anna Berg came to Oslo.",
            "Oslo waited for Anna\u00a0\nBerg-Holm.",
        ),
        ("Anna Berg", "Anna Berg came to Oslo.", "Oslo saw AN\u00adNA BERGS."),
    ],
)
def test_what_stands_inside_a_word_is_not_nowhere(value: str, a: str, b: str) -> None:
    assert absence_of(value, a, b) in (None, MEANING)


@pytest.mark.parametrize(
    ("value", "b"),
    [("12", "They saw 13 ships."), ("12", "They saw 1 2-masted ship of 1,200.")],
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


def test_those_who_were_counted_before_are_no_number() -> None:
    assert numbers_in("The talks between the two, they said, will go on.") == set()
    assert numbers_in("The two are friends.") == set()
    assert numbers_in("The two men are friends.") == {"two"}
    assert numbers_in("They saw the 12.") == {"12"}
