from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.grouping import clustering
from newsdiff.grouping.clustering import Edges, Rule, groups_of

Pairs = dict[tuple[int, int], int]


def grouped(
    pairs: Pairs, number: int, least: float = 50, rule: Rule | None = None
) -> set[frozenset[int]]:
    rows = [(a, b, alike) for (a, b), alike in pairs.items()]
    a, b, alike = np.array(rows, np.int32).reshape(-1, 3).T
    keys = [f"{n:03}" for n in range(number)]
    edges = Edges(a, b, alike)
    return set(groups_of(range(number), edges, keys, least, rule or Rule()))


def sets(*groups: str) -> set[frozenset[int]]:
    return {frozenset(map(int, group)) for group in groups}


def slow(pairs: Pairs, number: int, least: float) -> set[frozenset[int]]:
    """Average link as it is defined."""
    groups = [frozenset((n,)) for n in range(number)]

    def mean(one: frozenset[int], other: frozenset[int]) -> float:
        found = (pairs.get((min(a, b), max(a, b)), 0) for a in one for b in other)
        return sum(found) / (len(one) * len(other))

    while len(groups) > 1:
        groups.sort(key=min)
        near = [
            (-mean(one, other), i, j)
            for i, one in enumerate(groups)
            for j, other in enumerate(groups[i + 1 :], i + 1)
        ]
        worst, i, j = min(near)
        if -worst < least:
            break
        groups = [g for n, g in enumerate(groups) if n not in (i, j)] + [
            groups[i] | groups[j]
        ]
    return set(groups)


def test_one_pair_alike_by_chance_joins_no_groups() -> None:
    pairs = {(0, 1): 90, (2, 3): 90, (1, 2): 80}
    assert grouped(pairs, 4) == sets("01", "23")


def test_groups_alike_on_average_are_joined() -> None:
    pairs = {(0, 1): 90, (2, 3): 90, (1, 2): 80, (0, 2): 60, (1, 3): 60, (0, 3): 10}
    assert grouped(pairs, 4) == sets("0123")


def test_what_a_person_says_goes_before() -> None:
    pairs = {(0, 1): 90, (1, 2): 90, (0, 2): 90}
    apart = Rule(apart=frozenset({(0, 1)}))
    assert grouped(pairs, 3, rule=apart) == sets("02", "1")
    together = Rule(together=[frozenset({0, 3})])
    assert grouped(pairs, 4, rule=together) == sets("03", "12")


def test_nothing_and_nobody_alike() -> None:
    assert grouped({}, 0) == set()
    assert grouped({}, 2) == sets("0", "1")


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda p: p[0] < p[1]),
    st.integers(1, 8).map(lambda n: n * 10),
)


@given(PAIRS, st.sampled_from([15.0, 30.0, 50.0]))
def test_it_is_average_link(pairs: Pairs, least: float) -> None:
    assert grouped(pairs, 10, least) == slow(pairs, 10, least)


@given(PAIRS, st.randoms())
def test_too_many_articles_are_grouped_in_parts_whatever_their_order(
    pairs: Pairs, chance: random.Random
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clustering, "LARGEST", 4)
        found = grouped(pairs, 10, 30)
        mixed = list(pairs.items())
        chance.shuffle(mixed)
        assert grouped(dict(mixed), 10, 30) == found
    assert sorted(member for group in found for member in group) == list(range(10))
