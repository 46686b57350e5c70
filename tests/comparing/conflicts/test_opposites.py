"""The opposite of what the other article tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.opposites import find_opposites, read_stated
from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.model import State

Between = Callable[..., list[tuple[str, str, str]]]

OPPOSITE, DIRECTION, RESULT = "the opposite", "another direction", "another result"


@pytest.fixture(scope="module")
def opposed(reader: Callable[..., Any]) -> Between:
    def between(a: str, b: str, **more: Any) -> list[tuple[str, str, str]]:
        sides, links = reader(a, b, **more)
        found = list(find_opposites(sides, links))
        back = [one.swapped for one in find_opposites(sides.swapped, links)]
        assert back == found
        return [(one.value.a, one.value.b, one.note) for one in found]

    return between


@pytest.mark.parametrize(
    ("a", "b", "differing"),
    [
        (
            "The senate in Tarnholm ratified the fishing treaty.",
            "The fishing treaty was thrown out by the senate in Tarnholm.",
            ("ratified", "was thrown out", OPPOSITE),
        ),
        (
            "The tribunal upheld the ban on the rower.",
            "The tribunal quashed the ban on the rower.",
            ("upheld", "quashed", OPPOSITE),
        ),
        (
            "Rent for boats in Tarnholm climbed in the spring.",
            "In the spring, rent for boats in Tarnholm dipped.",
            ("climbed", "dipped", DIRECTION),
        ),
        (
            "The krona closed at a record high in Tarnholm.",
            "The krona closed at a record low in Tarnholm.",
            ("high", "low", DIRECTION),
        ),
        (
            "Lena Kvist finished third in the ski race at Tarnholm.",
            "In the ski race at Tarnholm Lena Kvist finished fifth.",
            ("third", "fifth", RESULT),
        ),
        (
            "Inspectors said the old ferry was seaworthy and insured.",
            "Inspectors said the old ferry was seaworthy and uninsured.",
            ("insured", "uninsured", OPPOSITE),
        ),
        (
            "The skipper warned the coastguard about the leak.",
            "The skipper did not warn the coastguard about the leak.",
            ("warned", "did not warn", OPPOSITE),
        ),
        (
            "The harbour master refused to resign over the leak.",
            "The harbour master resigned over the leak.",
            ("refused to resign", "resigned", OPPOSITE),
        ),
    ],
)
def test_what_cannot_both_be_true_is_a_conflict(
    opposed: Between, a: str, b: str, differing: tuple[str, str, str]
) -> None:
    assert opposed(a, b) == [differing]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        # The same in other words, and a denied opposite.
        ("The senate rejected the treaty.", "The treaty was voted down by the senate."),
        ("The senate did not pass the treaty.", "The senate rejected the treaty."),
        ("The skipper refused to pay the toll.", "The skipper did not pay the toll."),
        ("Kvist's crew beat Holm's crew.", "Holm's crew lost to Kvist's crew."),
        # Other things, other people, other times, other parts.
        ("Sales of herring fell at the dock.", "Sales of cod rose at the dock."),
        ("The elder sister was freed by the court.", "The younger sister was jailed."),
        ("The nurses welcomed the new rota.", "The dockers condemned the new rota."),
        ("The mayor opposed the tram.", "The mayor now supports the tram."),
        ("The engine passed its first test.", "The engine failed its last test."),
        ("Rents rose in Tarnholm.", "Rents fell in Ostvik."),
        (
            "In 2011 the council passed the plan.",
            "In 2019 the council rejected the plan.",
        ),
        ("Two of the crew were freed by the navy.", "The other crew are still held."),
        # A number, a noun, an adverb and "not only" deny nothing.
        ("The crew of boat No. 2 survived the storm.", "The crew survived the storm."),
        ("The crew not only knew of the leak.", "The crew knew of the leak."),
        ("The rule does not apply to foreign boats.", "The rule is for foreign boats."),
    ],
)
def test_what_can_both_be_true_is_none(opposed: Between, a: str, b: str) -> None:
    assert opposed(a, b) == []


def test_only_matched_sentences_are_set_against_each_other(opposed: Between) -> None:
    a, b = "The senate passed the treaty.", "The senate rejected the treaty."
    assert len(opposed(a, b)) == 1
    assert opposed(a, b, state=State.RELATED) == []


def test_sentences_need_most_else_in_common(opposed: Between) -> None:
    a = "The senate passed the treaty on herring after a long night of talks in Ostvik."
    b = "Farmers rejected plans of the senate for roads, bridges and a new railway."
    assert opposed(a, b) == []


def test_what_is_stated_has_its_denial(reader: Callable[..., Any]) -> None:
    text = "The crew could not reach the boat, and the skipper called off the search."
    sides, _ = reader(text, text)
    stated = {one.folded: one for one in read_stated(Scene(sides.a, 0).reading)}
    assert stated["reach"].is_denied
    assert not stated["called-off"].is_denied
    assert stated["called-off"].size == 2


URGED = "The board will urge Norvik to {} its ferries to Lund that harm the islanders."


def test_who_is_urged_to_refrain_is_not_led_the_other_way(opposed: Between) -> None:
    kept = "The board will dissuade Norvik from selling its ferries to Lund."
    assert opposed(URGED.format("refrain from selling"), kept) == []
    assert opposed(URGED.format("sell"), kept) == [
        ("will urge", "will dissuade", OPPOSITE)
    ]


def test_who_defeats_another_wins(opposed: Between) -> None:
    won = "Ada Moss won the election for mayor of Tarnholm by 90 votes."
    active = "Ada Moss defeated her rival in the election for mayor of Tarnholm."
    passive = "Ada Moss was defeated in the election for mayor of Tarnholm by 90 votes."
    assert opposed(won, active) == []
    assert opposed(won, passive) == [("won", "was defeated", RESULT)]
