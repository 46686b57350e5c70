"""The word lists and tables of `data/`, read once, and phrases found among words."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Generic, NamedTuple, TypeVar

from newsdiff.english.words import DATA, WORD, Token

T = TypeVar("T")


@cache
def table(name: str) -> dict[str, Any]:
    """A TOML file of the data folder."""
    return tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))


@cache
def word_group(name: str, group: str) -> frozenset[str]:
    """The words of one multi-line string of a TOML file."""
    return frozenset(table(name)[group].split())


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of a plain list; lines that begin with # are remarks."""
    lines = (DATA / f"{name}.txt").read_text("utf-8").splitlines()
    return frozenset(w for line in lines if line[:1] != "#" for w in line.split())


class Match(NamedTuple, Generic[T]):
    """A phrase found among words."""

    size: int
    """Words it spans."""
    value: T


class Phrases(Generic[T]):
    """Phrases of one or more words, found by their first word.

    Args:
        entries: What each phrase stands for. Phrases are compared with the `text` of
            tokens, so upper and lower case count.
        folded: Compare with the `folded` form of tokens instead.
    """

    def __init__(self, entries: Mapping[str, T], *, folded: bool = False) -> None:
        self._folded = folded
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = defaultdict(list)
        for phrase, value in entries.items():
            words = (phrase,) if phrase.isalpha() else split(phrase)
            self._first[words[0]].append((words, value))
        for options in self._first.values():
            if len(options) > 1:
                options.sort(key=lambda option: (-len(option[0]), option[0]))

    def longest(self, words: Sequence[Token], i: int) -> Match[T] | None:
        """The longest phrase that begins with `words[i]`."""
        token = words[i]
        first = token.folded if self._folded else token.text
        for phrase, value in self._first.get(first, ()):
            size = len(phrase)
            if size == 1:
                return Match(1, value)
            run = words[i + 1 : i + size]
            if self._folded:
                if tuple([t.folded for t in run]) == phrase[1:]:
                    return Match(size, value)
            elif tuple([t.text for t in run]) == phrase[1:]:
                return Match(size, value)
        return None


def split(phrase: str) -> tuple[str, ...]:
    """The words of a phrase as they stand among tokens; "U.S." is one."""
    if phrase.replace(" ", "").isalpha():
        return tuple(phrase.split())
    return tuple(
        part
        for piece in phrase.split()
        for part in ([piece] if _dotted(piece) else WORD.findall(piece))
    )


def _dotted(piece: str) -> bool:
    bare = piece.rstrip(",")
    letters = bare.split(".")
    return (
        len(letters) > 2 and not letters[-1] and all(len(x) == 1 for x in letters[:-1])
    )
