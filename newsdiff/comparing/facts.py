"""The fact ledger: what both articles state, and what only one does.

Names, numbers, dates and quotations are facts by their values. What is left of the
words that the other article was not found to tell makes claims, clause by clause.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Final

from newsdiff.aligning import Alignment
from newsdiff.aligning.logistic import Model
from newsdiff.analysis import AnalysedArticle
from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts import find_conflicts
from newsdiff.comparing.excerpts import Excerpt, make_excerpts
from newsdiff.comparing.omissions import Stretch, find_untold
from newsdiff.comparing.otherwise import Otherwise
from newsdiff.comparing.same_values import meet_numbers
from newsdiff.comparing.verbatim import Echoes
from newsdiff.english.words import is_function_word, tokens
from newsdiff.mentions import make_canonical
from newsdiff.model import (
    SIDES,
    Absence,
    Fact,
    Kind,
    Mention,
    Pair,
    Role,
    Side,
    Span,
    Status,
)

_VALUES: Final = (Kind.NUMBER, Kind.DATE)
_Group = tuple[Kind, str]
"""Kind and key of mentions that are one fact."""
FEWEST_WORDS: Final = 2
"""Content words of a sentence that makes a claim; a single one is a word choice as
often as a fact."""


@dataclass(frozen=True, slots=True)
class _FactSide:
    """One article of a pair with what it states and what only it tells."""

    analysed: AnalysedArticle
    mentions: tuple[Mention, ...]
    """With the keys of the pair."""
    untold: tuple[Stretch, ...]
    """What the other article was not found to tell."""

    def is_told(self, mention: Mention) -> bool:
        """Whether the other article tells most of the words of a mention."""
        words = tokens(self.analysed.article.text, *mention.span)
        content = [w.start for w in words if not is_function_word(w.folded)]
        return 2 * sum(map(self._is_untold, content)) < len(content)

    def _is_untold(self, start: int) -> bool:
        """Whether a word that begins there is none of what the other article tells."""
        place = bisect_right(self.untold, start, key=lambda s: s.span.start) - 1
        return place >= 0 and start < self.untold[place].span.end

    def has(self, phrase: str, kind: Kind) -> bool:
        """Whether the characters of `phrase` stand anywhere in its text."""
        return self.analysed.bare.has(phrase, is_number=kind is Kind.NUMBER)


def list_facts(
    articles: Pair[AnalysedArticle],
    alignment: Alignment,
    omissions: Model | None = None,
) -> tuple[Fact, ...]:
    """The facts of two articles, in the order of their first place in A, then B.

    Args:
        articles: Both.
        alignment: Their links and the probabilities of all candidates.
        omissions: How words are weighed; None for the packaged model.
    """
    named_alike = Pair(*make_canonical(*articles.map(lambda one: one.mentions)))
    mentions = meet_numbers(named_alike, alignment.probabilities)
    stretches = find_untold(articles, alignment, mentions, omissions)
    sides = Pair.each(lambda s: _FactSide(articles[s], mentions[s], stretches[s]))
    differing = find_conflicts(articles, alignment, mentions)
    plain = articles.map(lambda one: one.article)
    echoes = Echoes.of(plain, alignment.links, mentions)
    named = [*differing.facts, *_mention_facts(sides, differing.consumed, echoes)]
    quoted = Pair.each(lambda s: _Covered(_quotes(named, s), s))
    named = [fact for fact in named if not _lies_in(fact, quoted, _VALUES)]
    told = Otherwise(articles, differing.facts)
    claims = [
        claim
        for side in SIDES
        for claim in _untold_claims(articles[side], stretches[side], named, side)
        if not told.tells(claim, side)
    ]
    wholes = plain.map(lambda one: frozenset(s.span for s in one.sentences))
    clauses = [one for one in claims if not _is_whole_sentence(one, wholes)]
    listed = Pair.each(lambda s: _Covered(clauses, s))
    named = [fact for fact in named if not _lies_in(fact, listed, (Kind.NUMBER,))]
    return tuple(sorted([*named, *claims], key=_place))


def _untold_claims(
    analysed: AnalysedArticle,
    stretches: Sequence[Stretch],
    named: Sequence[Fact],
    side: Side,
) -> Iterator[Fact]:
    """The claims of one side that are more than names, numbers and dates listed."""
    alone = _alone(named, side)
    for claim in _claims(analysed, stretches, side):
        if not all(_is_named(span, alone, analysed) for span in claim.spans[side]):
            yield claim


def _is_whole_sentence(claim: Fact, sentences: Pair[frozenset[Span]]) -> bool:
    """Whether a claim is all of a sentence, whose words no list repeats.

    Args:
        claim: The claim.
        sentences: The places of all sentences of both articles.
    """
    return any(span in sentences[side] for side in SIDES for span in claim.spans[side])


def _quotes(named: Sequence[Fact], side: Side) -> list[Fact]:
    """The quotations of one side, and those that the articles tell otherwise."""
    wanted = (side.only, Status.CONFLICT)
    return [one for one in named if one.kind is Kind.QUOTE and one.status in wanted]


class _Covered:
    """The places of some facts on one side."""

    def __init__(self, facts: Sequence[Fact], side: Side) -> None:
        spans = sorted(span for one in facts for span in one.spans[side])
        self._starts = [span.start for span in spans]
        self._reached = [*accumulate((span.end for span in spans), max)]
        """How far they reach that begin no later than each."""

    def holds(self, span: Span) -> bool:
        """Whether a place lies within one of them."""
        before = bisect_right(self._starts, span.start)
        return before > 0 and span.end <= self._reached[before - 1]


def _lies_in(fact: Fact, listed: Pair[_Covered], kinds: Sequence[Kind]) -> bool:
    """Whether a fact of one side, of some kinds, stands in what is listed with it."""
    side = fact.status.side
    if side is None or fact.kind not in kinds:
        return False
    return all(map(listed[side].holds, fact.spans[side]))


def _place(fact: Fact) -> tuple[object, ...]:
    first = fact.spans.map(lambda spans: spans[0] if spans else Span(10**9, 10**9))
    return (first.a, first.b, fact.kind, fact.value.a or "", fact.value.b or "")


def _mention_facts(
    sides: Pair[_FactSide], conflicting: Pair[frozenset[Span]], echoes: Echoes
) -> Iterator[Fact]:
    """What both or one of them states by name, but for what is a conflict already."""
    done = conflicting.map(set)
    grouped: Pair[defaultdict[_Group, list[Mention]]] = Pair(
        defaultdict(list), defaultdict(list)
    )
    for side in SIDES:
        for mention in sides[side].mentions:
            grouped[side][mention.kind, mention.key].append(mention)
    for group in cancellable(sorted({*grouped.a, *grouped.b})):
        mentions = _of_group(grouped, group)
        if all(mentions):
            yield _fact(sides, mentions)
            continue
        left = mentions.map(_but, done)
        told = group[0] in _VALUES and left != mentions  # with another value
        if told or not any(left):
            continue
        mentions = left
        side = Side.A if mentions.a else Side.B
        fact = _fact(sides, mentions)
        if fact.absence is Absence.MEANING and (
            there := echoes.places(side, mentions[side])
        ):
            done[side.other].update(there)
            yield _echoed(sides, fact, side, there)
        elif not _is_paraphrased(sides[side], mentions[side]):
            yield fact


def _of_group(
    grouped: Pair[defaultdict[_Group, list[Mention]]], group: _Group
) -> Pair[tuple[Mention, ...]]:
    return grouped.map(lambda side: tuple(side.get(group, ())))


def _but(mentions: Sequence[Mention], done: Container[Span]) -> tuple[Mention, ...]:
    """The mentions that stand at no place which is done with."""
    return tuple(mention for mention in mentions if mention.span not in done)


def _is_paraphrased(side: _FactSide, mentions: Sequence[Mention]) -> bool:
    """Whether the other article tells a quotation, only not in these words."""
    return mentions[0].kind is Kind.QUOTE and all(map(side.is_told, mentions))


def _fact(sides: Pair[_FactSide], mentions: Pair[tuple[Mention, ...]]) -> Fact:
    first = (mentions.a or mentions.b)[0]
    value = Pair.each(lambda side: _value(sides[side], mentions[side]))
    status, absence = Status.BOTH, None
    if not all(mentions):
        side = Side.A if mentions.a else Side.B
        status = side.only
        words = _bare(sides[side], mentions[side])
        nowhere = not sides[side.other].has(words, first.kind)
        absence = Absence.STRING if nowhere else Absence.MEANING
    return Fact(
        kind=first.kind,
        status=status,
        absence=absence,
        value=value,
        resolved=mentions.map(lambda side: side[0].resolved if side else None),
        spans=mentions.map(lambda side: tuple(m.span for m in side)),
    )


def _echoed(
    sides: Pair[_FactSide], fact: Fact, side: Side, there: tuple[Span, ...]
) -> Fact:
    """A fact of one side whose very words the other has too."""
    text = sides[side.other].analysed.words_at(there[0])
    known = fact.resolved[side]
    return replace(
        fact,
        status=Status.BOTH,
        absence=None,
        value=Pair.on(side, fact.value[side], text),
        resolved=Pair(known, known),
        spans=Pair.on(side, fact.spans[side], there),
    )


def _value(side: _FactSide, mentions: Sequence[Mention]) -> str | None:
    """The longest wording on one side: "Jake Sullivan" rather than "Sullivan".

    A number is worded with what it counts: "14 schools".
    """
    if not mentions:
        return None
    if mentions[0].kind is not Kind.NUMBER:
        return _bare(side, mentions)
    places = (mention.phrase or mention.span for mention in mentions)
    return max((side.analysed.words_at(place) for place in places), key=len)


def _bare(side: _FactSide, mentions: Sequence[Mention]) -> str:
    return max((side.analysed.words_at(m.span) for m in mentions), key=len)


def _alone(named: Sequence[Fact], side: Side) -> list[Span]:
    """Where names, numbers and dates stand that only one side has, in order."""
    return sorted(s for f in named if f.status is side.only for s in f.spans[side])


def _is_named(claim: Span, alone: Sequence[Span], analysed: AnalysedArticle) -> bool:
    """Whether a claim is made of nothing but such names, numbers and dates."""
    first = bisect_left(alone, claim.start, key=lambda span: span.end)
    near = alone[first : bisect_left(alone, claim.end, key=lambda span: span.start)]
    return all(
        is_function_word(word.folded)
        or any(s.start <= word.start < s.end for s in near)
        for word in analysed.tokens_in(claim)
    )


def _claims(
    analysed: AnalysedArticle, stretches: Sequence[Stretch], side: Side
) -> Iterator[Fact]:
    """What the other article was not found to say: clauses, or whole sentences."""
    article = analysed.article
    for number, group in groupby(stretches, lambda stretch: stretch.sentence):
        sentence = article.sentences[number]
        found = [stretch for stretch in group if stretch.words >= FEWEST_WORDS]
        if sentence.role is Role.SUBHEADING or not found:
            continue
        places = [stretch.span for stretch in found]
        parts = (
            [Excerpt(sentence.span, (sentence.span,))]
            if found[0].whole
            else make_excerpts(
                article.text, sentence.span, analysed.tokens[number], places
            )
        )
        for part in parts:
            yield Fact(
                kind=Kind.CLAIM,
                status=side.only,
                absence=Absence.MEANING,
                value=Pair.on(side, article.text[slice(*part.listed)], None),
                resolved=Pair(None, None),
                spans=Pair.on(side, part.stretches, ()),
            )
