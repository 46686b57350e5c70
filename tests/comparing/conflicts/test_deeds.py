"""Who did it to whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.deeds import find_doers
from newsdiff.model import Role

Between = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="module")
def done(reader: Callable[..., Any]) -> Between:
    def between(a: str, b: str, **more: Any) -> list[tuple[str, str]]:
        sides, links = reader(a, b, **more)
        found = list(find_doers(sides, links))
        assert [one.swapped for one in find_doers(sides.swapped, links)] == found
        return [(one.value.a, one.value.b) for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b", "first", "second"),
    [
        (
            "The stolen anchor was found by a cyclist near the quay.",
            "A fisherman found the stolen anchor near the quay.",
            "a cyclist",
            "A fisherman",
        ),
        (
            "The market hall in Tarnholm was shut by inspectors.",
            "The owner shut the market hall in Tarnholm.",
            "inspectors",
            "The owner",
        ),
        (
            "The broker sued the bank over the loan.",
            "The bank sued the broker over the loan.",
            "The broker",
            "The bank",
        ),
        (
            "Lena Kvist beat Olga Holm in the chess final.",
            "Olga Holm beat Lena Kvist in the chess final.",
            "Lena Kvist",
            "Olga Holm",
        ),
        (
            "Rebels shelled the school near Ostvik on the last day of the truce.",
            "The school near Ostvik was shelled by soldiers on the last day of truce.",
            "Rebels",
            "soldiers",
        ),
    ],
)
def test_another_doer_is_a_conflict(
    done: Between, a: str, b: str, first: str, second: str
) -> None:
    assert done(a, b) == [(first, second)]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # One wording inside the other, a vaguer noun, a word for the same.
        ("The Tarnholm Gulls won the cup.", "The Gulls won the cup."),
        ("A gunman robbed the ferry office.", "A man robbed the ferry office."),
        ("Police freed the hostages.", "Officers freed the hostages."),
        ("A worker closed the valve.", "A cleaner closed the valve."),
        # Active and passive of one deed.
        ("Police arrested the mayor.", "The mayor was arrested by police."),
        # A name and a noun that may be its own.
        ("Lena Kvist closed the quay in May.", "The minister closed the big quay."),
        # Others, of whom something else is told.
        ("Olga Holm voted for the toll.", "Ian Varga voted against the toll."),
        # What each can do to the other.
        ("The skipper blamed the pilot.", "The pilot blamed the skipper."),
        # Who speaks is no doer.
        ("The mayor said the toll was fair.", "The vicar said the toll was fair."),
    ],
)
def test_who_may_be_the_same_is_none(done: Between, a: str, b: str) -> None:
    assert done(a, b) == []


def test_headlines_are_not_read_for_doers(done: Between) -> None:
    a, b = "The broker sued the bank.", "The bank sued the broker."
    assert done(a, b) == [("The broker", "The bank")]
    assert done(a, b, role=Role.HEADLINE) == []
