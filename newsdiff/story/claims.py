"""The claims of a story: what sentences say, and which articles say it.

Sentences that are matched across articles are one claim, and what a sentence says that
no other article was found to tell is a claim of its own. A sentence of an article is in
one claim; a claim has one sentence of an article, so that nothing is hidden behind
another sentence. Nothing depends on the order of the articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing.excerpts import Excerpt, make_excerpts
from newsdiff.english.words import tokens
from newsdiff.model import SIDES, Article, Kind, Pair, Span, State
from newsdiff.story.presences import (
    Articles,
    Cell,
    Presence,
    StoryFact,
    Summaries,
    cell_of_sentence,
)
from newsdiff.story.telling import (
    FEWEST_WORDS,
    Degree,
    Telling,
    content_words,
    lies_in,
)

_LEAST: Final = 0.4
"""Mean probability that the sentences of two groups share a statement, from which on
they are one claim. Two sentences without a link count nothing."""
_MOST: Final = 2 / 3
"""Share of a sentence's words that no other article tells, from which on all of it is
given; of others no more than these parts."""

_Place = tuple[int, int]
"""An article and a sentence of it."""
_Links = Mapping[tuple[_Place, _Place], float]
"""How sure it is that two sentences share a statement, both ways round."""
_PRESENCES: Final = {
    Degree.TOLD: Presence.TOLD,
    Degree.PART: Presence.PART,
    Degree.NOT: Presence.NOT_FOUND,
}


def list_claims(articles: Articles, summaries: Summaries) -> Iterator[StoryFact]:
    """What sentences and parts of them say, in no order.

    Args:
        articles: Those of the story.
        summaries: What is known of its pairs, as far as they have been compared.
    """
    known = _Known.of(articles, summaries)
    for members in known.clusters():
        face = known.face(members)
        claim = known.claim(face, members)
        yield claim
    for place in known.tellings:
        yield from known.parts(place)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is asked of the articles."""

    articles: Articles
    summaries: Summaries
    tellings: Mapping[_Place, Mapping[int, Telling]]
    """For each sentence that is a claim what each article compared so far tells."""

    @classmethod
    def of(cls, articles: Articles, summaries: Summaries) -> _Known:
        """What is known of some articles."""
        found: defaultdict[_Place, dict[int, Telling]] = defaultdict(dict)
        for pair, summary in sorted(summaries.items()):
            for side in SIDES:
                own, other = Pair(*pair)[side], Pair(*pair)[side.other]
                if articles[own] is None:
                    continue
                for i, telling in enumerate(summary.tellings[side]):
                    if telling is not None and telling.is_claim:
                        found[own, i][other] = telling
        return cls(articles, summaries, dict(sorted(found.items())))

    def links(self) -> dict[tuple[_Place, _Place], float]:
        """All links of all pairs, both ways round."""
        found: dict[tuple[_Place, _Place], float] = {}
        for (i, j), summary in self.summaries.items():
            for s, telling in enumerate(summary.tellings.a):
                for carrier in telling.carriers if telling else ():
                    one, other = (i, s), (j, carrier.sentence)
                    found[one, other] = found[other, one] = carrier.score
        return found

    def words(self, place: _Place) -> str:
        """A sentence."""
        article = self.articles[place[0]]
        return article.words_of(place[1]) if article else ""

    # Which sentences are one claim

    def clusters(self) -> list[frozenset[_Place]]:
        """Groups of sentences that say the same, one sentence of an article each."""
        links = self.links()
        group_of: dict[_Place, frozenset[_Place]] = {
            place: frozenset((place,)) for place in self.tellings
        }
        for one, other in self._matched():
            mine, theirs = group_of[one], group_of[other]
            if mine is not theirs and _belong(mine, theirs, links):
                both = mine | theirs
                group_of.update(dict.fromkeys(both, both))
        return sorted(set(group_of.values()), key=sorted)

    def _matched(self) -> list[tuple[_Place, _Place]]:
        """The matched links, the surest first; of two as sure, by their texts."""
        found: list[tuple[float, str, str, _Place, _Place]] = []
        for (i, s), tellings in self.tellings.items():
            for j, telling in tellings.items():
                for carrier in telling.carriers if i < j else ():
                    one, other = (i, s), (j, carrier.sentence)
                    if carrier.state is State.MATCHED and other in self.tellings:
                        first, second = sorted((self.words(one), self.words(other)))
                        found.append((-carrier.score, first, second, one, other))
        return [(one, other) for *_, one, other in sorted(found)]

    def face(self, members: frozenset[_Place]) -> _Place:
        """The sentence that stands for some: the one that most of the others tell."""

        def rank(place: _Place) -> tuple[object, ...]:
            tellings = self.tellings[place]
            told = sum(one.degree is Degree.TOLD for one in tellings.values())
            untold = sum(len(one.untold) for one in tellings.values())
            return -told, untold, len(self.words(place)), self.words(place), place

        return min(members, key=rank)

    # What is told of a claim

    def claim(self, face: _Place, members: frozenset[_Place]) -> StoryFact:
        """A claim by the sentence that stands for it."""
        of = dict(members)
        tellings = self.tellings[face]
        weights = [one.weight for one in tellings.values()]
        cells = [
            self._cell(i, of.get(i), tellings.get(i))
            if i != face[0]
            else self._own(face)
            for i in range(len(self.articles))
        ]
        return StoryFact(
            Kind.CLAIM, tuple(cells), face=face[0], weight=min(weights, default=None)
        )

    def _own(self, place: _Place) -> Cell:
        return cell_of_sentence(Presence.TOLD, self.articles[place[0]], place[1])

    def _cell(self, article: int, member: int | None, telling: Telling | None) -> Cell:
        if telling is None:
            return Cell(Presence.OPEN)
        there = telling.there if member is None else member
        presence = _PRESENCES[telling.degree]
        if there in telling.otherwise:
            presence = Presence.DIFFERENT
        elif member is not None and presence is Presence.NOT_FOUND:
            presence = Presence.PART
        if presence is Presence.NOT_FOUND:
            return Cell(presence)
        return cell_of_sentence(presence, self.articles[article], there)

    # What only one article says

    def parts(self, place: _Place) -> Iterator[StoryFact]:
        """What a sentence says that no other article was found to tell.

        A sentence of which nothing is told elsewhere is a claim as it is.
        """
        article, tellings = self.articles[place[0]], self.tellings[place]
        if article is None or not tellings:
            return
        if all(one.degree is Degree.NOT for one in tellings.values()):
            return
        if not all(one.claimed for one in tellings.values()):
            return
        sentence = article.sentences[place[1]].span
        words = content_words(article, sentence)
        alone = self._alone(place, words)
        if sum(alone) >= _MOST * len(words):
            yield self._part(article, place, sentence)
            return
        parts = make_excerpts(
            article.text,
            sentence,
            tokens(article.text, *sentence),
            _runs(words, alone),
        )
        for part in parts:
            if _says_something(article, part):
                yield self._part(article, place, part.listed)

    def _alone(self, place: _Place, words: Sequence[Span]) -> list[bool]:
        """Which words of a sentence every other article lacks."""
        missing = [one.claimed for one in self.tellings[place].values()]
        return [
            all(any(lies_in(word, one) for one in spans) for spans in missing)
            for word in words
        ]

    def _part(self, article: Article, place: _Place, listed: Span) -> StoryFact:
        own = Cell(Presence.TOLD, article.text[slice(*listed)], listed)
        tellings = self.tellings[place]
        others = {
            i: Cell(Presence.NOT_FOUND if i in tellings else Presence.OPEN)
            for i in range(len(self.articles))
        }
        cells = tuple(own if i == place[0] else cell for i, cell in others.items())
        return StoryFact(
            kind=Kind.CLAIM,
            cells=cells,
            face=place[0],
            weight=min(one.weight for one in tellings.values()),
        )


def _runs(words: Sequence[Span], alone: Sequence[bool]) -> list[Span]:
    """The stretches of neighbouring words that stand alone."""
    runs: list[list[Span]] = [[]]
    for word, is_alone in zip(words, alone, strict=True):
        if is_alone:
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    return [Span(r[0].start, r[-1].end) for r in runs if len(r) >= FEWEST_WORDS]


def _says_something(article: Article, part: Excerpt) -> bool:
    """Whether a part is more than names and who says so: "The Times reported"."""
    words = content_words(article, part.listed)
    told = [w for w in words if article.text[w.start].islower()]
    return len(told) >= FEWEST_WORDS


def _belong(mine: frozenset[_Place], theirs: frozenset[_Place], links: _Links) -> bool:
    """Whether two groups say the same, and have no article in common."""
    if not {i for i, _ in mine}.isdisjoint(i for i, _ in theirs):
        return False
    scores = [links.get((one, other), 0.0) for one in mine for other in theirs]
    return sum(scores) / len(scores) >= _LEAST
