from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.english.words import tokens
from newsdiff.mentions.values.numbers import find_numbers
from newsdiff.model import Mention, Span


@pytest.fixture
def numbers() -> Callable[[str], list[Mention]]:
    """The numbers of a sentence."""
    return find


@pytest.fixture
def keys() -> Callable[[str], list[str]]:
    """The keys of the numbers of a sentence."""
    return lambda text: [mention.key for mention in find(text)]


@pytest.fixture
def key() -> Callable[[str], str]:
    """The key of the one number of a sentence; "" where it has none."""

    def only(text: str) -> str:
        found = find(text)
        assert len(found) < 2, (text, found)
        return found[0].key if found else ""

    return only


def find(text: str) -> list[Mention]:
    return list(find_numbers(text, tokens(text), 7, Span(0, len(text))))
