"""Two lists of sentences → what speaks for and against each pair telling the same.

Every feature is the same whichever article is A: it is the smaller, the larger or the
product of both sides, and sums run in an order that both sides share.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from newsdiff.aligning.candidates import (
    Candidate,
    CandidateValues,
    Rivals,
    Table,
    largest_of,
)
from newsdiff.aligning.profiles import RAREST, Heading, Profile
from newsdiff.aligning.shared_runs import weightiest_run
from newsdiff.cancellation import cancellable
from newsdiff.model import Pair

FEATURES: Final = {
    "words": "likeness of their content words, rare ones weighing more",
    "words, lead": "lead over the closest competing pair, by words",
    "words, share": "likeness as a part of the closest competitor's, by words",
    "rarest word": "weight of the rarest word both have",
    "second rarest": "weight of the next rarest word both have",
    "only here": "words both have and no other sentence of either article",
    "names in words": "how much of what both have are names",
    "spelling": "share of the longer sentence's letter runs that the other has",
    "spelling, lead": "lead over the closest competing pair, by letter runs",
    "spelling, side lead": "lead over the weaker of the two sides' competitors",
    "spelling, share": "likeness as a part of the closest competitor's, by letter runs",
    "word pairs": "likeness of neighbouring words",
    "longest run": "the weightiest run of words both have",
    "quoted run": "the weightiest run of quoted words the other has",
    "clause": "the best-covered clause of either sentence",
    "same names": "share of their names that both have",
    "other names": "both have names and share none",
    "context": "likeness with the sentences around them",
    "context, further down": "the same likeness, times how far down they stand",
    "neighbours": "likeness of the sentences before and of those after",
    "distance": "how far apart they stand in their articles",
    "later place": "how far down the later one stands",
    "earlier place": "how far down the earlier one stands",
    "both at the top": "both are a headline or among the first sentences of long texts",
    "one headline": "one of them is a headline",
    "both headlines": "both are headlines",
    "subheading": "one of them is a subheading",
    "shorter": "content words of the shorter, as a logarithm",
    "longer": "content words of the longer, as a logarithm",
    "both quote": "both hold a quotation",
    "choice": "how many pairs there are to choose from, as a logarithm",
}
"""Every feature in the order of a vector, with what it says."""

MOST_CANDIDATES: Final = 8
"""Partners looked at for each sentence; more were tried and changed no figure."""
_COMMON: Final = 20_000
"""Pairs of sentences that share a word: past it the word is too common to lead to
candidates in documents of a thousand sentences."""
_BACKGROUND: Final = 20
"""Sentences of other news added to every count, so that two short texts do not make
each word they share look worthless."""
_SMALL_BACKGROUND: Final = 5
"""The same for names, letter runs and word pairs: other news does not have them."""
_SHORT: Final = 4.5
"""Logarithm of the pairs to choose from in short texts, of ten sentences each."""
_LONG: Final = 6.0
"""The same in long ones, of twenty. What stands in between is weighed in between."""
_TOP: Final = 2.0
"""Sentences below the lede at which nearness to the top fades."""
_CLAUSE_BACKGROUND: Final = 2.0
_CLAUSE_MASS: Final = 4.0
"""Shared weight from which a clause counts in full."""


_Clause = tuple[tuple[str, ...], float]
"""The stems of a clause, and the sum of their weights."""


@dataclass(frozen=True, slots=True)
class _Weighted:
    """A sentence's profile with the weights of this pair of articles."""

    profile: Profile
    weights: Mapping[str, float]
    """Stem → its weight in this pair times its share."""
    clauses: tuple[_Clause, ...]
    size: float
    """Content words, as a logarithm."""
    norm: float
    gram_mass: float
    gram_norm: float
    bigram_norm: float
    place: float
    """0 for the first sentence of its article, 1 for the last."""
    starting: Mapping[str, Sequence[tuple[int, float]]]
    """Word → where it stands in the sentence, and what it weighs in a run."""


class PairFeatures:
    """The features of all candidate pairs of two articles' sentences."""

    def __init__(self, profiles: Pair[Sequence[Profile]]) -> None:
        every = [p for side in profiles for p in side]
        self.stem_weights = stem_weights_of(every)
        """What each stem weighs in this pair of articles."""
        self._gram_weights = _inverse(p.grams for p in every)
        self._bigram_weights = _inverse(p.bigrams for p in every)
        self._uses = profiles.map(
            lambda side: Counter(chain.from_iterable(p.stems for p in side))
        )
        self._single = {s for s, n in self._uses.a.items() if n == self._uses.b[s] == 1}
        self.sentences = profiles.map(
            lambda side: tuple(
                self._weighted(p, i / max(1, len(side) - 1))
                for i, p in cancellable(enumerate(side))
            )
        )
        self._choice = math.log(max(1, len(profiles.a) * len(profiles.b)))
        few = (_LONG - self._choice) / (_LONG - _SHORT)
        self.few = min(max(few, 0.0), 1.0)
        """Whether the texts are short, 0..1: their sentences are weighed otherwise."""
        dots = self._dots()
        norms = self.sentences.map(lambda side: [w.norm for w in side])
        self._words = Table(
            [
                dot and dot / (mine * norm)
                for dot, norm in zip(row, norms.b, strict=True)
            ]
            for mine, row in zip(norms.a, dots.rows, strict=True)
        )
        largest = self._words.largest(MOST_CANDIDATES)
        self._word_rivals = Rivals(largest)
        self.candidates = self._words.best(largest)
        self._context = self._contexts(dots)
        self._spelling = {
            place: self._spelled(place) for place in cancellable(self.candidates)
        }
        cosines = {place: value[0] for place, value in self._spelling.items()}
        self._spelling_rivals = Rivals(largest_of(cosines, 2))

    def _weighted(self, profile: Profile, place: float) -> _Weighted:
        starting: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for k, word in enumerate(profile.order):
            starting[word].append((k, profile.weights[k]))
        weights = dict(
            zip(profile.stems, _weights(self.stem_weights, profile.stems), strict=True)
        )
        grams = _weights(self._gram_weights, profile.grams)
        return _Weighted(
            profile=profile,
            weights=weights,
            clauses=tuple(
                (stems, sum([weights[s] for s in stems]))
                for stems in profile.clause_stems
            ),
            size=math.log(profile.size),
            norm=_norm(weights.values()),
            gram_mass=sum(grams) or 1.0,
            gram_norm=_norm(grams),
            bigram_norm=_norm(_weights(self._bigram_weights, profile.bigrams)),
            place=place,
            starting={word: tuple(places) for word, places in starting.items()},
        )

    def _dots(self) -> Table:
        """Weight that every two sentences share, squared, as in a cosine."""
        having: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for j, other in enumerate(self.sentences.b):
            for s, share in other.profile.stems.items():
                having[s].append((j, share))
        rows = (
            self._dots_of(one.profile, having) for one in cancellable(self.sentences.a)
        )
        return Table(rows)

    def _dots_of(
        self, one: Profile, having: Mapping[str, Sequence[tuple[int, float]]]
    ) -> list[float]:
        """What a sentence shares with each of the other side."""
        row = [0.0] * len(self.sentences.b)
        for s, mine in one.stems.items():
            places = having.get(s, ())
            if self._uses.a[s] * len(places) <= _COMMON:
                square = self.stem_weights[s] ** 2
                for j, theirs in places:
                    row[j] += square * (mine * theirs)
        return row

    def _contexts(self, dots: Table) -> CandidateValues:
        """Cosine of the windows around the two sentences of each candidate."""
        norms = self.sentences.map(self._window_norms)
        return {
            (i, j): dots.window_sum((i, j)) / (norms.a[i] * norms.b[j])
            for i, j in self.candidates
        }

    def _window_norms(self, side: Sequence[_Weighted]) -> list[float]:
        norms = []
        for i in range(len(side)):
            counts: defaultdict[str, float] = defaultdict(float)
            for k, share in ((i - 1, 0.5), (i, 1.0), (i + 1, 0.5)):
                if 0 <= k < len(side):
                    for s, own in side[k].profile.stems.items():
                        counts[s] += share * own
            norms.append(
                _norm([self.stem_weights[s] * counts[s] for s in sorted(counts)])
            )
        return norms

    def _spelled(self, place: Candidate) -> tuple[float, float]:
        """Cosine and smaller share of the letter runs in common."""
        one, other = self.sentences.a[place[0]], self.sentences.b[place[1]]
        mine, theirs = one.profile.grams, other.profile.grams
        weights, dot, mass = self._gram_weights, 0.0, 0.0
        for gram in sorted(mine.keys() & theirs.keys()):
            weight, n, m = weights[gram], mine[gram], theirs[gram]
            dot += weight * weight * (n * m)
            mass += weight * min(n, m)
        cosine = dot / (one.gram_norm * other.gram_norm)
        return cosine, min(mass / one.gram_mass, mass / other.gram_mass)

    def vector(self, place: Candidate) -> tuple[float, ...]:
        """The features of one pair, in the order of `FEATURES`."""
        i, j = place
        one, other = self.sentences.a[i], self.sentences.b[j]
        words = self._words.at(i, j)
        cosine, share = self._spelling.get(place) or self._spelled(place)
        context = self._context.get(place, 0.0)
        return (
            words,
            *_leads(self._word_rivals.of(place, words), words)[::2],
            *self._shared(one, other),
            share,
            *_leads(self._spelling_rivals.of(place, cosine), cosine),
            self._word_pairs(one, other),
            *_runs(one, other),
            max(_covered(one, other), _covered(other, one)),
            *_names(one.profile, other.profile),
            context,
            context * max(one.place, other.place),
            self._words.at(i - 1, j - 1) + self._words.at(i + 1, j + 1),
            *_position(one, other),
            (1 - self.few) * math.exp(-max(i - 1, j - 1, 0) / _TOP),
            *_shape(one, other),
            self._choice,
        )

    def reasons(self, place: Candidate, most: int) -> tuple[str, ...]:
        """The most telling words a pair has in common, as they stand in the texts.

        The "000" of "750,000" tells nothing.
        """
        one = self.sentences.a[place[0]].profile
        other = self.sentences.b[place[1]].profile
        common = [s for s in one.stems if s in other.stems and s.strip("0")]
        common.sort(key=lambda s: (-self.stem_weights[s], s))
        found = (min(one.surface[s], other.surface[s]) for s in common[:most])
        return tuple(dict.fromkeys(found))

    def _shared(self, one: _Weighted, other: _Weighted) -> Iterator[float]:
        """What the content words in common come to."""
        theirs = other.weights
        common = {s: min(w, theirs[s]) for s, w in one.weights.items() if s in theirs}
        largest = sorted(common.values(), reverse=True)
        yield largest[0] if largest else 0.0
        yield largest[1] if len(largest) > 1 else 0.0
        yield math.log1p(sum(w for s, w in common.items() if s in self._single))
        names = one.profile.names | other.profile.names
        yield math.log1p(sum(w for s, w in common.items() if s in names))

    def _word_pairs(self, one: _Weighted, other: _Weighted) -> float:
        mine, theirs = one.profile.bigrams, other.profile.bigrams
        dot = sum(
            self._bigram_weights[b] ** 2 * (mine[b] * theirs[b])
            for b in sorted(mine.keys() & theirs.keys())
        )
        return dot / (one.bigram_norm * other.bigram_norm)


def stem_weights_of(every: Sequence[Profile]) -> dict[str, float]:
    """Stem → weight: rare in English, and in few sentences of the two articles."""
    used = Counter(chain.from_iterable(p.stems for p in every))
    rare: dict[str, float] = {}
    for p in every:
        for s, rarity in p.rarity.items():
            rare[s] = max(rare.get(s, 0.0), rarity)
    names = {s for p in every for s in p.names}
    other = {True: _SMALL_BACKGROUND, False: _BACKGROUND}
    return {
        s: math.log((len(every) + other[s in names]) / n) * min(rare[s], RAREST) / 50
        for s, n in used.items()
    }


def _inverse(every: Iterable[Mapping[str, float]]) -> dict[str, float]:
    """Item → logarithm of how few sentences of the two articles have it."""
    counted = list(every)
    used = Counter(chain.from_iterable(counted))
    most = len(counted) + _SMALL_BACKGROUND
    return {item: math.log(most / n) for item, n in used.items()}


def _weights(each: Mapping[str, float], counts: Mapping[str, float]) -> list[float]:
    """The weight of each item, in order."""
    return [each[item] * n for item, n in counts.items()]


def _norm(values: Iterable[float]) -> float:
    return math.sqrt(sum([value**2 for value in values])) or 1.0


def _covered(one: _Weighted, other: _Weighted) -> float:
    """How much of the best-covered clause of one sentence the other has, 0..1."""
    mine, theirs, best = one.weights, other.weights, 0.0
    for stems, total in one.clauses:
        shared = 0.0
        for s in stems:
            if s in theirs:
                shared += mine[s]
        share = shared / (total + _CLAUSE_BACKGROUND)
        best = max(best, share * min(1.0, shared / _CLAUSE_MASS))
    return best


def _leads(rivals: tuple[float, float], value: float) -> tuple[float, float, float]:
    """Lead over the stronger and over the weaker rival; share of the strongest."""
    strongest = max(*rivals, value)
    return (
        value - max(rivals),
        value - min(rivals),
        value / strongest if strongest else 0.0,
    )


def _runs(one: _Weighted, other: _Weighted) -> Iterator[float]:
    """The weightiest runs of words, anywhere and inside quotations."""
    runs = [
        weightiest_run(
            p.order[part.start : part.stop], p.weights[part.start : part.stop], places
        )
        for p, places, part in _quoted(one, other)
    ]
    mine = one.profile
    yield math.log1p(weightiest_run(mine.order, mine.weights, other.starting))
    yield math.log1p(max(runs, default=0.0))


def _quoted(
    one: _Weighted, other: _Weighted
) -> Iterator[tuple[Profile, Mapping[str, Sequence[tuple[int, float]]], range]]:
    for mine, theirs in ((one, other), (other, one)):
        for part in mine.profile.quotations:
            yield mine.profile, theirs.starting, part


def _names(one: Profile, other: Profile) -> Iterator[float]:
    both, either = one.names & other.names, one.names | other.names
    yield len(both) / (1 + len(either))
    yield float(bool(one.names and other.names and not both))


def _position(one: _Weighted, other: _Weighted) -> Iterator[float]:
    yield abs(one.place - other.place)
    yield max(one.place, other.place)
    yield min(one.place, other.place)


def _shape(one: _Weighted, other: _Weighted) -> Iterator[float]:
    mine, theirs = one.profile, other.profile
    kinds = (mine.heading, theirs.heading)
    yield float(Heading.HEADLINE in kinds)
    yield float(kinds == (Heading.HEADLINE, Heading.HEADLINE))
    yield float(Heading.SUBHEADING in kinds)
    yield min(one.size, other.size)
    yield max(one.size, other.size)
    yield float(bool(mine.quotations and theirs.quotations))
