"""What happens, by the words that say so; what cannot both have happened; who acts.

The words lie in data/events.toml, opposites.toml and actors.toml. A verb is known in
all its regular forms, a noun in its regular plural.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations, product
from typing import Final

from newsdiff.english.tables import table
from newsdiff.english.words import Token

_VOWELS: Final = "aeiou"
_NONE: Final[frozenset[str]] = frozenset()
_CACHED: Final = 20_000
_APART_ONLY: Final = "who or what it is"
"""What words differ in that only show that two things are told of."""
_FEWEST_LETTERS: Final = 3
"""Letters of a word that "un" in front turns round."""


def find_events(words: Sequence[Token]) -> dict[int, frozenset[str]]:
    """Number of each word that tells an event → the events it can tell.

    Of two words that are one ("called off") the first has the event.
    """
    found: dict[int, frozenset[str]] = {}
    for n, word in enumerate(words):
        events = events_of(word.folded)
        if n + 1 < len(words):
            joined = f"{word.folded}-{words[n + 1].folded}"
            events = _events().get(joined) or events
        if events:
            found[n] = events
    return found


@lru_cache(maxsize=_CACHED)
def events_of(folded: str) -> frozenset[str]:
    """The events that a word can tell; none for most words."""
    return _events().get(folded, _NONE)


def counts_people(noun: str) -> bool:
    """Whether a counted noun, in the singular, is one of people."""
    return noun in _group("actors", "people")


@lru_cache(maxsize=_CACHED)
def actor_of(folded: str) -> str | None:
    """Which body acts by a common noun: one name for "soldiers" and "the army"."""
    return _bodies().get(folded)


def are_two_actors(one: str, other: str) -> bool:
    """Whether two folded words mean two bodies that act: "police" and "soldiers"."""
    bodies = actor_of(one), actor_of(other)
    return bool(bodies[0] and bodies[1] and bodies[0] != bodies[1])


@lru_cache(maxsize=_CACHED)
def actors_of(folded: str) -> frozenset[str]:
    """Everybody whom a common noun can mean; nobody for "man" or "table"."""
    return _actors().get(folded, _NONE)


def are_others(one: str, other: str) -> bool:
    """Whether two folded nouns cannot mean the same: "nurse" and "cleaner"."""
    actors = actors_of(one), actors_of(other)
    return all(actors) and actors[0].isdisjoint(actors[1])


@lru_cache(maxsize=_CACHED)
def poles_of(folded: str) -> frozenset[str]:
    """On which side of which opposites a verb or noun stands; none for most words."""
    return _poles().get(folded, _NONE)


def oppose(one: frozenset[str], other: frozenset[str]) -> str | None:
    """What differs between the poles of two words that cannot both be true.

    None where they can: words that share one side of any opposites mean the same there.
    """
    if one & other:
        return None
    found = (_opposed().get(pole) for pole in sorted(one) if _turned(pole) in other)
    return next(found, None)


def opposed_to(poles: frozenset[str]) -> frozenset[str]:
    """The other sides of the opposites that some poles are of."""
    return frozenset(map(_turned, poles))


def excluded_by(folded: str) -> frozenset[str]:
    """The folded words that cannot be true where a word is."""
    return _excluded_words().get(folded, _NONE)


def exclude(one: str, other: str) -> str | None:
    """What differs between two folded words that cannot both be true; else None."""
    if one.removeprefix("un") == other.removeprefix("un"):
        return _by_prefix(one, other)
    return _exclusive().get((one, other))


def any_exclude(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a folded word of some cannot be true where one of others is."""
    return any(not _all_excluded(word).isdisjoint(others) for word in some)


@lru_cache(maxsize=_CACHED)
def can_be_denied(folded: str) -> bool:
    """Whether a word tells what a "not" turns into another's: "safe", not "foreign"."""
    own = {what for (one, _), what in _exclusive().items() if one == folded}
    return bool(own - {_APART_ONLY})


def are_distinct(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two words' events are never one: to die and to be hurt."""
    if one & other:
        return False
    return any(one & each and other & each for each in _distinct())


@lru_cache(maxsize=_CACHED)
def time_of(folded: str) -> str | None:
    """Of what time a word says that something is told: "now", "last"."""
    times = table("events")["times"]
    return next((t for t, words in times.items() if folded in words.split()), None)


def step_of(events: frozenset[str]) -> int | None:
    """How far a case has gone by an event: suspected, arrested, charged, convicted."""
    (steps,) = table("events")["steps"]
    order = steps["order"].split()
    return max((order.index(e) for e in events if e in order), default=None)


def is_state(folded: str) -> bool:
    """Whether a verb says what merely was so at some time."""
    return folded in _group("events", "states")


def turns(folded: str) -> bool:
    """Whether a verb turns what follows it round: "refused to visit"."""
    return folded in _group("events", "turning")


def steers(folded: str) -> bool:
    """Whether a verb says that somebody is led to something or kept from it."""
    return folded in _group("events", "steering")


def refrains(folded: str) -> bool:
    """Whether a word behind such a verb says that it is led to not doing it."""
    return folded in _group("events", "refraining")


def negates(folded: str) -> bool:
    """Whether a word says no to what follows it in its clause."""
    return folded in _group("events", "negations") or folded.endswith("n't")


def says_no(folded: str) -> bool:
    """Whether a word says no to what follows, or turns it round."""
    return negates(folded) or turns(folded)


def mutual_events() -> frozenset[str]:
    """Events that two do to each other: "A met B" is "B met A"."""
    return _group("events", "mutual")


def is_of_another_time(folded: str) -> bool:
    """Whether a word says that something was so at another time: "now", "later"."""
    return folded in _group("opposites", "later")


def is_said_of_all(folded: str) -> bool:
    """Whether a word that excludes another does so wherever it stands: "safe"."""
    return folded in _group("opposites", "anywhere")


@lru_cache(maxsize=_CACHED)
def can_exclude(folded: str) -> bool:
    """Whether a folded word excludes another one, by itself or with "un" in front."""
    return folded in _excluded_words() or folded.removeprefix("un") in _excluded_words()


@lru_cache(maxsize=_CACHED)
def _all_excluded(folded: str) -> frozenset[str]:
    """Every word that a folded word excludes, with "un" or without it in front too."""
    bare = folded.removeprefix("un")
    others = {*excluded_by(folded), bare, f"un{bare}"}
    return frozenset(other for other in others if exclude(folded, other))


@cache
def _group(name: str, group: str) -> frozenset[str]:
    return frozenset(table(name)[group]["words"].split())


def _by_prefix(one: str, other: str) -> str | None:
    whole = _group("opposites", "whole")
    bare = min(one, other, key=len)
    if one == other or len(bare) < _FEWEST_LETTERS or whole & {one, other}:
        return None
    return "what was decided"


def _forms(word: str) -> Iterator[str]:
    """A word in its regular forms; of two joined by a hyphen the first changes."""
    head, hyphen, rest = word.partition("-")
    rest = hyphen + rest
    yield word
    if head.endswith("e"):
        yield from (head + "s" + rest, head + "d" + rest, head[:-1] + "ing" + rest)
        return
    yield from (head + e + rest for e in ("s", "es", "ed", "ing", "er", "ers"))
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        yield from (head[:-1] + "ies" + rest, head[:-1] + "ied" + rest)
    last = head[-3:]
    if len(last) == 3 and last[1] in _VOWELS and last[0] not in _VOWELS:
        yield from (head + last[2] + e + rest for e in ("ed", "ing"))


def _numbers(noun: str) -> tuple[str, ...]:
    """A noun in singular and regular plural."""
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun, noun[:-1] + "ies"
    return noun, noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


@cache
def _events() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group, words in table("events")["groups"].items():
        for word in words.split():
            for form in _forms(word):
                found[form].add(group)
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _bodies() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, words in table("actors")["bodies"].items():
        for form in (form for word in words.split() for form in _numbers(word)):
            found.setdefault(form, name)
    return found


@cache
def _actors() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    actors = table("actors")
    named = {**actors["bodies"], **actors["others"]}
    means = [(words, (name,)) for name, words in named.items()]
    means += [(words, tuple(m.split())) for words, m in actors["general"].items()]
    for words, names in means:
        for word in words.split():
            for form in _numbers(word):
                found[form].update(names)
    return {word: frozenset(names) for word, names in found.items()}


def _turned(pole: str) -> str:
    """The other side of the same opposites."""
    return pole[:-1] + ("b" if pole.endswith("a") else "a")


def _opposites() -> Iterator[tuple[str, str, str]]:
    """What differs, the name of a side, and its words."""
    for what, lines in table("opposites")["verbs"].items():
        for n, line in enumerate(lines):
            for side, words in zip("ab", line.split(" / "), strict=True):
                yield what, f"{what} {n}{side}", words


@cache
def _opposed() -> Mapping[str, str]:
    return {pole: what for what, pole, _ in _opposites()}


@cache
def _poles() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for _, pole, words in _opposites():
        for word in words.split():
            for form in _forms(word):
                found[form].add(pole)
    return {word: frozenset(poles) for word, poles in found.items()}


def _excluded(line: str) -> Iterator[tuple[str, str]]:
    """Every two words of a line that exclude each other."""
    parts = line.split(" / ") if " / " in line else line.split()
    for some, others in combinations(parts, 2):
        yield from product(some.split(), others.split())


@cache
def _exclusive() -> Mapping[tuple[str, str], str]:
    found = {}
    for what, sets in table("opposites")["exclusive"].items():
        for one, other in (pair for line in sets for pair in _excluded(line)):
            found[one, other] = found[other, one] = what
    return found


@cache
def _excluded_words() -> Mapping[str, frozenset[str]]:
    """Each word that excludes another by itself → all that it excludes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in _exclusive():
        found[one].add(other)
    return {word: frozenset(others) for word, others in found.items()}


@cache
def _distinct() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(s.split()) for s in table("events")["distinct"]["sets"])
