"""Names in lines whose capitals tell nothing."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.words import tokens
from newsdiff.mentions.names.casing import Casing, Style, name_tokens
from newsdiff.mentions.names.chains import Candidate
from newsdiff.mentions.names.headlines import HeadlineReader
from newsdiff.model import Kind, Span

PERSON, BODY, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE
FEW = settings(max_examples=100, deadline=None, derandomize=True)


class Name(NamedTuple):
    """What a test asks of a candidate."""

    words: str
    kind: Kind | None
    rule: str


def candidates(
    line: str, *told: str, people: str = "", chain: str = ""
) -> tuple[str, list[Candidate]]:
    """A text of a headline and some sentences, and the names of the headline.

    Args:
        line: The headline.
        told: The sentences.
        people: Words of people's names that are known from them.
        chain: A person's name that is known from them.
    """
    text = "\n".join([line, *told])
    lines, start = [], 0
    for sentence in (line, *told):
        inside = tokens(text, start, start + len(sentence))
        lines.append(name_tokens(text, inside))
        start += len(sentence) + 1
    words = tuple(chain.casefold().split())
    known = Candidate(
        PERSON, Span(0, 0), Span(0, 0), "key", "title", None, words, in_title=True
    )
    reader = HeadlineReader(
        text,
        Casing(text, lines[1:]),
        set(people.split()),
        {words: known} if words else {},
    )
    style = Style.CAPITALS if line.isupper() else Style.TITLE
    return text, list(reader.names(lines[0], style))


def names(line: str, *told: str, people: str = "", chain: str = "") -> list[Name]:
    text, found = candidates(line, *told, people=people, chain=chain)
    return [Name(text[slice(*c.span)], c.kind, c.rule) for c in found]


def words(line: str, *told: str, people: str = "", chain: str = "") -> str:
    return "|".join(n.words for n in names(line, *told, people=people, chain=chain))


def test_what_is_no_english_word_is_a_name() -> None:
    assert names("Zzyzxq Closes Old Water Works") == [Name("Zzyzxq", None, "capitals")]
    assert names("Old Zzyzxq Qxzzyq Closes") == [
        Name("Zzyzxq Qxzzyq", PERSON, "capitals")
    ]
    assert words("Old Water Works Closes") == ""


def test_what_the_article_writes_small_is_no_name() -> None:
    assert words("Zzyzxq Closes Works", "They drank zzyzxq.") == ""
    assert words("Lena Zzyzxq Closes", "They drank zzyzxq.") == "Lena"


def test_a_name_of_the_article_s_sentences_is_found_again() -> None:
    line = "Old Water Works Closes"
    assert words(line, chain="Water Works") == "Water Works"
    _, (found,) = candidates(line, chain="Water Works")
    assert (found.kind, found.key, found.rule) == (PERSON, "key", "title")
    assert (found.title, found.in_title) == (None, False)
    assert words("OLD WATER WORKS CLOSES", chain="Water Works") == "WATER WORKS"
    long = "Zzyz Zzyy Zzyx Zzyw Zzyv Zzyu"
    assert words(f"Old {long} Closes", chain=long) == long


def test_a_word_of_a_known_person_is_a_name_unless_it_is_a_word() -> None:
    line = "Old Water Closes"
    assert words(line) == ""
    assert words(line, people="water") == "Water"
    assert words(line, "They drank water.", people="water") == ""
    assert words("Old Zzyzxq Closes", "A zzyzxq.", people="zzyzxq") == "Zzyzxq"


@pytest.mark.parametrize(
    ("line", "told", "expected"),
    [
        ("Norway Closes Old Works", (), "Norway"),
        ("White House Closes Old Works", (), "White House"),
        ("Turkey Closes Old Works", (), ""),
        ("Turkey Closes Old Works", ("We flew to Turkey.",), "Turkey"),
        ("Old Works of US Closes", (), "US"),
        ("Who Closes Old Works", (), ""),
        ("Senate Closes Old Works", (), "Senate"),
        ("Republicans Closes Old Works", (), "Republicans"),
        ("Jackson Closes Old Works", (), "Jackson"),
        ("NORWAY CLOSES OLD WORKS", (), "NORWAY"),
        ("TURKEY CLOSES OLD WORKS", (), ""),
        ("US CLOSES OLD WORKS OF THE WHO", (), ""),
    ],
)
def test_a_known_name_is_meant_unless_it_may_be_a_word(
    line: str, told: tuple[str, ...], expected: str
) -> None:
    assert words(line, *told) == expected


def test_known_names_say_what_they_are() -> None:
    assert names("Old Norway Works With NATO") == [
        Name("Norway", PLACE, "known-names"),
        Name("NATO", BODY, "known-bodies"),
    ]
    assert names("Jackson Closes Works") == [Name("Jackson", None, "capitals")]
    assert names("Bergen Closes Works", people="bergen") == [
        Name("Bergen", None, "capitals")
    ]


def test_a_known_name_ends_a_name_that_is_not_known() -> None:
    assert names("Old Zzyzxq Norway Works") == [
        Name("Zzyzxq", None, "capitals"),
        Name("Norway", PLACE, "known-names"),
    ]


def test_an_acronym_among_words_is_a_name() -> None:
    assert words("Old WTF Works Closes") == "WTF"
    assert words("Old SAW Works Closes") == "SAW"
    assert words("Old SAW Works Closes", "They saw it.") == ""
    assert words("Old 33 Works Closes") == ""
    assert words("OLD SAW WORKS CLOSES") == ""


def test_a_given_name_that_is_a_word_needs_a_surname() -> None:
    assert words("Old Mark Zzyzxq Closes") == "Mark Zzyzxq"
    assert words("Old Mark Closes") == ""
    assert words("Old Works of Mark") == ""
    assert words("Old Mark and Zzyzxq Closes") == "Zzyzxq"
    assert words("Old Mark Zzyzxq Closes", "They mark it.") == "Zzyzxq"


def test_a_title_before_a_single_word_makes_a_person() -> None:
    assert names("Mayor Zzyzxq Closes Works") == [Name("Zzyzxq", PERSON, "title")]
    assert names("Old Zzyzxq Closes Works") == [Name("Zzyzxq", None, "capitals")]
    assert names("Mayor Lena Zzyzxq Closes") == [
        Name("Lena Zzyzxq", PERSON, "given-name")
    ]


def test_marks_part_names_but_for_the_full_stop_of_an_initial() -> None:
    assert words("Old Zzyzxq, Qxzzyq Closes") == "Zzyzxq|Qxzzyq"
    assert words("Old Zzyzxq. Qxzzyq Closes") == "Zzyzxq. Qxzzyq"
    assert words("Old Zzyzxq: Qxzzyq Closes") == "Zzyzxq|Qxzzyq"


def test_calendar_and_customary_capitals_are_no_names() -> None:
    assert words("Monday June Closes Internet") == ""
    assert words("Old TV and GDP Works") == ""
    assert words("zzyzxq Closes Works") == ""


PARTS = (
    "Zzyzxq Lena Old Closes US WHO Norway White House Turkey Jackson Mark Mayor and "
    "of , 33 June Internet SAW Water Works"
).split()


@FEW
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=9), st.booleans())
def test_names_of_a_line_follow_each_other(parts: list[str], capitals: bool) -> None:
    line = " ".join(parts)
    text, found = candidates(line.upper() if capitals else line, "Water rose.")
    end = 0
    for candidate in found:
        assert end <= candidate.span.start < candidate.span.end <= len(line)
        inside = tokens(text, *candidate.span)
        assert candidate.words == tuple(token.folded for token in inside)
        assert candidate.key
        end = candidate.span.end
