"""What the reader is given: the text of one article, and what is known beside it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from newsdiff.formats import About, Block, Options

STDIN = "-"
_NUMBERED: Final = re.compile(r"(\d+)[_-][0-9a-f]{12,}")
"""What a machine called a file: its number and a sum of what is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One article's text, not yet taken apart."""

    given: str
    """As the person named it: a path, an address, or "-" for standard input."""
    part: str = ""
    """Which article of it, where it holds several; a member's name in an archive."""
    text: str = field(repr=False)
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    """Its paragraphs, where the format has them."""
    about: About = About()
    """What the format says of it."""
    notes: tuple[str, ...] = ()
    options: Options = Options()
    """What the person said of it, to read it so again."""
    stamp: tuple[int, int] | None = None
    """Time of change (ns) and size (bytes) of the file; None where there is none."""

    @property
    def name(self) -> str:
        """`given` as text, the same in every locale, and the part."""
        given = as_text(self.given)
        return f"{given}#{self.part}" if self.part else given


def stem_of(source: Source) -> str:
    """The name of the file, of the one in an archive where it is in one."""
    given = as_text(source.given)
    names = [given, *filter(None, source.part.split("#"))]
    paths = ((PurePath(name), name) for name in reversed(names))
    path, name = next((one for one in paths if one[0].suffix), (PurePath(given), given))
    stem = path.stem or name
    numbered = _NUMBERED.fullmatch(stem)
    return "stdin" if name == STDIN else numbered[1] if numbered else stem


def as_text(given: str) -> str:
    """A file name as text, whatever encoding the locale took it for."""
    try:
        return os.fsencode(given).decode("utf-8", errors="surrogateescape")
    except UnicodeEncodeError:  # halves of characters, which no file name has
        return given
