"""What a person named on the command line → the texts behind it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from importlib.resources import files
from pathlib import Path
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.reading.decoding import decode

STDIN: Final = "-"
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
        SourceError: Missing, a folder, not readable, not a text, or empty.
    """
    if given == STDIN:
        decoded = decode(sys.stdin.buffer.read(), "standard input")
        return Source(given=given, text=decoded.text, notes=decoded.notes)
    path = Path(given)
    try:
        if path.is_dir():
            message = f"{given} is a folder: name one article in it"
            raise SourceError(message)
        data, stamp = path.read_bytes(), _stamp(path)
    except (OSError, ValueError) as error:
        raise SourceError(_why(given, error)) from error
    decoded = decode(data, given)
    return Source(given=given, text=decoded.text, notes=decoded.notes, stamp=stamp)


def _why(given: str, error: Exception) -> str:
    match error:
        case FileNotFoundError():
            return f"{given} does not exist: check the name"
        case PermissionError():
            return f"{given} may not be read: ask for permission or copy it"
        case OSError():
            return f"{given} cannot be read: {error.strerror or error}"
        case _:  # a null character in the name
            return f"{given!r} is not a file name"


def _stamp(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size


def gather(arguments: Sequence[str]) -> Gathered:
    """The sources that `arguments` name: files, folders (their texts, by name), "-".

    The same file named twice counts once. What cannot be read becomes a problem;
    the others are still there.
    """
    sources: list[Source] = []
    problems: list[str] = []
    seen: set[str] = set()
    for given in _expanded(arguments, problems):
        identity = given if given == STDIN else str(Path(given).resolve())
        if identity in seen:
            continue
        seen.add(identity)
        try:
            sources.append(source_of(given))
        except SourceError as problem:
            problems.append(str(problem))
    return Gathered(tuple(sources), tuple(problems))


def _expanded(arguments: Sequence[str], problems: list[str]) -> Iterator[str]:
    """Every argument, a folder replaced by the texts directly in it."""
    for given in arguments:
        folder = Path(given)
        try:
            is_folder = given != STDIN and folder.is_dir()
            inside = sorted(folder.iterdir(), key=_name) if is_folder else []
        except (OSError, ValueError) as error:
            problems.append(_why(given, error))
            continue
        if not is_folder:
            yield given
            continue
        texts = [p for p in inside if p.suffix.lower() in _SUFFIXES and p.is_file()]
        if not texts:
            problems.append(f"{given} has no .txt or .md file directly in it")
        yield from map(str, texts)


def _name(path: Path) -> str:
    return path.name


def freshness(source: Source) -> Freshness:
    """Whether the file behind a source is still what was read."""
    if source.stamp is None:
        return Freshness.SAME
    try:
        now = _stamp(Path(source.given))
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
