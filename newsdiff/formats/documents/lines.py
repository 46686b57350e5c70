"""Pieces of text at places on a page → lines → columns, in reading order.

A printed page knows no lines and no columns, only where each piece of text stands.
Widths are known more or less: how wide a letter is differs from typeface to typeface.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_NARROW: Final = frozenset("iljtfrI.,:;'’‘!|()[]-‐ ")
_WIDE: Final = frozenset("mwMWABCDEGHKNOPQRUVXYZ@%—&")
_SAME_LINE: Final = 0.4
"""Of the size: how far two pieces of a line are apart in height (raised figures)."""
_COLUMN_GAP: Final = 3.0
"""Of the size: no blank between words is that wide."""
_BLANK: Final = 0.2
"""Of the size: a gap that is wider is a blank."""
_MARK: Final = 4.0
"""Of the size: what stands closer is the mark or the number of an item of a list."""
_EDGE_SHARE: Final = 0.3
"""Of the lines: begin so many at one place, it is the edge of a column."""
_MIN_EDGE_LINES: Final = 4
_SURE: Final = 0.8
"""Of an estimated width: so much of it is certain."""
_MAX_BLOCKS: Final = 120
"""On a page; with more (a map, a stock list) they stay in the order of the file."""
ERROR: Final = 0.08
"""Of an estimated width."""
_PAGE_NUMBER: Final = re.compile(
    r"(?:(?:page|p\.|seite|pág\.)\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?"
    r"(?:\s*(?:/|of|von|de|sur|di)\s*\d{1,4})?",
    re.IGNORECASE,
)
_OF_PAGES: Final = re.compile(r"\d{1,3}/\d{1,3}")
_ADDRESS: Final = re.compile(r"(?:https?|file)://\S+")
_EDGE_ROWS: Final = 3
"""Rows at the top and bottom of a page that may be its header and footer."""


class Piece(NamedTuple):
    """Text at a place on a page."""

    x: float
    """From the left, in points; so are all."""
    y: float
    """From the bottom: its baseline."""
    size: float
    is_bold: bool
    text: str
    """Begins with a blank where there is one before it."""
    width: float
    """More or less."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column."""

    x: float
    y: float
    size: float
    is_bold: bool
    text: str
    width: float

    @property
    def right(self) -> float:
        """Where it ends, more or less."""
        return self.x + self.width


def breadth(character: str) -> float:
    """The width of a character of a usual typeface, in its size."""
    if character in _NARROW:
        return 0.29
    return 0.72 if character in _WIDE else 0.51 if ord(character) < 0x2E80 else 1.0


def _once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Pieces without what is printed twice at one place to look bold."""
    seen: set[tuple[int, int, str]] = set()
    for piece in pieces:
        key = round(piece.x / 2), round(piece.y / 2), piece.text.strip()
        if key not in seen:
            seen.add(key)
            yield piece


def lines_of(pieces: Iterable[Piece]) -> Iterator[Line]:
    """Pieces that stand next to each other in one column, joined.

    What is printed twice at one place is taken once.
    """
    pieces = [piece for piece in _once(pieces) if piece.text.strip()]
    edges = _edges(pieces)
    current: list[Piece] = []
    for piece in pieces:
        if current and not _continues(current, piece, edges):
            yield _line(current)
            current = []
        current.append(piece)
    if current:
        yield _line(current)


def _edges(pieces: Sequence[Piece]) -> frozenset[int]:
    """Where columns begin: where many lines do."""
    starts = Counter(round(piece.x / 2) for piece in pieces)
    rows = len({round(piece.y) for piece in pieces})
    least = max(_MIN_EDGE_LINES, _EDGE_SHARE * rows)
    return frozenset(x for x, n in starts.items() if n >= least)


def _continues(line: Sequence[Piece], piece: Piece, edges: frozenset[int]) -> bool:
    """Whether a piece stands in the same line of the same column."""
    first, last = line[0], line[-1]
    size = max(last.size, piece.size)
    if abs(piece.y - last.y) > _SAME_LINE * size or piece.x < last.x:
        return False
    if not _is_spaced(last, piece):
        return True
    gap = piece.x - last.x - last.width
    is_edge = round(piece.x / 2) in edges and round(first.x / 2) in edges
    is_more_than_mark = piece.x - first.x > _MARK * size
    error = ERROR * last.width
    return gap < _COLUMN_GAP * size + error and not (
        is_edge and is_more_than_mark and gap > 0
    )


def _is_spaced(last: Piece, piece: Piece) -> bool:
    """Whether a blank stands between two pieces of a line, told or by the gap."""
    if piece.text[0].isspace() or last.text[-1].isspace():
        return True
    gap = piece.x - last.x - last.width
    return gap > _BLANK * max(last.size, piece.size) + ERROR * last.width


def _line(pieces: Sequence[Piece]) -> Line:
    first, last = pieces[0], pieces[-1]
    letters: Counter[tuple[float, bool, float]] = Counter()
    for piece in pieces:
        letters[piece.size, piece.is_bold, piece.y] += len(piece.text)
    size, is_bold, y = letters.most_common(1)[0][0]
    text = first.text
    for before, piece in pairwise(pieces):
        text += " " * _is_spaced(before, piece) + piece.text
    text = text.translate(_LIGATURES)
    words = " ".join(text.split()).replace(" ‐", "‐")  # the hyphen of another font
    return Line(first.x, y, size, is_bold, words, last.x + last.width - first.x)


def without_furniture(
    pages: Sequence[Sequence[Line]],
) -> tuple[list[list[Line]], dict[str, int]]:
    """The lines of pages without what is printed at the top or bottom of them.

    Returns:
        The lines that are left of each page, and how many rows of what are not.
    """
    edges = [_at_edges(page) for page in pages]
    seen = Counter(
        key for page in edges for key in {_furniture_key(line.text) for line in page}
    )
    least = 2 if len(pages) < 5 else max(2, len(pages) // 3)
    is_browser = any(
        _ADDRESS.match(one.text) and _OF_PAGES.fullmatch(other.text)
        for page in edges
        for one in page
        for other in page
        if abs(one.y - other.y) < 2
    )
    left: list[list[Line]] = []
    removed = 0
    for page, edge in zip(pages, edges, strict=True):
        gone = {
            id(line)
            for line in edge
            if seen[_furniture_key(line.text)] >= least
            or _PAGE_NUMBER.fullmatch(line.text)
            or (is_browser and _is_browsers(line, page))
        }
        removed += len({round(line.y) for line in page if id(line) in gone})
        left.append([line for line in page if id(line) not in gone])
    return left, {"header or footer line": removed}


def _at_edges(page: Sequence[Line]) -> list[Line]:
    """The lines in the first and last rows of a page."""
    rows = sorted({round(line.y) for line in page})
    outer = {*rows[:_EDGE_ROWS], *rows[-_EDGE_ROWS:]}
    return [line for line in page if round(line.y) in outer]


def _furniture_key(text: str) -> str:
    return re.sub(r"\d+", "#", text.casefold())


def _is_browsers(line: Line, page: Sequence[Line]) -> bool:
    """Whether a browser printed a line around the page: date and title, address."""
    heights = [other.y for other in page]
    return line.y > max(heights) - 2 or line.y < min(heights) + 2


def in_reading_order(page: Sequence[Line]) -> list[list[Line]]:
    """The blocks of lines of a page, columns from left to right."""
    blocks = list(_blocks(page))
    if len(blocks) > _MAX_BLOCKS:
        return blocks
    boxes = [_box(block) for block in blocks]
    before = {
        b: {a for a in range(len(boxes)) if a != b and _precedes(boxes, a, b)}
        for b in range(len(boxes))
    }
    ordered: list[list[Line]] = []
    left = list(before)
    while left:
        free = (b for b in left if not before[b].intersection(left))
        chosen = next(free, left[0])  # in a circle the order of the file holds
        left.remove(chosen)
        if ordered and _is_below(ordered[-1][-1], blocks[chosen][0]):
            ordered[-1] += blocks[chosen]  # other columns stand between in the file
        else:
            ordered.append(blocks[chosen])
    return ordered


def _blocks(page: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines that follow each other downwards in the file."""
    block: list[Line] = []
    for line in page:
        if block and not _is_below(block[-1], line):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_below(above: Line, line: Line) -> bool:
    drop = above.y - line.y
    size = max(above.size, line.size)
    is_near = 0 < drop <= 2.2 * size and abs(above.size - line.size) <= 0.3 * size
    return is_near and is_over(above, line)


def is_over(above: Line, line: Line) -> bool:
    """Whether lines stand over one another, near or not."""
    return line.x < above.right and above.x < line.right


class _Box(NamedTuple):
    left: float
    right: float
    top: float
    bottom: float


def _box(block: Sequence[Line]) -> _Box:
    left = min(line.x for line in block)
    widest = max(line.x + _SURE * line.width for line in block)
    top = max(line.y + line.size for line in block)
    return _Box(left, widest, top, min(line.y for line in block))


def _precedes(boxes: Sequence[_Box], a: int, b: int) -> bool:
    """Whether a block is read before another.

    It is if it stands above it, or left of it with nothing between them that goes over
    both.
    """
    one, other = boxes[a], boxes[b]
    if _overlap(one, other):
        return one.top > other.top
    if one.left > other.left:
        return False
    return not any(
        _overlap(between, one)
        and _overlap(between, other)
        and other.top > between.top > one.top
        for between in boxes
    )


def _overlap(one: _Box, other: _Box) -> bool:
    return one.left < other.right and other.left < one.right
