"""What counts as telling the same thing differently, and what does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdiff.aligning import align
from newsdiff.analysis import analyse
from newsdiff.comparing.conflicts import Conflicts, find_conflicts
from newsdiff.mentions import make_canonical
from newsdiff.model import Article, Fact, Link, Pair, Side, State, Status
from newsdiff.reading import read_text

MATCHED = State.MATCHED

DIFFERING = [
    (
        "Twelve people were killed when the bridge collapsed on Monday.",
        "The bridge collapsed on Tuesday, and 14 people were killed.",
        {("number", "Twelve people", "14 people"), ("date", "Monday", "Tuesday")},
    ),
    (
        "The council approved a budget of $2.4 billion.",
        "The council approved a budget of $2.7 billion.",
        {("number", "$2.4 billion", "$2.7 billion")},
    ),
    (
        "United won 3-1 at home.",
        "United won 3-2 at home.",
        {("number", "3-1", "3-2")},
    ),
    (
        "The mayor said the vote would be held on 3 June.",
        "The vote will be held on 10 June, the mayor said.",
        {("date", "3 June", "10 June")},
    ),
    (
        "Police arrested the suspect in Oslo on Friday.",
        "Police arrested the suspect in Bergen on Friday.",
        {("place", "Oslo", "Bergen")},
    ),
    (
        "“We will rebuild the harbor by spring,” Mayor Lena Holm said.",
        "“We will rebuild the harbour by autumn,” Mayor Lena Holm said.",
        {
            (
                "quote",
                "We will rebuild the harbor by spring",
                "We will rebuild the harbour by autumn",
            )
        },
    ),
    (
        "Lena Holm said: “We have no money left.”",
        "Lena Holm said: “We have no money left for roads.”",
        {("quote", "We have no money left", "We have no money left for roads")},
    ),
    (
        "“I used funds that should have been used for schools,” Erik Dahl said.",
        "“I used funds that shouldn’t have been used for schools,” Erik Dahl said.",
        {
            (
                "quote",
                "I used funds that should have been used for schools",
                "I used funds that shouldn’t have been used for schools",
            )
        },
    ),
    (
        "“We will rebuild the harbor by spring,” Mayor Lena Holm said.",
        "“We will rebuild the harbor by spring,” said Erik Dahl, a councilman.",
        {("attribution", "Lena Holm", "Erik Dahl")},
    ),
    (
        "Lena Holm said the port would close for repairs this winter.",
        "Norwegian officials said the port would close for repairs this winter.",
        {("attribution", "Lena Holm", "Norwegian officials")},
    ),
    (
        "The port will close for repairs this winter, the Associated Press reported.",
        "The port will close for repairs this winter, Reuters reported.",
        {("attribution", "Associated Press", "Reuters")},
    ),
    (
        "Lena Holm spoke, as Norway believes that the northern breakwater crumbles.",
        "The northern breakwater crumbles, Erik Dahl said.",
        {("attribution", "Norway", "Erik Dahl")},
    ),
    (
        "The fleet will leave the port on Friday.",
        "The fleet may leave the port on Friday.",
        {("certainty", "will leave", "may leave")},
    ),
    (
        "Anna Berg is expected to leave the port on Friday.",
        "Anna Berg may leave the port on Friday.",
        {("certainty", "is expected to leave", "may leave")},
    ),
    (
        "The fleet sailed from the port at night.",
        "The fleet reportedly sailed from the port at night.",
        {("certainty", "sailed", "reportedly sailed")},
    ),
    (
        "The treaty will be signed in Oslo on Monday.",
        "The treaty is expected to be signed in Oslo on Monday.",
        {("certainty", "will be signed", "is expected to be signed")},
    ),
]
"""A sentence of A, the linked sentence of B, and the conflicts between them."""

AGREEING = [
    # a number rounded, or told as a bound
    ("The storm flooded 1,204 homes.", "The storm flooded 1,200 homes."),
    ("About 1,300 homes were flooded by the storm.", "The storm flooded 1,280 homes."),
    # the same value in another form
    (
        "Twelve people were killed on the bridge.",
        "12 people were killed on the bridge.",
    ),
    (
        "“There were 12 people in the boat at night,” police in Oslo said.",
        "“There were twelve people in the boat at night,” police in Oslo said.",
    ),
    (
        "He pays “no more than 1,500 dollars a month” for the flat, Erik Dahl said.",
        "He pays “no more than 1500 dollars a month” for the flat, Erik Dahl said.",
    ),
    # a name apart or together
    (
        "The flight MH370 vanished over the sea in 2014.",
        "The flight MH 370 vanished over the sea in 2014.",
    ),
    # a speaker without a name
    (
        (
            "With some saying it makes Lena Holm look weak and one clerk asking, “Is "
            "all news unfair?”"
        ),
        "A clerk on the site Freedom’s Lighthouse said, “Is all news unfair?”",
    ),
    # a date that may lie within the other, or of which nothing is known
    ("The vote will be held in June.", "The vote will be held on 10 June."),
    ("The vote will be held next week.", "The vote will be held on 10 June."),
    # dates and numbers of different things
    ("Anna Berg spoke on Monday.", "Erik Dahl replied on Tuesday."),
    ("Two men robbed the bank.", "The bank has three branches."),
    # the same quotation at greater length, elided, spelled and contracted otherwise
    (
        "“We will rebuild the harbor by spring,” Lena Holm said.",
        "“We will rebuild the harbour,” Lena Holm said.",
    ),
    (
        "“We will rebuild the harbor, whatever it costs, by spring,” Lena Holm said.",
        "“We will rebuild the harbor … by spring,” Lena Holm said.",
    ),
    (
        "“We’ll finish 2 of the piers by spring,” Lena Holm said.",
        "“We will finish two of the piers by spring,” Lena Holm said.",
    ),
    # a speaker who may be the other
    (
        "The spokesman said the port would close for repairs this winter.",
        "Lena Holm said the port would close for repairs this winter.",
    ),
    (
        "A Norwegian official said the port would close for repairs this winter.",
        "Lena Holm said the port would close for repairs this winter.",
    ),
    (
        "Norwegian officials said the port would close for repairs this winter.",
        "Norway said the port would close for repairs this winter.",
    ),
    # two speakers, two statements
    ("Lena Holm said the port would close.", "Erik Dahl said the budget was small."),
    # a hedge of a noun, of a condition, of another verb
    ("The two sides discussed an arms deal.", "Both discussed a possible arms deal."),
    (
        "If it leaves the port on Friday, the fleet will meet the storm.",
        "The fleet may leave the port on Friday.",
    ),
]
"""Pairs of sentences without a conflict."""


def found(a: str, b: str, *links: Link) -> Conflicts:
    articles = Pair(read_text(a, source="a"), read_text(b, source="b"))
    return between(articles, links or (Link(a=0, b=0, state=MATCHED, score=0.9),))


def between(articles: Pair[Article], links: tuple[Link, ...]) -> Conflicts:
    analysed = articles.map(analyse)
    mentions = Pair(*make_canonical(*analysed.map(lambda one: one.mentions)))
    return find_conflicts(analysed, replace(align(articles), links=links), mentions)


def told(facts: tuple[Fact, ...]) -> set[tuple[str, str | None, str | None]]:
    return {(fact.kind.value, fact.value.a, fact.value.b) for fact in facts}


@pytest.mark.parametrize(
    ("a", "b", "expected"), DIFFERING, ids=[a[:80] for a, _, _ in DIFFERING]
)
def test_different_values_of_one_thing(
    a: str, b: str, expected: set[tuple[str, str, str]]
) -> None:
    facts = found(a, b).facts
    assert told(facts) == expected
    texts = {Side.A: a, Side.B: b}
    for fact in facts:
        assert fact.status is Status.CONFLICT
        assert fact.absence is None
        assert fact.note
        for side in Side:
            assert fact.spans[side]
            value = fact.value[side] or "-"
            words = [texts[side][s.start : s.end] for s in fact.spans[side]]
            assert any(value in w or w in value for w in words)


@pytest.mark.parametrize(("a", "b"), AGREEING, ids=lambda p: p[:40])
def test_what_can_be_reconciled_is_no_conflict(a: str, b: str) -> None:
    assert not found(a, b).facts


def test_resolved_values_are_given() -> None:
    (number,) = found(
        "The storm flooded 1,200 homes.", "The storm flooded 3,000 homes."
    ).facts
    assert (number.resolved.a, number.resolved.b) == (1200.0, 3000.0)


def test_whom_a_pronoun_means_is_no_ground_for_a_conflict() -> None:
    words = "“Nobody was hurt in the fire in the harbour of Oslo,”"
    a = f"Anna Berg criticised Erik Dahl. {words} he replied."
    assert not found(
        a, f"{words} Erik Dahl replied.", Link(a=1, b=0, state=MATCHED, score=0.9)
    ).facts


def test_words_may_end_where_the_text_ends() -> None:
    for said in ("says mayor", "Anna Berg said", "said Anna Berg", "police say"):
        text = f"The bridge was closed on Monday, {said}"
        assert not found(text, "Anna Berg closed the bridge.").facts


def test_one_source_or_several() -> None:
    (fact,) = found(
        "An official of the harbor commission said the port would close this winter.",
        "Officials of the harbor commission said the port would close this winter.",
    ).facts
    assert fact.note == "One source in one article, several in the other."


def test_a_quotation_is_found_without_a_link() -> None:
    quoted = "“We will rebuild the old harbor and all its piers by {},” Lena Holm said."
    other = Link(a=1, b=1, state=MATCHED, score=0.9)
    facts = found(
        f"It rained.\n\n{quoted.format('spring')}",
        f"{quoted.format('autumn')}\n\nIt snowed.",
        other,
    ).facts
    assert [fact.kind for fact in facts] == ["quote"]


def test_a_conflict_at_several_places_is_one() -> None:
    first = "“They will pay a price for this,” Lena Holm said."
    links = tuple(Link(a=i, b=0, state=MATCHED, score=0.9) for i in (0, 1))
    (fact,) = found(
        f"{first}\n\n{first}",
        "“You will pay the price for this,” Lena Holm said.",
        *links,
    ).facts
    assert (len(fact.spans.a), len(fact.spans.b)) == (2, 1)


def test_the_mentions_in_conflict_are_named() -> None:
    a = "Twelve people were killed on the bridge. Erik Dahl came."
    b = "Fourteen people were killed on the bridge. Erik Dahl came."
    consumed = found(a, b).consumed
    assert [a[s.start : s.end] for s in consumed.a] == ["Twelve"]
    assert [b[s.start : s.end] for s in consumed.b] == ["Fourteen"]


def test_datelines_and_boilerplate_are_not_compared() -> None:
    text = "Copyright 2023 Harbor News. All rights reserved."
    assert not found(text, text.replace("2023", "2024")).facts


PHRASES = (
    "Anna Berg said|Erik Dahl said|officials said|an official said|the fleet|may sail|"
    "will sail|is expected to sail|reportedly sailed|to Oslo|to Bergen|in June|"
    "12 people were killed|14 people were killed|on Monday|on Tuesday|the port|"
    "according to Reuters|“we will rebuild it now”|“we will rebuild it soon”|"
    "“we will not rebuild it”"
).split("|")
SENTENCE = st.lists(st.sampled_from(PHRASES), min_size=2, max_size=5).map(
    lambda phrases: " ".join(phrases).capitalize() + "."
)
TEXT = st.lists(SENTENCE, min_size=1, max_size=6).map("\n\n".join)
FAST = settings(
    max_examples=80,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)


def every_link(articles: Pair[Article]) -> tuple[Link, ...]:
    """All aligned links, and the sentences at the same place as matched ones."""
    size = min(len(article.sentences) for article in articles)
    placed = [Link(a=i, b=i, state=MATCHED, score=0.9) for i in range(size)]
    return (*placed, *align(articles).links)


@pytest.mark.slow(reason="compares every text with another, both ways")
@FAST
@given(TEXT, TEXT)
def test_conflicts_lie_in_their_texts_and_are_mirrored_with_them(
    a: str, b: str
) -> None:
    there = Pair(read_text(a, source="a"), read_text(b, source="b"))
    links = every_link(there)
    back = tuple(replace(link, a=link.b, b=link.a) for link in reversed(links))
    one, other = between(there, links), between(there.swapped, back)
    mirrored = {
        replace(
            fact,
            value=fact.value.swapped,
            spans=fact.spans.swapped,
            resolved=fact.resolved.swapped,
        )
        for fact in other.facts
    }
    assert set(one.facts) == mirrored
    assert one.consumed == other.consumed.swapped
    for fact in one.facts:
        for side in Side:
            ends = [(s.start, s.end) for s in fact.spans[side]]
            assert ends == sorted(ends)
            assert ends
            assert all(0 <= s < e <= len(there[side].text) for s, e in ends)


@FAST
@given(TEXT)
def test_an_article_does_not_conflict_with_itself(text: str) -> None:
    articles = Pair(read_text(text, source="a"), read_text(text, source="b"))
    assert between(articles, every_link(articles)).facts == ()
