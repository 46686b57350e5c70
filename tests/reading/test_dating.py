"""Stamps, the days they name, and the datelines of the wires."""

from __future__ import annotations

import pytest

from newsdiff.reading.dating import is_stamp, published_on, wire_tag


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
    assert published_on([stamp]) == day


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
    "line", ["The bridge fell on 5 May 2023", "Jane Doe", "Oslo fell 9 April 1940 fast"]
)
def test_a_sentence_with_a_date_is_not_signed(line: str) -> None:
    assert not is_stamp(line, signed=True)


def test_days_come_first_unless_the_text_says_otherwise() -> None:
    assert published_on(["5/9/2023"]) == "2023-09-05"
    assert published_on(["5/9/2023", "May 9, 2023"]) == "2023-05-09"
    assert published_on(["5/9/2023", "12/25/2023"]) == "2023-05-09"
    assert published_on(["5/9/2023", "2023-09-05"]) == "2023-09-05"


@pytest.mark.parametrize("stamps", [[], ["31/31/2023"], ["30 February 2023"]])
def test_no_day_is_no_date(stamps: list[str]) -> None:
    assert published_on(stamps) is None


@pytest.mark.parametrize(
    "tag",
    [
        "HONG KONG (AP) — ",
        "WASHINGTON — ",
        "AUGUSTA, Me. — ",
        "KYIV, Ukraine (AP) — ",
        "SEOUL, Sept. 5 (Yonhap) -- ",
        "PHILADELPHIA ― ",
        "LONDON (Reuters) - ",
        "Seoul (AFP) – ",
        "ST. LOUIS — ",
        "NEW YORK/LONDON, Sept 5 (Reuters) - ",
        "(Reuters) - ",
        "(CNN) ",
        "CNN — ",
        "HOUSTON - ",
        "BEIJING (AP) _ ",
    ],
)
def test_where_a_story_was_filed_is_a_dateline(tag: str) -> None:
    assert wire_tag(f"{tag}The bridge was closed.") == len(tag)
    assert wire_tag(f"{tag}“No,” she said.") == len(tag)


@pytest.mark.parametrize(
    "text",
    [
        "NATO — The alliance said no.",
        "US - North Korea talks ended.",
        "HONG KONG (AP) — and so on.",
        "Hong Kong — The city said no.",
        "COVID-19 is back.",
        "The BBC (British) — The rest.",
        "(AP) said so.",
        "WASHINGTON The end.",
        "HONG KONG",
        "",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert wire_tag(text) == 0
