"""Text → paragraphs, as spans.

Blank lines separate paragraphs. Single line ends do too (many pasted articles have
one paragraph a line), unless a block is hard-wrapped: lines broken in mid-sentence,
so that many of them begin with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsdiff.model import Span
from newsdiff.reading.wraps import cut_column, fits_column, width_of

_ENDS: Final = "\n\x0b\x0c\x85\u2028\u2029"
_LINE: Final = re.compile(f"[^{_ENDS}]+")
_LINE_END: Final = re.compile(f"[{_ENDS}]")
"""Page breaks and the separators of Unicode end a line as a line feed does."""
_BLANK: Final = re.compile(r"\n[^\S\n]*\n\s*")
_ITEM: Final = re.compile(r"[-*•·–] |\d{1,2}[.)] |#{1,6} ")
"""What a list or a heading begins with: its line stands for itself."""
_JUDGED: Final = 200
"""Lines of a block that tell whether it is wrapped."""
_BLOCKS: Final = 40
"""Blocks that tell whether the whole text stands in a column."""


def split_paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """The paragraphs of `text[start:]`, without white space at their ends."""
    width = _column(text, start)
    at = start
    for gap in _BLANK.finditer(text, start):
        yield from _block(text, at, gap.start(), width)
        at = gap.end()
    yield from _block(text, at, len(text), width)


def _column(text: str, start: int) -> int | None:
    """The width at which the text is wrapped, where its first blocks show one."""
    at = start
    widths = []
    for gap in islice(_BLANK.finditer(text, start), _BLOCKS):
        if _LINE_END.search(text, at, gap.start()):
            lines = list(islice(_lines(text, at, gap.start()), _JUDGED))
            widths.append(_wrapped(text, lines) or 0)
        at = gap.end()
    return max(widths, default=0) or None


def _block(text: str, start: int, end: int, column: int | None) -> Iterator[Span]:
    if not _LINE_END.search(text, start, end):
        if line := _trimmed(text, start, end):
            yield line
        return
    lines = _lines(text, start, end)
    first = list(islice(lines, _JUDGED))
    if width := _wrapped(text, first):
        yield from cut_column(text, [*first, *lines], width)
    elif column and first and fits_column(text, first, column):
        yield Span(first[0].start, start + len(text[start:end].rstrip()))
    else:
        yield from first
        yield from lines


def _wrapped(text: str, lines: list[Span]) -> int | None:
    """The width at which a block is wrapped; None for a list and for plain lines."""
    if any(_ITEM.match(text, line.start) for line in lines):
        return None
    return width_of(text, lines)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    for match in _LINE.finditer(text, start, end):
        if span := _trimmed(text, match.start(), match.end()):
            yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The line without blanks at its ends; None where it holds nothing else."""
    line = text[start:end]
    bare = line.strip()
    if not bare:
        return None
    start += len(line) - len(line.lstrip())
    return Span(start, start + len(bare))


def on_one_line(words: str) -> str:
    """The words with single blanks between them and none around them."""
    bare = words.strip()
    # Of white space only the plain blank is printable: most lines are so already.
    if bare.isprintable() and "  " not in bare:
        return bare
    return " ".join(bare.split())
