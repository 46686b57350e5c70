"""Sentences that several articles tell: which of them, and how much of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsdiff.english.clauses import split_clauses
from newsdiff.english.words import folded_words, is_function_word
from newsdiff.model import Article, Kind, Role, Span
from newsdiff.story.account.quoting import (
    content_words,
    denies,
    looks_back,
    stands_alone,
    trimmed,
    whole_of,
)
from newsdiff.story.account.told import AllTold, facts_seen_from, overlap

_FEWEST: Final = 4
"""Content words of a sentence that is quoted from one article for several."""
_FEWEST_OF_PART: Final = 6
"""Those of a part of one that does not begin it."""
_FEWEST_PLAIN: Final = 3
_FEWEST_PLAIN_OF_PART: Final = 4
"""Those among them that are no names or days: of a sentence, of a part of one."""
_SAME: Final = 0.34
"""Share of words from which on two quotations say the same."""
_STEM: Final = 5
_ENOUGH: Final = 12
"""Content words from which on more say no more."""
_MOST_WORDS: Final = 30
_SLOPE: Final = 4.0
"""How much less what stands at the foot counts than what stands at the top."""
_ROLES: Final = (Role.BODY, Role.CAPTION)

SentenceOf = tuple[int, int]
"""An article and a sentence of it."""


@dataclass(frozen=True, slots=True)
class Retold:
    """What one article says and others tell too."""

    article: int
    sentence: int
    quoted: Span
    tellers: Mapping[int, int]
    """The others, each with its sentence."""
    weight: float
    """How telling it is to be quoted."""

    is_whole: bool
    """Whether all of the sentence is quoted."""

    @property
    def anchor(self) -> SentenceOf:
        """The sentence that is quoted."""
        return self.article, self.sentence

    @property
    def sentences(self) -> set[SentenceOf]:
        """All sentences that tell it."""
        return {self.anchor, *self.tellers.items()}

    @property
    def articles(self) -> set[int]:
        """All articles that tell it."""
        return {self.article, *self.tellers}

    @property
    def rank(self) -> tuple[object, ...]:
        """Most tellers first, then what weighs most."""
        place = (self.article, self.sentence, self.quoted)
        return -len(self.tellers), -self.weight, place


def find_retold(
    articles: Sequence[Article], told: AllTold, parted: Collection[tuple[int, Span]]
) -> list[Retold]:
    """What more than one article tells, each thing once, most telling first.

    Args:
        articles: Those of one story.
        told: What is known of every pair.
        parted: Places at which articles tell the opposite, or otherwise not the same:
            what stands there is not told by both.
    """
    partners = _partners(articles, told)
    found = [
        one
        for n, article in enumerate(articles)
        for one in _Anchors(n, article, partners, articles, told).all()
        if not any(n == at and overlap(span, one.quoted) for at, span in parted)
    ]
    kept: list[Retold] = []
    for one in sorted(found, key=lambda one: one.rank):
        if not any(_repeats(one, other, articles) for other in kept):
            kept.append(one)
    return kept


def _repeats(one: Retold, other: Retold, articles: Sequence[Article]) -> bool:
    """Whether what comes second tells no more than what came first."""
    if one.anchor == other.anchor:
        return overlap(one.quoted, other.quoted)
    if not one.sentences & other.sentences:
        return False
    if one.is_whole or one.articles == other.articles:
        return True
    words, known = (_stems(articles[r.article].text, r.quoted) for r in (one, other))
    return len(words & known) >= _SAME * min(len(words), len(known))


def _stems(text: str, span: Span) -> set[str]:
    words = folded_words(text, *span)
    return {word[:_STEM] for word in words if not is_function_word(word)}


Partners = Mapping[SentenceOf, Mapping[int, int]]
"""A sentence → who else tells it, each with its best sentence."""


def _partners(articles: Sequence[Article], told: AllTold) -> Partners:
    found: defaultdict[SentenceOf, dict[int, int]] = defaultdict(dict)
    for in_text in (True, False):  # headlines where nothing below them tells it
        for (a, b), pair in sorted(told.items()):
            for i, j in pair.matched:
                for n, s, m, t in ((a, i, b, j), (b, j, a, i)):
                    if (articles[m].sentences[t].role in _ROLES) is in_text:
                        found[n, s].setdefault(m, t)
    return found


@dataclass(frozen=True)
class _Anchors:
    """The sentences of one article as what the others may be quoted by."""

    number: int
    article: Article
    partners: Partners
    articles: Sequence[Article]
    told: AllTold

    def all(self) -> Iterator[Retold]:
        """What of each sentence others tell: parts of it, and all of it."""
        for i, sentence in enumerate(self.article.sentences):
            if sentence.role in _ROLES and (self.number, i) in self.partners:
                yield from self._of(i)

    def _of(self, i: int) -> Iterator[Retold]:
        tellers = self.partners[self.number, i]
        whole = whole_of(self.article, i)
        clauses = split_clauses(self.article.text, whole)
        # Who says no to nothing does not tell what somebody denies.
        tellers = {
            n: s
            for n, s in tellers.items()
            if denies(self.articles[n].text, whole_of(self.articles[n], s))
            or not denies(self.article.text, whole)
        }
        have = [self._have(clause, tellers) for clause in clauses]
        for first in range(len(clauses)):
            common = set(tellers)
            for last in range(first, len(clauses)):
                common &= have[last]
                if not common:
                    break
                full = first == 0 and last == len(clauses) - 1
                if not full and any(have[n] != common for n in range(first, last + 1)):
                    continue
                start = whole.start if first == 0 else clauses[first].start
                ended = last == len(clauses) - 1
                ends = start, whole.end if ended else clauses[last].end
                span = whole if full else trimmed(self.article.text, Span(*ends))
                if self._says_enough(span, whole):
                    others = {j: tellers[j] for j in sorted(common)}
                    weight = self._weight(i, span, others, whole)
                    yield Retold(self.number, i, span, others, weight, full)

    def _says_enough(self, span: Span, whole: Span) -> bool:
        """Whether there is more to it than names and who says it."""
        text = self.article.text
        said = content_words(text, span)
        names = (one for one in self._named if overlap(one, span))
        plain = said - sum(content_words(text, one) for one in names)
        if not stands_alone(text, span, whole):
            return False
        fewest = _FEWEST if span.start == whole.start else _FEWEST_OF_PART
        fewest_plain = _FEWEST_PLAIN if span == whole else _FEWEST_PLAIN_OF_PART
        return said >= fewest and plain >= fewest_plain

    @cached_property
    def _named(self) -> list[Span]:
        """Where names and days stand, and speakers that differ."""
        kinds = (
            Kind.PERSON,
            Kind.ORGANIZATION,
            Kind.PLACE,
            Kind.DATE,
            Kind.ATTRIBUTION,
        )
        found = {
            span
            for _, fact, side in facts_seen_from(self.told, self.number)
            if fact.kind in kinds
            for span in fact.spans[side]
        }
        kept: list[Span] = []
        for span in sorted(found, key=lambda s: (s.start, -s.end)):
            if not kept or span.start >= kept[-1].end:
                kept.append(span)
        return kept

    def _have(self, clause: Span, tellers: Mapping[int, int]) -> set[int]:
        """Those of whom nothing in a clause is known that they do not tell."""
        lacking = {
            other
            for other, spans in self._lacking.items()
            if any(overlap(span, clause) for span in spans)
        }
        return set(tellers) - lacking

    @cached_property
    def _lacking(self) -> Mapping[int, list[Span]]:
        """Each other article → what it was not found to tell of this one."""
        found: defaultdict[int, list[Span]] = defaultdict(list)
        for other, fact, side in facts_seen_from(self.told, self.number):
            if fact.status is side.only and fact.kind is not Kind.QUOTE:
                found[other] += fact.spans[side]
        return found

    def _weight(
        self, i: int, span: Span, tellers: Mapping[int, int], whole: Span
    ) -> float:
        """High up in all that tell it, much said, and said in a whole sentence."""
        places = [(self.number, i), *tellers.items()]
        high = sum(_height(self.articles[n], s) for n, s in places) / len(places)
        text = self.article.text
        said = min(content_words(text, span), _ENOUGH) / _ENOUGH
        long = len(text[slice(*span)].split()) > _MOST_WORDS
        return (
            high
            + said / 2
            + 0.3 * (span == whole)
            + 0.2 * (span.start == whole.start)
            - 0.4 * long
            - 0.3 * looks_back(text, span)
        )


def _height(article: Article, sentence: int) -> float:
    """How high up a sentence stands, 1 for the first."""
    return 1 / (1 + _SLOPE * sentence / max(1, len(article.sentences)))
