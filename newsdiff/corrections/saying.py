"""What a person says of two articles, each saying about one place in their texts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from newsdiff.model import Article, Fact, Kind, Pair, Side, Span

AGREE: Final = "agree"
"""Of one fact: both articles tell it with the same value, whatever the words."""


class What(StrEnum):
    """What is said; each can be said to hold, or not to."""

    LINKED = "linked"
    """Two sentences tell the same."""
    SAME_FACT = "same fact"
    CHECKED = "checked"
    NOTED = "noted"
    COMPARED = "compared"
    """A line of boilerplate belongs to the story."""


class About(StrEnum):
    """What something is said of."""

    SENTENCE = "sentence"
    LINK = "link"
    FACT = "fact"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What something is said of, by its places in the texts: they outlast a release."""

    about: About
    spans: Pair[tuple[Span, ...]]
    """Empty on a side that has no part in it."""
    kind: Kind | None = None
    """Of a fact."""

    @property
    def swapped(self) -> Place:
        """The same with the sides exchanged."""
        return replace(self, spans=self.spans.swapped)

    @property
    def side(self) -> Side | None:
        """The one side it is of; None where it is of both."""
        if all(self.spans):
            return None
        return Side.A if self.spans.a else Side.B


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """One thing that a person says."""

    what: What
    place: Place
    holds: bool = True
    words: str = ""
    """A note; `AGREE`; of a line of boilerplate, the rule that had said so."""

    @property
    def swapped(self) -> Saying:
        """The same with the sides exchanged."""
        return replace(self, place=self.place.swapped)

    @property
    def of_one_article(self) -> bool:
        """Whether it holds for an article whatever that is compared with."""
        noted = self.what is What.NOTED and self.place.about is About.SENTENCE
        return noted or self.what is What.COMPARED


def sentence_place(article: Article, side: Side, sentence: int) -> Place:
    """The place of a sentence."""
    span = article.sentences[sentence].span
    return Place(about=About.SENTENCE, spans=Pair.on(side, (span,), ()))


def link_place(articles: Pair[Article], sentences: Pair[int]) -> Place:
    """The place of what links two sentences, or could."""

    def span(article: Article, sentence: int) -> tuple[Span, ...]:
        return (article.sentences[sentence].span,)

    return Place(about=About.LINK, spans=articles.map(span, sentences))


def fact_place(fact: Fact) -> Place:
    """The place of a fact."""
    return Place(about=About.FACT, spans=fact.spans, kind=fact.kind)


def joint_place(one: Fact, other: Fact) -> Place:
    """The place of a fact of one article and a fact of the other, taken as one."""
    kind = one.kind if one.kind is other.kind else None
    first = one.status.side or Side.A
    spans = Pair.on(first, one.spans[first], other.spans[first.other])
    return Place(about=About.FACT, spans=spans, kind=kind)


def in_force(sayings: Iterable[Saying]) -> tuple[Saying, ...]:
    """The last thing said of each place, in the order in which these were said."""
    last: dict[tuple[What, Place], Saying] = {}
    for saying in sayings:
        key = saying.what, saying.place
        last.pop(key, None)
        last[key] = saying
    return tuple(last.values())
