"""Whether words stand anywhere in a text: "nowhere" is called certain."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.analysis.bare_text import BareText, make_bare

FEW = settings(max_examples=150, deadline=None, derandomize=True)
ANY = st.text(alphabet="aB1 .,'-“é\u00ad\u200bßﬁ北", max_size=20)


def has(text: str, phrase: str, *, is_number: bool = False) -> bool:
    return BareText.of(text).has(phrase, is_number=is_number)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Anna BERG's boat", "anna berg"),
        ("the Berg boat", "Berg’s"),
        ("a soft\u00adhyphen here", "softhyphen"),
        ("the ﬁrst day", "first"),
        ("at 12km from here", "12"),
        ("bill SB1062 failed", "SB 1062"),
        ("in NJ today", "N.J."),
        ("the arms-deal was off", "arms deal"),
        ("it said “no”", "no"),
    ],
)
def test_what_stands_there_in_other_writing(text: str, phrase: str) -> None:
    assert has(text, phrase)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Anna and Berg", "Anna Berg"),
        ("in NJX today", "N.J."),
        ("", "Berg"),
        ("1 0 6 2", "1062"),
    ],
)
def test_what_stands_nowhere(text: str, phrase: str) -> None:
    assert not has(text, phrase)


def test_a_number_stands_there_without_what_it_is_of() -> None:
    assert has("it ran 100m", "100 metres", is_number=True)
    assert not has("it ran 100m", "100 metres")
    assert not has("it ran 1100m", "100 metres", is_number=True)


@FEW
@given(ANY, ANY, ANY)
def test_every_part_of_a_text_stands_in_it(
    before: str, phrase: str, after: str
) -> None:
    assert has(f"{before} {phrase} {after}", phrase)


@FEW
@given(ANY)
def test_bare_text_is_bare(text: str) -> None:
    bare = make_bare(text)
    assert make_bare(bare) == bare
    assert all(char == " " or char.isalnum() for char in bare)
