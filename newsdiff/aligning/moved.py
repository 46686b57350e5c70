"""Which links are moved: a minimal removal of crossings takes them out.

Two links cross when their order in A is not their order in B. The link with most
crossings goes first, until none cross; what went was deliberately put elsewhere,
what stayed was only pushed down. (After the refactoring rule of NewsEdits, Spangher
et al., NAACL 2022.)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsdiff.model import Link, Pair, State


def mark_moved(links: Sequence[Link], texts: Pair[Sequence[str]]) -> tuple[Link, ...]:
    """The same links, in the same order, with `moved` set.

    Args:
        links: Links, best first.
        texts: The sentences they point to; they break ties, so that exchanging the
            two articles exchanges nothing else.
    """
    spine = _spine(links)
    crossed = _crossed(links, spine)
    count = {k: len(others) for k, others in crossed.items()}
    weak = {k: (-links[k].score, _words(links[k], texts)) for k in spine}
    moved: set[int] = set()
    while most := max(count.values(), default=0):
        k = max((k for k in count if count[k] == most), key=lambda k: weak[k])
        moved.add(k)
        del count[k]
        for m in crossed[k]:
            if m in count:
                count[m] -= 1
    return tuple(
        replace(link, moved=True) if k in moved else link
        for k, link in enumerate(links)
    )


def _spine(links: Sequence[Link]) -> list[int]:
    """The best matched link of each sentence: what decides the order of telling."""
    seen: Pair[set[int]] = Pair(set(), set())
    kept = []
    for k, link in enumerate(links):
        if (
            link.state is State.MATCHED
            and link.a not in seen.a
            and link.b not in seen.b
        ):
            seen.a.add(link.a)
            seen.b.add(link.b)
            kept.append(k)
    return kept


def _crossed(links: Sequence[Link], spine: Sequence[int]) -> dict[int, list[int]]:
    """The links of the spine that each of them crosses."""
    crossed: dict[int, list[int]] = {k: [] for k in spine}
    ordered = sorted((links[k].a, links[k].b, k) for k in spine)
    for n, (_, b, k) in enumerate(ordered):
        for _, other, m in ordered[n + 1 :]:
            if other < b:
                crossed[k].append(m)
                crossed[m].append(k)
    return crossed


def _words(link: Link, texts: Pair[Sequence[str]]) -> list[str]:
    return sorted((texts.a[link.a], texts.b[link.b]))
