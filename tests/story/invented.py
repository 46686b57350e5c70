"""One invented event in the words of three outlets, for tests of whole stories."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.comparing import compare
from newsdiff.model import Article
from newsdiff.reading import read_text
from newsdiff.story.account import compare_all
from newsdiff.story.shares import Summary

POST = """Train leaves the rails near Osterby

Two people died when a train left the rails near Osterby on Monday, police said.

Mayor Karin Lund closed the bridge over the Sava at 7 a.m.

“We have never seen anything like this here,” said Lund.

The damage is put at $4 million.

A choir sang for the victims in the church of Saint Anna, which had been full since \
noon.
"""
HERALD = """Osterby train crash kills three

Three people died when a train left the rails near Osterby on Monday, the fire \
brigade said.

Mayor Karin Lund closed the bridge over the Sava at 9 a.m.

“We have never seen something like that here,” said Lund.

The damage is put at $4 million.
"""
RADIO = """Train crash near Osterby

Two people died when a train left the rails near Osterby on Monday, police said.

The railway company Norrail refused to answer questions about the brakes of the train.
"""


def articles(*texts: str) -> list[Article]:
    """The story, or other texts, under the names of their outlets."""
    labels = ("Post", "Herald", "Radio", "Fourth")
    return [
        read_text(text, source=f"{label.lower()}.txt", label=label)
        for label, text in zip(labels, texts or (POST, HERALD, RADIO), strict=False)
    ]


def told_of(story: Sequence[Article]) -> dict[tuple[int, int], Summary]:
    """What is known of all pairs, compared by words."""
    return compare_all(story, compare)
