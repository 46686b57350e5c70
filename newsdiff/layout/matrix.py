"""Articles against articles: the share of facts in common, as numbers and shades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from newsdiff.cells import cells, fit
from newsdiff.layout.drawing import Line, Run, Tone

CELL: Final = 6
"""Cells of a share with what stands around it: "▒ 47"."""
LEVELS: Final = 5
_SHADES: Final = " ░▒▓█"
_SHADES_ASCII: Final = " .:*#"
_LABELS: Final = range(10, 30)
"""Cells that the column of labels may take."""
_LEAST: Final = 3
"""Columns of shares that have room beside the labels wherever that is possible."""

Shares = Mapping[tuple[int, int], float | None]
"""Row and column → share, 0..1; None where the row has no facts. What is missing is
not known yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """What is shown, and on how much room."""

    labels: Sequence[str]
    """What the articles are called, safe to show."""
    shares: Shares
    at: tuple[int, int]
    """Row and column of the chosen cell."""
    first: tuple[int, int] = (0, 0)
    """Row and column in the upper left corner."""
    size: tuple[int, int]
    """Columns and lines of the screen."""
    ascii: bool = False


def level(share: float) -> int:
    """The shade of a share: 0 for none, 4 for four fifths and more."""
    return min(LEVELS - 1, int(share * LEVELS + 1e-9))


def label_width(matrix: Matrix) -> int:
    """Cells of the column of numbers and labels."""
    number = len(str(len(matrix.labels))) + 1
    longest = max(map(cells, matrix.labels), default=0)
    room = max(matrix.size[0] - _LEAST * CELL - number, _LABELS.start)
    return number + min(max(longest, _LABELS.start), _LABELS.stop, room) + 1


def in_sight(matrix: Matrix) -> tuple[range, range]:
    """The rows and columns that have room; the heading takes a line."""
    width, height = matrix.size
    rows, columns = max(1, height - 1), max(1, (width - label_width(matrix)) // CELL)
    number = len(matrix.labels)
    return (
        range(matrix.first[0], min(number, matrix.first[0] + rows)),
        range(matrix.first[1], min(number, matrix.first[1] + columns)),
    )


def scrolled(matrix: Matrix) -> tuple[int, int]:
    """The upper left corner that brings the chosen cell in sight, moved no further."""
    sizes = map(len, in_sight(_from_corner(matrix)))
    number = len(matrix.labels)
    first = []
    for at, start, size in zip(matrix.at, matrix.first, sizes, strict=True):
        low, high = max(0, at - size + 1), min(at, max(0, number - size))
        first.append(min(max(start, low), max(low, high)))
    return first[0], first[1]


def _from_corner(matrix: Matrix) -> Matrix:

    return replace(matrix, first=(0, 0))


def heading(matrix: Matrix) -> Line:
    """The numbers of the columns; the chosen one stands out."""
    _, columns = in_sight(matrix)
    runs = [Run(" " * label_width(matrix), Tone.BLANK)]
    for column in columns:
        tone = Tone.LABEL if column == matrix.at[1] else Tone.NUMBER
        runs.append(Run(f"{column + 1:>{CELL - 1}} ", tone))
    return tuple(runs)


def row(matrix: Matrix, index: int) -> tuple[Line, tuple[int | None, ...]]:
    """The line of an article, and the shade of each run; None for what has none."""
    width = label_width(matrix)
    number = len(str(len(matrix.labels)))
    name = f"{index + 1:>{number}} {matrix.labels[index]}"
    tone = Tone.LABEL if index == matrix.at[0] else Tone.TEXT
    runs = [Run(fit(name, width - 1) + " ", tone)]
    shades = _SHADES_ASCII if matrix.ascii else _SHADES
    found: list[int | None] = [None]
    for column in in_sight(matrix)[1]:
        words, shade = _cell(matrix, (index, column), shades)
        chosen = (index, column) == matrix.at
        text = f"[{words}]" if chosen else f" {words} "
        runs.append(Run(text, Tone.SPOT if chosen else Tone.MARK))
        found.append(shade)
    return tuple(runs), tuple(found)


def _cell(
    matrix: Matrix, place: tuple[int, int], shades: str
) -> tuple[str, int | None]:
    width = CELL - 2
    if place[0] == place[1]:
        return ("-" if matrix.ascii else "·").rjust(width), None
    if place not in matrix.shares:
        return ("..." if matrix.ascii else "…").rjust(width), None
    share = matrix.shares[place]
    if share is None:
        return "none".rjust(width), None
    shade = level(share)
    # Rounded down: only what has every fact in common is a hundred.
    return f"{shades[shade]}{int(share * 100 + 1e-9):>{width - 1}}", shade
