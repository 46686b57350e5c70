from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

import pytest

from newsdiff.aligning.features import PairFeatures
from newsdiff.analysis import analyse
from newsdiff.comparing.conflicts.sides import ConflictSide, make_sides
from newsdiff.mentions import make_canonical
from newsdiff.model import Link, Pair, Role, State
from newsdiff.reading import read_text


class Read(NamedTuple):
    """Two articles, each as what it tells on whose authority."""

    sides: Pair[ConflictSide]
    links: tuple[Link, ...]


Reader = Callable[..., Read]


def read(
    a: str, b: str, *, state: State = State.MATCHED, role: Role = Role.BODY
) -> Read:
    """Two articles whose first sentences are linked, whatever their words.

    Args:
        a: The text of one.
        b: The text of the other.
        state: How sure the link is.
        role: What the first sentence of A is for.
    """
    first = read_text(a, source="a")
    sentences = (replace(first.sentences[0], role=role), *first.sentences[1:])
    second = read_text(b, source="b")
    articles = Pair(replace(first, sentences=sentences), second).map(analyse)
    mentions = Pair(*make_canonical(articles.a.mentions, articles.b.mentions))
    weights = PairFeatures(articles.map(lambda a: a.terms)).stem_weights
    sides = make_sides(articles, mentions, weights)
    return Read(sides, (Link(a=0, b=0, state=state, score=0.9),))


@pytest.fixture(scope="session")
def reader() -> Reader:
    return read
