"""Parts of sentences are listed so that they can be read by themselves."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdiff.comparing.excerpts import FEWEST_WORDS, make_excerpts
from newsdiff.english.words import is_function_word, tokens
from newsdiff.model import Span


def listed(marked: str) -> list[str]:
    """The excerpts of a sentence in which stretches stand in brackets."""
    text, stretches, start = "", [], 0
    for piece in re.split(r"([\[\]])", marked):
        if piece == "[":
            start = len(text)
        elif piece == "]":
            stretches.append(Span(start, len(text)))
        else:
            text += piece
    parts = make_excerpts(text, Span(0, len(text)), tokens(text), stretches)
    return [text[slice(*part.listed)] for part in parts]


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "They reached an [agreement, and he vowed to hold long talks].",
            ["he vowed to hold long talks"],
        ),
        (
            "He [signed new trade papers, officials] say.",
            ["He signed new trade papers, officials say"],
        ),
        (
            "It hit [civilian sites] and vital roads.",
            ["It hit civilian sites"],
        ),
        ("It damaged [civilian sites], too.", ["It damaged civilian sites"]),
        ("Ruins, [civilian sites], too.", []),
        ("He asked [North] Korea.", []),
        ("Ann Berg [left the town at 6] p.m.", ["Ann Berg left the town at 6 p.m."]),
        ("It [paid old debts of $1].5 million.", ["It paid old debts of $1.5 million"]),
        (
            "He [met old friends in the U].S. in May.",
            ["He met old friends in the U.S. in May"],
        ),
        ("Routes 4, 7 and [12 will not run].", ["Routes 4, 7 and 12 will not run"]),
        ("1. It [starts late on Monday] at 6am.", ["It starts late on Monday at 6am"]),
        (
            "Dunn [sold three mills to Hale] & Co.",
            ["Dunn sold three mills to Hale & Co."],
        ),
        (
            "He flew to meet [South Korean] Leaders.",
            ["He flew to meet South Korean Leaders"],
        ),
        (
            "“I [cannot confirm that long report,” Anna Berg replied yesterday].",
            ["“I cannot confirm that long report,”", "Anna Berg replied yesterday"],
        ),
        (
            "She [called it “the worst day of my life].” Rain fell.",
            ["She called it “the worst day of my life.”"],
        ),
        ("He [flew home] and [walked far] off.", ["He flew home and walked far off"]),
    ],
)
def test_what_is_listed(sentence: str, parts: list[str]) -> None:
    assert listed(sentence) == parts


@given(
    st.lists(
        st.sampled_from('Anna Berg of the “we” bridge, fell; and "so" he” it.'.split()),
        min_size=1,
        max_size=20,
    ),
    st.data(),
)
def test_excerpts_are_in_order_and_long_enough(
    words: list[str], data: st.DataObject
) -> None:
    text = " ".join(words)
    places = st.integers(0, len(text))
    ends = sorted(data.draw(st.lists(places, min_size=2, max_size=4, unique=True)))
    stretches = [Span(*pair) for pair in zip(ends[::2], ends[1::2], strict=False)]
    parts = make_excerpts(text, Span(0, len(text)), tokens(text), stretches)
    assert all(
        any(o.start <= s.start and s.end <= o.end for o in stretches)
        for part in parts
        for s in part.stretches
    )
    found = [part.listed for part in parts]
    assert all(one.end <= other.start for one, other in pairwise(found))
    for span in found:
        content = [w for w in tokens(text, *span) if not is_function_word(w.folded)]
        assert len(content) >= FEWEST_WORDS
