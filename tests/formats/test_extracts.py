"""What all formats say of an article in the same words."""

from __future__ import annotations

import pytest

from newsdiff.formats.extracts import counted, language_of, left_out


@pytest.mark.parametrize(
    ("n", "what", "words"),
    [
        (1, "text box", "1 text box"),
        (2, "text box", "2 text boxes"),
        (2, "related link", "2 related links"),
        (1_204, "summary", "1,204 summaries"),
        (2, "essay", "2 essays"),
        (2, "speech", "2 speeches"),
    ],
)
def test_counted(n: int, what: str, words: str) -> None:
    assert counted(n, what) == words


def test_of_nothing_nothing_is_said() -> None:
    assert left_out({"comment": 0}) is None
    assert left_out({"comment": 0, "text box": 2}) == "left out: 2 text boxes"


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("en_GB", "en-gb"),
        (" English; French", "english"),
        ("", None),
        (None, None),
    ],
)
def test_languages(stated: str | None, language: str | None) -> None:
    assert language_of(stated) == language
