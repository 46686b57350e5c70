"""Words cut in two by a line end, and hyphens that stay."""

from __future__ import annotations

import pytest

from newsdiff.reading.hyphens import join_hyphenated


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (
            "They were evacu-\nated from the town.",
            "They were evacuated\nfrom the town.",
        ),
        ("a well-\nknown pier", "a well-known\npier"),
        ("Anna Kowal-\nski, 40, left", "Anna Kowalski,\n40, left"),
        ("in the har-\nbour.", "in the harbour.\n"),
        ("in the har\u00ad\nbour at", "in the harbour\nat"),
    ],
)
def test_a_word_is_whole_again(broken: str, whole: str) -> None:
    assert join_hyphenated(broken) == whole


@pytest.mark.parametrize(
    "text",
    [
        "two-\nand three-storey houses",
        "the war of 1940-\n45 was",
        "Oslo-\nBergen by train",
        "- one\n- two",
        "no hyphen\nat all",
        "he stopped -\nand left",
    ],
)
def test_other_hyphens_are_left_alone(text: str) -> None:
    assert join_hyphenated(text) == text
