"""Which sentences of two articles tell the same, and why.

Links are many-to-many and may cross. A link's score is a probability: features of the
two sentences, weighed by a model that was fitted to annotated pairs of articles.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from newsdiff import encoding
from newsdiff.aligning.candidates import CandidateValues
from newsdiff.aligning.features import PairFeatures
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.aligning.meaning import BestPartners
from newsdiff.aligning.moved import mark_moved
from newsdiff.aligning.profiles import headings, profile, profiles_of
from newsdiff.aligning.selection import choose, moved
from newsdiff.aligning.shared_terms import Shared
from newsdiff.aligning.sparse import Flags, Floats, Places
from newsdiff.aligning.terms import Terms, terms_of
from newsdiff.encoding import Encoded
from newsdiff.model import (
    MEASURED,
    SIDES,
    Article,
    Link,
    Nearest,
    Pair,
    Side,
    State,
    Thresholds,
)
from newsdiff.reading.language import is_english

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
    looked_at: LookedAt


@dataclass(frozen=True, slots=True, eq=False)
class LookedAt:
    """What two articles have in common, as arrays.

    Sentences count among the compared ones, terms as the terms of each article do.
    """

    places: Places
    """Every two sentences that were looked at."""
    chances: Floats
    """Their probabilities."""
    stem_weights: Pair[Floats]
    shared_stems: Pair[Flags]
    """Whether the other article has each stem."""
    grams: Shared
    best: BestPartners | None
    """How alike their tokens are; None where words alone decided."""


def align(
    articles: Pair[Article],
    model: Model | None = None,
    *,
    terms: Pair[Terms] | None = None,
    encoded: Pair[Encoded] | None = None,
) -> Alignment:
    """Links the compared sentences of two articles.

    Args:
        articles: Both.
        model: How features are weighed; None for the packaged model.
        terms: Those of their compared sentences; None where they are not known yet.
        encoded: What an encoder read out of their compared sentences; None: words
            alone decide.
    """
    indexes = articles.map(lambda article: article.compared)
    texts = Pair.each(lambda s: tuple(articles[s].words_of(i) for i in indexes[s]))
    known = terms or articles.map(lambda one: terms_of(profiles_of(one)))
    alignment = _align(texts, PairFeatures(known, encoded), model)
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
        for s in SIDES
    )
    probabilities = {
        (indexes.a[i], indexes.b[j]): probability
        for (i, j), probability in alignment.probabilities.items()
    }
    return replace(
        alignment, links=placed, nearest=Pair(*spread), probabilities=probabilities
    )


def align_sentences(a: Sequence[str], b: Sequence[str]) -> tuple[Link, ...]:
    """Links between two texts given as sentences, best first.

    `Link.a` and `Link.b` are positions in `a` and `b`. Where the packaged encoder
    cannot be had, or a text is not in English, words decide.
    """
    texts = Pair(tuple(a), tuple(b))
    english = all(is_english(" ".join(side)) for side in texts)
    encoder = encoding.find_encoder() if english else None
    encoded = texts.map(encoder.encode) if encoder else None
    terms = texts.map(lambda side: terms_of([*map(profile, side, headings(side))]))
    return _align(texts, PairFeatures(terms, encoded)).links


def packaged(encoded: Pair[Encoded] | None, by: Thresholds = MEASURED) -> Model:
    """How links are weighed: by words alone, or by words and meaning.

    Args:
        encoded: What an encoder read out of both; None: words alone decide.
        by: Where a person wants other thresholds.
    """
    model = fitted(__package__, "links_meaning" if encoded else "links")
    return replace(model, least=moved(model.least, by)) if any(by) else model


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


def _align(
    texts: Pair[tuple[str, ...]], features: PairFeatures, model: Model | None = None
) -> Alignment:
    model = model or packaged(features.encoded)
    chances = model.among(features.few).probabilities(features.columns)
    places, scores = _with_identical(
        features.places, chances.round(_DIGITS), _identical(texts)
    )
    sure = model.least[State.MATCHED]
    chosen = choose(places, scores, model.least)
    links = [
        Link(
            a=a,
            b=b,
            state=State.MATCHED if score >= sure else State.RELATED,
            score=score,
            reason=features.reasons((a, b), MAX_REASONS),
        )
        for (a, b), score in zip(
            places[chosen].tolist(), scores[chosen].tolist(), strict=True
        )
    ]

    def best_first(link: Link) -> tuple[float, list[str], int, int]:
        pair = sorted((texts.a[link.a], texts.b[link.b]))
        return (-link.score, pair, link.a + link.b, abs(link.a - link.b))

    links.sort(key=best_first)
    return Alignment(
        links=mark_moved(links, texts),
        nearest=_nearest(places, scores, links, texts),
        probabilities=_values(places, scores),
        stem_weights=features.stem_weights,
        looked_at=_looked_at(features, places, scores),
    )


def _looked_at(features: PairFeatures, places: Places, scores: Floats) -> LookedAt:
    return LookedAt(
        places=places,
        chances=scores,
        stem_weights=features.weights,
        shared_stems=features.shared_stems,
        grams=features.grams,
        best=features.meaning.best if features.meaning else None,
    )


def _with_identical(
    places: Places, scores: Floats, same: Places
) -> tuple[Places, Floats]:
    """The candidates and those that read the same, whatever their words: these at 1."""
    width = 1 + max(places[:, 1].max(initial=0), same[:, 1].max(initial=0))
    keys, sure = (part[:, 0] * width + part[:, 1] for part in (places, same))
    added = same[~np.isin(sure, keys)]
    known = np.where(np.isin(keys, sure), 1.0, scores)
    return np.concatenate([places, added]), np.append(known, np.ones(len(added)))


def _values(places: Places, scores: Floats) -> CandidateValues:
    return {
        (i, j): p for (i, j), p in zip(places.tolist(), scores.tolist(), strict=True)
    }


def _identical(texts: Pair[tuple[str, ...]]) -> Places:
    """Every pair of sentences that read the same, blanks apart."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for j, text in enumerate(texts.b):
        places[" ".join(text.split())].append(j)
    found = [
        (i, j)
        for i, text in enumerate(texts.a)
        for j in places.get(" ".join(text.split()), ())
    ]
    return np.array(found, np.int64).reshape(-1, 2)


def _nearest(
    places: Places, scores: Floats, links: Sequence[Link], texts: Pair[tuple[str, ...]]
) -> Pair[tuple[Nearest | None, ...]]:
    """The best candidate of each sentence without a link."""
    nearest: Pair[list[Nearest | None]] = texts.map(lambda side: [None] * len(side))
    linked = Pair({link.a for link in links}, {link.b for link in links})
    ranks = {text: k for k, text in enumerate(sorted({*texts.a, *texts.b}))}
    rank = texts.map(lambda side: np.array([ranks[text] for text in side], np.int64))
    pair = np.sort(np.column_stack([rank.a[places[:, 0]], rank.b[places[:, 1]]]))
    order = np.lexsort((places.sum(1), pair[:, 1], pair[:, 0], -scores))
    for side, own in zip(SIDES, places[order].T, strict=True):
        lines, first = np.unique(own, return_index=True)
        others = places[order][first, 1 if side is Side.A else 0]
        best = zip(
            lines.tolist(), others.tolist(), scores[order][first].tolist(), strict=True
        )
        for line, other, score in best:
            if line not in linked[side]:
                nearest[side][line] = Nearest(other, score)
    return nearest.map(tuple)
