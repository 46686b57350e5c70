"""All formats, in the order in which they are asked, and the one that bytes are.

A format is looked at only where the beginning of a file may be its own, so that plain
text loads none of them.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Final, NamedTuple, Protocol, cast

from newsdiff.formats.decoding import as_utf8, decode
from newsdiff.formats.extracts import Extract, Extracted, Options

_ZIP: Final = b"PK\x03\x04"
_FURTHER: Final = 1 << 18
_NUMBERED: Final = re.compile(
    rb"\A(?:\xff\xfe|\xfe\xff)|\d (?:of|von|de|di|van|sur) \d[\d.,]* DO[CK]UMENT"
    rb"|Do[ck]umento? \d"
)
"""What begins an article of Nexis; in UTF-16 it is looked for by the module."""
_HEAD: Final = 4096
"""Bytes at the beginning of a file that tell which formats it may be."""


@dataclass(frozen=True)
class Probe:
    """A file as formats look at it to recognise their own."""

    data: bytes

    @cached_property
    def head(self) -> str:
        """Its first bytes as text, whatever they are."""
        head = as_utf8(self.data[:_HEAD], "replace")
        return head.decode("utf-8", errors="replace").lstrip("\ufeff")

    @cached_property
    def small(self) -> str:
        """The same in small letters."""
        return self.head.lower()

    @cached_property
    def members(self) -> frozenset[str]:
        """The names in it where it is a zip archive; else none."""
        if not self.data.startswith(_ZIP):
            return frozenset()
        try:
            with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
                return frozenset(archive.namelist())
        except (zipfile.BadZipFile, NotImplementedError, ValueError):
            return frozenset()


class Format(Protocol):
    """What a module of this room has."""

    def recognises(self, probe: Probe, options: Options) -> bool:
        """Whether a file is of this format."""

    def extract(self, data: bytes, name: str, options: Options) -> Iterator[Extracted]:
        """The articles in a file of this format, in its order.

        Args:
            data: The file.
            name: What to call it in messages.
            options: What the person says of it.

        Raises:
            SourceError: Nothing of it can be read.
        """


class _Row(NamedTuple):
    module: str
    hint: re.Pattern[str]
    """What the head of a file must have before the module is asked."""
    needs: tuple[str, ...]
    """In small letters; the hint is tried only where one of them stands."""
    within: re.Pattern[bytes] | None = None
    """What a file must have further down, so that few load the module for nothing."""

    def may_be(self, probe: Probe) -> bool:
        """Whether a file that begins so may be of this format."""
        if self.needs and not any(map(probe.small.__contains__, self.needs)):
            return False
        return self.hint.match(probe.head) is not None

    def may_hold(self, probe: Probe) -> bool:
        """The same, by a look further down."""
        return not self.within or bool(self.within.search(probe.data, 0, _FURTHER))


def _row(module: str, hint: str, *needs: str) -> _Row:
    return _Row(module, re.compile(hint, re.IGNORECASE | re.DOTALL), needs)


_ROWS: Final = (
    _row("documents.pdf", r".{0,1024}%PDF-"),
    _row("exports.nexis_docx", r"PK\x03\x04"),
    _row("documents.docx", r"PK\x03\x04"),
    _row("documents.odt", r"PK\x03\x04|.*<office:document\s", "pk\x03\x04", "<office"),
    _row("documents.ole", r"\ufffd\ufffd\x11"),
    _row("tables.parquet", r"PAR1"),
    _row("exports.factiva_rtf", r"\s*\{\\rtf"),
    _row("documents.rtf", r"\s*\{\\rtf"),
    _row("web.webarchive", r"bplist00|\s*<(?:.*<)?plist"),
    _row(
        "web.mhtml",
        r"\s*[\w-]+:.*content-type:\s*(?:multipart/related|text/html|application/xhtml)",
        *("multipart/related", "saved by "),
    ),
    _row("mail.mail", r"\s*(?:From |[\w-]+:).*\n(?:Subject|From|Date|Received):"),
    _row(
        "feeds.feeds",
        r"\s*\{|.*<(?:[\w.-]+:)?(?:rss|feed|entry|rdf)[\s>]",
        *"{<",
    ),
    _row("feeds.opml", r".*<opml", "<opml"),
    _row(
        "wires.newsml",
        r".*<(?:\w+:)?(?:newsMessage|NewsML|"
        r"(?:news|package|concept|knowledge|planning|catalog)Item)",
        "<",
    ),
    _row("wires.nitf", r".*<(?:\w+:)?nitf", "nitf"),
    _row("exports.factiva_xml", r"\s*<(?:.*<)?(?:\w+:)?ppsarticle", "ppsarticle"),
    _row("wires.ninjs", r"\s*[\[{]"),
    _row("tables.jsonl", r"\s*(?:\[\s*)?\{"),
    _row("exports.factiva", r"\s*<"),
    _row("exports.europresse", r"\s*<"),
    _row("exports.proquest_html", r"\s*<"),
    _row("exports.nexis_html", r"\s*<"),
    _row("web.pages", r".*<", "<"),
    _row(
        "exports.nexis", r".*DOCUMENTS?\b|.*\bDOKUMENT", "document", "dokument"
    )._replace(within=_NUMBERED),
    _row("exports.proquest", r"\s*(?:_{50}|\*{50})"),
    _row("wires.telex", r".*[\x01\x02\x03\x04\x16]", *"\x01\x02\x03\x04\x16"),
    _row(
        "web.reader_view",
        r"\s*[\w.:-]+\s*\n[^\n]+\n(?:[^\n]+\n)?\s*~?\d[^\n]* minutes?\b",
        " minute",
    ),
    _row(  # a name of a column behind a delimiter, which that of thousands is not
        "tables.delimited",
        r"[^\n]*(?:[;\t|]|,(?!(?<=\d,)\d{3}(?!\d)))\"?\w|sep=[,;\t|]",
    ),
)


def format_of(data: bytes, options: Options | None = None) -> str | None:
    """The name of the format that bytes are; None for plain text and all else."""
    found = _found(Probe(as_utf8(data)), options or Options())
    return found[0].rpartition(".")[2] if found else None


def may_be_format(head: bytes) -> bool:
    """Whether a file that begins so may be of one of the formats."""
    probe = Probe(head)
    return any(row.may_be(probe) for row in _ROWS)


def holds_articles(data: bytes, options: Options | None = None) -> bool:
    """Whether bytes are of a format, or an archive whose members may be."""
    return data.startswith(_ZIP) or format_of(data, options) is not None


def extracted(
    data: bytes, name: str, options: Options | None = None
) -> Iterator[Extracted]:
    """The articles in a file, in its order; a plain text is one.

    Args:
        data: The file.
        name: What to call it in messages.
        options: What the person says of it.

    Raises:
        SourceError: Nothing of it can be read.
    """
    given = options or Options()
    utf8 = as_utf8(data)
    if found := _found(Probe(utf8), given):
        yield from found[1].extract(utf8, name, given)
    else:
        decoded = decode(data, name)
        yield Extract(text=decoded.text, notes=decoded.notes)


def _found(probe: Probe, options: Options) -> tuple[str, Format] | None:
    """The name and the module of the format that a file is of."""
    for row in _ROWS:
        if row.may_be(probe) and row.may_hold(probe):
            module = cast("Format", import_module(f"newsdiff.formats.{row.module}"))
            if module.recognises(probe, options):
                return row.module, module
    return None
