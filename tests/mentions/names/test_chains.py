"""A run of capitals read as names: title and person, body, place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdiff.english.gazetteer import known_names
from newsdiff.english.words import tokens
from newsdiff.mentions.names.chains import (
    Candidate,
    kind_of_words,
    read_chain,
)
from newsdiff.mentions.names.keys import body_key, person_key
from newsdiff.mentions.names.runs import Run
from newsdiff.mentions.names.units import Unit
from newsdiff.model import Kind

PERSON, BODY, PLACE = Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE
FEW = settings(max_examples=100, deadline=None, derandomize=True)


class Name(NamedTuple):
    """What a test asks of a candidate."""

    kind: Kind | None
    words: str
    title: str | None = None
    in_title: bool = False


def run_of(text: str) -> Run:
    """All of a text as one run: what a table knows as a unit, else word by word."""
    words = tokens(text)
    units, i = [], 0
    while i < len(words):
        match = known_names().longest(words, i)
        size = match.size if match else 1
        known = match.value if match else None
        units.append(Unit(i, i + size, known, words[i + size - 1].folded))
        i += size
    return Run(words, tuple(units))


def candidates(text: str) -> list[Candidate]:
    return list(read_chain(run_of(text)))


def names(text: str) -> list[Name]:
    return [
        Name(
            kind=found.kind,
            words=text[slice(*found.span)],
            title=found.title and text[slice(*found.title)],
            in_title=found.in_title,
        )
        for found in candidates(text)
    ]


def rules(text: str) -> list[str]:
    return [found.rule for found in candidates(text)]


def keys(text: str) -> list[str]:
    return [found.key for found in candidates(text)]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("President", "Kvist"),
        ("Mayor", "Lena Kvist"),
        ("Foreign Minister", "Olga Varga"),
        ("Deputy Chief", "Kvist Holm Lund"),
        ("Secretary of State", "Lena Kvist"),
        ("Secretary of State for Trade", "Lena Kvist"),
        ("Director of Intelligence", "Kvist"),
        ("Prime Minister", "Lena Maria Kvist Holm Lund"),
        ("Sen", "Bergen Kvist"),
        ("Editor", "Olga Bloomberg"),
    ],
)
def test_what_stands_before_a_person_s_name_is_the_title(title: str, name: str) -> None:
    text = f"{title} {name}"
    assert names(text) == [Name(PERSON, name, title)]
    assert rules(text) == ["title"]


def test_bodies_and_places_in_a_title_are_names_of_their_own() -> None:
    assert names("Norwegian Foreign Minister Olga Varga") == [
        Name(PLACE, "Norwegian", in_title=True),
        Name(PERSON, "Olga Varga", "Norwegian Foreign Minister"),
    ]
    assert names("Senate Majority Leader Olga Varga") == [
        Name(BODY, "Senate", in_title=True),
        Name(PERSON, "Olga Varga", "Senate Majority Leader"),
    ]


@pytest.mark.parametrize(
    "text",
    ["Lena Bishop", "Lena King Jr", "Lena Maria King", "Lena Maria Ann Olga King"],
)
def test_a_surname_may_be_a_title_s_word(text: str) -> None:
    assert names(text) == [Name(PERSON, text)]
    assert rules(text) == ["given-name"]


@pytest.mark.parametrize("text", ["Prime Minister", "President", "Foreign Minister"])
def test_a_title_alone_is_no_name(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("President Norway", PLACE, "Norway"),
        ("Mayor NATO", BODY, "NATO"),
        ("President Bloomberg", BODY, "Bloomberg"),
        (
            "Mayor Kvist Holm Lund Dahl Tarn Varga",
            BODY,
            "Kvist Holm Lund Dahl Tarn Varga",
        ),
        ("Coach Kvist Trophy", BODY, "Kvist Trophy"),
        ("Chief Kvist Committee", BODY, "Chief Kvist Committee"),
    ],
)
def test_what_can_be_no_person_has_no_title(text: str, kind: Kind, name: str) -> None:
    assert names(text) == [Name(kind, name)]


def test_a_country_or_what_follows_a_name_begins_no_person_s_name() -> None:
    assert names("President Norway Kvist") == [
        Name(PLACE, "Norway"),
        Name(None, "Kvist"),
    ]
    assert names("Mayor Jr") == [Name(None, "Jr")]
    assert names("Lena NATO") == [Name(None, "Lena"), Name(BODY, "NATO")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lena Kvist MP", Name(PERSON, "Lena Kvist MP")),
        ("Kvist OBE", Name(PERSON, "Kvist OBE")),
        ("Dame Lena Kvist DBE KC", Name(PERSON, "Lena Kvist DBE KC", "Dame")),
        ("Jr Lena Kvist", Name(PERSON, "Lena Kvist")),
        ("Mayor of Zzyzxq Lena Kvist", Name(PERSON, "Lena Kvist", "Mayor of Zzyzxq")),
        ("Mr King", Name(PERSON, "King", "Mr")),
        ("DI Lena Kvist", Name(PERSON, "Lena Kvist")),
        ("Ex-Mayor Kvist", Name(PERSON, "Kvist", "Ex-Mayor")),
    ],
)
def test_letters_belong_to_a_person(text: str, found: Name) -> None:
    assert names(text) == [found]


@pytest.mark.parametrize(
    "text",
    ["Jr", "Deputy Mayor", "MP", "Sr Jr", "Chief Justice", "Member of Parliament"],
)
def test_titles_and_suffixes_alone_are_nobody(text: str) -> None:
    assert names(text) == []


def test_who_governs_a_place_is_not_called_like_it() -> None:
    assert names("Mayor of Zzyzxq") == [Name(None, "Zzyzxq")]


def test_a_congress_of_its_own_is_one_body() -> None:
    assert names("Miners Union Congress") == [Name(BODY, "Miners Union Congress")]
    assert names("Congress") == [Name(BODY, "Congress")]


def test_a_title_in_the_middle_parts_two_names() -> None:
    assert names("Kvist Minister of") == [Name(None, "Kvist")]
    assert [name.words for name in names("Zzyzxq President Qxzzyq Treaty")] == [
        "Zzyzxq",
        "Qxzzyq Treaty",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Herring Board",
        "Herring Board of Norway",
        "Department of Fisheries",
        "Norwegian Salmon Committee",
        "Institute for Marine Research",
        "Kvist Industries",
    ],
)
def test_a_run_with_a_body_s_word_is_an_organization(text: str) -> None:
    assert names(text) == [Name(BODY, text)]
    assert rules(text) == ["organization-word"]


def test_a_nationality_before_a_plain_body_is_a_place_of_its_own() -> None:
    for text, place, body in (
        ("Norwegian Defense Ministry", "Norwegian", "Defense Ministry"),
        ("Norway Police", "Norway", "Police"),
        ("Swedish Senate", "Swedish", "Senate"),
    ):
        assert names(text) == [Name(PLACE, place), Name(BODY, body)], text
    assert names("Bergen Police") == [Name(BODY, "Bergen Police")]


def test_one_body_word_alone_leaves_the_kind_open() -> None:
    assert names("Board") == [Name(None, "Board")]


@pytest.mark.parametrize(
    ("text", "kind", "rule"),
    [
        ("Clean Harbour Act", BODY, "thing-word"),
        ("Kvist Trophy", BODY, "thing-word"),
        ("Lena Kvist", PERSON, "given-name"),
        ("Lena Lake", PERSON, "given-name"),
        ("Lena Kvist Bridge", PLACE, "place-word"),
        ("Tarnholm River", PLACE, "place-word"),
        ("Lake Tarnholm", PLACE, "place-word"),
        ("Pier 33", PLACE, "place-word"),
        ("Norway Street", PLACE, "place-word"),
        ("Downtown Bergen", PLACE, "direction"),
        ("Voice of America", BODY, "capitals"),
        ("Zzyzxq of America", BODY, "capitals"),
        ("Zzyzxq for America", BODY, "capitals"),
        ("Oslo Rising", BODY, "capitals"),
        ("America Rising", BODY, "capitals"),
        ("Gregory A Zzyzxq", PERSON, "given-name"),
        ("Zzyzxq A Qxzzyq", PERSON, "initial"),
        ("Zzyzxq Qxzzyq Jr", PERSON, "suffix"),
        ("Zzyzxq Qxzzyq", PERSON, "capitals"),
    ],
)
def test_several_words_of_one_kind_are_one_name(
    text: str, kind: Kind, rule: str
) -> None:
    assert names(text) == [Name(kind, text)]
    assert rules(text) == [rule]


def test_one_unknown_word_leaves_the_kind_open() -> None:
    assert names("Zzyzxq") == [Name(None, "Zzyzxq")]


@pytest.mark.parametrize("text", ["Norway", "NATO", "White House", "Oslo"])
def test_what_a_table_knows_is_what_it_says(text: str) -> None:
    (found,) = candidates(text)
    assert found.known is not None
    assert (found.kind, found.key) == (found.known.kind, found.known.key)
    assert found.rule == f"known-{found.known.form}"
    assert text[slice(*found.span)] == text


def test_known_names_come_apart_from_the_words_around_them() -> None:
    assert names("Zzyzxq Norway Qxzzyq Kxwvvj") == [
        Name(None, "Zzyzxq"),
        Name(PLACE, "Norway"),
        Name(PERSON, "Qxzzyq Kxwvvj"),
    ]
    assert names("Norwegian Lena Kvist") == [
        Name(PLACE, "Norwegian"),
        Name(PERSON, "Lena Kvist"),
    ]


def test_a_place_that_is_no_country_makes_a_name_only_where_it_comes_first() -> None:
    assert names("Rising Oslo") == [Name(None, "Rising"), Name(PLACE, "Oslo")]
    assert names("Zzyzxq Norway") == [Name(None, "Zzyzxq"), Name(PLACE, "Norway")]


def test_words_that_only_custom_capitalises_are_no_names() -> None:
    assert names("Western Norway") == [Name(PLACE, "Norway")]
    assert names("Norway Western Zzyzxq") == [
        Name(PLACE, "Norway"),
        Name(PERSON, "Western Zzyzxq"),
    ]
    assert names("Norway Internet") == [Name(PLACE, "Norway")]
    assert names("Norway Former") == [Name(PLACE, "Norway")]
    assert names("PAC America Rising") == [Name(BODY, "America Rising")]


def test_small_words_at_the_ends_are_left_out() -> None:
    assert names("of Zzyzxq and") == [Name(None, "Zzyzxq")]
    assert names("the Lena Kvist for") == [Name(PERSON, "Lena Kvist")]
    assert names("of the") == []


@pytest.mark.parametrize(
    ("words", "kind", "rule"),
    [
        ("zzyzxq", None, "capitals"),
        ("lena zzyzxq", PERSON, "given-name"),
        ("zzyzxq qxzzyq kxwvvj vwkkjv", PERSON, "capitals"),
        ("zzyzxq qxzzyq kxwvvj vwkkjv wkvvjx", BODY, "capitals"),
        ("lena qxzzyq kxwvvj vwkkjv wkvvjx", PERSON, "given-name"),
        ("lena qxzzyq kxwvvj vwkkjv wkvvjx zzyzxq", BODY, "capitals"),
        ("winter zzyzxq", PERSON, "capitals"),
        ("hurricane zzyzxq", BODY, "capitals"),
        ("zzyzxq water", BODY, "capitals"),
        ("winter water", BODY, "capitals"),
        ("zzyzxq qxzzyq water", BODY, "capitals"),
    ],
)
def test_kind_of_words(words: str, kind: Kind | None, rule: str) -> None:
    assert kind_of_words(words.split()) == (kind, rule)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("lena kvist", "lena kvist"),
        ("lena m kvist", "lena kvist"),
        ("lena kvist jr", "lena-jr kvist"),
        ("lena kvist iii", "lena-iii kvist"),
        ("lena kvist phd", "lena kvist"),
        ("kvist jr", "kvist"),
        ("lena kvist-holm", "lena kvist holm"),
        ("léna kvíst", "lena kvist"),
        ("j. kvist", "j kvist"),
        ("olga iii", "olga iii"),
        ("k", "k"),
        ("jr", "jr"),
    ],
)
def test_key_of_a_person(name: str, key: str) -> None:
    assert person_key(name.split()) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("herring board", "herring board"),
        ("department of fisheries", "fisheries department"),
        ("department of the interior", "interior department"),
        ("ministry of defence", "defense ministry"),
        ("board of trade", "trade board"),
        ("department for trade", "trade department"),
        ("kvíst-holm board", "kvist holm board"),
    ],
)
def test_key_of_a_body(name: str, key: str) -> None:
    assert body_key(name.split()) == key


def test_places_have_keys_of_their_own() -> None:
    assert keys("Pier 33") == ["place:pier 33"]
    assert keys("Department of Fisheries") == ["fisheries department"]
    assert keys("Lena M Kvist") == ["lena kvist"]


PARTS = (
    "President Minister Deputy Former Lena Kvist Holm Jr Norway Norwegian Bergen NATO "
    "Senate Board Committee Department Act Lake River Pier 33 Downtown Western of for "
    "and the & America Rising Winter A King Bloomberg Hurricane Police PAC"
).split()


@FEW
@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8))
def test_names_of_a_run_lie_in_it_one_after_the_other(parts: Sequence[str]) -> None:
    text = " ".join(parts)
    end = 0
    for found in candidates(text):
        assert end <= found.span.start < found.span.end <= len(text)
        assert found.key
        assert found.words == tuple(t.folded for t in tokens(text, *found.span))
        if found.title:
            assert found.kind is PERSON
            assert found.title.end < found.span.start
        end = found.span.end
