"""Every day and hour that is told of a thing, in order of time."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Final

from newsdiff.model import SIDES
from newsdiff.story.desk.joining import Joined
from newsdiff.story.desk.quotations import Tied, told_of
from newsdiff.story.desk.told import Dated

_SEASONS: Final = {21: 3, 22: 6, 23: 9, 24: 12}
"""Seasons as ISO 8601-2 numbers them → the month in which they begin."""
_WEEK: Final = re.compile(r"(\d{4})-W(\d{2})")
_DAY: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_DECADE: Final = re.compile(r"(\d{3})X")
_CLOCK: Final = re.compile(r"T(\d{2}):(\d{2})")
_Node = tuple[int, int]
"""An article and the number of one of its times."""


class Placed(StrEnum):
    """How much is known of when a thing was."""

    DAY = "day"
    """A day, or a month or year."""
    HOUR = "hour"
    """An hour of a day that the sentence does not name."""
    OPEN = "open"
    """No article that tells it says which day it means."""


@dataclass(frozen=True, slots=True)
class When:
    """A thing's time as one article has it."""

    article: int
    sentence: int
    date: Dated | None
    """None where the article tells the thing and no time."""
    differs: bool = False
    """Whether most articles that tell it have another time."""


@dataclass(frozen=True)
class TimeRow:
    """One thing with a time, in all articles."""

    times: tuple[When, ...]
    """By article, the same in one article once."""
    placed: Placed
    resolved: str | None
    """The time it is placed by, in ISO 8601."""
    what: str
    """The shortest clause that tells it."""

    @cached_property
    def outlets(self) -> tuple[int, ...]:
        """The articles that tell it, with a time or without."""
        return tuple(sorted({when.article for when in self.times}))

    @property
    def differs(self) -> bool:
        """Whether outlets have another time for it."""
        return any(when.differs for when in self.times)

    @cached_property
    def usual(self) -> Dated:
        """The time it is placed by, in the words of the first that has it."""
        dated = [w for w in self.times if w.date and not w.differs]
        dates = [w.date for w in dated if w.date]
        return next((d for d in dates if d.resolved == self.resolved), dates[0])

    def of(self, article: int) -> tuple[When, ...]:
        """What one article has of it."""
        return tuple(when for when in self.times if when.article == article)


def list_times(tied: Tied) -> list[TimeRow]:
    """The things with a time, in order of time; those without a day at the end."""
    told = told_of(tied)
    dates = {(a, n): d for a, own in told.items() for n, d in enumerate(own.dates)}
    things, values = Joined(dates), Joined(dates)
    undated: defaultdict[_Node, set[_Node]] = defaultdict(set)
    for pair, ties in sorted(tied.items()):
        for time in ties.times:
            a, b = (pair[0], time.dates.a), (pair[1], time.dates.b)
            things.join(a, b)
            if not time.differing:
                values.join(a, b)
        for side in SIDES:
            here, there = pair if side is SIDES[0] else pair[::-1]
            for one in ties.undated:
                if one.side is side:
                    undated[here, one.date].add((there, one.sentence))
    rows = []
    for group in things.groups():
        beside = {place for node in group for place in undated.get(node, ())}
        rows.append(_row(group, dates, values, sorted(beside)))
    return sorted(rows, key=_rank)


def _row(
    group: Sequence[_Node],
    dates: dict[_Node, Dated],
    values: Joined[_Node],
    undated: Sequence[_Node],
) -> TimeRow:
    having: defaultdict[_Node, set[int]] = defaultdict(set)
    for node in group:
        having[values.root(node)].add(node[0])
    usual = max(having, key=lambda root: (len(having[root]), -min(having[root])))
    times = [
        When(node[0], dates[node].sentence, dates[node], values.root(node) != usual)
        for node in group
    ]
    dated = {node[0] for node in group}
    times += [When(a, sentence, None) for a, sentence in undated if a not in dated]
    agreed = [dates[node] for node in group if values.root(node) == usual]
    resolved = next((one.resolved for one in agreed if one.resolved), None)
    if resolved is None:
        placed = Placed.OPEN
    else:
        placed = Placed.HOUR if resolved.startswith("T") else Placed.DAY
    what = min((one.what for one in agreed), key=_telling)
    return TimeRow(tuple(_once(times)), placed, resolved, what)


def _telling(what: str) -> tuple[bool, int, str]:
    """Of several words for one thing the shortest, of those with a subject."""
    return not what[:1].isupper(), len(what), what


def _once(times: Sequence[When]) -> Iterator[When]:
    """What an article repeats once; in the order of the articles."""
    seen = set()
    for when in sorted(times, key=lambda w: (w.article, w.sentence, w.differs)):
        key = when.article, when.date and (when.date.resolved or when.date.words)
        if key not in seen:
            seen.add(key)
            yield when


def _rank(row: TimeRow) -> tuple[object, ...]:
    at = when_of(row.resolved) if row.resolved else (0, 0, 0, 0)
    first = row.times[0]
    return list(Placed).index(row.placed), at, first.article, first.sentence, row.what


def when_of(resolved: str) -> tuple[int, int, int, int]:
    """Something by which ISO values can be ordered; what is less exact comes first.

    The beginning of a run of days counts.
    """
    value = resolved.partition("/")[0]
    if clock := _CLOCK.fullmatch(value):
        return 0, 0, 0, int(clock[1]) * 60 + int(clock[2])
    if week := _WEEK.fullmatch(value):
        day = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return day.year, day.month, day.day, -1
    if decade := _DECADE.fullmatch(value):
        return int(decade[1]) * 10, 0, 0, 0
    found = _DAY.match(value)
    if found is None:
        return 0, 0, 0, 0
    year, month, day_of = (int(part or 0) for part in found.groups())
    clock = _CLOCK.search(value)
    minutes = int(clock[1]) * 60 + int(clock[2]) if clock else 0
    return year, _SEASONS.get(month, month), day_of, minutes
