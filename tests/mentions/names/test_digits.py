"""Capitals at a number: sums and ages are no names, and a designator ends one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.model import Article, Kind

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost CHF30 then.", []),
        ("It cost NKr3,000 then.", []),
        ("Over-65s ride free.", []),
        ("The Brimvold Channel 9 crew left.", ["Brimvold"]),
        ("They left Brimvold Channel again.", ["Brimvold Channel"]),
        ("They read UN Resolution 242.", ["UN"]),
        ("They met Overdorf again.", ["Overdorf"]),
    ],
)
def test_names_beside_numbers(make: Make, text: str, expected: list[str]) -> None:
    found = [m for m in mentions_of(make(text)) if m.kind is not Kind.NUMBER]
    assert [text[slice(*m.span)] for m in found] == expected
