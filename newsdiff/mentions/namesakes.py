"""Which names mean one person, body or place, within one article and across two.

"Sullivan" is Jake Sullivan where he is named in full, "Chuck Grassley" is Charles
Grassley, "RNC" the Republican National Committee, "the Brask" the river Brask.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from newsdiff.english.lexicon import is_modifier, nicknames
from newsdiff.english.tables import table, word_group
from newsdiff.mentions.names.keys import is_initials
from newsdiff.model import Kind, Mention

_UMLAUTS: Final = re.compile(r"([aou])e")
_PEOPLES: Final = ("n", "an", "ian", "ese", "ish", "i")
"""Endings that make of an unknown place its people."""
_LEAST_STEM: Final = 5
"""Letters that two spellings of a surname must begin with in common."""


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


def one_names(articles: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """Key of a name → its canonical key, which holds for all of some articles.

    A surname that several people share means the one named in full most often; the
    others are called by their given names too.

    Args:
        articles: The mentions of each.
    """
    mentions = [mention for own in articles for mention in own]
    ageless = _one_generation(articles)
    counts = Counter(
        ageless.get(m.key, m.key) for m in mentions if m.kind is Kind.PERSON
    )
    people = {key for key in counts if " " in key}
    # "Campa-Najjar" has a blank, and is the surname of "Ammar Campa-Najjar".
    people -= {key.split(" ", 1)[1] for key in people}
    same = _same_people(sorted(people, key=lambda key: (-counts[key], key)))
    found = {key: same[key] for key in people}
    for part, full in _parts_of(same).items():
        if part not in found:
            found[part] = min(full, key=lambda key: (-counts[key], key))
    bodies = {m.key for m in mentions if m.kind is Kind.ORGANIZATION or _is_weak(m)}
    bodies |= {m.key for m in mentions if m.rule == "speaks"}  # "Brask said"
    for short, long in _same_bodies(bodies, people).items():
        found.setdefault(short, long)
    for short, long in _same_unknowns(mentions).items():
        found.setdefault(short, long)
    for body, home in _same_ministries(articles).items():
        found.setdefault(body, found.get(home, home))
    found |= _same_places(articles)
    return found | {key: found.get(plain, plain) for key, plain in ageless.items()}


def _parts_of(same: Mapping[str, str]) -> dict[str, set[str]]:
    """A part of a name → everybody whose it is; a middle one where it is no other's."""
    parts: dict[str, set[str]] = defaultdict(set)
    inner: dict[str, set[str]] = defaultdict(set)
    for key, person in sorted(same.items()):
        words = key.split()
        for part in (words[-1], words[0], " ".join(words[1:])):
            parts[part].add(person)
        for part in words[1:-1]:  # "García" of "Ana García Márquez"
            inner[part].add(person)
    return {**inner, **parts}


def _same_people(ranked: Sequence[str]) -> dict[str, str]:
    """Full name → the fullest form of it: nicknames, spellings, middle names."""
    same: dict[str, str] = {}
    fullest: dict[str, frozenset[str]] = {}
    for key in ranked:
        own = _initials(key)  # nearly every two share none
        near = (o for o, theirs in fullest.items() if not own.isdisjoint(theirs))
        same[key] = next((other for other in near if _one_person(key, other)), key)
        if same[key] == key:
            fullest[key] = own
    return same


def _initials(name: str) -> frozenset[str]:
    """Those of the first and the last word of a name."""
    words = name.split()
    return frozenset((words[0][0], words[-1][0]))


@lru_cache(maxsize=20_000)
def _one_person(one: str, other: str) -> bool:
    first, second = one.split(), other.split()
    if first[0] == second[0] and first[-1] == second[-1]:
        return True
    plain = list(map(_without_umlauts, first)), list(map(_without_umlauts, second))
    if plain[0] == plain[1] or sorted(first) == sorted(second):  # "Kvist Lena"
        return True
    if first[-1] == second[-1]:
        return _one_given(first[0], second[0])
    if first[0] == second[0] and len(first) == len(second):
        return first[1:-1] == second[1:-1] and _one_spelling(first[-1], second[-1])
    return False


@lru_cache(maxsize=2_000)
def _without_umlauts(word: str) -> str:
    """The word as "Müller" and "Mueller" are both left: "muller"."""
    return _UMLAUTS.sub(r"\1", word)


def _one_given(one: str, other: str) -> bool:
    if is_initials(one) or is_initials(other):
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


def _same_ministries(articles: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """Key "norvian labor ministry" → "norvia", where the other article names only that.

    It writes "Norvia's labor ministry", in which nothing but the country is a name.
    """
    found: dict[str, str] = {}
    keys = [{m.key for m in own if m.kind.is_name} for own in articles]
    for own in range(len(keys)):
        others = set().union(*keys[:own], *keys[own + 1 :])
        for key in keys[own] - others:
            if (parts := _ministry_of(key)) and not any(
                parts[0] in other for other in others
            ):
                homes = {f"place:{home}" for home in parts[1]} | set(parts[1])
                found.update((key, home) for home in sorted(homes & others)[:1])
    return found


def _ministry_of(key: str) -> tuple[str, list[str]] | None:
    """What a ministry is for, and the names that its country can have."""
    words = key.split()
    if "of" in words[1:-1]:
        place = words.index("of")
        body, homes = words[:place], [" ".join(words[place + 1 :])]
    else:
        first, *body = words
        stems = (first[: -len(end)] for end in _PEOPLES if first.endswith(end))
        homes = [s for s in stems if len(s) > 3]
    kinds = word_group("names", "ministries")
    plain = body[:-1] and all(is_modifier(word) for word in body[:-1])
    if body and body[-1] in kinds and (plain or len(body) == 1):
        return " ".join(body), homes
    return None


def _is_part(key: str, other: str) -> bool:
    """Whether one name is the end of the other, or all of it but its last word."""
    if other.startswith(f"{key} ") and len(other.split()) == len(key.split()) + 1:
        bodies = word_group("names", "organizations")
        return " " not in key or other.rsplit(maxsplit=1)[-1] in bodies
    return " " in key and other.endswith(f" {key}")


def _is_acronym(key: str, other: str) -> bool:
    if " " in key or not 2 <= len(key) <= 6:
        return False
    initials = "".join(
        w[0] for w in other.split() if w not in ("of", "and", "the", "for")
    )
    # The key of "University of Brask" is "brask university".
    orders = (initials, initials[-1:] + initials[:-1])
    return len(key) > 2 and key.replace(".", "") in orders


def _is_weak(mention: Mention) -> bool:
    """Whether nothing but a capital or a list of names told the kind of a mention."""
    return mention.rule in ("capital", "name-list")


def _same_unknowns(mentions: Iterable[Mention]) -> dict[str, str]:
    """Key of a word that nothing explains → that of the place it is elsewhere.

    A place that no table knows has people too: "Braskian" is of "Braskia".
    """
    mentions = list(mentions)
    places = {m.key for m in mentions if m.kind is Kind.PLACE}
    weak = {m.key for m in mentions if _is_weak(m) and m.kind is not Kind.PLACE}
    found = {key: f"place:{key}" for key in weak if f"place:{key}" in places}
    words = word_group("names", "places")
    for key in weak - found.keys():  # "the Brask" is the river Brask
        longer = [p for p in places if p.startswith(f"place:{key} ")]
        if len(longer) == 1 and longer[0].rpartition(" ")[2] in words:
            found[key] = longer[0]
    for key in weak - found.keys():
        stems = [key[: -len(end)] for end in _PEOPLES if key.endswith(end)]
        named = (name for s in stems for name in (f"place:{s}", s) if len(s) > 3)
        home = next((n for n in named if n in places or n in weak), None)
        if home:
            found[key] = found.get(home, home)
    return found


def _same_places(articles: Sequence[Sequence[Mention]]) -> dict[str, str]:
    """Key of a place → that of another under which it is meant.

    A capital is its state wherever one of the articles lets it speak for it. "Brask
    province" is "Brask" where no article names both, and Georgia is the country where
    an article speaks of its people.
    """
    every = [m for own in articles for m in own if m.kind is Kind.PLACE]
    speaking = {m.resolved for m in every if m.rule == "known-capital"}
    found = {
        m.key: f"place:{m.resolved}"
        for m in every
        if m.rule == "capital-city" and m.resolved in speaking
    }
    keys = [{m.key for m in own if m.kind is Kind.PLACE} for own in articles]
    named = set().union(*keys)
    settings = frozenset(table("names")["settings"]["words"].split())
    for key in sorted(named):
        bare, _, last = key.rpartition(" ")
        if (
            last in settings
            and bare in named
            and not any({key, bare} <= own for own in keys)
        ):
            found[key] = bare
    for name, codes in table("aliases")["shared"].items():
        meant = [f"place:{code}" for code in codes if f"place:{code}" in named]
        if len(meant) == 1:
            found[f"place:{name.casefold()}"] = meant[0]
    return found
