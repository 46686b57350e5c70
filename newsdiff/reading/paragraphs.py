"""Text → paragraphs, as spans.

Blank lines separate paragraphs. Single line ends do too (many pasted articles have
one paragraph a line), unless a block is hard-wrapped: several lines of much the same
length, broken in mid-sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from newsdiff.model import Span

_LINE: Final = re.compile(r"[^\n]*\S[^\n]*")
_BLANK: Final = re.compile(r"\n[^\S\n]*\n\s*")
_CLOSES: Final = tuple(".!?:;\"”’'…)]")
_MIN_WIDTH: Final = 40
_MAX_WIDTH: Final = 110
"""Editors and mailers wrap between these many characters."""


def paragraphs(text: str, start: int = 0) -> Iterator[Span]:
    """The paragraphs of `text[start:]`, without white space at their ends."""
    at = start
    for gap in _BLANK.finditer(text, start):
        yield from _block(text, at, gap.start())
        at = gap.end()
    yield from _block(text, at, len(text))


def _block(text: str, start: int, end: int) -> Iterator[Span]:
    lines = [
        _trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text, start, end)
    ]
    if _is_wrapped(text, lines):
        yield Span(lines[0].start, lines[-1].end)
    else:
        yield from lines


def _trimmed(text: str, start: int, end: int) -> Span:
    line = text[start:end]
    return Span(
        start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip())
    )


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether line ends of a block are no more than a wrap at some width."""
    if len(lines) < 2:
        return False
    full = [line.end - line.start for line in lines[:-1]]
    if min(full) < _MIN_WIDTH or max(full) > _MAX_WIDTH:
        return False
    if len(lines) == 2 and not text[lines[1].start].islower():
        return False
    broken = sum(text[line.end - 1] not in _CLOSES for line in lines[:-1])
    return 2 * broken > len(full)
