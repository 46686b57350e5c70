"""Which sentences stand opposite each other, in whose order.

Rows come from matched links: one sentence against one, or one against a run of at most
three neighbours where an outlet split it. Where both articles stay in their own order,
these are the links of the heaviest chain that crosses nothing (`chains.py`); in the
order of one side they are the best ones, wherever the other side tells it. What is only
related stands opposite where both sentences are free.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsdiff.comparing.chains import MAX_RUN, heaviest_chain
from newsdiff.model import SIDES, Article, Comparison, Link, Pair, Role, Side, State
from newsdiff.said import Origin

Opposite = Pair[tuple[int, ...]]
"""Sentences of either side that stand opposite each other; an empty side is a gap."""


def _alone(index: int, side: Side) -> Opposite:
    return Pair.on(side, (index,), ())


# Both articles in their own order


def in_both_orders(comparison: Comparison) -> Iterator[Opposite]:
    """The heaviest chain, and between its rows what stands alone: A's, then B's.

    What a person paired stands opposite even where it crosses the chain: at A's place.
    Headlines that are linked stand opposite each other and nothing else.
    """
    paired = _paired(comparison)
    set_apart = [*paired, *_headlines(comparison, paired)]
    taken = Pair.each(lambda side: {link.index(side) for link in set_apart})
    found = [
        link
        for link in comparison.links
        if link.state is State.MATCHED
        and link.a not in taken.a
        and link.b not in taken.b
    ]
    chain = heaviest_chain([*set_apart, *found], comparison.articles)
    across = {link.a: link.b for link in paired}
    for row in chain:
        across.pop(row.a[0], None)
    between = _related_between(comparison, chain, taken)
    chain += heaviest_chain(between, comparison.articles, longest=1)
    chain.sort(key=lambda row: row.a)
    at = Pair(0, 0)
    lengths = comparison.articles.map(lambda article: len(article.sentences))
    for row in [*chain, lengths.map(lambda n: (n,))]:
        if row.a[0] > at.a or row.b[0] > at.b:
            free = Pair(range(at.a, row.a[0]), range(at.b, row.b[0]))
            alone = _stretch(comparison.articles, free)
            yield from _with_pairs(alone, across) if across else alone
        if row.a[0] < lengths.a:
            yield row
        at = Pair(row.a[-1] + 1, row.b[-1] + 1)


def _paired(comparison: Comparison) -> list[Link]:
    """The links that a person made, one a sentence."""
    seen: Pair[set[int]] = Pair(set(), set())
    paired = []
    for link in comparison.links:
        free = link.a not in seen.a and link.b not in seen.b
        if link.origin is Origin.PERSON and free:
            seen.a.add(link.a)
            seen.b.add(link.b)
            paired.append(link)
    return paired


def _headlines(comparison: Comparison, paired: Iterable[Link]) -> list[Link]:
    """The link of both headlines, if there is one and no person paired either.

    Each stands for its article: opposite each other they say at once what differs,
    though a sentence further down may tell more of the same.
    """
    first = comparison.articles.map(_headline)
    apart = [link for link in paired if link.a == first.a or link.b == first.b]
    own = (link for link in comparison.links if (link.a, link.b) == (*first,))
    return [] if apart else [*own]


def _headline(article: Article) -> int | None:
    """The first headline of a text."""
    heads = (i for i, s in enumerate(article.sentences) if s.role is Role.HEADLINE)
    return next(heads, None)


def _with_pairs(
    alone: Iterable[Opposite], across: Mapping[int, int]
) -> Iterator[Opposite]:
    """Rows of one sentence, but those of A and B that a person paired as one row."""
    there = set(across.values())
    for row in alone:
        if row.a and row.a[0] in across:
            yield Pair(row.a, (across[row.a[0]],))
        elif not row.b or row.b[0] not in there:
            yield row


def _related_between(
    comparison: Comparison, chain: Sequence[Opposite], taken: Pair[set[int]]
) -> list[Link]:
    """The related links that cross no row of a chain, of what is not taken."""
    starts = Pair.each(lambda side: [row[side][0] for row in chain])
    return [
        link
        for link in _related(comparison)
        if bisect(starts.a, link.a) == bisect(starts.b, link.b)
        and link.a not in taken.a
        and link.b not in taken.b
    ]


def _stretch(articles: Pair[Article], free: Pair[range]) -> Iterator[Opposite]:
    """Sentences of both sides that stand alone, between two rows.

    Furniture at either end stays at that end, so that what begins or closes both
    pages stands together; between, A's sentences come before B's.
    """
    if not (free.a and free.b):
        side = Side.A if free.a else Side.B
        yield from (_alone(i, side) for i in free[side])
        return

    def is_page(side: Side, i: int) -> bool:
        return not articles[side].sentences[i].role.compared

    story = Pair.each(
        lambda side: [n for n, i in enumerate(free[side]) if not is_page(side, i)]
    )
    begin = Pair.each(lambda side: story[side][0] if story[side] else len(free[side]))
    end = Pair.each(lambda side: story[side][-1] + 1 if story[side] else begin[side])
    zero, length = Pair(0, 0), free.map(len)
    for first, last in ((zero, begin), (begin, end), (end, length)):
        for side in SIDES:
            own = free[side][first[side] : last[side]]
            yield from (_alone(i, side) for i in own)


def _related(comparison: Comparison) -> list[Link]:
    """The related links between sentences that are told nowhere, best first."""
    matched = [link for link in comparison.links if link.state is State.MATCHED]
    told_a, told_b = {link.a for link in matched}, {link.b for link in matched}
    return [
        link
        for link in comparison.links
        if link.a not in told_a and link.b not in told_b
    ]


# In the order of one side


def in_order_of(comparison: Comparison, side: Side) -> Iterator[Opposite]:
    """The rows in the order of a side.

    A sentence of the other side without a partner stands after the row of the
    sentence before it.
    """
    groups = _groups(comparison)
    by_first = {group[side][0]: group for group in groups}
    paired = {i for group in groups for i in group[side]}
    lead = [
        by_first.get(i) or _alone(i, side)
        for i in range(len(comparison.articles[side].sentences))
        if i in by_first or i not in paired
    ]
    yield from _insert_unpaired(comparison, lead, side)


def _insert_unpaired(
    comparison: Comparison, lead: list[Opposite], order: Side
) -> Iterator[Opposite]:
    """The rows of `lead` with the other side's unpaired sentences in their place."""
    other = order.other
    followers: defaultdict[int, list[int]] = defaultdict(list)
    paired = {i for row in lead for i in row[other]}
    anchor = -1
    for i in range(len(comparison.articles[other].sentences)):
        if i in paired:
            anchor = i
        else:
            followers[anchor].append(i)
    yield from (_alone(i, other) for i in followers[-1])
    for row in lead:
        yield row
        for anchor in row[other]:
            yield from (_alone(i, other) for i in followers[anchor])


def _groups(comparison: Comparison) -> list[Opposite]:
    """The rows that have both sides."""
    matched = [link for link in comparison.links if link.state is State.MATCHED]
    partner = _partners(matched)
    groups = []
    for a, bs in partner.a.items():
        if len(bs) > 1 or len(partner.b[next(iter(bs))]) == 1:
            groups.append(Pair((a,), tuple(sorted(bs))))
    for b, as_ in partner.b.items():
        if len(as_) > 1:
            groups.append(Pair(tuple(sorted(as_)), (b,)))
    taken: Pair[set[int]] = Pair(set(), set())
    for link in _related(comparison):
        if link.a not in taken.a and link.b not in taken.b:
            taken.a.add(link.a)
            taken.b.add(link.b)
            groups.append(Pair((link.a,), (link.b,)))
    return groups


def _partners(matched: list[Link]) -> Pair[dict[int, set[int]]]:
    """Each sentence with those opposite it: one to one, widened to runs.

    A sentence whose one best link leads to a neighbour's partner joins that row before
    its weaker links are looked at; what is still free then joins where it can.
    """
    partner: Pair[dict[int, set[int]]] = Pair({}, {})
    best = Pair.each(lambda side: _best(matched, side))
    for link in matched:
        if link.a not in partner.a and link.b not in partner.b:
            partner.a[link.a] = {link.b}
            partner.b[link.b] = {link.a}
        for side in SIDES:
            if best[side.other].get(link.index(side.other)) is link:
                _widen(partner, link, side)
    for link in matched:
        for side in SIDES:
            _widen(partner, link, side)
    return partner


def _best(matched: list[Link], side: Side) -> dict[int, Link]:
    """The best link of each sentence that has one better than all its others."""
    links: defaultdict[int, list[Link]] = defaultdict(list)
    for link in matched:
        links[link.index(side)].append(link)
    return {
        i: own[0]
        for i, own in links.items()
        if len(own) == 1 or own[0].score > own[1].score
    }


def _widen(partner: Pair[dict[int, set[int]]], link: Link, side: Side) -> None:
    """Lets the free end of `link` join its other end's row as a neighbour."""
    one, many = link.index(side), link.index(side.other)
    run = partner[side].get(one)
    if run is None or many in partner[side.other] or len(run) >= MAX_RUN:
        return
    if len(partner[side.other][next(iter(run))]) > 1:
        return
    if many in (min(run) - 1, max(run) + 1):
        run.add(many)
        partner[side.other][many] = {one}
