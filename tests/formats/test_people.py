"""Bylines → people, and nobody where no person is named."""

from __future__ import annotations

import pytest

from newsdiff.formats.dates import is_later
from newsdiff.formats.exports.common import author_of
from newsdiff.formats.people import authors


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Ann Poole", "Ann Poole"),
        ("by ann poole", None),
        ("Von Anna Müller und Jan de Vries, dpa", "Anna Müller, Jan de Vries"),
        ("By ANN POOLE and TOM REED=", "ANN POOLE, TOM REED"),
        ("Seán Ó Briain / Norland Times", "Seán Ó Briain"),
        ("Mary O'Hara-Smith, Political Editor", "Mary O'Hara-Smith"),
        ("王小明", "王小明"),
        ("By Staff Reporter", None),
        ("The Associated Press", None),
        ("Reuters", None),
        ("ann@example.org", None),
        ("By dpa correspondents", None),
        ("gr/bp", None),
        ("Edwin van der Sar", "Edwin van der Sar"),
        ("Jeanne Marais avec AFP", "Jeanne Marais"),
        ("Jane Marsh (Reuters)", "Jane Marsh"),
        ("Jane Marsh for the Ledger", "Jane Marsh"),
        ("JANE MARSH\nStaff Writer", "JANE MARSH"),
        ("Marsh, Jane", "Marsh, Jane"),
        ("Marsh, Harbour Correspondent", None),
        ("Jane Marsh jane@example.org", "Jane Marsh"),
        ("", None),
        (None, None),
    ],
)
def test_authors(byline: str | None, people: str | None) -> None:
    assert authors(byline) == people


def test_a_name_that_two_bylines_have_is_told_once() -> None:
    assert authors("By Ann Poole", "Ann Poole and Tom Reed") == "Ann Poole, Tom Reed"


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2024-03-06", "2024-03-05", True),
        ("2024-03-06", "2024-03-06T10:00", False),
        ("2024-03-06T00:30+09:00", "2024-03-05T16:00+00:00", False),
        ("2024-03-05T16:00+00:00", "2024-03-06T00:30+09:00", True),
        ("2024-03-06T10:00", "2024-03-06T09:00+00:00", False),
    ],
)
def test_later(one: str, other: str, later: bool) -> None:
    assert is_later(one, other) is later


def test_a_name_in_capitals_and_not_is_one() -> None:
    assert authors("By ADA QUILL By ADA QUILL; Ada Quill") == "ADA QUILL"


def test_archives_write_surnames_first() -> None:
    byline = "Garcia Lopez, Ana Maria; van der Sar, Edwin; Marsh, Jane"
    assert author_of(byline, surname_first=True) == (
        "Ana Maria Garcia Lopez, Edwin van der Sar, Jane Marsh"
    )


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("By Jane Marsh Political Correspondent", "Jane Marsh Political Correspondent"),
        ("Staff Reporter", None),
        ("Anonymous", None),
        (None, None),
    ],
)
def test_archives_write_posts_behind_names(
    byline: str | None, author: str | None
) -> None:
    assert author_of(byline) == author
