"""Nexis Uni exports as Word documents: the articles behind a cover of all titles.

Each article ends with "End of Document"; its body begins behind a line "Body".
"""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.formats.dates import stated_date
from newsdiff.formats.exports.nexis import article
from newsdiff.formats.exports.nexis_fields import Style
from newsdiff.formats.extracts import Extracted, Options
from newsdiff.formats.registry import Probe

_DOCUMENT: Final = "word/document.xml"
_END: Final = re.compile(r"\s*End of Document\s*")
_BODY: Final = re.compile(r"\s*(?:Body|Text)\s*")
_COVER: Final = re.compile(
    r"\s*(?:\d+\. |Client/Matter:|Search (?:Terms|Type):|Narrowed by:|Documents \(\d+\)"
    r"|Job Number:|Date and Time:|User Name:|Content Type\b)"
)
_WORD: Final = Style(is_upper=False, is_title_first=True)
_LOOKED_AT: Final = 8 << 20
"""Bytes of the document in which the end of an article and a body must be."""
_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)
_MARKS: Final = (b">End of Document<", b">Body<")


def recognises(probe: Probe, options: Options) -> bool:
    """Whether a Word document has the marks around an article of Nexis Uni."""
    del options
    if _DOCUMENT not in probe.members:
        return False
    try:
        with zipfile.ZipFile(BytesIO(probe.data)) as package:
            head = package.open(_DOCUMENT).read(_LOOKED_AT)
    except _FAULTS:
        return False  # damaged or locked: the reader of documents says so
    return all(mark in head for mark in _MARKS)


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as a Word document, as `Format.extract` says."""
    del options
    from newsdiff.formats.documents.docx import read

    paragraphs = read(data, name).paragraphs
    begin = next((i for i, p in enumerate(paragraphs) if _BODY.fullmatch(p.text)), 0)
    # A table in front of the first body is one of the cover.
    covers = (i for i in range(begin - 1, -1, -1) if paragraphs[i].is_in_table)
    pieces = list(_pieces([p.text for p in paragraphs[next(covers, -1) + 1 :]]))
    if not pieces:
        message = f"{name} has no article of Nexis: export the articles again"
        raise SourceError(message)
    for number, blocks in enumerate(pieces, 1):
        yield article(blocks, str(number), _WORD)


def _pieces(blocks: Sequence[str]) -> Iterator[Sequence[str]]:
    """The articles between the marks of their ends, the first without the cover."""
    begin = 0
    for at, block in enumerate(blocks):
        if _END.fullmatch(block):
            yield blocks[begin:at] if begin else _uncovered(blocks[:at])
            begin = at + 1
    rest = blocks[begin:]
    if any(map(_BODY.fullmatch, rest)):  # the file was cut off
        yield rest if begin else _uncovered(rest)


def _uncovered(blocks: Sequence[str]) -> Sequence[str]:
    """An article without the list of all titles that stands before the first."""
    body = next((i for i, b in enumerate(blocks) if _BODY.fullmatch(b)), len(blocks))
    covers = (
        i
        for i in range(body - 1, -1, -1)
        if _COVER.match(blocks[i]) and not stated_date(blocks[i]).iso
    )
    return blocks[next(covers, -1) + 1 :]
