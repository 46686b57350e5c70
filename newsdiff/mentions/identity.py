"""Which mentions mean the same thing, within one article and across two.

"Sullivan" is Jake Sullivan where he is named in full, "Chuck Grassley" is Charles
Grassley, "RNC" the Republican National Committee, "Tuesday" the fifth of September
where the day of both articles is known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsdiff.english.lexicon import is_common_word
from newsdiff.mentions.namesakes import one_names
from newsdiff.model import Kind, Mention

_STRENGTH: Final = (
    "title affiliation apposition ship known given-name initial suffix "
    "organization-word place-word located surname speaks belonging thing-word acronym "
    "group capitals name-list capital"
).split()
"""Rules by how well they know a kind, best first."""


_SLASHED: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})")
_FLIGHT: Final = re.compile(r"flight (?P<digits>\d+)")
_CODE: Final = re.compile(r"^[a-z]{1,3}(?=\d)")
_MODEL: Final = re.compile(r"[a-z]{1,3}\d+|7\d7")
_SHORT_UNITS: Final = {
    "point": ("percentage point",),
    "degree": ("degree Celsius", "degree Fahrenheit"),
    "goal": ("try", "touchdown"),
}
"""Units that are not named in full where it is clear what is measured, or how one
scores."""
_COUNTED: Final = ("count", "vague", "range")
"""Rules of numbers that count things: a bare "three" can be the other's "3 ships"."""


def make_canonical(*articles: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of one or two articles with one key and one kind for one thing.

    Args:
        articles: What `mentions_of` gives for each article.

    Returns:
        For each article its mentions in the same order, places and rules unchanged.
    """
    every = [mention for mentions in articles for mention in mentions]
    names = one_names(articles)
    kinds = _kinds(every, names)
    dates = _dates(articles)
    numbers = _numbers(articles)
    found = []
    for mentions in articles:
        renamed = []
        for mention in mentions:
            key, kind = mention.key, mention.kind
            if kind.is_name:
                key = names.get(key, key)
                kind = kinds.get(key, kind)
            elif kind is Kind.DATE:
                key = dates.get(_dated(mention), key)
            elif kind is Kind.NUMBER:
                key = numbers.get(key, key)
                if mention.rule == "designator" and f"place:{key}" in kinds:
                    key, kind = f"place:{key}", Kind.PLACE
            same = key == mention.key and kind is mention.kind
            renamed.append(mention if same else replace(mention, key=key, kind=kind))
        found.append(tuple(renamed))
    return tuple(found)


def _kinds(mentions: Sequence[Mention], names: Mapping[str, str]) -> dict[str, Kind]:
    """Canonical key → the kind that the best of its rules gives."""
    best: dict[str, tuple[int, str, Kind]] = {}
    for m in mentions:
        if m.kind.is_name:
            key = names.get(m.key, m.key)
            rule = m.rule.split("-")[0] if m.rule.startswith("known") else m.rule
            rank = _STRENGTH.index(rule) if rule in _STRENGTH else len(_STRENGTH)
            if rule == "speaks" and _is_firm(m.key, key):
                rank = len(_STRENGTH)
            entry = (rank, m.kind.value, m.kind)
            best[key] = min(best.get(key, entry), entry)
    return {key: kind for key, (_, _, kind) in best.items()}


def _is_firm(short: str, full: str) -> bool:
    """Whether the rest of a name is no name: "Brask" of "Brask Foods"."""
    return full.startswith(f"{short} ") and all(
        map(is_common_word, full[len(short) :].split())
    )


def _dated(mention: Mention) -> tuple[str, str | float | None]:
    return mention.key, mention.resolved


def _dates(
    articles: Sequence[Sequence[Mention]],
) -> dict[tuple[str, str | float | None], str]:
    """A date's key and value → the key under which all its wordings meet.

    Where the day of an article is unknown, its "Tuesday" is the other's "Tuesday";
    where both are known, the values decide.
    """
    dated = [[m for m in mentions if m.kind is Kind.DATE] for mentions in articles]
    values: dict[str, Counter[str]] = defaultdict(Counter)
    for mentions in dated:
        for m in mentions:
            if isinstance(m.resolved, str):
                values[m.key][m.resolved] += 1
    found: dict[tuple[str, str | float | None], str] = {}
    for mentions in dated:
        for m in mentions:
            if isinstance(m.resolved, str):
                other = _in_a_zone(m, values) or _by_its_end(m.resolved, values)
                found[_dated(m)] = other or m.resolved
            elif (
                options := values.get(m.key)
                or _in_any_year(m.key, values)
                or _in_either_order(m.key, values)
            ):
                ranked = sorted(options.items(), key=lambda v: (-v[1], v[0]))
                found[_dated(m)] = ranked[0][0]
    return found


def _in_a_zone(mention: Mention, values: Mapping[str, Counter[str]]) -> str | None:
    """A time of day by what the other article knows more of: its zone, its half."""
    time, value = mention.key.removeprefix("time "), str(mention.resolved)
    if time == mention.key or " " in value or "/" in value:
        return None
    if time[1:2] == ":":
        later = f"T{(int(value[1:3]) + 12) % 24:02}{value[3:]}"
        known = {v for key in values for v in values[key] if key[6:7] != ":"}
        halves = sorted({v for v in known if v[:6] in (value, later)})
        return halves[0] if len(halves) == 1 else None
    zoned = {v for counts in values.values() for v in counts if v[:7] == f"{value} "}
    return next(iter(zoned)) if len(zoned) == 1 else None


def _by_its_end(value: str, values: Mapping[str, Counter[str]]) -> str | None:
    """A financial year of two under the name of its last: "2019-20" is "FY20"."""
    first, _, last = value.partition("/")
    whole = f"FY{last}"
    return whole if first.startswith("FY") and last and whole in values else None


def _in_any_year(key: str, values: Mapping[str, Counter[str]]) -> Counter[str]:
    """The values that a month or day without a year ("--07") can mean."""
    return Counter(
        {
            value: count
            for counts in values.values()
            for value, count in counts.items()
            if key[:2] == "--" and value[4:] == key[1:]
        }
    )


def _in_either_order(key: str, values: Mapping[str, Counter[str]]) -> Counter[str]:
    """The values that "5/3/2019" can mean, read by day and month or turned round."""
    match = _SLASHED.fullmatch(key)
    if match is None:
        return Counter()
    one, two, year = int(match[1]), int(match[2]), match[3]
    days = {f"{year}-{one:02}-{two:02}", f"{year}-{two:02}-{one:02}"}
    return Counter(
        {v: n for found in values.values() for v, n in found.items() if v in days}
    )


def _numbers(articles: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """A bare number's key → the one key with a unit that has the same value."""
    keys = {m.key for mentions in articles for m in mentions if m.kind is Kind.NUMBER}
    united: dict[str, set[str]] = defaultdict(set)
    for mentions in articles:
        for m in mentions:
            if m.rule in _COUNTED and m.unit and m.key.endswith(f" {m.unit}"):
                united[m.key.removesuffix(f" {m.unit}")].add(m.key)
    found = {
        bare: next(iter(full))
        for bare, full in united.items()
        if bare in keys and len(full) == 1
    }
    for key in keys:
        value, _, unit = key.partition(" ")
        fuller = {f"{value} {full}" for full in _SHORT_UNITS.get(unit, ())} & keys
        if len(fuller) == 1:
            found[key] = fuller.pop()
    return found | _designators(articles)


def _designators(articles: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """Key of a number that is a name → that of its longer form, where one has no other.

    "Flight 8501" is "QZ8501", and an "A320-200" an "A320", where no article names both.
    """
    keys = [{m.key for m in own if m.rule == "designator"} for own in articles]
    every = set().union(*keys)
    found = {}
    for key in sorted(every):
        flight = _FLIGHT.fullmatch(key)
        longer = {
            other
            for other in every
            if (flight and _CODE.sub("", other) == flight["digits"] and other != key)
            or (_MODEL.fullmatch(key) and other.startswith(f"{key}-"))
        }
        if len(longer) == 1 and not any({key, *longer} <= own for own in keys):
            found[key] = longer.pop()
    return found
