"""How much of a claim the sentences of a text tell in other words.

Each token of the claim looks for its best partner in each sentence; how alike they are,
weighed by what the token counts, is how much of the claim the sentence tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from newsdiff.encoding import Encoded, Encoder
from newsdiff.reading.language import is_latin

FEATURES: Final = {
    "meaning": "how much of the claim two neighbouring sentences tell, in any words",
    "meaning, one sentence": "how much of it the closest sentence tells by itself",
    "meaning, anywhere": "how much of it the text tells, sentence by sentence or not",
    "meaning, least told": "how little is told of the part of it that is told least",
    "meaning, likeness": "likeness of the claim and the closest sentence as wholes",
    "meaning, back": "how much of the closest sentence the claim tells",
}
"""What is added to the features of a claim where it has been encoded."""

_LEAST: Final = 0.1
"""Share of the tokens of a claim, by weight, that is told least."""


@dataclass(frozen=True, slots=True, eq=False)
class EncodedClaim:
    """A claim and the text it is looked for in, both as vectors."""

    claim: Encoded
    """A text of one sentence."""
    text: Encoded
    """Of one sentence at least."""

    def only(self, sentence: int) -> EncodedClaim:
        """The claim in one sentence of the text."""
        return EncodedClaim(self.claim, self.text.only(sentence))

    def vector(self) -> tuple[float, ...]:
        """The features, in the order of `FEATURES`."""
        claim, text = self.claim, self.text
        alike = claim.tokens.astype(np.float32) @ text.tokens.astype(np.float32).T
        best = np.maximum.reduceat(alike, text.starts[:-1], axis=1)
        joined = np.maximum(best[:, :-1], best[:, 1:]) if best.shape[1] > 1 else best
        weights = claim.weights.astype(float)
        alone, together = _mean(best, weights), _mean(joined, weights)
        closest, pair = int(alone.argmax()), int(together.argmax())
        own = slice(text.starts[closest], text.starts[closest + 1])
        back = _mean(alike[:, own].max(0)[:, None], text.weights[own].astype(float))
        cosines = text.sentences @ claim.sentences[0]
        return (
            float(together[pair]),
            float(alone[closest]),
            float(_mean(best.max(1)[:, None], weights)[0]),
            _least_told(joined[:, pair], weights),
            float(cosines.max()),
            float(back[0]),
        )


def encode_claim(
    claim: str, sentences: Sequence[str], encoder: Encoder | None
) -> EncodedClaim | None:
    """A claim and a text as vectors; None where there is no text or no encoder.

    Nor are there any of a text or a claim in another script, of which it knows nothing.
    The text is encoded once for all claims about it that follow each other.
    """
    both = (claim, " ".join(sentences))
    if encoder is None or not sentences or not all(map(is_latin, both)):
        return None
    return EncodedClaim(encoder.encode([claim]), _encoded(encoder, tuple(sentences)))


@lru_cache(maxsize=4)
def _encoded(encoder: Encoder, sentences: tuple[str, ...]) -> Encoded:
    return encoder.encode(sentences)


def _mean(
    best: NDArray[np.float32], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The weighed mean of each column."""
    mean: NDArray[np.float64] = (best * weights[:, None]).sum(0) / weights.sum()
    return mean


def _least_told(best: NDArray[np.float32], weights: NDArray[np.float64]) -> float:
    """The likeness below which `_LEAST` of the weight lies."""
    order = np.argsort(best, kind="stable")
    passed = np.cumsum(weights[order]) >= _LEAST * weights.sum()
    return float(best[order][int(passed.argmax())])
