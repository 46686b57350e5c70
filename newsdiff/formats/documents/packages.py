"""Documents that are zip archives of XML (.docx, .odt), opened within limits."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any, Final

from newsdiff.errors import SourceError
from newsdiff.formats.xml_trees import parser_of

_MAX_BYTES: Final = 64 << 20
"""Of a member, unpacked: a report has some hundred kilobytes, an export of a thousand
articles some ten megabytes."""
_MAX_TAGS: Final = 3_000_000
"""Of a member: each takes memory that its bytes do not show."""
_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,  # a member with a password
    ValueError,
)


@dataclass(frozen=True)
class Package:
    """An archive whose members are read on demand."""

    name: str
    """What to call it in messages."""
    _archive: zipfile.ZipFile = field(repr=False)

    @classmethod
    def opened(cls, data: bytes, name: str) -> Package:
        """The package that bytes are.

        Raises:
            SourceError: It is damaged.
        """
        try:
            return cls(name, zipfile.ZipFile(io.BytesIO(data)))
        except _FAULTS as fault:
            raise damaged(name) from fault

    def xml(self, member: str) -> Any:
        """The root element of a member; None where there is no such member.

        Raises:
            SourceError: It is damaged, locked, or larger than any article.
        """
        try:
            info = self._archive.getinfo(member)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise locked(self.name)
        try:
            with self._archive.open(info) as opened:
                content = opened.read(_MAX_BYTES + 1)
        except _FAULTS as fault:
            raise damaged(self.name) from fault
        if len(content) > _MAX_BYTES or content.count(b"<") > _MAX_TAGS:
            message = (
                f"{self.name} unpacks to far more than an article: copy the text that "
                f"you want into a file of its own"
            )
            raise SourceError(message)
        return parsed(content, self.name)


def parsed(content: bytes, name: str) -> Any:
    """The root of XML: no entities, no network, bounded depth.

    Args:
        content: The XML.
        name: What to call its file in messages.

    Raises:
        SourceError: It is no XML, or defines entities, which no such document does.
    """
    from lxml import etree

    try:
        root = etree.fromstring(content, parser_of(mends=False))
    except (etree.XMLSyntaxError, ValueError) as fault:
        raise damaged(name) from fault
    if root.getroottree().docinfo.internalDTD is not None:
        raise damaged(name)
    return root


def damaged(name: str) -> SourceError:
    """One sentence for a file that does not hold what its kind must hold."""
    return SourceError(
        f"{name} is a damaged document: open it in a word processor that repairs it, "
        f"and save it again"
    )


def locked(name: str) -> SourceError:
    """One sentence for a file with a password."""
    return SourceError(
        f"{name} is locked with a password: open it with the password and save it "
        f"without one"
    )
