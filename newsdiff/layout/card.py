"""The card at the top of a page: who the articles are, and what they differ on.

It stands below the row of the headlines, so that these are read where a newspaper has
them, and only once. Where they have no row of their own it has them itself, and stands
over the first row. Its head says outlet, date, length and how much both tell; its
groups what they differ on. On a screen of few lines it has the groups alone, each in
one line: the bar over the texts says who they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from newsdiff.comparing import Mark, Row
from newsdiff.layout.fitting import fit_words
from newsdiff.layout.folding import Entry, Fold, places_of
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.model import (
    SIDES,
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
_LEAST: Final = 8
"""Cells that an item keeps, however little room there is."""
_SHORT: Final = 64
"""Cells of a line that has not room for two items."""
_TITLE: Final = (Tone.HEAD, Tone.CAPTION)
_INDENT: Final = 2
"""Cells by which a line of a group that goes on stands in."""


@dataclass(frozen=True, slots=True)
class Stop:
    """An item of the card that a reader can stop at."""

    line: int
    """The line of the card that it begins on."""
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
        titled: Whether the row before it has the headlines.
        short: Whether there is little room for it.
    """

    def __init__(
        self,
        comparison: Comparison,
        groups: Sequence[Group],
        setter: Typesetter,
        *,
        titled: bool,
        short: bool = False,
    ) -> None:
        self._comparison = comparison
        self._setter = setter
        self._short = short
        about_both = Pair.each(lambda side: [*self._about(side, titled)])
        self._head = () if short else (*setter.stacked(about_both), setter.empty())
        """Who they are, with a line of air behind it."""
        lines: list[tuple[_Piece, ...]] = []
        stops: list[Stop] = []
        for group in groups:
            for line, starting in self._group(group):
                at = len(self._head) + len(lines)
                stops += (replace(stop, line=at) for stop in starting)
                lines.append(line)
        self._lines = tuple(lines)
        self.stops = tuple(stops)
        """What a reader can stop at, in order."""

    @property
    def height(self) -> int:
        """How many lines it takes, with one of air behind them."""
        return len(self._head) + len(self._lines) + bool(self._lines)

    def line(self, y: int, stop: int | None = None, query: Query | None = None) -> Line:
        """A line of it.

        Args:
            y: Which one.
            stop: The item that is brought out.
            query: The words that are, in a headline.
        """
        if y < len(self._head):
            return _brought_out(self._head[y], query) if query else self._head[y]
        words = self._words_of(y)
        if not words:
            return self._setter.empty()
        chosen = None if stop is None else self.stops[stop].fact
        return self._setter.wide(
            tuple(
                Run(
                    piece.text.replace(_BOUND, " "),
                    Tone.FOUND if chosen and piece.fact is chosen else piece.tone,
                    piece.side,
                )
                for piece in words
            )
        )

    def _words_of(self, y: int) -> tuple[_Piece, ...]:
        """What a line of the groups says; nothing for any other."""
        behind = y - len(self._head)
        return self._lines[behind] if 0 <= behind < len(self._lines) else ()

    def is_on(self, stop: int, y: int) -> bool:
        """Whether a line has words of an item."""
        fact = self.stops[stop].fact
        return any(piece.fact is fact for piece in self._words_of(y))

    def stop_at(self, y: int, x: int) -> int | None:
        """The item at a cell of a line, or the first that begins there.

        Args:
            y: The line.
            x: The cell of the screen.
        """
        at = self._setter.wide_start
        for run in self._words_of(y):
            at += cells(run.text)
            if run.fact is not None and x < at:
                return next(n for n, s in enumerate(self.stops) if s.fact is run.fact)
        return None

    def _about(self, side: Side, titled: bool) -> Iterator[Line]:
        """Headline, unless it stands above; outlet, date, length and share."""
        article = self._comparison.articles[side]
        parts = [(about(self._comparison, side), Tone.NOTE)]
        if not titled or not article.title:
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
        if self._short:
            return self._in_a_line(group, width)
        most = _MOST + (group.status is Status.CONFLICT or width < _SHORT)
        found = None
        for shown in range(min(1, len(group.items)), len(group.items) + 1):
            pieces = self._pieces(group, shown)
            lines = wrap("".join(piece.text for piece in pieces), width, characters)
            if found is not None and len(lines) > most:
                break
            found = pieces, lines
        return found or ([], ())

    def _in_a_line(
        self, group: Group, width: int
    ) -> tuple[list[_Piece], tuple[Span, ...]]:
        """As many items as one line has room for; the first one cut, if it must be."""
        shown = len(group.items)
        while True:
            pieces = self._pieces(group, shown)
            line = "".join(piece.text for piece in pieces)
            if cells(line) <= width:
                return pieces, (Span(0, len(line)),)
            if shown <= 1:
                pieces = [*_cut(pieces, width - cells(line))]
                return pieces, (Span(0, sum(len(one.text) for one in pieces)),)
            shown -= 1

    def _pieces(self, group: Group, shown: int) -> list[_Piece]:
        side = group.status.side
        labels = self._comparison.articles.map(lambda article: article.label)
        title = group_title(group, None if self._short else labels)
        title = " ".join(visible(title).split())
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


def _cut(pieces: Sequence[_Piece], over: int) -> Iterator[_Piece]:
    """Pieces of a line whose item is cut between words, by as much as is too much."""
    for piece in pieces:
        words, fact = piece.text, piece.fact
        if fact is None:
            yield piece
            continue
        value = next((own for own in fact.value if own), "")
        room = max(_LEAST, cells(words) + over)
        yield replace(piece, text=fit_words(words, room, value))


def _brought_out(line: Line, query: Query) -> Line:
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


def headlines_first(
    rows: Sequence[Entry], comparison: Comparison
) -> tuple[tuple[Entry, ...], int]:
    """The rows with the headlines at the top, and how many rows that makes.

    Boilerplate makes way for them, spelt out or not, so that they stay where they are
    when it is shown, and so does what the article has that is without one; datelines
    before them stay. Where the headlines have no row to themselves, nothing is moved
    and there are 0.
    """
    articles = comparison.articles

    def roles(entry: Entry) -> set[Role]:
        places = places_of(entry)
        return {articles[side].sentences[i].role for side, i in places}

    def is_furniture(entry: Entry) -> bool:
        if isinstance(entry, Fold):
            return entry.mark is Mark.NONE and not entry.is_filter
        return roles(entry) == {Role.BOILERPLATE}

    at = 0
    while at < len(rows) and (
        is_furniture(rows[at]) or roles(rows[at]) == {Role.DATELINE}
    ):
        at += 1
    if at == len(rows) or not _has_titles(rows[at], comparison):
        return tuple(rows), 0
    behind = at + 1
    while behind < len(rows) and roles(rows[behind]) == {Role.HEADLINE}:
        behind += 1
    headlines = rows[at].sentences

    def makes_way(entry: Entry) -> bool:
        beside = any(entry.sentences[side] and headlines[side] for side in SIDES)
        return is_furniture(entry) or not beside

    after = [entry for entry in rows[:at] if makes_way(entry)]
    first = [entry for entry in rows[:at] if not makes_way(entry)]
    return (*first, *rows[at:behind], *after, *rows[behind:]), behind - len(after)


def _has_titles(entry: Entry, comparison: Comparison) -> bool:
    """Whether a row is that of both headlines, or of the only one there is."""
    articles = comparison.articles

    def has_title(side: Side) -> bool:
        told = (articles[side].words_of(i) for i in entry.sentences[side])
        return " ".join(told).split() == (articles[side].title or "").split()

    titled = any(articles.map(lambda article: article.title))
    return titled and isinstance(entry, Row) and all(map(has_title, SIDES))
