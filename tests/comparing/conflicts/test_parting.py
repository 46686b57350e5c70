"""Two values that are told of different things are both right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from newsdiff.comparing.conflicts.parting import are_apart
from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.comparing.conflicts.slots import Slot
from newsdiff.model import Pair, Side


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        # what happened to them
        ("The slide killed 12 men in Brask.", "The slide hurt 30 men in Brask.", True),
        ("The slide killed 12 men.", "In the slide 15 men died.", False),
        # what is counted
        ("The ward has 90 beds.", "The ward has 12 doctors.", True),
        ("The ward has 90 beds.", "The ward has 80 beds.", False),
        ("The slide hurt 30 people.", "The slide hurt 40 miners.", False),
        # a part and the whole
        ("The boat held 30 guests.", "Four of the guests on the boat sang.", True),
        # when it was so
        ("In 2012 the club won 8 cups.", "In 2019 the club won 5 cups.", True),
        ("The club won 8 cups last year.", "The club won 5 cups this year.", True),
        (
            "The gauge stood at 3 metres on Monday.",
            "The gauge stood at 5 metres on Friday.",
            True,
        ),
        (
            "The slide killed 12 men on Monday.",
            "The slide killed 15 men on Friday.",
            False,
        ),
        # whose it is
        ("Lena Holm paid $40 in Oslo.", "Erik Dahl paid $50 in Oslo.", True),
        ("The tram in Oslo costs $4.", "The tram in Bergen costs $5.", True),
        ("The first guard was 40.", "The second guard was 50.", True),
        (
            "Lena Holm (52-3, 46 knockouts) met Erik Dahl.",
            "Erik Dahl (45-7, 36 knockouts) met Lena Holm.",
            True,
        ),
        ("Lena Holm (46 wins) met Dahl.", "Lena Holm (36 wins) met Dahl.", False),
        # what only measures
        ("The wave hit a dozen countries.", "A 9.1 quake hit the countries.", True),
    ],
)
def test_what_shows_that_two_values_are_of_different_things(
    reader: Callable[..., Any], a: str, b: str, apart: bool
) -> None:
    sides, _ = reader(a, b)
    scenes = Pair.each(lambda s: Scene(sides[s], 0))
    slots = Pair.each(lambda s: Slot(scenes[s], _first_number(scenes[s])))
    assert are_apart(slots) is apart
    assert are_apart(slots.swapped) is apart


def _first_number(scene: Scene) -> Any:
    return next(
        m
        for m in scene.values
        if m.resolved not in (None, 2012.0, 2019.0)
        and m.kind.value == "number"
        and m.rule != "ordinal"
    )


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("The hall opened in 1908.", "The hall burned in 1971.", True),
        ("The hall opened in 1908.", "The hall opened in 1909.", False),
        ("The fare was $4 in March.", "The fare was $6 in June.", True),
        ("The hall opened on Monday.", "The hall opened on Friday.", False),
    ],
)
def test_what_shows_that_two_dates_are_of_different_things(
    reader: Callable[..., Any], a: str, b: str, apart: bool
) -> None:
    sides, _ = reader(a, b)
    scenes = Pair.each(lambda s: Scene(sides[s], 0))
    slots = Pair.each(
        lambda s: Slot(
            scenes[s], next(m for m in scenes[s].values if m.kind.value == "date")
        )
    )
    assert are_apart(slots) is apart
    assert {s: slots[s].mention.key for s in Side}
