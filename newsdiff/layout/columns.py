"""Where things stand across the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from newsdiff.layout.lines import LayoutOptions, View
from newsdiff.model import Comparison

MEASURE: Final = 80
"""Cells of text in a column, at most: longer lines are hard to follow."""
_BETWEEN: Final = 3
"""Cells between two columns: blank, rule, blank."""
_LETTER: Final = 2
"""Cells of "A ", which tells the sides apart where they share one column."""
_MARK: Final = 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Widths in cells; both sides of a split have the same."""

    margin: int
    """In front of everything: on wide screens the columns stand in the middle."""
    letter: int
    number: int
    gutter: int
    """Letter, number and mark: what stands in front of the text."""
    text: int

    @classmethod
    def of(cls, comparison: Comparison, options: LayoutOptions) -> Columns:
        """The columns for a comparison on a screen."""
        split = options.view is View.SPLIT
        most = max(len(article.sentences) for article in comparison.articles)
        number = len(str(most)) + 1 if options.numbers else 0
        letter = 0 if split else _LETTER
        gutter = letter + number + _MARK
        room = (options.width - _BETWEEN) // 2 if split else options.width
        # A screen too narrow for gutter and text keeps one cell of text; what does
        # not fit is cut at the right edge.
        text = max(1, min(room - gutter, MEASURE))
        used = 2 * (gutter + text) + _BETWEEN if split else gutter + text
        margin = max(0, (options.width - used) // 2)
        return cls(margin, letter, number, gutter, text)

    @property
    def side(self) -> int:
        """One side: gutter and text."""
        return self.gutter + self.text
