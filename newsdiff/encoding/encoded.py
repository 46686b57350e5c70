"""What an encoder gives, and what any encoder can do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # numpy is loaded when something is first encoded
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What was read out of one text given as n sentences, of T tokens.

    Nothing of it can be written to: many comparisons share it.
    """

    sentences: NDArray[np.float32]
    """n × width, each of length 1."""
    tokens: NDArray[np.float16]
    """T × dimensions, each of length 1, all sentences one after the other."""
    weights: NDArray[np.float32]
    """T, above 0: how much each token counts."""
    starts: NDArray[np.int32]
    """n + 1: sentence i has the tokens from starts[i] to before starts[i + 1], one at
    least."""
    spans: NDArray[np.int32]
    """T × 2: the characters of each token within its own sentence."""
    head: NDArray[np.float64]
    """How the encoder itself weighs the likenesses of two sentences: cosine, larger and
    smaller mean of best partners, logarithm of their mass, smaller and larger logarithm
    of the tokens and their difference; and its bias."""

    def only(self, sentence: int) -> Encoded:
        """One sentence by itself, as it was understood among the others."""
        first, stop = self.starts[sentence : sentence + 2]
        return Encoded(
            sentences=self.sentences[sentence : sentence + 1],
            tokens=self.tokens[first:stop],
            weights=self.weights[first:stop],
            starts=self.starts[sentence : sentence + 2] - first,
            spans=self.spans[first:stop],
            head=self.head,
        )

    def __post_init__(self) -> None:
        for one in fields(self):
            getattr(self, one.name).setflags(write=False)


class Encoder(Protocol):
    """Makes vectors of sentences."""

    def __hash__(self) -> int:
        """By itself: what it gives can be kept."""
        ...

    @property
    def version(self) -> str:
        """Another one wherever the vectors would be others."""
        ...

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """The sentences of one text as vectors, each understood among its neighbours.

        Raises:
            CancelledWorkError: Nobody waits for them any more.
            EncoderError: The text cannot be encoded.
        """
        ...
