"""Places and organisations known by name."""

from __future__ import annotations

import pytest

from newsdiff.english.gazetteer import (
    Known,
    known_names,
    known_words,
    state_abbreviations,
)
from newsdiff.english.words import tokens
from newsdiff.mentions.names.casing import name_tokens
from newsdiff.model import Kind


def known(name: str) -> Known | None:
    """What a table knows of all of a name."""
    words = name_tokens(name, tokens(name))
    found = known_names().longest(words, 0)
    return found.value if found and found.size == len(words) else None


def key(name: str) -> str | None:
    found = known(name)
    return found and found.key


def form(name: str) -> str | None:
    found = known(name)
    return found and found.form


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Norway", "names"),
        ("Norwegian", "demonyms"),
        ("Norwegians", "demonyms"),
        ("Oslo", "capital"),
        ("White House", "seats"),
        ("Trondheim", "city"),
        ("Iowa", "state"),
        ("Ariz", "abbreviation"),
        ("Latin America", "region"),
        ("NATO", "bodies"),
        ("Senate", "government"),
        ("Zzyzxq", None),
    ],
)
def test_what_a_name_stands_for(name: str, expected: str | None) -> None:
    assert form(name) == expected


def test_a_country_its_people_and_its_capital_have_one_key() -> None:
    assert key("Norway") == key("Norwegian") == key("Norwegians") == key("Oslo")
    assert key("Sweden") != key("Norway")
    assert key("U.S.") == key("US") == key("United States") == key("Washington")


@pytest.mark.parametrize(
    "name", ["Norways", "Oslos", "Chineses", "Britishs", "Frenchs", "AZ"]
)
def test_only_a_people_has_a_plural_and_a_postal_code_is_no_name(
    name: str,
) -> None:
    assert known(name) is None


def test_a_seat_is_a_name_of_its_own_that_speaks_for_a_country() -> None:
    found = known("White House")
    assert found is not None
    assert (found.key, found.country) == ("place:white house", "US")


def test_bodies_have_the_key_of_all_their_spellings() -> None:
    assert key("UN") == key("U.N.") == key("United Nations") == "united nations"
    found = known("UN")
    assert found is not None
    assert (found.kind, found.country) == (Kind.ORGANIZATION, None)


@pytest.mark.parametrize("mark", ["'", "’"])
def test_a_name_with_a_possessive_is_known_however_it_is_cut(mark: str) -> None:
    for name, same in (
        (f"People{mark}s Republic of China", "China"),
        (f"Democratic People{mark}s Republic of Korea", "North Korea"),
    ):
        assert key(name) == key(same)
        words = tokens(name)
        found = known_names().longest(words, 0)
        assert found is not None
        assert (found.size, found.value.key) == (len(words), key(same))


def test_a_state_is_known_by_its_name_and_short_before_a_full_stop() -> None:
    assert key("Iowa") == "place:iowa"
    assert form("Californian") == form("Hawaiian") == "state"
    assert key("Ariz") == key("Arizona") == "place:arizona"
    assert form("Washington") == "capital"
    assert form("Miss") is None  # a common word


def test_abbreviations_of_states_have_no_last_full_stop() -> None:
    states = state_abbreviations()
    assert states["Ariz"] == states["AZ"] == states["Arizona"] == "place:arizona"
    assert states["Wash"] == states["WA"] == states["Washington"] == "place:washington"
    assert states["N.Y"] == "place:new york"
    assert not any(short.endswith(".") for short in states)


def test_cities_that_are_words_or_people_too_are_ambiguous() -> None:
    doubtful, sure = known("Jackson"), known("Trondheim")
    assert doubtful is not None
    assert sure is not None
    assert (doubtful.ambiguous, sure.ambiguous) == (True, False)
    assert "Trondheim" in known_words()
    assert "Jackson" not in known_words()


def test_known_words_are_single() -> None:
    assert {"US", "Norway", "NATO", "Norwegian"} <= known_words()
    assert not any(" " in word for word in known_words())


def test_places_have_keys_that_no_organization_has() -> None:
    for name in ("Norway", "Trondheim", "Iowa", "White House", "Latin America"):
        found = known(name)
        assert found is not None
        assert found.kind is Kind.PLACE
        assert found.key.startswith("place:")


@pytest.mark.parametrize(
    "names",
    [
        ("Mumbai", "Bombay"),
        ("Kolkata", "Calcutta"),
        ("Zaporizhzhia", "Zaporozhye"),
        ("Khan Younis", "Khan Yunis"),
        ("Munich", "München", "Munchen"),
        ("Gothenburg", "Göteborg", "Goteborg"),
        ("Malmö", "Malmo"),
        ("Eswatini", "Swaziland"),
        ("Ivory Coast", "Côte d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire", "Ivorian"),
        ("Turkey", "Türkiye", "Turkiye", "Turkish"),
        ("Sulawesi", "Celebes"),
        ("Glasgow", "Glaswegian"),
        ("Sardinia", "Sardinian"),
        ("Ohio", "Ohioan", "Ohioans"),
    ],
)
def test_a_place_has_one_key_under_each_of_its_names(names: tuple[str, ...]) -> None:
    assert len({key(name) for name in names}) == 1
    assert key(names[0]) is not None


def test_an_american_is_of_the_united_states_and_of_no_island() -> None:
    assert key("American") == key("Americans") == key("U.S.")
    assert key("American Samoan") == key("American Samoa") != key("Samoan")
    assert key("Dominican") == key("Dominican Republic")
    assert key("Nigerien") == key("Niger") != key("Nigerian")
    assert key("Congolese") == key("DRC")


def test_a_capital_knows_the_city_under_all_its_names() -> None:
    kyiv, kiev = known("Kyiv"), known("Kiev")
    assert kyiv
    assert kiev
    assert kyiv.city == kiev.city == "place:kyiv"


def test_another_name_of_a_city_is_as_doubtful_as_the_word() -> None:
    florence, firenze = known("Florence"), known("Firenze")
    assert florence
    assert firenze
    assert (florence.ambiguous, firenze.ambiguous) == (True, False)
    assert florence.key == firenze.key
