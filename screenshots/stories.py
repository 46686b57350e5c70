"""Invented articles on two other events, to show beside the sample in one list."""

from __future__ import annotations

from typing import Final

from newsdiff.gathering import sample_sources
from newsdiff.reading import Source

_FERRY: Final = (
    ("Coast Wire", "2031-03-04", "Last ferry to Holm leaves Sandvik after 140 years"),
    ("Harbour Courier", "2031-03-05", "Holm says farewell to the Sigrid, its ferry"),
    ("Island Radio", "2031-03-05", "Sandvik ferry makes its last crossing to Holm"),
)
_BRIDGE: Final = (
    ("Valona Echo", "2024-05-03", "Lune bridge shut after crack is found"),
    ("Morning Post", "2024-05-03", "Valona: 12-centimetre crack closes Lune bridge"),
)
_TEXTS: Final = {
    _FERRY: """\
The Sigrid, the last ferry between Sandvik and the island of Holm, cast off on Monday
evening with 300 people on the quay.

Captain Ingrid Dahl of Holm had steered the Sigrid for 31 years.

Kallavik county closed the Sandvik line, which lost 2.4 million crowns.""",
    _BRIDGE: """\
The Lune bridge in Valona was closed on Friday after inspectors found a crack of 12
centimetres, mayor Anna Holt said.

A crane is on its way from Oslo to Valona, and is to reach the Lune on Sunday.""",
}


def several_stories() -> tuple[Source, ...]:
    """The sample and five articles more, as if each stood in a file."""
    others = [
        Source(
            given=f"{outlet}.txt",
            text=f"---\noutlet: {outlet}\npublished: {day}\n---\n\n{title}\n\n{text}",
        )
        for story, text in _TEXTS.items()
        for outlet, day, title in story
    ]
    return (*sample_sources(), *others)
