"""The sentences of one article as rows of terms: stems, letter runs, words, clauses.

Terms depend on one article alone, as profiles do: whoever compares it with several
makes them once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from newsdiff.aligning.profiles import Heading, Profile
from newsdiff.aligning.sparse import Flags, Floats, Ints, Rows, starts_of


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """All terms of one kind in an article, and which sentence has which."""

    numbers: Mapping[str, int]
    """Term → its number; they ascend in the order of the terms."""
    rows: Rows
    """Each sentence's terms, with how often it has them."""
    uses: Ints
    """In how many sentences each term is."""


@dataclass(frozen=True, slots=True, eq=False)
class Running:
    """The words of all sentences as they come, one sentence after the other."""

    kind: Kind
    """Each sentence's words, once each."""
    starts: Ints
    """Entry e of `kind.rows` stands at `words[starts[e]:starts[e + 1]]`."""
    words: Ints
    """Numbers of words in `places`, `weights` and `quotations`."""
    places: Ints
    """Which word of its sentence each is."""
    weights: Floats
    """What each weighs in a run of words."""
    quotations: Ints
    """The quotation that each stands in, all of an article numbered; -1: none."""


@dataclass(frozen=True, slots=True, eq=False)
class Terms:
    """What is matched of an article's compared sentences, in order."""

    profiles: Sequence[Profile]
    stems: Kind
    grams: Kind
    bigrams: Kind
    running: Running
    rarity: Floats
    """How rare the word of each stem is in English."""
    names: Flags
    """Whether each entry of the stems is a name in its sentence."""
    clauses: Rows
    """The stems of each clause, of one sentence after the other."""
    clause_starts: Ints
    """Sentence i has the clauses from `clause_starts[i]` to `clause_starts[i + 1]`."""
    sizes: Floats
    """Content words of each sentence, as a logarithm."""
    headlines: Flags
    subheadings: Flags
    quoting: Flags
    """Whether each sentence holds a quotation."""

    @property
    def named(self) -> Flags:
        """Whether each stem is a name in one of the sentences."""
        count = np.bincount(self.stems.rows.items, self.names, len(self.rarity))
        return count > 0


def terms_of(profiles: Sequence[Profile]) -> Terms:
    """The terms of some sentences, from their profiles."""
    stems = _kind([p.stems for p in profiles])
    rarity = np.zeros(len(stems.numbers))
    for p in profiles:
        for stem, rare in p.rarity.items():
            number = stems.numbers[stem]
            rarity[number] = max(rarity[number], rare)
    return Terms(
        profiles=profiles,
        stems=stems,
        grams=_kind([p.grams for p in profiles]),
        bigrams=_kind([p.bigrams for p in profiles]),
        running=_running(profiles),
        rarity=rarity,
        names=np.array([s in p.names for p in profiles for s in p.stems], bool),
        clauses=_rows(
            [{s: p.stems[s] for s in c} for p in profiles for c in p.clause_stems],
            stems.numbers,
        ),
        clause_starts=starts_of(_sizes(p.clause_stems for p in profiles)),
        sizes=np.log(np.array([p.size for p in profiles], float)),
        headlines=np.array([p.heading is Heading.HEADLINE for p in profiles], bool),
        subheadings=np.array([p.heading is Heading.SUBHEADING for p in profiles], bool),
        quoting=np.array([bool(p.quotations) for p in profiles], bool),
    )


def _kind(rows: Sequence[Mapping[str, float]]) -> Kind:
    numbers = {term: k for k, term in enumerate(sorted(set().union(*rows)))}
    found = _rows(rows, numbers)
    return Kind(numbers, found, np.bincount(found.items, minlength=len(numbers)))


def _rows(rows: Sequence[Mapping[str, float]], numbers: Mapping[str, int]) -> Rows:
    """Rows whose mappings are in the order of their keys."""
    starts = starts_of(_sizes(rows))
    items = map(numbers.__getitem__, chain.from_iterable(rows))
    values = chain.from_iterable(row.values() for row in rows)
    return Rows(
        starts,
        np.fromiter(items, np.int64, int(starts[-1])),
        np.fromiter(values, float, int(starts[-1])),
    )


def _sizes(rows: Iterable[Sequence[object] | Mapping[str, float]]) -> Ints:
    return np.array([len(row) for row in rows], np.int64)


def _running(profiles: Sequence[Profile]) -> Running:
    every = [p.order for p in profiles]
    sizes = _sizes(every)
    numbers = {word: k for k, word in enumerate(sorted(set().union(*every)))}
    total, width = int(sizes.sum()), max(1, len(numbers))
    items = np.fromiter(
        map(numbers.__getitem__, chain.from_iterable(every)), np.int64, total
    )
    rows = np.repeat(np.arange(len(profiles)), sizes)
    words = np.argsort(rows * width + items, kind="stable")
    keys, starts = np.unique((rows * width + items)[words], return_index=True)
    of_rows = np.bincount(keys // width, minlength=len(profiles))
    kind = Rows(starts_of(of_rows), keys % width, np.ones(len(keys)))
    quotations = np.full(total, -1, np.int64)
    firsts = starts_of(sizes)
    parts = [
        (first, q)
        for first, p in zip(firsts, profiles, strict=False)
        for q in p.quotations
    ]
    for number, (first, part) in enumerate(parts):
        quotations[first + part.start : first + part.stop] = number
    weights = chain.from_iterable(p.weights for p in profiles)
    return Running(
        kind=Kind(numbers, kind, np.bincount(kind.items, minlength=len(numbers))),
        starts=np.append(starts, total),
        words=words,
        places=np.arange(total) - np.repeat(firsts[:-1], sizes),
        weights=np.fromiter(weights, float, total),
        quotations=quotations,
    )
