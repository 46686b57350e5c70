"""What is kept of a text to tell later how much of it another repeats.

A sketch is the smallest hashes of all runs of five words (MinHash by bottom-k):
whoever has the same smallest ones has the same text. Sentences are hashed too, so
that what two articles have in common word by word can be counted.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsdiff.english.words import WORD, fold

RUN: Final = 5
"""Words of a run."""
KEPT: Final = 64
"""Hashes of runs; the share of a text that is the same is known to about .05."""
SENTENCES: Final = 200
"""Sentences that are hashed; of a longer text the first ones."""
_LEAST: Final = 5
"""Words of a sentence that says something of where it comes from."""
_ENDS: Final = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-ZÀ-ÖØ-Þ0-9])|\n+")
_ODD: Final = (1, 0x9E3779B1, 0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F)


class Sketch(NamedTuple):
    """What is kept of a text."""

    runs: bytes
    """The smallest hashes of its runs of words, four bytes each, in order."""
    size: int
    """How many runs it has."""
    sentences: bytes
    """The hashes of its sentences, four bytes each, in their order."""


def words_by_sentence(text: str) -> list[list[str]]:
    """The words of each sentence, cut by cheap rules that hold for all copies alike."""
    return [WORD.findall(sentence) for sentence in _ENDS.split(text)]


def sketch_of(sentences: Iterable[Sequence[str]]) -> Sketch:
    """The sketch of a text.

    Args:
        sentences: The words of each.
    """
    words: list[int] = []
    hashed: list[int] = []
    for sentence in sentences:
        hashes = list(map(_hash, sentence))
        words += hashes
        if len(hashes) >= _LEAST and len(hashed) < SENTENCES:
            hashed.append(_mixed(hashes))
    runs = np.unique(_runs(words))
    return Sketch(
        runs=runs[:KEPT].tobytes(),
        size=len(runs),
        sentences=np.array(hashed, np.uint32).tobytes(),
    )


def likeness(a: Sketch, b: Sketch) -> float:
    """The share of all runs of two texts that both have: 1 for the same text."""
    mine, theirs = _numbers(a.runs), _numbers(b.runs)
    if not len(mine) or not len(theirs):
        return float(a == b)
    both = np.union1d(mine, theirs)[:KEPT]
    shared = np.isin(both, mine) & np.isin(both, theirs)
    return float(shared.sum() / len(both))


def repeated(a: Sketch, b: Sketch) -> float:
    """The share of the shorter text's runs that the longer has too."""
    if not a.size or not b.size:
        return float(a == b)
    same = likeness(a, b)
    shared = same * (a.size + b.size) / (1 + same)
    return min(1.0, shared / min(a.size, b.size))


def runs_of(sketch: Sketch) -> tuple[int, ...]:
    """The hashes of runs of words that are kept of a text."""
    return tuple(_numbers(sketch.runs).tolist())


def sentences_of(sketch: Sketch) -> tuple[int, ...]:
    """The hashes of the sentences of a text, in their order."""
    return tuple(_numbers(sketch.sentences).tolist())


def _numbers(kept: bytes) -> NDArray[np.uint32]:
    return np.frombuffer(kept, np.uint32)


@lru_cache(maxsize=20_000)
def _hash(word: str) -> int:
    return zlib.crc32(fold(word).encode("utf-8", "replace"))


def _mixed(hashes: list[int]) -> int:
    return zlib.crc32(array("I", hashes))


def _runs(words: list[int]) -> NDArray[np.uint32]:
    """A hash of each run of words; of a text that is shorter, of all of it."""
    if len(words) < RUN:
        return np.array([_mixed(words)] if words else [], np.uint32)
    hashes = np.array(words, np.uint32)
    mixed = np.zeros(len(hashes) - RUN + 1, np.uint32)
    for step, odd in enumerate(_ODD):
        mixed = (mixed ^ hashes[step : len(hashes) - RUN + 1 + step]) * np.uint32(odd)
        mixed ^= mixed >> np.uint32(15)
    return mixed
