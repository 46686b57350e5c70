"""The same event told more surely in one article than in the other.

A hedge belongs to the words that follow it in its clause: "is expected to meet". Two
clauses are compared where both tell the same in the same word, and have others in
common besides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import product
from typing import Final, NamedTuple

from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.sides import (
    ConflictSide,
    Content,
    Reading,
    reading_of,
)
from newsdiff.english.tables import table
from newsdiff.english.words import Token, tokens
from newsdiff.mentions import Certainty
from newsdiff.mentions.statements.certainty import every_cue
from newsdiff.model import Article, Kind, Link, Mention, Pair, Role, Side, Span, State

_FARTHEST: Final = 3
"""Content words between a hedge and what it hedges."""
_FEWEST_SHARED: Final = 2
"""Other words that both clauses must have in common."""
_LOOK_BACK: Final = 8
"""Words before a verb among which a condition makes it less than plain."""
_NEAR: Final = 3
_SUBJECTS: Final = frozenset("he she it who which that also".split())
"""Words before the verb of a plain statement."""
_NOUN_ENDINGS: Final = ("ing", "tion", "sion", "ment", "ence", "ance", "ss")


class _Head(NamedTuple):
    """A content word and how surely it is told."""

    word: Content
    cue: Mention | None
    """The hedge it follows; None: it is told plainly."""
    order: int
    """Content words between the hedge and it."""
    start: int
    """Where the telling begins: the hedge, or an auxiliary, or the word itself."""

    @property
    def level(self) -> Certainty:
        """The rung of the ladder."""
        return Certainty[self.cue.key.upper()] if self.cue else Certainty.CONFIRMED

    @property
    def span(self) -> Span:
        """From the hedge to the word."""
        return Span(self.start, self.word.span.end)


def certainty_conflicts(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> Iterator[Conflict]:
    """Events of sentences that surely tell the same, told more or less surely."""
    readings = sides.map(lambda side: side.reading)
    heads = readings.map(lambda reading: _heads_in(reading.article))
    for link in cancellable(links):
        roles = (readings[s].article.sentences[link.index(s)].role for s in Side)
        if link.state is State.MATCHED and all(role is Role.BODY for role in roles):
            here = heads.map(_Heads.of, link.sentences)
            for pair in _unlike(readings, link, here):
                yield _conflict_of(readings, pair)


def _conflict_of(readings: Pair[Reading], heads: Pair[_Head]) -> Conflict:
    low, high = sorted(head.level for head in heads)
    rungs = table("conflicts")["rungs"]
    names = [rungs[level.name.lower()] for level in (high, low)]
    return Conflict(
        kind=Kind.CERTAINTY,
        value=Pair.each(lambda s: readings[s].text(heads[s].span)),
        resolved=heads.map(lambda head: head.level.name.lower()),
        spans=heads.map(lambda head: (head.span,)),
        note=f"{names[0]} in one article, {names[1]} in the other",
    )


def _unlike(
    readings: Pair[Reading], link: Link, heads: Pair[tuple[_Head, ...]]
) -> Iterator[Pair[_Head]]:
    """One pair of heads for every two cues that differ."""
    same = [Pair(a, b) for a, b in product(*heads) if a.word.root == b.word.root]
    agreeing = {
        head.cue for pair in same for head in pair if pair.a.level is pair.b.level
    }
    best: dict[tuple[Mention | None, ...], tuple[tuple[int, int], Pair[_Head]]] = {}
    for pair in same:
        cues = pair.map(lambda head: head.cue)
        if pair.a.level is pair.b.level or any(cue and cue in agreeing for cue in cues):
            continue
        common = _in_common(readings, link, pair)
        if common < _FEWEST_SHARED or not _is_comparable(readings, link, pair):
            continue
        rank = (pair.a.order + pair.b.order, -common)
        if tuple(cues) not in best or rank < best[tuple(cues)][0]:
            best[tuple(cues)] = rank, pair
    for _, pair in best.values():
        yield pair


def _in_common(readings: Pair[Reading], link: Link, heads: Pair[_Head]) -> int:
    """Words that both clauses have besides the one told."""
    clauses = (
        {
            word.root
            for word in readings[s].clause_at(link.index(s), heads[s].word.span.start)
        }
        for s in Side
    )
    return len(set.intersection(*clauses) - {heads.a.word.root})


def _is_comparable(readings: Pair[Reading], link: Link, heads: Pair[_Head]) -> bool:
    """Whether the hedge is next to its word, and what has none is told plainly."""
    if heads.a.cue and heads.b.cue:
        orders = sorted(head.order for head in heads)
        return orders[0] == 0 and orders[1] <= _FARTHEST
    plain = Side.B if heads.a.cue else Side.A
    hedge = heads[plain.other].cue
    reading = readings[plain]
    if hedge is None or heads[plain.other].order:
        return False
    hedging = readings[plain.other].text(hedge.span).casefold()
    return hedging not in _words("adjectives", "words") and _is_stated(
        reading, link.index(plain), heads[plain].word
    )


def _is_stated(reading: Reading, sentence: int, word: Content) -> bool:
    """Whether a word is a verb that is stated: no noun, condition or negation."""
    words = tokens(reading.article.text, *reading.article.sentences[sentence].span)
    k = next(n for n, w in enumerate(words) if w.start == word.span.start)
    verb = words[k].folded
    before = [w.folded for w in words[:k]]
    if _words("conditions", "words") & set(before[-_LOOK_BACK:]):
        return False
    negated = _words("negations", "words")
    if any(w in negated or w.endswith("n't") for w in before[-_NEAR:]):
        return False
    if verb.endswith(_NOUN_ENDINGS) or {*before[-1:]} & _words("before", "nouns"):
        return False
    if {*before[-1:]} & _words("before", "auxiliaries") or verb.endswith("ed"):
        return True
    subject = k > 0 and (words[k - 1].text[0].isupper() or before[-1] in _SUBJECTS)
    return subject and verb.endswith("s")


class _Heads:
    """The plain content words of an article's sentences with their hedges.

    Args:
        reading: The article.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._known: dict[int, tuple[_Head, ...]] = {}

    def of(self, sentence: int) -> tuple[_Head, ...]:
        """Those of one sentence, which are remembered: few sentences are asked for."""
        if sentence not in self._known:
            self._known[sentence] = tuple(_heads_of(self._reading, sentence))
        return self._known[sentence]


@lru_cache(maxsize=64)
def _heads_in(article: Article) -> _Heads:
    return _Heads(reading_of(article))


def _heads_of(reading: Reading, sentence: int) -> Iterator[_Head]:
    words = tokens(reading.article.text, *reading.article.sentences[sentence].span)
    cues = [c for c in every_cue(words, sentence) if _hedges(reading, c)]
    for clause in reading.clauses[sentence]:
        mine = [c for c in cues if clause.start <= c.span.start < clause.end]
        cue, order = None, 0
        for word in reading.within(sentence, [clause]):
            if any(c.span.start <= word.span.start < c.span.end for c in cues):
                continue
            before = [c for c in mine if c.span.end <= word.span.start]
            if before and before[-1] is not cue:
                cue, order = before[-1], 0
            if word.plain:
                yield _Head(word, cue, order, _first(words, word, cue))
            order += 1


def _first(words: Sequence[Token], word: Content, cue: Mention | None) -> int:
    """Where the hedge begins, or the auxiliaries before a word: "will be met"."""
    if cue:
        return cue.span.start
    k = bisect_left(words, word.span.start, key=lambda w: w.start)
    helping = _words("before", "auxiliaries") | _words("before", "passive")
    while k and words[k - 1].folded in helping:
        k -= 1
    return words[k].start


def _hedges(reading: Reading, cue: Mention) -> bool:
    """Whether a cue makes a statement less than sure; "due to" only before "be"."""
    after = reading.article.text[cue.span.end :][:4]
    due = reading.text(cue.span).casefold() == "due to" and after != " be "
    return cue.rule != "denial" and cue.key != "confirmed" and not due


@cache
def _words(group: str, name: str) -> frozenset[str]:
    return frozenset(table("conflicts")[group][name].split())
