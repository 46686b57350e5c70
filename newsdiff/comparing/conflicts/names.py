"""The same event with another name.

A name is tied to what is told of it by the words next to it: two names are set against
each other only where those words agree.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product
from typing import Final, NamedTuple

from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.contrasts import are_told_otherwise
from newsdiff.comparing.conflicts.scenes import Scene, scene_of
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.comparing.conflicts.slots import Slot
from newsdiff.model import SIDES, Kind, Link, Mention, Pair, Span, State

_BETWEEN: Final = re.compile(r"[\W_]+")


class _Tie(NamedTuple):
    """How closely a value must be tied to the same event on both sides."""

    reach: int
    """Words on each side of the value that are next to it."""
    near: int
    """Content words next to it that both have."""
    beside: int
    """Content words of its clause that both have; two are enough where they are all
    that one clause has."""


_TIES: Final = {
    Kind.PERSON: _Tie(4, 2, 2),
    Kind.PLACE: _Tie(4, 2, 2),
    Kind.ORGANIZATION: _Tie(4, 2, 2),
}
_SURE: Final = 0.65
"""Probability of a link from which a single name that differs is enough."""
_LEAST_SHARE: Final = 0.25
"""Share of the other words of both sentences that must then be the same."""
_FEWEST_LETTERS: Final = 5
"""Letters of names that can be taken for each other."""
_LOOKS_ALIKE: Final = 0.7
"""Likeness of such names."""
_VOWELS: Final = re.compile("[aeiouy]")
_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST_BESIDE: Final = 2
_VALUES: Final = (Kind.DATE, Kind.NUMBER)
_PASSED: Final = (*_VALUES, Kind.PERSON, Kind.PLACE)
_NOTE: Final = "another name in the same place"


def find_name_conflicts(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> Iterator[Conflict]:
    """Names of sentences that surely tell the same.

    A value that could be set against two is set against none.
    """
    elsewhere = _Elsewhere(sides)
    differing = []
    for link in cancellable(links):
        if link.state is State.MATCHED:
            here = sides.map(lambda t, i: t.mentions.get(i, ()), link.sentences)
            pairs = (Pair(a, b) for a, b in product(here.a, here.b))
            differing += [
                pair
                for pair in pairs
                if _differ(pair)
                and not _is_spelling(sides, pair)
                and not elsewhere.tells(pair)
                and not _are_told_otherwise(sides, pair)
                and (
                    _is_miswritten(sides, pair)
                    or (
                        not _have_other_values(sides, pair)
                        and (_is_tied(sides, pair) or _is_alone(sides, pair, link))
                    )
                )
            ]
    uses = Pair.each(lambda s: Counter(pair[s].span for pair in differing))
    for pair in differing:
        if all(uses[s][pair[s].span] == 1 for s in SIDES):
            yield Conflict(
                kind=pair.a.kind,
                value=sides.map(lambda t, m: t.analysed.words_at(m.span), pair),
                resolved=pair.map(lambda mention: mention.resolved),
                spans=pair.map(lambda mention: (mention.span,)),
                note=_NOTE,
                mentions=pair.map(lambda mention: frozenset((mention.span,))),
            )


class _Elsewhere:
    """What each article tells apart from the two sentences in question."""

    def __init__(self, sides: Pair[ConflictSide]) -> None:
        self._keys = sides.map(
            lambda t: {m.key for found in t.mentions.values() for m in found}
        )

    def tells(self, pair: Pair[Mention]) -> bool:
        """Whether an article tells the other's name too, anywhere."""
        return any(pair[s].key in self._keys[s.other] for s in SIDES)


def _differ(pair: Pair[Mention]) -> bool:
    """Whether two mentions are names of one kind."""
    return (
        pair.a.kind is pair.b.kind and pair.a.kind in _TIES and pair.a.key != pair.b.key
    )


def _is_spelling(sides: Pair[ConflictSide], pair: Pair[Mention]) -> bool:
    """Whether two names are one, apart or together: "MH370" and "MH 370"."""
    words = (sides[s].analysed.words_at(pair[s].span) for s in SIDES)
    letters = (_BETWEEN.sub("", one).casefold() for one in words)
    shorter, longer = sorted(letters, key=len)
    return longer.startswith(shorter)


def _have_other_values(sides: Pair[ConflictSide], pair: Pair[Mention]) -> bool:
    """Whether a clause has a number or date that the other sentence has not."""
    slots = Pair.each(lambda s: Slot(scene_of(sides[s], pair[s].sentence), pair[s]))
    keys = slots.map(lambda slot: slot.scene.keys(_VALUES))
    return any(
        value.key not in keys[s.other] for s in SIDES for value in slots[s].values
    )


def _is_miswritten(sides: Pair[ConflictSide], pair: Pair[Mention]) -> bool:
    """Whether two names look alike, so that one outlet took one for the other.

    "Norfolk" and "Norwalk", "Katie" and "Kathryn" of one surname. A name with accents
    left out or in another transliteration is the same, and has the same key.
    """
    names = Pair.each(lambda s: sides[s].analysed.words_at(pair[s].span).casefold())
    words: Pair[list[str]] = names.map(_WORD.findall)
    if pair.a.kind is Kind.ORGANIZATION or _are_one_written_twice(words):
        return False  # bodies are named in many ways
    full = pair.a.kind is Kind.PERSON and min(map(len, words)) > 1
    if full and words.a[-1] == words.b[-1]:
        return words.a[0][0] == words.b[0][0]
    shorter, longer = sorted(("".join(own) for own in words), key=len)
    if len(shorter) < _FEWEST_LETTERS or shorter[0] != longer[0]:
        return shorter in longer and len(shorter) >= _FEWEST_LETTERS
    return SequenceMatcher(None, shorter, longer).ratio() >= _LOOKS_ALIKE


def _are_one_written_twice(words: Pair[list[str]]) -> bool:
    """Whether names have the same consonants, or words that merely end otherwise."""
    bare = words.map(lambda own: _VOWELS.sub("", "".join(own)))
    if bare.a == bare.b or not (words.a and words.b):
        return True
    if {*words.a} <= {*words.b} or {*words.b} <= {*words.a}:
        return True
    return len(words.a) == len(words.b) and all(
        one.startswith(other) or other.startswith(one)
        for one, other in zip(words.a, words.b, strict=True)
    )


def _is_alone(sides: Pair[ConflictSide], pair: Pair[Mention], link: Link) -> bool:
    """Whether two names are all that sentences which surely tell the same differ in."""
    if link.score < _SURE:
        return False
    scenes = Pair.each(lambda s: scene_of(sides[s], pair[s].sentence))
    names = scenes.map(lambda scene: scene.names)
    alone = Pair.each(lambda s: names[s] - names[s.other])
    if any(alone[s] != {pair[s].key} for s in SIDES):
        return False
    if any(_speaks(scenes[s], pair[s]) for s in SIDES):
        return False
    weights = sides.a.root_weights
    roots = Pair.each(lambda s: _others(scenes[s], pair[s]))
    each = roots.map(lambda own: sum(weights.get(r, 0.0) for r in sorted(own)))
    shared = sum(weights.get(r, 0.0) for r in sorted(roots.a & roots.b))
    return shared >= _LEAST_SHARE * min(each)


def _are_told_otherwise(sides: Pair[ConflictSide], pair: Pair[Mention]) -> bool:
    scenes = Pair.each(lambda s: scene_of(sides[s], pair[s].sentence))
    return are_told_otherwise(scenes)


def _speaks(scene: Scene, name: Mention) -> bool:
    return any(
        saying.source.key == name.key
        or saying.source.span.start <= name.span.start < saying.source.span.end
        for saying in scene.sayings
    )


def _others(scene: Scene, name: Mention) -> frozenset[str]:
    """The roots of a sentence but for those of a name."""
    return scene.reading.every_root - scene.reading.roots_in(name.span)


def _is_tied(sides: Pair[ConflictSide], pair: Pair[Mention]) -> bool:
    """Whether the words next to two values, and their clauses, tell the same."""
    tie = _TIES[pair.a.kind]
    beside = Pair.each(lambda s: _beside(sides[s], pair[s]))
    common = beside.a & beside.b
    if len(common) < max(_FEWEST_BESIDE, min(tie.beside, *map(len, beside))):
        return False
    near = Pair.each(lambda s: _near(sides[s], pair[s], tie.reach))
    return len(common & near.a & near.b) >= tie.near


def _beside(side: ConflictSide, mention: Mention) -> set[str]:
    """The content words of a mention's clause; no dates or numbers."""
    clause = side.analysed.clause_at(mention.sentence, mention.span.start)
    values = _values(side, mention.sentence)
    return {
        word.root
        for word in clause
        if not any(v.start <= word.span.start < v.end for v in values)
    }


def _values(side: ConflictSide, sentence: int) -> list[Span]:
    return [m.span for m in side.mentions[sentence] if m.kind in _VALUES]


def _near(side: ConflictSide, mention: Mention, reach: int) -> set[str]:
    """The content words next to a mention; people, places, values are passed over."""
    number = mention.sentence
    passed = [m.span for m in side.mentions[number] if m.kind in _PASSED]
    words = [
        word.start
        for word in side.analysed.tokens[number]
        if not any(span.start <= word.start < span.end for span in passed)
    ]
    before = [start for start in words if start < mention.span.start][-reach:]
    after = [start for start in words if start >= mention.span.end][:reach]
    around = {*before, *after}
    return {
        word.root
        for word in side.analysed.content_of(number)
        if word.plain and word.span.start in around
    }
