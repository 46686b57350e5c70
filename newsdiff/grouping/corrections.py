"""What a person says of stories: these belong together, this one does not.

Articles are named by the keys of their texts, so that a correction holds wherever and
whenever they are listed again. The last word counts: an earlier correction gives way
where two cannot both hold. Leave one out and it is undone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, product
from typing import Any, NamedTuple


class Correction(StrEnum):
    """What a person did."""

    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Pinned:
    """One correction."""

    what: Correction
    together: frozenset[str]
    """Keys of articles that are of one story."""
    apart: frozenset[str] = frozenset()
    """Keys of articles none of which is of that story."""
    moved: frozenset[str] = frozenset()
    """Which of those together are apart from them; empty: all."""


class Rules(NamedTuple):
    """What corrections ask for, without contradictions."""

    together: tuple[frozenset[str], ...]
    """Groups without a common article."""
    apart: frozenset[frozenset[str]]
    """Pairs."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that a person has corrected, in the order in which it was said."""

    pinned: tuple[Pinned, ...] = ()

    def moved(
        self, article: str, *, to: Iterable[str], away_from: Iterable[str]
    ) -> Corrections:
        """An article is of another story than it was taken to be.

        Args:
            article: Its key.
            to: The keys of the story it is of.
            away_from: The keys of the story it was in.
        """
        home = frozenset(to) | {article}
        left = frozenset(away_from) - home
        return self._with(Pinned(Correction.MOVED, home, left, frozenset((article,))))

    def split(self, articles: Iterable[str], rest: Iterable[str]) -> Corrections:
        """Some articles of a story are a story of their own.

        Args:
            articles: Their keys.
            rest: The keys of all others in the story that they were in.
        """
        own = frozenset(articles)
        return self._with(Pinned(Correction.SPLIT, own, frozenset(rest) - own))

    def merged(self, a: Iterable[str], b: Iterable[str]) -> Corrections:
        """Two stories are one.

        Args:
            a: The keys of one.
            b: The keys of the other.
        """
        return self._with(Pinned(Correction.MERGED, frozenset((*a, *b))))

    def without(self, pinned: Pinned) -> Corrections:
        """All corrections but one."""
        return Corrections(tuple(one for one in self.pinned if one != pinned))

    def rules(self) -> Rules:
        """What they ask for: a later correction holds against an earlier one."""
        groups: dict[str, set[str]] = {}
        apart: set[frozenset[str]] = set()
        for pinned in reversed(self.pinned):
            own = sorted(pinned.together)
            _join(own, groups, apart)
            for pair in product(sorted(pinned.moved or own), sorted(pinned.apart)):
                if groups.get(pair[0]) is None or pair[1] not in groups[pair[0]]:
                    apart.add(frozenset(pair))
        together = {id(group): frozenset(group) for group in groups.values()}
        return Rules(
            tuple(sorted((g for g in together.values() if len(g) > 1), key=sorted)),
            frozenset(apart),
        )

    def plain(self) -> list[dict[str, Any]]:
        """All of it as lists and strings, for JSON."""
        return [
            {
                "what": one.what.value,
                "together": sorted(one.together),
                "apart": sorted(one.apart),
                "moved": sorted(one.moved),
            }
            for one in self.pinned
        ]

    @staticmethod
    def from_plain(rows: Sequence[Mapping[str, Any]]) -> Corrections:
        """What `plain` gave.

        Args:
            rows: Its list.

        Raises:
            ValueError: If it is no such list.
        """
        try:
            return Corrections(tuple(map(_pinned, rows)))
        except (KeyError, TypeError, ValueError) as error:
            message = f"These are no corrections of stories: {error}."
            raise ValueError(message) from error

    def _with(self, pinned: Pinned) -> Corrections:
        return Corrections((*(p for p in self.pinned if p != pinned), pinned))


def _pinned(row: Mapping[str, Any]) -> Pinned:
    return Pinned(
        Correction(row["what"]),
        *(frozenset(map(str, row[part])) for part in ("together", "apart", "moved")),
    )


def _join(
    keys: Sequence[str], groups: dict[str, set[str]], apart: set[frozenset[str]]
) -> None:
    """Puts keys into one group, where nothing said later keeps them apart."""
    for a, b in combinations(keys, 2):
        mine, theirs = groups.setdefault(a, {a}), groups.setdefault(b, {b})
        if mine is theirs or any(
            frozenset(pair) in apart for pair in product(mine, theirs)
        ):
            continue
        mine |= theirs
        groups.update(dict.fromkeys(theirs, mine))
