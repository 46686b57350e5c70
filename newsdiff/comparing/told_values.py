"""Which words are part of a number or a date that the other article tells too.

"One million two hundred thousand" and "1.2 million" have no letter in common; nor has
the "MV" of a ship's name with the name.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsdiff.model import Kind, Mention, Pair, Span

_VALUES = (Kind.NUMBER, Kind.DATE)


@dataclass(frozen=True, slots=True)
class ToldValues:
    """The numbers and dates of one article that the other has, in order."""

    spans: tuple[Span, ...]
    tellers: tuple[frozenset[int], ...]
    """For each the sentences of the other article that tell it."""

    def tellers_at(self, offset: int) -> frozenset[int]:
        """The sentences of the other article that tell the value of a place."""
        place = bisect_right(self.spans, offset, key=lambda span: span.start) - 1
        if place < 0 or offset >= self.spans[place].end:
            return frozenset()
        return self.tellers[place]


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
