"""Rows that both articles tell alike, folded into one line a stretch.

A row is in common where both sides read the same or are only written otherwise, and
where they use other words but no fact, and no part of a sentence, was found to differ.
The line of a fold says how many of its sentences are in other words, so that nothing is
passed off as equal.
"""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.comparing import Mark, Row
from newsdiff.layout.folding import Entry, Fold, Folding, joined, places_of
from newsdiff.model import Comparison, SentencePlace, Side, Status

_ALIKE = (Mark.SAME, Mark.OTHERWISE)
_DIFFERING = (Status.ONLY_A, Status.ONLY_B, Status.CONFLICT)


def differing_places(comparison: Comparison) -> frozenset[SentencePlace]:
    """The sentences with a fact that the other article lacks or has otherwise."""
    found = (
        (side, comparison.articles[side].sentence_at(span.start))
        for fact in comparison.facts
        if fact.status in _DIFFERING
        for side in Side
        for span in fact.spans[side]
    )
    return frozenset((side, i) for side, i in found if i is not None)


def common_folded(
    entries: Sequence[Entry], differing: frozenset[SentencePlace], how: Folding
) -> tuple[Entry, ...]:
    """The entries with stretches in common folded.

    Args:
        entries: Rows, and folds of boilerplate, which end a stretch.
        differing: Sentences with a fact that differs.
        how: Which stretches, and how much of them stays open next to a change.
    """
    if not how.common and not how.but:
        return tuple(entries)
    found: list[Entry] = []
    at = 0
    while at < len(entries):
        end = at
        while end < len(entries) and _is_common(entries[end], differing, how):
            end += 1
        if end == at:
            found.append(entries[at])
            at += 1
            continue
        first = at + (how.context if _is_change(entries[max(0, at - 1) : at]) else 0)
        last = end - (how.context if _is_change(entries[end : end + 1]) else 0)
        found += _closed(entries[at:end], slice(first - at, max(0, last - at)), how)
        at = end
    return tuple(found)


def _closed(stretch: Sequence[Entry], inner: slice, how: Folding) -> list[Entry]:
    """A stretch with its inner part folded, if that is what the reader wants."""
    hidden = stretch[inner]
    if not hidden:
        return list(stretch)
    excepted = bool(how.but and how.but & frozenset().union(*map(places_of, hidden)))
    if how.common == excepted:
        return list(stretch)
    start = inner.start
    return [*stretch[:start], _fold(hidden), *stretch[start + len(hidden) :]]


def _fold(hidden: Sequence[Entry]) -> Fold:
    reworded = joined(row for row in hidden if row.mark is Mark.REWORDED).map(len)
    return Fold(joined(hidden), "in common", Mark.SAME, "sentence", reworded)


def _is_common(entry: Entry, differing: frozenset[SentencePlace], how: Folding) -> bool:
    if not isinstance(entry, Row) or entry.mark not in (*_ALIKE, Mark.REWORDED):
        return False
    places = places_of(entry)
    if places & how.shown:
        return False
    return entry.mark in _ALIKE or not places & differing


def _is_change(neighbour: Sequence[Entry]) -> bool:
    return any(entry.mark.is_change for entry in neighbour)
