"""Which words differ between two sentences that tell the same."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.comparing import differing_words, word_changes
from newsdiff.model import Pair, Side, Span

FEW = settings(max_examples=120, deadline=None, derandomize=True)
WORDS = "the ferry closed harbour’s 12,000 , . well-known Kvist's 北京 é £ and".split()
TEXT = st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join)


def changed(a: str, b: str) -> list[tuple[str, str]]:
    """What differs, in order."""
    stretches = [change.texts for change in word_changes(a, b) if not change.equal]
    return [(texts.a, texts.b) for texts in stretches]


def marked(a: str, b: str) -> tuple[list[str], list[str]]:
    """The words of both that carry a difference."""
    spans = differing_words(a, b)
    return [a[slice(*span)] for span in spans.a], [b[slice(*s)] for s in spans.b]


def test_what_differs_is_replaced_or_on_one_side_only() -> None:
    assert changed("The ferry sank", "The ferry sank") == []
    assert changed("The ferry sank", "The barge sank") == [("ferry", "barge")]
    assert changed("The ferry sank", "The old ferry sank") == [("", "old ")]
    assert changed("ferry", "") == [("ferry", "")]
    assert word_changes("", "") == ()


def test_small_words_between_what_differs_are_no_stretch_of_their_own() -> None:
    assert changed("Kvist closed the old ferry", "Holm opened the new boats") == [
        ("Kvist closed the old ferry", "Holm opened the new boats")
    ]
    assert changed("a of b", "c of d") == [("a", "c"), ("b", "d")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12,000", "12,500"),
        ("well-known", "well-worn"),
        ("don’t", "can’t"),
        ("3.5", "3.7"),
    ],
)
def test_a_word_is_never_cut(one: str, other: str) -> None:
    assert changed(f"It {one} it", f"It {other} it") == [(one, other)]


@FEW
@given(TEXT, TEXT)
def test_changes_join_to_both_texts_and_equal_ones_stand_apart(a: str, b: str) -> None:
    found = word_changes(a, b)
    joined = ("".join(change.texts[side] for change in found) for side in Side)
    assert Pair(*joined) == Pair(a, b)
    assert all(change.texts.a or change.texts.b for change in found)
    for one, other in pairwise(found):
        assert one.equal or other.equal


def test_words_that_carry_a_difference_are_marked() -> None:
    assert marked("Kvist closed the ferry", "Kvist opened a ferry") == (
        ["closed"],
        ["opened"],
    )
    assert marked("Kvist closed it", "Kvist closed it") == ([], [])


def test_small_words_and_marks_are_not_marked() -> None:
    assert marked("The ferry, sank", "A ferry sank!") == ([], [])


def test_a_word_that_stands_elsewhere_in_the_other_is_not_marked() -> None:
    assert marked("Yesterday boats sank", "Boats sank yesterday") == ([], [])
    assert marked("Kvist's boats sank", "The boats of Kvist sank") == ([], [])
    assert marked("Kvist’s boats sank", "The boats of KVIST sank") == ([], [])


@FEW
@given(TEXT, TEXT)
def test_marked_words_lie_in_their_text_and_are_not_in_the_other(
    a: str, b: str
) -> None:
    there, back = marked(a, b), marked(b, a)
    assert (set(there[0]), set(there[1])) == (set(back[1]), set(back[0]))
    assert not set(there[0]) & set(b.split())
    assert not set(there[1]) & set(a.split())
    for side, text in zip(Side, (a, b), strict=True):
        end = 0
        for span in differing_words(a, b)[side]:
            assert end <= span.start < span.end <= len(text)
            end = span.end


def test_what_is_only_written_otherwise_carries_no_difference() -> None:
    one = "Mr Berg cancelled twelve trips in São Velm on 5 May and left at once"
    other = "Berg canceled 12 trips in Sao Velm on May 5 and stayed there"
    assert marked(one, other) == (["left"], ["stayed"])
    assert marked("It cost $2m", "It cost $2 million") == ([], [])
    assert marked("It cost $2m", "It cost $3 million") != ([], [])


def test_what_means_the_same_carries_no_difference() -> None:
    a, b = "The old film ended at noon", "The new movie ended at noon"
    alike = Pair([Span(8, 12)], [Span(8, 13)])
    spans = differing_words(a, b, alike)
    assert [a[slice(*span)] for span in spans.a] == ["old"]
    assert [b[slice(*span)] for span in spans.b] == ["new"]


def test_a_denial_is_marked_where_the_other_denies_nothing() -> None:
    assert marked("Kvist did not close it", "Kvist did close it") == (["not"], [])
    assert marked("It never closed", "It closed") == (["never"], [])
    assert marked("Kvist did not close it", "Kvist didn’t close it") == ([], [])
