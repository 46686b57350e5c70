"""Every block of labelled.txt: what is found must be what is written there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsdiff.mentions import mentions_of
from newsdiff.model import Article

LABELLED = Path(__file__).with_name("labelled.txt").read_text("utf-8")
MARKS = {"<": "phrase", "@": "resolved", "~": "bound"}


def blocks() -> list[tuple[list[str], list[str]]]:
    found = []
    for block in LABELLED.split("\n\n")[1:]:
        lines = block.strip().splitlines()
        sentences = [line for line in lines if line[:2] in ("# ", "- ")]
        expected = [line for line in lines if line[:2] not in ("# ", "- ")]
        found.append(([s.removeprefix("- ") for s in sentences], expected))
    return found


def told(article: Article) -> list[str]:
    """What was found, in the words of labelled.txt."""
    text, lines = article.text, []
    for mention in mentions_of(article):
        line = f"{mention.kind} {text[slice(*mention.span)]} = {mention.key}"
        if mention.phrase:
            line += f" < {text[slice(*mention.phrase)]}"
        if mention.resolved is not None:
            line += f" @ {mention.resolved}"
        if mention.bound:
            line += f" ~ {mention.bound}"
        lines.append(line)
    return lines


@pytest.mark.parametrize(
    ("sentences", "expected"), blocks(), ids=lambda part: part[0][:40] if part else "-"
)
def test_what_is_found(
    make: Callable[..., Article], sentences: list[str], expected: list[str]
) -> None:
    assert told(make(*sentences)) == expected


def test_there_are_enough_blocks() -> None:
    assert len(blocks()) >= 40
