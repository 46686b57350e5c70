"""Dates are kept as they are stated; what can be read in two ways stays unsure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.formats.dates import StatedDate, stated_date, update_of


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("2023-09-05T22:31:00+03:00", "2023-09-05T22:31:00+03:00"),
        ("2023-09-06T00:30+09:00", "2023-09-06T00:30+09:00"),
        ("2023-09-06T00:30+0900", "2023-09-06T00:30+09:00"),
        ("2023-09-06T00:30+09", "2023-09-06T00:30+09:00"),
        ("2023-09-05T22:31:00.123Z", "2023-09-05T22:31:00+00:00"),
        ("2023-09-05T22:31:00-00:00", "2023-09-05T22:31:00+00:00"),
        ("2023-09-05 19:41", "2023-09-05T19:41"),
        ("2023-09-05", "2023-09-05"),
        ("2023/09/05 19:41", "2023-09-05T19:41"),
        ("20230905T194115Z", "2023-09-05T19:41:15+00:00"),
        ("20230905", "2023-09-05"),
        ("1989-11-09", "1989-11-09"),
        ("Published 2023-09-05T10:00, updated 2023-09-06", "2023-09-05T10:00"),
    ],
)
def test_iso(words: str, iso: str) -> None:
    assert stated_date(words) == StatedDate(iso)


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("Tue, 05 Sep 2023 19:41:15 GMT", "2023-09-05T19:41:15+00:00"),
        ("Tue, 5 Sep 2023 19:41 +0200", "2023-09-05T19:41+02:00"),
        ("Tue, 05 Sep 2023 19:41:15 -0700 (PDT)", "2023-09-05T19:41:15-07:00"),
        ("05-Sep-2023 10:00 UTC", "2023-09-05T10:00+00:00"),
        ("Tue Sep  5 19:41:15 2023", "2023-09-05T19:41:15"),
        ("Tue Sep  5 19:41:15 GMT 2023", "2023-09-05T19:41:15+00:00"),
        ("Tue Sep 05 19:41:15 +0200 2023", "2023-09-05T19:41:15+02:00"),
        ("July 1, 2019 Monday 9:20 AM GMT", "2019-07-01T09:20+00:00"),
        ("Mon, Sep 4, 2023 at 10:00 PM", "2023-09-04T22:00"),
        ("5 Sep 2023, 7:41 p.m.", "2023-09-05T19:41"),
        ("5 Sep 2023, 12:05 am", "2023-09-05T00:05"),
        ("Sept. 5, 2023", "2023-09-05"),
        ("Saturday, 1st of May 2010", "2010-05-01"),
        ("12. September 2023 um 10.30 Uhr", "2023-09-12T10:30"),
        ("5 September 2023 at 10.30", "2023-09-05T10:30"),
        ("mardi 14 mars 2006", "2006-03-14"),
        ("1er janvier 2020 à 9h05", "2020-01-01T09:05"),
        ("5 de septiembre de 2023", "2023-09-05"),
        ("12 March 1998", "1998-03-12"),
        ("2018 年 9 月 18 日 02:00", "2018-09-18T02:00"),
        ("2023年9月5日", "2023-09-05"),
        ("2023년 9월 5일", "2023-09-05"),
    ],
)
def test_months_in_words(words: str, iso: str) -> None:
    assert stated_date(words) == StatedDate(iso)


@pytest.mark.parametrize(
    "zone", ["BST", "IST", "EST", "CST", "MST", "PST", "AST", "XYZ"]
)
def test_a_zone_with_two_meanings_is_not_told(zone: str) -> None:
    assert stated_date(f"Tue, 05 Sep 2023 19:41:15 {zone}").iso == "2023-09-05T19:41:15"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [("CET", "+01:00"), ("CEST", "+02:00"), ("EDT", "-04:00"), ("JST", "+09:00")],
)
def test_a_zone_with_one_meaning_is_told(zone: str, offset: str) -> None:
    iso = stated_date(f"Tue, 05 Sep 2023 19:41:15 {zone}").iso
    assert iso == f"2023-09-05T19:41:15{offset}"


@pytest.mark.parametrize(
    ("words", "day_first", "stated"),
    [
        ("5/9/2023", None, StatedDate(None, "5/9/2023")),
        ("Published 5/9/2023 by J", None, StatedDate(None, "5/9/2023")),
        ("5/9/2023", True, StatedDate("2023-09-05")),
        ("5/9/2023", False, StatedDate("2023-05-09")),
        ("5/5/2023", None, StatedDate("2023-05-05")),
        ("13/9/2023 10:30", None, StatedDate("2023-09-13T10:30")),
        ("9/13/2023", None, StatedDate("2023-09-13")),
        ("9/13/2023", True, StatedDate(None)),
        ("5.9.2023", None, StatedDate("2023-09-05")),
        ("31/31/2023", None, StatedDate(None)),
    ],
)
def test_days_in_figures(
    words: str, *, day_first: bool | None, stated: StatedDate
) -> None:
    assert stated_date(words, day_first=day_first) == stated


@pytest.mark.parametrize(
    "words",
    [
        "",
        "no",
        "the 1990s",
        "September 1990s",
        "5 September 1990s",
        "2023",
        "May 2023",
        "(c) 2021",
        "last Tuesday",
        "yesterday",
        "The Sun",
        "march on",
        "He may go on. At 10 p.m. they sat in the sun.",
        "2023-02-30",
        "0000-00-00",
        "30 February 2023",
        "tag:example.org:12023-09-051",
        "12345678",
        "1/2/99",
        "10 to 13 September",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert stated_date(words) == StatedDate(None)


@pytest.mark.parametrize(
    "words",
    [
        "5 September 2023 24:61",
        "2023-09-05T22:31:61Z",
        "5 September 2023 for 10.50 euros",
        "5 September 2023, when there were three of them at 10:30",
        "5 September 2023 110:30",
    ],
)
def test_a_day_with_no_time_of_a_day_is_a_day(words: str) -> None:
    assert stated_date(words) == StatedDate("2023-09-05")


@given(st.text(max_size=80))
def test_no_words_do_harm(words: str) -> None:
    stated_date(words)


@pytest.mark.parametrize(
    ("changed", "published", "update"),
    [
        ("2024-03-06", "2024-03-05", "2024-03-06"),
        ("2024-03-05", "2024-03-05T10:00", None),
        ("2024-03-05T09:00Z", "2024-03-05T10:00Z", None),
        ("2024-03-05", None, "2024-03-05"),
        (None, "2024-03-05", None),
    ],
)
def test_what_is_not_later_is_no_update(
    changed: str | None, published: str | None, update: str | None
) -> None:
    assert update_of(changed, published) == update
