"""The rows of the table of a story: facts in groups, what is trivial folded away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from newsdiff.story.ledger import Part, Presence, StoryFact
from newsdiff.wording.about import count
from newsdiff.wording.story import LedgerRow


@dataclass(frozen=True, slots=True)
class Heading:
    """What the rows below it have in common."""

    words: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A line that stands for trivial facts."""

    words: str


StoryRow = Heading | Folded | LedgerRow


def story_rows(
    ledger: Sequence[LedgerRow],
    labels: Sequence[str],
    *,
    sought: str = "",
    trivial: bool = False,
) -> tuple[StoryRow, ...]:
    """The rows as they are shown.

    Args:
        ledger: All facts, in their order.
        labels: What the articles are called, safe to show.
        sought: Words that a fact must have to be shown; nothing is folded then.
        trivial: Whether trivial facts are shown.
    """
    wanted = sought.split()
    found = [row for row in ledger if all(_has(row, word) for word in wanted)]
    return tuple(_grouped(found, labels, folds=not (trivial or wanted)))


def _has(row: LedgerRow, word: str) -> bool:
    """Whether a row has a word; a capital wants a capital, as in all that is found."""
    if word.islower():
        return word in row.haystack.casefold()
    return word in row.haystack


def _grouped(
    found: Sequence[LedgerRow], labels: Sequence[str], *, folds: bool
) -> Iterator[StoryRow]:
    for _, part in groupby(found, lambda row: row.part):
        rows = [*part]
        shown = [row for row in rows if not (folds and row.fact.is_trivial)]
        for words, group in groupby(shown, lambda row: _heading(row, labels)):
            own = [*group]
            yield Heading(f"{words} · {len(own):,}")
            yield from own
        if left := len(rows) - len(shown):
            what = "countries, weekdays, names in another form"
            yield Folded(f"{count(left, 'trivial fact')} ({what})")


def _heading(row: LedgerRow, labels: Sequence[str]) -> str:
    fact = row.fact
    if row.part is Part.DISPUTED:
        return "Told otherwise"
    if fact.only is not None:
        return f"Only {labels[fact.only]} ({fact.only + 1})"
    return _told_by(fact, len(labels))


def _told_by(fact: StoryFact, number: int) -> str:
    told = len(fact.tellers)
    if told == number:
        return f"Told by all {number}"
    if told > 1:
        return f"Told by {told} of {number}"
    is_open = any(cell.presence is Presence.OPEN for cell in fact.cells)
    return "Told by one so far" if is_open else "Told by one, in part by others"
