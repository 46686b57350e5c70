"""The desk as text, Markdown, JSON and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from io import StringIO

import pytest
from jsonschema import Draft202012Validator

from newsdiff.engine import Engine
from newsdiff.export.desk import (
    DESK_FORMATS,
    DeskView,
    Sheet,
    desk_schema,
    render_desks,
)
from newsdiff.model import Thresholds
from newsdiff.reading import read_text
from newsdiff.story.desk.desk import make_desk, tie_all
from newsdiff.story.desk.naming import Sort
from newsdiff.story.desk.ties import How
from newsdiff.story.desk.timeline import Placed
from tests.story.desk import ferry

Golden = Callable[[str, str], None]
SHEET = Sheet(ferry.articles(), ferry.desk())
ENDS = {"text": "txt", "markdown": "md", "json": "json"}


def table(view: DeskView, sheet: Sheet = SHEET) -> list[dict[str, str]]:
    text = render_desks([replace(sheet, views=(view,))], "csv")
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("name", ENDS)
def test_all_three_views(golden: Golden, name: str) -> None:
    golden(f"export/desk.{ENDS[name]}", render_desks([SHEET], name))


@pytest.mark.parametrize("view", DeskView)
def test_a_table_a_view(golden: Golden, view: DeskView) -> None:
    text = render_desks([replace(SHEET, views=(view,))], "csv")
    golden(f"export/desk-{view.value}.csv", text)


def test_every_wording_is_a_row() -> None:
    rows = table(DeskView.QUOTES)
    assert len(rows) == sum(len(row.wordings) for row in SHEET.desk.quotations)
    assert [row["differing"] for row in rows[:3]] == [
        "a … forty",
        "one … thirty",
        "a … forty",
    ]
    assert rows[2]["another speaker"] == "yes"
    assert {row["how"] for row in rows} == {"quoted", "in indirect speech"}


def test_cells_that_could_be_formulas_are_inert() -> None:
    text = '"=2+5 is what we have always paid for it," Ann Lee said.'
    both = [
        read_text(f"Prices\n\n{text}", source="=cmd.txt", label="@paper"),
        read_text("Prices\n\nIt rained.", source="b.txt"),
    ]
    engine = Engine("words")
    desk = make_desk(tie_all(both, engine.compare, engine.tie))
    (row,) = table(DeskView.QUOTES, Sheet(both, desk))
    assert row["words"].startswith("'=2+5 is what")
    assert row["article"] == "'@paper"
    assert row["from"] == "'=cmd.txt"


def test_no_word_of_an_article_is_markup_or_a_command() -> None:
    text = '"We paid *all* of <b>it</b> \x1b[31mtoday|now\x1b[0m," Ann Lee said.'
    both = [
        read_text(f"Prices\n\n{text}", source="a.txt"),
        read_text("Prices\n\nIt rained.", source="b.txt"),
    ]
    engine = Engine("words")
    sheet = Sheet(both, make_desk(tie_all(both, engine.compare, engine.tie)))
    for name in DESK_FORMATS:
        written = render_desks([replace(sheet, views=(DeskView.QUOTES,))], name)
        assert "\x1b" not in written
    page = render_desks([sheet], "markdown")
    assert "<b>" not in page.replace("\\<b\\>", "")
    assert r"today\|now" in page
    assert "# Timeline\n\n! marks" in page
    assert page.endswith("None was found.\n")


def test_json_has_places_that_hold() -> None:
    data = json.loads(render_desks([SHEET], "json"))
    (story,) = data["stories"]
    assert data["schema"] == "newsdiff/desk/1"
    assert set(story) == {"articles", "quotations", "sources", "timeline"}
    for row in story["quotations"]:
        for wording in row["wordings"]:
            text = SHEET.articles[wording["article"]].text
            for place in (*wording["places"], *wording["differing"]):
                assert text[place["start"] : place["end"]] == place["text"]


@pytest.mark.parametrize("width", [30, 80, 120])
def test_no_line_of_text_is_wider_than_wanted(width: int) -> None:
    assert max(map(len, render_desks([SHEET], "text", width).splitlines())) <= width


def test_one_view_leaves_out_the_others() -> None:
    text = render_desks([replace(SHEET, views=(DeskView.SOURCES,))], "text")
    assert text.startswith("Sources\n")
    assert "Timeline" not in text
    assert "Quotations" not in text


def test_ascii_draws_its_own_signs_in_ascii() -> None:
    text = render_desks([SHEET], "text", only_ascii=True)
    assert text.isascii()


@pytest.mark.parametrize("views", [(view,) for view in DeskView] + [tuple(DeskView)])
def test_the_json_is_what_its_schema_says(views: tuple[DeskView, ...]) -> None:
    schema = json.loads(desk_schema())
    Draft202012Validator.check_schema(schema)
    moved = Thresholds(matched=0.4)
    for sheet in (SHEET, replace(SHEET, views=views, thresholds=moved)):
        Draft202012Validator(schema).validate(json.loads(render_desks([sheet], "json")))


def test_the_schema_names_every_word() -> None:
    known = json.loads(desk_schema())["$defs"]
    assert known["wording"]["properties"]["how"]["enum"] == [*How]
    assert known["sort"]["enum"] == [*Sort]
    assert known["thing"]["properties"]["placed"]["enum"] == [*Placed]


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_thresholds_that_were_moved_are_said(name: str) -> None:
    moved = replace(SHEET, thresholds=Thresholds(matched=0.4))
    words = "With thresholds that were moved: a link is matched from 40%."
    assert render_desks([moved], name).startswith(words)
    assert words not in render_desks([SHEET], name)
