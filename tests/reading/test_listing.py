"""What an item begins with is no part of what it tells."""

from __future__ import annotations

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.model import Span
from newsdiff.reading import read_text, told_span


@pytest.mark.parametrize(
    "mark", ["1. ", "12) ", "(3) ", "a) ", "(b) ", "iv) ", "- ", "• ", "– "]
)
def test_the_mark_of_an_item_is_not_told(mark: str) -> None:
    text = f"{mark}It starts on Monday."
    assert told_span(text, Span(0, len(text))) == Span(len(mark), len(text))


@pytest.mark.parametrize(
    "text",
    [
        "12 people left.",
        "1.5 million left.",
        "5. May was cold.",
        "A. Berg left.",
        "I left.",
        "-5 degrees.",
        "1. 2. 2024",
    ],
)
def test_other_beginnings_are_told(text: str) -> None:
    assert told_span(text, Span(0, len(text))) == Span(0, len(text))


def test_the_number_of_an_item_is_no_sentence_and_no_value() -> None:
    text = "Things to know\n\n1. It starts on Monday.\n2. Buses 4 and 7 stop.\n3) Pay."
    article = read_text(text, source="-")
    assert [article.words_of(i) for i in range(4)] == text.replace("\n\n", "\n").split(
        "\n"
    )
    values = [text[slice(*m.span)] for m in mentions_of(article)]
    assert not {"1", "2", "3"} & set(values)
