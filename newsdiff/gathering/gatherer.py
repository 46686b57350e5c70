"""What a person named → the articles behind it, each as a source.

Whatever it is, its bytes say what it holds: one article or many. What cannot be read
becomes a sentence; the others are still there.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from math import inf
from pathlib import PurePath
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple

from newsdiff.cancellation import CancelledWorkError
from newsdiff.errors import SourceError
from newsdiff.formats import extracted, format_of, holds_articles
from newsdiff.gathering.files import Bytes, bytes_of, identity, why
from newsdiff.gathering.folders import is_text, looked_into, may_be_article
from newsdiff.gathering.pieces import LISTS, Problem, made
from newsdiff.gathering.wishes import Wishes
from newsdiff.log import note_failure
from newsdiff.reading import Source
from newsdiff.reading.source import STDIN, as_text

if TYPE_CHECKING:
    from newsdiff.gathering.web import Web

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"(?<=.)#(?=.)", re.DOTALL)
PASTED: Final = "pasted text"
"""What a text is called that was pasted into the reader."""
_NAMED: Final = 3
"""Files that a sentence names; of more it says how many."""


class Item(NamedTuple):
    """One thing to be opened."""

    given: str
    """A file, an address, or "-"."""
    folder: str = ""
    """The folder that was named, where the file was not."""
    text: str = ""
    """What was pasted, where nothing was named."""
    part: str = ""
    """The one article of it that was named; empty: all of them."""
    problem: str = ""
    """Why it cannot be opened, where that is known already."""


@dataclass(frozen=True, slots=True)
class NoArticle:
    """A file of a folder that is none, and need not be said to be damaged."""

    item: Item


Opened = Source | Problem | NoArticle


def is_address(given: str) -> bool:
    """Whether what was named is an address of the web rather than a file."""
    return _ADDRESS.match(given) is not None


def find(arguments: Iterable[str], wishes: Wishes) -> tuple[Item, ...]:
    """What there is to open, without opening it.

    The same file counts once, whatever it is called.
    """
    items: list[Item] = []
    seen: set[object] = set()
    for item in (one for given in arguments for one in _expanded(given, wishes)):
        same = item.problem or (identity(item.given), item.part)
        if same not in seen:
            seen.add(same)
            items.append(item)
    return tuple(items)


def _expanded(given: str, wishes: Wishes) -> Iterator[Item]:
    """One thing that was named, a folder replaced by what is in it."""
    if given == STDIN or is_address(given):
        yield Item(given)
        return
    name, part = whole_or_part(given)
    if part:
        yield Item(name, part=part)
        return
    try:
        folder = looked_into(given, deep=wishes.deep)
    except OSError as error:
        yield Item(given, problem=why(given, error))
        return
    if folder is None:
        yield Item(given)
        return
    for path in folder.blocking:
        yield Item(path, problem=f"{as_text(path)} is no file: it is left out")
    if not folder.files and not folder.blocking:
        name = as_text(given)
        yield Item(given, problem=f"{name} has no file directly in it: add an article")
    yield from (Item(path, given) for path in folder.files)


def notices_of(others: Iterable[Item]) -> tuple[str, ...]:
    """A sentence for each folder in which there are files that are no articles."""
    by_folder: dict[str, list[str]] = {}
    for item in others:
        path = PurePath(item.given).relative_to(item.folder)
        by_folder.setdefault(item.folder, []).append(as_text(str(path)))
    return tuple(
        f"{as_text(folder)}: {_no_articles(names)}"
        for folder, names in by_folder.items()
    )


def _no_articles(names: Sequence[str]) -> str:
    which = ", ".join(names[:_NAMED]) + " …" * (len(names) > _NAMED)
    if len(names) == 1:
        return f"1 file is no article: {which}"
    return f"{len(names):,} files are no articles: {which}"


class Opener:
    """Opens what was named, one thing after another.

    Args:
        wishes: How the person wants it.
    """

    def __init__(self, wishes: Wishes | None = None) -> None:
        self.wishes = wishes or Wishes()

    @cached_property
    def _web(self) -> Web:
        """What fetches addresses, which is only loaded where there are any."""
        from newsdiff.gathering.web import Web

        return Web(self.wishes)

    def open(self, item: Item) -> Iterator[Opened]:
        """The articles of one thing that was named, or what is wrong with it."""
        try:
            if item.problem:
                yield Problem(item.problem)
            elif item.part:
                yield one_of(item.given, item.part, self)
            elif item.text:
                yield from self._of_bytes(
                    Bytes(item.given, item.text.encode(errors="replace"))
                )
            elif is_address(item.given):
                yield from self._web.open(item.given)
            elif item.folder and not may_be_article(item.given):
                yield NoArticle(item)
            else:
                yield from self._of_file(item)
        except SourceError as problem:
            yield Problem(str(problem))
        except CancelledWorkError:
            raise
        except Exception as fault:  # noqa: BLE001 - the others are to be read
            note_failure(f"opening {item.given}", fault)
            yield Problem(f"{as_text(item.given)} could not be read: {fault}")

    def page(self, address: str) -> str:
        """What an address gave, as text.

        Raises:
            SourceError: It cannot be fetched, or is no text.
        """
        return self._web.page(address)

    def _of_file(self, item: Item) -> Iterator[Opened]:
        read = bytes_of(item.given)
        if item.folder and not self._may_hold_articles(read):
            yield NoArticle(item)
        else:
            yield from self._of_bytes(read)

    def _may_hold_articles(self, read: Bytes) -> bool:
        """Whether a file that nobody named itself is called or made as articles are."""
        return is_text(read.given) or holds_articles(read.data, self.wishes.options)

    def _of_bytes(self, read: Bytes) -> Iterator[Opened]:
        """The articles in a file, those of an archive member by member."""
        if holds_members(read.data):
            yield from self._of_archive(read)
            return
        pieces = extracted(read.data, read.name, self.wishes.options)
        if self.wishes.follow and format_of(read.data) in LISTS:
            pieces = self._web.followed(read.data, pieces)
        for piece in pieces:
            yield made(read.given, piece, read.stamp, self.wishes.options)

    def _of_archive(self, read: Bytes) -> Iterator[Opened]:
        from newsdiff.gathering.archives import members

        for member in members(read.data, read.name):
            if member.why:
                yield Problem(member.why)
                continue
            inside = Bytes(f"{read.name}/{member.name}", member.data, read.stamp)
            if not self._may_hold_articles(inside):
                yield NoArticle(Item(inside.given, read.name))
                continue
            try:
                for found in self._of_bytes(inside):
                    yield _of_member(read, member.name, found)
            except SourceError as problem:
                yield Problem(str(problem))


def holds_members(data: bytes) -> bool:
    """Whether bytes are a zip archive of other files, not a document in one."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    from newsdiff.gathering.archives import is_archive

    return is_archive(data)


def _of_member(read: Bytes, name: str, found: Opened) -> Opened:
    if not isinstance(found, Source):
        return found
    part = f"{name}#{found.part}" if found.part else name
    return replace(found, given=read.given, part=part)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The texts that could be read, and a sentence for each thing that could not."""

    sources: tuple[Source, ...]
    problems: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()
    """What is no article, and was not named as one."""
    left: tuple[Item, ...] = ()
    """What has not been opened yet, or not to its end."""
    opener: Opener = field(default_factory=Opener)
    """What opens that."""
    taken: int = 0
    """What the first of `left` has given already."""
    are_a_pair: bool = False
    """Whether two articles were named, and nothing else."""


def gather(
    arguments: Sequence[str], wishes: Wishes | None = None, seconds: float = inf
) -> Gathered:
    """The sources that `arguments` name: files, folders, archives, addresses, "-".

    Args:
        arguments: Whatever was named.
        wishes: How the person wants it opened.
        seconds: After this time the rest is left, once there is one source; what can
            only be had once is opened to its end.
    """
    opener = Opener(wishes)
    items = find(arguments, opener.wishes)
    collected = _Collected()
    end = monotonic() + seconds
    for done, item in enumerate(items):
        is_late = collected.sources and monotonic() > end
        # Standard input makes way for the keyboard: it cannot wait.
        if is_late and Item(STDIN) not in items[done:]:
            return collected.gathered(opener, items[done:])
        for taken, found in enumerate(opener.open(item)):
            if taken and collected.sources and monotonic() > end and _is_file(item):
                return collected.gathered(opener, items[done:], taken)
            collected.take(found)
    return collected.gathered(opener)


def finished(begun: Gathered) -> Gathered:
    """The same with all that was left of it opened too."""
    collected = _Collected([*begun.sources], [*begun.problems])
    skipped = begun.taken
    for item in begun.left:
        for found in islice(begun.opener.open(item), skipped, None):
            collected.take(found)
        skipped = 0
    whole = collected.gathered(begun.opener)
    return replace(whole, notices=(*begun.notices, *whole.notices))


def _is_file(item: Item) -> bool:
    """Whether a thing can be opened twice without being fetched twice."""
    return item.given != STDIN and not is_address(item.given)


@dataclass(frozen=True, slots=True)
class _Collected:
    """What has been opened so far."""

    sources: list[Source] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    others: list[Item] = field(default_factory=list)

    def take(self, found: Opened) -> None:
        match found:
            case Source():
                self.sources.append(found)
            case Problem():
                self.problems.append(found.why)
            case NoArticle():
                self.others.append(found.item)

    def gathered(
        self, opener: Opener, left: tuple[Item, ...] = (), taken: int = 0
    ) -> Gathered:
        return Gathered(
            tuple(self.sources),
            tuple(self.problems),
            notices_of(self.others),
            left,
            opener,
            taken,
        )


def whole_or_part(given: str) -> tuple[str, str]:
    """A name and, where it names one article of a file, which."""
    if is_address(given) or os.path.lexists(given):
        return given, ""
    cuts = [match.start() for match in _NUMBERED.finditer(given)]
    names = ((given[:at], given[at + 1 :]) for at in cuts)
    return next((both for both in names if os.path.lexists(both[0])), (given, ""))


def one_of(name: str, part: str, opener: Opener) -> Source:
    """The one article of a file, or the one part of it that is wanted.

    Raises:
        SourceError: It cannot be read, has no such part, or holds several.
    """
    return only_one(list(opener.open(Item(name))), name, part)


def only_one(found: Sequence[Opened], name: str, part: str) -> Source:
    """The one article among what a file was found to hold.

    Raises:
        SourceError: It has no such part, or holds several.
    """
    shown = as_text(name)
    sources = [one for one in found if isinstance(one, Source)]
    wanted = [one for one in sources if not part or one.part == part]
    if len(wanted) == 1:
        return wanted[0]
    if len(wanted) > 1:
        example = f"{shown}#{wanted[0].part}"
        message = (
            f"{shown} holds {len(wanted):,} articles: name one of them, such as "
            f"{example}"
        )
        raise SourceError(message)
    problems = [one.why for one in found if isinstance(one, Problem)]
    message = f"{shown} has no article {part}: newsdiff list {shown} tells which"
    raise SourceError(message if sources or not problems else problems[0])
