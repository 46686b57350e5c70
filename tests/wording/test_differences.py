"""How it is said that a text tells a claim otherwise."""

from __future__ import annotations

import pytest

from newsdiff.aligning.claims import Difference, Differs
from newsdiff.model import Span
from newsdiff.wording.differences import tell_differences


def difference(kind: Differs, words: str) -> Difference:
    return Difference(
        kind=kind, sentence=0, span=Span(0, len(words)), words=words, claimed=""
    )


@pytest.mark.parametrize(
    ("kind", "words", "said"),
    [
        (Differs.VALUE, "Three", "told with another value: three"),
        (Differs.VALUE, "March 4", "told with another value: March 4"),
        (Differs.OPPOSITE, "not open", "states the opposite: “not open”"),
        (Differs.DOER, "Rye beat Moss", "told the other way round: “Rye beat Moss”"),
        (Differs.SPEAKER, "Olaf Rye", "said by Olaf Rye"),
    ],
)
def test_each_kind_has_its_words(kind: Differs, words: str, said: str) -> None:
    assert tell_differences([difference(kind, words)]) == said


def test_several_are_told_together_and_the_same_once() -> None:
    found = [
        difference(Differs.OPPOSITE, "not open"),
        difference(Differs.VALUE, "Three"),
        difference(Differs.VALUE, "Friday"),
        difference(Differs.VALUE, "Friday"),
    ]
    assert tell_differences(found) == (
        "told with another value: three, Friday; states the opposite: “not open”"
    )
