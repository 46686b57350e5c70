"""What a row may be followed to, and how its notes are worded."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from newsdiff.comparing import Order, Row, rows_of
from newsdiff.comparing.cross_references import (
    Relation,
    explainable,
    find_cross_references,
    shared_places,
    tells_earlier,
)
from newsdiff.layout import LayoutOptions, View, lay_out
from newsdiff.layout.references import IN_WORDS
from newsdiff.model import (
    Comparison,
    Link,
    Nearest,
    Pair,
    Paraphrase,
    Side,
    Span,
    State,
)
from newsdiff.reading import read_text


def row_with(
    comparison: Comparison, side: Side, sentence: int, order: Order = Order.BOTH
) -> Row:
    rows = rows_of(comparison, order)
    return next(row for row in rows if sentence in row.sentences[side])


def near(comparison: Comparison, side: Side, i: int, to: Nearest) -> Comparison:
    nearest = [list(comparison.nearest[s]) for s in Side]
    nearest[0 if side is Side.A else 1][i] = to
    return replace(comparison, nearest=Pair(*map(tuple, nearest)))


def test_links_out_of_a_row_lead_somewhere_best_first(bridge: Comparison) -> None:
    found = find_cross_references(bridge, row_with(bridge, Side.A, 3))
    assert [(s.side, s.sentence, s.relation, s.score) for s in found] == [
        (Side.B, 11, Relation.RELATED, 0.3),
        (Side.B, 8, Relation.RELATED, 0.25),
        (Side.B, 4, Relation.RELATED, 0.2),
        (Side.B, 10, Relation.RELATED, 0.15),
    ]
    assert {s.origin for s in found} == {3}


def test_a_matched_link_comes_before_a_related_one(bridge: Comparison) -> None:
    sure = Link(a=3, b=12, state=State.MATCHED, score=0.6)
    extended = replace(bridge, links=(*bridge.links, sure))
    row = Row(
        Pair((3,), (6,)), rows_of(bridge)[0].mark, Pair((*bridge.links[-4:], sure), ())
    )
    first, second, *_ = find_cross_references(extended, row)
    assert (first.sentence, first.relation) == (12, Relation.MATCHED)
    assert second.relation is Relation.RELATED
    assert first.pair == Pair(3, 12)


def test_a_moved_row_leads_to_its_place_in_the_other_article(
    bridge: Comparison,
) -> None:
    for order, there in ((Order.A, (Side.B, 3, 7)), (Order.B, (Side.A, 6, 4))):
        row = row_with(bridge, Side.A, 7, order)
        own = [
            s
            for s in find_cross_references(bridge, row, order)
            if s.relation is Relation.MOVED
        ]
        assert [(s.side, s.sentence, s.origin) for s in own] == [there]
    row = row_with(bridge, Side.A, 7)
    (other,) = find_cross_references(bridge, row)
    assert (other.relation, other.pair) == (Relation.MATCHED, Pair(7, 4))


def test_an_unlinked_row_leads_to_what_comes_nearest(bridge: Comparison) -> None:
    row = row_with(bridge, Side.A, 4)
    assert find_cross_references(bridge, row) == ()
    found = find_cross_references(near(bridge, Side.A, 4, Nearest(8, 0.23)), row)
    assert [(r.side, r.sentence, r.relation) for r in found] == [
        (Side.B, 8, Relation.NEAREST)
    ]
    found = find_cross_references(
        near(bridge, Side.B, 12, Nearest(4, 0.1)), row_with(bridge, Side.B, 12)
    )
    assert [(s.pair, s.score) for s in found] == [(Pair(4, 12), 0.1)]


def test_what_can_be_explained_of_a_row(bridge: Comparison) -> None:
    pairs = explainable(bridge, row_with(bridge, Side.A, 9))
    assert pairs == (Pair(9, 10), Pair(9, 9), Pair(9, 11), Pair(3, 11), Pair(3, 10))
    assert explainable(bridge, row_with(bridge, Side.A, 8)) == ()


def test_earlier_turns_round_with_the_sides(bridge: Comparison) -> None:
    assert tells_earlier(bridge) == {(7, 4): True}
    turned = tuple(link.swapped for link in bridge.links)
    mirror = replace(bridge, articles=bridge.articles.swapped, links=turned)
    assert tells_earlier(mirror) == {(4, 7): False}


def test_shared_words_are_found_whole_and_in_any_case() -> None:
    article = read_text("Cracks. The cracks in pillar 12 (not 120)", source="-")
    index = len(article.sentences) - 1
    found = shared_places(article, index, ("CRACKS", "12", "absent"))
    assert [article.text[s.start : s.end] for s in found] == ["cracks", "12"]
    assert shared_places(article, index, ()) == ()


@pytest.mark.parametrize(
    ("order", "side", "notes"),
    [
        (Order.BOTH, Side.A, ["→ B tells this earlier, at 5"]),
        (Order.BOTH, Side.B, ["→ A tells this later, at 8;"]),
        (
            Order.A,
            Side.A,
            ["→ B tells this earlier, at 5", "→ A tells this later, at 8;"],
        ),
        (Order.A, Side.A, ["has something related above, at 4"]),
        (
            Order.B,
            Side.A,
            ["→ B tells this earlier, at 5", "→ A tells this later, at 8;"],
        ),
        (Order.B, Side.A, ["has something related below, at 4"]),
    ],
)
def test_a_moved_row_says_where_the_other_article_tells_it(
    bridge: Comparison, order: Order, side: Side, notes: list[str]
) -> None:
    page = lay_out(bridge, LayoutOptions(width=140, view=View.SPLIT, order=order))
    row = page.row_of(side, 7 if side is Side.A else 4)
    lines = ["".join(run.text for run in page.line(y)) for y in range(page.height)]
    text = "\n".join(lines[page.top(row) : page.top(row + 1)])
    assert [note for note in notes if note in text] == notes


def test_one_below_the_other_only_a_says_so(bridge: Comparison) -> None:
    options = LayoutOptions(width=80, view=View.UNIFIED, order=Order.A)
    page = lay_out(bridge, options)
    text = "".join(run.text for y in range(page.height) for run in page.line(y))
    assert "→ B tells this earlier, at 5" in text
    assert "A tells this later" not in text


def test_without_numbers_notes_point_nowhere(bridge: Comparison) -> None:
    options = LayoutOptions(width=120, view=View.SPLIT, numbers=False, order=Order.A)
    page = lay_out(bridge, options)
    drawn = "\n".join(
        "".join(run.text for run in page.line(y)) for y in range(page.height)
    )
    assert "→ B tells this earlier" in drawn
    assert "→ A tells this later; has something related above" in drawn
    assert not re.search(r"→.*\bat\b", drawn)
    short = "\n".join(narrow(bridge, numbers=False))
    assert "told, related in A" in short
    assert not {"↑", "↓"} & set(short)


def narrow(comparison: Comparison, *, numbers: bool = True) -> list[str]:
    gutter = 7 if numbers else 4
    options = LayoutOptions(
        width=gutter + IN_WORDS - 1, view=View.UNIFIED, numbers=numbers
    )
    page = lay_out(comparison, options)
    return ["".join(run.text for run in page.line(y)) for y in range(page.height)]


def test_where_there_is_little_room_notes_are_short(bridge: Comparison) -> None:
    text = "\n".join(narrow(bridge))
    assert "told ↑5 in B" in text
    assert "told ↓8, related ↓4 in A" in text
    assert "→" not in text


def test_many_sentences_are_named_as_far_as_that_helps(bridge: Comparison) -> None:
    page = lay_out(bridge, LayoutOptions(width=120, view=View.SPLIT))
    text = " ".join(
        "".join(run.text for run in page.line(y)) for y in range(page.height)
    )
    assert "at 5, 9, 12 and more" in text


def test_what_is_said_in_other_words_goes_with_a_reference(bridge: Comparison) -> None:
    said = Paraphrase(spans=Pair(Span(0, 1), Span(0, 1)), likeness=0.8)
    links = tuple(replace(link, paraphrases=(said,)) for link in bridge.links)
    told = replace(bridge, links=links)
    found = [
        reference
        for row in rows_of(told)
        for reference in find_cross_references(told, row)
        if reference.relation in (Relation.MATCHED, Relation.RELATED)
    ]
    assert found
    assert all(reference.paraphrases == (said,) for reference in found)
