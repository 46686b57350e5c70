"""Numbers that are one although their words count something else by name.

"12 villagers died" and "12 people were killed" tell one number: where the sentences of
two such numbers may tell the same, they are told by both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from newsdiff.english.events import are_two_actors, counts_people
from newsdiff.mentions.contrasts import sort_of
from newsdiff.model import Kind, Mention, Pair

_LEAST: Final = 0.3
"""Probability of a link from which two equal numbers are one."""


def meet_numbers(
    mentions: Pair[Sequence[Mention]], chances: Mapping[tuple[int, int], float]
) -> Pair[tuple[Mention, ...]]:
    """The mentions of both with one key for numbers that are one.

    Args:
        mentions: Those of both articles, with the keys of the pair.
        chances: How likely every two sentences are to tell the same.
    """
    numbers = mentions.map(_by_sentence)
    keys = mentions.map(lambda own: {m.key for m in own if m.kind is Kind.NUMBER})
    same: Pair[dict[str, str]] = Pair({}, {})
    for (i, j), chance in sorted(chances.items()):
        if chance < _LEAST:
            continue
        for a, b in product(numbers.a.get(i, ()), numbers.b.get(j, ())):
            alone = a.key not in keys.b and b.key not in keys.a
            if alone and _are_one(a, b) and not _is_doubtful(a, b, numbers, (i, j)):
                common = min(a.key, b.key)
                same.a.setdefault(a.key, common)
                same.b.setdefault(b.key, common)
    return Pair.each(lambda s: tuple(_renamed(m, same[s]) for m in mentions[s]))


def _by_sentence(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        if mention.kind is Kind.NUMBER and isinstance(mention.resolved, float):
            found.setdefault(mention.sentence, []).append(mention)
    return found


def _are_one(one: Mention, other: Mention) -> bool:
    if one.resolved != other.resolved or sort_of(one) != sort_of(other):
        return False
    if one.unit is None or other.unit is None:
        return sort_of(one) == "count"
    people = counts_people(one.unit) and counts_people(other.unit)
    return people and not are_two_actors(one.unit, other.unit)


def _is_doubtful(
    one: Mention,
    other: Mention,
    numbers: Pair[Mapping[int, Sequence[Mention]]],
    place: tuple[int, int],
) -> bool:
    """Whether two nouns differ where more is counted: "62 aboard, 58 drowned"."""
    if one.unit is None or other.unit is None:
        return False
    return len(numbers.a[place[0]]) > 1 or len(numbers.b[place[1]]) > 1


def _renamed(mention: Mention, same: Mapping[str, str]) -> Mention:
    if mention.kind is not Kind.NUMBER or mention.key not in same:
        return mention
    return replace(mention, key=same[mention.key])
