"""What is the same, written otherwise, and what only nearly is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparing.written_forms import canonical_words, is_written_alike

FEW = settings(max_examples=60, deadline=None, derandomize=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“We stay,” she said.", '"We stay," she said.'),
        ("Ann’s boat", "Ann's boat"),
        ("the cease-fire — signed", "the ceasefire - signed"),
        ("the cease fire", "the cease-fire"),
        ("a har\u00adbour", "a harbour"),
        ("The  mayor\u00a0left", "The mayor left"),
        ("The Defence Ministry organised it.", "The Defense Ministry organized it."),
        ("Mr Berg met Mrs. Ek and Dr Roe.", "Berg met Ek and Roe."),
        ("Gov. Ann Lee left", "Governor Ann Lee left"),
        ("Twelve boats sank.", "12 boats sank."),
        ("It rose 5 per cent.", "It rose 5%."),
        ("3,000 people left", "3000 people left"),
        ("It cost $2m.", "It cost $2 million."),
        ("one boat", "1 boat"),
        ("the first boat", "the 1st boat"),
        ("on 5 May", "on May 5"),
        ("on the 5th of May", "on May 5"),
        ("on May the 5th", "on 5 May"),
        ("the 2016/17 season", "the 2016-17 season"),
        ("the 2016–2017 season", "the 2016-17 season"),
        ("the second boat", "the 2nd boat"),
        ("on Sunday, 5 May 2024", "on Sunday, May 5, 2024"),
        ("at 6pm", "at 6 p.m."),
        ("in São Velm’s café", "in Sao Velm's cafe"),
        ("the U.S. army", "the US army"),
        ("Dunn & Hale", "Dunn and Hale"),
        ("1. It starts on Monday.", "It starts on Monday."),
    ],
)
def test_forms_of_one_sentence_are_alike(one: str, other: str) -> None:
    assert is_written_alike(one, other)
    assert is_written_alike(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Twelve boats sank.", "13 boats sank."),
        ("It rose 5%.", "It fell 5%."),
        ("It cost $2m.", "It cost £2m."),
        ("It cost $2m.", "It cost $2bn."),
        ("on 5 May", "on May 6"),
        ("on the 5th of May", "on May 6"),
        ("the 2016/17 season", "the 2017/18 season"),
        ("the second boat", "the 3rd boat"),
        ("at 6pm", "at 6am"),
        ("She will go.", "She will not go."),
        ("She did not go.", "She didn't go."),
        ("Mr Berg left.", "Mr Ek left."),
        ("Judge Berg left.", "Berg left."),
        ("The mayor left.", "The major left."),
        ("It was closed.", "It was closed on Monday."),
        ("Anything at all", ""),
    ],
)
def test_what_says_something_else_is_not(one: str, other: str) -> None:
    assert not is_written_alike(one, other)
    assert not is_written_alike(other, one)


@FEW
@given(st.text(max_size=60))
def test_any_text_is_written_as_itself(text: str) -> None:
    assert is_written_alike(text, text)
    assert isinstance(canonical_words(text), tuple)
