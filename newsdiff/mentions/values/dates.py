"""Dates as a text gives them, read against the day the article appeared.

The patterns lie in english/data/dates.toml; date_values.py says what they mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from newsdiff.english.tables import table
from newsdiff.mentions.values import clock_values, period_values
from newsdiff.mentions.values.date_values import (
    CALENDAR_READERS,
    Context,
    Groups,
    Lean,
    ReadDate,
)
from newsdiff.model import Article, Kind, Mention, Span

_BEFORE: Final = 90
"""Characters before a date that are searched for the tense."""
_AFTER: Final = 50
_NEAR: Final = 3
"""Words right before a date whose tense decides alone: "said on Tuesday"."""


READERS: Final[dict[str, Callable[[Groups, Context], ReadDate | None]]] = {
    **CALENDAR_READERS,
    "clock": clock_values.read_clock,
    "clock_range": clock_values.read_clock_range,
    "noon": clock_values.read_noon,
    "spoken": clock_values.read_spoken,
    "quarter": period_values.read_quarter,
    "half_year": period_values.read_half_year,
    "months_ended": period_values.read_months_ended,
    "financial_year": period_values.read_financial_year,
    "year": period_values.read_year,
    "decade": period_values.read_decade,
    "century": period_values.read_century,
}
"""The readers that rules of dates.toml name."""


_ALSO: Final = {"word": "clock", "quarter": "clock"}
"""What a trigger may be a part of: "six this morning", "a quarter to nine"."""


class _Rule(NamedTuple):
    name: str
    needs: str
    pattern: re.Pattern[str]
    read: str


class _Patterns(NamedTuple):
    triggers: re.Pattern[str]
    rules: tuple[_Rule, ...]
    future: re.Pattern[str]
    past: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = table("dates")
    parts: Mapping[str, str] = data["parts"]
    groups = "|".join(f"(?P<{n}>{p})" for n, p in data["triggers"].items())
    tense = data["tense"]
    return _Patterns(
        triggers=re.compile(rf"(?<![A-Za-z])(?:{groups})"),
        rules=tuple(
            _Rule(r["name"], r["needs"], _compiled(r["pattern"], parts), r["read"])
            for r in data["rules"]
        ),
        future=re.compile(rf"\b(?:{tense['future']})\b"),
        past=re.compile(rf"\b(?:{tense['past']})\b"),
    )


def _compiled(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return re.compile(pattern)


def day_of(article: Article) -> date | None:
    """The day an article appeared; None where its text does not say."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:  # no date, or one of a form that is not ISO
        return None


class DateFinder:
    """Finds the dates of one article.

    Args:
        article: The article; its `published` is the day dates are read against.
    """

    def __init__(self, article: Article) -> None:
        self._article = article
        self._day = day_of(article)
        self._needs: dict[int, set[str]] = defaultdict(set)
        for match in _patterns().triggers.finditer(article.text):
            sentence = article.sentence_at(match.start())
            if sentence is not None and match.lastgroup:
                found = match.lastgroup
                self._needs[sentence] |= {found, _ALSO.get(found, found)}

    def dates(self, sentence: int) -> Iterator[Mention]:
        """The dates of one sentence; earlier rules first, never overlapping."""
        needs = self._needs.get(sentence)
        if not needs:
            return
        span = self._article.sentences[sentence].span
        taken: list[Span] = []
        for rule in _patterns().rules:
            if rule.needs not in needs:
                continue
            for match in rule.pattern.finditer(
                self._article.text, span.start, span.end
            ):
                found = self._mention(rule, match, sentence)
                if found and not any(_overlap(found.span, t) for t in taken):
                    taken.append(found.span)
                    yield found

    def _mention(
        self, rule: _Rule, match: re.Match[str], sentence: int
    ) -> Mention | None:
        groups = match.groupdict()
        place = Span(*match.span("name" if groups.get("name") else 0))
        words = " ".join(self._article.text[slice(*place)].lower().split())
        context = Context(self._day, self._lean(place, sentence), words)
        reading = READERS[rule.read](groups, context)
        if reading is None:
            return None
        return Mention(
            kind=Kind.DATE,
            span=place,
            sentence=sentence,
            key=reading.key,
            rule=rule.name,
            resolved=reading.value,
        )

    def _lean(self, place: Span, sentence: int) -> Lean:
        """Whether the words around a date look back or ahead."""
        span = self._article.sentences[sentence].span
        text, patterns = self._article.text, _patterns()
        before = text[max(span.start, place.start - _BEFORE) : place.start]
        after = text[place.end : min(span.end, place.end + _AFTER)]
        near = " ".join(before.split()[-_NEAR:])
        if patterns.past.search(near) and not patterns.future.search(f"{near} "):
            return Lean.PAST
        if patterns.future.search(before):
            return Lean.FUTURE
        if patterns.past.search(before):
            return Lean.PAST
        ahead, back = patterns.future.search(after), patterns.past.search(after)
        if ahead and (back is None or ahead.start() < back.start()):
            return Lean.FUTURE
        return Lean.PAST if back else Lean.OPEN


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
