from __future__ import annotations

import pytest

from newsdiff.mentions import is_function_word, mentions_of, rarity
from newsdiff.model import Article, Kind, Role, Sentence


def article(*sentences: str) -> Article:
    text = " ".join(sentences)
    spans, start = [], 0
    for sentence in sentences:
        spans.append((start, start + len(sentence)))
        start += len(sentence) + 1
    return Article(
        label="x",
        title=None,
        outlet=None,
        published=None,
        source="x",
        text=text,
        sentences=tuple(
            Sentence(start=s, end=e, role=Role.BODY, paragraph=0) for s, e in spans
        ),
    )


def found(kind: Kind, *sentences: str) -> list[str]:
    given = article(*sentences)
    return [
        given.text[m.span.start : m.span.end]
        for m in mentions_of(given)
        if m.kind is kind
    ]


def keys(kind: Kind, *sentences: str) -> list[str]:
    return [m.key for m in mentions_of(article(*sentences)) if m.kind is kind]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Mayor Lena Holm opened the bridge.", ["Lena Holm"]),
        ("He met Foreign Minister Tomas Varga in May.", ["Tomas Varga"]),
        ("A spokesman, Erik Dahl, declined to comment.", ["Erik Dahl"]),
    ],
)
def test_people_are_found_without_their_titles(sentence: str, names: list[str]) -> None:
    assert found(Kind.PERSON, sentence) == names


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("The ship is bound for Norway.", ["Norway"]),
        ("It will dock at Pier 14 tonight.", ["Pier 14"]),
        ("A Latvian citizen was arrested.", ["Latvian citizen"]),
    ],
)
def test_places(sentence: str, places: list[str]) -> None:
    assert found(Kind.PLACE, sentence) == places


def test_a_capital_and_its_country_are_one() -> None:
    pyongyang, north_korea, dprk = keys(
        Kind.PLACE,
        "It is said Pyongyang agreed.",
        "Then North Korea and the DPRK left.",
    )
    assert pyongyang == north_korea == dprk


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("They met on September 9.", "--09-09"),
        ("They met on 9 September 2023.", "2023-09-09"),
        ("It runs from September 10 to 13.", "--09-10/13"),
        ("They met on Tuesday.", "tuesday"),
        ("They meet later this month.", "later this month"),
        ("They met in July.", "--07"),
    ],
)
def test_dates(sentence: str, key: str) -> None:
    assert keys(Kind.DATE, sentence) == [key]


@pytest.mark.parametrize(
    ("sentence", "key"),
    [
        ("It cost $2.75 billion to build.", "2.75e+09$"),
        ("About 1,250 people came.", "1250"),
        ("Twenty-one people came.", "21"),
        ("Three percent agreed.", "3"),
        ("About 40% agreed.", "40%"),
    ],
)
def test_numbers(sentence: str, key: str) -> None:
    assert keys(Kind.NUMBER, sentence) == [key]


def test_quotations_of_three_words_or_more() -> None:
    sentence = "She called it “a very good day” and “fine”."
    assert found(Kind.QUOTE, sentence) == ["a very good day"]


def test_a_common_word_that_opens_a_sentence_is_no_name() -> None:
    assert found(Kind.PERSON, "However, the talks went on.", "Officials agreed.") == []


def test_rarity_and_function_words() -> None:
    assert rarity("the") < rarity("bridge") < rarity("slovak") < rarity("zzyzx")
    assert is_function_word("Which")
    assert not is_function_word("bridge")
