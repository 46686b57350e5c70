"""Who speaks the lines of a transcript."""

from __future__ import annotations

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.mentions.names.labels import is_label
from newsdiff.model import Kind, Span
from newsdiff.reading import read_text

TALK = """COOK (by telephone): The dyke was wet.

VEIL: Who knew of it?

COOK: Nobody in the office knew it.

VEIL: Not even you?

NOTE: This text was shortened."""


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        (TALK, "COOK", True),
        (TALK, "VEIL", True),
        (TALK, "NOTE", False),
        ("ROTH: It was loud.", "ROTH", True),
        ("They asked ROTH: was it loud?", "ROTH", False),
        ("ROTH said it was loud.", "ROTH", False),
    ],
)
def test_a_name_with_a_colon_begins_a_line(
    text: str, name: str, *, expected: bool
) -> None:
    start = text.index(name)
    span = Span(start, start + len(name))
    assert is_label(text, span, name.casefold()) is expected


def test_speakers_are_people_though_their_names_are_common_words() -> None:
    mentions = mentions_of(read_text(TALK, source="a"))
    found = {(m.kind, m.key) for m in mentions if m.kind.is_name}
    assert found >= {(Kind.PERSON, "cook"), (Kind.PERSON, "veil")}
    assert (Kind.PERSON, "note") not in found
