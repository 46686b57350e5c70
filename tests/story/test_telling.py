"""How much of a sentence another article tells."""

from __future__ import annotations

from newsdiff.comparing import compare
from newsdiff.model import Pair, Side
from newsdiff.reading import read_text
from newsdiff.story.telling import Degree, Tellings, tellings_of

STORM = "The storm sank three ferries in the harbour of Valona on Sunday."
BEES = "Bees in the valley of Permet thrive this year, keepers said."
MORE = (
    f"{STORM[:-1]}, while the mayor of Permet, whose brother keeps eleven goats and a "
    "small orchard, blamed cheap paint, careless welders and broken export promises."
)


def tellings(a: str, b: str) -> Pair[Tellings]:
    articles = (read_text(a, source="a"), read_text(b, source="b"))
    comparison = compare(*articles)
    return Pair.each(lambda side: tellings_of(comparison, side))


def degrees(found: Tellings) -> list[Degree | None]:
    return [one.degree if one else None for one in found]


def test_told_not_told_and_not_compared() -> None:
    a = f"{STORM}\n\n{BEES}\n\nLeave a comment"
    found = tellings(a, STORM).a
    assert degrees(found) == [Degree.TOLD, Degree.NOT, None]


def test_a_matched_sentence_can_leave_some_of_it_out() -> None:
    found = tellings(MORE, STORM)
    assert degrees(found.a) == [Degree.PART]
    assert degrees(found.b) == [Degree.TOLD]
    own = found.a[0]
    assert own is not None
    assert own.carriers[0].sentence == 0
    assert any(MORE[slice(*span)].endswith("promises") for span in own.claimed)


def test_a_sentence_is_told_by_several_together() -> None:
    both = f"{STORM[:-1]}, and bees in the valley of Permet thrive this year."
    found = tellings(both, f"{STORM}\n\nBees in the valley of Permet thrive this year.")
    assert degrees(found.a) == [Degree.TOLD]


def test_both_sides_are_asked_in_the_same_way() -> None:
    comparison = compare(read_text(MORE, source="a"), read_text(STORM, source="b"))
    back = compare(read_text(STORM, source="b"), read_text(MORE, source="a"))
    assert tellings_of(comparison, Side.B) == tellings_of(back, Side.A)


def test_what_is_told_otherwise_is_known_by_its_sentence() -> None:
    other = STORM.replace("three", "seven")
    (found,) = tellings(STORM, other).a
    assert found is not None
    assert found.otherwise == (0,)
