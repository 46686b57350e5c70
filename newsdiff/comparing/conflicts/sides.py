"""An article as what it tells on whose authority, ready to be set beside another.

What depends on one article alone is a `Reading` and is remembered; what needs the keys
and weights of a pair is a `ConflictSide`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from newsdiff.aligning.aligner import compared_profiles
from newsdiff.aligning.profiles import Profile
from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts.quoted_words import Wording, wording
from newsdiff.english.words import Token, is_function_word, is_number_word, tokens
from newsdiff.mentions import Statement, canonical, mentions_of, statements_of
from newsdiff.mentions.statements.finder import Voice
from newsdiff.model import Article, Kind, Mention, Pair, Span

_ROOT: Final = 6
"""Letters by which two words are taken for one: "apologize", "apologised"."""
_FEWEST_SAID: Final = 2
"""Content words that someone must be able to have said."""
_GIVEN: Final = re.compile(r" (?:from|by) ")


class Content(NamedTuple):
    """A content word, or a part of one with a hyphen."""

    span: Span
    root: str
    plain: bool
    """Whether it is neither a name nor a number."""


class Said(NamedTuple):
    """Someone who says something, and what."""

    sentence: int
    source: Mention
    verb: Span
    carries: bool
    """Whether it is an agency or outlet that carries what another says."""
    scope: tuple[Span, ...]
    """The words that are said."""


class Quote(NamedTuple):
    """The words of a quotation that stand in one sentence."""

    sentence: int
    span: Span
    words: tuple[Token, ...]
    wording: Wording
    speaker: Mention | None = None
    agency: Mention | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One article alone; sources have the article's own keys."""

    article: Article
    profiles: tuple[Profile, ...]
    content: Mapping[int, tuple[Content, ...]]
    """Number of each compared sentence → its content words, in order."""
    clauses: Mapping[int, tuple[Span, ...]]
    said: Mapping[int, tuple[Said, ...]]
    quotes: tuple[Quote, ...]
    mentions: tuple[Mention, ...]

    def text(self, span: Span) -> str:
        """The words of a place."""
        return self.article.text[span.start : span.end]

    def clause_at(self, sentence: int, offset: int) -> tuple[Content, ...]:
        """The content words of the clause that holds an offset."""
        inside = next(
            (c for c in self.clauses[sentence] if c.start <= offset < c.end), None
        )
        return self.within(sentence, (inside,)) if inside else ()

    def within(self, sentence: int, spans: Sequence[Span]) -> tuple[Content, ...]:
        """The content words of some places in a sentence."""
        return tuple(
            word
            for word in self.content[sentence]
            if any(s.start <= word.span.start < s.end for s in spans)
        )


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One side of a pair."""

    reading: Reading
    mentions: Mapping[int, tuple[Mention, ...]]
    """By sentence, with the keys of the pair, as are those of all sources."""
    kinds: Mapping[str, Kind]
    """Key of each name in the article → what it names."""
    wordings: Mapping[str, str]
    """Key of each person → the fullest name in the article."""
    said: Mapping[int, tuple[Said, ...]]
    quotes: tuple[Quote, ...]
    stem_weights: Mapping[str, float]
    """What each root weighs in this pair."""

    def wording(self, source: Mention) -> str:
        """The fullest name of a person in this article; else the words here."""
        return self.wordings.get(source.key) or self.reading.text(source.span)

    def inside(self, span: Span, sentence: int) -> frozenset[Span]:
        """The places of the mentions that lie within a place."""
        return frozenset(
            m.span
            for m in self.mentions.get(sentence, ())
            if span.start <= m.span.start and m.span.end <= span.end
        )


def conflict_sides(
    articles: Pair[Article],
    mentions: Pair[Sequence[Mention]],
    stem_weights: Mapping[str, float],
) -> Pair[ConflictSide]:
    """Both articles with the keys of the pair.

    Args:
        articles: Both.
        mentions: What `canonical` gives for the two of them.
        stem_weights: What each stem weighs in this pair.
    """
    readings = articles.map(reading_of)
    roots: dict[str, float] = {}
    for stem, weight in stem_weights.items():
        root = stem[:_ROOT]
        roots[root] = max(roots.get(root, 0.0), weight)
    return Pair.each(lambda s: _side_of(readings[s], mentions[s], roots))


@lru_cache(maxsize=64)
def reading_of(article: Article) -> Reading:
    """What can be read of an article without another one."""
    numbers = article.compared
    profiles = compared_profiles(article)
    mentions = canonical(mentions_of(article))[0]
    said: dict[int, tuple[Said, ...]] = {}
    quotes = []
    for statement in cancellable(statements_of(article, mentions)):
        if statement.is_quote:
            quotes.append(_quote(article, statement))
        elif statement.voices:
            said[statement.sentence] = tuple(_said(article, statement))
    starts = {i: article.sentences[i].start for i in numbers}
    return Reading(
        article=article,
        profiles=tuple(profiles),
        content={
            i: tuple(_content(p, starts[i]))
            for i, p in zip(numbers, profiles, strict=True)
        },
        clauses={
            i: tuple(Span(starts[i] + c.start, starts[i] + c.end) for c in p.clauses)
            for i, p in zip(numbers, profiles, strict=True)
        },
        said=said,
        quotes=tuple(quotes),
        mentions=mentions,
    )


def _content(profile: Profile, start: int) -> Iterator[Content]:
    for token, stems in profile.content:
        span = Span(start + token.start, start + token.end)
        for stem in stems:
            named = stem in profile.names or " " in stem  # a blank marks a country
            number = stem.isdigit() or is_number_word(stem)
            yield Content(span, stem[:_ROOT], not (named or number))


def _quote(article: Article, statement: Statement) -> Quote:
    words = tokens(article.text, *statement.span)
    place = (statement.sentence, statement.span, words, wording(article.text, words))
    return Quote(*place, statement.speaker, statement.agency)


def _said(article: Article, statement: Statement) -> Iterator[Said]:
    """The voices of a sentence with what each says.

    What follows the verb, up to the next voice; both sides of ", Anna Berg said," and
    of a voice between two quotations; what precedes a voice with little after it.
    """
    words = tokens(article.text, *statement.span)
    content = [w.start for w in words if not is_function_word(w.folded)]

    def says(span: Span) -> bool:
        inside = bisect_left(content, span.end) - bisect_left(content, span.start)
        return inside >= _FEWEST_SAID

    voices = [v for v in statement.voices if not _is_object(article.text, v.verb)]
    places = list(_places(statement.span, voices))
    ends = [statement.span.start, *(p.end for p in places)]
    starts = [*(p.start for p in places), statement.span.end]
    taken = False
    for n, voice in enumerate(voices):
        before = Span(ends[n], max(ends[n], starts[n]))
        after = Span(ends[n + 1], max(ends[n + 1], starts[n + 1]))
        closing = article.text[: before.end].rstrip()[-1:]
        apart = closing in ("”", '"') or (
            closing == "," and article.text.startswith(",", after.start)
        )
        scope = [part for part in (after,) if says(part)]
        if says(before) and not taken and (apart or not scope):
            scope = [before, *scope]
        taken = after in scope
        place = (statement.sentence, voice.source, voice.verb, voice.carries)
        yield Said(*place, tuple(scope))


def _is_object(text: str, verb: Span) -> bool:
    """Whether a word of saying is a thing: "received a warning from the court"."""
    return _GIVEN.match(text, verb.end) is not None


def _places(sentence: Span, voices: Sequence[Voice]) -> Iterator[Span]:
    """From source to verb; the verb alone where the source has spoken before."""
    reached = sentence.start
    for voice in voices:
        source, verb = voice.source.span, voice.verb
        here = reached <= source.start and source.end <= sentence.end
        ends = (*source, *verb) if here else tuple(verb)
        yield Span(min(ends), max(ends))
        reached = max(reached, *ends)


def _side_of(
    reading: Reading, mentions: Sequence[Mention], stem_weights: Mapping[str, float]
) -> ConflictSide:
    by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
    kinds: dict[str, Kind] = {}
    wordings: dict[str, str] = {}
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
        if mention.kind.is_name:
            kinds[mention.key] = mention.kind
        if mention.kind is Kind.PERSON:
            name = reading.text(mention.span)
            known = wordings.get(mention.key, "")
            wordings[mention.key] = max(known, name, key=lambda n: (len(n), n))
    naming = _Naming(reading, mentions)
    return ConflictSide(
        reading=reading,
        mentions={i: tuple(found) for i, found in by_sentence.items()},
        kinds=kinds,
        wordings=wordings,
        said={
            i: tuple(one._replace(source=naming.of(one.source)) for one in found)
            for i, found in reading.said.items()
        },
        quotes=tuple(
            quote._replace(
                speaker=quote.speaker and naming.of(quote.speaker),
                agency=quote.agency and naming.of(quote.agency),
            )
            for quote in reading.quotes
        ),
        stem_weights=stem_weights,
    )


class _Naming:
    """Sources as the pair names them."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self._text = reading.article.text
        self._keys = {
            own.key: pair.key
            for own, pair in zip(reading.mentions, mentions, strict=True)
            if own.kind.is_name
        }
        people = [m for m in mentions if m.kind is Kind.PERSON]
        self._starting = {(m.phrase or m.span).start: m for m in people}
        self._ending = {m.span.end: m for m in people}

    def of(self, source: Mention) -> Mention:
        """A source with the key of the pair.

        "The adviser, Anna Berg," is Anna Berg; so is "Anna Berg, adviser to the king,".
        """
        if source.key in self._keys:
            return replace(source, key=self._keys[source.key])
        start, end = source.span
        beside = (
            (self._starting.get(end + 2), self._text[end : end + 2]),
            (self._ending.get(start - 2), self._text[start - 2 : start]),
        )
        for person, between in beside:
            if person and between == ", ":
                return replace(
                    source, key=person.key, span=person.span, rule="apposition"
                )
        noun, of, owner = source.key.partition(" of ")
        if of and owner in self._keys:
            return replace(source, key=f"{noun} of {self._keys[owner]}")
        return source
