"""Files and standard input → bytes, and a sentence where they cannot be read."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.reading.source import STDIN, Source, as_text

MAX_BYTES: Final = 100_000_000
"""More is no article, and may never end (a device, a pipe)."""


@dataclass(frozen=True, slots=True)
class Bytes:
    """What a file or a stream holds."""

    given: str
    data: bytes = field(repr=False)
    stamp: tuple[int, int] | None = None
    """Time of change (ns) and size (bytes) of the file; None where there is none."""

    @property
    def name(self) -> str:
        """What to call it in messages."""
        return named(self.given)


def named(given: str) -> str:
    """What to call a file, an address or standard input in messages."""
    return "standard input" if given == STDIN else as_text(given)


class Freshness(StrEnum):
    """What has become of a file since it was read."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


def bytes_of(given: str) -> Bytes:
    """What one file holds, or standard input for "-".

    Raises:
        SourceError: Missing, a folder, not readable, too large.
    """
    if given == STDIN:
        return _standard_input()
    if not given:
        message = "an empty name names no article: check the command"
        raise SourceError(message)
    try:
        with Path(given).open("rb") as file:
            status = os.fstat(file.fileno())
            is_file = stat.S_ISREG(status.st_mode)
            # Room is made for all that is asked for: for a file, what it holds.
            size = status.st_size if is_file and status.st_size else MAX_BYTES
            data = file.read(min(size, MAX_BYTES) + 1)
    except (OSError, ValueError) as error:
        raise SourceError(why(given, error)) from error
    return _within(Bytes(given, data, _stamp(status) if is_file else None))


def _standard_input() -> Bytes:
    if sys.stdin is None:  # closed by whoever started the program
        message = "standard input is closed: name a file instead of -"
        raise SourceError(message)
    try:
        if sys.stdin.isatty():
            from newsdiff.gathering.keyboard import read_typed

            return _within(Bytes(STDIN, read_typed(sys.stdin.fileno(), MAX_BYTES + 1)))
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"standard input cannot be read: {error.strerror or error}"
        raise SourceError(message) from error
    return _within(Bytes(STDIN, data))


def _within(read: Bytes) -> Bytes:
    if len(read.data) > MAX_BYTES:
        megabytes = MAX_BYTES // 1_000_000
        message = f"{read.name} is larger than {megabytes} MB: save the article alone"
        raise SourceError(message)
    return read


def why(given: str, error: Exception) -> str:
    """What is wrong with a name, and what to do."""
    name = as_text(given)
    match error:
        case FileNotFoundError():
            return f"{name} does not exist: check the name"
        case PermissionError():
            return f"{name} may not be read: ask for permission or copy it"
        case IsADirectoryError():
            return f"{name} is a folder: name one article in it"
        case OSError():
            return f"{name} cannot be read: {error.strerror or error}"
        case _:  # a null character in the name
            return f"{name!r} is not a file name: check the name"


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_mtime_ns, status.st_size


def freshness(source: Source) -> Freshness:
    """Whether the file behind a source is still what was read."""
    if source.stamp is None:
        return Freshness.SAME
    try:
        now = _stamp(Path(source.given).stat())
    except OSError:
        return Freshness.GONE
    return Freshness.SAME if now == source.stamp else Freshness.CHANGED


def identity(given: str) -> object:
    """What two names of one file have in common."""
    if given in (STDIN, ""):
        return given
    try:
        status = Path(given).stat()
    except (OSError, ValueError):  # reading it will say what is wrong
        return given
    return status.st_dev, status.st_ino
