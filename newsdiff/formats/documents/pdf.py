"""PDFs that hold text, as browsers, word processors and newspapers make them.

pypdf says where each piece of text stands, within limits; `pdf_pieces` takes them, and
`typeset` makes paragraphs of them. What a PDF says of itself (who made it, when) is of
the file and not of the report; only its title helps to find the headline.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from newsdiff.cancellation import cancellable
from newsdiff.errors import SourceError
from newsdiff.formats.documents.lines import Piece
from newsdiff.formats.documents.packages import locked
from newsdiff.formats.documents.paragraphs import Document, article_of
from newsdiff.formats.documents.pdf_pieces import (
    FAULTS,
    Collector,
    Fonts,
    frame_of,
    prepare,
)
from newsdiff.formats.documents.typeset import typeset_of
from newsdiff.formats.extracts import Extract, Options, left_out
from newsdiff.formats.registry import Probe

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

_START: Final = b"%PDF-"
_START_WITHIN: Final = 1024
_OBJECT: Final = re.compile(rb"^\d+ \d+ obj\b", re.MULTILINE)
"""Bytes: readers accept a PDF behind what a server or a mail put before it."""
_MAX_PAGES: Final = 500
_MAX_OPERATIONS: Final = 3_000_000
"""Of all pages: a page of a newspaper has some ten thousand."""
_LIMITS: Final[dict[str, Any]] = {
    "maximum_declared_stream_length": 64 << 20,
    "array_based_stream_maximum_output_length": 16 << 20,
    "zlib_maximum_output_length": 16 << 20,
    "lzw_maximum_output_length": 16 << 20,
    "run_length_maximum_output_length": 16 << 20,
    "zlib_maximum_recovery_input_length": 1 << 20,
    "stream_decoding_work_maximum_length": 48 << 20,
    "stream_parsing_work_maximum_count": 500_000,
    "page_tree_maximum_entries": 4_000,
    "page_tree_maximum_page_entries": 100_000,
    "xform_maximum_invocations_per_extraction": 200,
    "disable_legacy_handling": True,
}
"""Bytes and counts of one stream or page; those of pypdf take a minute and more."""
_MAX_STRANGE: Final = 0.2
"""Of the characters: with more that are none, the letters cannot be told."""


def recognises(probe: Probe, _options: Options) -> bool:
    """Whether a file begins as a PDF does; behind other lines, has objects as well."""
    if probe.data.lstrip().startswith(_START):
        return True
    return (
        _START in probe.data[:_START_WITHIN] and _OBJECT.search(probe.data) is not None
    )


def extract(data: bytes, name: str, _options: Options) -> Iterator[Extract]:
    """The document as one article.

    Raises:
        SourceError: It is damaged, locked, without text, or too much.
    """
    yield article_of(read(data, name), name)


def read(data: bytes, name: str) -> Document:
    """The document as paragraphs.

    Raises:
        SourceError: It is damaged, locked, without text, or too much.
    """
    from pypdf import apply_configuration
    from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it writes on the screen
    try:
        with apply_configuration(None, **_LIMITS):
            reading = _Reading.of(data, name)
    except LimitReachedError as fault:
        message = f"{name} unpacks to far more than an article: {_RESAVE}"
        raise SourceError(message) from fault
    except DependencyError as fault:
        message = f"{name} is encrypted in a way that is not read here: {_RESAVE}"
        raise SourceError(message) from fault
    except (PyPdfError, *FAULTS) as fault:
        message = f"{name} is a damaged PDF: {_RESAVE}"
        raise SourceError(message) from fault
    _refuse_unreadable(reading, name)
    found = typeset_of(reading.pages)
    return Document(
        paragraphs=found.paragraphs,
        title=reading.title,
        notes=tuple(reading.notes(found.left_out)),
    )


_RESAVE: Final = "open it in a browser or PDF reader and print it to a new PDF"


class _TooMuchError(Exception):
    """A file has more operations than any document."""


@dataclass
class _Reading:
    """What was read of the pages of a document."""

    title: str = ""
    total: int = 0
    pages: list[list[Piece]] = field(default_factory=list)
    damaged: list[int] = field(default_factory=list)
    """Numbers of pages that could not be read."""
    left_out: Counter[str] = field(default_factory=Counter)
    operations: int = 0
    _fonts: Fonts = field(default_factory=Fonts)

    @classmethod
    def of(cls, data: bytes, name: str) -> _Reading:
        """The pieces of text on all pages.

        Raises:
            SourceError: It is locked.
        """
        from pypdf import PdfReader

        start = data[:_START_WITHIN].find(_START)
        reader = PdfReader(io.BytesIO(data[max(0, start) :]))
        if reader.is_encrypted and not reader.decrypt(""):
            raise locked(name)
        reading = cls(_title(reader), len(reader.pages))
        for number in cancellable(range(min(reading.total, _MAX_PAGES))):
            try:
                reading.take(reader.pages[number], reader)
            except _TooMuchError:
                break
        return reading

    def take(self, page: PageObject, reader: PdfReader) -> None:
        """Reads one more page."""
        from pypdf.errors import PyPdfError

        collector = Collector(frame_of(page), self._fonts, self.left_out)
        try:
            prepare(page, reader)
            page.extract_text(
                visitor_operand_before=self.count,
                visitor_text=collector.take,
            )
        except (PyPdfError, *FAULTS):
            self.damaged.append(len(self.pages) + 1)
        self.pages.append(collector.main())

    def count(self, *_: Any) -> None:
        """Counts an operation.

        Raises:
            _TooMuchError: There are too many.
        """
        self.operations += 1
        if self.operations > _MAX_OPERATIONS:
            raise _TooMuchError

    def notes(self, furniture: Any) -> Iterator[str]:
        """What was left out."""
        if told := left_out({**self.left_out, **furniture}):
            yield told
        if len(self.pages) < self.total:
            read = len(self.pages)
            yield f"only the first {read:,} of {self.total:,} pages were read"
        if self.damaged:
            yield f"damaged and not read: {_pages(self.damaged)}"
        blank = [
            number
            for number, pieces in enumerate(self.pages, 1)
            if not pieces and number not in self.damaged
        ]
        if blank:
            yield f"without text, perhaps pictures: {_pages(blank)}"


def _title(reader: PdfReader) -> str:
    try:
        said = reader.metadata
    except FAULTS:
        return ""
    return (said.title or "") if said else ""


def _refuse_unreadable(reading: _Reading, name: str) -> None:
    """Refuses pictures of pages, and letters that cannot be told.

    Raises:
        SourceError: It is one of these.
    """
    letters = Counter(
        unicodedata.category(character) in ("Cc", "Co", "Cn", "Cs")
        for page in reading.pages
        for piece in page
        for character in piece.text
        if not character.isspace()
    )
    if not letters:
        if reading.damaged:
            message = f"{name} is damaged, or too much to be an article: {_RESAVE}"
            raise SourceError(message)
        message = (
            f"{name} holds no text, only pictures of pages: have the text recognised "
            f"(OCR) and save it again"
        )
        raise SourceError(message)
    if letters[True] > _MAX_STRANGE * letters.total():
        message = (
            f"{name} does not say which letters it shows: have the text recognised "
            f"(OCR) and save it again"
        )
        raise SourceError(message)


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + ", …" * (len(numbers) > 10)
    return f"page{'s' * (len(numbers) != 1)} {shown}"
