"""What is said of a story, each thing with its places in the texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from newsdiff.model import MEASURED, Absence, Article, Kind, Pair, Span, Thresholds


class Section(StrEnum):
    """The parts of a story as it is told."""

    ALL = "all"
    """What every article tells."""
    DISPUTED = "disputed"
    """What several tell, but not alike."""
    SOME = "some"
    """What more than one tells, but not all."""
    ALONE = "alone"
    """What a single article tells."""


class Form(StrEnum):
    """What a statement says."""

    RETOLD = "retold"
    """Several articles tell this: probable."""
    NAMES = "names"
    """Several articles have these names: certain of the first of each, as found."""
    DIFFERS = "differs"
    """Articles tell this with different words or values."""
    UNTOLD = "untold"
    """No other article was found to tell this: probable."""
    NOWHERE = "nowhere"
    """These words stand in no other article: certain."""


@dataclass(frozen=True, slots=True)
class Version:
    """How one article has it."""

    article: int
    sentence: int
    quoted: Span
    """The words that are quoted."""
    spot: Span | None = None
    """The value in them that it is about."""
    source: Span | None = None
    """The words by which the article names who says it; None where it does not, or
    where they are quoted with it."""


@dataclass(frozen=True, slots=True)
class Lack:
    """An article that does not tell it, and how surely."""

    article: int
    absence: Absence


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing that is said of a story."""

    section: Section
    form: Form
    kind: Kind
    versions: tuple[tuple[Version, ...], ...]
    """Versions that agree stand together. Of names and words, each is a thing of its
    own with all that have it."""
    lacks: tuple[Lack, ...] = ()
    """Those of which it is known that they do not tell it."""
    sees: tuple[int, ...] = ()
    """Numbers of the statements that say in what the articles differ here."""
    differs: bool = False
    """Whether they do, said elsewhere or not."""
    note: str | None = None
    """What is different, where that is known: "The opposite."."""

    @property
    def places(self) -> Iterator[Version]:
        """All its versions."""
        for group in self.versions:
            yield from group

    @property
    def first(self) -> Version:
        """The version that it is quoted from."""
        return self.versions[0][0]


@dataclass(frozen=True, slots=True)
class Account:
    """A whole story."""

    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    """In the order in which they are told; the first has the number 1."""
    left_out: tuple[tuple[Section, int], ...] = ()
    """How many more there are of a section."""
    not_compared: tuple[Pair[int], ...] = ()
    """Articles that could not be compared with each other: of what one of them tells,
    nothing is said of the other."""
    thresholds: Thresholds = MEASURED
    """From where on links were made."""

    def compared_with(self, article: int) -> list[int]:
        """The other articles that one was compared with."""
        without = {n for pair in self.not_compared if article in pair for n in pair}
        every = range(len(self.articles))
        return [n for n in every if n != article and n not in without]

    def of(self, section: Section) -> list[tuple[int, Statement]]:
        """The statements of a section with their numbers."""
        every = enumerate(self.statements, 1)
        return [(n, one) for n, one in every if one.section is section]
