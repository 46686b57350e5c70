"""What a number counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions.values.nouns import singular_of
from newsdiff.model import Mention

Numbers = Callable[[str], list[Mention]]


@pytest.mark.parametrize(
    ("text", "unit", "phrase"),
    [
        ("They saw 12 boats.", "boat", "12 boats"),
        ("They saw 12 old wooden boats.", "boat", "12 old wooden boats"),
        ("They saw 12 of the boats.", "boat", "12 of the boats"),
        ("They saw 12 of its boats.", "boat", "12 of its boats"),
        ("They saw 12 more boats.", "boat", "12 more boats"),
        ("They saw 12 other boats.", "boat", "12 other boats"),
        ("They saw 12 of Arden's boats.", "boat", "12 of Arden's boats"),
        ("They saw 12 police stations.", "station", "12 police stations"),
        ("They saw 12 police.", "police", "12 police"),
        ("They saw 12 people.", "person", "12 people"),
        ("They saw 12 young women.", "woman", "12 young women"),
        ("They saw 12 U.N. boats.", "boat", "12 U.N. boats"),
        ("Twelve clerks died.", "clerk", "Twelve clerks"),
        ("They left 12 injured.", "injured", "12 injured"),
        ("They left 12 hurt.", "injured", "12 hurt"),
        ("They left 12 dead.", "dead", "12 dead"),
        ("They left 12 injured men.", "man", "12 injured men"),
        ("A crowd of 12,000 came.", "crowd", "crowd of 12,000"),
        ("It is a 12-boat fleet.", "boat", "12-boat"),
        ("They saw 12 (boats).", None, None),
        ("They saw 12, boats and all.", None, None),
        ("They saw 12 of them.", None, None),
        ("They saw 12 of 30.", None, None),
        ("They saw 12 a b c d e boats.", None, None),
        ("They saw 12 has it.", None, None),
        ("Some 12 left.", None, None),
    ],
)
def test_the_noun_behind_a_number(
    numbers: Numbers, text: str, unit: str | None, phrase: str | None
) -> None:
    found = numbers(text)[0]
    assert found.unit == unit
    assert (found.phrase and text[slice(*found.phrase)]) == phrase


def test_a_share_is_shown_with_what_it_is_of(numbers: Numbers) -> None:
    for text, phrase in (
        ("Half of the boats sank.", "Half of the boats"),
        ("One in five boats sank.", "One in five boats"),
        ("They lost 300 hectares of woods.", "300 hectares of woods"),
    ):
        (found,) = numbers(text)
        assert found.phrase
        assert text[slice(*found.phrase)] == phrase


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("boats", "boat"),
        ("parties", "party"),
        ("ties", "tie"),
        ("churches", "church"),
        ("bushes", "bush"),
        ("classes", "class"),
        ("boxes", "box"),
        ("people", "person"),
        ("women", "woman"),
        ("class", "class"),
        ("boat", "boat"),
        ("s", "s"),
    ],
)
def test_the_singular_of_a_noun(plural: str, noun: str) -> None:
    assert singular_of(plural) == noun
