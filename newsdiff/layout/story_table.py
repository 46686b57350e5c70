"""Facts against articles: who tells what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.layout.grid import Grid, Shaded
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.model import Kind
from newsdiff.story.ledger import Presence, StoryFact
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible

_SIGNS: Final = {
    Presence.TOLD: "●",
    Presence.DIFFERENT: "!",
    Presence.NOT_FOUND: "?",
    Presence.NOWHERE: "·",
    Presence.OPEN: "…",
}
_SIGNS_ASCII: Final = _SIGNS | {
    Presence.TOLD: "x",
    Presence.NOWHERE: ".",
    Presence.OPEN: "_",
}
_MEANINGS: Final = {
    Presence.TOLD: "told",
    Presence.DIFFERENT: "other value",
    Presence.NOT_FOUND: "not found",
    Presence.NOWHERE: "words not there",
}
_TOLD: Final = (Presence.TOLD, Presence.DIFFERENT)
_KINDS: Final = {Kind.ORGANIZATION: "org."}
_KIND: Final = 7
"""Cells of the name of a kind."""
_CELLS: Final = range(5, 17)
"""Cells that a column may take."""
_NAMED: Final = 9
"""Cells of a column from which the name of its article has room over it."""
_VALUE: Final = 44
"""Cells of the column of facts that columns of articles leave free if they can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryTable(Grid):
    """A row a fact: how many tell it, its kind, its words, a sign for each article."""

    facts: Sequence[StoryFact]

    @property
    def height(self) -> int:
        """A row a fact."""
        return len(self.facts)

    @property
    def cell_width(self) -> int:
        """As wide as leaves room for the facts."""
        room = (self.size[0] - _VALUE) // max(1, len(self.labels))
        return min(max(room, _CELLS.start), _CELLS.stop)

    @property
    def label_width(self) -> int:
        """All that the columns leave; half of the screen where that is little."""
        width = self.size[0]
        columns = self.cell_width * len(self.labels)
        return max(width - columns, min(_VALUE, width // 2))

    @property
    def heading(self) -> Line:
        """The articles: their names where there is room, else their numbers."""
        width = self.cell_width
        runs = [self.corner]
        for column in self.in_sight[1]:
            tone = Tone.LABEL if column == self.at[1] else Tone.NUMBER
            name = self.labels[column] if width >= _NAMED else f"{column + 1}"
            runs.append(Run(_centred(fit(name, width - 1).strip(), width), tone))
        return tuple(runs)

    def row(self, index: int) -> Shaded:
        """The line of a fact."""
        fact = self.facts[index]
        articles = str(len(self.labels))
        number = f"{len(fact.tellers):>{len(articles)}}/{articles}"
        kind = _KINDS.get(fact.kind, fact.kind.value)
        words = f"{number} {kind:<{_KIND}} {visible(fact.value)}"
        tone = Tone.LABEL if index == self.at[0] else Tone.TEXT
        runs = [Run(fit(words, self.label_width - 1) + " ", tone)]
        signs = _SIGNS_ASCII if self.ascii else _SIGNS
        for column in self.in_sight[1]:
            presence = fact.cells[column].presence
            chosen = (index, column) == self.at
            sign = f"[{signs[presence]}]" if chosen else signs[presence]
            told = Tone.FACT if presence in _TOLD else Tone.DIM
            text = _centred(sign, self.cell_width)
            runs.append(Run(text, Tone.SPOT if chosen else told))
        return tuple(runs), (None,) * len(runs)


def legend(*, only_ascii: bool) -> str:
    """What the signs mean."""
    signs = _SIGNS_ASCII if only_ascii else _SIGNS
    return "   ".join(
        f"{signs[presence]} {words}" for presence, words in _MEANINGS.items()
    )


def _centred(text: str, width: int) -> str:
    before = max(0, width - cells(text)) // 2
    return fit(" " * before + text, width)
