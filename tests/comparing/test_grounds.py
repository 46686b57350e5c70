"""Values that are surely of one thing, and values that perhaps are."""

from __future__ import annotations

import pytest

from newsdiff.comparing.grounds import is_grounded
from newsdiff.model import Kind, Pair, Span
from newsdiff.reading import read_text

A, B = "It rained. Two ships sank.", "Three boats sank. It rained."


@pytest.mark.parametrize(
    ("kind", "matched", "wanted"),
    [
        (Kind.NUMBER, {(1, 0)}, True),
        (Kind.NUMBER, {(0, 1)}, False),
        (Kind.DATE, set(), False),
        (Kind.CERTAINTY, set(), False),
        (Kind.QUOTE, set(), True),
    ],
)
def test_values_need_sentences_that_surely_tell_the_same(
    kind: Kind, matched: set[tuple[int, int]], wanted: bool
) -> None:
    articles = Pair(A, B).map(lambda text: read_text(text, source="-"))
    spans = Pair((Span(11, 14),), (Span(0, 5),))
    assert is_grounded(articles, kind, spans, matched) is wanted
    back = {(b, a) for a, b in matched}
    assert is_grounded(articles.swapped, kind, spans.swapped, back) is wanted
