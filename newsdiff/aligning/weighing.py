"""What a term weighs in a pair of articles: the more, the fewer sentences have it."""

from __future__ import annotations

from typing import Final

import numpy as np

from newsdiff.aligning.profiles import RAREST
from newsdiff.aligning.shared_terms import Shared, norm, of_other, partners, shared
from newsdiff.aligning.sparse import Floats, Ints, summed
from newsdiff.aligning.terms import Kind, Terms
from newsdiff.model import Pair, Side

_BACKGROUND: Final = 20
"""Sentences of other news added to every count, so that two short texts do not make
each word they share look worthless."""
_SMALL_BACKGROUND: Final = 5
"""The same for names, letter runs and word pairs: other news does not have them."""


def stem_weights(terms: Pair[Terms], partner: Pair[Ints]) -> Pair[Floats]:
    """What each stem weighs: rare in English, and in few sentences of the articles.

    Args:
        terms: Those of both articles.
        partner: What `partners` says of their stems.
    """
    every = sum(len(side.profiles) for side in terms)
    uses = _uses(terms.map(lambda t: t.stems), partner)

    def weights(side: Side) -> Floats:
        own, other, both = terms[side], terms[side.other], partner[side]
        rare = np.maximum(own.rarity, of_other(both, other.rarity))
        named = own.named | (of_other(both, other.named.astype(float)) > 0)
        background = np.where(named, _SMALL_BACKGROUND, _BACKGROUND)
        scarce = np.log((every + background) / uses[side])
        weighed: Floats = scarce * np.minimum(rare, RAREST) / 50
        return weighed

    return Pair.each(weights)


def meet(kinds: Pair[Kind]) -> Shared:
    """The terms both articles have, of a kind that other news does not share."""
    partner = partners(kinds)
    most = sum(len(kind.rows.starts) - 1 for kind in kinds) + _SMALL_BACKGROUND
    weights = _uses(kinds, partner).map(lambda uses: np.log(most / uses))
    return shared(kinds, partner, weights)


def _uses(kinds: Pair[Kind], partner: Pair[Ints]) -> Pair[Floats]:
    """In how many sentences of both articles each term is."""
    uses = kinds.map(lambda kind: kind.uses.astype(float))
    return Pair.each(lambda s: uses[s] + of_other(partner[s], uses[s.other]))


def window_norms(kind: Kind, weights: Floats) -> Floats:
    """The norm of each sentence with half of its neighbours."""
    rows, width = kind.rows, max(1, len(weights))
    size = len(rows.starts) - 1
    values, owners = rows.values * weights[rows.items], rows.owners
    near = [(owners + k, values * part) for k, part in ((0, 1.0), (-1, 0.5), (1, 0.5))]
    key = np.concatenate([at * width + rows.items for at, _ in near])
    added = np.concatenate([value for _, value in near])
    inside = (key >= 0) & (key < size * width)
    found, which = np.unique(key[inside], return_inverse=True)
    total = summed(which, added[inside], len(found))
    return norm(summed(found // width, total**2, size))
