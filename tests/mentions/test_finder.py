"""What every mention promises, whatever the text."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from newsdiff.english.words import is_function_word, rarity
from newsdiff.mentions import mentions_of, statements_of
from newsdiff.model import Article, Kind
from newsdiff.reading import read_text

Make = Callable[..., Article]
STORIES = Path(__file__).parents[3] / "shared" / "stories"
ODD = [
    "",
    "…",
    "“",
    '"""',
    "NO STOP AT ALL HERE",
    "a" * 2000,
    "“He said. “She said. “They",
    "5/9/2023 31/31/2023 99:99 $ % 1,2,3,,4 one two three",
    "U.S. U.K. D-Iowa R-S.C. -- (AP) — May May may",
    "东京 is Tokyo. Ελλάδα! Привет, Анна.",
    "Of the and Of The And of",
    "half a half of a third of the second third",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_do_no_harm(text: str) -> None:
    article = read_text(text, source="x")
    holds(article)
    statements_of(article)


def holds(article: Article) -> None:
    """Places lie in their sentences, and nothing overlaps but quotations."""
    found = mentions_of(article)
    assert list(found) == sorted(found, key=lambda m: (m.span, m.kind))
    for mention in found:
        sentence = article.sentences[mention.sentence]
        assert sentence.role.compared
        assert sentence.start <= mention.span.start < mention.span.end <= sentence.end
        assert mention.key
        assert mention.rule
        if mention.phrase:
            assert mention.phrase.start <= mention.span.start
            assert mention.span.end <= mention.phrase.end
    plain = [m.span for m in found if m.kind is not Kind.QUOTE]
    assert all(one.end <= two.start for one, two in pairwise(plain))


def test_words_in_any_order_do_no_harm() -> None:
    words = (
        'the The Varga Minister of and U.S. said “ ” " ( ) , . ; — three 3 $5 million '
        "percent half May March on last week Tuesday 2023 Norway Senate (AP) D-Iowa "
        "according to TASS quoted as saying he may not yet confirmed - -- 's ’s"
    ).split()
    chooser = random.Random(5)  # noqa: S311 - no secret
    for _ in range(60):
        holds(read_text(" ".join(chooser.choices(words, k=40)), source="x"))


def test_the_real_stories_hold_too() -> None:
    files = sorted(STORIES.glob("*/*.txt"))
    if not files:
        pytest.skip("the stories are not here")
    for file in files:
        article = read_text(file.read_text("utf-8"), source="x")
        holds(article)
        assert mentions_of(article) == mentions_of(article)


def test_a_date_is_unresolved_without_the_article_s_day(make: Make) -> None:
    article = make("They met on Tuesday, on 9 September and in 2019.", published=None)
    assert [(m.key, m.resolved) for m in mentions_of(article)] == [
        ("tuesday", None),
        ("--09-09", None),
        ("2019", "2019"),
    ]


def test_rarity_and_function_words() -> None:
    assert rarity("the") < rarity("bridge") < rarity("slovak") < rarity("zzyzx")
    assert is_function_word("Which")
    assert not is_function_word("bridge")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brimvold Airways Flight BA370 landed.", ["Brimvold Airways Flight BA370"]),
        ("Brimvold Airways flight BA 370 landed.", ["Brimvold Airways flight BA 370"]),
        ("Brimvold Airways flew, and BA370 landed.", ["Brimvold Airways", "BA370"]),
        ("UN Resolution 242 passed.", ["UN", "Resolution 242"]),
    ],
)
def test_a_flight_takes_its_airline(make: Make, text: str, expected: list[str]) -> None:
    assert [text[slice(*m.span)] for m in mentions_of(make(text))] == expected


def test_forms_that_join_two_peoples(make: Make) -> None:
    found = mentions_of(make("Sino-French talks failed, and an Indo-Pacific pact too."))
    keys = [m.key for m in found if m.kind is Kind.PLACE]
    assert keys[:2] == ["place:CN", "place:FR"]
    assert "place:IN" not in keys
