"""The pieces of text on a page of a PDF, where they stand and how wide they are.

pypdf tells them less exactly than they are written: the page is prepared for it, and
widths are of the fonts where these say them.
"""

from __future__ import annotations

import math
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any, Final

from newsdiff.formats.documents.lines import Piece, breadth

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

FAULTS: Final = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What a library of pure Python raises where a file is not as it expects."""
_MOVES: Final = frozenset((b"Td", b"TD", b"Tm", b"T*", b"'", b'"'))
"""Operations that go to another place."""
_OUTSIDE: Final = 2
"""Points beyond the edge of a page, where printers write names of files."""
_OBLIQUE: Final = 0.05
"""Of a quarter of a turn."""


@dataclass
class Collector:
    """Takes the pieces of a page as pypdf finds them."""

    frame: tuple[float, float, float, float]
    """What is outside it is no text of the page."""
    fonts: Fonts
    left_out: Counter[str]
    """How much of what is no text; counted on."""
    turned: dict[int, list[Piece]] = field(default_factory=dict)
    """By the direction they are written in, in quarters of a turn."""
    _is_spaced: bool = False
    """Whether there is a blank before the next piece."""

    def take(self, text: str, cm: Any, tm: Any, font: Any, size: float) -> None:
        """Takes one piece."""
        if not text.strip():
            self._is_spaced |= bool(text)
            return
        text = " " * self._is_spaced + text
        self._is_spaced = False
        a, b, c, d = _product(tm, cm)
        x, y = _place(tm, cm)
        left, bottom, right, top = self.frame
        if not (left <= x <= right and bottom <= y <= top):
            self.left_out["off-page line"] += 1
            return
        angle = math.atan2(b, a) / (math.pi / 2)
        quarter = round(angle) % 4
        if abs(angle - round(angle)) > _OBLIQUE:
            self.left_out["slanting line"] += 1
            return
        x, y = ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]
        height = abs(size) * math.hypot(c, d)
        width = abs(size) * math.hypot(a, b) * self.fonts.width(text, font)
        piece = Piece(x, y, round(height, 1), _is_bold(font), text, width)
        self.turned.setdefault(quarter, []).append(piece)

    def main(self) -> list[Piece]:
        """The pieces in the direction of the text."""
        amounts = {
            quarter: sum(len(piece.text) for piece in pieces)
            for quarter, pieces in self.turned.items()
        }
        chosen = max(amounts, key=lambda quarter: amounts[quarter], default=0)
        self.left_out["upright line"] += sum(
            len(pieces) for quarter, pieces in self.turned.items() if quarter != chosen
        )
        return self.turned.get(chosen, [])


@dataclass
class Fonts:
    """How wide letters are, as far as fonts say it."""

    _by_id: dict[int, tuple[Any, dict[str, float], float]] = field(default_factory=dict)
    """The font, the width of each letter, and the ratio to a usual one for others."""

    def width(self, text: str, font: Any) -> float:
        """The width of a text, in its size."""
        if font is None:
            return sum(map(breadth, text))
        key = id(font)
        if key not in self._by_id:
            self._by_id[key] = (font, *_widths(font))
        _, known, ratio = self._by_id[key]
        return sum(
            known[character] if character in known else ratio * breadth(character)
            for character in text
        )


def _widths(font: Any) -> tuple[dict[str, float], float]:
    """The widths of letters of a font, and its ratio to a usual font."""
    try:
        first = int(font.get("/FirstChar", 0))
        simple = [float(width) / 1000 for width in font.get("/Widths") or ()]
        if simple:
            letters = {
                bytes([first + at]).decode("cp1252", errors="replace"): width
                for at, width in enumerate(simple)
                if width > 0 and first + at < 0x100
            }
            is_whole = sum(letter.isalpha() for letter in letters) >= _ALPHABET
            return (letters if is_whole and "e" in letters else {}), _ratio(simple)
        composite = font["/DescendantFonts"][0].get_object()
        return {}, _ratio(list(_composite(composite.get("/W") or ())))
    except FAULTS:
        return {}, 1.0


_ALPHABET: Final = 10
_USUAL_MEAN: Final = 0.53
"""The mean width of the letters of a usual font, in its size."""


def _ratio(widths: list[float]) -> float:
    told = [width for width in widths if width > 0]
    mean = sum(told) / len(told) if told else _USUAL_MEAN
    return min(2.0, max(0.5, mean / _USUAL_MEAN))


def _composite(entries: Any) -> Iterator[float]:
    """The widths in "first [w w w] first last w …"."""
    numbers: list[float] = []
    for entry in entries:
        value = entry.get_object()
        if isinstance(value, list):
            yield from (float(width) / 1000 for width in value)
            numbers = []
        else:
            numbers.append(float(value))
        if len(numbers) == 3:
            yield numbers[2] / 1000
            numbers = []


def prepare(page: PageObject, reader: PdfReader) -> None:
    """Makes pypdf tell each piece of text apart, and the words in it.

    It joins what stands in one row, over the gap between two columns too. Where a font
    is set it tells what it has, so the font is set anew before each move. And it takes
    a gap for a blank only if it knows how wide the font's blank is: so one is written.
    """
    from pypdf.generic import ContentStream, NameObject

    contents = page.get("/Contents")
    if contents is None:
        return
    stream = ContentStream(contents.get_object(), reader, "bytes")
    stream.operations = list(_prepared(stream.operations))
    page[NameObject("/Contents")] = stream


def _prepared(operations: Sequence[tuple[Any, bytes]]) -> Iterator[tuple[Any, bytes]]:
    font = None
    saved = []
    for operands, operator in operations:
        if operator == b"Tf":
            font = operands
        elif operator == b"q":
            saved.append(font)
        elif operator == b"Q" and saved:
            font = saved.pop()
        elif operator in _MOVES and font is not None:
            yield font, b"Tf"
        is_spread = operator == b"TJ" and operands and isinstance(operands[0], list)
        yield (_with_blanks(operands[0]) if is_spread else operands), operator


def _with_blanks(spread: list[Any]) -> list[Any]:
    """Strings and the gaps between them, with a blank in each wide gap.

    If nearly all gaps are wide, the letters of words are spaced out: only a gap that is
    wider than those is one.
    """
    from pypdf.generic import ArrayObject, TextStringObject

    gaps = [item for item in spread if isinstance(item, (int, float))]
    strings = [item for item in spread if isinstance(item, (str, bytes))]
    is_letters = sum(map(len, strings)) <= _LETTER * len(strings)
    is_spaced_out = is_letters and gaps and (usual := median(gaps)) <= _BLANK
    blank = _SPACED_OUT * usual if is_spaced_out else _BLANK
    written = ArrayObject()
    for item in spread:
        is_blank = isinstance(item, (int, float)) and item <= blank
        if is_blank:
            written.append(TextStringObject(" "))
        if isinstance(item, (str, bytes)) or is_blank or not is_spaced_out:
            written.append(item)
    return [written]


_BLANK: Final = -200
"""A move to the right, in thousandths of the size: no two letters are so far apart."""
_SPACED_OUT: Final = 1.6
"""Of the gap between spaced letters: a blank between spaced words is at least that."""
_LETTER: Final = 2
"""Bytes of a letter, at most."""


def frame_of(page: PageObject) -> tuple[float, float, float, float]:
    """The left, bottom, right and top edge of what is printed of a page."""
    box = page.cropbox
    left, bottom, right, top = map(float, (box.left, box.bottom, box.right, box.top))
    return left - _OUTSIDE, bottom - _OUTSIDE, right + _OUTSIDE, top + _OUTSIDE


def _product(tm: Sequence[float], cm: Sequence[float]) -> tuple[float, ...]:
    """How text is turned and stretched."""
    return (
        tm[0] * cm[0] + tm[1] * cm[2],
        tm[0] * cm[1] + tm[1] * cm[3],
        tm[2] * cm[0] + tm[3] * cm[2],
        tm[2] * cm[1] + tm[3] * cm[3],
    )


def _place(tm: Sequence[float], cm: Sequence[float]) -> tuple[float, float]:
    return (
        tm[4] * cm[0] + tm[5] * cm[2] + cm[4],
        tm[4] * cm[1] + tm[5] * cm[3] + cm[5],
    )


def _is_bold(font: Any) -> bool:
    name = str((font or {}).get("/BaseFont", "")).casefold()
    return any(weight in name for weight in ("bold", "black", "heavy"))
