"""What happens, by the words that say so; opposites and actors."""

from __future__ import annotations

import pytest

from newsdiff.english.events import (
    actor_of,
    actors_of,
    are_distinct,
    are_others,
    are_two_actors,
    can_be_denied,
    can_exclude,
    events_of,
    exclude,
    find_events,
    negates,
    oppose,
    poles_of,
    step_of,
    turns,
)
from newsdiff.english.tables import table
from newsdiff.english.words import tokens


def test_a_verb_is_known_in_its_forms() -> None:
    forms = ("vanish", "vanishes", "vanished", "vanishing")
    assert all("vanish" in events_of(form) for form in forms)
    assert events_of("quay") == frozenset()


def test_two_words_that_are_one_event_are_found_at_the_first() -> None:
    found = find_events(tokens("Soldiers opened fire at dawn"))
    assert "shoot" in found[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("approved", "vetoed"),
        ("climbing", "dipped"),
        ("hired", "laid-off"),
        ("attended", "boycotted"),
        ("tightens", "relaxes"),
        ("observed", "violated"),
    ],
)
def test_verbs_that_turn_each_other_round(one: str, other: str) -> None:
    assert oppose(poles_of(one), poles_of(other))
    assert oppose(poles_of(other), poles_of(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [("rejected", "vetoed"), ("rose", "surged"), ("sailed", "vetoed"), ("cut", "cut")],
)
def test_verbs_that_go_together(one: str, other: str) -> None:
    assert oppose(poles_of(one), poles_of(other)) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("best", "worst"),
        ("compulsory", "optional"),
        ("gold", "bronze"),
        ("third", "fifth"),
        ("insured", "uninsured"),
        ("unfit", "fit"),
        ("northbound", "southbound"),
    ],
)
def test_words_that_exclude_each_other(one: str, other: str) -> None:
    assert exclude(one, other)
    assert exclude(one, other) == exclude(other, one)
    assert can_exclude(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("closed", "shut"),
        ("compulsory", "mandatory"),
        ("safe", "safe"),
        ("unless", "less"),
        ("union", "ion"),
        ("cold", "wet"),
    ],
)
def test_words_that_do_not(one: str, other: str) -> None:
    assert exclude(one, other) is None


def test_what_a_not_says_no_to() -> None:
    assert can_be_denied("guilty")
    assert not can_be_denied("domestic")
    assert negates("never")
    assert negates("didn't")
    assert not negates("seldom")
    assert turns("refused")
    assert not turns("agreed")


def test_bodies_that_act() -> None:
    assert actor_of("officers") == actor_of("constable") == "police"
    assert actor_of("cyclist") is None
    assert are_two_actors("police", "soldiers")
    assert not are_two_actors("police", "cyclists")


@pytest.mark.parametrize(
    ("one", "other"),
    [("nurse", "cleaners"), ("cyclist", "docker"), ("landlords", "tenants")],
)
def test_nouns_for_others(one: str, other: str) -> None:
    assert are_others(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("worker", "cleaner"), ("man", "docker"), ("gunman", "rebel"), ("deputy", "cop")],
)
def test_nouns_that_may_be_one(one: str, other: str) -> None:
    assert not are_others(one, other)


def test_events_that_are_never_one() -> None:
    assert are_distinct(events_of("drowned"), events_of("wounded"))
    assert not are_distinct(events_of("drowned"), events_of("perished"))


def test_a_case_goes_on_by_steps() -> None:
    steps = [step_of(events_of(w)) for w in ("suspected", "arrested", "convicted")]
    assert steps == [0, 2, 4]
    assert step_of(events_of("sailed")) is None


def test_general_nouns_stand_for_actors_that_there_are() -> None:
    actors = table("actors")
    known = {*actors["bodies"], *actors["others"]}
    assert all(known.issuperset(m.split()) for m in actors["general"].values())
    assert actors_of("table") == frozenset()


def test_opposites_have_two_sides() -> None:
    lines = [line for group in table("opposites")["verbs"].values() for line in group]
    assert all(line.count(" / ") == 1 for line in lines)
