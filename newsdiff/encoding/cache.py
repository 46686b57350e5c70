"""Vectors kept from one time to the next, in a folder.

One file a text, named after its sentences and the model, so that a file is never
changed: it is there, whole, or it is not. It is written beside and moved to its place,
so that two processes may write the same one. A file that is damaged, of any kind, is as
good as none. Where nothing can be written, newsdiff works on without.
"""

from __future__ import annotations

import hashlib
import os
import struct
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from newsdiff.encoding.encoded import Encoded, Encoder
from newsdiff.log import note

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIMIT: Final = 64_000_000
"""Bytes of all files together; past it those go that were used longest ago."""
_FORMAT: Final = b"newsdiff vectors 2\n"
"""What a file begins with."""
_DIGEST: Final = 32
"""Bytes of a hash."""
_ENDING: Final = ".vectors"
_UNFINISHED: Final = ".part"
_STALE: Final = 3600
"""Seconds after which a file that is not finished belongs to nobody."""
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
        self._folder = folder
        self._limit = limit
        self._works = True
        """Whether files could be written so far."""

    @property
    def version(self) -> str:
        """That of the encoder: what is kept is what it would give."""
        return self._encoder.version

    def encode(self, sentences: Sequence[str]) -> Encoded:
        """The sentences of one text as vectors, to the bit those of the encoder.

        Raises:
            CancelledWorkError: Nobody waits for them any more.
        """
        path = self._folder / f"{_name(self.version, sentences)}{_ENDING}"
        kept = _load(path)
        if kept is not None:
            return kept
        encoded = self._encoder.encode(sentences)
        if self._works and len(sentences):
            self._keep(path, _packed(encoded, path.stem))
        return encoded

    def _keep(self, path: Path, data: bytes) -> None:
        """Writes a file, all of it or nothing, and makes room for it."""
        if len(data) > self._limit:
            return
        part = path.with_name(f"{uuid4().hex}{_UNFINISHED}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                part.write_bytes(data)
                part.replace(path)
            finally:
                part.unlink(missing_ok=True)
            _make_room(self._folder, self._limit)
        except OSError as error:
            self._works = False
            note("no vectors are kept in %s: %s", self._folder, error.strerror)


def _name(version: str, sentences: Sequence[str]) -> str:
    """What the file of some sentences is called."""
    whole = hashlib.sha256(version.encode())
    for sentence in sentences:
        data = sentence.encode("utf-8", "surrogatepass")
        whole.update(struct.pack("<q", len(data)))
        whole.update(data)
    return whole.hexdigest()[:40]


def _packed(encoded: Encoded, name: str) -> bytes:
    """The arrays as a file has them: format, hash of the rest, shapes, numbers.

    Args:
        encoded: The arrays.
        name: What the file is called: it is hashed too.
    """
    arrays = [getattr(encoded, one.name) for one in fields(Encoded)]
    shapes = b"".join(
        struct.pack(f"<{axes}q", *array.shape)
        for array, (_, axes) in zip(arrays, _KINDS.values(), strict=True)
    )
    numbers = b"".join(
        array.astype(kind, copy=False).tobytes()
        for array, (kind, _) in zip(arrays, _KINDS.values(), strict=True)
    )
    rest = shapes + numbers
    return _FORMAT + _hash(name, rest) + rest


def _hash(name: str, rest: bytes | memoryview) -> bytes:
    whole = hashlib.sha256(name.encode())
    whole.update(rest)
    return whole.digest()


def _load(path: Path) -> Encoded | None:
    """What a file holds; None where there is none, or none of use."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    start = len(_FORMAT) + _DIGEST
    rest = memoryview(data)[start:]
    if data[:start] != _FORMAT + _hash(path.stem, rest):
        return None  # cut off, altered, or of another release: it is written anew
    with suppress(OSError):
        os.utime(path)  # the files used longest ago are the first to go
    return _unpacked(rest)


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


def _make_room(folder: Path, limit: int) -> None:
    """Removes the files that were used longest ago, until the rest fit."""
    known: list[tuple[float, int, Path]] = []
    for path in folder.iterdir():
        with suppress(FileNotFoundError):  # another process makes room too
            status = path.stat()
            if path.suffix == _ENDING:
                known.append((status.st_mtime, status.st_size, path))
            elif path.suffix == _UNFINISHED and time.time() - status.st_mtime > _STALE:
                path.unlink()
    total = sum(size for _, size, _ in known)
    for _, size, path in sorted(known):
        if total <= limit:
            break
        path.unlink(missing_ok=True)
        total -= size
