"""Stretches of rows that one line stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing import Mark, Row
from newsdiff.model import Article, Pair, Role, Side

_BEYOND: Final = "beyond-limit"
"""The rule that marks what is too long to be compared; it is no boilerplate."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Sentences of both sides that are there, but not spelt out."""

    sentences: Pair[tuple[int, ...]]
    what: str
    """What they are, after their number: "lines of boilerplate"."""

    @property
    def mark(self) -> Mark:
        """Nothing in it is compared."""
        return Mark.NONE


Entry = Row | Fold
"""What stands between two lines of air: a row, or one line for many rows."""


def folded(rows: Iterable[Row], articles: Pair[Article]) -> tuple[Entry, ...]:
    """The rows with every stretch of boilerplate folded into one entry.

    A stretch reaches over rows of the other side alone, so that the boilerplate at
    the top of both articles becomes one line; the order of either side stays.
    """
    entries: list[Entry] = []
    last: dict[Side, int] = dict.fromkeys(Side, -1)
    open_fold: dict[str, int] = {}
    for row in rows:
        sides = [side for side in Side if row.sentences[side]]
        what = _what(row, articles)
        at = open_fold.get(what, -1) if what else -1
        if what and at >= 0 and all(last[side] <= at for side in sides):
            entries[at] = _with(entries[at], row, what)
        else:
            at = len(entries)
            entries.append(Fold(row.sentences, what) if what else row)
            if what:
                open_fold[what] = at
        last.update(dict.fromkeys(sides, at))
    return tuple(entries)


def _with(fold: Entry, row: Row, what: str) -> Fold:
    both = (fold.sentences[side] + row.sentences[side] for side in Side)
    return Fold(Pair(*both), what)


def _what(row: Row, articles: Pair[Article]) -> str:
    """What a row holds if nothing but boilerplate; else nothing."""
    sentences = [
        articles[side].sentences[i] for side in Side for i in row.sentences[side]
    ]
    if any(sentence.role is not Role.BOILERPLATE for sentence in sentences):
        return ""
    if any(sentence.rule == _BEYOND for sentence in sentences):
        return "past the limit"
    return "of boilerplate"
