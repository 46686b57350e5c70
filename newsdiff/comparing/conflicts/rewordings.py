"""One utterance that two outlets quote in words of their own.

Translated speech shares few words. Where somebody is quoted once in either article, and
the two sentences may tell the same, the quotations are two versions of one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.analysis.quoted_words import Quote
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.quotations import SameQuote
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.model import SIDES, Kind, Link, Pair

_FEWEST: Final = 4
"""Words of a quotation that is looked at; a shorter one is a choice of words."""

_FEWEST_OTHER: Final = 2
"""Words of content that each of two versions has alone."""


def find_reworded_quotes(
    sides: Pair[ConflictSide], quotes: Sequence[SameQuote], links: Sequence[Link]
) -> Iterator[Conflict]:
    """Quotations of those who are quoted once in both articles, in other words.

    Args:
        sides: Both articles.
        quotes: The quotations that are known to be one.
        links: Those of their sentences.
    """
    linked = {(link.a, link.b) for link in links}
    known = Pair.each(lambda s: {same.quotes[s].span for same in quotes})
    single = sides.map(_single)
    for speaker in sorted(single.a.keys() & single.b.keys()):
        pair = Pair(single.a[speaker], single.b[speaker])
        if any(pair[s].span in known[s] for s in SIDES):
            continue
        if (pair.a.sentence, pair.b.sentence) in linked and _are_versions(sides, pair):
            spans = pair.map(lambda quote: quote.span)
            yield Conflict(
                kind=Kind.QUOTE,
                value=sides.map(lambda side, span: side.analysed.words_at(span), spans),
                spans=spans.map(lambda span: (span,)),
                note="the same speaker, quoted in other words",
                mentions=spans.map(lambda span: frozenset((span,))),
            )


def _are_versions(sides: Pair[ConflictSide], quotes: Pair[Quote]) -> bool:
    """Whether both share a word of content, and either has others too.

    What is merely cut shorter is no other version.
    """
    roots = Pair.each(
        lambda s: {
            word.root
            for word in sides[s].analysed.within(quotes[s].sentence, [quotes[s].span])
        }
    )
    alone = Pair.each(lambda s: roots[s] - roots[s.other])
    return bool(roots.a & roots.b) and min(len(alone.a), len(alone.b)) >= _FEWEST_OTHER


def _single(side: ConflictSide) -> dict[str, Quote]:
    """The quotations of those who are quoted once, by speaker."""
    found: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in side.quotes:
        if quote.speaker:
            found[quote.speaker.key].append(quote)
    return {
        speaker: own[0]
        for speaker, own in found.items()
        if len(own) == 1 and len(own[0].words) >= _FEWEST
    }
