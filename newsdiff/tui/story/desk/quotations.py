"""Quotations, and the places of one source: lists with the articles' own words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from newsdiff.layout.desk.listed import Listed
from newsdiff.layout.desk.quotations import place_lines, quote_lines
from newsdiff.story.desk.quotations import QuoteRow, Wording
from newsdiff.story.desk.sources import SourceRow
from newsdiff.text.visible import visible
from newsdiff.tui.story.desk.view import ListView, Said, Subject, Target
from newsdiff.wording.about import count
from newsdiff.wording.desk import wording_words


class Quotations(ListView):
    """Every quotation, and each outlet's wording."""

    name = "Quotations"

    def __init__(self, column: int) -> None:
        super().__init__(column)
        self._starts: list[int] = []
        """Number of the first wording of each quotation."""

    def take(self, subject: Subject, moved: Sequence[int]) -> None:
        """Stays with the wording that was chosen, by its place in the text."""
        before = self._chosen()
        self._subject = subject
        sizes = [len(row.wordings) for row in subject.desk.quotations]
        self._starts = [0, *accumulate(sizes)]
        if before is None or self.at == 0:
            return
        wanted = moved[before.article], before.sentence, before.places
        every = [w for row in subject.desk.quotations for w in row.wordings]
        places = [(w.article, w.sentence, w.places) for w in every]
        self.at = places.index(wanted) if wanted in places else 0

    def _row_of(self, entry: int) -> tuple[QuoteRow, int] | None:
        rows = self._subject.desk.quotations
        found = [n for n, start in enumerate(self._starts) if start <= entry]
        if not rows or not found or found[-1] >= len(rows):
            return None
        return rows[found[-1]], entry - self._starts[found[-1]]

    def _chosen(self) -> Wording | None:
        found = self._row_of(self.at)
        return found[0].wordings[found[1]] if found else None

    @property
    def size(self) -> int:
        """How many wordings there are."""
        return self._starts[-1] if self._starts else 0

    @property
    def _title(self) -> str:
        rows = self._subject.desk.quotations
        several = sum(len(row.outlets) > 1 for row in rows)
        differing = sum(row.drifts for row in rows)
        return (
            f"{count(len(rows), 'quotation')}, {several} in several articles, "
            f"{differing} in other words"
        )

    def legend(self, *, only_ascii: bool) -> str:  # noqa: ARG002 - for others
        """What the marks mean."""
        marks = "? speaker guessed · ! another speaker"
        return f"Underlined: worded otherwise elsewhere · {marks}"

    def _made(self, width: int) -> list[Listed]:
        subject = self._subject
        rows = subject.desk.quotations
        return quote_lines(rows, subject.articles, subject.labels, width)

    def words(self) -> Said | None:
        """Who has it, whose words they are."""
        found = self._row_of(self.at)
        if found is None:
            return None
        row, wording = found[0], found[0].wordings[found[1]]
        label = self._subject.labels[wording.article]
        return label, lambda name: visible(wording_words(row, wording, name))

    def target(self) -> Target | None:
        """The wording, with the first other outlet that has the quotation."""
        found = self._row_of(self.at)
        if found is None:
            return None
        row, wording = found[0], found[0].wordings[found[1]]
        others = [a for a in (*row.quoting, *row.outlets) if a != wording.article]
        return wording.article, wording.sentence, others[0] if others else None

    def is_differing(self, entry: int) -> bool:
        """Whether it is the first wording of a quotation with other words."""
        found = self._row_of(entry)
        return bool(found and found[1] == 0 and (found[0].drifts or found[0].disputed))


class Places(ListView):
    """Where one source is quoted or cited.

    Args:
        row: The source.
        subject: What it is of.
        column: The article whose places are chosen at first.
    """

    name = "Sources"

    def __init__(self, row: SourceRow, subject: Subject, column: int) -> None:
        super().__init__(column)
        self._source = row
        self._subject = subject
        own = (n for n, c in enumerate(row.citations) if c.article == column)
        self.at = next(own, 0)

    @property
    def size(self) -> int:
        """How many places there are."""
        return len(self._source.citations)

    @property
    def _title(self) -> str:
        return f"{visible(self._source.name)}: {count(self.size, 'place')}"

    def legend(self, *, only_ascii: bool) -> str:  # noqa: ARG002 - for others
        """How to go on."""
        return (
            "Where this source is quoted or cited · Enter reads it there, Esc goes back"
        )

    def _made(self, width: int) -> list[Listed]:
        subject, places = self._subject, self._source.citations
        return place_lines(places, subject.articles, subject.labels, width)

    def words(self) -> Said | None:
        """Which place it is."""
        one = self._source.citations[self.at]
        verb = "quotes" if one.quoted else "cites"
        name = visible(self._source.name)
        seems = ", as it seems" if one.guessed else ""
        label = self._subject.labels[one.article]
        number = one.sentence + 1
        return label, lambda to: f"{to}, sentence {number}, {verb} {name}{seems}"

    def target(self) -> Target | None:
        """The place."""
        one = self._source.citations[self.at]
        return one.article, one.sentence, None
