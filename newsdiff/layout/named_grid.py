"""A table with a column an article, and what stands over the columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from newsdiff.layout.grid import Grid
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.text.cells import cells, characters, fit
from newsdiff.text.wrapping import wrap

NAMED: Final = 9
"""Cells of a column from which the name of its article has room over it."""
_ARTICLE: Final = "The "
"""Begins the names of many papers, and tells none from another."""
_FEW: Final = 8
"""Lines of a table in which a second line of heads would take too many."""


@dataclass(frozen=True, kw_only=True)
class NamedGrid(Grid):
    """The names of the articles in two lines where there is room for them."""

    @property
    def heading(self) -> Line:
        """The first of the heads."""
        return self.heads[0]

    @property
    def head_height(self) -> int:
        """Two lines, unless one says as much or there are few."""
        if self.cell_width >= NAMED:
            one = all(cells(label) < self.cell_width for label in self.labels)
        else:  # letters that most of them begin with tell nothing
            one = 2 * len({*map(self._letters, self.labels)}) <= len(self.labels)
        return 1 if one or self.size[1] < _FEW else 2

    @property
    def heads(self) -> tuple[Line, ...]:
        """The articles: their names in two lines where there is room.

        Else their numbers, and below them the first letters of their names.
        """
        columns, height = self.in_sight[1], self.head_height
        said = {column: self._head(column) for column in columns}
        lines = []
        for n in range(height):
            empty = Run(" " * self.label_width, Tone.DIM)
            runs = [self.corner if n == height - 1 else empty]
            for column in columns:
                tone = Tone.LABEL if column == self.at[1] else Tone.NUMBER
                runs.append(Run(centred(said[column][n], self.cell_width), tone))
            lines.append(tuple(runs))
        return tuple(lines)

    def _head(self, column: int) -> tuple[str, ...]:
        """What stands over a column, line by line."""
        width, name = self.cell_width, self.labels[column]
        named, number = width >= NAMED, f"{column + 1}"
        if self.head_height == 1:
            return (fit(name, width - 1).strip() if named else number,)
        if not named:
            return number, self._letters(name)
        first, *rest = wrap(name, width - 1, characters)
        if not rest:
            return "", name
        below = name[rest[0].start :]
        return name[first.start : first.end], fit(below, width - 1).strip()

    def _letters(self, name: str) -> str:
        """As much of a name as a narrow column has room for."""
        bare = name.removeprefix(_ARTICLE)
        return fit(bare, self.cell_width - 1, ellipsis="").strip()


def centred(text: str, width: int) -> str:
    """A text in the middle of so many cells."""
    before = max(0, width - cells(text)) // 2
    return fit(" " * before + text, width)
