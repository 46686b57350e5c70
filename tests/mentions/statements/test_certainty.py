"""How sure a text is of what it states."""

from __future__ import annotations

import pytest

from newsdiff.english.words import tokens
from newsdiff.mentions.statements.certainty import (
    Certainty,
    find_cues,
    make_certainty,
    read_cues,
)
from newsdiff.model import Kind, Span


def every(text: str) -> list[tuple[str, str, str]]:
    """Words, key and rule of every cue."""
    found = find_cues(tokens(text), 3)
    return [(text[slice(*cue.span)], cue.key, cue.rule) for cue in found]


def weakest(text: str) -> str | None:
    found = read_cues(tokens(text), 3).certainty
    return found.key if found else None


def denial(text: str) -> str | None:
    found = read_cues(tokens(text), 3).denial
    return text[slice(*found.span)] if found else None


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("After weeks of speculation Moss has been named.", None),
        ("Moss was named, ending months of intense rumours.", None),
        ("Moss was named after much speculation in the press.", None),
        ("Amid speculation Moss went home.", "speculation"),
        ("There is speculation after the vote.", "speculation"),
        ("After the vote, lawyers heard rumours.", "speculation"),
    ],
)
def test_guessing_that_is_over_makes_nothing_unsure(text: str, key: str | None) -> None:
    assert weakest(text) == key


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("It is confirmed that they sail.", "confirmed", "confirmed"),
        ("They are expected to sail.", "are expected", "expected"),
        ("They may sail.", "may", "may"),
        ("They reportedly sail.", "reportedly", "reported"),
        ("There is speculation.", "speculation", "speculation"),
    ],
)
def test_every_rung_has_its_words(text: str, words: str, key: str) -> None:
    assert every(text) == [(words, key, "cue")]


@pytest.mark.parametrize(
    ("text", "words", "key"),
    [
        ("Kvist denied that.", "denied", "denied"),
        ("Kvist declined to confirm that.", "declined to confirm", "unconfirmed"),
        ("Kvist declined that.", "declined", "declined"),
        ("There is no evidence.", "no evidence", "no evidence"),
    ],
)
def test_a_denial_says_how(text: str, words: str, key: str) -> None:
    assert every(text) == [(words, key, "denial")]
    assert denial(text) == words
    assert weakest(text) is None


def test_cues_come_in_the_order_of_the_text() -> None:
    assert [key for _, key, _ in every("They may or may not have denied it.")] == [
        "may",
        "may",
        "denied",
    ]
    assert every("They sail at noon.") == every("") == []


def test_the_weakest_counts_and_the_first_denial() -> None:
    assert weakest("They are expected to sail and might sink.") == "may"
    assert weakest("They might sink and are expected to sail.") == "may"
    assert denial("Kvist denied it, Holm dismissed it.") == "denied"
    assert denial("Kvist may have denied it.") == "denied"


def test_what_only_looks_like_a_cue_is_none() -> None:
    for text in ("They could not sail.", "They sail as soon as possible."):
        assert every(text) == [], text


def test_may_with_a_capital_is_a_month() -> None:
    assert weakest("They sail in May.") is None
    assert weakest("They may sail.") == "may"
    assert weakest("Might they sail?") == "may"


def test_a_rung_is_its_number_on_the_ladder() -> None:
    assert [level.value for level in Certainty] == [1, 2, 3, 4, 5, 6]
    for level in Certainty:
        found = make_certainty(level, Span(1, 2), 3, "cue")
        assert (found.key, found.resolved) == (level.name.lower(), float(level))
        assert (found.kind, found.span, found.sentence) == (
            Kind.CERTAINTY,
            Span(1, 2),
            3,
        )
