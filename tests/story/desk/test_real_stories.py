"""The desk on stories that were read by hand: all that outlets have in common."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from newsdiff.engine import Engine
from newsdiff.model import Article
from newsdiff.reading import read_text, unique_labels
from newsdiff.story.desk.desk import Desk, make_desk, tie_all

ABOVE = [*Path(__file__).parents][4:6]
STORIES = next(
    (path for folder in ABOVE if (path := folder / "shared" / "stories").is_dir()),
    ABOVE[0] / "shared" / "stories",
)
FILES = {
    "flood": ("courier.txt", "tribune.txt", "wire.txt", "radio.md"),
    "braley": ("fox.txt", "hpo.txt", "nyt.txt"),
    "kim-putin": tuple(
        sorted(path.name for path in (STORIES / "kim-putin").glob("*.txt"))
    ),
}
pytestmark = pytest.mark.skipif(not STORIES.is_dir(), reason="no stories here")


@cache
def told(story: str) -> tuple[Sequence[Article], Desk]:
    engine = Engine()
    folder = STORIES / story
    articles = unique_labels(
        [
            read_text((folder / name).read_text("utf-8"), source=name)
            for name in FILES[story]
        ]
    )
    return articles, make_desk(tie_all(articles, engine.compare, engine.tie))


def test_flood_has_one_quotation_of_all_four_and_one_retold() -> None:
    articles, desk = told("flood")
    mayor, chief, *rest = desk.quotations
    marked = {
        articles[w.article].label: [
            articles[w.article].text[slice(*p)] for p in w.differing
        ]
        for w in mayor.wordings
    }
    assert marked == {
        "courier": ["this"],
        "tribune": ["the", "so"],
        "wire": ["before has", "come up", "quickly"],
        "Radio Nine": ["this"],
    }
    assert mayor.retold
    assert [articles[w.article].label for w in chief.wordings] == ["Radio Nine", "wire"]
    assert [row.outlets for row in rest] == [(1,)]


def test_flood_differs_in_three_times() -> None:
    _, desk = told("flood")
    differing = [
        [w.date.words for w in row.times if w.date] for row in desk.times if row.differs
    ]
    assert differing == [
        ["Tuesday", "Wednesday", "Tuesday"],
        ["Monday, March 18", "March 20"],
        ["6 a.m.", "9 a.m."],
    ]


@pytest.mark.parametrize(
    ("story", "shared"),
    [
        ("braley", [3, 2, 2]),
        ("kim-putin", [4, 3, 3, 2, 2, 2]),
    ],
)
def test_quotations_of_several_outlets(story: str, shared: list[int]) -> None:
    _, desk = told(story)
    several = [len(row.outlets) for row in desk.quotations if len(row.outlets) > 1]
    assert several == shared


def test_kim_putin_knows_who_is_cited_how_often() -> None:
    _, desk = told("kim-putin")
    counts = {row.name: [row.counts(n) for n in range(5)] for row in desk.sources}
    assert counts["Jake Sullivan"] == [(1, 1), (1, 6), (0, 6), (3, 2), (2, 0)]
    assert counts["Dmitry Peskov"] == [(0, 0), (0, 0), (0, 0), (1, 0), (1, 0)]
