"""A story in words as lines: paragraphs in a column, their numbers in front of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from newsdiff.layout.columns import MEASURE
from newsdiff.layout.lines import Line, Run, Tone, blank, exactly
from newsdiff.model import Span
from newsdiff.story.account import Account, Statement, Version
from newsdiff.text.cells import characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.wording.accounts import account_lines
from newsdiff.wording.statements import Line as Paragraph
from newsdiff.wording.statements import Style, in_ascii

_GUTTER: Final = 5
"""Cells in front of a statement: "12.  "."""
_TONES: Final = {
    Style.PLAIN: Tone.TEXT,
    Style.QUOTE: Tone.PASSAGE,
    Style.NAME: Tone.LABEL,
    Style.PLACE: Tone.NUMBER,
}


class AccountPage:
    """All lines of an account at one width.

    Args:
        account: What is shown.
        width: Columns of the screen.
        only_ascii: Whether nothing of newsdiff's own is drawn but ASCII.
    """

    def __init__(
        self, account: Account, width: int, *, only_ascii: bool = False
    ) -> None:
        self.account = account
        self.width = width
        _, *self._paragraphs = account_lines(account)  # a screen has its own title
        self._pieces = [
            [in_ascii(piece) if only_ascii else piece for piece in one.pieces]
            for one in self._paragraphs
        ]
        room = max(1, min(width - _GUTTER, MEASURE))
        self._margin = max(0, (width - _GUTTER - room) // 2)
        self._wrapped = [
            wrap(visible("".join(p.text for p in pieces)), room, characters)
            for pieces in self._pieces
        ]
        levels = [one.level for one in self._paragraphs]
        self._first_heading = levels.index(2) if 2 in levels else len(levels)
        heights = [len(lines) + self._air(n) for n, lines in enumerate(self._wrapped)]
        self._tops = [0, *accumulate(heights)]
        self.height = self._tops[-1]
        """Lines of the whole page."""
        self.statements = [n for n, one in enumerate(self._paragraphs) if one.number]
        """The paragraphs that are statements."""

    def _air(self, n: int) -> int:
        """An empty line in front of a heading, and of what stands under none."""
        here, *following = self._paragraphs[n : n + 2]
        if not following:
            return 0
        is_body = n >= self._first_heading and not here.level
        return int(is_body or following[0].level > 0)

    def statement(self, at: int) -> Statement | None:
        """The statement with a place among all; None where there is none."""
        if not self.statements:
            return None
        return self._paragraphs[self.statements[at]].statement

    def paragraph(self, at: int) -> Paragraph:
        """The paragraph of a statement."""
        return self._paragraphs[self.statements[at]]

    def top(self, at: int) -> int:
        """The first line of a statement."""
        return self._tops[self.statements[at]]

    def bottom(self, at: int) -> int:
        """The line behind the last one of a statement."""
        n = self.statements[at]
        return self._tops[n] + len(self._wrapped[n])

    def head(self, at: int) -> int:
        """The line of the heading over a statement that is the first under it."""
        n = self.statements[at]
        if at == 0:
            return 0
        while n and self._paragraphs[n - 1].level:
            n -= 1
        return self._tops[n]

    def statement_at(self, y: int) -> int:
        """The statement that a line belongs to, or the one before it."""
        n = bisect_right(self._tops, y) - 1
        return max(0, bisect_right(self.statements, n) - 1)

    def sections(self) -> list[int]:
        """The first statement of each section, and of each article's own."""
        return [
            at
            for at, n in enumerate(self.statements)
            if n == 0 or self._paragraphs[n - 1].level
        ]

    def line(self, y: int, at: int, chosen: Version | None) -> Line:
        """One line, exactly as wide as the screen.

        Args:
            y: Which line, from 0 to below the height.
            at: The current statement.
            chosen: The version of it that is brought out.
        """
        n = bisect_right(self._tops, y) - 1
        row = y - self._tops[n]
        if row >= len(self._wrapped[n]):
            return blank(self.width)
        here = bool(self.statements) and n == self.statements[at]
        one = self._paragraphs[n]
        number = f"{one.number:>3}. " if row == 0 and one.number else " " * _GUTTER
        runs = self._runs(n, self._wrapped[n][row], chosen if here else None)
        return exactly(
            (*blank(self._margin), Run(number, Tone.MARK), *runs), self.width
        )

    def _runs(self, n: int, place: Span, chosen: Version | None) -> Iterator[Run]:
        """What of the pieces of a paragraph stands in a line."""
        head, end = self._paragraphs[n].level, 0
        for text, style, version in self._pieces[n]:
            start, end = end, end + len(text)
            part = visible(text)[max(0, place.start - start) : place.end - start]
            if start >= place.end or end <= place.start or not part:
                continue
            tone = Tone.HEAD if head else _TONES[style]
            if chosen is not None and version == chosen:
                tone = Tone.SPOT
            yield Run(part, tone)
