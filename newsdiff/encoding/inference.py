"""The network at work: sentences → tokens → windows → vectors.

Each window is run on its own, without padding: the last places of a number depend on
all that is run at once, and a text's vectors must not depend on other texts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import numpy as np

from newsdiff.cancellation import cancellable, report
from newsdiff.encoding.encoded import Encoded
from newsdiff.encoding.windows import FRAME, Window, windows_of
from newsdiff.encoding.wordpiece import Piece, WordPiece
from newsdiff.errors import EncoderError

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession

_OUTPUTS = ["hidden", "tokens", "weights"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What belongs to a model beside its weights."""

    version: str
    """Another one for every model that was packed, and for what runs it: releases of
    onnxruntime differ in the last places."""
    limit: int
    """Tokens of the longest window."""
    lead: int
    """Most tokens of the sentence before a window that lead it."""
    width: int
    """Numbers of a sentence's vector."""
    dimensions: int
    """Numbers of a token's vector."""
    unknown: int
    """The token of a word that is not in the vocabulary."""
    start: int
    """The token that a window begins with."""
    end: int
    """The token that it ends with."""
    heads: Mapping[str, Any] = field(default_factory=dict)
    """By name: weights and bias of what was trained on top of the vectors."""


class Network:
    """An encoder: a model that onnxruntime runs.

    Args:
        session: The model, loaded.
        words: Cuts text into the tokens that it was trained with.
        settings: What belongs to it.
    """

    def __init__(
        self, session: InferenceSession, words: WordPiece, settings: Settings
    ) -> None:
        self._session = session
        self._words = words
        self.settings = settings

    @property
    def version(self) -> str:
        """Another one wherever the vectors would be others."""
        return self.settings.version

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """The sentences of one text as vectors, each understood among its neighbours.

        What of a sentence is longer than a window has no vectors. One without any
        letter or mark is one unknown token of no characters.

        Raises:
            CancelledWorkError: Nobody waits for them any more.
            EncoderError: The network fails.
        """
        known = self.settings
        pieces = [self._pieces(sentence) for sentence in cancellable(sentences)]
        lengths = [len(own) for own in pieces]
        starts = np.array([0, *accumulate(lengths)], np.int32)
        total = int(starts[-1])
        means = np.empty((len(pieces), known.width), np.float32)
        tokens = np.empty((total, known.dimensions), np.float16)
        weights = np.empty(total, np.float32)
        for window in cancellable(windows_of(lengths, known.limit, known.lead)):
            bounds = starts[window.first : window.stop + 1]
            hidden, *rest = self._run(window, pieces)
            own = slice(bounds[0], bounds[-1])
            tokens[own], weights[own] = rest
            means[window.first : window.stop] = _means(hidden, bounds - bounds[0])
            report(window.stop / len(pieces))
        places = [(piece.start, piece.end) for own in pieces for piece in own]
        spans = np.array(places, np.int32).reshape(total, 2)
        return Encoded(means, tokens, weights, starts, spans)

    def _pieces(self, sentence: str) -> list[Piece]:
        """The tokens of a sentence, one at least and no more than a window holds."""
        most = self.settings.limit - FRAME
        return self._words.cut(sentence, most) or [Piece(self.settings.unknown, 0, 0)]

    def _run(
        self, window: Window, pieces: Sequence[Sequence[Piece]]
    ) -> list[NDArray[np.float32]]:
        """What comes out of one window for the tokens of its own sentences."""
        numbers = list(self._numbers(window, pieces))
        ids = np.array(numbers, np.int64)
        own = slice(1 + window.lead, len(numbers) - 1)
        try:
            found = self._session.run(_OUTPUTS, {"ids": ids})
        except Exception as error:  # its errors have no base of their own
            message = f"onnxruntime fails ({type(error).__name__})"
            raise EncoderError(message) from error
        return [one[own] for one in found]

    def _numbers(
        self, window: Window, pieces: Sequence[Sequence[Piece]]
    ) -> Iterator[int]:
        """The tokens of a window."""
        yield self.settings.start
        if window.lead:
            yield from (p.id for p in pieces[window.first - 1][-window.lead :])
        for i in range(window.first, window.stop):
            yield from (p.id for p in pieces[i])
        yield self.settings.end


def _means(rows: NDArray[np.float32], starts: NDArray[np.int32]) -> NDArray[np.float32]:
    """The mean of each stretch of rows, brought to length 1."""
    sums = np.add.reduceat(rows, starts[:-1], axis=0)
    lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))
    means: NDArray[np.float32] = sums / np.maximum(lengths, 1e-12)[:, None]
    return means
