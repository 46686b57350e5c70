"""Factiva exports as rich text, with two-letter codes or without.

An article ends with its number ("Document HCOU000020220211e7ct0001r"). Without codes
its lines come in an order: section, headline, author, length, date, time, outlet, code,
page, language, copyright, text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from newsdiff.errors import SourceError
from newsdiff.formats.dates import stated_date
from newsdiff.formats.exports.factiva import CLOCK, WORDS, article
from newsdiff.formats.extracts import Extracted, Options, one_line
from newsdiff.formats.registry import Probe

if TYPE_CHECKING:
    from newsdiff.formats.documents.paragraphs import Paragraph

_ID: Final = r"Do[ck]umento?[\s~]+(?=[A-Za-z0-9]*\d{8})[A-Za-z0-9]{20,32}"
_END: Final = re.compile(rf"(?:AN \| )?\s*{_ID}\s*")
_END_BYTES: Final = re.compile(_ID.replace("~", "~\\\\").encode())
_CODES: Final = frozenset(
    "SE HD BY CR WC PD ET SN SC ED PG VOL LA CY CX LP TD CT RF ART CLM DLN CO IN NS RE "
    "RST IPC IPD PUB AN NGC GC".split()
)
_ROW: Final = re.compile(r"(?P<code>[A-Z]{2,3})(?:\s\|\s|\s*$)(?P<words>.*)", re.DOTALL)
_RIGHTS: Final = re.compile(
    r"\s*(?:\(c\)|©|copyright\b|all rights reserved)", re.IGNORECASE
)
_MAX_HEAD: Final = 12
"""Lines from the length of an article to its copyright."""
_LONG: Final = 60
"""Characters of a line that is text for sure."""


class _Line(NamedTuple):
    words: str
    size: float


def recognises(probe: Probe, options: Options) -> bool:
    """Whether it is rich text with articles that Factiva has numbered."""
    del options
    data = probe.data
    return b"Factiva" in data and bool(_END_BYTES.search(data))


def extract(data: bytes, name: str, options: Options) -> Iterator[Extracted]:
    """The articles in an export as rich text, as `Format.extract` says."""
    del options
    from newsdiff.formats.documents.rtf import read

    pieces = list(_pieces(read(data, name).paragraphs))
    if not pieces:
        message = f"{name} has no article of Factiva: export the articles again"
        raise SourceError(message)
    for number, lines in enumerate(pieces, 1):
        fields, body = _coded(lines) or _plain(lines)
        yield article(fields, body, str(number))


def _pieces(paragraphs: Sequence[Paragraph]) -> Iterator[list[_Line]]:
    """The lines of each article; what is behind the last is a summary of the search."""
    lines: list[_Line] = []
    for paragraph in paragraphs:
        if _END.fullmatch(paragraph.text):
            while lines and lines[-1].words == "AN":
                lines.pop()
            yield lines
            lines = []
        elif paragraph.text.strip():
            lines.append(_Line(paragraph.text.strip(), paragraph.size))
    length = next((i for i, x in enumerate(lines) if _is_length(x.words)), None)
    if length is not None and len(lines) > length + _MAX_HEAD // 2:
        yield lines  # the file was cut off


def _is_length(words: str) -> bool:
    """Whether a line is the length of an article, with its code or without."""
    return bool(WORDS.fullmatch(one_line(words.removeprefix("WC | "))))


def _coded(lines: Sequence[_Line]) -> tuple[dict[str, str], list[str]] | None:
    """The fields and the text of an article with codes; None if it has none."""
    values: dict[str, list[str]] = {}
    into: list[str] | None = None
    for line in lines:
        row = _ROW.fullmatch(line.words)
        if row and row["code"] in _CODES:
            into = values.setdefault(row["code"], [])
            into += row["words"].split("\n")
        elif into is not None:
            into += line.words.split("\n")
    if not ("HD" in values and {"LP", "TD", "PD", "SN"} & values.keys()):
        return None
    body = values.get("LP", []) + values.get("TD", [])
    return {code: one_line(" ".join(words)) for code, words in values.items()}, body


def _plain(lines: Sequence[_Line]) -> tuple[dict[str, str], list[str]]:
    """The fields and the text of an article without codes."""
    length = next((i for i, x in enumerate(lines) if _is_length(x.words)), 0)
    fields = _heading(lines[:length])
    at = length + 1
    for line in lines[at : at + 2]:
        words = one_line(line.words)
        date = stated_date(words)
        if "PD" not in fields and (date.iso or date.unsure):
            fields["PD"] = words
        elif "PD" in fields and CLOCK.fullmatch(words):
            fields["ET"] = words
        else:
            break
        at += 1
    if at < len(lines):
        fields["SN"] = one_line(lines[at].words)
    return fields, _story([line.words for line in lines[at + 1 :]])


def _heading(lines: Sequence[_Line]) -> dict[str, str]:
    """The headline and the authors: the headline is the largest, or else longest."""
    if not lines:
        return {}
    top = max(lines, key=lambda line: (line.size, len(line.words)))
    behind = lines[lines.index(top) + 1 :]
    fields = {"HD": one_line(top.words)}
    return {**fields, "BY": one_line(behind[0].words)} if behind else fields


def _story(lines: Sequence[str]) -> list[str]:
    """The text behind the copyright, without the publisher's name at its end."""
    rights = [i for i, x in enumerate(lines[:_MAX_HEAD]) if _RIGHTS.match(x)]
    if not rights:
        first = next((i for i, line in enumerate(lines) if len(line) > _LONG), 0)
        return list(lines[first:])
    story = list(lines[rights[-1] + 1 :])
    if story and one_line(story[-1]) in one_line(lines[rights[-1]]):
        story.pop()
    return story
