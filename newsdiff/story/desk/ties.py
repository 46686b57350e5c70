"""What two articles have in common of what they quote, whom they cite, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from newsdiff.analysis import AnalysedArticle
from newsdiff.comparing.conflicts.quotations import find_same_quotes
from newsdiff.comparing.conflicts.sides import ConflictSide, make_sides
from newsdiff.mentions import make_canonical
from newsdiff.model import (
    SIDES,
    Fact,
    Kind,
    Link,
    Mention,
    Pair,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.story.desk.told import Told, by_sentence, dates_of, told_in
from newsdiff.story.desk.wordings import is_covered, other_words, unshared_words

_SHARED: Final = 3
"""Roots of content words that two sentences share which tell a time of one thing."""
_HALF: Final = 0.5
"""Which share of a clause is told again where its time is not."""


class How(StrEnum):
    """How an article tells what another quotes."""

    QUOTED = "quoted"
    UNMARKED = "without quotation marks"
    INDIRECT = "in indirect speech"


@dataclass(frozen=True, slots=True)
class SameWords:
    """A quotation of A and one of B that are one."""

    quotes: Pair[int]
    differing: Pair[tuple[Span, ...]]
    """The words of either that the other has otherwise."""
    retold: bool = False
    """Whether they are two versions, as of a translation, that share no run."""


@dataclass(frozen=True, slots=True)
class Retold:
    """A quotation of one article that the other has without quotation marks."""

    side: Side
    """Whose quotation."""
    quote: int
    sentence: int
    """The other's sentence."""
    how: How


@dataclass(frozen=True, slots=True)
class SameTime:
    """A time of A and one of B that are told of one thing."""

    dates: Pair[int]
    differing: bool
    """Whether the two are another time."""


@dataclass(frozen=True, slots=True)
class Undated:
    """A time of one article; the other tells the same thing without one."""

    side: Side
    """Whose time."""
    date: int
    sentence: int
    """The other's sentence."""


@dataclass(frozen=True, slots=True)
class Ties:
    """All of that for a pair, with what either tells."""

    told: Pair[Told]
    quotes: tuple[SameWords, ...]
    retold: tuple[Retold, ...]
    sources: tuple[Pair[str], ...]
    """Keys of one source in A and in B."""
    times: tuple[SameTime, ...]
    undated: tuple[Undated, ...]

    @property
    def swapped(self) -> Ties:
        """The same with the sides exchanged."""
        return Ties(
            told=self.told.swapped,
            quotes=tuple(
                replace(q, quotes=q.quotes.swapped, differing=q.differing.swapped)
                for q in self.quotes
            ),
            retold=tuple(replace(r, side=r.side.other) for r in self.retold),
            sources=tuple(keys.swapped for keys in self.sources),
            times=tuple(replace(t, dates=t.dates.swapped) for t in self.times),
            undated=tuple(replace(u, side=u.side.other) for u in self.undated),
        )


@dataclass(frozen=True, slots=True)
class _Both:
    """Two articles with what is known of them as a pair."""

    articles: Pair[AnalysedArticle]
    told: Pair[Told]
    mentions: Pair[tuple[Mention, ...]]
    """With the keys of the pair."""
    sides: Pair[ConflictSide]
    links: Sequence[Link]
    facts: Sequence[Fact]

    def holding(self, fact: Fact) -> Pair[int | None]:
        """The quotations that a fact of both stands in; None for what has no marks."""
        return self.told.map(lambda told, own: _holding(told, own[0]), fact.spans)

    def held(self, fact: Fact) -> Pair[int] | None:
        """The same where both sides have one."""
        a, b = self.holding(fact)
        return None if a is None or b is None else Pair(a, b)


def tie(
    articles: Pair[AnalysedArticle], links: Sequence[Link], facts: Sequence[Fact]
) -> Ties:
    """What two articles have in common; mirrors when they are exchanged.

    Args:
        articles: Both.
        links: Those of their sentences.
        facts: Those of the pair; of them what is told with other values counts.
    """
    texts = articles.map(lambda one: one.article.text)
    if texts.b < texts.a:  # words are set against each other from one of the sides
        turned = [link.swapped for link in links]
        return tie(articles.swapped, turned, [one.swapped for one in facts]).swapped
    mentions = Pair(*make_canonical(*articles.map(lambda one: one.mentions)))
    both = _Both(
        articles=articles,
        told=articles.map(told_in),
        mentions=mentions,
        sides=make_sides(articles, mentions, {}),
        links=sorted(links, key=lambda link: (-link.score, link.a, link.b)),
        facts=facts,
    )
    times = tuple(_times(both))
    return Ties(
        told=both.told,
        quotes=tuple(_quotes(both)),
        retold=tuple(_retold(both)),
        sources=tuple(_sources(both)),
        times=times,
        undated=tuple(_undated(both, times)),
    )


# Quotations


def _quotes(both: _Both) -> Iterator[SameWords]:
    """The quotations that are one, each two once."""
    places = both.told.map(
        lambda told: {p: n for n, q in enumerate(told.quotes) for p in q.pieces}
    )
    found: dict[tuple[int, int], SameWords] = {}
    for same in find_same_quotes(both.sides, both.links):
        numbers = _both_numbers(places, same.quotes.map(lambda quote: quote.span))
        if numbers:
            _add(found, SameWords(numbers, other_words(both.articles, same)))
    for fact in _differing(both.facts, Kind.QUOTE):
        numbers = both.held(fact)
        if numbers and (numbers.a, numbers.b) not in found:
            pieces = both.told.map(lambda told, n: told.quotes[n].pieces, numbers)
            differing = unshared_words(both.articles, pieces)
            _add(found, SameWords(numbers, differing, retold=True))
    yield from (found[key] for key in sorted(found))


def _add(found: dict[tuple[int, int], SameWords], same: SameWords) -> None:
    """Keeps two quotations, with those of their pieces that were known to be one."""
    key = same.quotes.a, same.quotes.b
    if known := found.get(key):
        both = known.differing.map(lambda a, b: (*a, *b), same.differing)
        same = replace(same, differing=both)
    found[key] = same


def _differing(facts: Sequence[Fact], kind: Kind) -> Iterator[Fact]:
    """What both tell, each in its way."""
    for fact in facts:
        if fact.kind is kind and fact.status is Status.CONFLICT and all(fact.spans):
            yield fact


def _holding(told: Told, span: Span) -> int | None:
    """The quotation that a place lies in."""
    return next(
        (
            number
            for number, quote in enumerate(told.quotes)
            if any(p.start < span.end and span.start < p.end for p in quote.pieces)
        ),
        None,
    )


def _both_numbers(places: Pair[dict[Span, int]], spans: Pair[Span]) -> Pair[int] | None:
    """The numbers of two quotations by a place of either."""
    a, b = places.map(lambda own, span: own.get(span), spans)
    return None if a is None or b is None else Pair(a, b)


def _retold(both: _Both) -> Iterator[Retold]:
    """Quotations that the other article has in indirect speech of the same speaker."""
    quoted = both.told.map(lambda told: by_sentence(told.quotes))
    seen: set[tuple[Side, int, int]] = set()
    for fact in _differing(both.facts, Kind.QUOTE):
        held = both.holding(fact)
        for side in SIDES:
            number, other = held[side], side.other
            place = both.articles[other].article.sentence_at(fact.spans[other][0].start)
            if number is None or held[other] is not None or place is None:
                continue
            seen.add((side, number, place))
            yield Retold(side, number, place, How.UNMARKED)
    for link in both.links:
        for side in SIDES:
            here, there = link.index(side), link.index(side.other)
            for number in quoted[side].get(here, ()):
                key = side, number, there
                if there in quoted[side.other] or key in seen:
                    continue
                if _says_so(both, link, side, number):
                    seen.add(key)
                    yield Retold(side, number, there, How.INDIRECT)


def _says_so(both: _Both, link: Link, side: Side, number: int) -> bool:
    """Whether the speaker of a quotation says its words in the other's sentence."""
    there = link.index(side.other)
    quote = both.told[side].quotes[number]
    speaker = next(
        (q.speaker for q in both.sides[side].quotes if q.span == quote.pieces[0]), None
    )
    sayings = both.sides[side.other].sayings.get(there, ())
    if speaker is None or all(one.source.key != speaker.key for one in sayings):
        return False
    return any(
        is_covered(both.articles, link, side, [piece])
        for i, piece in zip(quote.sentences, quote.pieces, strict=True)
        if i == link.index(side)
    )


# Sources


def _sources(both: _Both) -> Iterator[Pair[str]]:
    """The keys of everybody who speaks in both articles."""
    keys = Pair.each(lambda s: dict(_keys_of(both.articles[s], both.sides[s])))
    for own, key in sorted(keys.a.items()):
        for other, same in sorted(keys.b.items()):
            if key == same:
                yield Pair(own, other)


def _keys_of(article: AnalysedArticle, side: ConflictSide) -> Iterator[tuple[str, str]]:
    """The article's key of each source → that of the pair."""
    for sentence, sayings in article.sayings.items():
        for own, named in zip(sayings, side.sayings[sentence], strict=True):
            yield own.source.key, named.source.key
    for quote, as_named in zip(article.quotes, side.quotes, strict=True):
        if quote.speaker and as_named.speaker:
            yield quote.speaker.key, as_named.speaker.key
        if quote.agency and as_named.agency:
            yield quote.agency.key, as_named.agency.key


# Times


def _times(both: _Both) -> Iterator[SameTime]:
    """Times of one thing: of linked sentences, or exact ones of alike sentences."""
    dates = both.mentions.map(dates_of)
    found: dict[tuple[int, int], bool] = {}
    for fact in _differing(both.facts, Kind.DATE):
        for i, one in enumerate(both.told.a.dates):
            for j, other in enumerate(both.told.b.dates):
                told = (_overlaps(one.span, fact.spans.a), other.span)
                if told[0] and _overlaps(told[1], fact.spans.b):
                    found[i, j] = True
    linked = {(link.a, link.b) for link in both.links}
    taken: Pair[set[tuple[int, int]]] = Pair(set(), set())
    for i, one in enumerate(both.told.a.dates):
        for j, other in enumerate(both.told.b.dates):
            where = one.sentence, other.sentence
            same = dates.a[i].key == dates.b[j].key or (
                one.resolved is not None and one.resolved == other.resolved
            )
            if not same or (i, j) in found:
                continue
            is_one = where in linked or (one.exact and _alike(both, *where))
            free = (i, other.sentence) not in taken.a
            if is_one and free and (j, one.sentence) not in taken.b:
                taken.a.add((i, other.sentence))
                taken.b.add((j, one.sentence))
                found[i, j] = False
    for (i, j), differing in sorted(found.items()):
        yield SameTime(Pair(i, j), differing)


def _overlaps(span: Span, places: Sequence[Span]) -> bool:
    return any(p.start < span.end and span.start < p.end for p in places)


def _alike(both: _Both, a: int, b: int) -> bool:
    """Whether two sentences without a link share enough to tell of one thing."""
    roots = both.articles.map(
        lambda one, i: {word.root for word in one.content_of(i)}, Pair(a, b)
    )
    return len(roots.a & roots.b) >= _SHARED


def _undated(both: _Both, times: Sequence[SameTime]) -> Iterator[Undated]:
    """Times of a sentence whose best counterpart tells the same without any."""
    best = _best(both.links)
    for side in SIDES:
        tied = {time.dates[side] for time in times}
        dated = {date.sentence for date in both.told[side.other].dates}
        for number, date in enumerate(both.told[side].dates):
            link = best[side].get(date.sentence)
            if link is None or number in tied or link.index(side.other) in dated:
                continue
            told = date.clause.start, date.span.start, date.span.end, date.clause.end
            around = [Span(*told[:2]), Span(*told[2:])]
            if not _names_its_subject(both, link, side, date.clause):
                continue
            if is_covered(both.articles, link, side, around, _HALF):
                yield Undated(side, number, link.index(side.other))


def _names_its_subject(both: _Both, link: Link, side: Side, clause: Span) -> bool:
    """Whether the other sentence of a link names whom a clause is about.

    That is its first name, where it has one: two sentences about the same people tell
    one thing only where the same of them does it.
    """
    names = [m for m in both.mentions[side] if m.kind.is_name]
    own = [m.key for m in names if clause.start <= m.span.start < clause.end]
    there = link.index(side.other)
    others = {m.key for m in both.mentions[side.other] if m.sentence == there}
    return not own or own[0] in others


def _best(links: Sequence[Link]) -> Pair[Mapping[int, Link]]:
    """The best match of each sentence."""
    best: Pair[dict[int, Link]] = Pair({}, {})
    for link in links:
        if link.state is State.MATCHED:
            for side in SIDES:
                best[side].setdefault(link.index(side), link)
    return Pair(best.a, best.b)
