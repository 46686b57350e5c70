"""Articles that are alike → groups, by average link.

Two groups become one where their articles are alike on average, each with each. By
single link one pair that is alike by chance joins two stories, and taking articles as
they come depends on their order: both are right less often
(`benchmarks/grouping_accuracy.py`). Complete link is right as often, by a measure that
must be set anew for stories of another size. Likeness is a whole number and ties are
broken by keys: the order of articles changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


def roots(links: Iterable[tuple[int, int]]) -> Mapping[int, int]:
    """What is linked, in a chain or at once → the smallest of all that hang together.

    Args:
        links: Pairs; what is in none of them is not in the result.
    """
    parent: dict[int, int] = {}

    def root(one: int) -> int:
        while (above := parent.setdefault(one, one)) != one:
            parent[one] = parent[above]
            one = above
        return one

    for one, other in links:
        first, second = sorted((root(one), root(other)))
        parent[second] = first
    return {one: root(one) for one in list(parent)}


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


def pinned_pairs(rule: Rule) -> Iterator[tuple[int, int]]:
    """Pairs that chain together what a person put together."""
    for group in rule.together:
        first, *others = sorted(group)
        yield from ((first, other) for other in others)


def _of_parts(
    members: Sequence[int],
    edges: Edges,
    keys: Sequence[str],
    least: float,
    rule: Rule,
) -> list[frozenset[int]]:
    """The groups of too many articles: of those that are linked more closely."""
    inside = set(members)
    pinned = [pair for pair in pinned_pairs(rule) if inside.issuperset(pair)]
    labels = np.zeros(len(keys), np.int32)
    level, parts = least, 1
    while parts == 1:
        level *= _STEP
        if level > _SURE:
            return [frozenset(members)]
        near = edges.where(edges.alike >= level)
        links = zip(near.a.tolist(), near.b.tolist(), strict=True)
        root = roots(chain(links, pinned))
        labels[members] = [root.get(member, member) for member in members]
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
        self._barred = np.eye(number, dtype=bool)

    def keep_apart(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Bars the groups of some articles from becoming one."""
        for pair in pairs:
            a, b = (self._home[member] for member in pair)
            self._barred[a, b] = self._barred[b, a] = True

    def merge(self, least: float) -> None:
        """Joins the two groups that are most alike until none are alike enough.

        What is kept of each group is who is most like it, the first of several: so a
        step looks at one row, and at those whose best is gone.
        """
        mean = self._sums / np.outer(self._sizes, self._sizes)
        mean[self._barred] = _NEVER
        best = mean.argmax(1)
        top = mean[np.arange(len(mean)), best]
        while len(top) and top[a := int(top.argmax())] >= least:
            b = int(best[a])
            self._join(a, b, mean)
            gone = np.flatnonzero((best == a) | (best == b))
            row = mean[:, a]
            nearer = (row > top) | ((row == top) & (a < best))
            best[nearer], top[nearer] = a, row[nearer]
            again = np.union1d(gone, [a])
            best[again] = mean[again].argmax(1)
            top[again] = mean[again, best[again]]
            top[b] = _NEVER

    def _join(self, a: int, b: int, mean: NDArray[np.float64]) -> None:
        """Puts the second group into the first."""
        self.groups[a] |= self.groups.pop(b)
        self._sums[a] += self._sums[b]
        self._sums[:, a] = self._sums[a]
        self._sizes[a] += self._sizes[b]
        self._barred[a] |= self._barred[b]
        self._barred[b] = True
        self._barred[:, a] = self._barred[a]
        self._barred[:, b] = True
        row = self._sums[a] / (self._sizes[a] * self._sizes)
        row[self._barred[a]] = _NEVER
        mean[a] = mean[:, a] = row
        mean[b] = mean[:, b] = _NEVER
