"""What a glance tells of a source is what reading it tells."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsdiff.formats import About
from newsdiff.gathering import gather, sample_sources
from newsdiff.reading import Source, parse
from newsdiff.reading.glancing import glance

STORIES = Path(__file__).parents[3] / "shared" / "stories"


def _agrees(source: Source) -> bool:
    article, found = parse(source), glance(source)
    told = article.title or "" if not source.blocks else source.about.title or ""
    return (found.label, found.headline) == (article.label, told)


@pytest.mark.parametrize("source", sample_sources(), ids=lambda one: one.given)
def test_the_sample_is_listed_alike(source: Source) -> None:
    assert _agrees(source)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "One line",
        "# A heading of its own\n\nThe story begins here, and it is longer than that.",
        "World news\n\nA headline of the story\n\nThe story begins here, and goes on.",
        "---\ntitle: Said\noutlet: Post\n---\nAnother\n\nThe story begins here.",
        "**Bold words of a headline**\n\nThe story begins here, and it goes on so.",
        "5 September 2023\n\nA headline\n\nThe story begins here, and it goes on.",
    ],
)
def test_texts_are_listed_alike(text: str) -> None:
    assert _agrees(Source(given="a/name.txt", text=text))


def test_what_the_source_says_comes_first() -> None:
    about = About(title="Said", outlet="Post")
    source = Source(given="a.txt", text="A\n\nB", about=about)
    assert glance(source) == ("Post", "Said")


@pytest.mark.skipif(not STORIES.exists(), reason="the stories are not part of it")
def test_stories_are_listed_alike() -> None:
    files = sorted(str(path) for path in STORIES.glob("*/*.txt"))
    assert files
    assert all(map(_agrees, gather(files).sources))
