"""Ships, works and words in capitals are no people."""

from __future__ import annotations

import pytest

from newsdiff.analysis import analyse
from newsdiff.model import Kind
from newsdiff.reading import read_text


def people_in(text: str) -> list[str]:
    article = analyse(read_text(text, source="-"))
    people = [one for one in article.canonical if one.kind is Kind.PERSON]
    return [article.words_at(one.span) for one in people]


@pytest.mark.parametrize(
    "text",
    [
        "The ship Anna Berg said it was adrift. The Anna Berg radioed for help.",
        "Moen’s novel “Anna Berg” sold well, and “Anna Berg” won the prize.",
        "The cable was marked SECRET, said the mayor. SECRET cables are kept.",
        "KREDO Action, led by its director, said it would sue.",
        "The NHB, a director said, would sue.",
    ],
)
def test_things_are_no_people(text: str) -> None:
    assert [name for name in people_in(text) if name != "Moen"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Anna Berg said it was late.", ["Anna Berg"]),
        ("The ship’s captain, Anna Berg, said it was late.", ["Anna Berg"]),
        ("Per Holm III, a former mayor, said no.", ["Per Holm III"]),
        ("“Anna Berg said no,” he added.", ["Anna Berg"]),
    ],
)
def test_people_stay_people(text: str, wanted: list[str]) -> None:
    assert people_in(text) == wanted
