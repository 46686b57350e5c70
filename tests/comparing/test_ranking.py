"""Which facts come first, and which are hardly any."""

from __future__ import annotations

import pytest

from newsdiff.comparing.ranking import importance, is_trivial
from newsdiff.model import Comparison, Fact, Kind, Pair, Side, Span, Status
from newsdiff.reading import read_text

A = (
    "Anna Berg saw the ferry on Friday.\n\nThe House of Boats lent two oars.\n\n"
    "“We rowed,” she said.\n\nZebulon Quist came later with the Danish crew.\n\n"
    "He paid 14 crowns."
)
B = "The mayor saw a ferry.\n\nA Boats House spokesman was silent about it."


def comparison() -> Comparison:
    articles = Pair(A, B).map(lambda text: read_text(text, source="-"))
    nearest = articles.map(lambda one: (None,) * len(one.sentences))
    return Comparison(articles=articles, links=(), nearest=nearest, facts=())


def only(kind: Kind, value: str, side: Side = Side.A) -> Fact:
    """A fact that one of the two texts states."""
    at = (A if side is Side.A else B).index(value)
    spans = Pair.on(side, (Span(at, at + len(value)),), ())
    return Fact(
        kind=kind,
        status=side.only,
        absence=None,
        value=Pair.on(side, value, None),
        resolved=Pair(None, None),
        spans=spans,
    )


def differing(kind: Kind, a: str, b: str) -> Fact:
    one, other = only(kind, a), only(kind, b, Side.B)
    return Fact(
        kind=kind,
        status=Status.CONFLICT,
        absence=None,
        value=Pair(a, b),
        resolved=Pair(None, None),
        spans=Pair(one.spans.a, other.spans.b),
    )


def test_conflicts_come_before_quotations_people_numbers_and_claims() -> None:
    facts = [
        differing(Kind.PERSON, "Anna Berg", "The mayor"),
        only(Kind.QUOTE, "We rowed"),
        only(Kind.PERSON, "Zebulon Quist"),
        only(Kind.NUMBER, "14 crowns"),
        only(Kind.CLAIM, "the ferry on Friday"),
        only(Kind.DATE, "Friday"),
    ]
    pair = comparison()
    mixed = [*facts[3:], *facts[:3]]
    ranked = sorted(mixed, key=lambda fact: importance(pair, fact))
    assert ranked == facts


def test_what_stands_high_up_comes_before_what_stands_at_the_foot() -> None:
    pair = comparison()
    high, low = only(Kind.CLAIM, "saw the ferry"), only(Kind.CLAIM, "paid 14 crowns")
    assert importance(pair, high) < importance(pair, low)


def test_what_is_rare_comes_before_what_is_common() -> None:
    pair = comparison()
    rare, common = only(Kind.CLAIM, "lent two oars"), only(Kind.CLAIM, "House of")
    assert importance(pair, rare) < importance(pair, common)


def test_it_does_not_matter_which_article_is_a() -> None:
    pair = comparison()
    swapped = Comparison(
        articles=pair.articles.swapped,
        links=(),
        nearest=pair.nearest.swapped,
        facts=(),
    )
    for fact in (
        only(Kind.PERSON, "Anna Berg"),
        differing(Kind.PERSON, "Anna Berg", "The mayor"),
    ):
        assert importance(pair, fact) == importance(swapped, fact.swapped)
        assert is_trivial(pair, fact) == is_trivial(swapped, fact.swapped)


@pytest.mark.parametrize(
    ("kind", "value", "wanted"),
    [
        (Kind.DATE, "Friday", True),
        (Kind.PLACE, "Danish", True),
        (Kind.NUMBER, "two", True),
        (Kind.ORGANIZATION, "House of Boats", True),
        (Kind.NUMBER, "14 crowns", False),
        (Kind.PERSON, "Zebulon Quist", False),
        (Kind.QUOTE, "We rowed", False),
        (Kind.CLAIM, "lent two oars", False),
    ],
)
def test_what_is_hardly_a_fact(kind: Kind, value: str, wanted: bool) -> None:
    assert is_trivial(comparison(), only(kind, value)) is wanted


def test_what_differs_is_never_trivial() -> None:
    assert not is_trivial(comparison(), differing(Kind.DATE, "Friday", "ferry"))


def test_a_trivial_fact_comes_behind_all_others() -> None:
    pair = comparison()
    trivial, other = only(Kind.PLACE, "Danish"), only(Kind.CLAIM, "paid 14 crowns")
    assert importance(pair, other) < importance(pair, trivial)
