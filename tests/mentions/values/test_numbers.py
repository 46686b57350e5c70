"""Numbers with what they count, in digits and in words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.words import tokens
from newsdiff.mentions.values.numbers import find_numbers
from newsdiff.mentions.values.quantities import write_plain
from newsdiff.model import Mention, Span

FEW = settings(max_examples=150, deadline=None, derandomize=True)


def mentions(text: str) -> list[Mention]:
    return list(find_numbers(text, tokens(text), 7, Span(0, len(text))))


def read(text: str) -> list[tuple[str, str]]:
    """The words and the key of each number."""
    return [(text[slice(*m.span)], m.key) for m in mentions(text)]


def keys(text: str) -> list[str]:
    return [mention.key for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "words", "key", "rule"),
    [
        ("They saw 12 boats.", "12", "12 boat", "count"),
        ("They saw twelve boats.", "twelve", "12 boat", "count"),
        ("They saw 1,204 boats.", "1,204", "1204 boat", "count"),
        ("They saw 2.5 boats.", "2.5", "2.5 boat", "count"),
        ("They saw 12k boats.", "12k", "12000 boat", "count"),
        ("They paid $2.4 billion.", "$2.4 billion", "2400000000$", "money"),
        ("They paid $.5 here.", "$.5", "0.5$", "money"),
        ("They paid 5 euros.", "5 euros", "5€", "money"),
        ("They paid US$ 5 here.", "US$ 5", "5$", "money"),
        ("They paid ₽5 here.", "₽5", "5 ruble", "money"),
        ("It rose 40%.", "40%", "40%", "percentage"),
        ("It rose 40 per cent.", "40 per cent", "40%", "percentage"),
        ("It is 12 km long.", "12 km", "12000 metre", "measure"),
        ("It is her 7th boat.", "7th", "7th", "ordinal"),
        ("They saw dozens of boats.", "dozens", "24 boat", "vague"),
        ("They saw 12-14 boats.", "12-14", "12/14 boat", "range"),
        ("They saw 12 to 14 boats.", "12 to 14", "12/14 boat", "range"),
        ("They saw between 12 and 14 boats.", "12 and 14", "12/14 boat", "range"),
        ("They rose 12-14%.", "12-14%", "12/14%", "range"),
        ("They won 3-1 there.", "3-1", "3-1", "score"),
        ("They used Article 5 there.", "Article 5", "article 5", "designator"),
        ("They used (Article 5) there.", "Article 5", "article 5", "designator"),
    ],
)
def test_numbers_have_a_key(text: str, words: str, key: str, rule: str) -> None:
    (found,) = mentions(text)
    assert (text[slice(*found.span)], found.key) == (words, key)
    assert (found.rule, found.sentence) == (rule, 7)


@pytest.mark.parametrize(
    "text",
    [
        "They called 555-12-34 there.",
        "They saw 12px there.",
        "They used a 3.a there.",
        "They wrote 12/13 there.",
        "They wrote 12@home there.",
        "They saw one boat, the first.",
        "They saw the two.",
        "They saw the two of them.",
        "No figures here.",
        "",
    ],
)
def test_what_only_looks_like_a_number_is_none(text: str) -> None:
    assert read(text) == []


def test_the_two_with_a_noun_are_counted() -> None:
    assert keys("They saw the two boats.") == ["2 boat"]
    assert keys("They saw the 2.") == ["2"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They saw 12 and 14 boats.", ["12", "14 boat"]),
        ("They saw 14 to 12 boats.", ["14", "12 boat"]),
        ("They sold 12 boats to 14 people.", ["12 boat", "14 person"]),
        ("They used Article 5 to 7 there.", ["article 5", "7"]),
        ("They saw 2 to 3 to 5 boats.", ["2/3", "5 boat"]),
        ("It fell 2 to 3 million.", ["2000000/3000000"]),
        ("From 50 to $2 million there.", ["50", "2000000$"]),
        ("From 500 to $2 million there.", ["500", "2000000$"]),
    ],
)
def test_two_numbers_are_one_where_they_are_the_ends_of_a_range(
    text: str, expected: list[str]
) -> None:
    assert keys(text) == expected


def test_a_number_has_its_value_unit_and_bound() -> None:
    (found,) = mentions("They paid more than $2.4 billion.")
    assert (found.resolved, found.unit, found.bound) == (2.4e9, "$", "more than")
    (vague,) = mentions("They saw dozens of boats.")
    assert (vague.resolved, vague.unit, vague.bound) == (24.0, "boat", "at least")
    (both,) = mentions("They saw 12-14 boats.")
    assert (both.resolved, both.unit, both.bound) == ("12/14", "boat", None)


def test_the_phrase_is_the_number_with_what_it_counts() -> None:
    text = "They saw 12 old boats."
    (found,) = mentions(text)
    assert found.phrase is not None
    assert text[slice(*found.phrase)] == "12 old boats"
    assert mentions("They paid $5 there.")[0].phrase is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.0, "12"), (12.5, "12.5"), (2.4e9, "2400000000"), (0.3333, "0.3333"), (0, "0")],
)
def test_a_number_in_digits_has_no_needless_point(value: float, text: str) -> None:
    assert write_plain(value) == text


PARTS = (
    "12 1,204 $2.4 billion twelve dozens of boats 40% per cent to - and between 3-1 "
    "Article 5 7th the two half a third B52 555-1234 US$ about more than . , ( )"
).split()


@FEW
@given(st.lists(st.sampled_from(PARTS), max_size=12), st.sampled_from([" ", ""]))
def test_numbers_lie_in_the_text_and_never_overlap(parts: list[str], gap: str) -> None:
    text = gap.join(parts)
    end = 0
    for found in mentions(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.key
        if found.phrase:
            assert found.phrase.start == found.span.start
            assert found.phrase.end >= found.span.end
        end = found.span.end
