"""Numbers that are one whatever they count by name."""

from __future__ import annotations

import pytest

from newsdiff.comparing.same_values import meet_numbers
from newsdiff.mentions import make_canonical, mentions_of
from newsdiff.model import Kind, Pair
from newsdiff.reading import read_text


@pytest.mark.parametrize(
    ("a", "b", "chance", "one"),
    [
        ("12 villagers died.", "The slide killed 12 people.", 0.9, True),
        ("12 villagers died.", "The slide killed 12 people.", 0.1, False),
        ("12 soldiers died.", "The slide killed 12 officers.", 0.9, False),
        ("12 villagers died.", "The slide killed 12 cows.", 0.9, False),
        ("12 villagers died.", "Of 12 people aboard, 9 people died.", 0.9, False),
        ("The fare is $12.", "The slide killed 12 people.", 0.9, False),
    ],
)
def test_equal_counts_of_people_are_one(
    a: str, b: str, chance: float, one: bool
) -> None:
    articles = Pair(read_text(a, source="a"), read_text(b, source="b"))
    mentions = Pair(*make_canonical(*articles.map(mentions_of)))
    met = meet_numbers(mentions, {(0, 0): chance})
    keys = met.map(lambda own: {m.key for m in own if m.kind is Kind.NUMBER})
    assert bool(keys.a & keys.b) is one
