"""Files of old office programs, and locked ones of new: refused, each with its way out.

They are containers of streams (OLE), and their text is kept in ways of Word's own.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.formats.documents.packages import locked
from newsdiff.formats.extracts import Extract, Options
from newsdiff.formats.registry import Probe

_START: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD: Final = "WordDocument".encode("utf-16-le")
"""Names of streams, as the directory of a container has them."""


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a file begins as a container does."""
    return probe.data.startswith(_START)


def extract(data: bytes, name: str, _options: Options) -> Iterator[Extract]:
    """Nothing.

    Raises:
        SourceError: Always: the file is locked, or of an old program.
    """
    if _LOCKED in data:
        raise locked(name)
    kind = "a document of old Word" if _WORD in data else "an old office file"
    message = f"{name} is {kind}: open it there and save it as .docx or plain text"
    raise SourceError(message)
