"""A folder → the files in it, and which of them may be articles."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsdiff.formats import may_be_format

_TEXTS: Final = frozenset((".txt", ".md", ".text", ".markdown"))
"""What a plain text in a folder is called: any other text belongs to a program."""
_HEAD: Final = 4096
"""Bytes of a file that are looked at."""
_PARTS: Final = re.compile(r"(.+?)(?:_files|_Dateien|_fichiers|_archivos|\.files)\Z")
"""The folder that a browser saves beside a page, in the languages of browsers."""


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds, by name."""

    files: tuple[str, ...]
    """Their paths."""
    blocking: tuple[str, ...]
    """The paths of pipes, sockets and devices: reading them may not end."""


def looked_into(given: str, *, deep: bool = False) -> Folder | None:
    """What stands in a folder; None for what is no folder.

    Args:
        given: Its path.
        deep: Whether folders in it are looked into as well.

    Raises:
        OSError: It may not be listed.
    """
    if not given:  # pathlib would take it for the current folder
        return None
    try:
        inside = sorted(_inside(Path(given), deep=deep), key=os.fsencode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    blocking = [path for path in inside if path.exists() and not path.is_file()]
    files = [path for path in inside if path not in blocking]
    return Folder(tuple(map(str, files)), tuple(map(str, blocking)))


def _inside(folder: Path, *, deep: bool) -> Iterator[Path]:
    """The files of a folder; hidden ones belong to programs."""
    entries = [path for path in folder.iterdir() if not path.name.startswith(".")]
    if not deep:
        yield from (path for path in entries if not path.is_dir())
        return
    stems = {path.stem for path in entries if not path.is_dir()}
    for path in entries:
        if not path.is_dir():
            yield path
        elif not (path.is_symlink() or _belongs_to_page(path.name, stems)):
            yield from _inside(path, deep=True)


def _belongs_to_page(name: str, stems: set[str]) -> bool:
    parts = _PARTS.match(name)
    return parts is not None and parts[1] in stems


def is_text(given: str) -> bool:
    """Whether a file in a folder is called as texts are."""
    return Path(given).suffix.lower() in _TEXTS


def may_be_article(given: str) -> bool:
    """Whether a file in a folder is called or begins as an article may."""
    if is_text(given):
        return True
    try:
        with Path(given).open("rb") as file:
            return may_be_format(file.read(_HEAD))
    except OSError:
        return True  # reading it will say what is wrong
