"""What a person corrects while newsdiff runs: said, kept, taken back, said again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from newsdiff.corrections.boilerplate import with_lines_compared
from newsdiff.corrections.rows import SaidRow, from_row, text_hash, to_row
from newsdiff.corrections.saying import Saying, What, in_force
from newsdiff.errors import CorrectionsError
from newsdiff.log import note
from newsdiff.model import Article, Comparison, Pair

if TYPE_CHECKING:
    from newsdiff.corrections.store import Store


@dataclass(frozen=True, slots=True)
class Act:
    """What one key did: some sayings that are undone together."""

    texts: Pair[str]
    """Of which texts, the sides as they were then."""
    sayings: tuple[Saying, ...]
    numbers: tuple[int, ...]

    def sayings_of(self, texts: Pair[str]) -> tuple[Saying, ...]:
        """What was said, the sides as they are now."""
        if texts == self.texts:
            return self.sayings
        return tuple(one.swapped for one in self.sayings)


@dataclass(slots=True)
class _History:
    """What was done to a pair since newsdiff was started."""

    done: list[Act] = field(default_factory=list)
    undone: list[Act] = field(default_factory=list)


class Corrections:
    """Everything that was said of any texts; safe to be used from several threads.

    The file is opened when it is first needed, and made when something is first said.
    Where it is of no use, what is said is kept until the end.

    Args:
        path: The file; None to keep nothing beyond the end.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._store: Store | None = None
        self._lock = RLock()
        self._history: dict[frozenset[str], _History] = {}
        self._compared: dict[str, list[Saying]] | None = None
        """By text, the lines of boilerplate that are in question."""
        self._problem = ""

    @property
    def is_kept(self) -> bool:
        """Whether what is said is there the next time."""
        return self.path is not None

    def take_problem(self) -> str:
        """What is wrong with the file, in a sentence; that once, and then nothing."""
        problem, self._problem = self._problem, ""
        return problem

    # What was said

    def sayings(self, articles: Pair[Article]) -> tuple[Saying, ...]:
        """All that is in force of what was said of two articles."""
        texts = articles.map(text_hash)
        low, high = sorted(texts)
        rows = self._said([(low, high), (low, ""), (high, "")])
        return in_force(
            saying
            for row in rows
            for saying in _placed(row, texts)
            if saying.what is not What.COMPARED
        )

    def corrected(self, comparison: Comparison) -> Comparison:
        """A comparison as a person has it."""
        sayings = self.sayings(comparison.articles)
        if not sayings:
            return comparison.found or comparison
        from newsdiff.corrections.applying import corrected

        return corrected(comparison, sayings)

    def as_wanted(self, article: Article) -> Article:
        """An article with the lines of boilerplate that a person wants compared."""
        with self._lock:
            if self._compared is None:
                self._compared = {}
                for row in self._all_compared():
                    if saying := from_row(row, Pair(row.text_a, "")):
                        self._compared.setdefault(row.text_a, []).append(saying)
            if not self._compared:
                return with_lines_compared(article, ())
            said = self._compared.get(text_hash(article), ())
        return with_lines_compared(article, in_force(said))

    # Saying more

    def say(self, articles: Pair[Article], sayings: Sequence[Saying]) -> None:
        """Keeps what one key said; once this returns, it is on the disk.

        Raises:
            CorrectionsError: It cannot be kept: then it was not said.
        """
        texts = articles.map(text_hash)
        with self._lock:
            numbers = self._opened().add(to_row(one, texts) for one in sayings)
            history = self._history_of(texts)
            history.done.append(Act(texts, tuple(sayings), tuple(numbers)))
            history.undone.clear()
            self._compared = None

    def undo(self, articles: Pair[Article]) -> tuple[Saying, ...]:
        """Takes back what the last key said of two articles, since the start.

        Returns:
            What was taken back; nothing where there is nothing left.

        Raises:
            CorrectionsError: That cannot be kept: then nothing was taken back.
        """
        return self._turn(articles, undone=True)

    def redo(self, articles: Pair[Article]) -> tuple[Saying, ...]:
        """Says again what was taken back last, as `undo` does.

        Raises:
            CorrectionsError: That cannot be kept.
        """
        return self._turn(articles, undone=False)

    def _turn(self, articles: Pair[Article], *, undone: bool) -> tuple[Saying, ...]:
        with self._lock:
            texts = articles.map(text_hash)
            history = self._history_of(texts)
            source, target = history.done, history.undone
            if not undone:
                source, target = target, source
            if not source:
                return ()
            self._opened().undo(source[-1].numbers, undone=undone)
            target.append(source.pop())
            self._compared = None
            return target[-1].sayings_of(texts)

    def _history_of(self, texts: Pair[str]) -> _History:
        return self._history.setdefault(frozenset(texts), _History())

    def close(self) -> None:
        """Ends; what was confirmed is in the file."""
        with self._lock:
            if self._store is not None:
                self._store.close()
                self._store = None

    # The file

    def _said(self, texts: Sequence[tuple[str, str]]) -> list[SaidRow]:
        with self._lock:
            store = self._opened() if self._has_any() else None
            try:
                return store.said(texts) if store else []
            except CorrectionsError as error:
                self._do_without(error)
                return []

    def _all_compared(self) -> list[SaidRow]:
        store = self._opened() if self._has_any() else None
        try:
            return store.said_of_all(What.COMPARED.value) if store else []
        except CorrectionsError as error:
            self._do_without(error)
            return []

    def _has_any(self) -> bool:
        """Whether there is anything to read: no file is made to find nothing."""
        if self._store is not None:
            return True
        # Unlike Path.exists it says no where one may not look.
        return self.path is not None and os.path.exists(self.path)  # noqa: PTH110

    def _opened(self) -> Store:
        """The open file, or what stands in for it."""
        from newsdiff.corrections.store import Store

        if self._store is None:
            try:
                self._store = Store(self.path)
            except CorrectionsError as error:
                self._do_without(error)
        if self._store is None:
            self._store = Store(None)
        return self._store

    def _do_without(self, error: CorrectionsError) -> None:
        """Goes on in memory, with what can still be read; says why, once."""
        from newsdiff.corrections.store import Store, read_only

        note("%s", error)
        self._problem = str(error)
        if self._store is not None:
            self._store.close()
        self._store = Store(None)
        if self.path is not None:
            self._store.add(read_only(self.path))
        self.path = None


def _placed(row: SaidRow, texts: Pair[str]) -> list[Saying]:
    """A row as a saying about two texts; two, where both are the same one text."""
    if row.text_b:
        found = [from_row(row, texts)]
    else:
        saying = from_row(row, Pair(row.text_a, ""))
        found = []
        if saying is not None:
            found += [saying] if texts.a == row.text_a else []
            found += [saying.swapped] if texts.b == row.text_a else []
    return [one for one in found if one is not None]
