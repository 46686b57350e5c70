"""A fact in a few of the text's own words."""

from __future__ import annotations

import pytest

from newsdiff.model import Article, Fact, Kind, Pair, Side, Span, Status
from newsdiff.reading import read_text
from newsdiff.wording.cutting import MOST_WORDS
from newsdiff.wording.facts import fact_words, joined_values


def article(text: str) -> Article:
    return read_text(text, source="-")


def words_of(kind: Kind, text: str, told: str) -> str:
    """How a fact of A is told whose words stand in a text."""
    own, other = article(text), article("Nothing of it.")
    at = own.text.index(told)
    fact = Fact(
        kind=kind,
        status=Status.ONLY_A,
        absence=None,
        value=Pair(told, None),
        resolved=Pair(None, None),
        spans=Pair((Span(at, at + len(told)),), ()),
    )
    assert fact_words(Pair(own, other), fact, Side.B) == ""
    mirrored = fact_words(Pair(other, own), fact.swapped, Side.B)
    found = fact_words(Pair(own, other), fact, Side.A)
    assert found == mirrored
    return found


def conflict(kind: Kind, a: str, b: str) -> str:
    """How two values are told together."""
    articles = Pair(a, b).map(lambda value: article(f"It was {value} then."))
    places = Pair(a, b).map(lambda value: (Span(7, 7 + len(value)),))
    fact = Fact(
        kind=kind,
        status=Status.CONFLICT,
        absence=None,
        value=Pair(a, b),
        resolved=Pair(None, None),
        spans=places,
    )
    return joined_values(articles, fact)


LATER = ", a week after the storm that took the pier and most of the boats."
MAYOR = (
    "The mayor has promised to rebuild the pier before the summer ends, which few of "
    "those who live beside it think she can."
)


@pytest.mark.parametrize(
    ("kind", "text", "told", "wanted"),
    [
        (Kind.NUMBER, "The board closed 14 schools.", "14", "board closed 14 schools"),
        (
            Kind.PLACE,
            "The Harbour Office declined to comment, but a ferry left on time.",
            "Harbour Office",
            "Harbour Office declined to comment",
        ),
        (
            Kind.PERSON,
            "Anna Berg, who runs the ferry, said nothing" + LATER,
            "Anna Berg",
            "Anna Berg, who runs the ferry, said nothing",
        ),
        (
            Kind.DATE,
            "The ferry was sold at 6 a.m. on Friday" + LATER,
            "6 a.m.",
            "ferry was sold at 6 a.m. on Friday",
        ),
        (Kind.NUMBER, "It cost $2.5 million.", "2.5 million", "It cost $2.5 million"),
        (
            Kind.QUOTE,
            "She would “pay up” for it.",
            "pay up",
            "She would “pay up” for it",
        ),
        (
            Kind.QUOTE,
            "“We saw the water come up over the wall and the road,” she said.",
            "We saw the water come up over the wall and the road",
            "“We saw the water come up over the wall and the road”",
        ),
        (
            Kind.CLAIM,
            MAYOR,
            MAYOR,
            "mayor has promised to rebuild the pier…",
        ),
        (
            Kind.CLAIM,
            "Few knew what had become of the ferry that the town had sold.",
            "of the ferry that the town had sold",
            "…of the ferry that the town had sold",
        ),
        (
            Kind.CLAIM,
            "The council called it a “gift”.",
            "council called it a",
            "council called it a…",
        ),
        (Kind.DATE, "In May they left", "May", "In May they left"),
        (
            Kind.PERSON,
            "He is the son of the former Cong.",
            "Cong",
            "He is the son of the former Cong.",
        ),
    ],
)
def test_a_fact_reads_as_one(kind: Kind, text: str, told: str, wanted: str) -> None:
    assert words_of(kind, text, told) == wanted


def test_a_long_clause_is_cut_between_words_and_says_so() -> None:
    text = (
        "Nobody in the whole of the old fishing village beside the northern harbour "
        "could remember when Peter Holm had last been seen walking along the shore "
        "road in the evening."
    )
    found = words_of(Kind.PERSON, text, "Peter Holm")
    assert "Peter Holm" in found
    assert "…" in found
    assert found.strip("…") in text
    assert len(found.split()) <= MOST_WORDS


def test_nothing_of_a_text_commands_a_terminal() -> None:
    found = words_of(Kind.NUMBER, "The board \x1b[31mclosed 14 schools.", "14")
    assert "\x1b" not in found
    assert "14 schools" in found


@pytest.mark.parametrize(
    ("kind", "a", "b", "wanted"),
    [
        (Kind.NUMBER, "three dead", "five dead", "three / five dead"),
        (Kind.NUMBER, "five", "3 dead", "five / 3 dead"),
        (
            Kind.NUMBER,
            "7.2 metres",
            "8.4 metres",
            "It was 7.2 metres then / 8.4 metres",
        ),
        (Kind.DATE, "Tuesday", "Wednesday", "Tuesday / Wednesday"),
        (
            Kind.NUMBER,
            "$15 million",
            "$25 million",
            "It was $15 million then / $25 million",
        ),
        (Kind.QUOTE, "“Go away”", "“Go home”", "“Go away” / “Go home”"),
    ],
)
def test_what_both_say_is_said_once(kind: Kind, a: str, b: str, wanted: str) -> None:
    assert conflict(kind, a, b) == wanted


def test_a_long_quotation_is_shown_around_the_words_that_differ() -> None:
    told = "we will do all that can be done to keep the old pier {} for those who come"
    found = conflict(Kind.QUOTE, told.format("open"), told.format("standing"))
    one, other = found.split(" / ")
    assert "old pier open for" in one
    assert "old pier standing for" in other
    assert "we will do all" not in found
