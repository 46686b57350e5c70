from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.grouping import Corrections, Stories, group, key_of, signature
from newsdiff.grouping.signatures import Signature
from newsdiff.grouping.weights import counts_of
from tests.grouping.invented import ALL, BUDGET, EVENTS, FERRY, OTHER_QUAKE, QUAKE

FIRST = date(2024, 3, 1)
NAMES = (
    "Marrick Aldous Kelmsay Derrow Danby Harcourt Okan Belmesh Karsa Tarvik Holm "
    "Vantara Ostrava Hexley Northway Orlan Tessam Birk Quillon Averdale Stroma Pellin "
    "Yarrow Dunmore Castell Ilvar"
).split()
WORDS = (
    "ferry earthquake library council harbour verdict strike storm election ministry "
    "hospital tunnel drought festival ransom merger vaccine glacier"
).split()


def parts(stories: Stories) -> set[frozenset[str]]:
    return {frozenset(story.keys) for story in stories.stories}


def keys(event: dict[str, str]) -> frozenset[str]:
    return frozenset(map(key_of, event.values()))


def made(seed: int, size: int, *, undated: bool = False) -> list[Signature]:
    """Some articles on a few events, each in words drawn by chance."""
    chance = random.Random(seed)  # noqa: S311
    events = [
        (chance.sample(NAMES, 7), chance.sample(WORDS, 4), chance.randrange(30))
        for _ in range(max(1, size // 3))
    ]
    found = []
    for number in range(size):
        names, words, day = chance.choice(events)
        told = [
            f"Then {chance.choice(names)} {chance.choice(names)} saw the "
            f"{chance.choice(words)} of {chance.randrange(99)} in "
            f"{chance.choice(names)}."
            for _ in range(chance.randrange(2, 12))
        ]
        when = FIRST + timedelta(day + chance.randrange(6))
        text = f"Report {number}\n\n{' '.join(told)}"
        is_dated = not undated and chance.random() < 0.8
        found.append(signature(text, published=when.isoformat() if is_dated else None))
    return found


def test_articles_on_one_event_are_a_story() -> None:
    assert parts(group(map(signature, ALL))) == {keys(event) for event in EVENTS}


def test_two_articles_are_grouped_as_well_as_many() -> None:
    for event in (FERRY, QUAKE, BUDGET):
        assert len(group(map(signature, list(event.values())[:2])).stories) == 1
    two_quakes = [QUAKE["wire"], OTHER_QUAKE["globe"]]
    assert len(group(map(signature, two_quakes)).stories) == 2


def test_nothing_is_grouped_of_nothing() -> None:
    assert group([]).stories == ()
    assert group([]).with_articles([]).stories == ()
    assert len(group([signature("")]).stories) == 1


def test_days_far_apart_are_never_one_story() -> None:
    first, second = list(FERRY.values())[:2]

    def apart(days: int | None) -> int:
        when = None if days is None else (FIRST + timedelta(days)).isoformat()
        each = [
            signature(first, published=FIRST.isoformat()),
            signature(second, published=when),
        ]
        return len(group(each).stories)

    assert [apart(days) for days in (0, 1, 3)] == [1, 1, 1]
    assert [apart(days) for days in (10, 30, 365)] == [2, 2, 2]
    assert apart(None) == 1


def test_a_story_may_go_on_longer_than_the_window() -> None:
    text = FERRY["courier"]
    each = [
        signature(
            f"{text}\n\nUpdate {day}.", published=(FIRST + timedelta(day)).isoformat()
        )
        for day in range(0, 15, 3)
    ]
    sizes = [len(story.keys) for story in group(each).stories]
    assert sizes[0] >= 3
    assert sum(sizes) == 5


def test_the_same_text_counts_once_with_its_earliest_day() -> None:
    text = FERRY["courier"]
    early = signature(text, published="2024-03-01")
    late = signature(f"{text}\n", published="2024-03-20")
    undated = signature(text)
    for order in ([early, late, undated], [undated, late, early], [late, early]):
        one = group(order[:1])
        for more in order[1:]:
            one = one.with_article(more)
        for stories in (one, group(order)):
            assert [one.day for one in stories.signatures] == [early.day]


def test_the_same_text_under_two_headlines_is_listed_alike_in_any_order() -> None:
    text = FERRY["courier"]
    each = [
        signature(text, title) for title in ("Zebra Hexley", "Ostrava Star aground")
    ]
    one, other = group(each), group(each[::-1])
    assert one.signatures == other.signatures
    assert one.counts.terms.tolist() == other.counts.terms.tolist()


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(0, 24), st.booleans(), st.randoms())
def test_the_order_of_articles_changes_nothing(
    seed: int, size: int, undated: bool, chance: random.Random
) -> None:
    each = made(seed, size, undated=undated)
    mixed = chance.sample(each, len(each))
    assert group(each).stories == group(mixed).stories


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(1, 24), st.data())
def test_one_by_one_is_as_all_at_once_by_the_same_counts(
    seed: int, size: int, data: st.DataObject
) -> None:
    each = made(seed, size)
    begun = data.draw(st.integers(0, size))
    stories = group(each[:begun])
    for one in each[begun:]:
        stories = stories.with_article(one)
    at_once = group(each, counts=counts_of(each[:begun]))
    assert stories.stories == at_once.stories


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(2, 20), st.data())
def test_an_article_taken_away_leaves_what_there_is_without_it(
    seed: int, size: int, data: st.DataObject
) -> None:
    each = made(seed, size)
    counts = counts_of(each)
    gone = data.draw(st.sampled_from(each))
    rest = [one for one in each if one.key != gone.key]
    stories = group(each, counts=counts).without_article(gone.key)
    assert stories.stories == group(rest, counts=counts).stories
    again = stories.with_article(gone)
    assert again.stories == group(each, counts=counts).stories


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(3, 16), st.data())
def test_corrections_hold_however_articles_come(
    seed: int, size: int, data: st.DataObject
) -> None:
    each = made(seed, size)
    stories = group(each)
    for _ in range(data.draw(st.integers(1, 3))):
        what = data.draw(st.sampled_from(["moved", "split", "merged"]))
        story = data.draw(st.sampled_from(stories.stories))
        other = data.draw(st.sampled_from(stories.stories))
        article = data.draw(st.sampled_from(other.keys))
        if what == "moved":
            stories = stories.moved(article, story)
            assert stories.story_of(article) == stories.story_of(story.keys[0])
        elif what == "split":
            stories = stories.split([article])
            assert stories.story_of(article).keys == (article,)
        else:
            stories = stories.merged(story, other)
            assert {*story.keys, *other.keys} <= {*stories.story_of(article).keys}
    kept = Corrections.from_plain(stories.corrections.plain())
    mixed = data.draw(st.permutations(each))
    again = group(mixed[:1], kept, stories.counts)
    for one in mixed[1:]:
        again = again.with_article(one)
    assert again.stories == stories.stories
    assert stories.corrected(Corrections()).stories == group(each).stories


def test_a_moved_article_leaves_its_story_and_stays_away() -> None:
    stories = group(map(signature, ALL))
    moved, *rest = sorted(keys(FERRY))
    budget = stories.story_of(min(keys(BUDGET)))
    after = stories.moved(moved, budget)
    assert {frozenset(rest), keys(BUDGET) | {moved}} <= parts(after)
    more = after.with_article(signature(FERRY["radio"] + "\n\nTugs failed on Tuesday."))
    assert moved in more.story_of(min(keys(BUDGET))).keys
    assert moved not in more.story_of(rest[0]).keys


def test_a_correction_can_be_undone() -> None:
    stories = group(map(signature, ALL))
    quake, other = (stories.story_of(min(keys(e))) for e in (QUAKE, OTHER_QUAKE))
    merged = stories.merged(quake, other)
    assert keys(QUAKE) | keys(OTHER_QUAKE) in parts(merged)
    (pinned,) = merged.corrections.pinned
    undone = merged.corrected(merged.corrections.without(pinned))
    assert undone.stories == stories.stories


def test_a_later_correction_holds_against_an_earlier_one() -> None:
    stories = group(map(signature, ALL))
    quake, other = (stories.story_of(min(keys(e))) for e in (QUAKE, OTHER_QUAKE))
    merged = stories.merged(quake, other)
    split = merged.split(other.keys)
    assert parts(split) == parts(stories)
    assert parts(split.merged(quake, other)) == parts(merged)


def test_corrections_of_articles_that_are_not_listed_wait() -> None:
    corrections = Corrections().merged(keys(FERRY), keys(BUDGET))
    ferry = [*FERRY.values()]
    stories = group(map(signature, ferry), corrections)
    assert len(stories.stories) == 1
    both = stories.with_articles(map(signature, BUDGET.values()))
    assert parts(both) == {keys(FERRY) | keys(BUDGET)}


def test_corrections_are_plain_data() -> None:
    made_up = Corrections().moved("a", to="bc", away_from="de").split("b", "c")
    made_up = made_up.merged("x", "y")
    assert Corrections.from_plain(made_up.plain()) == made_up
    wrong: list[Any] = [{}, 1, {"what": "moved"}, {**made_up.plain()[0], "what": "x"}]
    for row in wrong:
        with pytest.raises(ValueError, match="no corrections of stories"):
            Corrections.from_plain([row])


def test_who_is_not_listed_is_a_key_error() -> None:
    stories = group(map(signature, ALL))
    for ask in (stories.story_of, stories.signature_of, stories.without_article):
        with pytest.raises(KeyError):
            ask("none")


def test_counting_anew_is_worth_while_once_twice_as_many_are_listed() -> None:
    each = made(1, 9)
    assert not group(each).stale
    assert Stories().with_articles(each).stale
