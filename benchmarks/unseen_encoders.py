"""For each annotated story an encoder that did not learn from it.

`benchmarks.train_encoder` leaves them in a folder: one for each fold of stories, made
without them, and one that learned from all, for texts that none learned from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Final

import numpy as np

from newsdiff.encoding import Encoded, Encoder
from newsdiff.encoding.inference import Network
from newsdiff.encoding.packaged import load_encoder

ALL: Final = "all"
_FOLDS: Final = "folds.json"
_VECTORS: Final = "vectors"


def write_folds(folder: Path, fold: Mapping[str, int]) -> None:
    """Notes which story is in which fold."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _FOLDS).write_text(json.dumps(fold, indent=1, sort_keys=True), "utf-8")


class _Kept:
    """An encoder that keeps what it has encoded, for the next time."""

    def __init__(self, network: Network, folder: Path) -> None:
        self._network = network
        self._folder = folder

    @property
    def version(self) -> str:
        """That of the encoder."""
        return self._network.version

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """What the encoder reads out of a text."""
        told = "\n".join((self.version, *sentences))
        digest = hashlib.sha256(told.encode()).hexdigest()
        path = self._folder / f"{digest}.npz"
        if path.exists():
            with np.load(path) as arrays:
                return Encoded(**{f.name: arrays[f.name] for f in fields(Encoded)})
        encoded = self._network.encode(sentences)
        self._folder.mkdir(exist_ok=True)
        np.savez(path, **{f.name: getattr(encoded, f.name) for f in fields(Encoded)})
        return encoded


class UnseenEncoders:
    """The encoders of a folder.

    Args:
        folder: What `benchmarks.train_encoder` was given.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fold: dict[str, int] = json.loads((folder / _FOLDS).read_text("utf-8"))
        self._load = cache(self._loaded)

    def of(self, story: str) -> Encoder:
        """The encoder for a story."""
        return self._load(str(self._fold.get(story, ALL)))

    def _loaded(self, name: str) -> Encoder:
        return _Kept(load_encoder(self._folder / name), self._folder / _VECTORS)
