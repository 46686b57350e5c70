"""The same event told more surely in one article than in the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.hedges import find_certainty_conflicts
from newsdiff.model import Role, State

Words = tuple[str, str]
"""The words of A and of B that tell the same event."""
Found = Callable[..., list[Words]]
Conflicts = Callable[..., list[Conflict]]

WILL = "The fleet will leave the port near Tarnholm."
MAY = "The fleet may leave the port near Tarnholm."
BOARD = "The crew may board the boats near Tarnholm."


@pytest.fixture(scope="module")
def conflicts(reader: Callable[..., Any]) -> Conflicts:
    def between(a: str, b: str, **more: Any) -> list[Conflict]:
        sides, links = reader(a, b, **more)
        return list(find_certainty_conflicts(sides, links))

    return between


@pytest.fixture(scope="module")
def found(conflicts: Conflicts) -> Found:
    def words(a: str, b: str, state: State = State.MATCHED) -> list[Words]:
        there = [(one.value.a, one.value.b) for one in conflicts(a, b, state=state)]
        back = [(one.value.b, one.value.a) for one in conflicts(b, a, state=state)]
        assert sorted(there) == sorted(back)
        return there

    return words


@pytest.mark.parametrize(
    ("hedged", "words"),
    [
        (MAY, "may leave"),
        (
            "The fleet is expected to leave the port near Tarnholm.",
            "is expected to leave",
        ),
        (
            "The fleet reportedly will leave the port near Tarnholm.",
            "reportedly will leave",
        ),
    ],
)
def test_a_hedge_against_what_is_told_plainly(
    found: Found, hedged: str, words: str
) -> None:
    assert found(WILL, hedged) == [("will leave", words)]


def test_two_hedges_of_different_strength(found: Found) -> None:
    expected = "The fleet is expected to leave the port near Tarnholm."
    assert found(MAY, expected) == [("may leave", "is expected to leave")]
    assert found(MAY, "The fleet might leave the port near Tarnholm.") == []


def test_what_differs_is_said_in_words(conflicts: Conflicts) -> None:
    (one,) = conflicts(WILL, MAY)
    assert (one.resolved.a, one.resolved.b) == ("confirmed", "may")
    assert one.note == "stated plainly in one article, possible in the other"
    (other,) = conflicts(MAY, WILL)
    assert other.note == one.note
    assert (other.resolved.a, other.resolved.b) == ("may", "confirmed")


def test_only_body_sentences_that_surely_tell_the_same_are_compared(
    found: Found,
    conflicts: Conflicts,
) -> None:
    assert found(WILL, MAY, State.RELATED) == []
    for role in (Role.HEADLINE, Role.SUBHEADING, Role.CAPTION):
        assert conflicts(WILL, MAY, role=role) == []


@pytest.mark.parametrize(
    "plain",
    [
        "The crew has boarded the boats near Tarnholm.",
        "The boats were boarded by the crew near Tarnholm.",
        "The crew boarded the boats near Tarnholm.",
        "The crew near the boats in Tarnholm boards them.",
        "The crew with the boats near Tarnholm, which boards them.",
    ],
)
def test_a_verb_that_is_stated_is_told_plainly(found: Found, plain: str) -> None:
    assert len(found(plain, BOARD)) == 1


@pytest.mark.parametrize(
    "plain",
    [
        "The crew will not board the boats near Tarnholm.",
        "The crew didn't board the boats near Tarnholm.",
        "If it rains they will board the boats of the crew near Tarnholm.",
        "They want the crew boarded on the boats near Tarnholm.",
        "They fear the crew boarded the boats near Tarnholm.",
        "The boarded crew lay in the boats near Tarnholm.",
        "The crew was boarding the boats near Tarnholm.",
        "The crews board the boats near Tarnholm.",
        "The old crew boards the boats near Tarnholm.",
    ],
)
def test_a_noun_a_condition_and_a_negation_are_not(found: Found, plain: str) -> None:
    assert found(plain, BOARD) == []


def test_a_hedge_belongs_to_the_word_that_follows_it_in_its_clause(
    found: Found,
) -> None:
    other = "The fleet may sink, and will leave the port near Tarnholm."
    assert found(WILL, other) == []
    far = "The fleet may really leave the port near Tarnholm."
    assert found(WILL, far) == []


def test_a_hedge_of_a_noun_is_none(found: Found) -> None:
    assert found("They will talk of the fleet near Tarnholm.", MAY) == []
    attacked = "They attacked the fleet near Tarnholm on foot."
    assert len(found(attacked, "They may attack the fleet near Tarnholm.")) == 1
    assert found(attacked, "The possible attack of the fleet near Tarnholm.") == []


def test_two_other_words_of_the_clause_must_be_in_common(found: Found) -> None:
    assert len(found("The fleet will leave port.", "The fleet may leave port.")) == 1
    assert found("The fleet will leave port.", "Old boats may leave port.") == []


def test_a_hedge_that_both_have_is_no_difference(found: Found) -> None:
    assert found(f"{MAY[:-1]}, it will leave.", MAY) == []


def test_due_to_is_a_hedge_only_before_be(found: Found) -> None:
    due = "The fleet is due to be moved to the port near Tarnholm."
    moved = "The fleet was moved to the port near Tarnholm."
    assert found(moved, due) == [("was moved", "due to be moved")]
    because = "The fleet, due to rain moved to the port near Tarnholm."
    assert found(moved, because) == []


def test_denials_and_confirmations_are_no_hedges(found: Found) -> None:
    for word in ("denied", "confirmed"):
        text = f"The fleet {word} leaving the port near Tarnholm."
        assert found(WILL, text) == [], word
