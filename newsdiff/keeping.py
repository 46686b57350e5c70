"""Files kept from one time to the next, in a folder that stays small.

A file is never changed: it is there, whole, or it is not. It is written beside and
moved to its place, so that two processes may write the same one. A file that is damaged
in any way is as good as none. Where nothing can be written, newsdiff works on without.
"""

from __future__ import annotations

import hashlib
import os
import time
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from newsdiff.log import note
from newsdiff.own_files import instead_of_file

_DIGEST: Final = 32
"""Bytes of a hash."""
_UNFINISHED: Final = ".part"
_STALE: Final = 3600
"""Seconds after which a file that is not finished belongs to nobody."""


class Keeper:
    """The files of one kind in a folder.

    Args:
        folder: Where they are; made when something is first kept.
        kind: What they hold, in the plural; their ending too.
        version: Of what is in them: those of another one are as good as none.
        limit: Bytes of all files together; past it those go that were used longest ago.
    """

    def __init__(self, folder: Path, kind: str, version: int, limit: int) -> None:
        self._folder = folder
        self._kind = kind
        self._beginning = f"newsdiff {kind} {version}\n".encode()
        self._limit = limit
        self._works = True
        """Whether files could be written so far."""

    def load(self, name: str) -> memoryview | None:
        """What was kept under a name; None where that is nothing, or of no use."""
        path = self._path(name)
        if instead_of_file(path):
            return None
        try:
            data = path.read_bytes()
        except OSError:
            return None
        start = len(self._beginning) + _DIGEST
        rest = memoryview(data)[start:]
        if data[:start] != self._beginning + _hash(name, rest):
            return None  # cut off, altered, or of another release: it is written anew
        with suppress(OSError):
            os.utime(path)  # the files used longest ago are the first to go
        return rest

    def keep(self, name: str, data: bytes) -> None:
        """Writes a file, all of it or nothing, and makes room for it.

        Args:
            name: What may be the name of a file everywhere; it is hashed too.
            data: What to keep.
        """
        whole = self._beginning + _hash(name, data) + data
        if not self._works or len(whole) > self._limit:
            return
        part = self._folder / f"{uuid4().hex}{_UNFINISHED}"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                part.write_bytes(whole)
                part.replace(self._path(name))
            finally:
                part.unlink(missing_ok=True)
            self._make_room()
        except OSError as error:
            self._works = False
            note("no %s are kept in %s: %s", self._kind, self._folder, error.strerror)

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.{self._kind}"

    def _make_room(self) -> None:
        """Removes the files that were used longest ago, until the rest fit."""
        known: list[tuple[float, int, Path]] = []
        for path in self._folder.iterdir():
            with suppress(FileNotFoundError):  # another process makes room too
                status = path.stat()
                age = time.time() - status.st_mtime
                if path.suffix == f".{self._kind}":
                    known.append((status.st_mtime, status.st_size, path))
                elif path.suffix == _UNFINISHED and age > _STALE:
                    path.unlink()
        total = sum(size for _, size, _ in known)
        for _, size, path in sorted(known):
            if total <= self._limit:
                break
            path.unlink(missing_ok=True)
            total -= size


def _hash(name: str, rest: bytes | memoryview) -> bytes:
    whole = hashlib.sha256(name.encode())
    whole.update(rest)
    return whole.digest()
