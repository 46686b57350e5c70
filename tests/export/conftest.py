"""A small comparison made by hand, so that nothing here depends on the engine."""

from __future__ import annotations

import pytest

from newsdiff.model import (
    Absence,
    Comparison,
    Fact,
    Kind,
    Link,
    Nearest,
    Pair,
    Span,
    State,
    Status,
)
from newsdiff.reading import read_text

A = """\
---
outlet: Fjord Post
published: 2023-09-05T10:31:00+02:00
---
Cracks close the bridge in Valona

The bridge in Valona was closed on Monday after engineers found cracks in two pillars.
Nobody was hurt, the police said.

“We had no choice. None,” said Anna Berg, who runs the ferries.

Read more: Ten bridges to see before they fall
"""
B = """\
Engineers found cracks in three pillars of the bridge in Valona, which was closed on \
Monday. The boats will leave from Pier 14, Berg said [sic].

5 September 2023
"""


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def fact(kind: Kind, status: Status, a: str | None, b: str | None) -> Fact:
    """A fact whose places are where its words first stand."""
    only = status in (Status.ONLY_A, Status.ONLY_B)
    meaning = only and kind is Kind.CLAIM
    return Fact(
        kind=kind,
        status=status,
        absence=Absence.MEANING if meaning else Absence.STRING if only else None,
        value=Pair(a, b),
        resolved=Pair(None, None),
        spans=Pair(
            (span_of(A, a),) if a else (),
            (span_of(B, b),) if b else (),
        ),
        note="Two and three cannot both be so." if status is Status.CONFLICT else None,
    )


@pytest.fixture
def comparison() -> Comparison:
    """A: front matter, headline, three sentences, residue; B: two sentences, a date."""
    articles = Pair(
        read_text(A, source="fjord.txt"), read_text(B, source="old/valona.txt")
    )
    links = (
        Link(
            a=5, b=0, state=State.MATCHED, score=0.93214, reason=("cracks", "pillars")
        ),
        Link(a=4, b=0, state=State.RELATED, score=0.5, reason=("bridge",)),
    )
    nearest: Pair[tuple[Nearest | None, ...]] = Pair(
        (None,) * 6 + (None, Nearest(1, 0.25), None), (None, Nearest(7, 0.25), None)
    )
    facts = (
        fact(Kind.PLACE, Status.BOTH, "Valona", "Valona"),
        fact(Kind.NUMBER, Status.CONFLICT, "two", "three"),
        fact(Kind.CLAIM, Status.ONLY_A, "Nobody was hurt, the police said.", None),
        fact(Kind.QUOTE, Status.ONLY_A, "“We had no choice. None,”", None),
        fact(Kind.CLAIM, Status.ONLY_A, "who runs the ferries", None),
        fact(Kind.PLACE, Status.ONLY_B, None, "Pier 14"),
    )
    return Comparison(articles=articles, links=links, nearest=nearest, facts=facts)
