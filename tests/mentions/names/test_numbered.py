"""Streets and bodies that a number names, in figures and in words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsdiff.mentions import make_canonical, mentions_of
from newsdiff.model import Article, Kind

Make = Callable[..., Article]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A shop on 7th Avenue burned.", "A shop on Seventh Avenue burned."),
        ("A shop on 7th Ave. burned.", "A shop on Seventh Ave burned."),
        ("The 3rd Fleet left Odenham.", "The Third Fleet left Odenham."),
        ("They cited the 9th Amendment.", "They cited the Ninth Amendment."),
        ("The 2nd Armoured Brigade left.", "The Second Armored Brigade left."),
    ],
)
def test_figures_and_words_name_one(make: Make, one: str, other: str) -> None:
    found = make_canonical(mentions_of(make(one)), mentions_of(make(other)))
    first, second = ([(m.kind, m.key) for m in side] for side in found)
    assert first == second
    assert any(kind is not Kind.NUMBER for kind, _ in first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A shop on 7th Avenue burned.", "A shop on 8th Avenue burned."),
        ("The 3rd Fleet left Odenham.", "The 5th Fleet left Odenham."),
    ],
)
def test_another_number_names_another(make: Make, one: str, other: str) -> None:
    found = make_canonical(mentions_of(make(one)), mentions_of(make(other)))
    first, second = ({m.key for m in side if m.kind.is_name} for side in found)
    assert first != second


@pytest.mark.parametrize(
    "text",
    ["The 7th street they crossed was narrow.", "Her 3rd fleet of lorries left."],
)
def test_small_letters_make_no_name(make: Make, text: str) -> None:
    found = mentions_of(make(text))
    assert not [m for m in found if m.kind in (Kind.PLACE, Kind.ORGANIZATION)]
