"""Making the list shorter: / and what is typed behind it, in lines and in texts."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol

from textual.actions import SkipAction

from newsdiff.cancellation import cancellable
from newsdiff.errors import SourceError
from newsdiff.log import note
from newsdiff.model import SentencePlace, Side
from newsdiff.tui.session.listing import Sought
from newsdiff.tui.session.searching import Hits, Wanted, find_in

if TYPE_CHECKING:
    from textual.content import Content
    from textual.widget import Widget

    from newsdiff.reading import Source
    from newsdiff.tui.session.shelf import PairOf, Shelf
    from newsdiff.tui.shared.find_bar import FindBar

_SEARCHING: Final = "search"
"""The group of the workers."""
_BATCH: Final = 50
"""Texts read again from one writing of the list to the next."""


class FilteredList(Protocol):
    """The screen of a list, as its filter sees it."""

    @property
    def rows(self) -> Widget:
        """The list itself."""

    @property
    def here(self) -> int | None:
        """The highlighted article."""

    def fill(self, here: int | None = None) -> None:
        """Shows what passes the filter; highlights an article if it does."""

    async def ask(self, sign: str, words: str = "") -> FindBar:
        """Opens the line in which words are typed."""

    def behind(self, work: Callable[[], object], group: str) -> None:
        """Does something away from the screen, instead of what else a group does."""

    def call_later(self, callback: Callable[..., None], *args: object) -> bool:
        """Calls something in the screen's own thread."""


class _Searched(NamedTuple):
    """What was found in a text that was read again."""

    place: int
    found: dict[str, Hits]
    """By the words that were looked for; those alone that were found."""


class _Origin(NamedTuple):
    """What was shown before words are being typed."""

    sought: Sought
    here: int | None
    """The highlighted article."""


class Filter:
    """What articles must have in their line or in their text to be shown.

    Args:
        host: The screen of the list.
        shelf: The articles.
    """

    def __init__(self, host: FilteredList, shelf: Shelf) -> None:
        self._host = host
        self._shelf = shelf
        self.sought = Sought()
        """What has been typed; nothing where all articles are shown."""
        self._found: dict[str, dict[int, Hits]] = {}
        """Words that were looked for in the texts → where they stand, by article."""
        self._state = -1
        """The state of the shelf that this was found in."""
        self._left: set[int] = set()
        """Articles whose texts are still to be searched: they are read again."""
        self._origin: _Origin | None = None
        """None unless words are being typed."""
        self._bar: FindBar | None = None
        """The line they are typed in, once it is there."""

    @property
    def progress(self) -> str:
        """How many texts are still to be searched; empty once all have been."""
        return f"{len(self._left):,} texts to search" if self._left else ""

    @property
    def nothing(self) -> str:
        """What to say where no article is shown."""
        so_far = " so far" if self._left else ""
        return f"No article passes the filter{so_far}: Esc shows all of them."

    def passes(self, place: int) -> bool:
        """Whether an article is shown."""
        if not self.sought:
            return True
        return not self._missing(place) or self.hits(place) is not None

    def hits(self, place: int) -> Hits | None:
        """Where the text of an article has what was typed, or the rest of it."""
        if not self.sought:
            return None
        whole = self._in_texts(self.sought.words).get(place)
        missing = self._missing(place)
        if whole or not missing or missing == self.sought.words.split():
            return whole
        return self._in_texts(" ".join(missing)).get(place)

    def sentence(self, place: int) -> int | None:
        """The sentence of an article with the first place; None where there is none."""
        hits, article = self.hits(place), self._shelf.articles.kept(place)
        if hits is None or article is None:
            return None
        return article.sentence_at(hits.spans[0].start)

    @property
    def first_hit(self) -> Content | None:
        """The words around the first place in the highlighted article."""
        from newsdiff.tui.articles.preview import hit_lines

        place = self._host.here
        hits = None if place is None else self.hits(place)
        article = None if place is None else self._shelf.articles.kept(place)
        return hit_lines(article, hits)[1] if article and hits else None

    def leads_to(self, pair: PairOf) -> tuple[SentencePlace | None, str]:
        """Where a pair is to be opened for what is sought, and what is found there.

        The article that is highlighted comes first.
        """
        sides = sorted(Side, key=lambda side: pair[side] != self._host.here)
        for side in sides:
            hits, sentence = self.hits(pair[side]), self.sentence(pair[side])
            if hits is not None and sentence is not None:
                return (side, sentence), hits.words if hits.together else ""
        return None, ""

    def _missing(self, place: int) -> list[str]:
        """The words that the line of an article has not."""
        name = self._shelf.sources[place].given
        return self.sought.missing(name, self._shelf.listed[place])

    def _in_texts(self, words: str) -> dict[int, Hits]:
        if self._state != self._shelf.changes:
            self._found, self._state = {}, self._shelf.changes
            self._search_again()
        if words not in self._found:
            self._found[words] = self._shelf.texts.find(Wanted(words))
        return self._found[words]

    def _seek(self, sought: Sought, here: int | None) -> None:
        """Shows what passes."""
        self.sought, self._found = sought, {}
        self._search_again()
        self._host.fill(here)

    # Texts that are not kept

    def _search_again(self) -> None:
        """Reads the texts again that are not kept, away from the screen."""
        lacking = self._shelf.texts.lacking(self._shelf.order) if self.sought else []
        lacking = [place for place in lacking if self._shelf.listed[place]]
        if not lacking and not self._left:
            return
        self._left = set(lacking)
        wanted = {place: self._words_for(place) for place in lacking}
        sources = {place: self._shelf.sources[place] for place in lacking}
        work = partial(self._read_on, self.sought, wanted, sources)
        self._host.behind(work, _SEARCHING)

    def _words_for(self, place: int) -> tuple[str, ...]:
        """What is to be found in a text: all that was typed, or what its line lacks."""
        missing = " ".join(self._missing(place))
        return tuple(dict.fromkeys(filter(None, (self.sought.words, missing))))

    def _read_on(
        self,
        sought: Sought,
        wanted: Mapping[int, tuple[str, ...]],
        sources: Mapping[int, Source],
    ) -> None:
        from newsdiff.tui.session.jobs import unless_cancelled

        def work() -> bool:
            batch: list[_Searched] = []
            for place, source in cancellable(sources.items()):
                batch.append(_searched(place, source, wanted[place]))
                if len(batch) == _BATCH:
                    self._host.call_later(self._take, sought, batch)
                    batch = []
            self._host.call_later(self._take, sought, batch)
            return True

        unless_cancelled(work)

    def _take(self, sought: Sought, batch: Sequence[_Searched]) -> None:
        if sought != self.sought:
            return
        for place, found in batch:
            self._left.discard(place)
            for words, hits in found.items():
                self._found.setdefault(words, self._shelf.texts.find(Wanted(words)))[
                    place
                ] = hits
        self._host.fill()

    # Typing

    async def action_filter(self) -> None:
        """Asks for the words that articles are to have.

        Raises:
            SkipAction: They are being typed, and the key is one of them.
        """
        if self._origin is not None:
            raise SkipAction
        self._origin = _Origin(self.sought, self._host.here)
        self._bar = await self._host.ask("/", self.sought.words)
        self._host.call_later(self._shelf.texts.prepare)

    def type(self, words: str) -> None:
        """Shows what passes so far."""
        if self._origin is not None and words != self.sought.words:
            self._seek(Sought(words), self._origin.here)

    async def end_typing(self, *, keep: bool) -> None:
        """Enter keeps the filter, Esc goes back to what was shown before."""
        origin, bar = self._origin, self._bar
        if origin is None or bar is None:
            return
        self._origin = self._bar = None
        await bar.close(self._host.rows)
        if not keep:
            self._seek(origin.sought, origin.here)

    def end(self) -> bool:
        """Shows all articles again; whether any were hidden."""
        filtered = bool(self.sought)
        if filtered:
            self._seek(Sought(), None)
        return filtered


def _searched(place: int, source: Source, words: Sequence[str]) -> _Searched:
    """Looks for words in a text that is read again; nothing where it is no more."""
    from newsdiff.gathering import read_again
    from newsdiff.reading import parse

    try:
        text = parse(read_again(source)).text
    except SourceError as problem:
        note("%s", problem)
        return _Searched(place, {})
    found = {one: find_in(text, one) for one in words}
    return _Searched(place, {w: hits for w, hits in found.items() if hits})
