"""Which words are part of a number or a date that the other article tells too.

"One million two hundred thousand" and "1.2 million" have no letter in common; nor has
the "MV" of a ship's name with the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from newsdiff.aligning.sparse import Ints
from newsdiff.model import Kind, Mention, Pair, Span

_VALUES = (Kind.NUMBER, Kind.DATE)


@dataclass(frozen=True, slots=True)
class ToldValues:
    """The numbers and dates of one article that the other has, in order."""

    spans: tuple[Span, ...]
    tellers: tuple[frozenset[int], ...]
    """For each the sentences of the other article that tell it."""

    def tellers_of(self, offsets: Ints) -> dict[int, frozenset[int]]:
        """Number of each offset at which a value stands → the sentences that tell it.

        Args:
            offsets: Places in the text.
        """
        if not self.spans:
            return {}
        starts, ends = np.array(self.spans).T
        at = np.searchsorted(starts, offsets, "right") - 1
        inside = np.flatnonzero((at >= 0) & (offsets < ends[at]))
        return {n: self.tellers[at[n]] for n in inside.tolist()}


def find_told_values(mentions: Pair[Sequence[Mention]]) -> Pair[ToldValues]:
    """The numbers and dates of each article that the other has.

    Args:
        mentions: Those of both articles, with the keys of the pair.
    """
    places = mentions.map(_sentences)
    return Pair.each(lambda s: _told(mentions[s], places[s.other]))


def _sentences(mentions: Iterable[Mention]) -> Mapping[tuple[Kind, str], set[int]]:
    found: dict[tuple[Kind, str], set[int]] = defaultdict(set)
    for mention in mentions:
        if mention.kind is not Kind.QUOTE:
            found[mention.kind, mention.key].add(mention.sentence)
    return found


def _told(
    mentions: Iterable[Mention], there: Mapping[tuple[Kind, str], set[int]]
) -> ToldValues:
    found = sorted(
        (mention.span, frozenset(there[mention.kind, mention.key]))
        for mention in mentions
        if mention.kind in _VALUES or mention.rule == "ship"
        if (mention.kind, mention.key) in there
    )
    return ToldValues(
        spans=tuple(span for span, _ in found),
        tellers=tuple(tellers for _, tellers in found),
    )
