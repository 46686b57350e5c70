"""Stretches in common: what folds, what stays open, and that it comes back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparing import Mark
from newsdiff.layout import Fold, Folding, LayoutOptions, Page, View, lay_out
from newsdiff.model import Comparison, Link, Pair, Side, State
from newsdiff.reading import read_text
from tests.layout.rows import ALPHABET, comparison_of

CLOSED = Folding(common=True)
OPEN = LayoutOptions(width=100, view=View.SPLIT)
PATTERNS = st.text(alphabet=ALPHABET, min_size=1, max_size=24)
FOLDINGS = st.builds(
    Folding, common=st.booleans(), context=st.integers(0, 4), but=st.just(frozenset())
)
FAST = settings(max_examples=120, deadline=None, derandomize=True)


def page_of(pattern: str, folding: Folding = CLOSED, view: View = View.SPLIT) -> Page:
    options = replace(OPEN, folding=folding, view=view)
    return lay_out(comparison_of(pattern), options)


def seen(page: Page) -> str:
    """The rows of a page, a fold as how many rows of A, or else of B, it hides."""
    return "".join(
        str(max(map(len, row.sentences))) if isinstance(row, Fold) else row.mark.value
        for row in page.rows
    ).replace(" ", "n")


def words(page: Page, row: int) -> str:
    line = "".join(run.text for run in page.line(page.top(row)))
    return " ".join(line.replace("│", " ").split())


def lines(page: Page) -> list[str]:
    """The lines behind the card."""
    behind = range(page.card_end, page.height)
    return ["".join(run.text for run in page.line(y)) for y in behind]


@pytest.mark.parametrize(
    ("pattern", "context", "folded"),
    [
        ("=====", 0, "5"),
        ("<===>", 0, "<3>"),
        ("<===>", 1, "<=1=>"),
        ("<==>", 1, "<==>"),
        ("<=>", 9, "<=>"),
        ("===<", 1, "2=<"),
        ("<===", 2, "<==1"),
        ("=q=", 0, "3"),
        ("=d=", 0, "1≈1"),
        ("=n=", 0, "1n1"),
        ("<=n=<", 1, "<=n=<"),
        ("<==n==<", 1, "<=1n1=<"),
        ("<d>", 0, "<≈>"),
    ],
)
def test_what_is_folded(pattern: str, context: int, folded: str) -> None:
    assert seen(page_of(pattern, replace(CLOSED, context=context))) == folded


def test_a_fold_says_how_many_sentences_are_in_other_words() -> None:
    assert words(page_of("<======"), 1) == " ".join(["= ⋯ 6 sentences in common"] * 2)
    assert "⋯ 1 sentence in common" in words(page_of("<=<"), 1)
    said = " ".join(["≈ ⋯ 3 sentences in common, 2 of them reworded"] * 2)
    assert words(page_of("<q=q<"), 1) == said


def test_a_fold_counts_the_sentences_of_either_side() -> None:
    texts = ("One.\n\nOther words.", "One.\n\nOther.\n\nSome.")
    a, b = (read_text(text, source="x.txt") for text in texts)
    first = len(a.sentences) - 1
    links = tuple(
        Link(a=i, b=j, state=State.MATCHED, score=0.9)
        for i, j in [
            *((i, i) for i in range(first)),
            (first, first),
            (first, first + 1),
        ]
    )
    nearest = Pair((None,) * len(a.sentences), (None,) * len(b.sentences))
    comparison = Comparison(articles=Pair(a, b), links=links, nearest=nearest, facts=())
    page = lay_out(comparison, replace(OPEN, folding=CLOSED))
    assert words(page, 0) == (
        "≈ ⋯ 2 sentences in common, 1 of them reworded"
        " ≈ ⋯ 3 sentences in common, 2 of them reworded"
    )
    assert not page.changes
    unified = page.again(replace(page.options, view=View.UNIFIED))
    assert [line.split()[0] for line in lines(unified)] == ["A", "B"]


def test_in_one_column_a_fold_stands_for_both_sides() -> None:
    page = page_of("<===<", view=View.UNIFIED)
    assert [line.split() for line in lines(page) if "⋯" in line] == [
        "= = ⋯ 3 sentences in common".split()
    ]


def test_one_fold_opens_and_closes() -> None:
    page = page_of("<==<==<")
    folding = page.toggled(1)
    assert folding is not None
    opened = page.again(replace(page.options, folding=folding))
    assert seen(opened) == "<==<2<"
    folding = opened.toggled(2)
    assert folding is not None
    assert seen(opened.again(replace(page.options, folding=folding))) == "<2<2<"


def test_one_stretch_is_closed_where_all_are_open() -> None:
    page = page_of("<==<==<", Folding())
    folding = page.toggled(4)
    assert folding is not None
    assert seen(page.again(replace(page.options, folding=folding))) == "<==<2<"
    assert page.toggled(0) is None


def test_boilerplate_opens_on_its_own() -> None:
    page = lay_out(comparison_of("nn<nn"), replace(OPEN, boilerplate=False))
    assert seen(page) == "2<2"
    folding = page.toggled(2)
    assert folding is not None
    opened = page.again(replace(page.options, folding=folding))
    assert [type(row) is Fold for row in opened.rows] == [True, False, *[False] * 4][
        : len(opened.rows)
    ]
    folding = opened.toggled(len(opened.rows) - 1)
    assert folding is not None
    assert opened.again(replace(page.options, folding=folding)).rows == page.rows


def test_what_is_searched_for_is_not_folded() -> None:
    shown = frozenset([(Side.A, 2)])
    assert seen(page_of("<====<", replace(CLOSED, shown=shown))) == "<1=2<"
    only = Folding(shown=shown, only_with="fox")
    page = page_of("<====<", only)
    assert seen(page) == "2=3"
    assert "⋯ 2 sentences without “fox”" in words(page, 0)
    assert page.height == 3  # nothing but the match and what stands for the rest
    boilerplate = page_of("n<==", replace(only, shown=frozenset([(Side.A, 3)])))
    assert "⋯ 3 lines without “fox”" in words(boilerplate, 0)
    unified = page_of("<====<", only, View.UNIFIED)
    assert "⋯ 3 sentences without “fox”" in words(unified, 0)


@FAST
@given(pattern=PATTERNS, folding=FOLDINGS)
def test_folding_and_unfolding_changes_nothing(pattern: str, folding: Folding) -> None:
    page = page_of(pattern, Folding())
    again = page.again(replace(OPEN, folding=folding)).again(OPEN)
    assert again.rows == page.rows
    assert lines(again) == lines(page)


@FAST
@given(pattern=PATTERNS, folding=FOLDINGS, data=st.data())
def test_a_fold_turned_round_twice_is_as_before(
    pattern: str, folding: Folding, data: st.DataObject
) -> None:
    page = page_of(pattern, folding)
    row = data.draw(st.integers(0, len(page.rows) - 1))
    turned = page.toggled(row)
    if turned is None:
        return
    other = page.again(replace(OPEN, folding=turned))
    side = Side.A if page.rows[row].sentences.a else Side.B
    back = other.toggled(other.row_of(side, page.rows[row].sentences[side][0]))
    assert back is None or other.again(replace(OPEN, folding=back)).rows == page.rows


@FAST
@given(pattern=PATTERNS, folding=FOLDINGS)
def test_a_fold_hides_no_difference(pattern: str, folding: Folding) -> None:
    comparison = comparison_of(pattern)
    page = lay_out(comparison, replace(OPEN, folding=folding))
    for side in Side:
        hidden = [
            i for row in page.rows if isinstance(row, Fold) for i in row.sentences[side]
        ]
        article = comparison.articles[side]
        texts = [article.words_of(i) for i in hidden]
        assert all(" of = " in text or " of q " in text for text in texts)
        order = [i for row in page.rows for i in row.sentences[side]]
        assert order == list(range(len(comparison.articles[side].sentences)))
    folds = [isinstance(row, Fold) for row in page.rows]
    assert not any(one and next_ for one, next_ in pairwise(folds))


@FAST
@given(pattern=PATTERNS, folding=FOLDINGS)
def test_what_there_is_to_count_does_not_depend_on_folds(
    pattern: str, folding: Folding
) -> None:
    page = page_of(pattern, folding)
    assert page.counts[Mark.ONLY_A] == pattern.count("<")
    assert page.counts[Mark.REWORDED] == pattern.count("q") + pattern.count("d")
