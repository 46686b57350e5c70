"""Which mentions mean the same thing, within one article and across two.

"Sullivan" is Jake Sullivan where he is named in full, "Chuck Grassley" is Charles
Grassley, "RNC" the Republican National Committee, "Tuesday" the fifth of September
where the day of both articles is known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from newsdiff.english.lexicon import nicknames
from newsdiff.english.tables import word_group
from newsdiff.model import Kind, Mention

_STRENGTH: Final = (
    "title affiliation apposition known given-name initial suffix organization-word "
    "place-word located surname speaks belonging thing-word acronym group capitals "
    "name-list capital"
).split()
"""Rules by how well they know a kind, best first."""
_LEAST_STEM: Final = 5
"""Letters that two spellings of a surname must begin with in common."""


def make_canonical(*articles: Sequence[Mention]) -> tuple[tuple[Mention, ...], ...]:
    """The mentions of one or two articles with one key and one kind for one thing.

    Args:
        articles: What `mentions_of` gives for each article.

    Returns:
        For each article its mentions in the same order, places and rules unchanged.
    """
    every = [mention for mentions in articles for mention in mentions]
    names = _names(every, _one_generation(articles))
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
            same = key == mention.key and kind is mention.kind
            renamed.append(mention if same else replace(mention, key=key, kind=kind))
        found.append(tuple(renamed))
    return tuple(found)


def _one_generation(articles: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """Key of "Jon Holm Jr." → that of "Jon Holm", where no article names both.

    Outlets leave the suffix out as often as not; one that names both tells them apart.
    """
    keys = [{m.key for m in own if m.kind is Kind.PERSON} for own in articles]
    generations: dict[str, set[str]] = defaultdict(set)
    for key in set().union(*keys):
        given, _, surname = key.partition(" ")
        plain, _, generation = given.rpartition("-")
        if plain and surname and generation in word_group("names", "generations"):
            generations[f"{plain} {surname}"].add(key)
    return {
        key: plain
        for plain, found in generations.items()
        for key in found
        if len(found) == 1 and not any({plain, key} <= own for own in keys)
    }


def _names(mentions: Sequence[Mention], ageless: Mapping[str, str]) -> dict[str, str]:
    """Key of a name → its canonical key.

    A surname that several people share means the one named in full most often; the
    others are called by their given names too.

    Args:
        mentions: Those of all articles.
        ageless: Keys that are to count as others.
    """
    counts = Counter(
        ageless.get(m.key, m.key) for m in mentions if m.kind is Kind.PERSON
    )
    people = {key for key in counts if " " in key}
    # "Campa-Najjar" has a blank, and is the surname of "Ammar Campa-Najjar".
    people -= {key.split(" ", 1)[1] for key in people}
    same = _same_people(sorted(people, key=lambda key: (-counts[key], key)))
    found = {key: same[key] for key in people}
    parts: dict[str, set[str]] = defaultdict(set)
    for key in people:
        words = key.split()
        for part in (words[-1], words[0], " ".join(words[1:])):
            parts[part].add(same[key])
    for part, full in parts.items():
        if part not in found:
            found[part] = min(full, key=lambda key: (-counts[key], key))
    bodies = {m.key for m in mentions if m.kind is Kind.ORGANIZATION}
    for short, long in _same_bodies(bodies, people).items():
        found.setdefault(short, long)
    found |= _same_places(mentions)
    return found | {key: found.get(plain, plain) for key, plain in ageless.items()}


def _same_people(ranked: Sequence[str]) -> dict[str, str]:
    """Full name → the fullest form of it: nicknames, spellings, middle names."""
    same: dict[str, str] = {}
    for key in ranked:
        other = next((o for o in same if same[o] == o and _one_person(key, o)), key)
        same[key] = other
    return same


def _one_person(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if first[0] == second[0] and first[-1] == second[-1]:
        return True
    if first[-1] == second[-1]:
        return _one_given(first[0], second[0])
    if first[0] == second[0] and len(first) == len(second):
        return first[1:-1] == second[1:-1] and _one_spelling(first[-1], second[-1])
    return False


def _one_given(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return other in nicknames().get(one, ())


def _one_spelling(one: str, other: str) -> bool:
    """Whether two surnames differ by a letter at most: "zelensky", "zelenskyy"."""
    stem = min(len(one), len(other)) - 1
    close = abs(len(one) - len(other)) <= 1
    return close and stem >= _LEAST_STEM and one[:stem] == other[:stem]


def _same_bodies(bodies: set[str], people: set[str]) -> dict[str, str]:
    """Short name of a body → the one longer name that it can stand for."""
    found = {}
    long = sorted(key for key in bodies if " " in key)
    for key in sorted(bodies):
        options = [
            other
            for other in long
            if other != key and (_is_part(key, other) or _is_acronym(key, other))
        ]
        if len(options) == 1 and key not in people:
            found[key] = options[0]
    return found


def _is_part(key: str, other: str) -> bool:
    """Whether one name is the end, or the first of two words, of the other."""
    if " " in key:
        return other.endswith(f" {key}")
    return other.startswith(f"{key} ") and len(other.split()) == 2


def _is_acronym(key: str, other: str) -> bool:
    if " " in key or not 2 <= len(key) <= 6:
        return False
    initials = "".join(
        w[0] for w in other.split() if w not in ("of", "and", "the", "for")
    )
    return len(key) > 2 and key.replace(".", "") == initials


def _same_places(mentions: Iterable[Mention]) -> dict[str, str]:
    """A capital is its state wherever one of the articles lets it speak for it."""
    speaking = {m.resolved for m in mentions if m.rule == "known-capital"}
    return {
        m.key: f"place:{m.resolved}"
        for m in mentions
        if m.rule == "capital-city" and m.resolved in speaking
    }


def _kinds(mentions: Sequence[Mention], names: Mapping[str, str]) -> dict[str, Kind]:
    """Canonical key → the kind that the best of its rules gives."""
    best: dict[str, tuple[int, str, Kind]] = {}
    for m in mentions:
        if m.kind.is_name:
            key = names.get(m.key, m.key)
            rule = m.rule.split("-")[0] if m.rule.startswith("known") else m.rule
            rank = _STRENGTH.index(rule) if rule in _STRENGTH else len(_STRENGTH)
            entry = (rank, m.kind.value, m.kind)
            best[key] = min(best.get(key, entry), entry)
    return {key: kind for key, (_, _, kind) in best.items()}


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
                found[_dated(m)] = m.resolved
            elif options := values.get(m.key) or _in_any_year(m.key, values):
                ranked = sorted(options.items(), key=lambda v: (-v[1], v[0]))
                found[_dated(m)] = ranked[0][0]
    return found


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


def _numbers(articles: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """A bare number's key → the one key with a unit that has the same value."""
    keys = {m.key for mentions in articles for m in mentions if m.kind is Kind.NUMBER}
    united: dict[str, set[str]] = defaultdict(set)
    for mentions in articles:
        for m in mentions:
            if m.kind is Kind.NUMBER and m.unit and m.key.endswith(f" {m.unit}"):
                united[m.key.removesuffix(f" {m.unit}")].add(m.key)
    return {
        bare: next(iter(full))
        for bare, full in united.items()
        if bare in keys and len(full) == 1
    }
