"""An article as one side of a pair: what it tells on whose authority."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from newsdiff.analysis import AnalysedArticle
from newsdiff.analysis.analyser import ROOT
from newsdiff.analysis.quoted_words import Quote
from newsdiff.analysis.sayings import Saying
from newsdiff.model import Kind, Mention, Pair, Span


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """One side of a pair."""

    analysed: AnalysedArticle
    mentions: Mapping[int, tuple[Mention, ...]]
    """By sentence, with the keys of the pair, as are those of all sources."""
    kinds: Mapping[str, Kind]
    """Key of each name in the article → what it names."""
    wordings: Mapping[str, str]
    """Key of each person → the fullest name in the article."""
    sayings: Mapping[int, tuple[Saying, ...]]
    quotes: tuple[Quote, ...]
    root_weights: Mapping[str, float]
    """What each root weighs in this pair."""
    weighed: dict[frozenset[str], float] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What some roots weigh together, once that was asked."""
    kept: dict[int, Any] = field(default_factory=dict, repr=False, compare=False)
    """Number of each sentence that was looked at → its scene, made once."""

    def wording(self, source: Mention) -> str:
        """The fullest name of a person in this article; else the words here."""
        return self.wordings.get(source.key) or self.analysed.words_at(source.span)

    def inside(self, span: Span, sentence: int) -> frozenset[Span]:
        """The places of the mentions that lie within a place."""
        return frozenset(
            m.span
            for m in self.mentions.get(sentence, ())
            if span.start <= m.span.start and m.span.end <= span.end
        )


def make_sides(
    articles: Pair[AnalysedArticle],
    mentions: Pair[Sequence[Mention]],
    stem_weights: Mapping[str, float],
) -> Pair[ConflictSide]:
    """Both articles with the keys of the pair.

    Args:
        articles: Both.
        mentions: What `make_canonical` gives for the two of them.
        stem_weights: What each stem weighs in this pair.
    """
    roots: dict[str, float] = {}
    for stem, weight in stem_weights.items():
        root = stem[:ROOT]
        if weight >= roots.get(root, 0.0):
            roots[root] = weight
    return Pair.each(lambda s: _side_of(articles[s], mentions[s], roots))


def _side_of(
    article: AnalysedArticle,
    mentions: Sequence[Mention],
    root_weights: Mapping[str, float],
) -> ConflictSide:
    by_sentence: defaultdict[int, list[Mention]] = defaultdict(list)
    kinds: dict[str, Kind] = {}
    wordings: dict[str, str] = {}
    for mention in mentions:
        by_sentence[mention.sentence].append(mention)
        if mention.kind.is_name:
            kinds[mention.key] = mention.kind
        if mention.kind is Kind.PERSON:
            name = article.words_at(mention.span)
            known = wordings.get(mention.key, "")
            wordings[mention.key] = max(known, name, key=lambda n: (len(n), n))
    naming = _Naming(article, mentions)
    return ConflictSide(
        analysed=article,
        mentions={i: tuple(found) for i, found in by_sentence.items()},
        kinds=kinds,
        wordings=wordings,
        sayings={
            i: tuple(one._replace(source=naming.of(one.source)) for one in every)
            for i, every in article.sayings.items()
        },
        quotes=tuple(
            quote._replace(
                speaker=quote.speaker and naming.of(quote.speaker),
                agency=quote.agency and naming.of(quote.agency),
            )
            for quote in article.quotes
        ),
        root_weights=root_weights,
    )


class _Naming:
    """Sources as the pair names them."""

    def __init__(self, article: AnalysedArticle, mentions: Sequence[Mention]) -> None:
        self._text = article.article.text
        self._keys = {
            own.key: pair.key
            for own, pair in zip(article.canonical, mentions, strict=True)
            if own.kind.is_name
        }
        people = [m for m in mentions if m.kind is Kind.PERSON]
        self._starting = {(m.phrase or m.span).start: m for m in people}
        self._ending = {m.span.end: m for m in people}

    def of(self, source: Mention) -> Mention:
        """A source with the key of the pair.

        "The adviser, Anna Berg," is Anna Berg; so is "Anna Berg, adviser to the king,".
        """
        key = self._keys.get(source.key)
        if key is not None:
            return source if key == source.key else replace(source, key=key)
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
