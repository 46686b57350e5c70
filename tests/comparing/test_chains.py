"""The heaviest chain is the heaviest: set against all chains there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.comparing import Mark, Order, rows_of
from newsdiff.comparing.chains import heaviest_chain
from newsdiff.model import Article, Comparison, Link, Pair, Side, State
from newsdiff.said import Origin
from tests.conftest import BODY, PAGE, article, link

Block = Pair[tuple[int, ...]]
SIZE = 5
PLACES = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))
LINKS = st.dictionaries(PLACES, st.integers(40, 100), max_size=9)


def articles(a: int = SIZE, b: int = SIZE) -> Pair[Article]:
    one = article("one", [(BODY, f"Sentence {i} of A.") for i in range(a)])
    return Pair(one, article("other", [(BODY, f"Line {i} of B.") for i in range(b)]))


def linked(scores: dict[tuple[int, int], int]) -> list[Link]:
    return [
        Link(a=a, b=b, state=State.MATCHED, score=score / 100)
        for (a, b), score in scores.items()
    ]


def weight(block: Block, links: Sequence[Link]) -> float:
    inside = [k for k in links if k.a in block.a and k.b in block.b]
    best = (
        max(k.score for k in inside if k.index(side) == i)
        for side in Side
        for i in block[side]
    )
    return sum(best) - 0.01 * (len(block.a) + len(block.b) - 2)


def blocks_of(links: Sequence[Link]) -> list[Block]:
    places = {(k.a, k.b) for k in links}
    runs = [tuple(range(i, i + n)) for i in range(SIZE) for n in (1, 2, 3)]
    return [
        Pair(a, b)
        for a in runs
        for b in runs
        if min(len(a), len(b)) == 1 and all((i, j) in places for i in a for j in b)
    ]


def chains(
    blocks: Sequence[Block], after: Block | None = None
) -> Iterator[list[Block]]:
    yield []
    for block in blocks:
        if after is None or all(block[s][0] > after[s][-1] for s in Side):
            for rest in chains(blocks, block):
                yield [block, *rest]


@given(scores=LINKS)
def test_no_chain_is_heavier(scores: dict[tuple[int, int], int]) -> None:
    links = linked(scores)
    found = heaviest_chain(links, articles())
    for side in Side:
        told = [i for block in found for i in block[side]]
        assert told == sorted(set(told))
    heaviest = max(
        sum(weight(block, links) for block in chain)
        for chain in chains(blocks_of(links))
    )
    assert sum(weight(b, links) for b in found) == pytest.approx(heaviest)


@given(scores=LINKS)
def test_exchanging_the_articles_exchanges_the_sides(
    scores: dict[tuple[int, int], int],
) -> None:
    links, both = linked(scores), articles()
    there = heaviest_chain(links, both)
    back = heaviest_chain([k.swapped for k in reversed(links)], both.swapped)
    assert [block.swapped for block in back] == there


def compared(links: Sequence[Link], both: Pair[Article]) -> Comparison:
    return Comparison(
        articles=both,
        links=tuple(sorted(links, key=lambda k: -k.score)),
        nearest=both.map(lambda one: (None,) * len(one.sentences)),
        facts=(),
    )


def told(comparison: Comparison, order: Order = Order.BOTH) -> list[str]:
    return [
        f"{','.join(map(str, row.sentences.a))}{row.mark.value}"
        f"{','.join(map(str, row.sentences.b))}"
        for row in rows_of(comparison, order)
    ]


def test_what_is_told_in_another_order_is_a_reference() -> None:
    links = [link(0, 2, 0.9, moved=True), link(1, 0, 0.8), link(2, 1, 0.8)]
    comparison = compared(links, articles(3, 3))
    assert told(comparison) == ["0↕", "1≈0", "2≈1", "↕2"]
    assert told(comparison, Order.A) == ["0↕2", "1≈0", "2≈1"]
    assert told(comparison, Order.B) == ["1≈0", "2≈1", "0↕2"]
    first, *_, last = rows_of(comparison)
    assert [k.b for k in first.also.a] == [2]
    assert [k.a for k in last.also.b] == [0]


def test_a_link_of_the_chain_is_not_called_moved_there() -> None:
    links = [link(0, 1, 0.9, moved=True), link(1, 0, 0.6)]
    comparison = compared(links, articles(2, 2))
    assert told(comparison) == ["↕0", "0≈1", "1↕"]


def test_what_is_related_stands_opposite_where_both_are_free() -> None:
    links = [link(0, 0), link(1, 1, 0.4), link(2, 2), link(3, 1, 0.3)]
    comparison = compared(links, articles(4, 3))
    assert told(comparison) == ["0≈0", "1~1", "2≈2", "3~"]
    assert told(comparison, Order.A) == ["0≈0", "1~1", "2≈2", "3~"]
    crossing = compared([link(0, 1), link(1, 0, 0.4)], articles(2, 2))
    assert told(crossing) == ["~0", "0≈1", "1~"]
    assert told(crossing, Order.A) == ["0≈1", "1~0"]
    told_already = compared([link(0, 0), link(1, 0), link(1, 1, 0.4)], articles(2, 2))
    assert Mark.RELATED.value not in told(told_already)[0]


@pytest.mark.parametrize("order", Order)
def test_page_furniture_stays_at_its_end(order: Order) -> None:
    a = article("one", [(PAGE, "Home"), (BODY, "It rained."), (PAGE, "Share")])
    b = article("other", [(PAGE, "Menu"), (BODY, "Ducks flew."), (PAGE, "Imprint")])
    rows = told(compared([], Pair(a, b)), order)
    if order is Order.BOTH:
        assert rows == ["0 ", " 0", "1<", ">1", "2 ", " 2"]
    assert len(rows) == 6


def test_orders_come_round() -> None:
    assert [order.next for order in Order] == [Order.A, Order.B, Order.BOTH]
    assert [order.side for order in Order] == [None, Side.A, Side.B]


def test_what_a_person_paired_stands_opposite_whatever_it_crosses() -> None:
    own = replace(link(0, 2, 1.0), origin=Origin.PERSON)
    links = [own, link(0, 0, 0.9), link(1, 0, 0.9), link(2, 1, 0.9)]
    comparison = compared(links, articles(3, 3))
    assert told(comparison) == ["0≈2", "1≈0", "2≈1"]
    in_order = replace(link(0, 0, 1.0), origin=Origin.PERSON)
    assert told(compared([in_order, link(1, 1)], articles(2, 2))) == ["0≈0", "1≈1"]
