"""What happens, by the words that say so, and what cannot both have happened.

The words lie in data/events.toml. A verb is known in all its regular forms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations
from typing import Final

from newsdiff.english.tables import table
from newsdiff.english.words import Token

_VOWELS: Final = "aeiou"
_NONE: Final[frozenset[str]] = frozenset()


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


@lru_cache(maxsize=20_000)
def events_of(folded: str) -> frozenset[str]:
    """The events that a word can tell; none for most words."""
    return _events().get(folded, _NONE)


@lru_cache(maxsize=20_000)
def actor_of(folded: str) -> str | None:
    """Who is meant by a common noun: one name for "soldiers" and "the army"."""
    return _actors().get(folded)


def are_two_actors(one: str, other: str) -> bool:
    """Whether two folded words mean two who act: "police" and "soldiers"."""
    actors = actor_of(one), actor_of(other)
    return bool(actors[0] and actors[1] and actors[0] != actors[1])


def oppose(one: frozenset[str], other: frozenset[str]) -> str | None:
    """What differs between two words' events that cannot both be true; else None."""
    if one & other:
        return None
    found = (_opposed().get((a, b)) for a in sorted(one) for b in sorted(other))
    return next(filter(None, found), None)


def exclude(one: str, other: str) -> str | None:
    """What differs between two folded words that cannot both be true; else None."""
    return _exclusive().get((one, other))


@lru_cache(maxsize=20_000)
def opposed_to(events: frozenset[str]) -> frozenset[str]:
    """The events that cannot be true where some others are, whatever differs."""
    return frozenset(b for a, b in _opposed() if a in events)


@lru_cache(maxsize=20_000)
def excluded_by(folded: str) -> frozenset[str]:
    """The folded words that cannot be true where a word is."""
    if folded not in _excluding():
        return _NONE
    return frozenset(b for a, b in _exclusive() if a == folded)


def are_distinct(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two words' events are never one: to die and to be hurt."""
    if one & other:
        return False
    sets = _distinct()
    return any(one & each and other & each for each in sets)


@lru_cache(maxsize=20_000)
def time_of(folded: str) -> str | None:
    """Of what time a word says that something is told: "now", "last"."""
    times = table("events")["times"]
    return next((t for t, words in times.items() if folded in words.split()), None)


def step_of(events: frozenset[str]) -> int | None:
    """How far a case has gone by an event: suspected, arrested, charged, convicted."""
    (steps,) = table("events")["steps"]
    order = steps["order"].split()
    return max((order.index(e) for e in events if e in order), default=None)


@lru_cache(maxsize=20_000)
def is_state(folded: str) -> bool:
    """Whether a verb says what merely was so at some time."""
    return folded in word_group_of("states")


@cache
def _distinct() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(s.split()) for s in table("events")["distinct"]["sets"])


def turns(folded: str) -> bool:
    """Whether a verb turns what follows it round: "refused to visit"."""
    return folded in word_group_of("turning")


def negates(folded: str) -> bool:
    """Whether a word says no to what follows it in its clause."""
    return folded in word_group_of("negations") or folded.endswith("n't")


def is_said_of_all(folded: str) -> bool:
    """Whether a word that excludes another does so wherever it stands: "safe"."""
    return folded in word_group_of("anywhere")


def says_no(folded: str) -> bool:
    """Whether a word says no to what follows, or turns it round."""
    return negates(folded) or turns(folded)


def excluding_words() -> frozenset[str]:
    """Every folded word that excludes another."""
    return _excluding()


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


@cache
def _events() -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group, words in table("events")["groups"].items():
        for word in words.split():
            for form in _forms(word):
                found[form].add(group)
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def _actors() -> Mapping[str, str]:
    actors = table("events")["actors"]
    return {word: name for name, words in actors.items() for word in words.split()}


@cache
def _opposed() -> Mapping[tuple[str, str], str]:
    found = {}
    for group in table("events")["opposed"]:
        for one, other in (pair.split() for pair in group["pairs"]):
            found[one, other] = found[other, one] = group["what"]
    return found


@cache
def _exclusive() -> Mapping[tuple[str, str], str]:
    found = {}
    for what, sets in table("events")["exclusive"].items():
        for words in sets:
            for one, other in combinations(words.split(), 2):
                found[one, other] = found[other, one] = what
    return found


@cache
def _excluding() -> frozenset[str]:
    return frozenset(one for one, _ in _exclusive())


def counts_people(noun: str) -> bool:
    """Whether a counted noun, in the singular, is one of people."""
    return noun in word_group_of("people")


@cache
def word_group_of(name: str) -> frozenset[str]:
    """The words of one plain group of the table."""
    return frozenset(table("events")[name]["words"].split())
