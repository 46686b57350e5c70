"""What is known of one article: who says what in it, and which words carry it."""

from __future__ import annotations

import pytest

from newsdiff.aligning.profiles import profiles_of
from newsdiff.analysis import AnalysedArticle, analyse
from newsdiff.gathering import sample_sources
from newsdiff.mentions import mentions_of
from newsdiff.model import Span
from newsdiff.reading import parse, read_text


def analysed(text: str) -> AnalysedArticle:
    return analyse(read_text(text, source="a.txt"))


def said(one: AnalysedArticle) -> list[tuple[str, list[str]]]:
    """Who says something in the first sentence, and which words."""
    return [
        (
            one.words_at(saying.source.span),
            [one.words_at(span).strip(" ,.") for span in saying.scope],
        )
        for saying in one.sayings[0]
    ]


def test_it_holds_what_others_find_in_the_article() -> None:
    for article in map(parse, sample_sources()):
        one = analyse(article)
        assert tuple(one.profiles) == article.compared
        assert tuple(one.profiles.values()) == profiles_of(article)
        assert one.mentions == mentions_of(article)
        assert [m.span for m in one.canonical] == [m.span for m in one.mentions]
        assert one == analyse(article)


def test_names_have_the_keys_that_the_article_gives_them() -> None:
    one = analysed("Jake Sullivan spoke on Monday. Sullivan said no more.")
    sullivan = [m.key for m in one.mentions if "sullivan" in m.key]
    assert sullivan == ["jake sullivan", "sullivan"]
    assert [m.key for m in one.canonical if "sullivan" in m.key] == sullivan[:1] * 2
    (saying,) = one.sayings[1]
    assert saying.source.key == "jake sullivan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Berg said the bridge would stay closed.",
            [("Anna Berg", ["the bridge would stay closed"])],
        ),
        (
            "The bridge would stay closed, Anna Berg said.",
            [("Anna Berg", ["The bridge would stay closed"])],
        ),
        (
            "The bridge is closed, Anna Berg said, and ferries leave every hour.",
            [("Anna Berg", ["The bridge is closed", "and ferries leave every hour"])],
        ),
        (
            "Anna Berg said cracks were found and Jon Holm said boats would leave.",
            [
                ("Anna Berg", ["cracks were found and"]),
                ("Jon Holm", ["boats would leave"]),
            ],
        ),
    ],
)
def test_who_says_which_words(text: str, expected: list[tuple[str, list[str]]]) -> None:
    assert said(analysed(text)) == expected


def test_content_words_have_their_places_and_say_whether_they_name_something() -> None:
    one = analysed("It rained. The bridge in Valona has 12 well-known cracks.")
    words = one.content_of(1)
    assert [one.words_at(word.span) for word in words] == (
        "bridge Valona 12 well-known well-known cracks".split()
    )
    assert [word.plain for word in words] == [True, False, False, True, True, True]


def test_clauses_are_places_in_the_text() -> None:
    one = analysed("It rained. The bridge was closed, and boats left the harbour.")
    closed, boats = one.clauses_of(1)
    assert one.words_at(closed) == "The bridge was closed"
    assert one.words_at(boats).strip() == "boats left the harbour."
    offset = one.article.text.index("left")
    clause = one.clause_at(1, offset)
    assert [one.words_at(word.span) for word in clause] == ["boats", "left", "harbour"]
    assert one.within(1, [Span(offset, offset + 4)]) == clause[1:2]
    assert one.clause_at(1, one.article.text.index("and")) == ()


def test_quotations_know_their_speaker() -> None:
    one = analysed("“We will take no risks with this bridge,” Anna Berg said.")
    (quote,) = one.quotes
    assert quote.speaker is not None
    assert quote.speaker.key == "anna berg"
    assert {"take", "risks", "bridge"} <= quote.wording.content
    assert "we" not in quote.wording.content


def test_contractions_and_small_numbers_are_spelled_out() -> None:
    one = analysed("“We won't open the 2 lanes, they'll say,” Anna Berg said.")
    words = [word.text for word in one.quotes[0].wording.words]
    assert words == "we will not open the two lanes they will say".split()


def test_hedges_are_the_words_that_make_a_statement_less_than_sure() -> None:
    one = analysed(
        "Ferries are expected to leave, and the bridge may open. It rained.\n"
        "The city denied it. That is confirmed. Delays are due to rain.\n"
        "The council is due to be heard.\n"
    )
    words = {
        i: [one.words_at(h.span) for h in found] for i, found in one.hedges.items()
    }
    assert words == {0: ["are expected", "may"], 5: ["due to"]}
