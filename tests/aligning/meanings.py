"""An encoder for tests: words mean what a table says, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from newsdiff.encoding import Encoded
from newsdiff.english.words import tokens

DIMENSIONS = 96
HEAD = (4.0, 4.0, 6.0, 0.0, 0.0, 0.5, 0.0, 0.0, 0.0, -9.0)
Vector = NDArray[np.float64]


class Meanings:
    """Vectors of words: alike as they are told to be, else nothing alike.

    Args:
        alike: Two words with a blank between → their cosine. A word may stand in one of
            them only.
    """

    version = "for tests"

    def __init__(self, alike: Mapping[str, float]) -> None:
        self._alike = {tuple(words.split()): cosine for words, cosine in alike.items()}
        self._known: dict[str, int] = {}

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """Each word in two pieces, of which the mean is what it means."""
        vectors: list[Vector] = []
        spans: list[tuple[int, int]] = []
        starts = [0]
        for text in sentences:
            for token in tokens(text):
                half = (token.start + token.end) // 2
                places = (token.start, half), (half, token.end)
                spans += [place for place in places if place[0] < place[1]]
                vectors += [self._vector(token.folded)] * (len(spans) - len(vectors))
            if len(spans) == starts[-1]:
                spans.append((0, len(text)))
                vectors.append(self._unit("."))
            starts.append(len(spans))
        return Encoded(
            sentences=np.full((len(sentences), 4), 0.5, np.float32),
            tokens=np.array(vectors, np.float16),
            weights=np.ones(len(spans), np.float32),
            starts=np.array(starts, np.int32),
            spans=np.array(spans, np.int32),
            head=np.array(HEAD, float),
        )

    def _vector(self, word: str) -> Vector:
        for (one, other), cosine in self._alike.items():
            if word == other:
                sine = (1 - cosine**2) ** 0.5
                both: Vector = cosine * self._unit(one) + sine * self._unit(other)
                return both
        return self._unit(word)

    def _unit(self, word: str) -> Vector:
        unit: Vector = np.zeros(DIMENSIONS)
        unit[self._known.setdefault(word, len(self._known))] = 1
        return unit
