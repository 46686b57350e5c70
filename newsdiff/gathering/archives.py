"""A zip archive → its members, read within limits; nothing is written to disk.

An archive in an archive is opened too, one level deep. What is neither stored nor
deflated is not read: other ways of packing may make gigabytes of a few bytes at once.
"""

from __future__ import annotations

import io
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Final

from newsdiff.cancellation import cancellable
from newsdiff.errors import SourceError
from newsdiff.text.visible import visible

_PIECE: Final = 65_536
_DIRECTORY: Final = 8_000_000
"""Bytes of a list of members; it is read whole, and may be of more than its archive
says."""
_BEGINNING: Final = b"PK\x03\x04"
_OFFICE: Final = ("[Content_Types].xml", "mimetype", "Index/Document.iwa")
"""Members of documents that are archives too: they are one article, not many."""
_READABLE: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_UNSEEN: Final = re.compile(
    r"(?:^|/)(?:__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)(?:/|$)"
)
"""What systems put into archives for themselves."""
_LONGEST: Final = 200
"""Characters of a name."""
_LOCAL: Final = 30
"""Bytes in front of a member, its name not counted."""
_DAMAGED: Final = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError),
    *(NotImplementedError, RuntimeError, LookupError, OverflowError, struct.error),
)
"""What `zipfile` raises for what it cannot read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of an archive is read."""

    member: int = 100_000_000
    """Bytes of one member."""
    whole: int = 500_000_000
    """Bytes of all members together, those of archives inside too."""
    members: int = 10_000
    depth: int = 1
    """How many archives an archive may be in."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive, or why it cannot be had."""

    name: str
    """Its place in the archive, safe to show; no other member is called so."""
    data: bytes = field(default=b"", repr=False)
    why: str | None = None
    """One sentence, where it is not read: what, where, what to do."""


def is_archive(data: bytes) -> bool:
    """Whether a file is a zip archive, and not a document that is made as one."""
    if not data.startswith(_BEGINNING):
        return False
    try:
        with zipfile.ZipFile(_Guarded(io.BytesIO(data))) as archive:
            return not any(name in archive.NameToInfo for name in _OFFICE)
    except _DAMAGED:
        return True


def members(
    source: bytes | Path, name: str, limits: Limits | None = None
) -> Iterator[Member]:
    """The files in an archive, in its order.

    Args:
        source: The archive, or where it is.
        name: What to call it in messages.
        limits: How much of it is read.

    Raises:
        SourceError: It is no archive that can be read, or nothing is in it.
        CancelledWorkError: Nobody waits for them any more.
    """
    reading = _Reading(limits or Limits())
    found = False
    for member in cancellable(reading.members(source, name, 0)):
        found = True
        yield member
    if not found:
        message = f"{name} holds no file: there is no article in it"
        raise SourceError(message)


class _Guarded(io.BufferedIOBase):
    """A file of which nobody can read much at once."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file

    def read(self, size: int | None = -1) -> bytes:
        """Reads bytes.

        Raises:
            BadZipFile: They are more than the longest list of members has.
        """
        if size is None or size < 0:
            here = self._file.tell()
            size = self._file.seek(0, io.SEEK_END) - here
            self._file.seek(here)
        if size > _DIRECTORY:
            message = "its list of members is too long"
            raise zipfile.BadZipFile(message)
        return self._file.read(size)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Goes to a place in it."""
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        """The place in it."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Whether it has places to go to."""
        return True


class _Reading:
    """What is read of an archive and of those in it, within one set of limits."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._bytes = limits.whole
        self._members = limits.members

    def members(self, source: bytes | Path, name: str, depth: int) -> Iterator[Member]:
        with ExitStack() as opened:
            archive, listed = _opened(source, name, opened)
            names = _names([info for info in listed if not _is_left_out(info)])
            overlapping = _overlapping(listed)
            for at, (info, called) in enumerate(names):
                if self._members <= 0 or self._bytes <= 0:
                    yield self._rest(name, len(names) - at)
                    return
                self._members -= 1
                full = f"{name}/{called}"
                if info.header_offset in overlapping:
                    fault = "shares its bytes with another member: unpack it yourself"
                    yield Member(called, why=f"{full} {fault}")
                else:
                    yield from self._member(archive, info, (called, full), depth)

    def _member(
        self,
        archive: zipfile.ZipFile,
        info: zipfile.ZipInfo,
        names: tuple[str, str],
        depth: int,
    ) -> Iterator[Member]:
        """A member, or those of the archive that it is.

        Args:
            archive: What it is in.
            info: What is said of it.
            names: Its name in the archive, and with that of the archive.
            depth: How many archives that archive is in.
        """
        called, full = names
        why = _refusal(info) or self._too_large(info.file_size)
        data = why or self._read(archive, info)
        if isinstance(data, str):
            yield Member(called, why=f"{full} {data}")
        elif not is_archive(data):
            yield Member(called, data)
        elif depth >= self._limits.depth:
            yield Member(called, why=f"{full} is an archive in an archive: unpack it")
        else:
            yield from self._inside(data, called, full, depth + 1)

    def _inside(
        self, data: bytes, called: str, full: str, depth: int
    ) -> Iterator[Member]:
        try:
            for member in self.members(data, full, depth):
                yield Member(f"{called}/{member.name}", member.data, member.why)
        except SourceError as problem:
            yield Member(called, why=str(problem))

    def _read(self, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | str:
        """The bytes of a member, or why they are not had."""
        most = min(self._limits.member, self._bytes)
        pieces: list[bytes] = []
        size = 0
        try:
            with archive.open(info) as file:
                for piece in cancellable(iter(lambda: file.read(_PIECE), b"")):
                    pieces.append(piece)
                    size += len(piece)
                    if size > most:
                        break
        except _DAMAGED:
            return "is damaged: unpack the archive, or get it again"
        finally:
            self._bytes -= size
        if self._bytes < 0:
            whole = _megabytes(self._limits.whole)
            return f"is left out: the archive holds more than {whole}; unpack it"
        return self._too_large(size) or b"".join(pieces)

    def _too_large(self, size: int) -> str | None:
        if size <= self._limits.member:
            return None
        most = _megabytes(self._limits.member)
        return f"is larger than {most}: unpack it and save the article alone"

    def _rest(self, name: str, count: int) -> Member:
        """What is said of all that is beyond the limits."""
        files = f"{self._limits.members:,} files"
        most = files if self._members <= 0 else _megabytes(self._limits.whole)
        those = "1 file is" if count == 1 else f"{count:,} files are"
        return Member("…", why=f"{name} holds more than {most}: {those} left out")


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:g} MB"


def _opened(
    source: bytes | Path, name: str, opened: ExitStack
) -> tuple[zipfile.ZipFile, list[zipfile.ZipInfo]]:
    """An archive and what is in it, which is closed with the stack.

    Raises:
        SourceError: It cannot be opened, or is no archive.
    """
    try:
        file = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
        opened.enter_context(file)
    except OSError as error:
        message = f"{name} cannot be read: {error.strerror or error}"
        raise SourceError(message) from error
    try:
        archive = opened.enter_context(zipfile.ZipFile(_Guarded(file)))
    except _DAMAGED as error:
        message = f"{name} is a damaged archive: get it again, or unpack it"
        raise SourceError(message) from error
    return archive, [info for info in archive.infolist() if not _is_folder(info)]


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.file_size == 0 and info.filename.endswith(("/", "\\"))


def _is_left_out(info: zipfile.ZipInfo) -> bool:
    return bool(_UNSEEN.search(_decoded(info)))


def _refusal(info: zipfile.ZipInfo) -> str | None:
    """What speaks against reading a member at all."""
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG):
        return "is a link or a device, not a file: name the file that is meant"
    if info.flag_bits & 0x1:
        return "is encrypted: unpack the archive with its password"
    if info.compress_type not in _READABLE:
        return "is packed in a way that is not read: unpack the archive"
    return None


def _overlapping(listed: list[zipfile.ZipInfo]) -> frozenset[int]:
    """Where the members begin that share bytes with another one."""
    found: set[int] = set()
    end, last = 0, -1
    for info in sorted(listed, key=lambda info: info.header_offset):
        if info.header_offset < end:
            found |= {last, info.header_offset}
        length = _LOCAL + len(info.orig_filename) + info.compress_size
        if info.header_offset + length > end:
            end, last = info.header_offset + length, info.header_offset
    return frozenset(found)


def _names(listed: list[zipfile.ZipInfo]) -> list[tuple[zipfile.ZipInfo, str]]:
    """The members with their names, each of which is another one."""
    seen: Counter[str] = Counter()
    named: list[tuple[zipfile.ZipInfo, str]] = []
    for info in listed:
        name = plain = _safe(_decoded(info))
        while name in seen:
            seen[plain] += 1
            name = f"{plain} ({seen[plain]})"
        seen[name] = 1
        named.append((info, name))
    return named


def _decoded(info: zipfile.ZipInfo) -> str:
    """The whole name; old programs write UTF-8 and do not say so."""
    name = info.orig_filename
    if info.flag_bits & 0x800:
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def _safe(name: str) -> str:
    """A name to show: no way out of the archive, one line, not endless."""
    parts = re.split(r"[/\\]+", name)
    kept = [part for part in parts if part not in ("", ".", "..")]
    shown = visible("/".join(kept)) or "without a name"
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
