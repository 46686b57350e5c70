"""Stamps, and the days they name."""

from __future__ import annotations

import pytest

from newsdiff.reading.dating import is_stamp, published_on
from newsdiff.reading.reader import read_text

LEAD = "Heavy rain closed the bridge over the Velm for several hours, police said."
MORE = "Drivers waited on both banks of the river and turned back in the evening."


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("5/9/2023-|Last update: 5/9/202309:15 PM (Mecca Time)", "2023-09-05"),
        ("2023-09-05 19:41:15", "2023-09-05T19:41:15"),
        ("2023-09-05T10:31:00+03:00", "2023-09-05T10:31:00+03:00"),
        ("Published: 5 September 2023, 10.31 p.m. GMT", "2023-09-05"),
        ("Tuesday, September 5th, 2023", "2023-09-05"),
        ("Updated Sept. 5, 2023 at 9:02 a.m. ET", "2023-09-05"),
        ("05.09.2023", "2023-09-05"),
        ("9/25/2023", "2023-09-25"),
        ("On the 5th of September 2023", "2023-09-05"),
    ],
)
def test_a_stamp_names_a_day(stamp: str, day: str) -> None:
    assert is_stamp(stamp)
    assert published_on([stamp]).iso == day


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was closed on 5 September 2023.",
        "September 5",
        "Tuesday",
        "10:31 PM",
        "2023",
        "Since 5/9/2023 ferries run",
        "5/9/2023 " * 30,
        "June 3, 1936 - May 12, 2014",
        "1936-06-03 to 2014-05-12",
        "Posted at 16:07 5 May 2024",
        "Hearing date: 5 May 2024",
        "Photo date: 5 May 2024",
    ],
)
def test_what_says_more_or_less_is_no_stamp(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    "line",
    ["By Jane Doe, 5 September 2023", "Oslo, 2023-09-05", "Jane Doe | Sept. 5, 2023"],
)
def test_a_name_may_stand_beside_the_date_where_that_is_allowed(line: str) -> None:
    assert not is_stamp(line)
    assert is_stamp(line, signed=True)


@pytest.mark.parametrize(
    "line",
    [
        "The bridge fell on 5 May 2023",
        "Jane Doe",
        "Oslo fell 9 April 1940 fast",
        "Born: June 3, 1936",
        "Born June 3, 1936. Died 12 May 2014.",
        "Deadline: 5 May 2024",
        "Hearing, 5 May 2024",
        "Correction, May 5, 2024",
        "Photo: Jane Doe, 5 May 2024",
        "May 5 - May 7, 2024",
        "Berg, June 3, 1936 - May 12, 2014",
    ],
)
def test_a_sentence_with_a_date_is_not_signed(line: str) -> None:
    assert not is_stamp(line, signed=True)


def test_a_day_in_figures_is_sure_where_the_text_shows_how_it_is_meant() -> None:
    assert published_on(["5/9/2023", "May 9, 2023"]).iso == "2023-05-09"
    assert published_on(["5/9/2023", "12/25/2023"]).iso == "2023-05-09"
    assert published_on(["5/9/2023", "25/12/2023"]).iso == "2023-09-05"
    assert published_on(["5/9/2023", "2023-09-05"]).iso == "2023-09-05"
    assert published_on(["5.9.2023"]).iso == "2023-09-05"
    assert published_on(["5/5/2023"]).iso == "2023-05-05"
    assert published_on(["5/9/2023 10:20 GMT"]).iso == "2023-09-05"


def test_a_day_in_figures_is_unsure_else() -> None:
    assert published_on(["5/9/2023"]) == (None, "5/9/2023")
    assert published_on(["Published: 5/9/2023 at 10:20"]).unsure == "5/9/2023"
    assert published_on(["5/9/2023 10:20 (Eastern Time)"]).unsure == "5/9/2023"


@pytest.mark.parametrize("stamps", [[], ["31/31/2023"], ["30 February 2023"]])
def test_no_day_is_no_date(stamps: list[str]) -> None:
    assert published_on(stamps).iso is None


@pytest.mark.parametrize(
    ("paragraphs", "day"),
    [
        (["5 May 2024", LEAD], "2024-05-05"),
        (["Rain closes a bridge", "5 May 2024", LEAD], "2024-05-05"),
        (
            ["Rain closes a bridge", LEAD, "Updated 14:05, 5 MAY 2024", MORE],
            "2024-05-05",
        ),
        (
            ["Rain closes a bridge", LEAD, "By Ann Lee", "5 May 2024", MORE],
            "2024-05-05",
        ),
        (["Rain closes a bridge", f"OSLO, May 5, 2024 (AP) — {LEAD}"], "2024-05-05"),
        (["Rain closes a bridge", f"OSLO, May 5 (AP) — {LEAD}"], None),
        (["Rain closes a bridge", LEAD, "5 May 2024", MORE], None),
        (["Key dates", "5 May 1924", LEAD, "8 May 1924", MORE], None),
        (["Rain closes a bridge", LEAD, "Born: June 3, 1936", MORE], None),
        (["Rain closes a bridge", LEAD, *[MORE] * 12, "Published 5 May 2024"], None),
    ],
)
def test_what_stands_above_the_story_dates_it(
    paragraphs: list[str], day: str | None
) -> None:
    assert read_text("\n\n".join(paragraphs), source="-").published == day
