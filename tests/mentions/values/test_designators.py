"""Numbers that are names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Keys = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "forms",
    [
        ("Flight QX218", "QX218", "QX 218", "QX-218"),
        ("Interstate 80", "I-80"),
        ("the M6", "M6"),
        ("the number 12 bus", "the No 12 bus", "the No. 12 bus", "bus number twelve"),
        ("Pier 9", "pier-side Pier 9"),
        ("Article 7", "article 7", "Art. 7"),
    ],
)
def test_one_name_in_many_forms(keys: Keys, forms: tuple[str, ...]) -> None:
    found = {tuple(keys(f"They closed {form} then.")) for form in forms}
    assert len(found) == 1, found
    assert all(len(one) == 1 for one in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the US 12 boats sank.", ["12 boat"]),
        ("GALE SINKS 12 BOATS OFF DRAY", ["12 boat"]),
        ("The UN sent 40 envoys.", ["40 envoy"]),
        ("The NFU 12 times said no.", ["12 time"]),
        ("No 3 is free.", ["no 3"]),
        ("No one is free.", []),
        ("It cost R50 million.", ["50000000 rand"]),
    ],
)
def test_a_count_behind_capitals_is_no_name(
    keys: Keys, text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        ("Phase III", "phase 3", "Phase Three", "phase-3"),
        ("Pier 9", "Pier No. 9", "the No. 9 pier"),
        ("Reactor 4", "the No. 4 reactor"),
        ("category 4", "category-four", "Category Four"),
        ("Interstate 70", "I-70", "Interstate-70"),
        ("Highway 44", "NH44", "NH 44"),
        ("Boeing 747-400", "747-400"),
        ("Section 9", "Sec. 9", "Sec 9"),
    ],
)
def test_a_numbered_thing_has_one_name(
    keys: Callable[[str], list[str]], forms: tuple[str, ...]
) -> None:
    found = {tuple(keys(f"They looked at {form} again.")) for form in forms}
    assert len(found) == 1, found
    assert all(len(names) == 1 for names in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dead number 12,400.", "12400"),
        ("They were in row 4, and number 7 was free.", "no 7"),
        ("Henry IV was there.", ""),
        ("The No. 3 seed lost.", "3th"),
        ("The G20 met.", ""),
        ("Part I is long.", "part 1"),
        ("The part I like is long.", ""),
    ],
)
def test_what_only_looks_like_a_name(
    keys: Callable[[str], list[str]], text: str, expected: str
) -> None:
    assert (keys(text) or [""])[-1] == expected
