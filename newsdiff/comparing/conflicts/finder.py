"""Every kind of conflict between two articles, each told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from newsdiff.aligning import Alignment
from newsdiff.analysis import AnalysedArticle
from newsdiff.comparing.conflicts.causes import find_causes
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.deeds import find_doers
from newsdiff.comparing.conflicts.hedges import find_certainty_conflicts
from newsdiff.comparing.conflicts.names import find_name_conflicts
from newsdiff.comparing.conflicts.opposites import find_opposites
from newsdiff.comparing.conflicts.orders import find_orders
from newsdiff.comparing.conflicts.outlook import find_outlooks
from newsdiff.comparing.conflicts.quotations import (
    find_same_quotes,
    find_wording_conflicts,
)
from newsdiff.comparing.conflicts.rewordings import find_reworded_quotes
from newsdiff.comparing.conflicts.sides import ConflictSide, make_sides
from newsdiff.comparing.conflicts.speakers import (
    find_quoted_speakers,
    find_stated_speakers,
)
from newsdiff.comparing.conflicts.values import Probabilities, find_value_conflicts
from newsdiff.comparing.grounds import PERHAPS, is_grounded
from newsdiff.model import SIDES, Fact, Link, Mention, Pair, Span, State


@dataclass(frozen=True, slots=True)
class Conflicts:
    """What two articles tell differently."""

    facts: tuple[Fact, ...]
    """Facts of status conflict, in the order of their first place in A, then B. Their
    notes say what differs in words that hold whichever article is A."""
    consumed: Pair[frozenset[Span]]
    """Places of the mentions whose values these are: what is told differently is not
    told by one article alone."""


def find_conflicts(
    articles: Pair[AnalysedArticle],
    alignment: Alignment,
    mentions: Pair[Sequence[Mention]],
) -> Conflicts:
    """Dates, numbers, names, quoted words, speakers and certainty that differ.

    Mirrors when the articles are exchanged, whatever the order of the links. Two
    articles with the same text have no conflicts.

    Args:
        articles: Both.
        alignment: Their links, and what their words weigh.
        mentions: What `make_canonical` gives for the mentions of both.
    """
    texts = articles.map(lambda one: one.article.text)
    if texts.a == texts.b:
        return Conflicts((), Pair(frozenset(), frozenset()))
    # The work is done from the side whose text comes first, so that nothing can
    # depend on which article is A.
    turned = texts.b < texts.a
    if turned:
        articles, mentions = articles.swapped, mentions.swapped
    links = map(_turned, alignment.links) if turned else alignment.links
    chances: Probabilities = alignment.probabilities
    if turned:
        chances = {(j, i): chance for (i, j), chance in chances.items()}
    sides = make_sides(articles, mentions, alignment.stem_weights)
    ordered = sorted(links, key=lambda link: (link.a, link.b))
    differing = _with_grounds(sides, ordered, _find(sides, ordered, chances))
    for side in sides:
        side.kept.clear()  # scenes know their side: without this both would stay
    if turned:
        differing = [one.swapped for one in differing]
    facts = sorted((one.fact for one in differing), key=_place)
    consumed = (
        frozenset(p for one in differing for p in one.mentions[s]) for s in SIDES
    )
    return Conflicts(tuple(facts), Pair(*consumed))


def _with_grounds(
    sides: Pair[ConflictSide], links: Sequence[Link], found: Sequence[Conflict]
) -> list[Conflict]:
    """Conflicts that say so where their sentences only may tell the same."""
    matched = {(x.a, x.b) for x in links if x.state is State.MATCHED}
    articles = sides.map(lambda side: side.analysed.article)
    return [
        one
        if is_grounded(articles, one.kind, one.spans, matched)
        else replace(one, note=f"{one.note}{PERHAPS}")
        for one in found
    ]


def _turned(link: Link) -> Link:
    return Link(a=link.b, b=link.a, state=link.state, score=link.score)


def _find(
    sides: Pair[ConflictSide], links: Sequence[Link], chances: Probabilities
) -> list[Conflict]:
    quotes = find_same_quotes(sides, links)
    ranked = (
        find_wording_conflicts(sides, quotes, links),
        find_reworded_quotes(sides, quotes, links),
        find_quoted_speakers(sides, quotes),
        find_stated_speakers(sides, links),
        find_certainty_conflicts(sides, links),
        find_value_conflicts(sides, chances),
        find_name_conflicts(sides, links),
        find_opposites(sides, links),
        find_orders(sides, links),
        find_doers(sides, links),
        find_outlooks(sides, links),
        find_causes(sides, links),
    )
    found: list[Conflict] = []
    for every in ranked:
        # What overlaps on both sides is one difference: the plainer kind tells it.
        new = _joined(one for one in every if not _is_told(one, found))
        found += new
    return found


def _is_told(conflict: Conflict, found: Iterable[Conflict]) -> bool:
    return any(all(conflict.overlaps(other, side) for side in SIDES) for other in found)


def _joined(conflicts: Iterable[Conflict]) -> list[Conflict]:
    """Conflicts that repeat each other at overlapping places made one."""
    kept: list[Conflict] = []
    for one in conflicts:
        for n, other in enumerate(kept):
            if one.repeats(other):
                kept[n] = other.joined(one)
                break
        else:
            kept.append(one)
    return kept


def _place(fact: Fact) -> tuple[object, ...]:
    return (fact.spans.a[0], fact.spans.b[0], fact.kind, fact.spans.a, fact.spans.b)
