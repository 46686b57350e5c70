"""Two lists of sentences → what speaks for and against each pair telling the same.

Every feature is the same whichever article is A: it is the smaller, the larger or the
product of both sides, and sums run in an order that both sides share.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

import numpy as np

from newsdiff.aligning import meaning
from newsdiff.aligning.candidates import Candidate, Rivals, at, closest, window_sums
from newsdiff.aligning.meaning import LEAST_SCORE, meaning_of
from newsdiff.aligning.shared_runs import weightiest_runs
from newsdiff.aligning.shared_terms import Shared, partners, shared
from newsdiff.aligning.sparse import (
    Floats,
    Places,
    Rows,
    matches,
    product,
    spread,
)
from newsdiff.aligning.terms import Terms
from newsdiff.aligning.weighing import meet, stem_weights, window_norms
from newsdiff.cancellation import cancellable
from newsdiff.encoding import Encoded
from newsdiff.model import Pair, Side

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
_SHORT: Final = 4.5
"""Logarithm of the pairs to choose from in short texts, of ten sentences each."""
_LONG: Final = 6.0
"""The same in long ones, of twenty. What stands in between is weighed in between."""
_TOP: Final = 2.0
"""Sentences below the lede at which nearness to the top fades."""
_CLAUSE_BACKGROUND: Final = 2.0
_CLAUSE_MASS: Final = 4.0
"""Shared weight from which a clause counts in full."""
_ROWS: Final = 64
"""Sentences of A that are looked at in one go: what they take is a few megabytes."""

_Columns = dict[str, Floats]
"""Name of a feature → its value at each place."""


class PairFeatures:
    """The features of all candidate pairs of two articles' sentences.

    Args:
        terms: Those of both.
        encoded: What an encoder read out of both; None: words alone decide.
    """

    def __init__(
        self, terms: Pair[Terms], encoded: Pair[Encoded] | None = None
    ) -> None:
        self._terms, self.encoded = terms, encoded
        self._sizes = terms.map(lambda side: len(side.profiles))
        self._meet_stems()
        self.grams = meet(terms.map(lambda t: t.grams))
        self._bigrams = meet(terms.map(lambda t: t.bigrams))
        self._words = meet(terms.map(lambda t: t.running.kind))
        self._choice = math.log(max(1, self._sizes.a * self._sizes.b))
        few = (_LONG - self._choice) / (_LONG - _SHORT)
        self.few = min(max(few, 0.0), 1.0)
        """Whether the texts are short, 0..1: their sentences are weighed otherwise."""
        rows = self._stems.rows
        self._dots = product(rows.a, rows.b, self._stems.width, _COMMON)
        self._likeness = self._dots / np.outer(*self._stems.norms)
        near = closest(self._likeness, MOST_CANDIDATES)
        self.meaning = meaning_of(encoded, near) if encoded else None
        if self.meaning:
            alike = closest(self.meaning.score - LEAST_SCORE, MOST_CANDIDATES)
            # What has no content words means nothing, whatever it looks like.
            telling = np.logical_and.outer(*(t.stems.rows.sizes > 0 for t in terms))
            near = near | (alike & telling)
        self.places: Places = np.argwhere(near)
        """The candidates, by their place in A and in B: a row each."""
        found = self._columns(self.places)
        self._rivals = {
            name: Rivals(self.places, found[name], self._sizes)
            for name in ("words", "spelled")
        }
        self.columns = self._with_leads(self.places, found)
        """Name of each feature → its values, one for each candidate."""

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """The candidates, as pairs of numbers."""
        return tuple((i, j) for i, j in self.places.tolist())

    @property
    def names(self) -> tuple[str, ...]:
        """Those of words, and where the articles were encoded those of meaning."""
        return (*FEATURES, *(meaning.FEATURES if self.meaning else ()))

    @property
    def matrix(self) -> Floats:
        """A row for each candidate, its features in the order of `names`."""
        return np.column_stack([self.columns[name] for name in self.names])

    def vector(self, place: Candidate) -> dict[str, float]:
        """The features of any one pair, by name, in the order of `names`."""
        places = np.array([place])
        found = self._with_leads(places, self._columns(places))
        return {name: float(found[name][0]) for name in self.names}

    def reasons(self, place: Candidate, most: int) -> tuple[str, ...]:
        """The most telling words a pair has in common, as they stand in the texts.

        The "000" of "750,000" tells nothing.
        """
        one = self._terms.a.profiles[place[0]]
        other = self._terms.b.profiles[place[1]]
        common = [s for s in one.stems if s in other.stems and s.strip("0")]
        common.sort(key=lambda s: (-self.stem_weights[s], s))
        found = (min(one.surface[s], other.surface[s]) for s in common[:most])
        return tuple(dict.fromkeys(found))

    def _meet_stems(self) -> None:
        kinds = self._terms.map(lambda t: t.stems)
        partner = partners(kinds)
        self.weights = weights = stem_weights(self._terms, partner)
        """What each stem weighs, as the terms of each article number them."""
        self.shared_stems = partner.map(lambda own: own >= 0)
        """Whether the other article has each of them."""
        self._stems = shared(kinds, partner, weights)
        self.stem_weights: Mapping[str, float] = {
            s: weight
            for kind, side in zip(kinds, weights, strict=True)
            for s, weight in zip(kind.numbers, side.tolist(), strict=True)
        }
        """What each stem weighs in this pair of articles."""
        self._names = Pair.each(lambda s: self._terms[s].names[self._stems.entries[s]])
        self._name_counts = self._terms.map(
            lambda t: t.stems.rows.sums(t.names.astype(float))
        )
        uses = Pair.each(lambda s: kinds[s].uses[partner[s] >= 0])
        self._single = (uses.a == 1) & (uses.b == 1)
        self._window_norms = Pair.each(lambda s: window_norms(kinds[s], weights[s]))

        def clauses(side: Side) -> tuple[Rows, Floats]:
            own, both = self._terms[side].clauses, partner[side] >= 0
            whole = Rows(own.starts, own.items, own.values * weights[side][own.items])
            numbers = np.cumsum(both) - 1
            return whole.only(both[own.items], numbers[own.items]), whole.sums(
                whole.values
            )

        self._clauses = Pair.each(clauses)

    def _columns(self, places: Places) -> _Columns:
        """What can be said of some places by themselves, and how alike they are."""
        groups = np.flatnonzero(np.diff(places[:, 0] // _ROWS)) + 1
        parts = [self._some(part) for part in cancellable(np.split(places, groups))]
        return {name: np.concatenate([p[name] for p in parts]) for name in parts[0]}

    def _some(self, places: Places) -> _Columns:
        i, j = places.T
        runs = weightiest_runs(
            self._words, self._terms.map(lambda t: t.running), places
        )
        return {
            "words": self._likeness[i, j],
            **self._shared_words(places),
            **self._spelled(places),
            "word pairs": self._cosine(self._bigrams, places),
            "longest run": np.log1p(runs[0]),
            "quoted run": np.log1p(runs[1]),
            "clause": np.maximum(
                self._covered(Side.A, places), self._covered(Side.B, places[:, ::-1])
            ),
            **self._position(places),
            **self._shape(places),
        }

    def _with_leads(self, places: Places, found: _Columns) -> _Columns:
        """The features, leads over rivals among them."""
        words = _leads(found["words"], self._rivals["words"].of(places, found["words"]))
        spelled = found.pop("spelled")
        spelling = _leads(spelled, self._rivals["spelled"].of(places, spelled))
        if self.meaning:
            found |= self.meaning.columns(places, self.places, self._sizes)
        return found | {
            "words, lead": words[0],
            "words, share": words[2],
            "spelling, lead": spelling[0],
            "spelling, side lead": spelling[1],
            "spelling, share": spelling[2],
        }

    def _shared_words(self, places: Places) -> _Columns:
        """What the content words in common come to, and the names among them."""
        found, size = self._stems.matches(places), len(places)
        weights = np.minimum(*self._stems.values(found))
        order = np.lexsort((-weights, found.place))
        first = np.searchsorted(found.place, np.arange(size + 1))
        counts = np.diff(first)
        ordered = np.append(weights[order], 0.0)
        named = Pair(self._names.a[found.left], self._names.b[found.right])
        single = self._single[self._stems.rows.a.items[found.left]]
        either = named.a | named.b
        both = np.bincount(found.place, named.a & named.b, size)
        counted = Pair(
            self._name_counts.a[places[:, 0]], self._name_counts.b[places[:, 1]]
        )
        return {
            "rarest word": np.where(counts > 0, ordered[first[:-1]], 0.0),
            "second rarest": np.where(
                counts > 1, ordered[np.minimum(first[:-1] + 1, len(weights))], 0.0
            ),
            "only here": np.log1p(np.bincount(found.place, weights * single, size)),
            "names in words": np.log1p(
                np.bincount(found.place, weights * either, size)
            ),
            "same names": both / (1 + (counted.a + counted.b - both)),
            "other names": ((counted.a > 0) & (counted.b > 0) & (both == 0)).astype(
                float
            ),
        }

    def _spelled(self, places: Places) -> _Columns:
        """Cosine and smaller share of the letter runs in common."""
        found, size = self.grams.matches(places), len(places)
        mine, theirs = self.grams.values(found)
        mass = np.bincount(found.place, np.minimum(mine, theirs), size)
        whole = Pair.each(lambda s: _divisor(self.grams.masses[s]))
        longer = np.maximum(whole.a[places[:, 0]], whole.b[places[:, 1]])
        dot = np.bincount(found.place, mine * theirs, size)
        norms = self.grams.norms
        return {
            "spelled": dot / (norms.a[places[:, 0]] * norms.b[places[:, 1]]),
            "spelling": mass / longer,
        }

    def _cosine(self, kind: Shared, places: Places) -> Floats:
        found = kind.matches(places)
        mine, theirs = kind.values(found)
        dot = np.bincount(found.place, mine * theirs, len(places))
        cosine: Floats = dot / (kind.norms.a[places[:, 0]] * kind.norms.b[places[:, 1]])
        return cosine

    def _covered(self, side: Side, places: Places) -> Floats:
        """How much of the best-covered clause of the one the other has, 0..1.

        Args:
            side: Whose clauses.
            places: Sentences of this side, and those of the other.
        """
        clauses, totals = self._clauses[side]
        firsts, own = self._terms[side].clause_starts, places[:, 0]
        place, clause = spread(firsts[own], np.diff(firsts)[own])
        asked = np.column_stack([places[place, 1], clause])
        others = self._stems.rows[side.other]
        found = matches(others, clauses, asked, self._stems.width)
        told = np.bincount(found.place, clauses.values[found.right], len(clause))
        share = told / (totals[clause] + _CLAUSE_BACKGROUND)
        best = np.zeros(len(places))
        np.maximum.at(best, place, share * np.minimum(1.0, told / _CLAUSE_MASS))
        return best

    def _position(self, places: Places) -> _Columns:
        """Where the two stand, and how alike is what stands around them."""
        i, j = places.T
        mine = i / max(1, self._sizes.a - 1)
        theirs = j / max(1, self._sizes.b - 1)
        norms = self._window_norms.a[i] * self._window_norms.b[j]
        context, later = (
            window_sums(self._dots, places) / norms,
            np.maximum(mine, theirs),
        )
        before, after = (at(self._likeness, i + k, j + k) for k in (-1, 1))
        lowest = np.maximum(np.maximum(i, j) - 1, 0)
        return {
            "context": context,
            "context, further down": context * later,
            "neighbours": before + after,
            "distance": np.abs(mine - theirs),
            "later place": later,
            "earlier place": np.minimum(mine, theirs),
            "both at the top": (1 - self.few) * np.exp(-lowest / _TOP),
        }

    def _shape(self, places: Places) -> _Columns:
        """Headings, lengths and quotations."""
        a, b = self._terms
        i, j = places.T
        return {
            "one headline": (a.headlines[i] | b.headlines[j]).astype(float),
            "both headlines": (a.headlines[i] & b.headlines[j]).astype(float),
            "subheading": (a.subheadings[i] | b.subheadings[j]).astype(float),
            "shorter": np.minimum(a.sizes[i], b.sizes[j]),
            "longer": np.maximum(a.sizes[i], b.sizes[j]),
            "both quote": (a.quoting[i] & b.quoting[j]).astype(float),
            "choice": np.full(len(places), self._choice),
        }


def _leads(values: Floats, rivals: Pair[Floats]) -> tuple[Floats, Floats, Floats]:
    """Lead over the stronger and over the weaker rival; share of the strongest."""
    stronger = np.maximum(*rivals)
    return (
        values - stronger,
        values - np.minimum(*rivals),
        values / _divisor(np.maximum(stronger, values)),
    )


def _divisor(values: Floats) -> Floats:
    return np.where(values > 0, values, 1.0)
