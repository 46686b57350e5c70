"""Text → paragraphs, as spans.

Blank lines separate paragraphs. Single line ends do too (many pasted articles have
one paragraph a line), unless a block is hard-wrapped: several lines of much the same
length, broken in mid-sentence, so that many of them begin with a small letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from newsdiff.model import Span

_LINE: Final = re.compile("[^\n\x0b\x0c\x85\u2028\u2029]+")
"""Page breaks and the separators of Unicode end a line as a line feed does."""
_BLANK: Final = re.compile(r"\n[^\S\n]*\n\s*")
_CLOSES: Final = tuple(".!?:;\"”’'…)]")
_ITEM: Final = re.compile(r"[-*•·–] |\d{1,2}[.)] |#{1,6} ")
"""What a list or a heading begins with: its line stands for itself."""
_JUDGED: Final = 200
"""Lines of a block that tell whether it is wrapped."""
_MIN_WIDTH: Final = 40
_MAX_WIDTH: Final = 110
"""Editors and mailers wrap between these many characters."""


def split_paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """The paragraphs of `text[start:]`, without white space at their ends."""
    at = start
    for gap in _BLANK.finditer(text, start):
        yield from _block(text, at, gap.start())
        at = gap.end()
    yield from _block(text, at, len(text))


def _block(text: str, start: int, end: int) -> Iterator[Span]:
    lines = _lines(text, start, end)
    first = list(islice(lines, _JUDGED))
    if _is_wrapped(text, first):
        yield Span(first[0].start, start + len(text[start:end].rstrip()))
    else:
        yield from first
        yield from lines


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


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line ends of a block are no more than a wrap at some width."""
    if len(lines) < 2:
        return False
    full = [line.end - line.start for line in lines[:-1]]
    if min(full) < _MIN_WIDTH or max(full) > _MAX_WIDTH:
        return False
    if any(_ITEM.match(text, line.start) for line in lines):
        return False
    broken = sum(text[line.end - 1] not in _CLOSES for line in lines[:-1])
    going_on = sum(text[line.start].islower() for line in lines[1:])
    return 2 * broken > len(full) and 3 * going_on >= len(full)
