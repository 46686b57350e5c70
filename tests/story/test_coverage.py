from __future__ import annotations

from dataclasses import replace

import pytest

from newsdiff.comparing import compare
from newsdiff.model import Side
from newsdiff.reading import read_text
from newsdiff.story.coverage import (
    Count,
    Degree,
    Prominence,
    carried_by,
    counted,
    prominence_of,
)

STORM = "The storm sank three ferries in the harbour of Valona on Sunday."
A = read_text(f"{STORM}\n\nBees in the valley thrive this year.", source="a")
B = read_text(f"A dull day.\n\n{STORM}", source="b")


def test_a_sentence_is_carried_where_it_is_told() -> None:
    carried = carried_by(compare(A, B))
    assert carried[0] is not None
    assert (carried[0].there, carried[0].degree) == (1, Degree.TOLD)
    assert carried[1] is not None
    assert carried[1].degree is Degree.NOT


def test_the_other_side_is_asked_in_the_same_way() -> None:
    there, back = compare(A, B), compare(B, A)
    assert carried_by(there, Side.B) == carried_by(back, Side.A)


def test_those_that_tell_some_of_it_are_counted_apart() -> None:
    (told, _) = carried_by(compare(A, B))
    assert told is not None
    part, nothing = (replace(told, degree=d) for d in (Degree.PART, Degree.NOT))
    assert counted([(told,), (part,), (nothing,), (None,)], 0) == Count(1, 1, 4)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        (0, Prominence.HEADLINE),
        (1, Prominence.LEDE),
        (2, Prominence.LEDE),
        (3, Prominence.TAIL),
        (4, Prominence.TAIL),
        (5, Prominence.TAIL),
    ],
)
def test_where_a_sentence_stands(sentence: int, place: Prominence) -> None:
    article = read_text(
        "Storm sinks ferries\n\n"
        f"{STORM} Nobody was hurt in it.\n\n"
        "The harbour is old. It was built in 1902.\n\n"
        "Bees in the valley thrive this year.",
        source="a",
    )
    assert prominence_of(article, sentence) is place
