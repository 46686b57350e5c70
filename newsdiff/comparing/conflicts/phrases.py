"""Noun phrases around a verb: who does it, and to whom, as far as word order says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from newsdiff.comparing.conflicts.readings import Reading
from newsdiff.comparing.conflicts.scenes import Scene
from newsdiff.english.events import actors_of, poles_of
from newsdiff.english.words import is_function_word
from newsdiff.model import SIDES, Pair, Role, Span

_REACH: Final = 7
"""Words before or behind a verb among which its doer stands."""
_DETERMINERS: Final = frozenset("the a an its his her their our my this that".split())
_AUXILIARIES: Final = frozenset(
    "will would shall should can could may might must do does did is are was were be "
    "been being has have had to".split()
)
_BETWEEN: Final = frozenset("not never also then later again still now".split())
_BE: Final = frozenset("is are was were be been being".split())
_BORDERS: Final = frozenset(
    "and but or that which who when while after before as".split()
)
_PREPOSITIONS: Final = frozenset("of in at on from near for with by".split())
"""Words inside the noun phrase before a verb: "the library in Hallin closed"."""
_NOBODY: Final = frozenset("he she it they we i you who which".split())
_PARTICLES: Final = frozenset("over at on up off out down with against to".split())


class Who(NamedTuple):
    """Who is meant by a phrase."""

    names: frozenset[str]
    """The keys of its names."""
    words: frozenset[str]
    """Its content words, folded."""
    actors: tuple[frozenset[str], ...]
    """Whom each of its nouns for people and bodies can mean."""


def is_auxiliary(folded: str) -> bool:
    """Whether a word helps a verb: "will", "did", "has been"."""
    return folded in _AUXILIARIES


def is_determiner(folded: str) -> bool:
    """Whether a noun follows: "the", "her"."""
    return folded in _DETERMINERS


def is_passive(reading: Reading, n: int) -> bool:
    """Whether a form of "be" stands before a verb that is no "-ing"."""
    earlier = [word.folded for word in reading.words[max(0, n - 3) : n]]
    return bool(_BE & set(earlier)) and not reading.words[n].folded.endswith("ing")


def is_verb(reading: Reading, n: int) -> bool:
    """Whether a word is likely a verb: it tells an event, or has a verb's form."""
    folded = reading.words[n].folded
    if actors_of(folded) or is_function_word(folded):
        return False
    if reading.words[n].text[0].isupper() and reading.role is not Role.HEADLINE:
        return False
    if n in reading.events or poles_of(folded):
        return True
    before = reading.words[n - 1].folded if n else ""
    helped = before != "to" and is_auxiliary(before)
    return helped or folded.endswith(("ed", "ing", "s"))


def find_agent(reading: Reading, n: int) -> range:
    """Who did it by "by", or by "from" behind a noun: "came under fire from"."""
    for k in range(n + 1, min(len(reading.words), n + 1 + _REACH)):
        folded = reading.words[k].folded
        earlier = {w.folded for w in reading.words[max(0, n - 3) : n]}
        if folded == "by" or (folded == "from" and "under" in earlier):
            return _phrase(reading, k + 1)
    return range(0)


def find_behind(reading: Reading, n: int) -> range:
    """The noun phrase behind a verb, also behind its particle: "shot at the crowd"."""
    k = n + 1
    while k < len(reading.words) and reading.words[k].folded in _PARTICLES:
        k += 1
    return _phrase(reading, k)


def find_before(reading: Reading, n: int) -> range:
    """The noun phrase that ends before a verb and what helps it."""
    last = n
    while last and _goes_on(reading, last) and _helps(reading, last - 1):
        last -= 1
    first = last
    while first and last - first < _REACH and _goes_on(reading, first):
        folded = reading.words[first - 1].folded
        inside = first != last and folded in _PREPOSITIONS
        if folded in _BORDERS or (_is_small(folded) and not inside):
            break
        if first != last and is_verb(reading, first - 1):
            break
        first -= 1
        earlier = reading.words[max(0, first - 1)].folded
        if folded in _DETERMINERS and earlier not in _PREPOSITIONS:
            break
    while first < last and reading.words[first].folded in _PREPOSITIONS:
        first += 1
    return range(first, last)


def find_subject(reading: Reading, n: int) -> range:
    """The noun phrase before a word, or before the verb that it is the object of."""
    clause = reading.clause(reading.words[n].start)
    if n and reading.words[n - 1].folded in _DETERMINERS:
        for k in range(n - 1, 0, -1):
            if reading.words[k].start < clause.start:
                break
            if is_verb(reading, k):
                return find_before(reading, k)
    return find_before(reading, n)


def read_who(scene: Scene, words: range) -> Who:
    """Who is meant by the words of a phrase; nobody by a pronoun alone."""
    found: Who | None = scene.kept.get(words)
    if found is None:
        found = scene.kept[words] = _who(scene, words)
    return found


def _who(scene: Scene, words: range) -> Who:
    folded = [scene.reading.words[k].folded for k in words]
    if not folded or (len(folded) == 1 and folded[0] in _NOBODY):
        return Who(frozenset(), frozenset(), ())
    span = span_of(scene.reading, words)
    names = frozenset(
        m.key
        for m in scene.mentions
        if m.kind.is_name and span.start <= m.span.start and m.span.end <= span.end
    )
    content = frozenset(w for w in folded if not is_function_word(w))
    actors = (actors_of(word.removesuffix("'s").removesuffix("’s")) for word in folded)
    return Who(names, content, tuple(filter(None, actors)))


def are_two(who: Pair[Who]) -> bool:
    """Whether two phrases surely mean different ones: no name, noun or word is shared.

    A noun that can be anybody, such as "a man", is nobody else.
    """
    if any(not (one.names or one.actors) for one in who):
        return False
    if who.a.names & who.b.names or who.a.words & who.b.words:
        return False
    return _are_apart(who.a.actors, who.b.actors)


def _are_apart(
    one: Iterable[frozenset[str]], other: tuple[frozenset[str], ...]
) -> bool:
    return all(a.isdisjoint(b) for a in one for b in other)


def span_of(reading: Reading, words: range) -> Span:
    """The place of some words in a row."""
    return Span(reading.words[words.start].start, reading.words[words.stop - 1].end)


def are_exchanged(doers: Pair[Who], targets: Pair[Who]) -> bool:
    """Whether each doer is whom the other article says that it was done to."""
    return all(
        bool(doers[s].names & targets[s.other].names)
        or bool(doers[s].words & targets[s.other].words)
        for s in SIDES
    )


def _phrase(reading: Reading, first: int) -> range:
    """The noun phrase that begins at a word."""
    last = first
    while last < min(len(reading.words), first + _REACH):
        folded = reading.words[last].folded
        if last > first and not _goes_on(reading, last):
            break
        if _is_small(folded) or folded in _BORDERS:
            break
        last += 1
    while last > first and is_function_word(reading.words[last - 1].folded):
        last -= 1
    return range(first, last)


def _is_small(folded: str) -> bool:
    """Whether a word ends a noun phrase."""
    inside = folded in _DETERMINERS or folded == "of"
    return is_function_word(folded) and not inside


def _goes_on(reading: Reading, k: int) -> bool:
    """Whether nothing but a blank parts a word from the one before."""
    if k >= len(reading.words):
        return True
    text = reading.text
    between = text[reading.words[k - 1].end : reading.words[k].start]
    return between.strip("’'s") in ("", " ", "-")


def _helps(reading: Reading, k: int) -> bool:
    folded = reading.words[k].folded
    helps = folded in _AUXILIARIES or folded in _BETWEEN
    return helps or folded.endswith("ly")
