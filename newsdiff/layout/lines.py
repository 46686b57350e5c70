"""What a laid-out line is made of: runs of text, each with a tone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsdiff.comparing import Mark, Order
from newsdiff.layout.folding import UNFOLDED, Entry, Fold, Folding
from newsdiff.model import Side
from newsdiff.text.cells import cells, fit
from newsdiff.wording.by_hand import SIGNS, SIGNS_ASCII

NARROWEST_SPLIT: Final = 100
"""Columns below which two columns of prose are hard to read."""


class View(StrEnum):
    """How the two articles stand to each other."""

    SPLIT = "side by side"
    UNIFIED = "unified"


def auto_view(width: int) -> View:
    """The view that suits a screen of `width` columns."""
    return View.SPLIT if width >= NARROWEST_SPLIT else View.UNIFIED


class Tone(StrEnum):
    """What a run of text is; a theme decides how that looks."""

    TEXT = "text"
    LABEL = "label"
    """The name of an article."""
    HEAD = "head"
    """Headlines and subheadings."""
    CAPTION = "caption"
    ONLY = "only"
    """A sentence that has no counterpart."""
    PASSAGE = "passage"
    """The part of a sentence that has none, inside one that has."""
    CHANGED = "changed"
    """A word that carries a difference."""
    FACT = "fact"
    """A name, number, date, place or quotation that the other side lacks, or has with
    another value."""
    SPOT = "spot"
    """The place that a reader has just been led to."""
    FOUND = "found"
    """Words that a reader searches for."""
    DIM = "dim"
    """Boilerplate and datelines, and the line that stands for what is folded away."""
    GAP = "gap"
    """The word where a side has nothing."""
    MARK = "mark"
    NUMBER = "number"
    NOTE = "note"
    """Cross-references."""
    BY_HAND = "by hand"
    """What a person said, and not newsdiff."""
    RULE = "rule"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring characters of one tone."""

    text: str
    tone: Tone
    side: Side | None = None
    """Whose colour it takes; None for neither."""


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutOptions:
    """What a person chose to see, and the room there is for it."""

    width: int
    """Columns of the screen, at least 1."""
    view: View
    order: Order = Order.BOTH
    """In whose order the rows stand."""
    boilerplate: bool = True
    """Whether boilerplate is shown; if not, one line stands for each stretch of it."""
    folding: Folding = UNFOLDED
    """Which rows one line stands for, boilerplate aside."""
    numbers: bool = True
    ascii: bool = False
    """Nothing but ASCII in what newsdiff itself draws."""
    short: bool = False
    """Whether the screen has few lines, so that the card must leave them to the
    text."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The characters newsdiff draws with."""

    marks: dict[Mark, str]
    rule: str
    up: str
    down: str
    more: str
    fold: str
    found: str
    window: str
    dash: str
    leads: str
    by_hand: dict[str, str]
    """What stands before the mark of a row of which a person said something."""


_MARKS: Final = {mark: mark.value for mark in Mark}
_UNICODE: Final = Signs(
    _MARKS,
    rule="│",
    up="↑",
    down="↓",
    more="…",
    fold="⋯",
    found="•",
    window="┃",
    dash="–",
    leads="→",
    by_hand=SIGNS,
)
_ASCII: Final = Signs(
    _MARKS | {Mark.OTHERWISE: ":", Mark.REWORDED: "%", Mark.MOVED: "M"},
    rule="|",
    up="^",
    down="v",
    more="...",
    fold="...",
    found="*",
    window="#",
    dash="-",
    leads="->",
    by_hand=SIGNS_ASCII,
)


def signs(options: LayoutOptions) -> Signs:
    """The characters to draw with."""
    return _ASCII if options.ascii else _UNICODE


def shown(entry: Entry, view: View) -> list[Side]:
    """The sides of a row whose text is spelt out.

    In a unified row that reads the same on both sides that is one of them.
    """
    sides = [side for side in Side if entry.sentences[side]]
    return sides[:1] if stands_for_both(entry, view) else sides


def stands_for_both(entry: Entry, view: View) -> bool:
    """Whether one text stands for what both sides have."""
    if view is not View.UNIFIED:
        return False
    if isinstance(entry, Fold) and not entry.is_filter:
        alike = entry.words((Side.A,)) == entry.words((Side.B,))
        return entry.mark is Mark.SAME and alike
    return entry.mark is Mark.SAME or isinstance(entry, Fold)


def blank(width: int) -> Line:
    """`width` empty cells."""
    return (Run(" " * width, Tone.BLANK),) if width > 0 else ()


def exactly(line: Line, width: int) -> Line:
    """The line with blanks up to `width` cells, or cut there with an ellipsis."""
    used = 0
    for n, run in enumerate(line):
        size = cells(run.text)
        if used + size > width:
            cut = Run(fit(run.text, width - used), run.tone, run.side)
            return (*line[:n], cut) if used < width else line[:n]
        used += size
    return line + blank(width - used)
