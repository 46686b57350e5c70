from __future__ import annotations

import pytest

from newsdiff.grouping import (
    Cause,
    TermKind,
    group,
    key_of,
    name_of,
    signature,
    why,
    why_apart,
)
from tests.grouping.invented import ALL, BUDGET, FERRY, OTHER_QUAKE, QUAKE

STORIES = group(map(signature, ALL))
COURIER, TRIBUNE, RADIO = map(key_of, FERRY.values())


def test_why_names_what_is_shared_what_counts_most_first() -> None:
    because = why(STORIES, COURIER)
    told = {shared.text: shared for shared in because.shared}
    assert told["Ostrava Star"].others == 2
    assert told["Ostrava Star"].kind is TermKind.NAME
    assert told["214"].kind is TermKind.NUMBER
    assert "Ostrava" not in told
    shares = [shared.share for shared in because.shared]
    assert shares == sorted(shares, reverse=True)
    assert 0 < sum(shares) <= 1.000001
    assert because.others == 2
    assert because.alike > 0.18
    assert not because.by_person


def test_who_is_alone_has_no_reason() -> None:
    because = why(STORIES, key_of(OTHER_QUAKE["globe"]))
    assert because.shared == ()
    assert because.others == 0


def test_why_says_what_a_person_did() -> None:
    ferry = STORIES.story_of(COURIER)
    moved = STORIES.moved(key_of(OTHER_QUAKE["globe"]), ferry)
    assert why(moved, key_of(OTHER_QUAKE["globe"])).by_person
    assert not why(STORIES, COURIER).by_person


def test_why_apart_little() -> None:
    apart = why_apart(STORIES, key_of(QUAKE["daily"]), key_of(OTHER_QUAKE["globe"]))
    assert apart.cause is Cause.LITTLE
    assert "earthquake" in {shared.text for shared in apart.shared}
    assert "Belmesh" in apart.only_a
    assert "Tarvik" in apart.only_b
    assert apart.days is None


def test_why_apart_days() -> None:
    each = [
        signature(FERRY["courier"], published="2024-03-01"),
        signature(FERRY["tribune"], published="2024-04-01"),
    ]
    apart = why_apart(group(each), COURIER, TRIBUNE)
    assert apart.cause is Cause.DAYS
    assert apart.days == 31
    assert apart.alike == 0


def test_why_apart_person() -> None:
    split = STORIES.split([RADIO])
    assert why_apart(split, RADIO, COURIER).cause is Cause.PERSON
    assert why_apart(split, COURIER, RADIO).cause is Cause.PERSON


def test_two_of_one_story_are_not_apart() -> None:
    with pytest.raises(ValueError, match="in one story"):
        why_apart(STORIES, COURIER, RADIO)


def test_a_story_is_named_by_its_centre_and_what_most_tell() -> None:
    name = name_of(STORIES, STORIES.story_of(COURIER))
    assert name.headline in {text.splitlines()[0] for text in FERRY.values()}
    assert key_of(next(t for t in ALL if t.startswith(name.headline))) == name.key
    assert "Ostrava Star" in name.terms
    budget = name_of(STORIES, STORIES.story_of(key_of(BUDGET["ledger"])))
    assert {"Hexley", "Prue Danby"} & set(budget.terms)
