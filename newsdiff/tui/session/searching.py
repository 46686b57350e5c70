"""What stands in the texts of all articles, for whoever searches the list.

Texts are kept as they would be typed, up to a budget: a search of a thousand articles
is one look through a few megabytes. What is past it is read again, away from the
screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.model import Span

MOST_KEPT: Final = 12_000_000
"""Characters of texts that are kept; two thousand articles of common length."""
_ODD_GAPS: Final = ("\n", "  ", "\t", "\xa0")
"""How anything else than a blank between two words begins."""
_BLANKS: Final = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
"""What may stand between two words of one paragraph."""
FIRST: Final = 8
"""Places in one text that are told apart; of others it is known that they are."""


@dataclass(frozen=True, slots=True)
class Hits:
    """Where words stand in the text of an article, from its top."""

    words: str
    count: int
    """How many places there are; of words that stand apart, how many paragraphs."""
    spans: tuple[Span, ...]
    """The first of them, by offsets into the text."""
    together: bool
    """Whether the words stand there as they were typed, or apart in a paragraph."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that are looked for in texts.

    Args:
        words: Not blank. A capital wants a capital; an accent or a curly quotation
            mark no more than the plain sign.
    """

    words: str

    @property
    def cased(self) -> bool:
        """Whether there is a capital in them."""
        return any(c.isupper() for c in self.words)

    @property
    def _typed(self) -> list[str]:
        return as_typed(self.words).split()

    def in_texts(self, texts: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Hits]]:
        """Which of some texts have them, and where.

        Args:
            texts: Each with its place, as it is typed: in small letters unless there is
                a capital in the words.
        """
        words = self._typed
        find = _word(words[0])
        if len(words) > 1:
            find = _phrase(words)
        for place, text in texts:
            if not all(word in text for word in words):
                continue
            together, (count, spans) = True, find(text)
            if not count:
                together, (count, spans) = False, _apart(text, words)
            if count:
                yield place, Hits(self.words, count, spans, together)


_Found = tuple[int, tuple[Span, ...]]
"""How many places there are, and the first of them."""


def _word(word: str) -> Callable[[str], _Found]:
    """Finds one word, of which there may be very many."""

    def find(text: str) -> _Found:
        spans: list[Span] = []
        at = text.find(word)
        while at >= 0 and len(spans) < FIRST:
            spans.append(Span(at, at + len(word)))
            at = text.find(word, at + len(word))
        return text.count(word), tuple(spans)

    return find


def _phrase(words: Sequence[str]) -> Callable[[str], _Found]:
    """Finds words that follow each other."""
    usual = _word(" ".join(words))
    pattern = re.compile(_BLANKS.join(map(re.escape, words)))
    odd = [f"{word}{gap}" for word in words[:-1] for gap in _ODD_GAPS]

    def find(text: str) -> _Found:
        if not any(gap in text for gap in odd):
            return usual(text)
        spans = [match.span() for match in pattern.finditer(text)]
        return len(spans), tuple(Span(*span) for span in spans[:FIRST])

    return find


def _apart(text: str, words: Sequence[str]) -> _Found:
    """The paragraphs that have all of some words, by the first of these in each."""
    found = []
    rarest = min(words, key=text.count)
    at = text.find(rarest)
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        paragraph = text[start:end]
        if all(word in paragraph for word in words):
            first, word = min((paragraph.index(word), word) for word in words)
            found.append(Span(start + first, start + first + len(word)))
        at = text.find(rarest, end)
    return len(found), tuple(found[:FIRST])


def as_typed(text: str) -> str:
    """A text as it would be typed, one character for one."""
    from newsdiff.layout.haystack import plain

    return plain(text)


class Texts:
    """The texts of articles by their place, as many as there is room for."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._given: dict[int, str] = {}
        """As they are, until somebody searches."""
        self._typed: dict[int, str] = {}
        self._small: dict[int, str] = {}
        """The same without capitals."""
        self._size = 0

    def put(self, place: int, text: str) -> None:
        """Keeps the text of an article, or the one it has now."""
        self.forget(place)
        if self._size + len(text) <= self._most:
            self._given[place] = text
            self._size += len(text)

    def forget(self, place: int) -> None:
        """Keeps it no longer."""
        for kept in (self._given, self._typed):
            self._size -= len(kept.pop(place, ""))
        self._small.pop(place, None)

    def prepare(self) -> None:
        """Makes the first search as fast as any other."""
        for place, text in self._given.items():
            self._typed[place] = as_typed(text)
            self._small[place] = self._typed[place].lower()
        self._given.clear()

    def find(self, wanted: Wanted) -> dict[int, Hits]:
        """Where words stand, of every text that is kept."""
        self.prepare()
        texts = self._typed if wanted.cased else self._small
        return dict(wanted.in_texts(texts.items()))

    def lacking(self, places: Iterable[int]) -> list[int]:
        """Those of some places whose texts are not kept."""
        return [p for p in places if p not in self._typed and p not in self._given]


def find_in(text: str, words: str) -> Hits | None:
    """Where words stand in one text as it is."""
    wanted = Wanted(words)
    typed = as_typed(text)
    searched = typed if wanted.cased else typed.lower()
    return dict(wanted.in_texts([(0, searched)])).get(0)


def around(text: str, span: Span, room: int) -> tuple[str, Span]:
    """The words around a place, in a line of some characters; and the place in it."""
    before = max(0, min(room - (span.end - span.start), room // 3))
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - before)
    if start and text[start - 1] not in "\n " and " " in text[start : span.start]:
        start = text.index(" ", start) + 1
    cut = start > 0 and text[start - 1] != "\n"
    below = text.find("\n", span.end)
    below = len(text) if below < 0 else below
    lead, end, tail = "…" if cut else "", min(below, start + room), ""
    if end < below and (blank := text.rfind(" ", span.end, end)) > 0:
        end, tail = blank, " …"
    line = lead + text[start:end].replace("\t", " ") + tail
    shift = len(lead) - start
    return line, Span(span.start + shift, min(span.end + shift, len(line)))
