"""Two lists of sentences → what speaks for and against each pair telling the same.

Every feature is the same whichever article is A: it is the smaller, the larger or the
product of both sides, and sums run in an order that both sides share.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from newsdiff.aligning.grids import Grid, Place, Rivals, best_of_each, window_sum
from newsdiff.aligning.profiles import RAREST, Heading, Profile
from newsdiff.aligning.runs import weightiest_run
from newsdiff.model import Pair

_Item = TypeVar("_Item", str, tuple[str, str])

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
    "neighbours": "likeness of the sentences before and of those after",
    "distance": "how far apart they stand in their articles",
    "later place": "how far down the later one stands",
    "earlier place": "how far down the earlier one stands",
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
_CLAUSE_BACKGROUND: Final = 2.0
_CLAUSE_MASS: Final = 4.0
"""Shared weight from which a clause counts in full."""


@dataclass(frozen=True, slots=True)
class _Weighted:
    """A sentence's profile with the weights of this pair of articles."""

    profile: Profile
    mass: float
    """Sum of worth times share, greater than 0."""
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
        self._worth = worths(every)
        self._gram_worth = _inverse(p.grams for p in every)
        self._bigram_worth = _inverse(p.bigrams for p in every)
        self._uses = profiles.map(
            lambda side: Counter(s for p in side for s in p.stems)
        )
        self.sentences = profiles.map(
            lambda side: tuple(
                self._weighted(p, i / max(1, len(side) - 1)) for i, p in enumerate(side)
            )
        )
        self._choice = math.log(max(1, len(profiles.a) * len(profiles.b)))
        dots = self._dots()
        norms = self.sentences.map(lambda side: [w.norm for w in side])
        self._words = {
            (i, j): dot / (norms.a[i] * norms.b[j]) for (i, j), dot in dots.items()
        }
        self._word_rivals = Rivals(self._words)
        self.candidates = best_of_each(self._words, MOST_CANDIDATES)
        self._context = self._contexts(dots)
        self._spelling = {place: self._spelled(place) for place in self.candidates}
        self._spelling_rivals = Rivals({p: v[0] for p, v in self._spelling.items()})

    def _weighted(self, profile: Profile, place: float) -> _Weighted:
        starting: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for k, word in enumerate(profile.order):
            starting[word].append((k, profile.weights[k]))
        worth, grams = self._worth, self._gram_worth
        mass = sum(worth[s] * share for s, share in profile.stems.items())
        return _Weighted(
            profile=profile,
            mass=mass or 1.0,
            norm=_norm((worth[s], n) for s, n in profile.stems.items()),
            gram_mass=sum(grams[g] * n for g, n in profile.grams.items()) or 1.0,
            gram_norm=_norm((grams[g], n) for g, n in profile.grams.items()),
            bigram_norm=_norm(
                (self._bigram_worth[b], n) for b, n in profile.bigrams.items()
            ),
            place=place,
            starting=starting,
        )

    def _dots(self) -> Grid:
        """Weight that every two sentences share, squared, as in a cosine."""
        having: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for j, other in enumerate(self.sentences.b):
            for s, share in other.profile.stems.items():
                having[s].append((j, share))
        dots: defaultdict[Place, float] = defaultdict(float)
        for i, one in enumerate(self.sentences.a):
            for s, mine in one.profile.stems.items():
                places = having.get(s, ())
                if self._uses.a[s] * len(places) <= _COMMON:
                    square = self._worth[s] ** 2
                    for j, theirs in places:
                        dots[i, j] += square * (mine * theirs)
        return dots

    def _contexts(self, dots: Grid) -> Grid:
        """Cosine of the windows around the two sentences of each candidate."""
        norms = self.sentences.map(self._window_norms)
        return {
            (i, j): window_sum(dots, (i, j)) / (norms.a[i] * norms.b[j])
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
            norms.append(_norm((self._worth[s], counts[s]) for s in sorted(counts)))
        return norms

    def _spelled(self, place: Place) -> tuple[float, float]:
        """Cosine and smaller share of the letter runs in common."""
        one, other = self.sentences.a[place[0]], self.sentences.b[place[1]]
        theirs, worths = other.profile.grams, self._gram_worth
        dot = mass = 0.0
        for gram, n in one.profile.grams.items():
            m = theirs.get(gram)
            if m:
                worth = worths[gram]
                dot += worth * worth * (n * m)
                mass += worth * min(n, m)
        cosine = dot / (one.gram_norm * other.gram_norm)
        return cosine, min(mass / one.gram_mass, mass / other.gram_mass)

    def vector(self, place: Place) -> tuple[float, ...]:
        """The features of one pair, in the order of `FEATURES`."""
        i, j = place
        one, other = self.sentences.a[i], self.sentences.b[j]
        words = self._words.get(place, 0.0)
        cosine, share = self._spelling.get(place) or self._spelled(place)
        return (
            words,
            *_leads(self._word_rivals.of(place, words), words)[::2],
            *self._shared(one.profile, other.profile),
            share,
            *_leads(self._spelling_rivals.of(place, cosine), cosine),
            self._word_pairs(one, other),
            *_runs(one, other),
            self._clause(one, other),
            *_names(one.profile, other.profile),
            self._context.get(place, 0.0),
            self._words.get((i - 1, j - 1), 0.0) + self._words.get((i + 1, j + 1), 0.0),
            *_position(one, other),
            *_shape(one.profile, other.profile),
            self._choice,
        )

    def reasons(self, place: Place, most: int) -> tuple[str, ...]:
        """The most telling words a pair has in common, as they stand in the texts."""
        one = self.sentences.a[place[0]].profile
        other = self.sentences.b[place[1]].profile
        common = [s for s in one.stems if s in other.stems]
        common.sort(key=lambda s: (-self._worth[s], s))
        found = (min(one.surface[s], other.surface[s]) for s in common[:most])
        return tuple(dict.fromkeys(found))

    def _shared(self, one: Profile, other: Profile) -> Iterator[float]:
        """What the content words in common come to."""
        common = [s for s in one.stems if s in other.stems]
        value = {s: self._worth[s] * min(one.stems[s], other.stems[s]) for s in common}
        worths = sorted(value.values(), reverse=True)
        yield worths[0] if worths else 0.0
        yield worths[1] if len(worths) > 1 else 0.0
        uses = self._uses
        alone = sum(value[s] for s in common if uses.a[s] == uses.b[s] == 1)
        yield math.log1p(alone)
        names = sum(value[s] for s in common if s in one.names or s in other.names)
        yield math.log1p(names)

    def _word_pairs(self, one: _Weighted, other: _Weighted) -> float:
        theirs = other.profile.bigrams
        dot = sum(
            self._bigram_worth[b] ** 2 * (n * theirs[b])
            for b, n in one.profile.bigrams.items()
            if b in theirs
        )
        return dot / (one.bigram_norm * other.bigram_norm)

    def _clause(self, one: _Weighted, other: _Weighted) -> float:
        return max(
            self._covered(one.profile, other.profile),
            self._covered(other.profile, one.profile),
        )

    def _covered(self, one: Profile, other: Profile) -> float:
        """How much of the best-covered clause of one sentence the other has, 0..1."""
        best = 0.0
        for clause in one.clause_stems:
            told = total = 0.0
            for s in clause:
                worth = self._worth[s] * one.stems[s]
                total += worth
                if s in other.stems:
                    told += worth
            share = told / (total + _CLAUSE_BACKGROUND)
            best = max(best, share * min(1.0, told / _CLAUSE_MASS))
        return best


def worths(every: Sequence[Profile]) -> dict[str, float]:
    """Stem → worth: rare in English, and in few sentences of the two articles."""
    used = Counter(s for p in every for s in p.stems)
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


def _inverse(every: Iterable[Mapping[_Item, float]]) -> dict[_Item, float]:
    """Item → logarithm of how few sentences of the two articles have it."""
    counted = list(every)
    used = Counter(item for counts in counted for item in counts)
    most = len(counted) + _SMALL_BACKGROUND
    return {item: math.log(most / n) for item, n in used.items()}


def _norm(values: Iterable[tuple[float, float]]) -> float:
    return math.sqrt(sum((worth * n) ** 2 for worth, n in values)) or 1.0


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


def _shape(one: Profile, other: Profile) -> Iterator[float]:
    kinds = (one.heading, other.heading)
    yield float(Heading.HEADLINE in kinds)
    yield float(kinds == (Heading.HEADLINE, Heading.HEADLINE))
    yield float(Heading.SUBHEADING in kinds)
    yield math.log(min(one.size, other.size))
    yield math.log(max(one.size, other.size))
    yield float(bool(one.quotations and other.quotations))
