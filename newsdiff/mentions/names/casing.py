"""What capitals tell in an article, and where they tell nothing.

A capital says little at the start of a sentence and nothing in a title-case headline
or in all capitals. What a word is there, the rest of the article shows: the words it
writes with a capital in the middle of a sentence, and those it writes in lower case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsdiff.english.gazetteer import known_words
from newsdiff.english.lexicon import (
    is_common_word,
    is_given_name,
    is_title,
)
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import Token, fold, is_function_word
from newsdiff.mentions.names.labels import is_label
from newsdiff.mentions.names.unknowns import speaks_or_is_paired
from newsdiff.model import Span

_OPENING: Final = frozenset('“"«‘(?!:;–•…|*')
"""Marks after which a capital may be a mere beginning."""
_QUOTED: Final = re.compile(r"[“\"][^“”\"]{4,90}[”\"]|[‘'](?=[A-Z])[^‘’']{4,60}[’']")
_ENDS: Final = frozenset('.!?…:;”"')
_TITLE_SHARE: Final = 0.8
_CAPITAL_SHARE: Final = 0.8
_LEAST_WORDS: Final = 3
"""Words a line must hold before its capitals are judged."""

_INTRODUCED: Final = 6
"""Words behind a name within which its title ends."""


class Style(Enum):
    """How a sentence uses capitals."""

    NORMAL = "names only"
    TITLE = "Every Word of Weight"
    CAPITALS = "ALL LETTERS"


def name_tokens(text: str, words: Sequence[Token]) -> list[Token]:
    """The words as names need them.

    Possessive endings are cut off, the letters of "U.S." are one word, and compounds
    with a known place come apart ("US-led", "pro-Russian").
    """
    found: list[Token] = []
    for word in words:
        token = word
        if len(token.text) == 1 and _joins_letters(text, found, token):
            before = found.pop()
            token = _token(text, before.start, token.end)
        if len(token.text) <= 5 and token.text[-1].isupper():
            token = _with_dot(text, token)
        elif token.text[-2:] in ("'s", "’s"):
            token = _token(text, token.start, token.end - 2)
        if "-" in token.text and any(c.isupper() for c in token.text):
            found += _parts(text, token)
        else:
            found.append(token)
    return found


def _token(text: str, start: int, end: int) -> Token:
    surface = text[start:end]
    return Token(start, end, surface, fold(surface))


def _joins_letters(text: str, found: list[Token], token: Token) -> bool:
    if not found or not token.text.isupper():
        return False
    before = found[-1]
    gap = text[before.end : token.start]
    dotted = gap == "." or (gap == "" and before.text[-1] == ".")
    letters = before.text.replace(".", "").isupper() or before.text == "Ph"
    return dotted and letters and len(before.text) < 8


def _with_dot(text: str, token: Token) -> Token:
    """The word with its last full stop, where it is dotted like "U.S"."""
    dotted = "." in token.text and text[token.end : token.end + 1] == "."
    return _token(text, token.start, token.end + 1) if dotted else token


def _parts(text: str, token: Token) -> list[Token]:
    if token.text in known_words():
        return [token]
    parts = token.text.split("-")
    party = parts[0] in ("R", "D", "I") and parts[1][:1].isupper()
    if not party and not any(p[:1].isupper() and p in known_words() for p in parts):
        return [token]
    return _split(text, token)


def _split(text: str, token: Token) -> list[Token]:
    found, start = [], token.start
    parts = token.text.split("-")
    for part, following in zip(parts, [*parts[1:], ""], strict=True):
        if len(part) > 1:  # the party of "D-Iowa" is no name
            one = _token(text, start, start + len(part))
            people = table("names")["combining"].get(part)
            if people and following in known_words() and following[-1] != "c":
                # "Indo-Pacific" is a region
                one = one._replace(text=people, folded=fold(people))
            found.append(one)
        start += len(part) + 1
    return found


def style_of(words: Sequence[Token], least: int = _LEAST_WORDS) -> Style:
    """How a sentence uses capitals.

    Common words decide: names and titles have capitals in any style, and so has the
    first word.

    Args:
        words: The words of the sentence.
        least: How many common words of weight it must hold to be judged.
    """
    if _is_in_capitals(words):
        return Style.CAPITALS
    weighty = [t.text[0].isupper() for t in words[1:] if _is_weighty(t.folded)]
    if len(weighty) < least:
        return Style.NORMAL
    titled = sum(weighty) >= _TITLE_SHARE * len(weighty)
    return Style.TITLE if titled else Style.NORMAL


def _is_in_capitals(words: Sequence[Token]) -> bool:
    if not any(token.text.isupper() for token in words[1:3]):
        return False  # as nearly every sentence
    letters = [token.text for token in words if token.text.isalpha()]
    capitals = sum(word.isupper() for word in letters if len(word) > 1)
    return len(letters) >= _LEAST_WORDS and capitals >= _CAPITAL_SHARE * len(letters)


@lru_cache(maxsize=20_000)
def _is_weighty(folded: str) -> bool:
    """Whether a word's capital tells of the style: a common word, in no title."""
    return (
        len(folded) > 3
        and folded[0].isalpha()
        and not is_function_word(folded)
        and is_common_word(folded)
        and folded not in _words_of_names()
    )


@cache
def _words_of_names() -> frozenset[str]:
    """Common words that names hold: "minister", "council", "river"."""
    groups = ("titles", "modifiers", "organizations", "things", "places")
    return frozenset().union(*(word_group("names", group) for group in groups))


class Segment(NamedTuple):
    """Words that use capitals in one way: a sentence, or a title quoted in one."""

    sentence: int
    words: list[Token]
    style: Style


def segments(
    text: str, sentences: Mapping[int, Sequence[Token]], headings: Collection[int]
) -> list[Segment]:
    """The sentences cut where their use of capitals changes.

    Args:
        text: The article's text.
        sentences: Number of each sentence → its words.
        headings: Numbers of those that are headlines or subheadings.
    """
    found = []
    for i, tokens in sentences.items():
        words = name_tokens(text, tokens)
        heads = i in headings or not _is_ended(text, words)
        style = style_of(words, 1 if heads else _LEAST_WORDS)
        if style is Style.NORMAL and len(words) > 2:
            for title in _quoted_titles(text, words):
                found.append(Segment(i, title, Style.TITLE))
                words = [token for token in words if token not in title]
        found.append(Segment(i, words, style))
    return found


def _is_ended(text: str, words: Sequence[Token]) -> bool:
    """Whether a full stop or its like stands at the end, as headlines have none."""
    ahead = text[words[-1].end - 1 : words[-1].end + 3] if words else ""
    return not _ENDS.isdisjoint(ahead)


def _quoted_titles(text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
    """Titles in quotation marks, in which every word of weight has a capital."""
    for match in _QUOTED.finditer(text, words[0].start - 1, words[-1].end + 2):
        inside = [t for t in words if match.start() < t.start and t.end <= match.end()]
        if len(inside) > 1 and style_of([inside[0], *inside], 2) is Style.TITLE:
            yield inside


class Casing:
    """The evidence of an article's capitals.

    Args:
        text: The article's text.
        sentences: The words of its sentences in ordinary style, from `name_tokens`.
    """

    def __init__(self, text: str, sentences: Sequence[Sequence[Token]]) -> None:
        self._text = text
        self.upper: Counter[str] = Counter()
        self.opening: Counter[str] = Counter()
        self.lower: set[str] = set()
        self._pairs: set[tuple[str, str]] = set()
        for words in sentences:
            self._read(words)

    def _read(self, words: Sequence[Token]) -> None:
        for i, token in enumerate(words):
            if token.text[0].islower():
                self.lower.add(token.folded)
            elif not token.text[0].isupper():
                continue
            elif self.opens(words, i):
                self.opening[token.folded] += 1
            else:
                self.upper[token.folded] += 1
                if i + 1 < len(words) and words[i + 1].text[0].isupper():
                    self._pairs.add((token.folded, words[i + 1].folded))

    def apart(self, words: Sequence[Token]) -> list[Token]:
        """The words with two people's names cut apart: "Putin-Kim summit"."""
        if not any("-" in token.text for token in words):
            return list(words)
        found: list[Token] = []
        for token in words:
            parts = token.text.split("-") if "-" in token.text else [""]
            ends = word_group("names", "compounds")
            names = [p for p in parts if p[:1].isupper() and self._is_known(fold(p))]
            tail = len(parts) == 2 and parts[0][:1].isupper() and parts[1] in ends
            if tail or (names and len(names) == len(parts)):
                found += _split(self._text, token)
            else:
                found.append(token)
        return found

    def _is_known(self, folded: str) -> bool:
        if folded in self.upper:
            return True
        return folded in self.opening and not is_common_word(folded)

    def opens(self, words: Sequence[Token], i: int) -> bool:
        """Whether a capital at `words[i]` may be a mere beginning."""
        if not i:
            return True
        before = words[i - 1]
        gap = self._text[before.end : words[i].start]
        if gap == " ":
            return False
        if "." in gap and before.text[0].islower():
            return True
        return "--" in gap or not _OPENING.isdisjoint(gap)

    def is_name_at_start(self, words: Sequence[Token], i: int) -> bool:
        """Whether a capitalised word that opens a sentence begins a name."""
        word = words[i].folded
        following = words[i + 1] if i + 1 < len(words) else None
        if word in word_group("names", "openers"):
            return False
        if following and (word, following.folded) in self._pairs:
            return True
        if word in self.upper:
            return word not in self.lower
        if word in self.lower:
            return False
        if not is_common_word(word) or self._is_introduced(words, i):
            return True
        return (
            is_given_name(word)
            and following is not None
            and following.text[0].isupper()
            and not is_common_word(following.folded)
        )

    def _is_introduced(self, words: Sequence[Token], i: int) -> bool:
        """Whether what follows shows that a word is a name.

        A title does: "Marsh, the governor, is"; a verb, or a name: "Carver and Voss";
        the colon of a transcript: "LANE: No."
        """
        start, end, _, word = words[i]
        label = is_label(self._text, Span(start, end), word)
        if label or speaks_or_is_paired(self._text, end, word):
            return True
        article = words[i + 1] if i + 2 < len(words) else None
        if article is None or article.folded not in ("the", "a", "an"):
            return False
        if self._text[words[i].end : article.start] != ", ":
            return False
        titles = (w for w in words[i + 2 : i + _INTRODUCED] if is_title(w.folded))
        title = next(titles, None)
        return title is not None and self._text[title.end : title.end + 1] == ","

    def is_name_among_capitals(self, token: Token) -> bool:
        """Whether a word is a name though every word around it has a capital."""
        word = token.folded
        if is_small(token) or word in self.lower:
            return False
        return not is_common_word(word)


def is_small(token: Token) -> bool:
    """A word of grammar, "You've" included; "WHO" is none."""
    if token.folded.endswith("n't") or token.folded in ("oh", "yes", "ah", "well"):
        return True
    if token.text.replace("’", "'").partition("'")[2][:1].isupper():
        return False  # "d'Holm", "O'Holm"
    stem = token.folded.split("'")[0]
    return is_function_word(stem or token.folded) and not (
        len(token.text) > 1 and token.text.isupper()
    )
