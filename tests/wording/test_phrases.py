"""The words in which a comparison speaks."""

from __future__ import annotations

import pytest

from newsdiff.comparing import Mark
from newsdiff.model import Absence, Fact, Kind, Pair, Side, Status
from newsdiff.wording.phrases import absence, mark_words, quoted

LABELS = Pair("Post", "Herald")


def fact(
    status: Status,
    absent: Absence | None = None,
    kind: Kind = Kind.PLACE,
    words: str = "Pier 33",
) -> Fact:
    return Fact(
        kind=kind,
        status=status,
        absence=absent,
        value=Pair(
            None if status is Status.ONLY_B else words,
            None if status is Status.ONLY_A else words,
        ),
        resolved=Pair(None, None),
        spans=Pair((), ()),
    )


def said(status: Status, absent: Absence, kind: Kind = Kind.PLACE) -> str:
    return absence(fact(status, absent, kind), LABELS)


def test_every_mark_has_its_words() -> None:
    words = [mark_words(mark, LABELS) for mark in Mark]
    assert all(words)
    assert len(set(words)) == len(words)
    assert mark_words(Mark.ONLY_A, LABELS) == "only in Post"
    assert mark_words(Mark.ONLY_B, LABELS) == "only in Herald"


@pytest.mark.parametrize(
    ("status", "other"), [(Status.ONLY_A, "Herald"), (Status.ONLY_B, "Post")]
)
def test_what_is_certain_and_what_is_probable_are_never_mixed_up(
    status: Status, other: str
) -> None:
    assert said(status, Absence.STRING) == f"“Pier 33” appears nowhere in {other}."
    assert said(status, Absence.MEANING) == (
        f"No sentence of {other} was found to speak of “Pier 33”."
    )
    assert said(status, Absence.MEANING, Kind.CLAIM) == (
        f"No sentence of {other} was found to say this."
    )
    assert said(status, Absence.STRING, Kind.CLAIM) == (
        f"“Pier 33” appears nowhere in {other}."
    )


@pytest.mark.parametrize("status", [Status.BOTH, Status.CONFLICT])
def test_where_both_state_it_nothing_is_absent(status: Status) -> None:
    assert absence(fact(status), LABELS) == ""


@pytest.mark.parametrize("words", ["we sail", "“we sail”", '"we sail"', "“we sail"])
def test_quotation_marks_stand_once(words: str) -> None:
    assert quoted(fact(Status.ONLY_A, words=words), Side.A) == "“we sail”"


def test_where_it_is_not_told_nothing_is_quoted() -> None:
    assert quoted(fact(Status.ONLY_A), Side.B) == "“”"
