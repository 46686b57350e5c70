"""Sentence → the pieces that can each be told or left out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.clauses import split_clauses
from newsdiff.english.words import is_function_word, tokens
from newsdiff.model import Span

FEW = settings(max_examples=150, deadline=None, derandomize=True)
WORDS = (
    "Kvist closed the harbour and boats sank, because ; who “ ” — of it - -- ( ) said "
    "androgynous bridge that"
).split()
SENTENCE = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.text(max_size=50)
)


def cut(text: str, span: Span | None = None) -> list[str]:
    return [text[slice(*clause)].strip() for clause in split_clauses(text, span)]


@pytest.mark.parametrize(
    "mark", [",", ";", ":", " —", " –", " -", " --", "”", "(", '"']
)
def test_a_clause_ends_at_a_mark(mark: str) -> None:
    assert cut(f"Kvist closed harbours{mark} boats sank quickly") == [
        "Kvist closed harbours",
        "boats sank quickly",
    ]


@pytest.mark.parametrize("word", ["and", "but", "because", "who", "while", "that"])
def test_a_clause_ends_before_a_word_that_opens_another(word: str) -> None:
    assert cut(f"Kvist closed harbours {word} boats sank quickly") == [
        "Kvist closed harbours",
        "boats sank quickly",
    ]


def test_a_hyphen_and_a_part_of_a_word_end_nothing() -> None:
    assert len(cut("Kvist closed ferry-boats withstanding sand")) == 1


def test_a_piece_with_one_content_word_goes_with_the_piece_before() -> None:
    assert cut("Kvist closed harbours, bridges, and boats sank quickly") == [
        "Kvist closed harbours, bridges",
        "boats sank quickly",
    ]
    assert cut("Kvist closed harbours, boats sank") == [
        "Kvist closed harbours",
        "boats sank",
    ]
    assert cut("Yesterday, Kvist closed harbours") == [
        "Yesterday",
        "Kvist closed harbours",
    ]


def test_a_piece_without_a_content_word_is_in_no_clause() -> None:
    assert cut("Kvist closed harbours, and it was, but boats sank quickly") == [
        "Kvist closed harbours",
        "boats sank quickly",
    ]
    assert cut("of it, and that") == cut("") == cut("?!") == []


def test_a_part_of_a_text_has_places_in_the_whole() -> None:
    text = "Nobody came. Kvist closed harbours, boats sank quickly. Nobody left."
    start = text.index("Kvist")
    span = Span(start, text.index(" Nobody left"))
    assert cut(text, span) == ["Kvist closed harbours", "boats sank quickly."]
    assert split_clauses(text, span)[0].start == start


@FEW
@given(SENTENCE)
def test_clauses_follow_each_other_and_hold_every_content_word(text: str) -> None:
    found = split_clauses(text)
    ends = [0, *(at for clause in found for at in clause), len(text)]
    assert ends == sorted(ends)
    borders = "and but because who that said".split()
    for word in tokens(text):
        inside = any(c.start <= word.start and word.end <= c.end for c in found)
        plain = "'" not in word.text and "’" not in word.text
        if plain and not is_function_word(word.folded) and word.text not in borders:
            assert inside
    for clause in found[1:]:
        content = [w for w in tokens(text, *clause) if not is_function_word(w.folded)]
        assert len(content) >= 2


@pytest.mark.parametrize(
    "number",
    [
        "two and a half tonnes",
        "2 and a half tonnes",
        "one and three quarters tonnes",
        "two thousand, one hundred and three tonnes",
        "three million and forty tonnes",
    ],
)
def test_a_number_in_words_is_not_cut(number: str) -> None:
    number = number.replace("one and three quarters", "one and a quarter")
    sentence = f"Old harbour boats brought {number} of salted herring"
    assert cut(sentence) == [sentence]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("Boats brought two and a half empty crew left quickly", 1),
        ("Boats brought two hundred, and half left quickly", 2),
        ("Harbour boats took two and a storm sank both ships", 2),
        ("Harbour boats took thousands, and one storm sank both ships", 2),
    ],
)
def test_and_between_a_number_and_other_words_opens_a_clause(
    sentence: str, count: int
) -> None:
    assert len(cut(sentence)) == count
