"""What a single article tells: said nowhere else, as far as that was found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing.widening import widen_to_clauses
from newsdiff.model import Absence, Article, Fact, Kind, Role, Side, Span
from newsdiff.story.account.quoting import (
    content_words,
    looks_back,
    stands_alone,
    trimmed,
    whole_of,
)
from newsdiff.story.account.told import (
    AllTold,
    facts_seen_from,
    overlap,
    trivial_places,
)

_FEWEST: Final = 3
"""Content words of a sentence that says something by itself."""
_FEWEST_OF_PART: Final = 4
"""Those of a part of one."""
_LONGEST: Final = 60
"""Characters of words that are listed as standing nowhere else."""
_SLOPE: Final = 4.0
_LISTED: Final = (Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE)
"""What is listed when its words stand nowhere else, most telling first."""
_VALUES: Final = (*_LISTED, Kind.NUMBER, Kind.DATE, Kind.QUOTE)


_TELLING: Final = (Kind.NUMBER, Kind.QUOTE)
"""What is hardly told by two in sentences that have nothing to do with each other."""


@dataclass(frozen=True, slots=True)
class Alone:
    """What no other article was found to say."""

    article: int
    sentence: int
    quoted: Span
    weight: float


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand in one article and nowhere in any other."""

    article: int
    kind: Kind
    span: Span

    @property
    def rank(self) -> tuple[int, Span]:
        """Most telling first."""
        return _LISTED.index(self.kind), self.span


def told_alone(article: Article, number: int, told: AllTold) -> list[Alone]:
    """What one article tells and no other was found to, most telling first.

    Args:
        article: The article.
        number: Its number in the story.
        told: What is known of all pairs.
    """
    untold = _untold(number, told, (Kind.CLAIM,))
    values = _untold(number, told, (*_VALUES, Kind.CLAIM))
    shared = _shared_values(number, told)
    own = [words.span for words in words_alone(article, number, told)]
    found = []
    for i, sentence in enumerate(article.sentences):
        if sentence.role in (Role.HEADLINE, Role.SUBHEADING):
            continue
        claims = _common(untold, sentence.span)
        near = _common(values, sentence.span)
        for span in _quotes(article, i, _with_values(article.text, claims, near)):
            if any(overlap(span, one) for one in shared):
                continue
            named = sum(overlap(span, one) for one in own)
            high = 1 / (1 + _SLOPE * i / max(1, len(article.sentences)))
            said = min(content_words(article.text, span), 10) / 10
            full = 0.4 * (span == whole_of(article, i))
            back = 0.3 * looks_back(article.text, span)
            weight = high + min(named, 3) / 3 + said + full - back
            found.append(Alone(number, i, span, weight))
    return sorted(found, key=lambda one: (-one.weight, one.quoted))


def words_alone(article: Article, number: int, told: AllTold) -> list[Words]:
    """Names that stand in no other article."""
    places: defaultdict[tuple[Kind, Span], set[int]] = defaultdict(set)
    others = set()
    trivial = set(trivial_places(told, number))
    for other, fact, side in facts_seen_from(told, number):
        others.add(other)
        if _is_listed(fact, side) and fact.spans[side][0] not in trivial:
            places[fact.kind, fact.spans[side][0]].add(other)
    found = []
    for (kind, span), lacking in places.items():
        sentence = article.sentence_at(span.start)
        if (
            lacking == others
            and span.end - span.start <= _LONGEST
            and (sentence is not None)
        ):
            found.append(Words(number, kind, span))
    text = article.text
    names = {text[slice(*one.span)] for one in found}
    whole = [
        one
        for one in found
        if not any(_is_part(text[slice(*one.span)], name) for name in names)
    ]
    return sorted(whole, key=lambda one: one.rank)


def _is_part(name: str, other: str) -> bool:
    return name != other and name in other


def _is_listed(fact: Fact, side: Side) -> bool:
    certain = fact.status is side.only and fact.absence is Absence.STRING
    return certain and fact.kind in _LISTED


def _untold(
    number: int, told: AllTold, kinds: Container[Kind]
) -> Mapping[int, list[Span]]:
    """Each other article → what it was not found to tell of this one, in order."""
    found: dict[int, list[Span]] = {}
    for a, b in told:
        if number in (a, b):
            found[b if a == number else a] = []
    for other, fact, side in facts_seen_from(told, number):
        if fact.kind in kinds and fact.status is side.only:
            found[other] += fact.spans[side]
    return {other: sorted(spans) for other, spans in found.items()}


def _shared_values(number: int, told: AllTold) -> list[Span]:
    """Numbers and quotations that another article has too, whatever it says of them."""
    return [
        span
        for _, fact, side in facts_seen_from(told, number)
        if fact.kind in _TELLING and fact.status is not side.only
        for span in fact.spans[side]
    ]


def _common(untold: Mapping[int, Sequence[Span]], sentence: Span) -> list[Span]:
    """What of a sentence none of them was found to tell."""
    common = [sentence]
    for spans in untold.values():
        common = [
            Span(max(one.start, span.start), min(one.end, span.end))
            for one in common
            for span in spans
            if overlap(one, span)
        ]
    return sorted(set(common))


def _with_values(
    text: str, claims: Sequence[Span], values: Sequence[Span]
) -> list[Span]:
    """Stretches with the values beside them that nobody else tells either."""
    found: list[Span] = []
    for claim in claims:
        span = claim
        for value in values:
            gap = Span(min(span.end, value.end), max(span.start, value.start))
            if overlap(span, value) or not content_words(text, gap):
                span = Span(min(span.start, value.start), max(span.end, value.end))
        found.append(span)
    return found


def _quotes(article: Article, i: int, stretches: Sequence[Span]) -> Iterator[Span]:
    """Stretches of a sentence so that each can be read by itself."""
    text, whole = article.text, whole_of(article, i)
    last: Span | None = None
    for stretch in stretches:
        if content_words(text, stretch) < _FEWEST - 1:
            continue
        wide = trimmed(text, widen_to_clauses(text, article.sentences[i].span, stretch))
        if stretch.start <= whole.start and stretch.end >= whole.end:
            wide = whole
        fewest = _FEWEST if wide == whole else _FEWEST_OF_PART
        if content_words(text, wide) < fewest or not stands_alone(text, wide, whole):
            continue
        if last is not None and overlap(last, wide):
            last = Span(min(last.start, wide.start), max(last.end, wide.end))
            continue
        if last is not None:
            yield last
        last = wide
    if last is not None:
        yield last
