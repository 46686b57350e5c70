"""Where words stand that a reader searches for.

What a keyboard has stands for what print has: a small letter for a capital, a plain
letter for one with an accent, straight quotation marks and hyphens for curly quotation
marks and dashes. Whoever types the other one wants exactly that.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from newsdiff.comparing import Order
from newsdiff.layout.folding import Entry
from newsdiff.layout.haystack import Haystack
from newsdiff.layout.lines import View
from newsdiff.layout.page import Page
from newsdiff.layout.tones import NO_SPOTS, Spots
from newsdiff.model import Pair, Role, SentencePlace, Side, Span
from newsdiff.text.visible import visible


class Match(NamedTuple):
    """One place where the words stand."""

    side: Side
    sentence: int
    span: Span
    """Offsets into the article."""


@dataclass(frozen=True, slots=True)
class Query:
    """What a reader typed.

    Args:
        words: Not empty; blanks stand for any white space.
    """

    words: str

    def spans(self, text: str) -> list[Span]:
        """Where the words stand in a text, from left to right."""
        return [
            Span(*span) for _, *span in self.places(Haystack(((Side.A, 0),), (text,)))
        ]

    def places(self, haystack: Haystack) -> Iterator[tuple[SentencePlace, int, int]]:
        """Where they stand in many sentences: in which one, and offsets into it.

        Smart case: a capital in the words wants capitals, small letters want either.
        """
        either = not any(c.isupper() for c in self.words)
        if not self.words.isascii():
            text, flags = haystack.text, re.IGNORECASE if either else re.NOFLAG
        else:
            # Without a flag the first letter is looked for much faster.
            text, flags = haystack.small if either else haystack.plain, re.NOFLAG
        found = _pattern(self.words, flags).finditer(text)
        return haystack.placed(match.span() for match in found)


@dataclass(frozen=True)
class Found:
    """All matches on a page, in reading order."""

    query: Query
    matches: tuple[Match, ...]
    shown_as: tuple[View, Order]
    """The view and the order they are in."""
    in_titles: int = 0
    """Matches in headlines that are no part of the text, but stand over it."""

    @cached_property
    def spots(self) -> Pair[dict[int, tuple[Span, ...]]]:
        """The matches of each sentence that has some."""
        spots: Pair[defaultdict[int, list[Span]]] = Pair(
            defaultdict(list), defaultdict(list)
        )
        for side, sentence, span in self.matches:
            spots[side][sentence].append(span)
        return Pair.each(lambda side: {i: tuple(at) for i, at in spots[side].items()})

    @cached_property
    def places(self) -> frozenset[SentencePlace]:
        """The sentences that have matches."""
        return frozenset((side, i) for side in Side for i in self.spots[side])

    def in_row(self, row: Entry) -> Spots:
        """The matches in a row."""
        a, b = (
            tuple(
                span
                for i in row.sentences[side]
                for span in self.spots[side].get(i, ())
            )
            for side in Side
        )
        return Pair(a, b) if a or b else NO_SPOTS

    def rows(self, page: Page) -> frozenset[int]:
        """The rows of a page that have matches."""
        return frozenset(page.row_of(side, i) for side, i in self.places)

    def at_or_after(self, page: Page, row: int) -> int:
        """The first match from a row on, else the first of all."""
        at = bisect_left(
            self.matches, row, key=lambda m: page.row_of(m.side, m.sentence)
        )
        return at % max(1, len(self.matches))

    def next(self, page: Page, row: int, current: int, step: int) -> tuple[int, bool]:
        """The next (1) or previous (-1) match.

        Args:
            page: What is searched; there is a match.
            row: Where the reader is.
            current: The match the reader came to last.
            step: Which way.

        Returns:
            The match, and whether that meant starting again from the other end.
        """

        def row_of(match: Match) -> int:
            return page.row_of(match.side, match.sentence)

        if row_of(self.matches[current]) == row:
            at = current + step
        elif step > 0:
            at = bisect_right(self.matches, row, key=row_of)
        else:
            at = bisect_left(self.matches, row, key=row_of) - 1
        return at % len(self.matches), not 0 <= at < len(self.matches)


def find(page: Page, words: str) -> Found:
    """Where some words stand in both articles; nowhere if they are blank."""
    query = Query(words)
    if not words.strip():
        return Found(query, (), page.shown_as)
    articles = page.comparison.articles
    titles = (
        article.title or ""
        for article in articles
        if not any(s.role is Role.HEADLINE for s in article.sentences)
    )
    begins = {
        (side, i): sentence.start
        for side in Side
        for i, sentence in enumerate(articles[side].sentences)
    }
    return Found(
        query,
        tuple(
            Match(*place, Span(begins[place] + start, begins[place] + end))
            for place, start, end in query.places(page.haystack)
        ),
        page.shown_as,
        sum(len(query.spans(visible(title))) for title in titles),
    )


def prepare(page: Page) -> None:
    """Makes the first search of a page as fast as any other."""
    find(page, "\0")


@lru_cache(maxsize=8)
def _pattern(words: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(r"\s+".join(map(re.escape, words.split())), flags)
