"""The same event stated more surely in one article than in the other.

A hedge belongs to the words that follow it in its clause: "is expected to meet". Two
clauses are compared where both tell the same in the same word, and have others in
common besides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product
from typing import Final, NamedTuple

from newsdiff.analysis import AnalysedArticle
from newsdiff.analysis.analyser import ContentWord
from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.conflict import Conflict
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.events import events_of
from newsdiff.english.tables import table
from newsdiff.english.words import Token, fold
from newsdiff.mentions import Certainty
from newsdiff.model import SIDES, Kind, Link, Mention, Pair, Role, Side, Span, State

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
    """A content word and how surely it is stated."""

    word: ContentWord
    events: frozenset[str]
    """What it can tell."""
    cue: Mention | None
    """The hedge it follows; None: it is stated plainly."""
    order: int
    """Content words between the hedge and it."""

    @property
    def level(self) -> Certainty:
        """The rung of the ladder."""
        return Certainty[self.cue.key.upper()] if self.cue else Certainty.CONFIRMED


def find_certainty_conflicts(
    sides: Pair[ConflictSide], links: Sequence[Link]
) -> Iterator[Conflict]:
    """Events of sentences that surely tell the same, stated more or less surely."""
    articles = sides.map(lambda side: side.analysed)
    for link in cancellable(links):
        roles = {articles[s].article.sentences[link.index(s)].role for s in SIDES}
        hedged = any(link.index(s) in articles[s].hedges for s in SIDES)
        if not hedged or link.state is not State.MATCHED:
            continue
        if roles in ({Role.BODY}, {Role.HEADLINE}):
            both = articles.map(_heads_of, link.sentences)
            for pair in _unlike(articles, link, both):
                yield _conflict_of(articles, link, pair)


def _conflict_of(
    articles: Pair[AnalysedArticle], link: Link, heads: Pair[_Head]
) -> Conflict:
    spans = Pair.each(lambda s: _span_of(articles[s], link.index(s), heads[s]))
    low, high = sorted(head.level for head in heads)
    rungs = table("conflicts")["rungs"]
    names = [rungs[level.name.lower()] for level in (high, low)]
    return Conflict(
        kind=Kind.CERTAINTY,
        value=articles.map(AnalysedArticle.words_at, spans),
        resolved=heads.map(lambda head: head.level.name.lower()),
        spans=spans.map(lambda span: (span,)),
        note=f"{names[0]} in one article, {names[1]} in the other",
    )


def _unlike(
    articles: Pair[AnalysedArticle], link: Link, heads: Pair[list[_Head]]
) -> Iterator[Pair[_Head]]:
    """One pair of heads for every two cues that differ."""
    same = [Pair(a, b) for a, b in product(*heads) if _is_one(a, b)]
    agreeing = {
        head.cue for pair in same for head in pair if pair.a.level is pair.b.level
    }
    best: dict[tuple[Mention | None, ...], tuple[tuple[int, int], Pair[_Head]]] = {}
    for pair in same:
        cues = pair.map(lambda head: head.cue)
        if pair.a.level is pair.b.level or any(cue and cue in agreeing for cue in cues):
            continue
        common = _in_common(articles, link, pair)
        if common < _FEWEST_SHARED or not _is_comparable(articles, link, pair):
            continue
        rank = (pair.a.order + pair.b.order, -common)
        if tuple(cues) not in best or rank < best[tuple(cues)][0]:
            best[tuple(cues)] = rank, pair
    for _, pair in best.values():
        yield pair


def _is_one(a: _Head, b: _Head) -> bool:
    """Whether two heads are one word, or tell one event."""
    return a.word.root == b.word.root or not a.events.isdisjoint(b.events)


def _in_common(articles: Pair[AnalysedArticle], link: Link, heads: Pair[_Head]) -> int:
    """Words that both clauses have besides the one stated."""
    clauses = (
        {
            word.root
            for word in articles[s].clause_at(link.index(s), heads[s].word.span.start)
        }
        for s in SIDES
    )
    return len(set.intersection(*clauses) - {heads.a.word.root})


def _is_comparable(
    articles: Pair[AnalysedArticle], link: Link, heads: Pair[_Head]
) -> bool:
    """Whether the hedge is next to its word, and what has none is stated plainly."""
    if heads.a.cue and heads.b.cue:
        orders = sorted(head.order for head in heads)
        return orders[0] == 0 and orders[1] <= _FARTHEST
    plain = Side.B if heads.a.cue else Side.A
    hedge = heads[plain.other].cue
    if hedge is None or heads[plain.other].order:
        return False
    hedging = articles[plain.other].words_at(hedge.span).casefold()
    return hedging not in _words("adjectives", "words") and _is_stated(
        articles[plain], link.index(plain), heads[plain].word
    )


def _is_stated(article: AnalysedArticle, sentence: int, word: ContentWord) -> bool:
    """Whether a word is a verb that is stated: no noun, condition or negation."""
    words = _tokens_of(article, sentence)
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


def _heads_of(article: AnalysedArticle, sentence: int) -> list[_Head]:
    """The plain content words of a sentence with their hedges; found once."""
    found: list[_Head] | None = article.kept.get((_Head, sentence))
    if found is None:
        found = article.kept[_Head, sentence] = _read_heads(article, sentence)
    return found


def _read_heads(article: AnalysedArticle, sentence: int) -> list[_Head]:
    hedges = article.hedges.get(sentence, ())
    heads = []
    for clause in article.clauses_of(sentence):
        mine = [h for h in hedges if clause.start <= h.span.start < clause.end]
        cue, order = None, 0
        for word in article.within(sentence, [clause]):
            if any(h.span.start <= word.span.start < h.span.end for h in hedges):
                continue
            before = [h for h in mine if h.span.end <= word.span.start]
            if before and before[-1] is not cue:
                cue, order = before[-1], 0
            if word.plain:
                events = events_of(fold(article.words_at(word.span)))
                heads.append(_Head(word, events, cue, order))
            order += 1
    return heads


def _span_of(article: AnalysedArticle, sentence: int, head: _Head) -> Span:
    """From the hedge, or the auxiliaries before it ("will be met"), to the word."""
    if head.cue:
        return Span(head.cue.span.start, head.word.span.end)
    words = _tokens_of(article, sentence)
    k = bisect_left(words, head.word.span.start, key=lambda w: w.start)
    helping = _words("before", "auxiliaries") | _words("before", "passive")
    while k and words[k - 1].folded in helping:
        k -= 1
    return Span(words[k].start, head.word.span.end)


def _tokens_of(article: AnalysedArticle, sentence: int) -> tuple[Token, ...]:
    return article.tokens[sentence]


@cache
def _words(group: str, name: str) -> frozenset[str]:
    return frozenset(table("conflicts")[group][name].split())
