"""The note below a row: where else its sentences are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from newsdiff.comparing import Row
from newsdiff.layout.folding import Entry
from newsdiff.layout.lines import LayoutOptions, View, signs
from newsdiff.layout.sheet import Sheet
from newsdiff.model import Pair, Side, State

Places = Pair[Mapping[int, int]]
"""The number of the row that each sentence stands in."""

_MOST: Final = 3
"""Cross-references shown in a row."""


class References:
    """Words the notes of one page.

    Args:
        sheet: What the page shows.
        options: How it is laid out.
        places: Filled with every sentence before the first note is asked for.
    """

    def __init__(self, sheet: Sheet, options: LayoutOptions, places: Places) -> None:
        self._places = places
        self._signs = signs(options)
        self._split = options.view is View.SPLIT
        self._numbers = options.numbers
        self._earlier = sheet.earlier
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
        """Where else a row's sentences are told: "moved: ↑5, also ↓12 in B".

        Where sentences have no numbers, an arrow would point at nothing: "also in B".
        """
        other = side.other
        parts = []
        moved = self._moves(row, side)
        if moved is not None:
            parts.append(self._worded("moved:", moved))
        if row.otherwise[side]:
            arrows = self._arrows(row, side, row.otherwise[side])
            parts.append(self._worded("another value:", arrows))
        parts += self._links(row, side)
        return f"{', '.join(parts)} in {other.name}"

    def _links(self, row: Row, side: Side) -> Iterator[str]:
        """The links that lead out; what has nothing opposite is told there or not."""
        named = row.otherwise[side]
        also = [k for k in row.also[side] if k.index(side.other) not in named]
        groups = {"also": also}
        if not row.sentences[side.other]:
            groups = {
                "told:": [link for link in also if link.state is State.MATCHED],
                "related:": [link for link in also if link.state is State.RELATED],
            }
        for word, links in groups.items():
            if links:
                there = [link.index(side.other) for link in links]
                yield self._worded(word, self._arrows(row, side, there))

    def _worded(self, word: str, arrows: str) -> str:
        return f"{word} {arrows}" if self._numbers else word.removesuffix(":")

    def _moves(self, row: Row, side: Side) -> str | None:
        """Where the other article has a moved sentence: "↑5", it tells it earlier.

        One below the other, both sides would say the same twice: there A alone does.
        """
        if not self._split and side is Side.B:
            return None
        found = next(self._crossing(row), None)
        if found is None:
            return None
        a, b = found
        up = self._earlier[found] is (side is Side.A)
        there = b if side is Side.A else a
        return f"{self._signs.up if up else self._signs.down}{there + 1}"

    def _crossing(self, row: Row) -> Iterator[tuple[int, int]]:
        for a in row.sentences.a:
            if a in self._moved:
                yield from ((a, b) for b in row.sentences.b if (a, b) in self._earlier)

    def _arrows(self, row: Row, side: Side, there: Iterable[int]) -> str:
        """Sentences of the other side, and that there are more: "↑12 ↓14 …"."""
        arrows = [self._arrow(row, side, i) for i in dict.fromkeys(there)]
        more = [self._signs.more] if len(arrows) > _MOST else []
        return " ".join([*arrows[:_MOST], *more])

    def _arrow(self, row: Row, side: Side, there: int) -> str:
        """A sentence of the other side and which way it lies: "↑12"."""
        here = self._places[side][row.sentences[side][0]]
        above = self._places[side.other][there] < here
        return f"{self._signs.up if above else self._signs.down}{there + 1}"
