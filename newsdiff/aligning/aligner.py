"""Which sentences of two articles tell the same, and why.

Links are many-to-many and may cross. A link's score is a probability: features of the
two sentences, weighed by a model that was fitted to annotated pairs of articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from newsdiff.aligning.candidates import Candidate, CandidateValues
from newsdiff.aligning.features import PairFeatures
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.aligning.moved import mark_moved
from newsdiff.aligning.profiles import Profiles, headings, profile, profiles_of
from newsdiff.aligning.selection import choose
from newsdiff.cancellation import cancellable
from newsdiff.model import Article, Link, Nearest, Pair, Side, State

MAX_REASONS: Final = 4
_DIGITS: Final = 9
"""Decimals of a score that count: sums differ in the last ones by their order."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """The links between two articles and what comes closest to the rest."""

    links: tuple[Link, ...]
    """Best first; sentence indexes count all sentences of the article."""
    nearest: Pair[tuple[Nearest | None, ...]]
    probabilities: CandidateValues
    """Probability of every two sentences that were looked at, linked or not."""
    stem_weights: Mapping[str, float]
    """What each stem of a word weighs in this pair of articles."""


def align(
    articles: Pair[Article],
    model: Model | None = None,
    *,
    profiles: Profiles | None = None,
) -> Alignment:
    """Links the compared sentences of two articles.

    Args:
        articles: Both.
        model: How features are weighed; None for the packaged model.
        profiles: Those of their compared sentences; None where they are not known yet.
    """
    indexes = articles.map(lambda article: article.compared)
    texts = Pair.each(lambda s: tuple(articles[s].words_of(i) for i in indexes[s]))
    known = profiles or articles.map(profiles_of)
    alignment = _align(texts, known, model or _links())
    placed = tuple(
        replace(link, a=indexes.a[link.a], b=indexes.b[link.b])
        for link in alignment.links
    )
    spread = (
        _spread(
            alignment.nearest[s],
            indexes[s],
            indexes[s.other],
            len(articles[s].sentences),
        )
        for s in Side
    )
    probabilities = {
        (indexes.a[i], indexes.b[j]): probability
        for (i, j), probability in alignment.probabilities.items()
    }
    return Alignment(placed, Pair(*spread), probabilities, alignment.stem_weights)


def align_sentences(a: Sequence[str], b: Sequence[str]) -> tuple[Link, ...]:
    """Links between two texts given as sentences, best first.

    `Link.a` and `Link.b` are positions in `a` and `b`.
    """
    texts = Pair(tuple(a), tuple(b))
    profiles = texts.map(lambda side: list(map(profile, side, headings(side))))
    return _align(texts, profiles, _links()).links


def _links() -> Model:
    return fitted(__package__, "links")


def _spread(
    nearest: Sequence[Nearest | None],
    own: Sequence[int],
    other: Sequence[int],
    size: int,
) -> tuple[Nearest | None, ...]:
    """`nearest` of the compared sentences, put at their places among all."""
    placed: list[Nearest | None] = [None] * size
    for i, candidate in zip(own, nearest, strict=True):
        if candidate:
            placed[i] = Nearest(other[candidate.sentence], candidate.score)
    return tuple(placed)


def _align(texts: Pair[tuple[str, ...]], profiles: Profiles, model: Model) -> Alignment:
    features = PairFeatures(profiles)
    weighing = model.among(features.few)
    scores = {
        place: round(weighing.probability(features.vector(place)), _DIGITS)
        for place in cancellable(features.candidates)
    }
    scores |= _identical(texts)
    sure = model.least[State.MATCHED]
    links = [
        Link(
            a=place[0],
            b=place[1],
            state=State.MATCHED if score >= sure else State.RELATED,
            score=score,
            reason=features.reasons(place, MAX_REASONS),
        )
        for place in choose(scores, model.least)
        for score in (scores[place],)
    ]

    def best_first(link: Link) -> tuple[float, list[str], int, int]:
        pair = sorted((texts.a[link.a], texts.b[link.b]))
        return (-link.score, pair, link.a + link.b, abs(link.a - link.b))

    links.sort(key=best_first)
    nearest = _nearest(scores, links, texts)
    return Alignment(mark_moved(links, texts), nearest, scores, features.stem_weights)


def _identical(texts: Pair[tuple[str, ...]]) -> dict[Candidate, float]:
    """1.0 for every pair of sentences that read the same, whatever their words."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(texts.b):
        places[" ".join(text.split())].append(j)
    return {
        (i, j): 1.0
        for i, text in enumerate(texts.a)
        for j in places.get(" ".join(text.split()), ())
    }


def _nearest(
    scores: dict[Candidate, float],
    links: Sequence[Link],
    texts: Pair[tuple[str, ...]],
) -> Pair[tuple[Nearest | None, ...]]:
    """The best candidate of each sentence without a link."""
    nearest: Pair[list[Nearest | None]] = texts.map(lambda side: [None] * len(side))
    linked = Pair({link.a for link in links}, {link.b for link in links})

    def order(item: tuple[Candidate, float]) -> tuple[float, list[str], int]:
        (i, j), score = item
        return (-score, sorted((texts.a[i], texts.b[j])), i + j)

    for (i, j), score in sorted(scores.items(), key=order):
        if i not in linked.a and nearest.a[i] is None:
            nearest.a[i] = Nearest(j, score)
        if j not in linked.b and nearest.b[j] is None:
            nearest.b[j] = Nearest(i, score)
    return nearest.map(tuple)
