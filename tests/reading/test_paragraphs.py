"""Blank lines, single line ends and hard wraps."""

from __future__ import annotations

import textwrap

import pytest

from newsdiff.reading.paragraphs import split_paragraphs

WRAPPED = """\
The bridge over the fjord was closed on Monday after
engineers found cracks in two of its pillars, the
council said. Ferries will run until it is mended.
"""


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in split_paragraphs(text)]


def test_blank_lines_and_line_ends_separate() -> None:
    assert parts("  one \n\n \t\n two\nthree\n") == ["one", "two", "three"]


def test_a_hard_wrapped_block_is_one_paragraph() -> None:
    assert parts(WRAPPED + "\n" + WRAPPED) == [WRAPPED.strip()] * 2


def test_lines_of_the_same_length_are_not_wrapped_for_that() -> None:
    headlines = [
        "Bridge over the fjord is closed after the storm",
        "Mayor of Bergen resigns over missing millions",
        "Nine hurt as a bus leaves the road near Voss",
        "Ferries to be free of charge until next summer",
    ]
    assert parts("\n".join(headlines)) == headlines


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "## "])
def test_a_list_is_not_wrapped_text(mark: str) -> None:
    items = [mark + line for line in WRAPPED.splitlines()]
    assert parts("\n".join(items)) == items


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x0c", "\x0b", "\x85"])
def test_other_line_ends_separate_too(end: str) -> None:
    assert parts(f"one{end}two") == ["one", "two"]


def test_nothing_is_no_paragraph() -> None:
    assert parts(" \n\n\t\n") == []
    assert parts("") == []


STORY = [
    "Fuel spill shuts harbour",
    (
        "The harbour at Velm was closed on Monday after a spill of fuel oil, its master"
        " Ann Berg said. Nobody was hurt."
    ),
    (
        "Boats were told to stay at their moorings until the wind turns, which the"
        " crews do not expect before a long storm passes."
    ),
    "“We will not risk a second spill,” she said.",
]


@pytest.mark.parametrize("width", [28, 32, 36, 40, 50, 72])
@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_a_column_is_read_as_paragraphs(width: int, gap: str) -> None:
    column = gap.join(textwrap.fill(paragraph, width) for paragraph in STORY)
    assert [" ".join(part.split()) for part in parts(column)] == STORY


def test_short_lines_are_no_column_for_that() -> None:
    lines = ["fresh apples from the north", "plums", "pears and a basket of figs"]
    assert parts("\n".join(lines)) == lines
    verse = ["The river ran", "Over the stones", "And under the bridge"]
    assert parts("\n".join(verse)) == verse
