"""Vectors kept from one time to the next, in a folder.

One file a text, named after its sentences and the model.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from newsdiff.encoding.encoded import Encoded, Encoder
from newsdiff.keeping import Keeper

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIMIT: Final = 64_000_000
"""Bytes of all files together; past it those go that were used longest ago."""
_FORMAT: Final = 2
_KINDS: Final = {
    "sentences": ("<f4", 2),
    "tokens": ("<f2", 2),
    "weights": ("<f4", 1),
    "starts": ("<i4", 1),
    "spans": ("<i4", 2),
    "head": ("<f8", 1),
}
"""How the numbers of each array are written, and its axes."""


class CachedEncoder:
    """An encoder that first looks whether it has encoded a text before.

    Args:
        encoder: Encodes what was not.
        folder: Where to keep it; made when something is first kept.
        limit: Bytes of all files together.
    """

    def __init__(self, encoder: Encoder, folder: Path, limit: int = LIMIT) -> None:
        self._encoder = encoder
        self._files = Keeper(folder, "vectors", _FORMAT, limit)

    @property
    def version(self) -> str:
        """That of the encoder: what is kept is what it would give."""
        return self._encoder.version

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """The sentences of one text as vectors, to the bit those of the encoder.

        Raises:
            CancelledWorkError: Nobody waits for them any more.
        """
        name = _name(self.version, sentences)
        kept = self._files.load(name)
        if kept is not None:
            return _unpacked(kept)
        encoded = self._encoder.encode(sentences)
        if len(sentences):
            self._files.keep(name, _packed(encoded))
        return encoded


def _name(version: str, sentences: Sequence[str]) -> str:
    """What the file of some sentences is called."""
    whole = hashlib.sha256(version.encode())
    for sentence in sentences:
        data = sentence.encode("utf-8", "surrogatepass")
        whole.update(struct.pack("<q", len(data)))
        whole.update(data)
    return whole.hexdigest()[:40]


def _packed(encoded: Encoded) -> bytes:
    """The arrays as a file has them: shapes, then numbers."""
    arrays = [getattr(encoded, one.name) for one in fields(Encoded)]
    shapes = b"".join(
        struct.pack(f"<{axes}q", *array.shape)
        for array, (_, axes) in zip(arrays, _KINDS.values(), strict=True)
    )
    numbers = b"".join(
        array.astype(kind, copy=False).tobytes()
        for array, (kind, _) in zip(arrays, _KINDS.values(), strict=True)
    )
    return shapes + numbers


def _unpacked(rest: memoryview) -> Encoded:
    """The arrays of a file whose hash is right."""
    import numpy as np

    layout = "<" + "".join(f"{axes}q" for _, axes in _KINDS.values())
    sizes = list(struct.unpack_from(layout, rest))
    at = struct.calcsize(layout)
    arrays: dict[str, NDArray[Any]] = {}
    for name, (kind, axes) in _KINDS.items():
        shape, sizes = sizes[:axes], sizes[axes:]
        size = int(np.prod(shape))
        array = np.frombuffer(rest, kind, size, at)
        at += array.nbytes
        native = np.dtype(kind).newbyteorder("=")
        arrays[name] = array.reshape(shape).astype(native)
    return Encoded(**arrays)
