"""The table of facts and articles, and how it is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.layout.story_table import StoryTable, legend
from newsdiff.model import Kind, Span
from newsdiff.story.ledger import Cell, Presence, StoryFact
from newsdiff.text.cells import cells

TOLD = Cell(Presence.TOLD, "Oslo [sic] 市长 said", Span(3, 9))
ROW = (TOLD, Cell(Presence.NOWHERE), Cell(Presence.NOT_FOUND), Cell(Presence.OPEN))


def table(
    number: int = 4, rows: int = 3, size: tuple[int, int] = (80, 10)
) -> StoryTable:
    told = StoryFact(Kind.ORGANIZATION, (ROW * number)[:number])
    return StoryTable(
        labels=[f"Paper {i + 1}" for i in range(number)],
        facts=[told] * rows,
        at=(1, 1),
        size=size,
    )


def text(shown: StoryTable, index: int) -> str:
    return "".join(run.text for run in shown.row(index)[0])


def heading(shown: StoryTable) -> str:
    return "".join(run.text for run in shown.heading)


def test_a_row_reads_without_colour() -> None:
    assert text(table(), 0).split() == [
        *("1/4", "org.", "Oslo", "[sic]", "市长", "said"),
        *("●", "·", "?", "…"),
    ]
    assert "[·]" in text(table(), 1)
    assert "[" not in text(replace(table(), at=(2, 0)), 1).replace("[sic]", "")
    plain = replace(table(), ascii=True)
    assert text(plain, 0).split()[-4:] == ["x", ".", "?", "_"]


def test_counts_stand_below_each_other_whatever_their_length() -> None:
    few = table(12)
    all_of_them = StoryFact(Kind.ORGANIZATION, (TOLD,) * 12)
    shown = replace(few, facts=[*few.facts, all_of_them])
    assert [text(shown, i)[:10] for i in (0, 3)] == [" 3/12 org.", "12/12 org."]


@pytest.mark.parametrize(
    ("width", "at", "only_ascii", "said"),
    [
        (60, 0, False, "10 more › 1 2 3 4 5 6"),
        (60, 15, False, "‹ 10 more 11 12 13 14 15 16"),
        (60, 15, True, "< 10 more 11 12 13 14 15 16"),
        (200, 15, False, ""),
    ],
)
def test_the_heading_says_how_many_columns_are_out_of_sight(
    width: int, at: int, *, only_ascii: bool, said: str
) -> None:
    shown = replace(table(16, size=(width, 10)), at=(0, at), ascii=only_ascii)
    shown = replace(shown, first=shown.scrolled)
    if said:
        assert " ".join(heading(shown).split()) == said
    else:
        assert "more" not in heading(shown)


def test_the_legend_explains_every_sign() -> None:
    words = legend(only_ascii=True)
    assert words.isascii()
    assert words.split("   ") == [
        *("x told", "! other value", "? not found", ". words not there")
    ]


def test_names_stand_over_wide_columns_and_numbers_over_narrow_ones() -> None:
    assert heading(table(size=(120, 10))).strip().endswith("Paper 4")
    assert heading(table(size=(60, 10))).split() == ["1", "2", "3", "4"]


@pytest.mark.parametrize("number", [1, 2, 5, 16, 100])
@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_the_screen(number: int, width: int) -> None:
    shown = table(number, size=(width, 10))
    shown = replace(shown, at=(2, number - 1))
    shown = replace(shown, first=shown.scrolled)
    assert shown.in_sight[1][-1] == number - 1
    for line in (shown.heading, shown.row(2)[0]):
        assert sum(cells(run.text) for run in line) <= width
