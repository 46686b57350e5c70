"""Sources and times: tables with a column an article."""

from __future__ import annotations

from collections.abc import Sequence

from newsdiff.layout.desk.tables import SourceTable, TimeTable
from newsdiff.layout.grid import Grid
from newsdiff.story.desk.sources import SourceRow
from newsdiff.text.visible import visible
from newsdiff.tui.story.desk.quotations import Places
from newsdiff.tui.story.desk.view import Said, Subject, Target, View
from newsdiff.wording.desk import source_words, time_words


class Sources(View):
    """Everybody who is quoted or cited."""

    name = "Sources"

    @property
    def size(self) -> int:
        """How many sources there are."""
        return len(self._subject.desk.sources)

    def legend(self, *, only_ascii: bool) -> str:
        """What the numbers mean."""
        sign = "." if only_ascii else "·"
        return (
            f"2+1: quoted twice, cited once in the article's own words   {sign} never"
        )

    def make(self, size: tuple[int, int], *, only_ascii: bool) -> Grid:
        """A row a source."""
        return SourceTable(
            labels=self._subject.labels,
            at=(0, 0),
            size=size,
            ascii=only_ascii,
            rows=self._subject.desk.sources,
        )

    @property
    def _row(self) -> SourceRow | None:
        rows = self._subject.desk.sources
        return rows[min(self.at, len(rows) - 1)] if rows else None

    def take(self, subject: Subject, moved: Sequence[int]) -> None:
        """Stays with the source that was chosen."""
        before = self._row
        super().take(subject, moved)
        if before and self.at:
            names = [(row.sort, row.name) for row in subject.desk.sources]
            wanted = before.sort, before.name
            self.at = names.index(wanted) if wanted in names else 0

    def words(self) -> Said | None:
        """How often the chosen article cites the chosen source."""
        row, rows = self._row, self._subject.desk.sources
        if row is None:
            return None
        label, column = self._subject.labels[self.column], self.column
        return label, lambda name: visible(source_words(rows, row, column, name))

    def places(self) -> Places | None:
        """Where the chosen source is quoted or cited."""
        row = self._row
        return Places(row, self._subject, self.column) if row else None

    def target(self) -> Target | None:
        """Its first place in the chosen article, else anywhere."""
        row = self._row
        if row is None:
            return None
        own = [one for one in row.citations if one.article == self.column]
        first = (own or row.citations)[0]
        return first.article, first.sentence, None

    def is_differing(self, entry: int) -> bool:
        """Whether one outlet alone has a source."""
        return len(self._subject.desk.sources[entry].outlets) == 1


class Timeline(View):
    """When things were, by all articles."""

    name = "Timeline"

    @property
    def size(self) -> int:
        """How many things there are."""
        return len(self._subject.desk.times)

    def legend(self, *, only_ascii: bool) -> str:
        """What the signs mean."""
        same, none, no = "xo." if only_ascii else "●○·"
        return f"{same} this time   ! another time   {none} no time   {no} not found"

    def make(self, size: tuple[int, int], *, only_ascii: bool) -> Grid:
        """A row a thing."""
        return TimeTable(
            labels=self._subject.labels,
            at=(0, 0),
            size=size,
            ascii=only_ascii,
            rows=self._subject.desk.times,
        )

    def words(self) -> Said | None:
        """What the chosen article has of the chosen thing."""
        times = self._subject.desk.times
        if not times:
            return None
        row, column = times[self.at], self.column
        article = self._subject.articles.get(column)
        label = self._subject.labels[column]
        return label, lambda name: visible(time_words(row, column, name, article))

    def target(self) -> Target | None:
        """The thing in the chosen article, beside another time of it if there is."""
        times = self._subject.desk.times
        if not times:
            return None
        row = times[self.at]
        own = row.of(self.column) or row.times[:1]
        here = own[0]
        others = [when for when in row.times if when.article != here.article]
        others.sort(key=lambda when: (when.differs == here.differs, when.date is None))
        other = others[0].article if others else None
        return here.article, here.sentence, other

    def is_differing(self, entry: int) -> bool:
        """Whether outlets have another time for a thing."""
        return self._subject.desk.times[entry].differs
