"""The mentions and the statements of an article, from every finder of this room."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newsdiff.cancellation import cancellable
from newsdiff.english.words import Token, tokens
from newsdiff.mentions.identity import make_canonical
from newsdiff.mentions.names.finder import NameFinder
from newsdiff.mentions.names.numbered import find_numbered_names
from newsdiff.mentions.statements.finder import Statement, find_statements
from newsdiff.mentions.tickers import find_tickers
from newsdiff.mentions.values.dates import DateFinder
from newsdiff.mentions.values.numbers import find_numbers
from newsdiff.mentions.values.quotations import find_quotations, quotes_of
from newsdiff.model import Article, Kind, Mention, Role, Sentence, Span
from newsdiff.reading import told_span

_FLIGHT: Final = re.compile(r"\w [Ff]light [A-Z]{1,3} ?\d{1,5}$")
_PRECEDENCE = (Kind.DATE, Kind.PLACE, Kind.ORGANIZATION, Kind.PERSON, Kind.NUMBER)
"""Of two overlapping mentions the longer stays; of equal ones the earlier kind."""


def mentions_of(article: Article) -> tuple[Mention, ...]:
    """The mentions of all compared sentences, in the order of the text.

    Quotations may hold other mentions; apart from that none overlap.
    """
    compared = article.compared
    told = {i: told_span(article.text, article.sentences[i].span) for i in compared}
    words = {i: tokens(article.text, *told[i]) for i in compared}
    headings = {
        i
        for i in compared
        if article.sentences[i].role in (Role.HEADLINE, Role.SUBHEADING)
    }
    names: dict[int, list[Mention]] = {i: [] for i in compared}
    for name in NameFinder(article.text, words, headings).mentions():
        names[name.sentence].append(name)
    calendar = DateFinder(article)
    found: list[Mention] = []
    for i in cancellable(compared):
        counts = [*find_numbers(article.text, words[i], i, told[i])]
        named, counts = _join_flights(article.text, names[i], counts)
        named += find_numbered_names(article.text, told[i], i)
        stated = [*calendar.dates(i, words[i]), *named, *counts]
        found += _disjoint(_but_tickers(article.text, told[i], stated))
    for quotation in find_quotations(article, compared):
        found += quotes_of(article, quotation)
    return tuple(sorted(found, key=lambda m: (m.span, m.kind)))


def values_of(
    text: str, words: Sequence[Token], published: str | None = None
) -> tuple[Mention, ...]:
    """The numbers and dates of one sentence by itself, in order; none overlap.

    Args:
        text: The sentence.
        words: Its words.
        published: The day its dates are read against, in ISO form.
    """
    whole = Span(0, len(text))
    dates = DateFinder(article_of(text, published)).dates(0, words)
    found = [*dates, *find_numbers(text, words, 0, whole)]
    return tuple(sorted(_disjoint(found), key=lambda m: m.span)) if found else ()


def article_of(sentence: str, published: str | None = None) -> Article:
    """One sentence as an article of its own, for what is found by article."""
    return Article(
        label="",
        title=None,
        outlet=None,
        published=published,
        source="",
        text=sentence,
        sentences=(Sentence(start=0, end=len(sentence), role=Role.BODY, paragraph=0),),
    )


def statements_of(
    article: Article, mentions: Sequence[Mention] | None = None
) -> tuple[Statement, ...]:
    """Who says what, how surely: one statement a compared sentence and quotation.

    Args:
        article: The article.
        mentions: Its mentions from `make_canonical`, where two articles are compared
            and keys must agree; by default those of the article alone.
    """
    known = make_canonical(mentions_of(article))[0] if mentions is None else mentions
    return find_statements(article, article.compared, known)


def _rank(mention: Mention) -> float:
    """Which of two equally long mentions stays: "MH370" is no organization."""
    if mention.rule == "designator":
        return _PRECEDENCE.index(Kind.PLACE) + 0.5
    return _PRECEDENCE.index(mention.kind)


def _join_flights(
    text: str, names: Sequence[Mention], counts: Sequence[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Names and numbers, an airline's name taken into the flight behind it.

    "Orlan Airways Flight OA370" is OA370, with or without its airline.
    """
    left, flights = list(names), []
    for count in counts:
        flight = count
        for name in names if count.rule == "designator" else ():
            start, end = name.span
            within = start < count.span.start < end  # "… Flight OA" before "OA 370"
            whole = text[start : count.span.end]
            if (within or end + 1 == count.span.start) and _FLIGHT.search(whole):
                flight = replace(count, span=Span(start, count.span.end))
                left.remove(name)
                break
        flights.append(flight)
    return left, flights


def _but_tickers(
    text: str, sentence: Span, mentions: Sequence[Mention]
) -> list[Mention]:
    """The mentions of a sentence that do not stand in the symbol of a share."""
    tickers = [*find_tickers(text, sentence)]
    return [
        mention
        for mention in mentions
        if not any(
            ticker.start < mention.span.end and mention.span.start < ticker.end
            for ticker in tickers
        )
    ]


def _disjoint(candidates: list[Mention]) -> list[Mention]:
    """The longest of overlapping candidates."""
    kept: list[Mention] = []
    taken: list[Span] = []
    for mention in sorted(
        candidates,
        key=lambda m: (m.span.start - m.span.end, _rank(m), m.span),
    ):
        span = mention.span
        place = bisect_left(taken, span)
        before = place and taken[place - 1].end > span.start
        if not before and (place == len(taken) or taken[place].start >= span.end):
            taken.insert(place, span)
            kept.append(mention)
    return kept
