"""Articles that are alike → groups, by average link.

Two groups become one where their articles are alike on average, each with each. By
single link one pair that is alike by chance joins two stories, and taking articles as
they come depends on their order: both are right less often
(`benchmarks/grouping_accuracy.py`). Complete link is right as often, by a measure that
must be set anew for stories of another size. Likeness is a whole number and ties are
broken by keys: the order of articles changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]
LARGEST: Final = 3000
"""Articles that are grouped by all their pairs; of more, only those that are more
alike are grouped with each other."""
_STEP: Final = 1.25
"""How much more alike."""
_SURE: Final = 1_000_000
"""As alike as can be."""
_NEVER: Final = -1.0
_UNKNOWN: Final = -1
"""Of a group: it is to be found out again who is most like it."""


class Edges(NamedTuple):
    """Who is like whom, each pair once; who is not named is not alike at all."""

    a: Numbers
    b: Numbers
    alike: Numbers

    def where(self, chosen: NDArray[np.bool_]) -> Edges:
        """Some of them."""
        return Edges(self.a[chosen], self.b[chosen], self.alike[chosen])


class Rule(NamedTuple):
    """What a person says of articles."""

    together: Sequence[frozenset[int]] = ()
    """Groups without a common article."""
    apart: frozenset[tuple[int, int]] = frozenset()
    """Pairs, the smaller number first."""


def groups_of(
    members: Sequence[int],
    edges: Edges,
    keys: Sequence[str],
    least: float,
    rule: Rule,
) -> list[frozenset[int]]:
    """The groups of some articles.

    Args:
        members: Their numbers.
        edges: Who of them is like whom.
        keys: The key of each article, by number, to break ties.
        least: How alike two groups must be on average to become one.
        rule: Which articles are together or apart, whatever they are like.
    """
    if not members:
        return []
    if len(members) > LARGEST:
        return _of_parts(members, edges, keys, least, rule)
    inside = set(members)
    pinned = [own for group in rule.together if len(own := group & inside) > 1]
    held = frozenset().union(*pinned)
    begun = [*pinned, *(frozenset((member,)) for member in inside - held)]
    begun.sort(key=lambda group: min(keys[member] for member in group))
    merger = _Merger(begun, edges)
    merger.keep_apart(pair for pair in rule.apart if inside.issuperset(pair))
    merger.merge(least)
    return list(merger.groups.values())


def components(number: int, a: Numbers, b: Numbers) -> Numbers:
    """Of each of some numbers, the smallest of all that hang together with it.

    Millions of links of one story are followed at once: one by one they take seconds.

    Args:
        number: How many there are, from 0.
        a: One end of each link.
        b: The other.
    """
    labels = np.arange(number, dtype=np.int32)
    while len(a):
        low = np.minimum(labels[a], labels[b])
        np.minimum.at(labels, labels[a], low)
        np.minimum.at(labels, labels[b], low)
        while (labels != (further := labels[labels])).any():
            labels = further
        apart = labels[a] != labels[b]
        a, b = a[apart], b[apart]
    return labels


def by_label(
    labels: Numbers, members: Numbers, edges: Edges
) -> Iterator[tuple[int, Numbers, Edges]]:
    """Articles by their labels, each with the edges among those of the same.

    Args:
        labels: The label of every article, by number.
        members: Which articles are looked at.
        edges: Who is like whom.
    """
    own = labels[members]
    order = np.argsort(own, kind="stable")
    names, begins = np.unique(own[order], return_index=True)
    among = labels[edges.a]
    inside = np.isin(among, names) & (among == labels[edges.b])
    edges, among = edges.where(inside), among[inside]
    sorted_edges = np.argsort(among, kind="stable")
    ends = np.searchsorted(among[sorted_edges], names, side="right").tolist()
    parts = np.split(members[order], begins[1:])
    for name, part, begin, end in zip(names, parts, [0, *ends], ends, strict=False):
        chosen = sorted_edges[begin:end]
        yield int(name), part, Edges(*(each[chosen] for each in edges))


def with_pinned(near: Edges, together: Iterable[frozenset[int]]) -> tuple[Numbers, ...]:
    """Both ends of some links, and of those that a person made."""
    chains = [(min(group), other) for group in together for other in group]
    pinned = np.array(chains, np.int32).reshape(-1, 2)
    ends = zip(near[:2], pinned.T, strict=True)
    return tuple(np.concatenate(both) for both in ends)


def _of_parts(
    members: Sequence[int],
    edges: Edges,
    keys: Sequence[str],
    least: float,
    rule: Rule,
) -> list[frozenset[int]]:
    """The groups of too many articles: of those that are linked more closely."""
    inside = set(members)
    pinned = [group for group in rule.together if inside.issuperset(group)]
    labels = np.zeros(len(keys), np.int32)
    level, parts, near = least, 1, edges
    while parts == 1:
        level *= _STEP
        if level > _SURE:
            return [frozenset(members)]
        near = near.where(near.alike >= level)
        labels = components(len(keys), *with_pinned(near, pinned))
        parts = len(np.unique(labels[members]))
    divided = by_label(labels, np.array(members, np.int32), edges)
    groups = (groups_of(own.tolist(), e, keys, least, rule) for _, own, e in divided)
    return list(chain.from_iterable(groups))


class _Merger:
    """Groups, and how alike each is to each on average.

    Args:
        groups: The groups to begin with, in the order in which ties are broken.
        edges: Who is like whom.
    """

    def __init__(self, groups: Sequence[frozenset[int]], edges: Edges) -> None:
        self.groups = dict(enumerate(groups))
        self._home = {m: n for n, group in self.groups.items() for m in group}
        number = len(groups)
        of = np.zeros(max(self._home, default=0) + 1, np.int64)
        of[[*self._home]] = [*self._home.values()]
        a, b = of[edges.a], of[edges.b]
        places = np.concatenate([a * number + b, b * number + a])
        sums = np.bincount(places, np.tile(edges.alike, 2), number * number)
        self._sums = sums.reshape(number, number)
        self._sizes = np.array([len(group) for group in groups], float)
        self._gone = np.zeros(number, dtype=bool)
        """Those that have become part of another."""
        self._barred: dict[int, set[int]] = {n: {n} for n in range(number)}
        """Which groups each never joins: itself, and those a person keeps apart."""

    def keep_apart(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Bars the groups of some articles from becoming one."""
        for pair in pairs:
            a, b = (self._home[member] for member in pair)
            self._barred[a].add(b)
            self._barred[b].add(a)

    def merge(self, least: float) -> None:
        """Joins the two groups that are most alike until none are alike enough.

        What is kept of each group is who is most like it, the first of several. Where
        that one has become less like it, what is kept is a bound, for no group is more
        like a third than the likelier of its parts was: it is looked at again only when
        its bound is the highest. So a step looks at few rows, even where thousands of
        articles are all alike.
        """
        if not self.groups:
            return
        rows = (self._means(n) for n in range(len(self._sizes)))
        best, top = map(np.array, zip(*map(_first_of_most, rows), strict=True))
        while top[a := int(top.argmax())] >= least:
            if best[a] == _UNKNOWN:
                best[a], top[a] = _first_of_most(self._means(a))
                continue
            b = int(best[a])
            row = self._join(a, b)
            was = (best == a) | (best == b)
            nearer = (row > top) | ((row == top) & (was | (a < best)))
            nearer &= (row > top) | (best != _UNKNOWN)
            best[was & (row < top)] = _UNKNOWN
            best[nearer], top[nearer] = a, row[nearer]
            best[a], top[b] = _UNKNOWN, _NEVER

    def _means(self, a: int) -> NDArray[np.float64]:
        """How alike a group is to each that it may join."""
        row = self._sums[a] / (self._sizes[a] * self._sizes)
        row[self._gone] = _NEVER
        row[[*self._barred[a]]] = _NEVER
        return np.asarray(row, np.float64)

    def _join(self, a: int, b: int) -> NDArray[np.float64]:
        """Puts the second group into the first; how alike that is to the others."""
        self.groups[a] |= self.groups.pop(b)
        self._sums[a] += self._sums[b]
        self._sums[:, a] = self._sums[a]
        self._sizes[a] += self._sizes[b]
        self._gone[b] = True
        barred = self._barred.pop(b) & self._barred.keys()
        for other in barred:
            self._barred[other].add(a)
        self._barred[a] |= barred
        return self._means(a)


def _first_of_most(row: NDArray[np.float64]) -> tuple[int, float]:
    """Which group is most alike, the first of several, and how much."""
    at = int(row.argmax())
    return at, float(row[at])
