"""Noun phrases that name a source."""

from __future__ import annotations

import re

import pytest

from newsdiff.english.words import tokens
from newsdiff.mentions.statements.sources import Row, Source, ahead, named, row_of
from newsdiff.model import Kind, Mention, Span

NAMES = {
    "Lena Kvist": (Kind.PERSON, "given-name", None),
    "Tarn Council": (Kind.ORGANIZATION, "organization-word", None),
    "White House": (Kind.PLACE, "known-seats", "US"),
    "Norway": (Kind.PLACE, "known-names", "NO"),
    "Reuters": (Kind.ORGANIZATION, "known-agencies", None),
    "Clean Act": (Kind.ORGANIZATION, "thing-word", None),
}
"""The names that these sentences hold: kind, rule and country."""


def mentions(text: str) -> list[Mention]:
    return [
        Mention(
            kind=NAMES[match.group()][0],
            span=Span(*match.span()),
            sentence=0,
            key=match.group().lower(),
            rule=NAMES[match.group()][1],
            resolved=NAMES[match.group()][2],
        )
        for match in re.finditer("|".join(NAMES), text)
    ]


def row(text: str) -> Row:
    return row_of(text, tokens(text), mentions(text))


def words(text: str) -> list[str]:
    """The units of a sentence."""
    return [text[unit.start : unit.end] for unit in row(text).units]


def source(text: str) -> tuple[str, str, str] | None:
    """Words, key and kind of the source that begins a sentence."""
    found = ahead(row(text), 0)
    return found and (text[slice(*found.span)], found.key, found.kind)


def only(name: str) -> Source:
    (mention,) = mentions(name)
    return named(mention)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lena Kvist said so.", ("Lena Kvist", "lena kvist", "person")),
        ("Norway said so.", ("Norway", "place:NO", "place")),
        ("White House said so.", ("White House", "place:US", "place")),
        ("Reuters said so.", ("Reuters", "reuters", "outlet")),
        ("officials said so.", ("officials", "official", "unnamed")),
        ("a senior official said so.", ("official", "official", "unnamed")),
        ("a report said so.", ("report", "report", "report")),
        ("senators said so.", ("senators", "senator", "unnamed")),
        (
            "White House officials said so.",
            ("White House officials", "official of place:US", "unnamed"),
        ),
        (
            "Norway's senior officials said so.",
            ("Norway's senior officials", "official of place:NO", "unnamed"),
        ),
        (
            "officials of Norway said so.",
            ("officials of Norway", "official of place:NO", "unnamed"),
        ),
        (
            "a spokesman for the Tarn Council said so.",
            (
                "spokesman for the Tarn Council",
                "spokesperson of tarn council",
                "unnamed",
            ),
        ),
        ("Reuters news agency said so.", ("Reuters news agency", "reuters", "outlet")),
        ("Lena Kvist spokesman said so.", ("Lena Kvist", "lena kvist", "person")),
        (
            "Lena Kvist's spokesman said so.",
            ("Lena Kvist's spokesman", "spokesperson of lena kvist", "unnamed"),
        ),
        ("ambassador Lena Kvist said so.", ("Lena Kvist", "lena kvist", "person")),
        (
            "Norway ambassador Lena Kvist said so.",
            ("Lena Kvist", "lena kvist", "person"),
        ),
        (
            "ambassador to the White House Lena Kvist said so.",
            ("Lena Kvist", "lena kvist", "person"),
        ),
        ("officials, Norway said so.", ("officials", "official", "unnamed")),
        ("officials, of Norway, said so.", ("officials", "official", "unnamed")),
        ("government officials said so.", ("officials", "official", "unnamed")),
        ("the government said so.", ("government", "government", "unnamed")),
        ("the government", ("government", "government", "unnamed")),
        (
            "Norway government officials said so.",
            ("Norway government officials", "official of place:NO", "unnamed"),
        ),
        (
            "Norway's government said so.",
            ("Norway's government", "government of place:NO", "unnamed"),
        ),
        ("Norway, the officials said so.", ("Norway", "place:NO", "place")),
        ("Norway boats officials said so.", ("Norway", "place:NO", "place")),
        ("Norway's senior senior senior officials.", ("Norway", "place:NO", "place")),
        (
            "a senior senior senior senior official.",
            ("official", "official", "unnamed"),
        ),
        ("a senior senior senior senior senior official.", None),
        ("Norway boats said so.", ("Norway", "place:NO", "place")),
        ("Norway, officials said so.", ("Norway", "place:NO", "place")),
        ("Clean Act said so.", None),
        ("boats said so.", None),
        ("the", None),
    ],
)
def test_the_source_that_a_phrase_names(
    text: str, expected: tuple[str, str, str] | None
) -> None:
    assert source(text) == expected


def test_a_name_is_one_unit_and_short_brackets_are_passed_over() -> None:
    assert words("Then Lena Kvist (D-Tarn) said so.") == [
        "Then",
        "Lena Kvist",
        "said",
        "so",
    ]
    assert words("") == []


def test_a_title_is_part_of_its_name_and_what_it_holds_is_no_unit() -> None:
    text = "Then Norway minister Lena Kvist said so."
    norway, kvist = mentions(text)
    titled = Mention(
        kind=kvist.kind,
        span=kvist.span,
        sentence=0,
        key=kvist.key,
        rule=kvist.rule,
        phrase=Span(norway.span.start, kvist.span.end),
    )
    units = row_of(text, tokens(text), [norway, titled]).units
    assert [text[unit.start : unit.end] for unit in units] == [
        "Then",
        "Norway minister Lena Kvist",
        "said",
        "so",
    ]


def test_what_stands_beside_a_unit() -> None:
    there = row("Lena Kvist's boats (two), officials said.")
    assert [there.word(k) for k in range(-1, len(there) + 1)] == [
        *("", "", "boats", "officials", "said", "")
    ]
    assert there.name(0) is not None
    assert there.name(1) is there.name(99) is None
    assert (there.owns(0), there.owns(1)) == (True, False)
    assert (there.gap(1), there.gap(2)) == ("'s ", ", ")
    assert [there.is_close(k) for k in range(5)] == [False, True, False, True, False]


def test_a_name_as_a_source() -> None:
    assert (only("Norway").key, only("White House").key) == ("place:NO", "place:US")
    assert (only("Reuters").kind, only("Tarn Council").kind) == (
        "outlet",
        "organization",
    )
