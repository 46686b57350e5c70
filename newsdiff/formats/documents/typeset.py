"""Pages of pieces of text → paragraphs.

A printed page knows no paragraphs: `lines` puts its pieces together and its columns in
order, and how lines look and where they end tells where paragraphs begin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.formats.documents.lines import (
    ERROR,
    Line,
    Piece,
    in_reading_order,
    is_over,
    lines_of,
    without_furniture,
)
from newsdiff.formats.documents.paragraphs import Paragraph
from newsdiff.model import Role

_SOFT: Final = "\xad"
_HYPHENS: Final = ("-", "‐", _SOFT)
_SAME_SIZE: Final = 0.08
_NEW_PARAGRAPH: Final = 1.35
"""Of the usual distance of lines."""
_INDENT: Final = (0.7, 4.5)
"""Of the size: how far the first line of a paragraph is moved in."""
_USUAL_LEADING: Final = 1.2
_SHORT: Final = 0.55
"""Of the column: a line that is no wider is no line of a paragraph that goes on."""
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-‐'’][^\W\d_]+)*")
_BROKEN: Final = re.compile(r"([^\W_]+(?:[-‐][^\W_]+)*)[-‐\xad]$")
"""A word with a hyphen at the end of a line; not a dash, which stands alone."""
_LONGEST: Final = 60
"""Characters of a word."""
_GLUED: Final = re.compile(r"\S[—–/]$")
"""The end of a line that goes on without a blank."""
_HEADS: Final = frozenset(
    "first third self twenty thirty forty fifty sixty seventy eighty ninety".split()
)
"""Words that a hyphen follows as a rule, and that no other word begins with."""
_HYPHENATED: Final = 0.03
"""Of the lines: in a text set by breaking words, more end with a hyphen."""
_SENTENCE_END: Final = re.compile(r"[.!?…:][\"'”’»)\]]*$")
_MAX_HEADING_WORDS: Final = 14
_LOOK_BACK: Final = 8
"""Paragraphs."""
_CREDIT: Final = re.compile(
    r"\b(?:photo(?:s|graph|graphs)?|picture|image|illustration|credit|graphic)\b\s*[:/]"
    r"|\b(?:AP Photo|Getty Images|/AFP|/Reuters|/AP|/EPA)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Typeset:
    """What a document's pages hold."""

    paragraphs: tuple[Paragraph, ...]
    left_out: Mapping[str, int]


def typeset_of(pages: Sequence[Sequence[Piece]]) -> Typeset:
    """The paragraphs of pages, in reading order, without headers and footers.

    Args:
        pages: The pieces of each page, in the order of the file.
    """
    lines = [list(lines_of(page)) for page in pages]
    lines, left_out = without_furniture(lines)
    ordered = [in_reading_order(page) for page in lines]
    blocks = [block for page in ordered for block in page]
    every = [line for block in blocks for line in block]
    if not every:
        return Typeset((), left_out)
    usual = _Usual.of(every)
    join = _Joiner.of(every)
    paragraphs = tuple(_paragraph(group, usual, join) for group in _paragraphs(blocks))
    return Typeset(paragraphs, left_out)


class _Usual(NamedTuple):
    """How most of a text looks."""

    size: float
    is_bold: bool

    @classmethod
    def of(cls, lines: Iterable[Line]) -> _Usual:
        letters: Counter[tuple[float, bool]] = Counter()
        for line in lines:
            letters[line.size, line.is_bold] += len(line.text)
        return cls(*letters.most_common(1)[0][0])


def _paragraphs(blocks: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The lines of each paragraph."""
    leading = _leading(blocks)
    groups: list[list[Line]] = []
    column = _Column(0, 0)
    for block in blocks:
        around = _Column.of(block)
        if (group := _to_go_on(groups, block[0], column)) is not None:
            group.append(block[0])
        else:
            groups.append([block[0]])
        column = around
        for last, line in pairwise(block):
            if _begins(last, line, column, leading):
                groups.append([line])
            else:
                groups[-1].append(line)
    return groups


def _leading(blocks: Iterable[Sequence[Line]]) -> float:
    """The distance of two lines of a paragraph, in their size."""
    drops = sorted(
        (above.y - line.y) / line.size
        for block in blocks
        for above, line in pairwise(block)
        if line.size
    )
    return drops[len(drops) // 4] if drops else _USUAL_LEADING


class _Column(NamedTuple):
    left: float
    right: float

    @classmethod
    def of(cls, block: Sequence[Line]) -> _Column:
        return cls(min(line.x for line in block), max(line.right for line in block))

    def ends_early(self, last: Line, line: Line) -> bool:
        """Whether the first word of a line had room in the one before."""
        word = line.text.split(" ", 1)[0] + " "
        room = line.width * len(word) / len(line.text) + line.size
        return last.right + room < self.right - ERROR * last.width


def _to_go_on(
    groups: Sequence[list[Line]], line: Line, column: _Column
) -> list[Line] | None:
    """The paragraph that goes on in the next column, or on the next page, if one does.

    Footnotes and captions may stand between.
    """
    for group in groups[: -_LOOK_BACK - 1 : -1]:
        last = group[-1]
        if _alike(last, line):
            is_elsewhere = line.y > last.y or not is_over(last, line)
            is_full = not column.ends_early(last, line)
            is_next = group is groups[-1] and is_elsewhere and is_full
            has_ended = _SENTENCE_END.search(last.text)
            goes_on = not has_ended and (is_next or line.text[0].islower())
            return group if goes_on else None
    return None


def _begins(last: Line, line: Line, column: _Column, leading: float) -> bool:
    """Whether a line begins a paragraph, below one of the same block."""
    is_early = column.ends_early(last, line)
    has_ended = bool(_SENTENCE_END.search(last.text))
    inset = (line.x - column.left) / line.size
    is_moved_in = _INDENT[0] <= inset <= _INDENT[1]
    is_narrow = last.width < _SHORT * (column.right - column.left)
    return (
        not _alike(last, line)
        or last.y - line.y > _NEW_PARAGRAPH * leading * max(last.size, line.size)
        or (is_moved_in and line.x - last.x > _INDENT[0] * line.size)
        or (last.is_bold != line.is_bold and (is_early or has_ended))
        or (is_early and (has_ended or (is_narrow and not line.text[0].islower())))
    )


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME_SIZE * max(one.size, other.size)


@dataclass(frozen=True, slots=True)
class _Joiner:
    """Joins lines, and the words that are broken over them."""

    words: frozenset[str]
    """All that stand inside lines."""
    is_hyphenated: bool
    """Whether the text is set by breaking words."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Joiner:
        broken = sum(line.text.endswith(_HYPHENS) for line in lines)
        words = (word for line in lines for word in _WORD.findall(line.text))
        return cls(
            frozenset(word.casefold() for word in words),
            broken > max(1, _HYPHENATED * len(lines)),
        )

    def joined(self, lines: Sequence[Line]) -> str:
        """The text of the lines of a paragraph."""
        text = lines[0].text
        for line in lines[1:]:
            before, gap = self._before(text, line.text)
            text = before + gap + line.text
        return text.replace(_SOFT, "")

    def _before(self, text: str, after: str) -> tuple[str, str]:
        """The text before a line, and what stands between them."""
        end = text[-_LONGEST:]  # the whole of it at each line would take for ever
        if _GLUED.search(end):
            return text, ""
        head = _BROKEN.search(end)
        if not head:
            return text, " "
        if text.endswith(_SOFT):
            return text[:-1], ""
        tail = _WORD.match(after)
        if not tail or not after[0].islower():
            return f"{text[:-1]}-", ""
        whole = f"{head[1]}{tail[0]}".casefold()
        compound = f"{head[1]}-{tail[0]}".casefold()
        if whole in self.words:
            is_whole = True
        elif compound in self.words or head[1].casefold() in _HEADS or "-" in head[1]:
            is_whole = False
        else:
            is_whole = self.is_hyphenated or text.endswith("‐")
        return text[:-1] + "-" * (not is_whole), ""


def _paragraph(lines: Sequence[Line], usual: _Usual, join: _Joiner) -> Paragraph:
    text = join.joined(lines)
    size = lines[0].size
    stands_out = size > (1 + _SAME_SIZE) * usual.size or (
        not usual.is_bold and all(line.is_bold for line in lines)
    )
    role = None
    if size < (1 - _SAME_SIZE) * usual.size and _CREDIT.search(text):
        role = Role.CAPTION
    elif (
        stands_out
        and len(text.split()) <= _MAX_HEADING_WORDS
        and not text.endswith((".", ":", ","))
    ):
        role = Role.SUBHEADING
    return Paragraph(text, role, size=size)
