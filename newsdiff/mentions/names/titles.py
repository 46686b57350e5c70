"""Where titles end and a person's name begins: "Secretary of State | Lena Kvist"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.english.lexicon import (
    is_common_word,
    is_given_name,
    is_modifier,
    is_title,
)
from newsdiff.english.tables import word_group
from newsdiff.mentions.names.keys import is_suffix
from newsdiff.mentions.names.units import Unit
from newsdiff.model import Kind

LONGEST_NAME: Final = 5
"""Words of a person's name; longer runs of capitals are titles of things."""


def ends_in_title(units: Sequence[Unit]) -> bool:
    """A person whose surname is a title's word: "Martin Luther King Jr."."""
    if not (is_given_name(units[0].folded) and all(unit.is_word for unit in units)):
        return False
    name = [u.folded for u in units if not is_suffix(u.folded)]
    titles = [word for word in name if is_title(word)]
    return 1 < len(name) <= LONGEST_NAME and titles == name[-1:] and titles != name[:1]


def title_end(units: Sequence[Unit]) -> int | None:
    """Index of the first unit of the person's name after a title; None without."""
    last = len(units)
    while last > 1 and is_suffix(units[last - 1].folded):
        last -= 1
    for i in range(last - 2, -1, -1):
        if not (units[i].is_word and is_title(units[i].folded)):
            continue
        start = i + 1
        if units[start].folded == "of":
            start = _after_of(units, start + 2)
        name = units[start:]
        if _may_be_person(name) and not _is_mere_title(units[i], name):
            return start
        return None
    return None


def _is_mere_title(title: Unit, name: Sequence[Unit]) -> bool:
    """Whether the "name" is the rest of a title: "Deputy Mayor", not "Mr King"."""
    if title.folded in word_group("names", "forms"):
        return False
    return all(is_title(u.folded) or is_modifier(u.folded) for u in name)


def _after_of(units: Sequence[Unit], i: int) -> int:
    """Where the name begins after "Secretary of State", "Mayor of Hallin"."""
    while i < len(units) and not (
        units[i].is_word
        and (is_given_name(units[i].folded) or not is_common_word(units[i].folded))
    ):
        i += 1
    return i


def _may_be_person(name: Sequence[Unit]) -> bool:
    if not name or len(name) > LONGEST_NAME or name[0].folded in ("of", "for", "and"):
        return False
    if any(is_body_name(name, i) for i in range(len(name))):
        return False
    first = name[0]
    if is_suffix(first.folded):
        return False
    if any(unit.folded in ("of", "for") for unit in name):
        return False
    if first.known and (len(name) == 1 or not _may_be_given(first)):
        return False
    last = name[-1].folded
    return not any(
        last in word_group("names", group) for group in ("organizations", "things")
    )


def is_body_name(name: Sequence[Unit], i: int) -> bool:
    """A body of the tables; "Bloomberg" after a given name is none."""
    known = name[i].known
    if known is None or known.kind is Kind.PLACE:
        return False
    carrier = known.form in ("agencies", "outlets", "companies")
    return not (carrier and i and name[i - 1].is_word)


def _may_be_given(unit: Unit) -> bool:
    city = unit.known is not None and unit.known.form == "city"
    return (city and unit.end - unit.first == 1) or is_given_name(unit.folded)
