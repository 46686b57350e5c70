"""Annotated stories as an encoder learns from them: tokens, links, untold words.

An article that several pairs share is there once. Stories about one event are one
story, so that no fold learns from what another is judged by.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.goldsets import rows, story_of
from newsdiff.encoding.windows import FRAME, Window, windows_of
from newsdiff.encoding.wordpiece import Piece, WordPiece
from newsdiff.model import Pair

LINK_SETS: Final = (
    *("outlets_dev", "outlets2_dev", "ecb_dev", "ecb2_dev", "superpal_dev"),
)
OMISSION_SET: Final = "omissions_dev"
LIMIT: Final = 256
"""Tokens of the longest window. 400, with a lead of 100, took half as long again and
linked no better."""
LEAD: Final = 64
"""Most tokens of the sentence before a window that lead it."""
_COUNTED: Final = re.compile(r"\w{3,}")
"""The words by which omissions are judged."""
_WHOLE: Final = "*"


@dataclass(frozen=True)
class TokenisedArticle:
    """An article as the encoder reads it."""

    sentences: tuple[str, ...]
    pieces: tuple[tuple[Piece, ...], ...]
    """Those of each sentence, at least one."""

    @cached_property
    def lengths(self) -> list[int]:
        """The tokens of each sentence."""
        return [len(own) for own in self.pieces]

    @cached_property
    def windows(self) -> list[Window]:
        """The windows it is read in."""
        return windows_of(self.lengths, LIMIT, LEAD)


@dataclass(frozen=True, slots=True)
class Untold:
    """What an annotator says of an article's tokens, one after the other."""

    told: NDArray[np.float32]
    """1 where the other article tells it, 0 where it does not."""
    counted: NDArray[np.float32]
    """1 where the token is of a word that counts."""


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """Two articles by their numbers in a story, and their links."""

    articles: Pair[int]
    links: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class ReadPair:
    """Two articles by their numbers in a story, read word by word."""

    articles: Pair[int]
    untold: Pair[Untold]


@dataclass(frozen=True, slots=True)
class Story:
    """Articles about one event, with what was annotated."""

    articles: list[TokenisedArticle] = field(default_factory=list)
    linked: list[LinkedPair] = field(default_factory=list)
    read: list[ReadPair] = field(default_factory=list)

    def number_of(self, article: TokenisedArticle) -> int:
        """The number of an article, which is added if need be."""
        if article not in self.articles:
            self.articles.append(article)
        return self.articles.index(article)


def load_stories(words: WordPiece, unknown: int) -> dict[str, Story]:
    """Every annotated story, by its name.

    Args:
        words: Cuts text into tokens.
        unknown: The token of a sentence without any.
    """
    stories: dict[str, Story] = {}
    known: dict[tuple[str, ...], TokenisedArticle] = {}
    for name in (*LINK_SETS, OMISSION_SET):
        for row in rows(name):
            sides = Pair(tuple(row["a"]), tuple(row["b"]))
            for side in sides:
                if side not in known:
                    known[side] = _tokenised(side, words, unknown)
            story = stories.setdefault(story_of(name, row), Story())
            numbers = Pair(*(story.number_of(known[side]) for side in sides))
            if name == OMISSION_SET:
                untold = Pair(
                    _untold(known[sides.a], row["only_a"]),
                    _untold(known[sides.b], row["only_b"]),
                )
                story.read.append(ReadPair(numbers, untold))
            else:
                links = tuple((i, j) for i, j, *_ in row["gold"])
                story.linked.append(LinkedPair(numbers, links))
    return stories


def _tokenised(
    sentences: tuple[str, ...], words: WordPiece, unknown: int
) -> TokenisedArticle:
    nothing = [Piece(unknown, 0, 0)]
    pieces = (words.cut(s, LIMIT - FRAME) or nothing for s in sentences)
    return TokenisedArticle(sentences, tuple(map(tuple, pieces)))


def _untold(article: TokenisedArticle, phrases: Sequence[tuple[int, str]]) -> Untold:
    only = [np.zeros(len(s), bool) for s in article.sentences]
    for i, phrase in phrases:
        at = 0 if phrase == _WHOLE else article.sentences[i].index(phrase)
        only[i][at : None if phrase == _WHOLE else at + len(phrase)] = True
    told, counted = [], []
    for text, missing, pieces in zip(
        article.sentences, only, article.pieces, strict=True
    ):
        words = [m.span() for m in _COUNTED.finditer(text)]
        for _, start, end in pieces:
            told.append(float(missing[start:end].mean() <= 0.5) if end > start else 1.0)
            counted.append(float(any(s < end and start < e for s, e in words)))
    return Untold(np.array(told, np.float32), np.array(counted, np.float32))


def folds_of(names: Iterable[str], number: int) -> dict[str, int]:
    """Story → fold, each with as many stories, the same every time."""
    order = sorted(names)
    np.random.default_rng(5).shuffle(order)
    return {name: k % number for k, name in enumerate(order)}
