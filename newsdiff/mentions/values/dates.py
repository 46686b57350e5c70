"""Dates as a text gives them, read against the day the article appeared.

The patterns lie in english/data/dates.toml; date_values.py says what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsdiff.english.tables import table
from newsdiff.english.words import Token
from newsdiff.mentions.values import clock_values, distances, period_values
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
    "ago": distances.read_ago,
    "ago_today": distances.read_ago_today,
    "ahead": distances.read_ahead,
    "clock": clock_values.read_clock,
    "clock_start": clock_values.read_clock_start,
    "noon": clock_values.read_noon,
    "spoken": clock_values.read_spoken,
    "quarter": period_values.read_quarter,
    "half_year": period_values.read_half_year,
    "months_ended": period_values.read_months_ended,
    "financial_year": period_values.read_financial_year,
    "financial_quarter": period_values.read_financial_quarter,
    "era": period_values.read_era,
    "spelled_year": period_values.read_spelled_year,
    "year": period_values.read_year,
    "decade": period_values.read_decade,
    "century": period_values.read_century,
}
"""The readers that rules of dates.toml name."""


class _Rule(NamedTuple):
    name: str
    needs: frozenset[str]
    pattern: re.Pattern[str]
    read: str


class _Patterns(NamedTuple):
    triggers: dict[str, re.Pattern[str]]
    figures: dict[str, re.Pattern[str]]
    rules: tuple[_Rule, ...]
    future: re.Pattern[str]
    past: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    data = table("dates")
    parts: Mapping[str, str] = data["parts"]
    tense = data["tense"]
    return _Patterns(
        triggers={n: re.compile(p) for n, p in data["triggers"].items()},
        figures={n: re.compile(p) for n, p in data["figures"].items()},
        rules=tuple(
            _Rule(
                r["name"],
                frozenset(r["needs"].split()),
                _compiled(r["pattern"], parts),
                r["read"],
            )
            for r in data["rules"]
        ),
        future=re.compile(rf"\b(?:{tense['future']})\b"),
        past=re.compile(rf"\b(?:{tense['past']})\b"),
    )


@lru_cache(maxsize=20_000)
def _triggered(word: str) -> frozenset[str]:
    """What a word is that a rule may need: a month, a year, "ago"."""
    triggers = _patterns().triggers.items()
    return frozenset(name for name, trigger in triggers if trigger.search(word))


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

    def dates(self, sentence: int, words: Sequence[Token]) -> Iterator[Mention]:
        """The dates of one sentence; earlier rules first, never overlapping."""
        held = frozenset[str]().union(*(_triggered(word.text) for word in words))
        if not held:
            return
        text = self._article.text
        span = self._article.sentences[sentence].span
        if "digit" in held:
            figures = _patterns().figures.items()
            held |= {name for name, figure in figures if figure.search(text, *span)}
        taken: list[Span] = []
        for rule in _patterns().rules:
            if not rule.needs <= held:
                continue
            for match in rule.pattern.finditer(text, *span):
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
