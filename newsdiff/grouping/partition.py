"""Numbers of articles in groups, kept so that one more disturbs only its neighbours.

Two articles are linked where they are alike enough. Groups never reach over what links
connect, a component: no average is high enough where no pair is. So when an article
comes or goes, only its component is grouped anew, by the same rules as all are from
nothing, and the result is the same; but for a story of so many articles that not all
pairs of them are kept (`index.MOST`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from newsdiff.grouping.clustering import (
    Edges,
    Rule,
    by_label,
    components,
    groups_of,
    with_pinned,
)
from newsdiff.grouping.index import UNIT, Row
from newsdiff.grouping.weights import Numbers

ALIKE: Final = round(0.18 * UNIT)
"""From here on two articles, or two groups on average, tell the same event."""
FLOOR: Final = round(0.05 * UNIT)
"""Below it two articles are taken not to be alike at all."""

Group = frozenset[int]


def _no_numbers() -> Numbers:
    return np.empty(0, np.int32)


def _no_edges() -> Edges:
    return Edges(_no_numbers(), _no_numbers(), _no_numbers())


@dataclass(frozen=True, slots=True, eq=False)
class Partition:
    """The groups of some articles, which are numbered from 0."""

    edges: Edges = field(default_factory=_no_edges)
    labels: Numbers = field(default_factory=_no_numbers)
    """Of each article: its component."""
    groups: Mapping[int, tuple[Group, ...]] = field(default_factory=dict)
    """Of each component."""

    def group_of(self, number: int) -> Group:
        """The group of an article."""
        groups = self.groups[int(self.labels[number])]
        return next(group for group in groups if number in group)


def extended(
    known: Partition, rows: Sequence[Row], keys: Sequence[str], rule: Rule
) -> Partition:
    """A partition with articles more, behind those it has.

    Args:
        known: The partition.
        rows: Whom each new article is like.
        keys: The key of every article, by its number.
        rule: What a person says of them.
    """
    first = len(known.labels)
    fresh = int(known.labels.max(initial=-1)) + 1 + np.arange(len(rows), dtype=np.int32)
    added = _edges(rows, first)
    edges = Edges(*map(np.concatenate, zip(known.edges, added, strict=True)))
    grown = replace(known, edges=edges, labels=np.concatenate([known.labels, fresh]))
    joined, touched = _joined(grown, added.where(added.alike >= ALIKE), rule)
    return _grouped(joined, touched | {*fresh.tolist()}, keys, rule)


def reduced(
    known: Partition, number: int, keys: Sequence[str], rule: Rule
) -> Partition:
    """A partition without an article; those behind it move up.

    Args:
        known: The partition.
        number: Which article.
        keys: The key of every article that stays.
        rule: What a person says of these.
    """
    label = int(known.labels[number])
    kept = (known.edges.a != number) & (known.edges.b != number)
    a, b, alike = (part[kept] for part in known.edges)
    rest = Partition(
        Edges(a - (a > number), b - (b > number), alike),
        np.delete(known.labels, number),
        {
            each: tuple(_moved_up(group, number) for group in groups)
            for each, groups in known.groups.items()
            if each != label
        },
    )
    return _grouped(rest, {label}, keys, rule)


def regrouped(known: Partition, keys: Sequence[str], rule: Rule) -> Partition:
    """A partition by another rule.

    Args:
        known: The partition.
        keys: The key of every article.
        rule: What a person says of them.
    """
    labels = np.arange(len(known.labels), dtype=np.int32)
    near = known.edges.where(known.edges.alike >= ALIKE)
    joined, _ = _joined(Partition(known.edges, labels), near, rule)
    return _grouped(joined, {*joined.labels.tolist()}, keys, rule)


def _edges(rows: Sequence[Row], first: int) -> Edges:
    """Each pair once, the later article second.

    A pair is there if one of the two is among those most like the other.
    """
    parts = [_no_edges()]
    for number, row in enumerate(rows, first):
        a, b = np.minimum(row.others, number), np.maximum(row.others, number)
        parts.append(Edges(a, b, row.alike))
    edges = Edges(*map(np.concatenate, zip(*parts, strict=True)))
    codes = edges.b.astype(np.int64) * (first + len(rows)) + edges.a
    _, once = np.unique(codes, return_index=True)
    return Edges(*(part[once] for part in edges))


def _joined(known: Partition, near: Edges, rule: Rule) -> tuple[Partition, set[int]]:
    """A partition whose components are joined where articles are linked.

    Returns:
        It, and the labels of components that are to be grouped anew.
    """
    a, b = (known.labels[ends] for ends in with_pinned(near, rule.together))
    number = int(known.labels.max(initial=-1)) + 1
    became = components(number, a, b)
    changed = became != np.arange(number)
    if not changed.any():
        return known, set()
    groups = {k: v for k, v in known.groups.items() if not changed[k]}
    joined = replace(known, labels=became[known.labels], groups=groups)
    return joined, {*became[changed].tolist()}


def _grouped(
    known: Partition, touched: set[int], keys: Sequence[str], rule: Rule
) -> Partition:
    """A partition with some components grouped anew."""
    fresh = np.array(sorted(touched), np.int32)
    members = np.flatnonzero(np.isin(known.labels, fresh)).astype(np.int32)
    groups = {k: v for k, v in known.groups.items() if k not in touched}
    for label, own, edges in by_label(known.labels, members, known.edges):
        groups[label] = tuple(groups_of(own.tolist(), edges, keys, ALIKE, rule))
    return replace(known, groups=groups)


def _moved_up(group: Group, number: int) -> Group:
    """A group once an article is taken away from before some of its own."""
    return frozenset(member - (member > number) for member in group)
