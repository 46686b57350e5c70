"""The card at the top of a page: who the articles are, and what they differ on.

Its head stands over the first row: outlet, date, length, how much both tell, and a
headline where the text does not begin with it. Its groups stand behind the row of the
headlines, so that these are read where a newspaper has them, and only once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from newsdiff.comparing import Mark, Row
from newsdiff.layout.folding import Entry, Fold, places_of
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.model import (
    Comparison,
    Fact,
    Pair,
    Role,
    SentencePlace,
    Side,
    Span,
    Status,
)
from newsdiff.text.cells import cells, characters
from newsdiff.text.visible import visible
from newsdiff.text.wrapping import wrap
from newsdiff.wording.card import (
    Group,
    about,
    first_place,
    group_title,
    title_words,
)

if TYPE_CHECKING:
    from newsdiff.layout.finding import Query
    from newsdiff.layout.typesetting import Typesetter

_BOUND: Final = "\u00a0"
"""A blank at which no line ends."""
_DOT: Final = f"{_BOUND}· "
_MOST: Final = 2
"""Lines of a group; one more of what differs, and where lines are short."""
_SHORT: Final = 64
"""Cells of a line that has not room for two items."""
_TITLE: Final = (Tone.HEAD, Tone.CAPTION)
_INDENT: Final = 2
"""Cells by which a line of a group that goes on stands in."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An item of the card that a reader can stop at."""

    line: int
    """The line of the groups that it begins on."""
    fact: Fact
    place: SentencePlace
    """The sentence that states it first."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a group's text."""

    text: str
    tone: Tone
    side: Side | None = None
    fact: Fact | None = None
    """What it names."""


class Card:
    """The card of a comparison at one width.

    Args:
        comparison: What it tells of.
        groups: What it says.
        setter: What knows the columns.
        leading: The first rows of the page, down to that of the headlines.
    """

    def __init__(
        self,
        comparison: Comparison,
        groups: Sequence[Group],
        setter: Typesetter,
        leading: Sequence[Entry],
    ) -> None:
        self._comparison = comparison
        self._setter = setter
        titled = Pair.each(lambda side: _has_title(comparison, side, leading))
        about_both = Pair.each(lambda side: [*self._about(side, titled[side])])
        self.head = (*setter.stacked(about_both), setter.empty())
        """The lines over the first row, with one of air behind them."""
        lines: list[tuple[_Piece, ...]] = []
        stops: list[Stop] = []
        for group in groups:
            for line, starting in self._group(group):
                stops += (replace(stop, line=len(lines)) for stop in starting)
                lines.append(line)
        self._lines = tuple(lines)
        self.stops = tuple(stops)
        """What a reader can stop at, in order."""

    @property
    def height(self) -> int:
        """How many lines the groups take, with one of air behind them."""
        return len(self._lines) + bool(self._lines)

    def line(self, y: int, stop: int | None = None) -> Line:
        """A line of the groups, with one of their items brought out."""
        if y >= len(self._lines):
            return self._setter.empty()
        chosen = None if stop is None else self.stops[stop].fact
        return self._setter.wide(
            tuple(
                Run(
                    piece.text.replace(_BOUND, " "),
                    Tone.FOUND if chosen and piece.fact is chosen else piece.tone,
                    piece.side,
                )
                for piece in self._lines[y]
            )
        )

    def is_on(self, stop: int, y: int) -> bool:
        """Whether a line of the groups has words of an item."""
        fact = self.stops[stop].fact
        return y < len(self._lines) and any(r.fact is fact for r in self._lines[y])

    def stop_at(self, y: int, x: int) -> int | None:
        """The item at a cell of a line of the groups, or the first that begins there.

        Args:
            y: The line.
            x: The cell of the screen.
        """
        if y >= len(self._lines):
            return None
        at = self._setter.wide_start
        for run in self._lines[y]:
            at += cells(run.text)
            if run.fact is not None and x < at:
                return next(n for n, s in enumerate(self.stops) if s.fact is run.fact)
        return None

    def _about(self, side: Side, titled: bool) -> Iterator[Line]:
        """Headline, unless it stands below; outlet, date, length and share."""
        article = self._comparison.articles[side]
        parts = [(about(self._comparison, side), Tone.NOTE)]
        if not titled:
            tone = Tone.HEAD if article.title else Tone.CAPTION
            parts.insert(0, (title_words(article), tone))
        for words, tone in parts:
            text = self._setter.own_words(" ".join(visible(words).split()))
            for span in wrap(text, self._setter.text_width, characters):
                yield (Run(text[span.start : span.end], tone, side),)

    def _group(self, group: Group) -> Iterator[tuple[tuple[_Piece, ...], list[Stop]]]:
        """The lines of a group, each with the items that begin on it."""
        width = self._setter.wide_width - _INDENT
        pieces, lines = self._fitting(group, width)
        for n, line in enumerate(lines):
            runs = [_Piece(" " * _INDENT, Tone.BLANK)] if n else []
            starting: list[Stop] = []
            at = 0
            for piece in pieces:
                start, end = max(at, line.start), min(at + len(piece.text), line.end)
                if start < end:
                    runs.append(replace(piece, text=piece.text[start - at : end - at]))
                if piece.fact and line.start <= at < line.end:
                    place = first_place(self._comparison, piece.fact)
                    if place is not None:
                        starting.append(Stop(0, piece.fact, place))
                at += len(piece.text)
            yield tuple(runs), starting

    def _fitting(
        self, group: Group, width: int
    ) -> tuple[list[_Piece], tuple[Span, ...]]:
        """As many items of a group as its lines have room for."""
        most = _MOST + (group.status is Status.CONFLICT or width < _SHORT)
        found = None
        for shown in range(min(1, len(group.items)), len(group.items) + 1):
            pieces = self._pieces(group, shown)
            lines = wrap("".join(piece.text for piece in pieces), width, characters)
            if found is not None and len(lines) > most:
                break
            found = pieces, lines
        return found or ([], ())

    def _pieces(self, group: Group, shown: int) -> list[_Piece]:
        side = group.status.side
        labels = self._comparison.articles.map(lambda article: article.label)
        title = " ".join(visible(group_title(group, labels)).split())
        own = self._setter.own_words
        pieces = [_Piece(f"{title}: ", Tone.MARK if side else Tone.HEAD, side)]
        for n, item in enumerate(group.items[:shown]):
            pieces += [_Piece(own(_DOT), Tone.NOTE)] if n else []
            tone = Tone.ONLY if side else Tone.TEXT
            pieces.append(_Piece(own(item.words), tone, side, item.fact))
        if more := group.more(shown):
            pieces += [_Piece(own(_DOT), Tone.NOTE)] if shown else []
            pieces.append(_Piece(more, Tone.NOTE))
        return pieces


def bring_out(line: Line, query: Query) -> Line:
    """A line of the head with the words that are searched for brought out."""
    runs: list[Run] = []
    for run in line:
        at = 0
        for span in query.spans(run.text) if run.tone in _TITLE else ():
            runs.append(replace(run, text=run.text[at : span.start]))
            found = run.text[span.start : span.end]
            runs.append(replace(run, text=found, tone=Tone.FOUND))
            at = span.end
        runs.append(replace(run, text=run.text[at:]))
    return tuple(run for run in runs if run.text)


def leading_rows(rows: Sequence[Entry], comparison: Comparison) -> int:
    """How many rows there are down to the last of the headlines; 0 without one.

    A line that stands for boilerplate, and datelines, may stand before them.
    """
    articles = comparison.articles

    def roles(entry: Entry) -> set[Role]:
        places = places_of(entry)
        return {articles[side].sentences[i].role for side, i in places}

    first = 0
    while first < len(rows) and (
        _is_furniture(rows[first]) or roles(rows[first]) == {Role.DATELINE}
    ):
        first += 1
    last = first
    while last < len(rows) and roles(rows[last]) == {Role.HEADLINE}:
        last += 1
    return last if last > first else 0


def _is_furniture(entry: Entry) -> bool:
    """Whether a row is one line for what a web page adds to a story."""
    return isinstance(entry, Fold) and entry.mark is Mark.NONE and not entry.is_filter


def _has_title(comparison: Comparison, side: Side, leading: Sequence[Entry]) -> bool:
    """Whether the headline of an article is a sentence of the leading rows."""
    article = comparison.articles[side]
    title = (article.title or "").split()
    return bool(title) and any(
        article.words_of(i).split() == title
        for entry in leading
        if isinstance(entry, Row)
        for i in entry.sentences[side]
    )
