"""Articles as formats give them → sources."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Final, overload

from newsdiff.formats import About, Extracted, Options, Unread
from newsdiff.gathering.files import named
from newsdiff.reading import Source

LISTS: Final = ("feeds", "opml")
"""The formats that name pages which can be followed."""


_NOTHING: Final = About()
_SAID: Final = tuple(field.name for field in fields(About))
_HALF: Final = re.compile("[\ud800-\udfff]")
"""Half of a character: JSON may name one, which nothing can write again."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read, in one sentence."""

    why: str


def made(
    given: str,
    piece: Extracted,
    stamp: tuple[int, int] | None = None,
    options: Options | None = None,
) -> Source | Problem:
    """A source of what a format gives.

    Args:
        given: The file or address that it is from.
        piece: The article, or why there is none.
        stamp: Time of change and size of the file.
        options: What the person said of it.
    """
    if isinstance(piece, Unread):
        name = named(given)
        return Problem(piece.why if name in piece.why else f"{name}: {piece.why}")
    return Source(
        given=given,
        part=_whole(piece.part),
        text=_whole(piece.text),
        blocks=piece.blocks,
        about=_all_whole(piece.about) if piece.about != _NOTHING else _NOTHING,
        notes=piece.notes,
        stamp=stamp,
        options=options or Options(),
    )


def _all_whole(about: About) -> About:
    return About(**{name: _whole(getattr(about, name)) for name in _SAID})


@overload
def _whole(words: str) -> str: ...
@overload
def _whole(words: None) -> None: ...
def _whole(words: str | None) -> str | None:
    """The words, every character a whole one, and as many as before."""
    return words if words is None or words.isascii() else _HALF.sub("�", words)
