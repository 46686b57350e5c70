"""Places and organisations known by name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsdiff.english.lexicon import is_common_word, without_accents
from newsdiff.english.tables import Phrases, table
from newsdiff.english.words import DATA
from newsdiff.model import Kind


class Known(NamedTuple):
    """What a name in the tables stands for."""

    kind: Kind
    key: str
    form: str
    """names, demonyms, capital, seats, region, state, city; or the organisations'
    group: bodies, government, parties, companies, agencies, outlets."""
    country: str | None = None
    """ISO 3166 code of the country a place is, belongs to or speaks for."""
    ambiguous: bool = False
    """A city that is also a word or a person's name ("Jackson")."""
    city: str | None = None
    """Of a capital: the key of the city itself, whose government it may stand for."""


@cache
def known_names() -> Phrases[Known]:
    """Every name of the tables."""
    return Phrases(_entries())


@cache
def known_words() -> frozenset[str]:
    """Names of a single word that are not ambiguous: "US", "Russian", "NATO"."""
    return frozenset(
        name
        for name, known in _entries().items()
        if " " not in name and not known.ambiguous
    )


@cache
def _entries() -> dict[str, Known]:
    found: dict[str, Known] = {}
    for name, known in (*_organizations(), *_places()):
        found.setdefault(name, known)
        if "'" in name:
            found.setdefault(name.replace("'", "’"), known)
            found.setdefault(name.replace("'s ", " "), known)  # as names are cut
        if not name.isascii():
            found.setdefault(without_accents(name), known)
    return found


def _organizations() -> Iterator[tuple[str, Known]]:
    for group, bodies in table("organizations").items():
        for key, spellings in bodies.items():
            for spelling in spellings:
                yield spelling, Known(Kind.ORGANIZATION, key, group)


def _places() -> Iterator[tuple[str, Known]]:
    aliases = table("aliases")
    built = json.loads((DATA / "gazetteer.json").read_text("utf-8"))
    yield from _named(aliases["regions"], "region", None)
    yield from _states(aliases["states"])
    for countries in (aliases["countries"], built["countries"]):
        for code, forms in countries.items():
            yield from _country(code, forms)
    yield from _named(aliases["peoples"], "city", None)
    yield from _other_cities(aliases["cities"], built)
    for group in ("cities", "doubtful_cities"):
        doubtful = group == "doubtful_cities"
        for code, names in built[group].items():
            for name in names.split("|"):
                yield name, Known(Kind.PLACE, _key(name), "city", code, doubtful)


def _country(code: str, forms: dict[str, list[str]]) -> Iterator[tuple[str, Known]]:
    for form, spellings in forms.items():
        for spelling in spellings:
            key = _key(spelling) if form == "seats" else f"place:{code}"
            city = _key(spellings[0]) if form == "capital" else None
            yield spelling, Known(Kind.PLACE, key, form, code, city=city)
            if form == "demonyms" and not spelling.endswith(("s", "ese", "ish", "ch")):
                yield spelling + "s", Known(Kind.PLACE, key, form, code)


def _named(
    places: dict[str, list[str]], form: str, code: str | None
) -> Iterator[tuple[str, Known]]:
    for name, others in places.items():
        for spelling in (name, *others):
            yield spelling, Known(Kind.PLACE, _key(name), form, code)


def _other_cities(
    cities: dict[str, list[str]], built: dict[str, dict[str, str]]
) -> Iterator[tuple[str, Known]]:
    """Cities under their other names, in the countries of the built table."""
    doubtful = {
        name for names in built["doubtful_cities"].values() for name in names.split("|")
    }
    countries: dict[str, set[str]] = defaultdict(set)
    for group in ("doubtful_cities", "cities"):
        for code, names in built[group].items():
            for name in names.split("|"):
                countries[without_accents(name)].add(code)
    for name, others in cities.items():
        found = [countries.get(without_accents(s), set()) for s in (name, *others)]
        codes = set().union(*found)
        country = codes.pop() if len(codes) == 1 else None
        for spelling in (name, *others):
            known = Known(Kind.PLACE, _key(name), "city", country, spelling in doubtful)
            yield spelling, known


def _states(states: dict[str, list[str]]) -> Iterator[tuple[str, Known]]:
    """States of the US and their people; abbreviations only count after a comma."""
    for name, others in states.items():
        spellings = [s for s in others if not s.isupper() and "." not in s]
        for spelling in (name, *spellings):
            if name != "Washington":
                yield spelling, Known(Kind.PLACE, _key(name), "state", "US")
        for short in others:
            word = short.removesuffix(".")
            if word != short and word.isalpha() and not is_common_word(word.lower()):
                yield word, Known(Kind.PLACE, _key(name), "abbreviation", "US")


@cache
def state_abbreviations() -> dict[str, str]:
    """Abbreviation or name of a state, without its last full stop → its key."""
    return {
        spelling.rstrip("."): _key(name)
        for name, others in (
            *table("aliases")["states"].items(),
            ("Washington", ["Wash.", "WA"]),
        )
        for spelling in (name, *others)
    }


def _key(name: str) -> str:
    return f"place:{without_accents(name.casefold())}"
