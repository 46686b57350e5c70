"""Which articles are the same text, nearly so, or copy of one agency.

What is said is evidence with its measure, never a verdict: that two articles share
sentences word by word, and that one or both credit an agency. Who copied from whom is
not known.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from typing import Final

from newsdiff.grouping.signatures import Signature
from newsdiff.grouping.sketches import Sketch, likeness, repeated, runs_of, sentences_of

NEARLY: Final = 0.9
"""Share of all runs of words from which on two texts are nearly the same."""
MUCH: Final = 0.3
"""Share of the shorter text's sentences, from which on two have much in common."""
_FEWEST: Final = 3
"""Sentences: two may be a quotation that both cite."""
_MOST: Final = 0.5
"""Share of the shorter text's runs of words that the longer has, where sentences were
edited."""
_LONG: Final = 60
"""Runs of words of a text of which half are no chance."""
_SHARED_RUNS: Final = 4
"""Of the hashes kept, from which on two texts are looked at more closely."""


class Likeness(StrEnum):
    """How two articles are the same."""

    SAME = "same"
    """The same text, white space aside."""
    NEARLY = "nearly"
    """Another version: nine runs of words of ten are the same."""
    AGENCY = "agency"
    """Many sentences are the same, and an agency is credited."""
    SHARED = "shared"
    """Many sentences are the same, and no agency is credited."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two articles that are the same, or partly so."""

    a: int
    b: int
    """Their places among those that were looked at, a < b."""
    likeness: Likeness
    share: float
    """Of all runs of words (same, nearly), or of the shorter one's sentences."""
    sentences: int
    """How many they have in common word by word."""
    agencies: tuple[str, ...] = ()
    """Those that both credit; where there is none, those that one does."""
    credited: tuple[bool, bool] = (False, False)
    """Whether a, and whether b, credits an agency."""
    longer: int | None = None
    """Which of them has more words; None where neither has."""
    later: int | None = None
    """Which of them is of a later day; None where that is not known, or neither is."""


def copies(articles: Sequence[Signature]) -> tuple[Copy, ...]:
    """The pairs of articles that are the same or have much in common word by word.

    Args:
        articles: Those of a story, say; the same text may be among them more than once.
    """
    pairs = sorted(_candidates(articles))
    found = (_copy(a, b, articles[a], articles[b]) for a, b in pairs)
    return tuple(copy for copy in found if copy is not None)


def _candidates(articles: Sequence[Signature]) -> Iterator[tuple[int, int]]:
    """Pairs that share some sentences, or some of the runs that are kept."""
    holders: dict[tuple[str, int | str], list[int]] = defaultdict(list)
    for number, one in enumerate(articles):
        holders["text", one.key].append(number)
        for run in runs_of(one.sketch):
            holders["run", run].append(number)
        for sentence in set(sentences_of(one.sketch)):
            holders["sentence", sentence].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    enough = {"text": _SHARED_RUNS, "run": 1, "sentence": 2}
    for (kind, _), numbers in holders.items():
        for pair in combinations(numbers, 2):
            shared[pair] += enough[kind]
    return (pair for pair, times in shared.items() if times >= _SHARED_RUNS)


def _copy(a: int, b: int, one: Signature, other: Signature) -> Copy | None:
    common, share = _common_sentences(one.sketch, other.sketch)
    same = likeness(one.sketch, other.sketch)
    both = {*one.agencies} & {*other.agencies}
    agencies = both or {*one.agencies, *other.agencies}
    if one.key == other.key:
        kind, share = Likeness.SAME, 1.0
    elif same >= NEARLY:
        kind, share = Likeness.NEARLY, same
    elif (share >= MUCH and common >= _FEWEST) or _repeats(one.sketch, other.sketch):
        kind = Likeness.AGENCY if agencies else Likeness.SHARED
    else:
        return None
    return Copy(
        a=a,
        b=b,
        likeness=kind,
        share=share,
        sentences=common,
        agencies=tuple(sorted(agencies)),
        credited=(bool(one.agencies), bool(other.agencies)),
        longer=_more(a, b, one.words, other.words),
        later=_more(a, b, one.day, other.day),
    )


def _common_sentences(one: Sketch, other: Sketch) -> tuple[int, float]:
    """How many sentences two texts have in common, and of the shorter what share."""
    mine, theirs = Counter(sentences_of(one)), Counter(sentences_of(other))
    common = (mine & theirs).total()
    return common, common / max(1, min(mine.total(), theirs.total()))


def _repeats(one: Sketch, other: Sketch) -> bool:
    """Whether one text has most of the other's words, if not its whole sentences."""
    return min(one.size, other.size) >= _LONG and repeated(one, other) >= _MOST


def _more(a: int, b: int, one: int | None, other: int | None) -> int | None:
    if one is None or other is None or one == other:
        return None
    return a if one > other else b
