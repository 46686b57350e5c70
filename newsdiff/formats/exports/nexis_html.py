"""Nexis exports as HTML: the same articles, with a tag around each line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsdiff.errors import SourceError
from newsdiff.formats.charsets import decode_markup
from newsdiff.formats.exports.common import elements
from newsdiff.formats.exports.nexis import article, is_number
from newsdiff.formats.exports.nexis_fields import Style
from newsdiff.formats.extracts import Extracted, Options, Unread, left_out
from newsdiff.formats.markup import Walk
from newsdiff.formats.registry import Probe

_BEGIN: Final = re.compile(r"<a\s+name=\"?DOC_ID_\d", re.IGNORECASE)
_BEGIN_BYTES: Final = re.compile(rb"<a\s+name=\"?DOC_ID_\d", re.IGNORECASE)
_PAGE: Final = Style()


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it has the marks that Nexis puts around an article."""
    del options
    data = probe.data
    return b"<DOCFULL>" in data and bool(_BEGIN_BYTES.search(data))


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as HTML, as `Format.extract` says."""
    del options
    decoded = decode_markup(data, name)
    text, notes = decoded.text, decoded.notes
    starts = [found.start() for found in _BEGIN.finditer(text)]
    if not starts:
        message = f"{name} has no article of Nexis: export the articles again as HTML"
        raise SourceError(message)
    for number, (start, end) in enumerate(pairwise([*starts, len(text)]), 1):
        # Each apart: what one leaves open must not swallow the next.
        walk = Walk()
        root = elements(text[start:end], walk.left_out)
        if root is None:
            yield Unread(str(number), f"article {number} of {name} is empty")
            continue
        for inner in root.xpath("//td//p | //td//div"):
            inner.drop_tag()  # a row of a table is one paragraph
        blocks = [words for words, _ in walk.paragraphs(root)]
        told = [*notes, left_out(walk.left_out)]
        yield article(
            [block for block in blocks if not is_number(block)],
            str(number),
            _PAGE,
            [note for note in told if note],
        )
