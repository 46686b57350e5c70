"""Words cut into pieces that a vocabulary knows, each with its place in the text.

The pieces and places are those of BERT's uncased tokenizer, but for one thing: there a
sign that no piece knows takes its word with it, so that "₽250m" and "₽900m" are the
same. Here the sign alone is unknown. A text has no say in how it is read: "[SEP]"
written in an article is three pieces like any other words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Final, NamedTuple

LONGEST_WORD: Final = 100
"""Characters of a word past which it is not looked up."""
_SPACES: Final = "\t\n\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_CHUNK: Final = re.compile(f"[^{_SPACES}]+")
_KEPT_CHUNK: Final = 40
"""Characters of the longest stretch whose pieces are remembered."""
_KEPT: Final = 20_000
_CONTROL: Final = frozenset({"Cc", "Cf", "Co", "Cs"})
"""What is left out. Characters without a meaning yet (Cn) are not: those differ from
one version of Python to the next."""
_IDEOGRAPHS: Final = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)
"""Chinese characters, each a word of its own; first and last of each block."""


class Piece(NamedTuple):
    """A piece of a word."""

    id: int
    start: int
    end: int


class Character(NamedTuple):
    """What a character becomes before words are looked up."""

    text: str
    """In lower case, without accents; empty where it goes."""
    alone: bool
    """It is a word by itself, as marks are."""


class WordPiece:
    """Cuts texts by one vocabulary.

    Args:
        pieces: Pieces with their numbers; those inside a word begin with "##".
        unknown: The number for a word that cannot be made of them.
    """

    def __init__(self, pieces: Mapping[str, int], unknown: int) -> None:
        self._pieces = pieces
        self._unknown = unknown
        self._longest = max(map(len, pieces), default=0)
        self._known = lru_cache(_KEPT)(lambda chunk: tuple(self._cut(chunk)))

    def cut(self, text: str, most: int) -> list[Piece]:
        """The pieces of a text, in order, the first `most` of them."""
        found: list[Piece] = []
        for match in _CHUNK.finditer(text):
            chunk, at = match.group(), match.start()
            short = len(chunk) <= _KEPT_CHUNK
            pieces = self._known(chunk) if short else islice(self._cut(chunk), most)
            found += [Piece(n, at + start, at + end) for n, start, end in pieces]
            if len(found) >= most:
                break
        return found[:most]

    def _cut(self, chunk: str) -> Iterator[Piece]:
        """The pieces of a stretch without spaces."""
        for word, places in _words(chunk):
            if found := self._looked_up(word, places):
                yield from found
                continue
            for start, end in _around_signs(word):
                own = places[start:end]
                unknown = Piece(self._unknown, own[0], own[-1] + 1)
                yield from self._looked_up(word[start:end], own) or [unknown]

    def _looked_up(self, word: str, places: list[int]) -> list[Piece]:
        """The longest pieces from the left that make up a word; none if none do.

        Args:
            word: As it is looked up.
            places: Where in the text each of its characters comes from.
        """
        found: list[Piece] = []
        start = 0
        if len(word) > LONGEST_WORD:
            return []
        while start < len(word):
            mark = "##" if start else ""
            for end in range(min(len(word), start + self._longest), start, -1):
                number = self._pieces.get(mark + word[start:end])
                if number is not None:
                    break
            else:
                return []
            found.append(Piece(number, places[start], places[end - 1] + 1))
            start = end
        return found


def _around_signs(word: str) -> Iterator[tuple[int, int]]:
    """The places of a word's signs (₽, ▲), and of what stands between them.

    What is made of signs alone stays whole.
    """
    start = 0
    told = any(map(str.isalnum, word))
    for place, char in enumerate(word):
        if told and unicodedata.category(char)[0] == "S":
            if start < place:
                yield start, place
            yield place, place + 1
            start = place + 1
    if start < len(word):
        yield start, len(word)


def _words(chunk: str) -> Iterator[tuple[str, list[int]]]:
    """The words of a stretch without spaces, with the places of their characters."""
    if chunk.isascii() and chunk.isalnum():
        yield chunk.lower(), list(range(len(chunk)))
        return
    word = ""
    places: list[int] = []
    for place, char in enumerate(chunk):
        text, alone = _character(char)
        if alone and word:
            yield word, places
            word, places = "", []
        if alone:
            yield text, [place] * len(text)
        else:
            word += text
            places += [place] * len(text)
    if word:
        yield word, places


@lru_cache(maxsize=4096)
def _character(char: str) -> Character:
    if unicodedata.category(char) in _CONTROL or char == "\ufffd":
        return Character("", alone=False)
    apart = unicodedata.normalize("NFD", char)
    text = "".join(c for c in apart if unicodedata.category(c) != "Mn").lower()
    return Character(text, alone=bool(text) and (_is_ideograph(char) or _is_mark(text)))


def _is_ideograph(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _IDEOGRAPHS)


def _is_mark(char: str) -> bool:
    """Whether it is punctuation; every ASCII sign counts as such."""
    return unicodedata.category(char[0])[0] == "P" or (
        char.isascii() and not char.isalnum()
    )
