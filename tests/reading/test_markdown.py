"""Marks of Markdown go, what only looks like them stays."""

from __future__ import annotations

import pytest

from newsdiff.reading.markdown import without_marks


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("**Ann Berg**, the mayor", "Ann Berg, the mayor"),
        ("It *will* and __must__ and _can_ stay.", "It will and must and can stay."),
        ("***Never*** again, ~~he~~ she said.", "Never again, he she said."),
        ("**The** file `a.txt` is here.", "The file a.txt is here."),
        ("in [Velm](https://example.org/v) on", "in Velm on"),
        ("![a bridge](bridge.png) fell", "a bridge fell"),
        ("> “We stay,” he said.\n> It rained.", "“We stay,” he said.\nIt rained."),
        ("**[Velm](/v)** fell", "Velm fell"),
    ],
)
def test_marks_go(marked: str, plain: str) -> None:
    assert without_marks(marked) == plain


@pytest.mark.parametrize(
    "text",
    [
        "# Bridge falls",
        "* one\n* two",
        "a f**k and a s**t",
        "5 * 3 * 2",
        "snake_case_name",
        "He was _never_ there, `she` said.",
        "[sic] (see below)",
        "He [Berg](the mayor) left.",
        "[bold]: 50% of [[lorries]]",
        "**",
        "* * *",
        "It rose 5%* last year.\n*Source: Velm bank",
    ],
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_marks(text) == text
