"""What all views of the quote desk have in common: what is chosen, how it moves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from newsdiff.layout.desk.listed import Listed, ListTable
from newsdiff.layout.grid import Grid
from newsdiff.model import Article
from newsdiff.story.desk.desk import Desk

Said = tuple[str, Callable[[str], str]]
"""The name of an article, and what is said of it by any shorter name."""
Target = tuple[int, int, int | None]
"""An article, a sentence of it, and another article that has the same."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the views are of."""

    desk: Desk
    labels: Sequence[str]
    """What the articles are called, safe to show."""
    articles: Mapping[int, Article]
    """Those that are there, by their columns."""


class View(ABC):
    """One view.

    Args:
        column: The article that is chosen at first.
    """

    name: ClassVar[str]

    def __init__(self, column: int) -> None:
        self.column = column
        self.at = 0
        """Which of the entries is chosen."""
        self._subject = Subject(Desk((), (), ()), (), {})
        self._firsts: Sequence[int] = ()
        """The line of each entry, as last shown."""

    def take(self, subject: Subject, moved: Sequence[int]) -> None:
        """Shows something else from now on; stays with what was chosen.

        Args:
            subject: What.
            moved: For each column the one that it is now.
        """
        self._subject = subject
        if moved:
            self.column = moved[min(self.column, len(moved) - 1)]

    @property
    @abstractmethod
    def size(self) -> int:
        """How many entries there are."""

    @abstractmethod
    def legend(self, *, only_ascii: bool) -> str:
        """What stands under the name."""

    @abstractmethod
    def make(self, size: tuple[int, int], *, only_ascii: bool) -> Grid:
        """The table, with nothing chosen yet."""

    def table(
        self, first: tuple[int, int], size: tuple[int, int], *, only_ascii: bool
    ) -> Grid:
        """The table as it is shown.

        Args:
            first: The line and column that stand in its upper left corner.
            size: Columns and lines there are.
            only_ascii: Whether nothing but ASCII signs is drawn.
        """
        grid = self.make(size, only_ascii=only_ascii)
        self._firsts = getattr(grid, "firsts", ())
        self.at = min(self.at, max(0, self.size - 1))
        line = self._firsts[self.at] if self._firsts else 0
        return replace(grid, at=(line, self._grid_column), first=first)

    @property
    def _grid_column(self) -> int:
        return self.column

    @abstractmethod
    def words(self) -> Said | None:
        """What is said of the chosen place; None where there is none."""

    @abstractmethod
    def target(self) -> Target | None:
        """Where Enter goes."""

    def is_differing(self, entry: int) -> bool:  # noqa: ARG002 - for others
        """Whether outlets tell an entry otherwise."""
        return False

    def move(self, down: int, right: int) -> None:
        """To a neighbour; at the edge nowhere."""
        self.at = min(max(self.at + down, 0), max(0, self.size - 1))
        columns = len(self._subject.labels)
        self.column = min(max(self.column + right, 0), max(0, columns - 1))

    def page(self, lines: int) -> None:
        """As many lines down, or up for a negative number."""
        if not self._firsts:
            return
        wanted = self._firsts[self.at] + lines
        if lines > 0:
            below = [n for n, line in enumerate(self._firsts) if line <= wanted]
            self.at = max(self.at + (self.at < self.size - 1), below[-1])
        else:
            above = [n for n, line in enumerate(self._firsts) if line >= wanted]
            self.at = min(max(0, self.at - 1), above[0])

    def end(self, end: int) -> None:
        """The first (0) or the last (-1) entry."""
        self.at = 0 if end == 0 else max(0, self.size - 1)

    def go_to_differing(self, step: int) -> bool:
        """To the next (1) or previous (-1) that outlets tell otherwise, around."""
        entries = [n for n in range(self.size) if self.is_differing(n)]
        if not entries:
            return False
        ahead = [n for n in entries if (n - self.at) * step > 0] or entries
        self.at = min(ahead) if step > 0 else max(ahead)
        return True

    def choose(self, line: int, column: int) -> bool:
        """Chooses what stands in a line; says whether it was chosen already."""
        above = [n for n, first in enumerate(self._firsts) if first <= line]
        chosen = above[-1] if above else 0
        same = chosen == self.at and column == self._grid_column
        self.at = chosen
        self._take_column(column)
        return same

    def _take_column(self, column: int) -> None:
        self.column = column


class ListView(View):
    """Entries of several lines in one column."""

    def __init__(self, column: int) -> None:
        super().__init__(column)
        self._lines: tuple[object, list[Listed]] = (None, [])
        """What the lines were made for, and the lines."""

    @property
    def _grid_column(self) -> int:
        return 0

    def _take_column(self, column: int) -> None:
        """There is one column: that of the chosen wording is its article's."""

    @abstractmethod
    def _made(self, width: int) -> list[Listed]:
        """The lines for a width."""

    @property
    @abstractmethod
    def _title(self) -> str:
        """What stands over the lines."""

    def make(self, size: tuple[int, int], *, only_ascii: bool) -> Grid:
        """The lines, made once for a width."""
        known = id(self._subject), size[0]
        if self._lines[0] != known:
            self._lines = known, self._made(size[0])
        return ListTable(
            labels=("",),
            at=(0, 0),
            size=size,
            ascii=only_ascii,
            lines=self._lines[1],
            title=self._title,
        )
