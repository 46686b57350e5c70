"""Units of measure behind a figure: what they are compared in, and how much of it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from newsdiff.english.tables import table
from newsdiff.mentions.values.amounts import Line


class Unit(NamedTuple):
    """A unit as it was written."""

    name: str
    """What it is compared in: "metre" for a mile."""
    factor: float
    end: int
    """Where it ends in the text."""


@cache
def _units() -> dict[str, tuple[str, float]]:
    plain = {
        word.replace("_", " "): (name, float(factor))
        for name, words in table("units").items()
        if name not in ("exact", "attached", "races")
        for factor, spelled in words.items()
        for word in spelled.split()
    }
    return plain | {
        symbol: (name, float(factor))
        for part in ("exact", "attached")
        for symbol, (name, factor) in table("units")[part].items()
    }


@cache
def _pattern() -> re.Pattern[str]:
    data = table("units")
    special = {*data["exact"], *data["attached"]}
    plain = sorted((w for w in _units() if w not in special), key=len, reverse=True)
    words = "|".join(re.escape(w).replace(r"\ ", r"[\s-]") for w in plain)
    exact = "|".join(sorted(map(re.escape, data["exact"]), key=len, reverse=True))
    touching = "|".join(map(re.escape, data["attached"]))
    return re.compile(
        rf"(?:(?P<touching>{touching})(?![^\W_])(?!['’])"
        rf"|[\s-]?(?:(?P<word>(?i:{words}))|(?P<exact>{exact}))(?![^\W_])"
        r"(?!['’][a-rt-z]))"
    )


@cache
def _attached_money() -> re.Pattern[str]:
    words = "|".join(
        word for words in table("money")["cents"].values() for word in words.split()
    )
    return re.compile(rf"(?:{words}|yo)(?![^\W_])")


def is_unit(folded: str) -> bool:
    """Whether a folded word is the name of a unit of measure or of money."""
    return folded in _units() or folded in _money()


@cache
def _money() -> frozenset[str]:
    data = table("money")
    groups = (*data["words"].values(), *data["cents"].values())
    return frozenset(part for words in groups for part in re.split(r"[\s_]", words))


def find_unit(line: Line, place: int) -> Unit | None:
    """The unit of measure that stands at a place; None where none does."""
    match = _pattern().match(line.text, place, line.span.end)
    if match is None:
        return None
    word = match["word"]
    if word is not None:
        known = " ".join(re.sub(r"[\s-]", " ", word).casefold().split())
    else:
        known = match["exact"] or match["touching"]
    name, factor = _units()[known]
    return Unit(name, factor, match.end())


def begins_unit(line: Line, place: int) -> bool:
    """Whether letters that touch a figure are a unit: "6ft", "80p", not "12px"."""
    touching = _attached_money().match(line.text, place, line.span.end)
    return touching is not None or find_unit(line, place) is not None
