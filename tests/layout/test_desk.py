"""The views of the quote desk as lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.layout.desk.listed import Listed, ListTable, hung, label_width, wrapped
from newsdiff.layout.desk.quotations import marked, place_lines, quote_lines
from newsdiff.layout.desk.tables import SourceTable, TimeTable
from newsdiff.layout.grid import Grid
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.model import Span
from newsdiff.text.cells import cells
from tests.story.desk import ferry

LABELS = ("Courier", "Tribune", "radio")
DESK = ferry.desk()
ARTICLES = dict(enumerate(ferry.articles()))


def words(line: Line) -> str:
    return "".join(run.text for run in line).rstrip()


def text(grid: Grid) -> list[str]:
    return [words(grid.row(n)[0]) for n in range(grid.height)]


def quotes(width: int = 80, height: int = 20, at: int = 1) -> ListTable:
    return ListTable(
        labels=("",),
        at=(at, 0),
        size=(width, height),
        lines=quote_lines(DESK.quotations, ARTICLES, LABELS, width),
        title="3 quotations",
    )


def sources(width: int = 80) -> SourceTable:
    return SourceTable(labels=LABELS, at=(1, 0), size=(width, 20), rows=DESK.sources)


def times(width: int = 80) -> TimeTable:
    return TimeTable(labels=LABELS, at=(1, 0), size=(width, 20), rows=DESK.times)


def test_a_quotation_stands_over_its_wordings() -> None:
    assert text(quotes())[:5] == [
        "3/3 Lena Marrick  another speaker · words differ",
        ">   Courier  “We have never lost a passenger in forty years”",
        "    Tribune  “We have never lost one passenger in thirty years”",
        "    radio    “We have never lost a passenger in forty years”  (! Paul Odd)",
        "",
    ]


def test_words_that_differ_have_a_tone_of_their_own() -> None:
    line, _ = quotes().row(2)
    assert [run.text for run in line if run.tone is Tone.CHANGED] == ["one", "thirty"]


def test_indirect_speech_is_not_taken_for_a_quotation() -> None:
    lines = " ".join(" ".join(text(quotes())).split())
    assert "in indirect speech: Harbour master Tom Ansell said nobody was" in lines
    assert "“Harbour master" not in lines


def test_the_chosen_entry_is_marked_without_colour() -> None:
    for at in (1, 2, 3):
        marked_lines = [
            n for n, line in enumerate(text(quotes(at=at))) if line[:1] == ">"
        ]
        assert marked_lines == [at]


def test_what_is_chosen_is_in_sight_with_what_it_stands_under() -> None:
    lines = quotes().lines
    for height in (2, 3, 5, 8, 40):
        for first in (0, 3, len(lines)):
            for at in quotes().firsts:
                table = replace(quotes(height=height, at=at), first=(first, 0))
                start = table.scrolled[0]
                assert 0 <= start <= at < start + max(1, height - 1)
                shown = replace(table, first=table.scrolled)
                assert shown.scrolled == table.scrolled


@pytest.mark.parametrize("width", [40, 60, 80, 120, 200])
def test_no_line_is_wider_than_there_is_room(width: int) -> None:
    for grid in (quotes(width), sources(width), times(width)):
        assert cells(words(grid.heading)) <= width
        assert max(map(cells, text(grid))) <= width


def test_sources_stand_under_what_they_are() -> None:
    lines = [" ".join(line.split()) for line in text(sources())]
    assert lines == [
        "People with a name",
        "> 2 Lena Marrick [1] 1 ·",
        "2 Tom Ansell +1 1 ·",
        "1 Greta Holm · 1 ·",
        "1 Paul Odd · · 1",
        "Bodies and states",
        "3 coast guard +1 +1 +1",
        "Without a name",
        "2 spokesman for Northway Lines +1 · +1",
    ]


def test_times_are_spelt_out_where_outlets_differ() -> None:
    lines = text(times())
    assert lines[0] == "By date"
    assert lines[1].split()[:2] == [">", "2024-06-03"]
    assert lines[1].split()[-3:] == ["[●]", "●", "○"]
    assert lines[2].split()[:2] == ["!", "2024-06-03"]
    assert "!10 p.m." in lines[2]
    assert "9 p.m." in lines[2].replace("!10 p.m.", "")
    narrow = text(times(44))
    assert narrow[2].split()[-3:] == ["●", "!", "○"]


def test_a_time_in_an_articles_own_words_is_told_whole_where_there_is_room() -> None:
    rows = [replace(row, resolved=None) for row in DESK.times]
    wide = TimeTable(labels=LABELS, at=(1, 0), size=(120, 20), rows=rows)
    for line, row in zip(text(wide)[1:], rows, strict=True):
        assert f"“{row.usual.words}”" in line


def test_ascii_draws_nothing_else() -> None:
    for grid in (sources(), times()):
        plain = text(replace(grid, ascii=True))
        assert not any(sign in line for line in plain for sign in "●○·")


def test_only_rows_can_be_chosen() -> None:
    table = sources()
    assert [table.entries[n].row for n in table.firsts] == list(range(6))
    assert 0 not in table.firsts


def test_a_heading_stays_in_sight_over_the_first_row() -> None:
    table = replace(sources(), size=(80, 4), at=(6, 0), first=(6, 0))
    assert table.scrolled[0] == 5


def test_places_of_a_source_are_told_with_their_sentences() -> None:
    row = next(one for one in DESK.sources if one.name == "Tom Ansell")
    lines = [
        words(one.line) for one in place_lines(row.citations, ARTICLES, LABELS, 80)
    ]
    assert lines[0].startswith("    Courier  cited, sentence ")
    assert any(line.startswith("    Tribune  quoted, sentence ") for line in lines)


def test_nothing_of_an_article_commands_the_terminal() -> None:
    parts = list(marked("a \x1b[31mred\x1b[0m word", Span(0, 20), [Span(2, 10)]))
    assert "\x1b" not in "".join(part for part, _ in parts)


def test_words_of_several_tones_are_wrapped_as_one_text() -> None:
    lines = wrapped([("one two ", Tone.TEXT), ("three four", Tone.CHANGED)], 9)
    assert [words(line) for line in lines] == ["one two", "three", "four"]
    assert [run.tone for run in lines[1]] == [Tone.CHANGED]
    assert wrapped([], 10) == [()]


def test_lines_hang_behind_their_label() -> None:
    line = (Run("words", Tone.TEXT),)
    assert [words(one) for one in hung("A", [line, line], 3)] == [
        "A  words",
        "   words",
    ]
    assert label_width(["x" * 50], 80) == 16
    assert label_width([], 80) == 0


def test_an_empty_list_has_nothing_to_choose() -> None:
    empty = replace(quotes(), lines=[Listed((Run("", Tone.TEXT),))][:0], at=(0, 0))
    assert empty.height == 0
    assert empty.scrolled == (0, 0)
    assert empty.firsts == ()
