"""The note below a row: where else its sentences are told, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsdiff.comparing import Order, Row
from newsdiff.layout.folding import Entry
from newsdiff.layout.lines import LayoutOptions, View, signs
from newsdiff.layout.sheet import Sheet
from newsdiff.model import Pair, Side
from newsdiff.wording.elsewhere import MOST, TELLS, Words, find_elsewhere, list_numbers

Places = Pair[Mapping[int, int]]
"""The number of the row that each sentence stands in."""

IN_WORDS: Final = 40
"""Cells of text from which notes are sentences; in fewer they are short: "told ↓6"."""
_AS_TOLD: Final = ("earlier", "later")
_ON_THE_PAGE: Final = ("above", "below")


class References:
    """Words the notes of one page.

    Args:
        sheet: What the page shows.
        options: How it is laid out.
        places: Filled with every sentence before the first note is asked for.
        width: Cells of text in a column.
    """

    def __init__(
        self, sheet: Sheet, options: LayoutOptions, places: Places, width: int
    ) -> None:
        self._places = places
        self._signs = signs(options)
        self._split = options.view is View.SPLIT
        self._numbers = options.numbers
        self._is_short = width < IN_WORDS
        self.leads = "" if self._is_short else f"{self._signs.leads} "
        """What stands in front of a note."""
        as_told = options.order is Order.BOTH
        self._ways = _AS_TOLD if as_told else _ON_THE_PAGE
        self._earlier = {} if as_told else sheet.earlier
        self._moved = {a for a, _ in self._earlier}

    def has_note(self, entry: Entry, side: Side) -> bool:
        """Whether there is a note below the sentences of one side."""
        if not isinstance(entry, Row):
            return False
        return (
            bool(entry.also[side])
            or bool(entry.otherwise[side])
            or self._moves(entry, side) is not None
        )

    def note(self, row: Row, side: Side) -> str:
        """Where else a row's sentences are told: "B tells this later, at 6".

        Where there is little room: "told ↓6 in B". Where sentences have no numbers,
        none is named.
        """
        said = [*self._moving(row, side)]
        here = self._places[side][row.sentences[side][0]]
        for words, there in find_elsewhere(row, side):
            above = [self._places[side.other][i] < here for i in there]
            said.append(self._said(words, there, above, self._ways))
        if self._is_short:
            return f"{', '.join(said)} in {side.other.name}"
        return f"{side.other.name} {'; '.join(said)}"

    def _moving(self, row: Row, side: Side) -> Iterator[str]:
        """That what stands opposite is told earlier or later in its own article."""
        found = self._moves(row, side)
        if found is not None:
            a, b = found
            earlier = self._earlier[found] is (side is Side.A)
            there = b if side is Side.A else a
            yield self._said(TELLS, (there,), (earlier,), _AS_TOLD)

    def _moves(self, row: Row, side: Side) -> tuple[int, int] | None:
        """The moved link of a row.

        One below the other, both sides would say the same twice: there A alone does.
        """
        if not self._moved or (not self._split and side is Side.B):
            return None
        return next(self._crossing(row), None)

    def _crossing(self, row: Row) -> Iterator[tuple[int, int]]:
        for a in row.sentences.a:
            if a in self._moved:
                yield from ((a, b) for b in row.sentences.b if (a, b) in self._earlier)

    def _said(
        self,
        words: Words,
        there: Sequence[int],
        above: Sequence[bool],
        ways: tuple[str, str],
    ) -> str:
        """One thing that the other article does: "tells this later, at 6 and 7".

        Args:
            words: What it does.
            there: Where.
            above: Of each of these, whether it comes before the row.
            ways: What before and behind are called.
        """
        if self._is_short:
            return self._in_short(words.short, there, above)
        alike = True not in above or False not in above
        way = f" {ways[0] if True in above else ways[1]}" if alike else ""
        if not self._numbers:
            return f"{words.whole}{way}"
        return f"{words.whole}{way}{',' if way else ''} at {list_numbers(there)}"

    def _in_short(self, words: str, there: Sequence[int], above: Sequence[bool]) -> str:
        """The same in a few cells: "told ↓6 ↓7"."""
        if not self._numbers:
            return words
        arrows = [
            f"{self._signs.up if before else self._signs.down}{i + 1}"
            for i, before in sorted(zip(there[:MOST], above[:MOST], strict=True))
        ]
        more = [self._signs.more] if len(there) > MOST else []
        return " ".join([words, *arrows, *more])
