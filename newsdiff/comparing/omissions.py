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

from newsdiff.aligning import Alignment
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.aligning.profiles import Profile
from newsdiff.analysis import AnalysedArticle
from newsdiff.cancellation import cancellable
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
"""What speaks for a word being told, in the order of a vector."""

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
    vector: tuple[float, ...]


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
    weighed = model or fitted(__package__, "omissions")
    words = describe_words(articles, alignment, mentions)
    return words.map(lambda side: tuple(_stretches(side, weighed)))


def _stretches(words: Sequence[Word], model: Model) -> Iterator[Stretch]:
    for number, group in cancellable(groupby(words, lambda word: word.sentence)):
        inside = list(group)
        missing = _settled(inside, model)
        flagged = [(word.span in missing, word) for word in inside]
        for is_untold, found in groupby(flagged, lambda pair: pair[0]):
            run = [word for _, word in found]
            if is_untold:
                span = Span(run[0].span.start, run[-1].span.end)
                yield Stretch(number, span, len(run), len(run) == len(inside))


def _settled(words: Sequence[Word], model: Model) -> set[Span]:
    """The untold words of a sentence: clauses as wholes, and longer runs in others."""
    least = model.least["untold"]
    missing: set[Span] = set()
    for _, group in groupby(words, lambda word: word.clause):
        clause = list(group)
        flags = [model.probability(word.vector) >= least for word in clause]
        if sum(flags) >= MOST_OF_CLAUSE * len(flags):
            missing.update(word.span for word in clause)
            continue
        for is_untold, run in groupby(zip(clause, flags, strict=True), lambda w: w[1]):
            found = [word.span for word, _ in run]
            if is_untold and len(found) >= FEWEST_WORDS:
                missing.update(found)
    return missing


def describe_words(
    articles: Pair[AnalysedArticle],
    alignment: Alignment,
    mentions: Pair[Sequence[Mention]],
) -> Pair[tuple[Word, ...]]:
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
        lambda s: tuple(
            _words(
                Pair(articles[s], articles[s.other]),
                partners[s],
                alignment.stem_weights,
                values[s],
            )
        )
    )


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
) -> Iterator[Word]:
    """The words of A, as B tells them."""
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
            yield Word(number, place, clause, vector)


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
