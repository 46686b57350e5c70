"""What one article quotes, whom it cites and which days and hours it names."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.analysis import AnalysedArticle
from newsdiff.english.tables import table
from newsdiff.mentions.values.quotations import find_quotations
from newsdiff.model import Kind, Mention, Span
from newsdiff.story.desk.citing import Cited, find_cited
from newsdiff.story.desk.naming import Namer, Who

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_BESIDE: Final = 12
"""Characters that may stand between an hour and its day: "Monday, shortly at"."""
_FEWEST_WORDS: Final = 4
"""Words beside its time that a clause has which says what happened."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation, over as many sentences as it has."""

    pieces: tuple[Span, ...]
    """Its places, one a sentence."""
    sentences: tuple[int, ...]
    words: str
    speaker: Who | None
    agency: Who | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, an hour or another time that is told."""

    sentence: int
    span: Span
    words: str
    resolved: str | None
    """In ISO 8601; None where the article does not say which day it means."""
    clause: Span
    """Where the clause is that it stands in."""
    what: str
    """What is told of it: that clause, or all of a short one's sentence."""
    exact: bool
    """Whether the words mean one day or hour whenever they are read: "March 18"."""


@dataclass(frozen=True, slots=True)
class Told:
    """All of that for one article."""

    quotes: tuple[Quoted, ...]
    cited: tuple[Cited, ...]
    dates: tuple[Dated, ...]


def told_in(article: AnalysedArticle) -> Told:
    """What one article tells, in the order of its text; made once for all pairs."""
    known: Told | None = article.kept.get(Told)
    if known is None:
        known = article.kept[Told] = _found_in(article)
    return known


def _found_in(article: AnalysedArticle) -> Told:
    namer = Namer(article)
    return Told(
        quotes=tuple(_quotes(article, namer)),
        cited=tuple(find_cited(article, namer)),
        dates=tuple(_dates(article)),
    )


def _quotes(article: AnalysedArticle, namer: Namer) -> Iterator[Quoted]:
    by_place = {quote.span: quote for quote in article.quotes}
    for quotation in sorted(
        find_quotations(article.article, article.article.compared),
        key=lambda one: one.span,
    ):
        pieces = [(i, span) for i, span in quotation.pieces if span in by_place]
        if not pieces:
            continue
        first = by_place[pieces[0][1]]
        speaker = namer.who(first.speaker) if first.speaker else None
        agency = namer.who(first.agency, carries=True) if first.agency else None
        if speaker and agency and speaker.guessed and speaker.key == agency.key:
            speaker = None  # the agency is the only subject there is
        yield Quoted(
            pieces=tuple(span for _, span in pieces),
            sentences=tuple(i for i, _ in pieces),
            words=" ".join(article.words_at(span) for _, span in pieces),
            speaker=speaker,
            agency=agency,
        )


def _dates(article: AnalysedArticle) -> Iterator[Dated]:
    loose = frozenset(table("desk")["loose"]["rules"])
    every = dates_of(article.mentions)
    for mention in every:
        clauses = article.clauses_of(mention.sentence)
        start = mention.span.start
        whole = article.article.sentences[mention.sentence].span
        clause = next((c for c in clauses if c.start <= start < c.end), whole)
        clause = Span(clause.start, max(clause.end, mention.span.end))
        yield Dated(
            sentence=mention.sentence,
            span=mention.span,
            words=article.words_at(mention.phrase or mention.span),
            resolved=_resolved(mention, every, article.article.text),
            clause=clause,
            what=_what(article, mention, clause, whole),
            exact=mention.rule not in loose,
        )


def _resolved(date: Mention, every: Sequence[Mention], text: str) -> str | None:
    """The time in ISO 8601; that of an hour with the day beside it, if there is one."""
    if date.resolved is None:
        return None
    value = str(date.resolved)
    if not value.startswith("T"):
        return value
    for day in every:
        known = str(day.resolved or "T")
        if day.sentence != date.sentence or not _DAY.fullmatch(known):
            continue
        one, other = sorted((day.span, date.span))
        if (
            other.start - one.end <= _BESIDE
            and text[one.end : other.start].isprintable()
        ):
            return known + value
    return value


def _what(article: AnalysedArticle, date: Mention, clause: Span, whole: Span) -> str:
    """What is told of a time, in the words of the article."""
    words = len([*article.tokens_in(clause)]) - len([*article.tokens_in(date.span)])
    place = clause if words >= _FEWEST_WORDS else whole
    text = article.words_at(place).strip(" ,;:—–-")
    first, _, rest = text.partition(" ")
    return rest if first.casefold() in ("and", "but") and rest else text


def dates_of(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Those that are days or hours, in the same order."""
    return tuple(mention for mention in mentions if mention.kind is Kind.DATE)


def by_sentence(quotes: Sequence[Quoted]) -> Mapping[int, list[int]]:
    """Number of each sentence → the numbers of its quotations."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for number, quote in enumerate(quotes):
        for sentence in quote.sentences:
            found[sentence].append(number)
    return found
