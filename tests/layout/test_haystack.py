"""All that can be searched of a page as one text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.layout.haystack import Haystack, plain
from newsdiff.model import Side

FEW = settings(max_examples=200, deadline=None, derandomize=True)
TEXTS = st.lists(st.text(max_size=12), max_size=5)


def stack(*texts: str) -> Haystack:
    return Haystack([(Side.A, n) for n in range(len(texts))], texts)


def placed(found: Haystack, *spans: tuple[int, int]) -> list[tuple[int, int, int]]:
    """Number of the sentence of each span, and the offsets into it."""
    return [(n, start, end) for (_, n), start, end in found.placed(spans)]


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Peña’s “boat” – né", 'Pena\'s "boat" - ne'),
        ("Øystein Łódź", "Oystein Lodz"),
        ("«oui» „ja‟", '"oui" "ja‟'),
        ("北京 ½ Ω ß", "北京 ½ Ω ß"),
        ("İstanbul ıssız", "Istanbul issiz"),
        ("plain text", "plain text"),
    ],
)
def test_a_text_as_it_would_be_typed(text: str, typed: str) -> None:
    assert plain(text) == typed


@FEW
@given(TEXTS)
def test_one_character_stands_for_one(texts: list[str]) -> None:
    found = stack(*texts)
    assert len(found.text) == len(found.plain) == len(found.small)
    assert found.plain == plain(found.text)
    assert found.small == found.plain.lower()
    assert plain(found.plain) == found.plain


@FEW
@given(TEXTS)
def test_every_character_is_placed_in_its_sentence(texts: list[str]) -> None:
    found = stack(*texts)
    spans, start = [], 0
    for text in texts:
        spans += [(start + n, start + n + 1) for n in range(len(text))]
        start += len(text) + 1
    there = placed(found, *spans)
    assert [found.text[slice(*span)] for span in spans] == [
        texts[n][first:last] for n, first, last in there
    ]
    assert [n for n, *_ in there] == [n for n, text in enumerate(texts) for _ in text]


def test_empty_sentences_are_passed_over() -> None:
    found = stack("", "ab", "", "", "c")
    assert found.text == "\0ab\0\0\0c"
    assert placed(found, (1, 3), (2, 3), (6, 7)) == [(1, 0, 2), (1, 1, 2), (4, 0, 1)]


def test_places_are_those_that_were_given() -> None:
    places = [(Side.B, 7), (Side.A, 0)]
    found = Haystack(places, ["ab", "cd"])
    assert [place for place, *_ in found.placed([(0, 1), (3, 5)])] == places
