"""The weightiest runs of words that two sentences share."""

from __future__ import annotations

import numpy as np

from newsdiff.aligning.shared_terms import Shared
from newsdiff.aligning.sparse import Floats, Ints, Places, spread
from newsdiff.aligning.terms import Running
from newsdiff.model import Pair


def weightiest_runs(
    shared: Shared, running: Pair[Running], places: Places
) -> tuple[Floats, Floats]:
    """For each place the weight of the heaviest run of words both sentences have.

    A word counts as much as it does in the sentence where it counts less. The second
    array holds the heaviest run inside a quotation of either sentence.

    Args:
        shared: The words that both articles have.
        running: All words of both.
        places: The sentences that are set against each other.
    """
    found = shared.matches(places)
    entries = Pair(shared.entries.a[found.left], shared.entries.b[found.right])
    counts = Pair.each(lambda s: np.diff(running[s].starts)[entries[s]])
    match, k = spread(np.zeros_like(counts.a), counts.a * counts.b)
    at = Pair(
        running.a.words[running.a.starts[entries.a][match] + k // counts.b[match]],
        running.b.words[running.b.starts[entries.b][match] + k % counts.b[match]],
    )
    place = found.place[match]
    weights = np.minimum(running.a.weights[at.a], running.b.weights[at.b])
    before = Pair.each(lambda s: running[s].places[at[s]])
    anywhere = _heaviest(place, before, weights, np.zeros_like(place), len(places))
    quoted = np.zeros(len(places))
    for part in Pair.each(lambda s: running[s].quotations[at[s]]):
        inside = part >= 0
        own = Pair(before.a[inside], before.b[inside])
        runs = place[inside], own, weights[inside], part[inside]
        quoted = np.maximum(quoted, _heaviest(*runs, len(places)))
    return anywhere, quoted


def _heaviest(
    place: Ints, at: Pair[Ints], weights: Floats, part: Ints, size: int
) -> Floats:
    """The largest sum over words that follow each other in both sentences.

    Args:
        place: The place each shared word belongs to.
        at: Which word it is of the one and of the other sentence.
        weights: What it weighs.
        part: The part of a sentence that a run does not leave.
        size: How many places there are.
    """
    best = np.zeros(size)
    if len(place):
        long = int(max(at.a.max(), at.b.max())) + 2
        lane = (place * (int(part.max()) + 1) + part) * 2 * long + at.b - at.a + long
        key = lane * long + at.a
        order = np.argsort(key)
        run = np.cumsum(np.diff(key[order], prepend=key[order[0]]) != 1)
        run -= run[0]
        np.maximum.at(best, place[order], np.bincount(run, weights[order])[run])
    return best
