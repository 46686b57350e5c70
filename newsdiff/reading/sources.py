"""What a person named on the command line → the texts behind it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.reading.decoding import Decoded, decode

STDIN: Final = "-"
MAX_BYTES: Final = 100_000_000
"""More is no article, and may never end (a device, a pipe)."""
_SUFFIXES: Final = (".txt", ".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article's text, not yet taken apart."""

    given: str
    """As the person named it: a path, or "-" for standard input."""
    text: str = field(repr=False)
    notes: tuple[str, ...] = ()
    stamp: tuple[int, int] | None = None
    """Time of change (ns) and size (bytes) of the file; None where there is none."""

    @property
    def name(self) -> str:
        """`given` as text: the same in every locale."""
        return _as_text(self.given)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The texts that could be read, and a sentence for each thing that could not."""

    sources: tuple[Source, ...]
    problems: tuple[str, ...] = ()


class Freshness(StrEnum):
    """What has become of a file since it was read."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"


def source_of(given: str) -> Source:
    """The text of one file, or of standard input for "-".

    Raises:
        SourceError: Missing, a folder, not readable, too large, not a text, or empty.
    """
    if given == STDIN:
        return _standard_input()
    if not given:
        message = "an empty name names no article: check the command"
        raise SourceError(message)
    try:
        with Path(given).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
            status = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        raise SourceError(_why(given, error)) from error
    decoded = _decoded(data, _as_text(given))
    stamp = _stamp(status) if stat.S_ISREG(status.st_mode) else None
    return Source(given=given, text=decoded.text, notes=decoded.notes, stamp=stamp)


def _standard_input() -> Source:
    if sys.stdin is None:  # closed by whoever started the program
        message = "standard input is closed: name a file instead of -"
        raise SourceError(message)
    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"standard input cannot be read: {error.strerror or error}"
        raise SourceError(message) from error
    decoded = _decoded(data, "standard input")
    return Source(given=STDIN, text=decoded.text, notes=decoded.notes)


def _decoded(data: bytes, name: str) -> Decoded:
    if len(data) > MAX_BYTES:
        message = (
            f"{name} is larger than {MAX_BYTES // 1_000_000} MB: save the article alone"
        )
        raise SourceError(message)
    return decode(data, name)


def _why(given: str, error: Exception) -> str:
    name = _as_text(given)
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


def _as_text(given: str) -> str:
    """A file name as text, whatever encoding the locale took it for."""
    return os.fsencode(given).decode("utf-8", errors="surrogateescape")


def _stamp(status: os.stat_result) -> tuple[int, int]:
    return status.st_mtime_ns, status.st_size


def gather(arguments: Sequence[str]) -> Gathered:
    """The sources that `arguments` name: files, folders (their texts, by name), "-".

    The same file counts once, whatever it is called. What cannot be read becomes a
    problem; the others are still there.
    """
    sources: list[Source] = []
    problems: list[str] = []
    seen: set[object] = set()
    for given in _expanded(arguments, problems):
        identity = _identity(given)
        if identity in seen:
            continue
        seen.add(identity)
        try:
            sources.append(source_of(given))
        except SourceError as problem:
            problems.append(str(problem))
    return Gathered(tuple(sources), tuple(problems))


def _identity(given: str) -> object:
    """What two names of one file have in common."""
    if given in (STDIN, ""):
        return given
    try:
        status = Path(given).stat()
    except (OSError, ValueError):  # reading it will say what is wrong
        return given
    return status.st_dev, status.st_ino


def _expanded(arguments: Sequence[str], problems: list[str]) -> Iterator[str]:
    """Every argument, a folder replaced by the texts directly in it."""
    for given in arguments:
        try:
            inside = None if given == STDIN else _folder(given)
        except OSError as error:
            problems.append(_why(given, error))
            continue
        if inside is None:
            yield given
            continue
        if not inside:
            name = _as_text(given)
            problems.append(f"{name} has no .txt or .md file directly in it: add one")
        for path in inside:
            if _may_block(path):
                problems.append(f"{_as_text(path)} is no file: it is left out")
            else:
                yield path


def _may_block(given: str) -> bool:
    """Whether a folder's entry is a pipe, a socket or a device: reading may not end."""
    path = Path(given)
    return path.exists() and not path.is_file()


def _folder(given: str) -> list[str] | None:
    """The texts directly in a folder, by name; None for what is no folder."""
    if not given:  # pathlib would take it for the current folder
        return None
    try:
        inside = list(Path(given).iterdir())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    texts = [path for path in inside if _is_article(path)]
    return [str(path) for path in sorted(texts, key=_name)]


def _is_article(path: Path) -> bool:
    """Whether a folder's entry looks like one; hidden files belong to programs."""
    is_text = path.suffix.lower() in _SUFFIXES and not path.name.startswith(".")
    return is_text and not path.is_dir()


def _name(path: Path) -> bytes:
    return os.fsencode(path.name)


def freshness(source: Source) -> Freshness:
    """Whether the file behind a source is still what was read."""
    if source.stamp is None:
        return Freshness.SAME
    try:
        now = _stamp(Path(source.given).stat())
    except OSError:
        return Freshness.GONE
    return Freshness.SAME if now == source.stamp else Freshness.CHANGED


def sample_sources() -> tuple[Source, ...]:
    """The five articles of the story that comes with newsdiff."""
    folder = files("newsdiff").joinpath("sample")
    texts = sorted(
        (entry.name, entry.read_bytes())
        for entry in folder.iterdir()
        if entry.name.endswith(".txt")
    )
    return tuple(
        Source(given=name, text=decode(data, name).text) for name, data in texts
    )
