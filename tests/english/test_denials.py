"""What a sentence says no to."""

from __future__ import annotations

import pytest

from newsdiff.english.denials import find_denier
from newsdiff.english.words import tokens


def denier(text: str, word: str) -> str | None:
    """The word that says no to another one."""
    words = tokens(text)
    n = next(k for k, one in enumerate(words) if one.folded == word)
    found = find_denier(text, words, n, 0)
    return None if found is None else words[found].folded


@pytest.mark.parametrize(
    ("text", "word", "no"),
    [
        ("The lock did not open.", "open", "not"),
        ("The lock is no longer open.", "open", "no"),
        ("She is not going to resign.", "resign", "not"),
        ("It did not cause any damage.", "damage", "not"),
        ("Not a lot of money came.", "money", "not"),
        ("Nobody was badly hurt.", "hurt", "nobody"),
        ("Moss refused to visit.", "visit", "refused"),
        ("Moss denied taking bribes.", "taking", "denied"),
    ],
)
def test_it_is_denied(text: str, word: str, no: str) -> None:
    assert denier(text, word) == no


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The lock did not only open.", "open"),
        ("They do not supply weapons.", "weapons"),
        ("Nobody said what the cost was.", "cost"),
        ("No. 2 left.", "left"),
        ("Moss refused a visit.", "visit"),
    ],
)
def test_it_is_not_denied(text: str, word: str) -> None:
    assert denier(text, word) is None
