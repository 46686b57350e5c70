"""The share of facts in common of all pairs, and how it is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.layout.matrix import Matrix, level
from newsdiff.model import Comparison, Fact, Kind, Pair, Status
from newsdiff.story.shares import Share, shares_of
from newsdiff.text.cells import cells


def known(kind: Kind, status: Status) -> Fact:
    return Fact(
        kind=kind,
        status=status,
        absence=None,
        value=Pair("x", "x"),
        resolved=Pair(None, None),
        spans=Pair((), ()),
    )


def matrix(number: int = 3, size: tuple[int, int] = (60, 10)) -> Matrix:
    found = {
        (i, j): (i + 1) / (number + 1) for i in range(number) for j in range(i)
    } | {(0, 1): None}
    labels = [f"Paper {i + 1}" for i in range(number)]
    return Matrix(labels=labels, shares=found, at=(1, 0), size=size)


def text(shown: Matrix, index: int) -> str:
    return "".join(run.text for run in shown.row(index)[0])


def test_a_share_counts_what_has_a_value(bridge: Comparison) -> None:
    both = shares_of(bridge)
    assert both.a == Share(0, 3, bridge.linked_share.a)
    assert both.b == Share(0, 2, bridge.linked_share.b)
    more = replace(
        bridge,
        facts=(
            *bridge.facts,
            known(Kind.PERSON, Status.BOTH),
            known(Kind.CLAIM, Status.BOTH),
        ),
    )
    assert shares_of(more).map(lambda share: (share.common, share.facts)) == Pair(
        (1, 4), (1, 3)
    )
    assert shares_of(more).a.part == 0.25


def test_without_facts_there_is_no_share(bridge: Comparison) -> None:
    assert shares_of(replace(bridge, facts=())).a.part is None


@pytest.mark.parametrize(
    ("share", "shade"), [(0, 0), (0.19, 0), (0.2, 1), (0.6, 3), (0.8, 4), (1, 4)]
)
def test_shades(share: float, shade: int) -> None:
    assert level(share) == shade


def test_a_row_reads_without_colour() -> None:
    assert text(matrix(), 0) == "1 Paper 1        ·  none     … "
    assert text(matrix(), 1) == "2 Paper 2    [▒ 50]    ·     … "
    assert text(matrix(), 2) == "3 Paper 3     ▓ 75  ▓ 75     · "
    assert matrix().row(2)[1] == (None, 3, 3, None)
    assert "".join(r.text for r in matrix().heading).split() == ["1", "2", "3"]


def test_ascii_draws_ascii() -> None:
    plain = replace(matrix(), ascii=True)
    assert all(text(plain, i).isascii() for i in range(3))


@pytest.mark.parametrize("share", [0.999, 1.0])
def test_a_hundred_is_all(share: float) -> None:
    shown = replace(matrix(), shares={(1, 0): share})
    assert ("100" in text(shown, 1)) == (share == 1)


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 50), (1, 1)])
def test_thirty_articles_scroll_to_the_chosen_cell(size: tuple[int, int]) -> None:
    shown = matrix(30, size)
    for at in [(0, 29), (29, 29), (15, 3), (0, 0)]:
        shown = replace(shown, at=at)
        shown = replace(shown, first=shown.scrolled)
        rows, columns = shown.in_sight
        assert at[0] in rows
        assert at[1] in columns
        if size[0] >= 40:
            assert cells(text(shown, at[0])) <= size[0]
        assert shown.scrolled == shown.first


@pytest.mark.parametrize(
    ("size", "at", "only_ascii", "said"),
    [
        ((60, 10), 0, False, "23 more › 1 2 3 4 5 6 7"),
        ((60, 10), 29, True, "< 23 more 24 25 26 27 28 29 30"),
        ((32, 10), 29, False, "‹ 27 more 28 29 30"),
    ],
)
def test_the_heading_says_how_many_columns_are_out_of_sight(
    size: tuple[int, int], at: int, *, only_ascii: bool, said: str
) -> None:
    shown = replace(matrix(30, size), at=(0, at), ascii=only_ascii)
    shown = replace(shown, first=shown.scrolled)
    words = "".join(run.text for run in shown.heading)
    assert " ".join(words.split()) == said
    assert cells(words) <= size[0]


def test_where_there_is_no_room_for_words_numbers_say_it() -> None:
    shown = replace(matrix(30, (32, 10)), first=(0, 5), at=(0, 6))
    words = "".join(run.text for run in shown.heading)
    assert words.split() == ["‹", "5", "22", "›", "6", "7", "8"]
    assert "more" not in "".join(run.text for run in matrix(3).heading)


def test_what_is_in_sight_stays_where_it_is() -> None:
    shown = replace(matrix(30, (80, 12)), at=(12, 5), first=(10, 2))
    assert shown.scrolled == (10, 2)
