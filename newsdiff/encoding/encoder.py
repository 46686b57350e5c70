"""What an encoder reads out of a text; there is none yet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """What the encoder reads out of one text given as sentences."""

    sentences: NDArray[np.float32]
    """(n, 384), of unit length."""
    tokens: NDArray[np.float16]
    """(T, 96), of unit length, all sentences one after the other."""
    weights: NDArray[np.float32]
    """(T,), above 0."""
    starts: NDArray[np.int32]
    """(n + 1,): sentence i has the tokens starts[i]:starts[i + 1], one at least."""
    spans: NDArray[np.int32]
    """(T, 2): the characters of each token within its own sentence."""


class Encoder(Protocol):
    """Reads texts."""

    def encode(
        self,
        sentences: Sequence[str],
        progress: Callable[[float], object] | None = None,
    ) -> Encoded:
        """What it reads out of one text.

        Args:
            sentences: The text, in order.
            progress: Called with the share of the text that has been read, 0..1.

        Raises:
            EncodingError: The text cannot be encoded.
            CancelledWorkError: Nobody waits for it any more.
        """


def find_encoder() -> Encoder | None:
    """The packaged one; None where it cannot be had."""
    return None


def why_words_only() -> str | None:
    """One sentence saying why there is none."""
    return None
