"""Vectors of texts by encoders that have not seen their story, kept in a folder.

A text is a file: `name_of` its sentences, the arrays of what was read out of it, and
the head of the encoder that did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.goldsets import GoldPair
from newsdiff.aligning.meaning import Encoded, Vectors
from newsdiff.model import Pair

_ARRAYS = ("sentences", "tokens", "weights", "starts", "spans")


@dataclass(frozen=True, slots=True, eq=False)
class Stored:
    """What an encoder read out of a text, as it does when newsdiff runs."""

    sentences: NDArray[np.float32]
    tokens: NDArray[np.float16]
    weights: NDArray[np.float32]
    starts: NDArray[np.int32]
    spans: NDArray[np.int32]
    head: NDArray[np.float64]


def name_of(sentences: Sequence[str]) -> str:
    """The file of a text given as sentences."""
    return hashlib.sha256("\n".join(sentences).encode()).hexdigest() + ".npz"


def store(
    folder: Path, sentences: Sequence[str], encoded: Any, head: Sequence[float]
) -> None:
    """Keeps what an encoder read out of a text."""
    arrays = {name: getattr(encoded, name) for name in _ARRAYS}
    np.savez(folder / name_of(sentences), head=np.array(head, float), **arrays)


def vectors_of(folder: Path, pair: GoldPair) -> Vectors | None:
    """Those of both texts of an annotated pair; None where one is not there."""
    found = pair.sentences.map(lambda side: _load(folder / name_of(side)))
    if found.a is None or found.b is None:
        return None
    both: Pair[Encoded] = Pair(found.a, found.b)
    return Vectors(both, found.a.head)


@cache
def _load(path: Path) -> Stored | None:
    if not path.exists():
        return None
    with np.load(path) as arrays:
        return Stored(*(arrays[name] for name in (*_ARRAYS, "head")))
