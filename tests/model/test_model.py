"""What the nouns of newsdiff promise."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.model import (
    Article,
    Comparison,
    Fact,
    Kind,
    Link,
    Pair,
    Role,
    Sentence,
    Side,
    Span,
    State,
    Status,
)

FEW = settings(max_examples=100, deadline=None, derandomize=True)


def article(*sizes: int, roles: dict[int, Role] | None = None) -> Article:
    """An article of sentences of some sizes, two characters between them."""
    sentences, start = [], 0
    for n, size in enumerate(sizes):
        role = (roles or {}).get(n, Role.BODY)
        sentences.append(
            Sentence(start=start, end=start + size, role=role, paragraph=n)
        )
        start += size + 2
    words = "  ".join(("ab " * size)[:size] for size in sizes)
    return Article(
        label="x",
        title=None,
        outlet=None,
        published=None,
        source="x",
        text=words,
        sentences=tuple(sentences),
    )


def fact(status: Status) -> Fact:
    return Fact(
        kind=Kind.PLACE,
        status=status,
        absence=None,
        value=Pair("one", "two"),
        resolved=Pair(1.0, 2.0),
        spans=Pair((Span(0, 1),), (Span(2, 3),)),
        note="a note",
    )


def test_a_side_has_another() -> None:
    assert [side.other for side in Side] == [Side.B, Side.A]
    assert all(side.other.other is side for side in Side)


def test_a_pair_is_the_same_for_both_sides() -> None:
    pair = Pair(1, 2)
    assert (pair[Side.A], pair[Side.B]) == tuple(pair) == (1, 2)
    assert pair.swapped == Pair(2, 1)
    assert pair.map(str) == Pair("1", "2")
    assert Pair("aba", "bab").map(str.count, Pair("a", "a")) == Pair(2, 1)


def test_a_pair_is_made_for_each_side_or_from_one_of_them() -> None:
    assert Pair.each(lambda side: side.value) == Pair("a", "b")
    assert Pair.on(Side.A, "mine", "theirs") == Pair("mine", "theirs")
    assert Pair.on(Side.B, "mine", "theirs") == Pair("theirs", "mine")


def test_what_just_one_side_states_has_a_status_and_a_status_may_have_a_side() -> None:
    assert [side.only for side in Side] == [Status.ONLY_A, Status.ONLY_B]
    assert [status.side for status in Status] == [Side.A, Side.B, None, None]


def test_people_bodies_and_places_have_names() -> None:
    named = {kind for kind in Kind if kind.is_name}
    assert named == {Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE}


def test_boilerplate_and_datelines_are_not_compared() -> None:
    left_out = {role for role in Role if not role.compared}
    assert left_out == {Role.BOILERPLATE, Role.DATELINE}


def test_words_and_sentences_are_counted_where_they_are_compared() -> None:
    found = article(5, 5, 5, roles={1: Role.BOILERPLATE, 2: Role.HEADLINE})
    assert found.sentence_count == 2
    assert found.words_of(0) == "ab ab"
    assert found.word_count == 4


@FEW
@given(st.lists(st.integers(0, 5), max_size=5))
def test_the_sentence_at_an_offset_holds_it(sizes: list[int]) -> None:
    found = article(*sizes)
    for offset in range(-1, len(found.text) + 2):
        holding = [
            i for i, s in enumerate(found.sentences) if s.start <= offset < s.end
        ]
        assert found.sentence_at(offset) == (holding[0] if holding else None)


def test_a_link_knows_its_sentence_on_each_side() -> None:
    link = Link(a=3, b=5, state=State.MATCHED, score=0.9)
    assert [link.index(side) for side in Side] == [3, 5]
    assert not link.moved


@pytest.mark.parametrize(
    ("status", "swapped"),
    [
        (Status.ONLY_A, Status.ONLY_B),
        (Status.ONLY_B, Status.ONLY_A),
        (Status.BOTH, Status.BOTH),
        (Status.CONFLICT, Status.CONFLICT),
    ],
)
def test_a_fact_can_be_told_the_other_way_round(
    status: Status, swapped: Status
) -> None:
    one = fact(status)
    other = one.swapped
    assert other.status is swapped
    assert other.value == Pair("two", "one")
    assert other.resolved == Pair(2.0, 1.0)
    assert other.spans == one.spans.swapped
    assert (other.kind, other.note) == (one.kind, one.note)
    assert other.swapped == one


def test_the_linked_share_is_of_the_compared_sentences() -> None:
    a = article(1, 1, 1, 1, 1, roles={4: Role.BOILERPLATE})
    links = [(0, 0), (0, 1), (2, 1)]
    found = Comparison(
        articles=Pair(a, article(1, 1)),
        links=tuple(Link(a=i, b=j, state=State.MATCHED, score=0.9) for i, j in links),
        nearest=Pair((None,) * 5, (None,) * 2),
        facts=(),
    )
    assert found.linked_share == Pair(0.5, 1.0)
    nothing = Comparison(
        articles=Pair(article(), a), links=(), nearest=Pair((), ()), facts=()
    )
    assert nothing.linked_share == Pair(0.0, 0.0)
