"""One article of a file, of an address or of a file of several; its source."""

from __future__ import annotations

from pathlib import Path

from newsdiff.errors import SourceError
from newsdiff.formats import Options, decode
from newsdiff.gathering.files import Bytes, bytes_of
from newsdiff.gathering.gatherer import (
    Item,
    Opened,
    Opener,
    holds_members,
    is_address,
    one_of,
    only_one,
    whole_or_part,
)
from newsdiff.gathering.wishes import Wishes
from newsdiff.model import Article
from newsdiff.reading import Source


def original_of(source: Source, opener: Opener) -> str:
    """What a source was read from, as text and untouched.

    Raises:
        SourceError: It is gone, or no text that could be shown.
    """
    if is_address(source.given):
        return opener.page(source.given)
    if source.stamp is None:
        return source.text
    read = bytes_of(source.given)
    data = _member(read, source) if holds_members(read.data) else read.data
    try:
        return decode(data, source.name).text
    except SourceError as problem:
        message = f"{source.name} is no text: look at it with what it was made with"
        raise SourceError(message) from problem


def _member(read: Bytes, source: Source) -> bytes:
    """What the member of an archive holds that an article was read from."""
    from newsdiff.gathering.archives import members

    for member in members(read.data, read.name):
        if f"{source.part}#".startswith(f"{member.name}#"):
            return member.data
    message = f"{source.name} is not in {read.name} any more: read the list anew"
    raise SourceError(message)


def source_of(given: str, wishes: Wishes | None = None) -> Source:
    """The one article of one file, of one address, or of standard input for "-".

    Args:
        given: What was named; "FILE#PART" is one article of a file that holds several.
        wishes: How the person wants it.

    Raises:
        SourceError: It cannot be read, holds no article, or holds several.
    """
    name, part = whole_or_part(given)
    return one_of(name, part, Opener(wishes))


class Rereader:
    """Reads files again, each once for all of its articles."""

    def __init__(self) -> None:
        self._opened: dict[tuple[str, Options], list[Opened]] = {}

    def read(self, source: Source) -> Source:
        """The article of a file that has changed since.

        Raises:
            SourceError: It cannot be read, or does not hold that article any more.
        """
        key = source.given, source.options
        if key not in self._opened:
            opener = Opener(Wishes(options=source.options))
            self._opened[key] = list(opener.open(Item(source.given)))
        return only_one(self._opened[key], source.given, source.part)


def read_again(source: Source) -> Source:
    """The article of one file that has changed since, as `Rereader` reads it.

    Raises:
        SourceError: It cannot be read, or does not hold that article any more.
    """
    return Rereader().read(source)


def read(path: str | Path) -> Article:
    """The article in one file.

    Raises:
        SourceError: The file is missing, a folder, unreadable, no text, empty, or
            holds several articles.
    """
    from newsdiff.reading import parse  # which the list of articles does without

    return parse(source_of(str(path)))
