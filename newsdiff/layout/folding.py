"""Stretches of rows that one line stands for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing import Mark, Row
from newsdiff.model import Article, Pair, Role, SentencePlace, Side
from newsdiff.wording.about import count

_BEYOND: Final = "beyond-limit"
"""The rule that marks what is too long to be compared; it is no boilerplate."""
MOST_CONTEXT: Final = 9
"""Rows in common around a change that a reader may ask for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folding:
    """Which rows a reader wants to see as one line, boilerplate aside."""

    common: bool = False
    """Whether stretches of rows in common are closed."""
    context: int = 0
    """Rows in common that stay open next to a change."""
    but: frozenset[SentencePlace] = frozenset()
    """Sentences whose fold is open where it would be closed, or closed where open."""
    shown: frozenset[SentencePlace] = frozenset()
    """Sentences that no fold hides, because a reader looks for something in them."""
    only_with: str = ""
    """The words that a reader looks for, where all rows but those with a sentence of
    `shown` are folded away; empty where they are not."""


UNFOLDED: Final = Folding()


@dataclass(frozen=True, slots=True)
class Fold:
    """Sentences of both sides that are there, but not spelt out."""

    sentences: Pair[tuple[int, ...]]
    what: str
    """What they are, after their number: "of boilerplate"."""
    mark: Mark = Mark.NONE
    """What all of them are; boilerplate is not compared."""
    noun: str = "line"
    """What is counted."""
    reworded: Pair[int] = Pair(0, 0)
    """How many of the sentences of either side are in other words."""
    is_filter: bool = False
    """Whether it stands for whatever does not match."""

    @property
    def sign(self) -> Mark:
        """The mark to show: nothing that is in other words passes for equal."""
        return Mark.REWORDED if any(self.reworded) else self.mark

    def words(self, sides: Iterable[Side]) -> str:
        """What it stands for on some sides: "2 sentences in common, reworded"."""
        shown = list(sides)
        number = sum(len(self.sentences[side]) for side in shown)
        other = sum(self.reworded[side] for side in shown)
        some = f"{other:,} of them " if other < number else ""
        more = f", {some}reworded" if other else ""
        return f"{count(number, self.noun)} {self.what}{more}"


Entry = Row | Fold
"""What stands between two lines of air: a row, or one line for many rows."""


def places_of(entry: Entry) -> frozenset[SentencePlace]:
    """All sentences of an entry."""
    return frozenset((side, i) for side in Side for i in entry.sentences[side])


def folded(
    rows: Iterable[Row],
    articles: Pair[Article],
    *,
    but: frozenset[SentencePlace] = frozenset(),
    closed: bool = True,
) -> tuple[Entry, ...]:
    """The rows with every stretch of boilerplate folded into one entry.

    A stretch reaches over rows of the other side alone, so that the boilerplate at
    the top of both articles becomes one line; the order of either side stays.

    Args:
        rows: All rows.
        articles: What they are rows of.
        but: Sentences that are treated the other way round.
        closed: Whether boilerplate is folded, or only that of `but`.
    """
    entries: list[Entry] = []
    last: dict[Side, int] = dict.fromkeys(Side, -1)
    open_fold: dict[str, int] = {}
    for row in rows:
        sides = [side for side in Side if row.sentences[side]]
        hidden = closed != bool(but and places_of(row) & but)
        what = _what(row, articles) if hidden else ""
        at = open_fold.get(what, -1) if what else -1
        if what and at >= 0 and all(last[side] <= at for side in sides):
            entries[at] = Fold(joined((entries[at], row)), what)
        else:
            at = len(entries)
            entries.append(Fold(row.sentences, what) if what else row)
            if what:
                open_fold[what] = at
        last.update(dict.fromkeys(sides, at))
    return tuple(entries)


def joined(entries: Iterable[Entry]) -> Pair[tuple[int, ...]]:
    """The sentences of some entries."""
    parts = list(entries)
    both = (tuple(i for e in parts for i in e.sentences[side]) for side in Side)
    return Pair(*both)


def filtered(entries: Iterable[Entry], how: Folding) -> tuple[Entry, ...]:
    """The entries with every stretch of those without a match folded."""
    kept: list[Entry] = []
    hidden: list[Entry] = []

    def close() -> None:
        if hidden:
            page = any(entry.mark is Mark.NONE for entry in hidden)
            noun = "line" if page else "sentence"
            what = f"without “{how.only_with}”"
            kept.append(Fold(joined(hidden), what, noun=noun, is_filter=True))
            hidden.clear()

    for entry in entries:
        if places_of(entry) & how.shown:
            close()
            kept.append(entry)
        else:
            hidden.append(entry)
    close()
    return tuple(kept)


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
