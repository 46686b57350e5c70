"""Countries, their capitals, people and governments; title and place words."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from typing import NamedTuple

from newsdiff.mentions.words import DATA


class Place(NamedTuple):
    """What a name in the gazetteer stands for."""

    code: str
    """ISO 3166 code of the country."""
    form: str
    """"names", "demonyms", "metonyms" or "capital"."""


@cache
def places() -> dict[str, Place]:
    """Every known spelling of a country, its people, capital or government."""
    countries = json.loads((DATA / "countries.json").read_text("utf-8"))
    aliases = tomllib.loads((DATA / "aliases.toml").read_text("utf-8"))
    found: dict[str, Place] = {}
    for table in (countries, aliases):
        for code, forms in table.items():
            for form, spellings in forms.items():
                for spelling in spellings:
                    found.setdefault(spelling, Place(code, form))
    return found


@cache
def longest_place() -> int:
    """Words of the longest spelling."""
    return max(len(spelling.split()) for spelling in places())


@cache
def name_words(group: str) -> frozenset[str]:
    """The words of one group of names.toml."""
    table = tomllib.loads((DATA / "names.toml").read_text("utf-8"))
    return frozenset(table[group].split())
