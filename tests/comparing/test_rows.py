"""What stands opposite what, and how rows are marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from newsdiff.comparing import Mark, Order, Row, rows_of
from newsdiff.export.report import row_heading
from newsdiff.layout import LayoutOptions, View, lay_out
from newsdiff.model import (
    Article,
    Comparison,
    Fact,
    Kind,
    Link,
    Pair,
    Role,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.reading import read_text
from newsdiff.said import Origin

A = read_text("One fell.\n\nTwo rose.\n\nThree sang.\n", source="a.txt")
B = read_text("A fell.\n\nB rose.\n\nC sang.\n\nD left.\n", source="b.txt")


def matched(a: int, b: int, score: float) -> Link:
    return Link(a=a, b=b, state=State.MATCHED, score=score)


def related(a: int, b: int, score: float) -> Link:
    return Link(a=a, b=b, state=State.RELATED, score=score)


def compared(links: Sequence[Link], facts: Sequence[Fact] = ()) -> Comparison:
    return Comparison(
        articles=Pair(A, B),
        links=tuple(sorted(links, key=lambda link: -link.score)),
        nearest=Pair((None,) * 3, (None,) * 4),
        facts=tuple(facts),
    )


def told(rows: Sequence[Row]) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    return [(r.sentences.a, r.sentences.b, r.mark.value) for r in rows]


def notes(comparison: Comparison) -> list[str]:
    page = lay_out(comparison, LayoutOptions(width=120, view=View.SPLIT))
    lines = ["".join(r.text for r in page.line(y)) for y in range(page.height)]
    found = [part.strip() for line in lines for part in line.split("│")[:2]]
    return [part for part in found if part.startswith("→")]


def test_a_sentence_joins_the_row_of_its_best_link_first() -> None:
    links = [matched(1, 1, 0.99), matched(1, 0, 0.98), matched(0, 0, 0.9)]
    rows = rows_of(compared(links), Order.A)
    assert told(rows)[:2] == [((0,), (), "↕"), ((1,), (0, 1), "≈")]
    links.append(matched(0, 2, 0.5))
    assert ((0,), (2,), "≈") in told(rows_of(compared(links), Order.A))


def test_of_equal_links_none_is_the_best() -> None:
    links = [matched(a, b, 0.9) for a in (0, 1) for b in (0, 1)]
    for order in Order:
        rows = rows_of(compared(links), order)
        assert told(rows)[:2] == [((0,), (0,), "≈"), ((1,), (1,), "≈")]


def test_what_is_told_in_another_row_is_not_called_only_related() -> None:
    links = [matched(0, 0, 0.99), matched(2, 0, 0.8), related(1, 0, 0.4)]
    comparison = compared(links)
    marks = {row.sentences.a: row.mark for row in rows_of(comparison)}
    assert marks[2,] is Mark.MOVED
    assert marks[1,] is Mark.RELATED
    assert "→ B tells this earlier, at 1" in notes(comparison)
    assert "→ B has something related earlier, at 1" in notes(comparison)


def test_a_value_told_otherwise_in_another_row_is_named() -> None:
    value = Fact(
        kind=Kind.NUMBER,
        status=Status.CONFLICT,
        absence=None,
        value=Pair("Two", "D"),
        resolved=Pair(None, None),
        spans=Pair((Span(11, 14),), (Span(27, 28),)),
    )
    comparison = compared([matched(1, 1, 0.9), matched(1, 3, 0.7)], [value])
    rows = {row.sentences: row for row in rows_of(comparison)}
    here, there = rows[Pair((1,), (1,))], rows[Pair((), (3,))]
    assert (here.mark, there.mark) == (Mark.CONFLICT, Mark.CONFLICT)
    assert (here.otherwise, there.otherwise) == (Pair((3,), ()), Pair((), (1,)))
    assert notes(comparison) == [
        "→ B gives another value later, at 4",
        "→ A gives another value earlier, at 2",
    ]
    heading = row_heading(here, Pair("a", "b"))
    assert heading == "told with another value (B gives another value at 4)"
    in_one = replace(value, spans=Pair((Span(11, 14),), (Span(9, 10),)))
    rows = {row.sentences: row for row in rows_of(compared(comparison.links, [in_one]))}
    assert rows[Pair((1,), (1,))].otherwise == Pair((), ())


def test_values_of_sentences_that_may_be_of_two_things_are_no_conflict() -> None:
    value = Fact(
        kind=Kind.NUMBER,
        status=Status.CONFLICT,
        absence=None,
        value=Pair("Two", "D"),
        resolved=Pair(None, None),
        spans=Pair((Span(11, 14),), (Span(27, 28),)),
    )
    comparison = compared([matched(1, 1, 0.9), related(1, 3, 0.4)], [value])
    rows = {row.sentences: row for row in rows_of(comparison)}
    here, there = rows[Pair((1,), (1,))], rows[Pair((), (3,))]
    assert (here.mark, there.mark) == (Mark.REWORDED, Mark.RELATED)
    assert (here.perhaps, there.perhaps) == (Pair((3,), ()), Pair((), (1,)))
    assert notes(comparison) == [
        "→ B perhaps gives another value later, at 4",
        "→ A perhaps gives another value earlier, at 2",
    ]
    by_hand = replace(value, origin=Origin.PERSON)
    marks = [row.mark for row in rows_of(compared(comparison.links, [by_hand]))]
    assert marks.count(Mark.CONFLICT) == 2


def test_rows_in_the_order_of_b_hold_the_same() -> None:
    links = [matched(0, 2, 0.9), matched(1, 0, 0.8)]
    comparison = compared(links)
    first, second = (
        {(row.sentences.a, row.sentences.b, row.mark) for row in rows_of(comparison, o)}
        for o in (Order.A, Order.B)
    )
    assert first == second


_BODY = (
    "The old tower of Lunehaven fell at dawn on Tuesday, the mayor said.\n\n"
    "Nobody was hurt, she said, for the street had been closed on Monday.\n\n"
    "Engineers had found cracks in its foot.\n"
)
TITLED = Pair(
    read_text(f"Old tower falls\n\n{_BODY}", source="a.txt"),
    read_text(f"Tower collapses at dawn\n\n{_BODY}", source="b.txt"),
)


def headlines(articles: Pair[Article]) -> Pair[int]:
    return articles.map(
        lambda article: next(
            i for i, s in enumerate(article.sentences) if s.role is Role.HEADLINE
        )
    )


@pytest.mark.parametrize("link", [matched, related])
@pytest.mark.parametrize("swapped", [False, True])
def test_linked_headlines_stand_opposite_each_other(
    link: Callable[[int, int, float], Link], swapped: bool
) -> None:
    articles = TITLED.swapped if swapped else TITLED
    at = headlines(articles)
    better = matched(at.a, at.b + 1, 0.99), matched(at.a + 1, at.b, 0.98)
    comparison = Comparison(
        articles=articles,
        links=(*better, link(at.a, at.b, 0.3)),
        nearest=articles.map(lambda article: (None,) * len(article.sentences)),
        facts=(),
    )
    rows = rows_of(comparison)
    row = next(row for row in rows if at.a in row.sentences.a)
    assert row.sentences == Pair((at.a,), (at.b,))
    assert [link.score for link in (*row.also.a, *row.also.b)] == [0.99, 0.98]
    for side in Side:
        told = [i for row in rows for i in row.sentences[side]]
        assert sorted(told) == [*range(len(articles[side].sentences))]


def test_what_a_person_paired_with_a_headline_stays_there() -> None:
    at = headlines(TITLED)
    by_hand = replace(matched(at.a, at.b + 2, 1.0), origin=Origin.PERSON)
    comparison = Comparison(
        articles=TITLED,
        links=(by_hand, matched(at.a, at.b, 0.9)),
        nearest=TITLED.map(lambda article: (None,) * len(article.sentences)),
        facts=(),
    )
    row = next(row for row in rows_of(comparison) if at.a in row.sentences.a)
    assert row.sentences == Pair((at.a,), (at.b + 2,))
