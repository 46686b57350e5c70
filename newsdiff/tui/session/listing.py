"""Which articles the list shows, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, NamedTuple

from newsdiff.model import Article, Span
from newsdiff.text.visible import visible
from newsdiff.wording.about import dated, headline


@dataclass(frozen=True, slots=True)
class Listed:
    """What the list tells of an article: little, and kept for all of them."""

    label: str
    headline: str
    """Or its first words, where it has none."""
    has_headline: bool
    published: str | None
    """ISO 8601; None where that is not known or unsure."""
    dated: str
    """The same as it is shown."""
    words: int
    sentences: int

    @staticmethod
    def of(article: Article) -> Listed:
        """What is told of an article that has been read."""
        return Listed(
            label=article.label,
            headline=headline(article),
            has_headline=article.title is not None,
            published=article.published,
            dated=dated(article),
            words=article.word_count,
            sentences=article.sentence_count,
        )


class SortBy(StrEnum):
    """What the list is sorted by."""

    GIVEN = "given"
    """As the articles were named on the command line, or found in a folder."""
    NAME = "name"
    DATE = "date"
    LENGTH = "length"


@dataclass(frozen=True, slots=True)
class Sorting:
    """An order of the list."""

    by: SortBy = SortBy.GIVEN
    backwards: bool = False

    @property
    def next(self) -> Sorting:
        """The order that the sort key goes on to."""
        kinds = list(SortBy)
        return Sorting(kinds[(kinds.index(self.by) + 1) % len(kinds)])

    @property
    def reversed(self) -> Sorting:
        """The other way round."""
        return replace(self, backwards=not self.backwards)

    @property
    def words(self) -> str:
        """How it is called; empty for the order that the articles were given in."""
        return _WORDS[self.by][self.backwards]


_WORDS: Final = {
    SortBy.GIVEN: ("", "backwards"),
    SortBy.NAME: ("by name", "by name backwards"),
    SortBy.DATE: ("oldest first", "newest first"),
    SortBy.LENGTH: ("longest first", "shortest first"),
}
_KEYS: Final[dict[SortBy, Callable[[Listed], Any]]] = {
    SortBy.NAME: lambda listed: listed.label.casefold(),
    SortBy.DATE: lambda listed: listed.published,
    SortBy.LENGTH: lambda listed: -listed.words,
}


def in_order(articles: Sequence[Listed | None], sorting: Sorting) -> list[int]:
    """The places of the articles as the list has them.

    What has no date, or has not been read, stands at the end either way; equals keep
    the order in which they were given.
    """
    places = range(len(articles))
    if sorting.by is SortBy.GIVEN:
        return list(reversed(places) if sorting.backwards else places)
    key = _KEYS[sorting.by]
    values = {i: key(a) for i, a in enumerate(articles) if a is not None}
    known = [place for place in places if values.get(place) is not None]
    known.sort(key=values.__getitem__, reverse=sorting.backwards)
    return [*known, *(place for place in places if values.get(place) is None)]


class _Lines(NamedTuple):
    """What the list tells of an article, parted by what nobody can type."""

    shown: str
    typed: str
    small: str


@lru_cache(maxsize=4096)
def _lines(name: str, article: Listed | None) -> _Lines:
    from newsdiff.layout.haystack import plain  # not before somebody types

    lines = [name]
    if article is not None:
        lines += [article.label, article.headline, article.dated]
    shown = "\0".join(map(visible, lines))
    typed = plain(shown)
    return _Lines(shown, typed, typed.lower())


@dataclass(frozen=True, slots=True)
class Sought:
    """What a person types to see fewer articles.

    Args:
        words: All of them must stand somewhere in what the list tells of an article,
            in the name of its file or in its text; a capital wants a capital.
    """

    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.words.strip())

    def missing(self, name: str, article: Listed | None) -> list[str]:
        """The words that stand nowhere in what is told of an article.

        What has not been read goes by its name.
        """
        lines = _lines(name, article)
        return [word for word in self.words.split() if not self._is_in(word, lines)]

    @staticmethod
    def _is_in(word: str, lines: _Lines) -> bool:
        """Whether a word stands in some lines, as `_spans` finds it."""
        if word.isascii():
            cased = any(c.isupper() for c in word)
            return word in (lines.typed if cased else lines.small)
        return bool(Sought._spans(word, lines.shown))

    def passes(self, name: str, article: Listed | None) -> bool:
        """Whether what is told of an article has all of the words."""
        return not self.missing(name, article)

    def spans(self, text: str) -> Iterable[Span]:
        """Where the words stand in a text that is shown."""
        return [span for word in self.words.split() for span in self._spans(word, text)]

    @staticmethod
    def _spans(word: str, text: str) -> list[Span]:
        from newsdiff.layout.finding import Query  # not before somebody types

        return Query(word).spans(text)
