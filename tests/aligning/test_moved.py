from __future__ import annotations

from newsdiff.aligning.moved import mark_moved
from newsdiff.model import Link, Pair, State

TEXTS = Pair(("a0", "a1", "a2", "a3"), ("b0", "b1", "b2", "b3"))


def links(*pairs: tuple[int, int]) -> list[Link]:
    return [Link(a=a, b=b, state=State.MATCHED, score=0.9) for a, b in pairs]


def moved(*pairs: tuple[int, int]) -> set[tuple[int, int]]:
    return {(k.a, k.b) for k in mark_moved(links(*pairs), TEXTS) if k.moved}


def test_links_in_order_are_not_moved() -> None:
    assert moved((0, 0), (1, 2), (3, 3)) == set()


def test_only_the_link_that_crosses_the_others_is_moved() -> None:
    assert moved((0, 3), (1, 0), (2, 1), (3, 2)) == {(0, 3)}


def test_exchanging_the_articles_exchanges_nothing_else() -> None:
    there = moved((0, 1), (1, 0))
    back = {
        (k.b, k.a) for k in mark_moved(links((1, 0), (0, 1)), TEXTS.swapped) if k.moved
    }
    assert there == back
    assert len(there) == 1
