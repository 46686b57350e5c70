"""The table of facts and articles, and how it is laid out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.layout.grouped_facts import Folded, Heading, StoryRow, story_rows
from newsdiff.layout.story_table import StoryTable, legend
from newsdiff.model import Kind, Span
from newsdiff.story.ledger import Cell, Presence, StoryFact, part_of
from newsdiff.text.cells import cells
from newsdiff.wording.story import LedgerRow

TOLD = Cell(Presence.TOLD, "Oslo [sic] 市长 said", Span(3, 9))
ROW = (TOLD, Cell(Presence.NOWHERE), Cell(Presence.NOT_FOUND), Cell(Presence.OPEN))


def listed(
    of: tuple[Cell, ...],
    *,
    kind: Kind = Kind.ORGANIZATION,
    note: str = "",
    trivial: bool = False,
) -> LedgerRow:
    fact = StoryFact(kind, of, note=note, is_trivial=trivial)
    words = fact.value
    return LedgerRow(fact, words, part_of(fact), f"{words}\n{note}")


def table(
    number: int = 4, rows: int = 3, size: tuple[int, int] = (80, 10)
) -> StoryTable:
    told = listed((ROW * number)[:number])
    return StoryTable(
        labels=[f"Paper {i + 1}" for i in range(number)],
        rows=[told] * rows,
        at=(1, 1),
        size=size,
    )


def text(shown: StoryTable, index: int) -> str:
    return "".join(run.text for run in shown.row(index)[0])


def heading(shown: StoryTable) -> str:
    return "\n".join("".join(run.text for run in line) for line in shown.heads)


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
    shown = replace(few, rows=[*few.rows, listed((TOLD,) * 12)])
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


def test_the_legend_explains_every_sign_in_the_room_there_is() -> None:
    words = legend(120, only_ascii=True)
    assert words.isascii()
    assert words.split("   ") == [
        *("x told", "~ in part", "! otherwise", "? not found", ". words nowhere")
    ]
    assert cells(legend(58, only_ascii=False)) <= 58
    assert "nowhere" in legend(58, only_ascii=False)
    assert cells(legend(42, only_ascii=False)) <= 42


def test_a_star_says_that_some_who_tell_it_carry_one_text() -> None:
    two = replace(table(), rows=[listed((TOLD, TOLD, ROW[1], TOLD))] * 3)
    copied = replace(two, copies=[frozenset({1, 3})])
    assert text(copied, 0).startswith("3/4* org.")
    apart = replace(two, copies=[frozenset({1, 2})])
    assert text(apart, 0).startswith("3/4  org.")
    assert text(two, 0).startswith("3/4 org.")


def test_headings_and_folds_have_no_cells() -> None:
    rows: list[StoryRow] = [
        Heading("Told by all 4 · 1"),
        listed((TOLD,) * 4),
        Folded("2 trivial facts"),
    ]
    shown = replace(table(), rows=rows, at=(2, 0))
    assert text(shown, 0).strip() == "Told by all 4 · 1"
    assert text(shown, 2).strip() == "▸ 2 trivial facts: z shows them"
    assert replace(shown, at=(1, 0), first=(1, 0)).scrolled == (0, 0)


HERE, NOT = TOLD, Cell(Presence.NOT_FOUND)
OTHER = Cell(Presence.DIFFERENT, "Rome", Span(3, 9))
PARTLY = Cell(Presence.PART, "some", Span(3, 9))
LABELS = ("Post", "Herald", "Wire")


def headings(rows: tuple[StoryRow, ...]) -> list[str]:
    return [row.words for row in rows if isinstance(row, Heading)]


def test_rows_stand_in_groups_by_who_tells_them() -> None:
    ledger = [
        listed((OTHER, HERE, HERE), note="Another place."),
        listed((HERE, NOT, NOT)),
        listed((NOT, NOT, HERE), trivial=True),
        listed((HERE, HERE, HERE)),
        listed((HERE, NOT, HERE)),
        listed((HERE, PARTLY, NOT)),
        listed((HERE, Cell(Presence.OPEN), NOT)),
    ]
    rows = story_rows(ledger, LABELS)
    assert headings(rows) == [
        *("Told otherwise · 1", "Only Post (1) · 1", "Told by all 3 · 1"),
        *("Told by 2 of 3 · 1", "Told by one, in part by others · 1"),
        "Told by one so far · 1",
    ]
    (fold,) = (row for row in rows if isinstance(row, Folded))
    assert fold.words.startswith("1 trivial fact (")
    opened = story_rows(ledger, LABELS, trivial=True)
    assert "Only Wire (3) · 1" in headings(opened)
    assert not any(isinstance(row, Folded) for row in opened)


def test_what_is_sought_is_found_in_any_wording_and_unfolds() -> None:
    ledger = [
        listed((HERE, NOT, NOT), trivial=True),
        listed((OTHER, HERE, HERE), note="Another place."),
    ]
    assert len(story_rows(ledger, LABELS, sought="oslo said")) == 2
    assert len(story_rows(ledger, LABELS, sought="another")) == 2
    assert story_rows(ledger, LABELS, sought="OSLO") == ()


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
    for line in (*shown.heads, shown.row(2)[0]):
        assert sum(cells(run.text) for run in line) <= width


def test_names_that_are_long_take_two_lines() -> None:
    shown = table(5, size=(118, 20))
    names = ["Business site", "Aggregator", "Cable rewrite", "Gulf daily", "The Quite"]
    above, below = heading(replace(shown, labels=names)).split("\n")
    assert above.split() == ["Business", "Cable"]
    said = "site Aggregator rewrite Gulf daily The Quite"
    assert " ".join(below.split()) == said
    few = replace(shown, labels=names, size=(118, 7))
    assert "\n" not in heading(few)
    assert len(shown.in_sight[0]) == 3


def test_over_narrow_columns_letters_stand_below_the_numbers() -> None:
    shown = table(8, size=(80, 20))
    names = ["The Guardian", "Reuters", "El Diario", "Le Monde", *"ABCD"]
    above, below = heading(replace(shown, labels=names)).split("\n")
    assert above.split() == [str(n) for n in range(1, 9)]
    assert below.split() == ["Guar", "Reut", "El", "D", "Le", "M", *"ABCD"]
    assert "\n" not in heading(shown)  # all would be called "Pape"


@pytest.mark.parametrize("number", [5, 8, 16, 20])
@pytest.mark.parametrize("size", [(58, 8), (78, 18), (118, 30), (198, 44)])
def test_every_head_is_over_its_column_however_many_there_are(
    number: int, size: tuple[int, int]
) -> None:
    names = [f"{chr(65 + n)} wordy name of an outlet 新闻" for n in range(number)]
    shown = replace(table(number, 60, size), labels=names)
    for column in range(number):
        moved = replace(shown, at=(1, column))
        moved = replace(moved, first=moved.scrolled)
        assert column in moved.in_sight[1]
        assert all(sum(cells(r.text) for r in line) <= size[0] for line in moved.heads)
        assert len(moved.heads) == moved.head_height
        assert len(moved.in_sight[0]) == size[1] - moved.head_height
        shown_now = moved.in_sight[1]
        for hidden in (shown_now.start, number - shown_now.stop):
            assert f"{hidden} more" in heading(moved) or not hidden
