"""The content words of an article's compared sentences, as arrays.

They depend on the article alone, and are made when it is first compared.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

import numpy as np

from newsdiff.aligning.profiles import Profile
from newsdiff.aligning.sparse import Floats, Ints, starts_of
from newsdiff.analysis import AnalysedArticle
from newsdiff.encoding import Encoded
from newsdiff.model import Span

_GRAM: Final = 4
_APART: Final = 1 << 20
"""Characters that no sentence has: puts all sentences of an article in one row."""


@dataclass(frozen=True, slots=True, eq=False)
class ContentWords:
    """The content words, in the order of the text; each array has a value for each."""

    ranks: Ints
    """The sentence of each, counted among the compared ones."""
    sentences: Ints
    """The same, counted among all."""
    spans: Ints
    """Two columns: where each begins and ends in the article's text."""
    clauses: Ints
    """The clause of each, all of an article numbered."""
    clause_spans: Ints
    """Two columns: where in its sentence this clause begins and ends."""
    firsts: Ints
    """Sentence i has the words from `firsts[i]` to `firsts[i + 1]`."""
    sizes: Floats
    """Words of each one's sentence, as a logarithm."""
    stems: Ints
    """The stems of all words, one word after the other, as the terms number them."""
    stem_starts: Ints
    """Where the first stem of each word is."""
    letters: Floats
    """How many letter runs each word has."""
    run_words: Ints
    """The words that have the letter runs of a sentence, one entry after the other."""
    run_starts: Ints
    """Where the words of each entry of the letter runs are, and where all end."""
    named: Mapping[int, tuple[str, ...]]
    """The words with a root of a country, or that letters stand for, and their
    stems."""
    tokens: tuple[Ints, Ints] | None
    """The first token of each word and the one behind its last; None where the article
    was not encoded."""


def content_words_of(analysed: AnalysedArticle) -> ContentWords:
    """The content words of an article; made once."""
    found: ContentWords | None = analysed.kept.get(ContentWords)
    if found is None:
        found = analysed.kept[ContentWords] = _content_words(analysed)
    return found


def _content_words(analysed: AnalysedArticle) -> ContentWords:
    profiles, terms = analysed.profiles, analysed.terms
    counts = np.array([len(p.content) for p in profiles.values()], np.int64)
    firsts = starts_of(counts)
    begins = [analysed.article.sentences[n].start for n in profiles]
    ranks = np.repeat(np.arange(len(profiles)), counts)
    inside = _table([t[:2] for p in profiles.values() for t, _ in p.content])
    clause_spans = _table([c for p in profiles.values() for c in _clauses(p)])
    keys = np.column_stack([ranks, clause_spans])
    new = np.ones(len(keys), bool)
    new[1:] = (keys[1:] != keys[:-1]).any(1)
    own = [stems for p in profiles.values() for _, stems in p.content]
    stems = chain.from_iterable(own)
    sizes = starts_of(np.array([len(one) for one in own], np.int64))
    runs = [_runs(t.folded) for p in profiles.values() for t, _ in p.content]
    return ContentWords(
        ranks=ranks,
        sentences=np.repeat(np.array([*profiles], np.int64), counts),
        spans=inside + np.repeat(np.array(begins, np.int64), counts)[:, None],
        clauses=np.cumsum(new) - 1,
        clause_spans=clause_spans,
        firsts=firsts,
        sizes=np.repeat([math.log(max(1, n)) for n in counts.tolist()], counts),
        stems=np.fromiter(map(terms.stems.numbers.__getitem__, stems), np.int64),
        stem_starts=sizes[:-1],
        letters=np.array([len(one) for one in runs], float),
        **_placed(analysed, ranks, runs),
        named={k: one for k, one in enumerate(own) if any(" " in s for s in one)},
        tokens=_tokens(analysed.encoded, ranks, inside) if analysed.encoded else None,
    )


def _table(rows: Sequence[Sequence[int]]) -> Ints:
    return np.array(rows, np.int64).reshape(-1, 2)


def _clauses(profile: Profile) -> Iterator[Span]:
    """The clause of each content word; a word outside every one is one by itself."""
    for token, _ in profile.content:
        inside = Span(token.start, token.end)
        for clause in profile.clauses:
            if clause.start <= token.start < clause.end:
                inside = clause
        yield inside


def _runs(word: str) -> tuple[str, ...]:
    """The letter runs of a word, each once."""
    line = f" {word} "
    runs = (line[i : i + _GRAM] for i in range(max(1, len(line) - _GRAM + 1)))
    return tuple(dict.fromkeys(runs))


def _placed(
    analysed: AnalysedArticle, ranks: Ints, runs: Sequence[Sequence[str]]
) -> dict[str, Ints]:
    """Which words have the run of each entry of the article's letter runs."""
    grams = analysed.terms.grams
    numbers = (grams.numbers.get(run, -1) for run in chain.from_iterable(runs))
    found = np.fromiter(numbers, np.int64)
    words = np.repeat(np.arange(len(runs)), [len(one) for one in runs])
    words, found = words[found >= 0], found[found >= 0]
    width = max(1, len(grams.numbers))
    # Entries ascend by sentence and run, so that each is found by both.
    entries = np.searchsorted(
        grams.rows.owners * width + grams.rows.items, ranks[words] * width + found
    )
    order = np.argsort(entries, kind="stable")
    uses = np.bincount(entries, minlength=len(grams.rows.items))
    return {"run_words": words[order], "run_starts": starts_of(uses)}


def _tokens(encoded: Encoded, ranks: Ints, inside: Ints) -> tuple[Ints, Ints]:
    """The first token of each word and the one behind its last.

    A word past the last token of its sentence has that one.
    """
    owner = np.repeat(np.arange(len(encoded.starts) - 1), np.diff(encoded.starts))
    spans = encoded.spans + (owner * _APART)[:, None]
    at = ranks * _APART
    first = np.searchsorted(spans[:, 1], at + inside[:, 0], "right")
    first = np.minimum(first, encoded.starts[ranks + 1] - 1)
    stop = np.searchsorted(spans[:, 0], at + inside[:, 1], "left")
    return first, np.maximum(stop, first + 1)
