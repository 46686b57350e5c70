"""The words between quotation marks, also over several sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.mentions.values.quotations import find_quotations, quotes_of
from newsdiff.model import Article, Role, Sentence, Span

FEW = settings(max_examples=150, deadline=None, derandomize=True)


def article(paragraphs: Sequence[Sequence[str]], role: Role = Role.BODY) -> Article:
    """An article of paragraphs of sentences."""
    text, found = "", []
    for number, sentences in enumerate(paragraphs):
        for words in sentences:
            start, text = len(text), f"{text}{words} "
            end = start + len(words)
            found.append(Sentence(start=start, end=end, role=role, paragraph=number))
        text += "\n"
    text = text.rstrip()
    return Article(
        label="x",
        title=None,
        outlet=None,
        published=None,
        source="x",
        text=text,
        sentences=tuple(found),
    )


def quoted(*paragraphs: Sequence[str], role: Role = Role.BODY) -> list[list[str]]:
    """The pieces of each quotation."""
    of = article(paragraphs, role)
    return [
        [of.text[slice(*span)] for _, span in found.pieces]
        for found in find_quotations(of, range(len(of.sentences)))
    ]


def in_one(text: str, role: Role = Role.BODY) -> list[str]:
    """The quotations of one sentence."""
    return [piece for pieces in quoted([text], role=role) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail,” she said.", ["We sail"]),
        ("“We sail,” she said, “at noon.”", ["We sail", "at noon."]),
        ('"We sail," she said, "at noon."', ["We sail", "at noon."]),
        ("«We sail», she said.", ["We sail"]),
        ("She said “ we sail — ”", ["we sail"]),
        ("She said “we sail", ["we sail"]),
        ("She said “we “sail there”", ["we", "sail there"]),
        ("She said “”.", []),
        ('She saw a 12" pipe', []),
        ('She saw a pipe of 12"', []),
        ('She said "we sail and "at noon"', ["we sail and", "at noon"]),
        ('She said "we sail "', ["we sail"]),
        ('She said "we sail"at noon', ["we sail"]),
        ("We sail", []),
        ("", []),
    ],
)
def test_quoted_words_of_a_sentence(text: str, expected: list[str]) -> None:
    assert in_one(text) == expected


def test_a_quotation_may_go_on_over_sentences() -> None:
    assert quoted(["She said: “We sail.", "At noon.", "Today,” and left."]) == [
        ["We sail.", "At noon.", "Today"]
    ]


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    assert quoted(["“We sail.", "At noon."], ["It rained."]) == [
        ["We sail.", "At noon."]
    ]
    assert quoted(["“We sail, Ann Berg said."], ["“At noon,” said Bo Ek."]) == [
        ["We sail, Ann Berg said."],
        ["At noon"],
    ]


@pytest.mark.parametrize(("first", "last"), ["“”", '""'])
def test_a_quotation_goes_on_where_its_paragraphs_open_it_anew(
    first: str, last: str
) -> None:
    paragraphs = [
        [f"{first}We sail,{last} said Ann Berg.", f"{first}The wind has turned."],
        [f"{first}Nobody should swim.", "It is cold."],
        [f"{first}We stay in the port.{last}"],
        ["It rained."],
    ]
    assert quoted(*paragraphs) == [
        ["We sail"],
        [
            "The wind has turned.",
            "Nobody should swim.",
            "It is cold.",
            "We stay in the port.",
        ],
    ]


def test_a_closed_quotation_does_not_go_on() -> None:
    assert quoted(["“We sail at noon.”"], ["“We stay,” said Bo Ek."]) == [
        ["We sail at noon."],
        ["We stay"],
    ]


def test_a_quotation_may_be_closed_in_another_paragraph() -> None:
    assert quoted(["“We sail."], ["At noon,” she said."]) == [["We sail.", "At noon"]]


def test_what_is_not_closed_within_thirteen_sentences_was_no_quotation_to_the_end() -> (
    None
):
    def pieces(between: int) -> list[list[str]]:
        rain = ["It rained."] * between
        return quoted(["Boats lay there.", "“We sail.", *rain, "At noon.”", "Yes."])

    ((*whole, last),) = pieces(12)
    assert (len(whole), last) == (13, "At noon.")
    ((first, *rest),) = pieces(13)
    assert (first, len(rest)) == ("We sail.", 11)


def test_headlines_quote_in_single_marks() -> None:
    for text in ("Kvist: ‘we sail soon’", "Kvist: 'we sail soon'"):
        for role in (Role.HEADLINE, Role.SUBHEADING):
            assert in_one(text, role) == ["we sail soon"]
        assert in_one(text) == []
    assert in_one("Kvist's boats' sails'", Role.HEADLINE) == []
    assert in_one("Kvist: ‘we’", Role.HEADLINE) == []


def test_quotations_of_three_words_or_more_are_mentions() -> None:
    of = article([["“We sail.", "Soon,” she said of “old boats”."]])
    found = find_quotations(of, range(2))
    assert len(found) == 2
    ((first, second), ()) = [list(quotes_of(of, quotation)) for quotation in found]
    assert (first.key, first.sentence) == ("we sail", 0)
    assert (second.key, second.sentence) == ("soon", 1)
    assert of.text[slice(*second.span)] == "Soon"
    marks = article([["“We will sail.", "…”"]])
    (quotation,) = find_quotations(marks, range(2))
    assert [len(quotation.pieces), len(list(quotes_of(marks, quotation)))] == [
        2,
        1,
    ]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Fans held signs with “Per Holm 2,290” on them.", 0),
        ("He saw “The Golden Harbour” twice that week.", 0),
        ("“Stop The War Now,” she shouted at them.", 1),
        ("She said “Stop The War” and left the hall.", 1),
        ("He called it “a golden harbour” in a letter.", 1),
        ("He wrote “STOP THE WAR” on the old wall.", 1),
        ("“Enough Is Enough”", 1),
    ],
)
def test_the_name_of_a_work_or_a_sign_is_no_quotation(
    sentence: str, wanted: int
) -> None:
    of = article([[sentence]])
    found = [m for q in find_quotations(of, [0]) for m in quotes_of(of, q)]
    assert len(found) == wanted


def test_a_headline_in_capitals_quotes() -> None:
    of = article([["Berg: “We Sail At Noon” If Asked"]], Role.HEADLINE)
    assert [m for q in find_quotations(of, [0]) for m in quotes_of(of, q)]


PARTS = '“ ” " « » we sail at noon . , ‘ ’ —'.split()
SENTENCE = st.lists(st.sampled_from(PARTS), max_size=8).map(" ".join)


@FEW
@given(
    st.lists(st.lists(SENTENCE, max_size=4), max_size=3),
    st.sampled_from([Role.BODY, Role.HEADLINE]),
)
def test_pieces_lie_in_their_sentences_in_order(
    paragraphs: list[list[str]], role: Role
) -> None:
    of = article(paragraphs, role)
    for found in find_quotations(of, range(len(of.sentences))):
        assert found.pieces
        numbers = [i for i, _ in found.pieces]
        assert numbers == sorted(set(numbers))
        for i, span in found.pieces:
            sentence = of.sentences[i]
            assert sentence.start <= span.start < span.end <= sentence.end
            words = of.text[slice(*span)]
            assert words == words.strip()
        first, last = found.pieces[0][1], found.pieces[-1][1]
        assert found.span.end == last.end
        assert Span(found.span.start, first.start).end >= found.span.start
