"""One article in a few words."""

from __future__ import annotations

import pytest

from newsdiff.model import Article, Role, Sentence
from newsdiff.wording.about import count, describe, headline


def article(
    *sentences: tuple[Role, str], title: str | None = None, published: str | None = None
) -> Article:
    text, found = "", []
    for role, words in sentences:
        start, text = len(text), f"{text}{words}\n"
        end = start + len(words)
        found.append(Sentence(start=start, end=end, role=role, paragraph=0))
    return Article(
        label="x",
        title=title,
        outlet=None,
        published=published,
        source="x",
        text=text,
        sentences=tuple(found),
    )


BODY = (Role.BODY, "It rained a lot.")


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "0 words"), (1, "1 word"), (2, "2 words"), (1234, "1,234 words")],
)
def test_a_number_with_its_noun(number: int, words: str) -> None:
    assert count(number, "word") == words


def test_date_and_size_without_what_is_not_compared() -> None:
    furniture = [(Role.BOILERPLATE, "Read more here"), (Role.DATELINE, "OSLO, 3 May")]
    assert describe(article(BODY, *furniture)) == "4 words · 1 sentence"
    assert describe(article(BODY, BODY, published="2024-05-03T18:00")) == (
        "2024-05-03 18:00 · 8 words · 2 sentences"
    )
    assert describe(article()) == "0 words · 0 sentences"


def test_the_headline_is_the_title() -> None:
    assert headline(article(BODY, title="Rain")) == "Rain"


def test_without_a_title_it_is_the_first_twelve_words_that_are_compared() -> None:
    long = " ".join(f"w{n}" for n in range(13))
    page = (Role.BOILERPLATE, "Read more here")
    assert headline(article(page, BODY)) == "It rained a lot."
    assert headline(article((Role.BODY, long))) == f"{long.rsplit(maxsplit=1)[0]}…"
    assert headline(article((Role.BODY, long.rsplit(maxsplit=1)[0]))).endswith("w11")
    assert headline(article(page)) == headline(article()) == ""
