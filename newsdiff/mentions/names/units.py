"""A unit of a run of capitals, and what may stand inside a person's name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from newsdiff.english.gazetteer import Known, known_words
from newsdiff.english.lexicon import is_title
from newsdiff.english.tables import word_group
from newsdiff.english.words import Token
from newsdiff.mentions.names.keys import is_generation

_NICKNAME: Final = re.compile(
    r" (?:“(?P<a>[^“”]{2,25})”|\"(?P<b>[^\"]{2,25})\"|‘(?P<c>[^‘’]{2,25})’"
    r"|'(?P<d>[^']{2,25})'|\([“\"‘']?(?P<e>[^()“”\"‘’']{2,25})[”\"’']?\)) (?=[^\W\d_])"
)
_OPENING: Final = frozenset("“\"‘'(")
_MOST_WORDS: Final = 3
_VERBS: Final = frozenset("is was has had will would became who died won lost".split())


class Unit(NamedTuple):
    """A word of a run, or several that a table knows as one name."""

    first: int
    """Index of its first word in the sentence."""
    end: int
    """Index after its last word."""
    known: Known | None
    folded: str
    paired: bool = False
    """Whether an "&" stands before it."""

    @property
    def is_word(self) -> bool:
        """Whether no table knows it."""
        return self.known is None


def after_nickname(text: str, words: Sequence[Token], i: int, last: Unit) -> int:
    """Index of the word behind a nickname that stands at `words[i]`; else `i`.

    Args:
        text: The article's text.
        words: All words of the sentence.
        i: Index of the word after the unit.
        last: The unit before it: a given name, or the title of one.
    """
    end = words[last.end - 1].end
    match = text[end + 1 : end + 2] in _OPENING and _NICKNAME.match(text, end)
    if not match or not last.is_word or _names_thing(last.folded):
        return i
    nickname = match[match.lastgroup or 0]
    if not nickname[0].isupper() or len(nickname.split()) > _MOST_WORDS:
        return i
    if nickname.isupper() or nickname in known_words():
        return i
    k = next((k for k in range(i, len(words)) if words[k].start >= match.end()), i)
    following = words[k]
    begins = following.start == match.end() and following.text[0].isupper()
    surname = not is_title(following.folded) and not _names_thing(following.folded)
    return k if begins and surname else i


def _names_thing(folded: str) -> bool:
    groups = ("organizations", "places", "things")
    return any(folded in word_group("names", group) for group in groups)


def number_after(words: Sequence[Token], i: int, units: Sequence[Unit]) -> Unit | None:
    """The unit "the third" at `words[i]`, where it tells which of one name is meant.

    In "Carl Harrow the third inherited it", not in "gave Carl Harrow the third prize".
    """
    if words[i].text != "the" or len(units) < 2 or i + 1 >= len(words):
        return None
    number, last = words[i + 1], units[-1]
    if not (is_generation(number.folded) and last.is_word):
        return None
    word = words[i + 2].folded if i + 2 < len(words) else ""
    verb = word.endswith("ed") or word in _VERBS
    verb = verb or word in word_group("attribution", "verbs")
    if _names_thing(last.folded) or not (verb or number.text[0].isupper()):
        return None
    return Unit(i, i + 2, None, number.folded)
