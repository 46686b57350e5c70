"""Facts against articles: who tells what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.layout.fitting import fit_words
from newsdiff.layout.grid import Shaded
from newsdiff.layout.grouped_facts import Folded, Heading, StoryRow
from newsdiff.layout.lines import Run, Tone
from newsdiff.layout.named_grid import NAMED, NamedGrid, centred
from newsdiff.model import Kind
from newsdiff.story.ledger import DISPUTES, Presence, StoryFact
from newsdiff.text.cells import cells, fit
from newsdiff.wording.phrases import kind_words
from newsdiff.wording.story import LedgerRow, plain_value

_SIGNS: Final = {
    Presence.TOLD: "●",
    Presence.PART: "~",
    Presence.DIFFERENT: "!",
    Presence.SPEAKER: "!",
    Presence.AGENCY: "!",
    Presence.NOT_FOUND: "?",
    Presence.NOWHERE: "·",
    Presence.OPEN: "…",
}
_SIGNS_ASCII: Final = _SIGNS | {
    Presence.TOLD: "x",
    Presence.NOWHERE: ".",
    Presence.OPEN: "_",
}
_MEANINGS: Final = (
    (Presence.TOLD, "told", "told"),
    (Presence.PART, "in part", "part"),
    (Presence.DIFFERENT, "otherwise", "other"),
    (Presence.NOT_FOUND, "not found", "not found"),
    (Presence.NOWHERE, "words nowhere", "nowhere"),
)
"""What the signs mean, and that in fewer words."""
_TONES: Final = {
    Presence.TOLD: Tone.FACT,
    **dict.fromkeys(DISPUTES, Tone.CHANGED),
}
"""What one article has that others may lack stands out."""
_IN_SHORT: Final = {Kind.ORGANIZATION: "org."}
_KIND: Final = 9
"""Cells of the name of a kind."""
_CELLS: Final = range(5, 17)
"""Cells that a column may take."""
_VALUE: Final = 56
"""Cells of the column of facts that columns of articles leave free if they can."""
_VALUE_AT_LEAST: Final = 48
"""Cells of it that are enough where short names stand over the columns for that."""
_LEAST: Final = 3
"""Lines from which a heading has room beside the chosen row."""
COPY: Final = "*"
"""Behind the number of those that tell a fact where some of them carry one text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTable(NamedGrid):
    """A row a fact: how many tell it, its kind, its words, a sign for each article."""

    rows: Sequence[StoryRow]
    copies: Sequence[frozenset[int]] = ()
    """Articles, by their columns, that are the same text or share much of it."""

    @property
    def height(self) -> int:
        """A line a row."""
        return len(self.rows)

    @property
    def scrolled(self) -> tuple[int, int]:
        """As for all tables; a heading above the chosen row is in sight with it."""
        row, column = self._scrolled()
        above = self.at[0] - 1
        if row == self.at[0] and above >= 0 and isinstance(self.rows[above], Heading):
            row = above if self.size[1] > _LEAST else row
        return row, column

    @property
    def cell_width(self) -> int:
        """As wide as leaves room for the facts."""
        number = max(1, len(self.labels))
        room = (self.size[0] - _VALUE) // number
        if self.size[0] - NAMED * number >= _VALUE_AT_LEAST and all(
            cells(label) < NAMED for label in self.labels
        ):
            room = max(room, NAMED)
        return min(max(room, _CELLS.start), _CELLS.stop)

    @property
    def label_width(self) -> int:
        """All that the columns leave; half of the screen where that is little."""
        width = self.size[0]
        columns = self.cell_width * len(self.labels)
        return max(width - columns, min(_VALUE, width // 2))

    def row(self, index: int) -> Shaded:
        """The line of a fact, of a heading, or of what is folded."""
        row = self.rows[index]
        if not isinstance(row, LedgerRow):
            return self._across(row, chosen=index == self.at[0])
        fact = row.fact
        kind = _IN_SHORT.get(fact.kind) or kind_words(fact.kind)
        start = f"{self._number(fact)} {kind:<{_KIND}} "
        room = max(1, self.label_width - 1 - cells(start))
        words = start + fit_words(row.words, room, plain_value(fact))
        tone = Tone.LABEL if index == self.at[0] else Tone.TEXT
        runs = [Run(fit(words, self.label_width - 1) + " ", tone)]
        signs = _SIGNS_ASCII if self.ascii else _SIGNS
        for column in self.in_sight[1]:
            presence = fact.cells[column].presence
            chosen = (index, column) == self.at
            sign = f"[{signs[presence]}]" if chosen else signs[presence]
            told = _TONES.get(presence, Tone.DIM)
            text = centred(sign, self.cell_width)
            if chosen:
                runs.append(Run(text, Tone.SPOT))
                continue
            before, _, after = text.partition(sign)  # only the sign is underlined
            runs += [Run(before, Tone.BLANK), Run(sign, told), Run(after, Tone.BLANK)]
        return tuple(runs), (None,) * len(runs)

    def _across(self, row: Heading | Folded, *, chosen: bool) -> Shaded:
        """A line that has no cells."""
        if isinstance(row, Heading):
            return (Run(fit(row.words, self.size[0]), Tone.HEAD),), (None,)
        sign = "+" if self.ascii else "▸"
        words = f"  {sign} {row.words}: z shows them"
        return (
            (Run(fit(words, self.size[0]), Tone.LABEL if chosen else Tone.DIM),),
            (None,),
        )

    def _number(self, fact: StoryFact) -> str:
        """How many tell it: "4/5", "4/5*" where some of them carry one text."""
        articles, tellers = str(len(self.labels)), {*fact.tellers}
        mark = COPY if any(len(own & tellers) > 1 for own in self.copies) else " "
        number = f"{len(tellers):>{len(articles)}}/{articles}"
        return f"{number}{mark}" if self.copies else number


def legend(width: int, *, only_ascii: bool) -> str:
    """What the signs mean, in as many words as there is room for."""
    signs = _SIGNS_ASCII if only_ascii else _SIGNS
    ways = (
        "   ".join(f"{signs[presence]} {words}" for presence, words, _ in _MEANINGS),
        "  ".join(f"{signs[presence]} {words}" for presence, _, words in _MEANINGS),
        " ".join(f"{signs[presence]}{words}" for presence, _, words in _MEANINGS),
    )
    return next((words for words in ways if cells(words) <= width), ways[-1])
