"""Which words of one article the other was not found to tell.

A linked sentence can add facts, and a sentence without a link can consist of facts told
elsewhere. So every content word is weighed on its own, by how sure it is that some
sentence of the other article tells the clause it stands in. Words in a row that are not
told make a stretch.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from sys import intern
from typing import Final, NamedTuple

from newsdiff.aligning import Alignment, Profile, compared_profiles, worths
from newsdiff.aligning.weighing import Model, fitted
from newsdiff.mentions import Token
from newsdiff.model import Article, Pair, Side, Span

FEATURES: Final = {
    "text": "share of its sentence's words that the other article has anywhere",
    "partner": "probability that the sentence's best partner tells the same",
    "second partner": "the same of the next best",
    "clause": "share of its clause in a partner, times that partner's probability",
    "spelling": "share of its letters in a partner, times that partner's probability",
}
"""What speaks for a word being told, in the order of a vector."""

MOST_OF_CLAUSE: Final = 0.75
"""Share of a clause's content words from which all of it is untold."""
FEWEST_WORDS: Final = 2
"""Untold content words in a row that count inside a clause that is told; a single one
is a choice of words as often as a fact."""
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


def untold(
    articles: Pair[Article], alignment: Alignment, model: Model | None = None
) -> Pair[tuple[Stretch, ...]]:
    """The stretches of each article that the other was not found to tell.

    Args:
        articles: Both.
        alignment: Their links and the chances of all candidates.
        model: How words are weighed; None for the packaged model.
    """
    weighed = model or fitted(__package__, "told")
    words = content_words(articles, alignment)
    return words.map(lambda side: tuple(_stretches(side, weighed)))


def _stretches(words: Sequence[Word], model: Model) -> Iterator[Stretch]:
    for number, group in groupby(words, lambda word: word.sentence):
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


def content_words(
    articles: Pair[Article], alignment: Alignment
) -> Pair[tuple[Word, ...]]:
    """Every content word of the compared sentences, with its features."""
    readings = articles.map(_Reading.of)
    worth = worths([p for side in readings for p in side.profiles.values()])
    partners = _partners(alignment)
    return Pair(
        *(
            tuple(_words(readings[s], readings[s.other], partners[s], worth))
            for s in Side
        )
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """An article's compared sentences by number, and all stems it has."""

    article: Article
    profiles: Mapping[int, Profile]
    stems: frozenset[str]

    @classmethod
    def of(cls, article: Article) -> _Reading:
        numbers = [i for i, s in enumerate(article.sentences) if s.role.compared]
        profiles = dict(zip(numbers, compared_profiles(article), strict=True))
        stems = frozenset(s for p in profiles.values() for s in p.stems)
        return cls(article, profiles, stems)


def _partners(alignment: Alignment) -> Pair[dict[int, dict[int, float]]]:
    """For each sentence its candidates on the other side and their chances."""
    found: Pair[defaultdict[int, dict[int, float]]] = Pair(
        defaultdict(dict), defaultdict(dict)
    )
    for (i, j), chance in alignment.chances.items():
        found.a[i][j] = chance
        found.b[j][i] = chance
    return found.map(dict)


def _words(
    mine: _Reading,
    theirs: _Reading,
    partners: Mapping[int, Mapping[int, float]],
    worth: Mapping[str, float],
) -> Iterator[Word]:
    for number, profile in mine.profiles.items():
        chances = partners.get(number, {})
        best = (*sorted(chances.values(), reverse=True), 0.0, 0.0)
        told = sorted(
            ((theirs.profiles[j], chance) for j, chance in chances.items()),
            key=lambda partner: -partner[1],
        )
        start = mine.article.sentences[number].start
        content = [
            _Content(token, stems, max(worth[s] for s in stems))
            for token, stems in profile.content
        ]
        everywhere = _share(content, theirs.stems)
        clauses = _by_clause(profile, content, told)
        for token, _ in profile.content:
            # A word outside every clause is one by itself.
            alone = Span(token.start, token.end)
            clause, in_clause = clauses.get(token.start, (alone, 0.0))
            spelled = _best_spelled(token.folded, told)
            place = Span(start + token.start, start + token.end)
            yield Word(
                number, place, clause, (everywhere, *best[:2], in_clause, spelled)
            )


class _Content(NamedTuple):
    """A content word as what it weighs in this pair of articles."""

    token: Token
    stems: tuple[str, ...]
    weight: float


def _share(content: Sequence[_Content], stems: AbstractSet[str]) -> float:
    """Share of the weight of some words that has a stem in `stems`, 0..1."""
    found = total = 0.0
    for _, own, weight in content:
        total += weight
        if not stems.isdisjoint(own):
            found += weight
    return found / total if total else 0.0


def _by_clause(
    profile: Profile,
    content: Sequence[_Content],
    told: Sequence[tuple[Profile, float]],
) -> dict[int, tuple[Span, float]]:
    """Start of each word in a clause → the clause, and how well a partner tells it.

    Args:
        profile: The sentence.
        content: Its content words.
        told: Its partners with their chances, best first.
    """
    found: dict[int, tuple[Span, float]] = {}
    for clause in profile.clauses:
        inside = [w for w in content if clause.start <= w.token.start < clause.end]
        value = 0.0
        for other, chance in told:
            if chance <= value:  # a share is at most 1: no other can do better
                break
            value = max(value, _share(inside, other.stems.keys()) * chance)
        found |= {word.token.start: (clause, value) for word in inside}
    return found


def _best_spelled(word: str, told: Sequence[tuple[Profile, float]]) -> float:
    """How well any partner has a word's letters, times that partner's probability."""
    letters, best = _letters(word), 0.0
    for other, chance in told:
        if chance <= best:
            break
        grams = other.grams
        share = sum([letter in grams for letter in letters]) / len(letters)
        best = max(best, share * chance)
    return best


@lru_cache(maxsize=20_000)
def _letters(word: str) -> tuple[str, ...]:
    """The letter runs of a word, each once."""
    line = f" {word} "
    runs = (line[i : i + _GRAM] for i in range(max(1, len(line) - _GRAM + 1)))
    return tuple(dict.fromkeys(map(intern, runs)))
