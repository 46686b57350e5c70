"""The words of a quotation as they are compared with those of another."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.analysis.quoted_words import Wording, make_quote
from newsdiff.comparing.conflicts.quote_aligning import _is_difference, _shows_editing
from newsdiff.english.words import tokens
from newsdiff.model import Pair, Span

FEW = settings(max_examples=100, deadline=None, derandomize=True)
WORDS = (
    "we won't sail. It's 3 well-built boats, isn't it? cannot 33 rock'n'roll".split()
)


def read(text: str) -> Wording:
    return make_quote(text, 0, Span(0, len(text))).wording


def words(text: str) -> str:
    return " ".join(word.text for word in read(text).words)


def differ(one: str, other: str) -> bool:
    """Whether two stretches differ; the same the other way round."""
    parts = Pair(one, other).map(lambda text: read(text).words)
    assert _is_difference(parts.swapped) == _is_difference(parts)
    return _is_difference(parts)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("We won't sail", "we will not sail"),
        ("We can’t and shan't sail", "we can not and shall not sail"),
        ("They don't sail", "they do not sail"),
        ("They're here", "they are here"),
        ("I've 3 boats", "i have three boats"),
        ("10 or 11 boats", "ten or 11 boats"),
        ("well-built boats", "well built boats"),
        ("gonna sail", "going to sail"),
    ],
)
def test_contractions_hyphens_and_small_figures_are_spelled_out(
    text: str, plain: str
) -> None:
    assert words(text) == plain


def test_every_part_knows_its_word() -> None:
    found = read("They won't sail well-built boats.").words
    assert [word.token for word in found] == [0, 1, 1, 2, 3, 3, 4]
    assert [word.is_small for word in found][:4] == [True, True, True, False]


def test_content_is_the_words_that_are_not_small() -> None:
    assert read("We will sail the boats").content == {"sail", "boats"}


def test_what_stands_before_each_word_is_kept() -> None:
    found = read("We sail. They won't, ever")
    assert found.before == ("", " ", ". ", " ", "", ", ")


def test_a_word_after_a_mark_that_ends_opens_a_sentence() -> None:
    for mark in ".?!;:":
        assert read(f"We sail{mark} They do").opens == (True, False, True, False)
    assert read("We sail, they do").opens == (True, False, False, False)
    assert read("").opens == ()


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("sail", "sail", False),
        ("well-built", "wellbuilt", False),
        ("harbour", "harbor", False),
        ("sail", "sails", False),
        ("sail", "sink", True),
        ("the", "", False),
        ("the very", "", True),
        ("not", "", True),
        ("never", "", True),
        ("sail", "", True),
        ("the boats", "", True),
        ("2018", "2019", True),
        ("20181", "20182", True),
        ("the boats", "a boat", True),
        ("", "", False),
    ],
)
def test_spelling_and_small_words_left_out_are_no_difference(
    one: str, other: str, expected: bool
) -> None:
    assert differ(one, other) is expected


@pytest.mark.parametrize("text", ["we … sail", "we ... sail", "we [all] sail"])
def test_signs_of_editing_are_seen(text: str) -> None:
    assert _shows_editing(text)
    assert not _shows_editing("we all sail.")


@FEW
@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join))
def test_all_that_is_known_of_words_is_known_of_each(text: str) -> None:
    found = read(text)
    assert len(found.before) == len(found.opens) == len(found.words)
    assert found.opens[:1] in ((), (True,))
    assert found.before[:1] in ((), ("",))
    assert found.content <= {word.text for word in found.words}
    inside = [word.token for word in found.words]
    assert inside == sorted(inside)
    assert set(inside) == set(range(len(tokens(text))))
    assert not differ(text, text)
