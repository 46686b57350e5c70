"""Numbers in words, what a number counts, and how exactly it is meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.words import tokens
from newsdiff.mentions.values.quantities import (
    Quantity,
    bound_before,
    find_counted,
    find_spelled,
    singular_of,
)
from newsdiff.model import Span

FEW = settings(max_examples=150, deadline=None, derandomize=True)


def quantities(text: str) -> list[Quantity]:
    return list(find_spelled(text, tokens(text)))


def read(text: str) -> list[tuple[str, float, str | None]]:
    """The words, value and unit of each number in words."""
    return [(text[slice(*q.span)], q.value, q.unit) for q in quantities(text)]


def values(text: str) -> list[float]:
    return [quantity.value for quantity in quantities(text)]


def rules(text: str) -> list[str]:
    return [quantity.rule for quantity in quantities(text)]


def noun_of(text: str, number: str) -> tuple[str | None, str | None]:
    """What the number counts, and the number with its noun as it stands."""
    words, start = tokens(text), text.index(number)
    span = Span(start, start + len(number))
    after = sum(token.start < span.end for token in words)
    unit, phrase = find_counted(text, words, after, span)
    return unit, phrase and text[slice(*phrase)]


def bound(ahead: str) -> str | None:
    """How a number after these words is meant."""
    return bound_before(f"{ahead}40", len(ahead))


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("They saw twelve boats.", "twelve", 12),
        ("They saw twenty-one boats.", "twenty-one", 21),
        ("They saw twenty one boats.", "twenty one", 21),
        ("They saw three hundred and five boats.", "three hundred and five", 305),
        ("They saw two thousand boats.", "two thousand", 2000),
        ("They saw half a million boats.", "half a million", 500_000),
        ("They saw half a dozen boats.", "half a dozen", 6),
        ("They saw two dozen boats.", "two dozen", 24),
        ("They saw a dozen boats.", "dozen", 12),
        ("They saw a million boats.", "million", 1_000_000),
        ("They saw zero boats.", "zero", 0),
        ("They saw six-boat fleets.", "six", 6),
        ("They saw half a million", "half a million", 500_000),
    ],
)
def test_numbers_in_words_have_their_value(
    text: str, number: str, value: float
) -> None:
    assert read(text) == [(number, value, None)]
    assert rules(text) == ["words"]


def test_words_that_make_no_number_together_are_none() -> None:
    assert read("They saw one two boats.") == []
    assert read("no one came, and nobody left") == []
    assert read("") == []


def test_a_fraction_of_two_words_is_read_once() -> None:
    assert values("They lost two thirds thousand boats.") == [0.6667, 1000]


def test_numbers_with_a_mark_between_are_two() -> None:
    assert values("They saw two, three boats.") == [2, 3]
    assert values("They saw twenty. Three left.") == [20, 3]
    assert values("They saw two and three boats.") == [2, 3]
    assert values("They saw three hundred and many boats.") == [300]


def test_one_alone_counts_before_a_measure_only() -> None:
    assert read("They saw one boat.") == []
    for noun in ("day", "year", "mile", "point.", "seat,"):
        assert values(f"They won one {noun}") == [], noun
        assert values(f"They won twenty-one {noun}") == [21], noun
    assert read("They paid one dollar.") == [("one dollar", 1, "$")]
    assert values("They saw one hundred boats.") == [100]


@pytest.mark.parametrize(
    ("text", "number", "unit", "rule"),
    [
        ("It rose ten percent.", "ten percent", "%", "percentage"),
        ("It rose ten per cent.", "ten per cent", "%", "percentage"),
        ("It rose ten percentage points.", "ten percentage points", "", ""),
        ("They paid five million dollars.", "five million dollars", "$", "money"),
        ("They paid five euros.", "five euros", "€", "money"),
        ("It is ten km long.", "ten km", "kilometer", "words"),
    ],
)
def test_a_unit_after_a_number_belongs_to_it(
    text: str, number: str, unit: str, rule: str
) -> None:
    ((found, _, known),) = read(text)
    assert found == number
    assert known == (unit or "percentage point")
    assert rules(text) == [rule or "words"]


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("Half of the boats sank.", "Half", 0.5),
        ("Half the boats sank.", "Half", 0.5),
        ("Half the million was lost.", "Half", 0.5),
        ("Half a boat sank.", "Half", 0.5),
        ("A third of the boats sank.", "third", 0.3333),
        ("One quarter of it sank.", "quarter", 0.25),
        ("Two-thirds of the boats sank.", "Two-thirds", 0.6667),
        ("Two thirds of the boats sank.", "Two thirds", 0.6667),
    ],
)
def test_parts_of_a_whole(text: str, part: str, value: float) -> None:
    (found,) = [q for q in quantities(text) if q.rule == "fraction"]
    assert text[slice(*found.span)] == part
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    ["The second half was dull.", "In the third quarter it sank.", "Half, he said."],
)
def test_half_third_and_quarter_are_not_always_parts(text: str) -> None:
    assert "fraction" not in rules(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It is her seventh term.", [("seventh", 7.0, None)]),
        ("Seventh, he said.", []),
        ("The seventh of the boats.", []),
        ("The Seventh Fleet sailed.", []),
        ("He came seventh.", []),
        ("Her seventh, long term.", []),
    ],
)
def test_an_ordinal_counts_before_a_noun(
    text: str, found: list[tuple[str, float, None]]
) -> None:
    assert read(text) == found
    assert rules(text) == ["ordinal"] * len(found)


def test_vague_numbers_are_the_least_that_they_say() -> None:
    for phrase in ("dozens", "hundreds", "thousands"):
        ((_, value, _),) = read(f"They saw {phrase} of boats.")
        assert value == {"dozens": 24, "hundreds": 200, "thousands": 2000}[phrase]
        assert rules(f"They saw {phrase} of boats.") == ["vague"]


@pytest.mark.parametrize(
    ("text", "number", "unit", "phrase"),
    [
        ("12 boats sank", "12", "boat", "12 boats"),
        ("12 old wooden boats sank", "12", "boat", "12 old wooden boats"),
        ("12 of the boats sank", "12", None, None),
        ("12 of 30 boats sank", "12", None, None),
        ("12 of them sank", "12", None, None),
        ("12 of Norway's boats sank", "12", "boat", "12 of Norway's boats"),
        ("12 people left", "12", "person", "12 people"),
        ("12 a b c d boats", "12", None, None),
        ("12 (boats) sank", "12", None, None),
        ("12, boats sank", "12", None, None),
        ("a 12-boat fleet", "12", "boat", "12-boat"),
        ("a 12-year-old boat", "12", "year-old", "12-year-old"),
        ("12-13 boats", "12", None, None),
        ("12 U.N. boats sank", "12", "boat", "12 U.N. boats"),
        ("12 U.S. boats sank", "12", "boat", "12 U.S. boats"),
        ("12 U.S. The boats sank", "12", None, None),
        ("12 Kvists sank", "12", None, None),
        ("12 Boats sank", "12", "boat", "12 Boats"),
        ("12 old. Boats sank", "12", None, None),
        ("12 has it", "12", None, None),
        ("12 goes old boats", "12", "boat", "12 goes old boats"),
        ("12 bus", "12", None, None),
        ("12", "12", None, None),
    ],
)
def test_what_a_number_counts(
    text: str, number: str, unit: str | None, phrase: str | None
) -> None:
    assert noun_of(text, number) == (unit, phrase)


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("boats", "boat"),
        ("parties", "party"),
        ("ties", "tie"),
        ("churches", "church"),
        ("bushes", "bush"),
        ("classes", "class"),
        ("boxes", "box"),
        ("people", "person"),
        ("women", "woman"),
        ("class", "class"),
        ("boat", "boat"),
        ("s", "s"),
    ],
)
def test_the_singular_of_a_noun(plural: str, noun: str) -> None:
    assert singular_of(plural) == noun


@pytest.mark.parametrize(
    ("ahead", "meant"),
    [
        ("They saw about ", "about"),
        ("They saw About ", "about"),
        ("They saw at least ", "at least"),
        ("They saw more than ", "at least"),
        ("They saw up to ", "at most"),
        ("They saw more than a ", "at least"),
        ("They saw ", None),
        ("They saw about the ", None),
        ("They saw about", None),
        ("They saw gabout ", None),
        ("", None),
    ],
)
def test_how_exactly_a_number_is_meant(ahead: str, meant: str | None) -> None:
    assert bound(ahead) == meant


WORDS = (
    "one two twelve twenty-one hundred thousand million dozen dozens half third of a "
    "the seventh percent dollars and , . boats quarter two-thirds six-year he said per "
    "cent zero"
).split()


@FEW
@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_numbers_in_words_follow_each_other_in_the_text(words: list[str]) -> None:
    text = " ".join(words)
    end = 0
    for found in quantities(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.value >= 0
        end = found.span.end


@FEW
@given(st.integers(2, 99))
def test_any_number_to_a_hundred_is_read_with_and_without_its_hyphen(
    number: int,
) -> None:
    small = (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen "
        "fourteen fifteen sixteen seventeen eighteen nineteen"
    ).split()
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    for joint in ("-", " "):
        words = small[number] if number < 20 else tens[number // 10 - 2]
        if number >= 20 and number % 10:
            words += joint + small[number % 10]
        assert read(f"They saw {words} boats.") == [(words, number, None)]
