"""Which words of one article the other was not found to tell.

A linked sentence can add facts, and a sentence without a link can consist of facts told
elsewhere. So every content word is weighed on its own, by how sure it is that some
sentence of the other article tells the same with such a word. Words in a row that are
not told make a stretch.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from sys import intern
from typing import Final

import numpy as np

from newsdiff.aligning import Alignment
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.aligning.profiles import Profile
from newsdiff.analysis import AnalysedArticle, both_encoded
from newsdiff.cancellation import cancellable
from newsdiff.comparing import retelling
from newsdiff.comparing.retelling import Floats, Place, retelling_of
from newsdiff.comparing.told_values import ToldValues, find_told_values
from newsdiff.model import Mention, Pair, Span

FEATURES: Final = {
    "text": "share of its sentence's words that the other article has anywhere",
    "second partner": "probability that its sentence's next best partner tells it",
    "spelling": "share of its letters in a partner, times that partner's probability",
    "words": "content words of its sentence, as a logarithm",
    "place": "how far down its article the sentence stands",
    "other article": "sentences of the other article, as a logarithm",
}
"""What speaks for a word being told. Where both articles have been encoded, what
`retelling` finds joins them."""

MOST_OF_CLAUSE: Final = 0.75
"""Share of a clause's content words from which all of it is untold."""
FEWEST_WORDS: Final = 2
"""Untold content words in a row that count inside a clause that is told; a single one
is a choice of words as often as a fact."""
_SAME: Final = 1.0
"""The probability of two sentences that read the same."""
_GRAM: Final = 4


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of one side."""

    sentence: int
    span: Span
    """Its place in the article's text."""
    clause: Span
    """The clause it stands in, as a place in its sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class DescribedWords:
    """The content words of one side and what speaks for their being told."""

    words: tuple[Word, ...]
    columns: Mapping[str, Floats]
    """Name of each feature → its values, one a word."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Content words in a row that the other article was not found to tell."""

    sentence: int
    span: Span
    words: int
    """How many content words it has."""
    whole: bool
    """Whether these are all content words of the sentence."""


def find_untold(
    articles: Pair[AnalysedArticle],
    alignment: Alignment,
    mentions: Pair[Sequence[Mention]],
    model: Model | None = None,
) -> Pair[tuple[Stretch, ...]]:
    """The stretches of each article that the other was not found to tell.

    Args:
        articles: Both.
        alignment: Their links and the probabilities of all candidates.
        mentions: Those of both, with the keys of the pair.
        model: How words are weighed; None for the packaged model.
    """
    described = describe_words(articles, alignment, mentions)
    return described.map(lambda side: tuple(_stretches(side, model)))


def _stretches(side: DescribedWords, model: Model | None) -> Iterator[Stretch]:
    weighing = model or _packaged(side)
    flags = weighing.probabilities(side.columns) >= weighing.least["untold"]
    flagged = zip(side.words, flags.tolist(), strict=True)
    for number, group in cancellable(groupby(flagged, lambda one: one[0].sentence)):
        inside = list(group)
        missing = _settled(inside)
        settled = [(word.span in missing, word) for word, _ in inside]
        for is_untold, found in groupby(settled, lambda pair: pair[0]):
            run = [word for _, word in found]
            if is_untold:
                span = Span(run[0].span.start, run[-1].span.end)
                yield Stretch(number, span, len(run), len(run) == len(inside))


def _packaged(side: DescribedWords) -> Model:
    """The packaged model: by words, or by words and meaning where that is known."""
    is_meant = retelling.FEATURES.keys() <= side.columns.keys()
    return fitted(__package__, "omissions_meaning" if is_meant else "omissions")


def _settled(flagged: Sequence[tuple[Word, bool]]) -> set[Span]:
    """The untold words of a sentence: clauses as wholes, and longer runs in others."""
    missing: set[Span] = set()
    for _, group in groupby(flagged, lambda one: one[0].clause):
        clause = list(group)
        untold = sum(flag for _, flag in clause)
        if untold >= MOST_OF_CLAUSE * len(clause):
            missing.update(word.span for word, _ in clause)
            continue
        for is_untold, run in groupby(clause, lambda one: one[1]):
            found = [word.span for word, _ in run]
            if is_untold and len(found) >= FEWEST_WORDS:
                missing.update(found)
    return missing


def describe_words(
    articles: Pair[AnalysedArticle],
    alignment: Alignment,
    mentions: Pair[Sequence[Mention]],
) -> Pair[DescribedWords]:
    """Every content word of the compared sentences, with its features.

    A word of a number or date that the other article tells counts as spelled there.

    Args:
        articles: Both.
        alignment: Their links and the probabilities of all candidates.
        mentions: Those of both, with the keys of the pair.
    """
    partners = _partners(alignment)
    values = find_told_values(mentions)
    return Pair.each(
        lambda s: _described(
            Pair(articles[s], articles[s.other]),
            partners[s],
            alignment.stem_weights,
            values[s],
        )
    )


def _described(
    articles: Pair[AnalysedArticle],
    partners: Mapping[int, Mapping[int, float]],
    stem_weights: Mapping[str, float],
    values: ToldValues,
) -> DescribedWords:
    """The words of A, as B tells them."""
    found = list(_words(articles, partners, stem_weights, values))
    words = tuple(word for word, _ in found)
    rows = np.array([vector for _, vector in found]).reshape(-1, len(FEATURES))
    columns = dict(zip(FEATURES, rows.T, strict=True))
    both = both_encoded(articles)
    if both:
        rows = retelling_of(both, *_placed(articles, words, partners))
        columns |= zip(retelling.FEATURES, rows.T, strict=True)
    return DescribedWords(words, columns)


def _placed(
    articles: Pair[AnalysedArticle],
    words: Sequence[Word],
    partners: Mapping[int, Mapping[int, float]],
) -> tuple[list[Place], list[dict[int, float]]]:
    """The words of A and the partners of its sentences, counted among the compared."""
    ranks = articles.map(lambda one: {n: k for k, n in enumerate(one.profiles)})
    starts = articles.a.article.sentences
    places = [
        Place(ranks.a[w.sentence], w.clause.start, *(at - begin for at in w.span))
        for w in words
        for begin in (starts[w.sentence].start,)
    ]
    chances = [
        {ranks.b[j]: chance for j, chance in partners.get(number, {}).items()}
        for number in ranks.a
    ]
    return places, chances


def _partners(alignment: Alignment) -> Pair[dict[int, dict[int, float]]]:
    """For each sentence its candidates on the other side and their probabilities."""
    partners: Pair[defaultdict[int, dict[int, float]]] = Pair(
        defaultdict(dict), defaultdict(dict)
    )
    for (i, j), probability in alignment.probabilities.items():
        partners.a[i][j] = probability
        partners.b[j][i] = probability
    return partners.map(dict)


def _words(
    articles: Pair[AnalysedArticle],
    partners: Mapping[int, Mapping[int, float]],
    stem_weights: Mapping[str, float],
    values: ToldValues,
) -> Iterator[tuple[Word, tuple[float, ...]]]:
    """The words of A and their features, in the order of `FEATURES`."""
    mine, theirs = articles
    last = max(1, len(mine.profiles) - 1)
    choice = math.log(max(1, len(theirs.profiles)))
    stems = frozenset(s for p in theirs.profiles.values() for s in p.stems)
    for rank, (number, profile) in cancellable(enumerate(mine.profiles.items())):
        probabilities = partners.get(number, {})
        if _SAME in probabilities.values():
            continue  # it stands in the other article, word for word
        likeliest = sorted(probabilities.items(), key=lambda partner: -partner[1])
        ranked = [(theirs.profiles[j], probability) for j, probability in likeliest]
        start = mine.article.sentences[number].start
        tellers = [values.tellers_at(start + t.start) for t, _ in profile.content]
        everywhere = _share(profile, stem_weights, stems, tellers)
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        size = math.log(max(1, len(profile.content)))
        clauses = _clauses(profile)
        for (token, own), telling in zip(profile.content, tellers, strict=True):
            spelled = max(
                _best_spelled(token.folded, own, ranked),
                *(probabilities.get(j, 0.0) for j in telling),
                0.0,
            )
            vector = (everywhere, second, spelled, size, rank / last, choice)
            place = Span(start + token.start, start + token.end)
            # A word outside every clause is one by itself.
            clause = clauses.get(token.start, Span(token.start, token.end))
            yield Word(number, place, clause), vector


def _share(
    profile: Profile,
    stem_weights: Mapping[str, float],
    stems: frozenset[str],
    tellers: Sequence[frozenset[int]],
) -> float:
    """Share of the weight of a sentence's words that has a stem in `stems`, 0..1.

    The words of a number or date that has tellers are found with them.
    """
    found = total = 0.0
    for (_, own), telling in zip(profile.content, tellers, strict=True):
        weight = max(stem_weights[s] for s in own)
        total += weight
        if telling or not stems.isdisjoint(own):
            found += weight
    return found / total if total else 0.0


def _clauses(profile: Profile) -> dict[int, Span]:
    """Start of each content word in a clause → the clause."""
    return {
        token.start: clause
        for clause in profile.clauses
        for token, _ in profile.content
        if clause.start <= token.start < clause.end
    }


def _best_spelled(
    word: str, own: Sequence[str], ranked: Sequence[tuple[Profile, float]]
) -> float:
    """How well any partner has a word's letters, times that partner's probability.

    A root with a blank, of a country or of letters that stand for words, is had whole.
    """
    letters, best = _letters(word), 0.0
    known = any(" " in root for root in own)
    for other, probability in ranked:
        if probability <= best:
            break
        share = sum(map(other.grams.__contains__, letters)) / len(letters)
        if known and not other.stems.keys().isdisjoint(own):
            share = 1.0
        best = max(best, share * probability)
    return best


@lru_cache(maxsize=20_000)
def _letters(word: str) -> tuple[str, ...]:
    """The letter runs of a word, each once."""
    line = f" {word} "
    runs = (line[i : i + _GRAM] for i in range(max(1, len(line) - _GRAM + 1)))
    return tuple(dict.fromkeys(map(intern, runs)))
