"""What is known of a fact of a story in each of its articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsdiff.comparing.ranking import Importance
from newsdiff.model import Article, Kind, Span
from newsdiff.story.shares import Summary
from newsdiff.story.telling import Telling

Articles = Sequence[Article | None]
"""Those of a story; None for one whose text cannot be had any more."""
Summaries = Mapping[tuple[int, int], Summary]
"""Two articles by their places, the lower one as A → what is known of the pair."""


class Presence(StrEnum):
    """What is known of one fact in one article."""

    TOLD = "told"
    PART = "part"
    """Some of it is told."""
    DIFFERENT = "different"
    """Told, with another value, in other quoted words, more or less surely."""
    SPEAKER = "speaker"
    """Told, as the words of another speaker."""
    AGENCY = "agency"
    """Told, as carried by another agency or outlet."""
    NOT_FOUND = "not found"
    """No sentence was found to tell it: probable."""
    NOWHERE = "nowhere"
    """Its words are not there: certain."""
    OPEN = "open"
    """Not compared yet."""


DISPUTES: Final = (Presence.DIFFERENT, Presence.SPEAKER, Presence.AGENCY)
"""What is told otherwise than by others."""
_TOLD: Final = (Presence.TOLD, *DISPUTES)


@dataclass(frozen=True, slots=True)
class Cell:
    """One fact in one article."""

    presence: Presence
    value: str | None = None
    """Its longest wording there; None where it is not told, or in other words."""
    span: Span | None = None
    """Where it is told first."""


@dataclass(frozen=True, slots=True)
class StoryFact:
    """One fact in all articles."""

    kind: Kind
    cells: tuple[Cell, ...]
    """One for each article."""
    face: int = -1
    """The article in whose words it is shown; if none is named, the first teller."""
    weight: Importance | None = None
    """How much it tells: the least tells most."""
    is_trivial: bool = False
    note: str = ""
    """What is told otherwise, in a sentence; empty where nothing is."""
    alike: tuple[frozenset[int], ...] = ()
    """Of what is told otherwise, the articles that tell it alike."""

    @property
    def tellers(self) -> list[int]:
        """The articles that tell it, whatever value they tell."""
        return [i for i, cell in enumerate(self.cells) if cell.presence in _TOLD]

    @property
    def partly(self) -> list[int]:
        """The articles that tell some of it."""
        return [
            i for i, cell in enumerate(self.cells) if cell.presence is Presence.PART
        ]

    @property
    def shown(self) -> Cell:
        """The cell with the wording that stands for it."""
        return self.cells[self.face if self.face >= 0 else self.tellers[0]]

    @property
    def value(self) -> str:
        """The wording that stands for it."""
        return self.shown.value or ""

    @property
    def is_disputed(self) -> bool:
        """Whether articles tell it otherwise; that of a claim has a row of its own."""
        return self.is_dispute_row and any(
            cell.presence in DISPUTES for cell in self.cells
        )

    @property
    def is_dispute_row(self) -> bool:
        """Whether it is of a value, not a sentence of which a part is disputed."""
        return self.kind is not Kind.CLAIM or bool(self.note)

    @property
    def only(self) -> int | None:
        """The article that alone tells it; None where several do, or may."""
        own = self.tellers
        if len(own) != 1 or len(self.cells) < 2:
            return None
        lacking = (Presence.NOT_FOUND, Presence.NOWHERE)
        others = (cell.presence for i, cell in enumerate(self.cells) if i != own[0])
        return own[0] if all(presence in lacking for presence in others) else None


def telling_in(
    summaries: Summaries, teller: int, sentence: int, other: int
) -> Telling | None:
    """What `other` tells of a sentence of `teller`; None where it was not compared."""
    summary = summaries.get((min(teller, other), max(teller, other)))
    if summary is None:
        return None
    tellings = summary.tellings.a if teller < other else summary.tellings.b
    return tellings[sentence] if sentence < len(tellings) else None


def cell_of_sentence(
    presence: Presence, article: Article | None, sentence: int | None
) -> Cell:
    """A cell that leads to a sentence."""
    if article is None or sentence is None or sentence >= len(article.sentences):
        return Cell(presence)
    span = article.sentences[sentence].span
    return Cell(presence, article.words_of(sentence), span)
