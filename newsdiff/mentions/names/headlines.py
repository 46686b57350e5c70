"""Names in lines whose capitals tell nothing: title-case headlines, all capitals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsdiff.english.gazetteer import Known, known_names, known_words
from newsdiff.english.lexicon import CALENDAR, is_common_word, is_given_name, is_title
from newsdiff.english.tables import Match, word_group
from newsdiff.english.words import Token, is_function_word
from newsdiff.mentions.names.casing import Casing, Style, is_small
from newsdiff.mentions.names.chains import Candidate, key_of, kind_of_words
from newsdiff.model import Kind, Span

_LONGEST_CHAIN: Final = 6


class HeadlineReader:
    """Reads lines in which every word has a capital.

    Args:
        text: The article's text.
        casing: The evidence of its other sentences.
        people: Words of the people's names found there, folded.
        chains: Names of several words found there, by their folded words.
    """

    def __init__(
        self,
        text: str,
        casing: Casing,
        people: set[str],
        chains: Mapping[tuple[str, ...], Candidate],
    ) -> None:
        self._text = text
        self._casing = casing
        self._people = people
        self._chains = chains

    def names(self, words: Sequence[Token], style: Style) -> Iterator[Candidate]:
        """The names of one line, in order."""
        if style is Style.CAPITALS:
            words = [_lowered(token) for token in words]
        i = 0
        while i < len(words):
            size, candidate = (
                self._chain(words, i)
                or self._table(words, i, style)
                or self._unknown(words, i, style)
                or (1, None)
            )
            if candidate:
                yield candidate
            i += size

    def _chain(self, words: Sequence[Token], i: int) -> tuple[int, Candidate] | None:
        """A name of several words that the article's sentences hold too."""
        for size in range(min(_LONGEST_CHAIN, len(words) - i), 1, -1):
            run = words[i : i + size]
            if known := self._chains.get(tuple(token.folded for token in run)):
                span = Span(run[0].start, run[-1].end)
                return size, known._replace(span=span, title=None, in_title=False)
        return None

    def _table(
        self, words: Sequence[Token], i: int, style: Style
    ) -> tuple[int, Candidate] | None:
        match = known_names().longest(words, i)
        if match is None or not self._is_meant(words, i, match, style):
            return None
        run = words[i : i + match.size]
        known = match.value
        folded = tuple(token.folded for token in run)
        span = Span(run[0].start, run[-1].end)
        rule = f"known-{known.form}"
        return match.size, Candidate(
            known.kind, span, None, known.key, rule, known, folded
        )

    def _is_meant(
        self, words: Sequence[Token], i: int, match: Match[Known], style: Style
    ) -> bool:
        token, known = words[i], match.value
        if match.size > 1:
            return True
        if known.ambiguous or token.folded in self._people:
            return False
        if is_common_word(token.folded) or is_function_word(token.folded):
            acronym = token.text.isupper() and style is Style.TITLE
            certain = known.form in ("government", "parties")
            return acronym or certain or token.folded in self._casing.upper
        return True

    def _unknown(
        self, words: Sequence[Token], i: int, style: Style
    ) -> tuple[int, Candidate] | None:
        size = 0
        while i + size < len(words) and self._is_name(words, i + size, style):
            if size and self._text[
                words[i + size - 1].end : words[i + size].start
            ] not in (
                " ",
                ". ",
            ):
                break
            size += 1
        if not size:
            return None
        run = words[i : i + size]
        folded = tuple(token.folded for token in run)
        kind, rule = kind_of_words(folded)
        span = Span(run[0].start, run[-1].end)
        titled = i > 0 and is_title(words[i - 1].folded)
        if titled and kind is None:
            kind, rule = Kind.PERSON, "title"
        return size, Candidate(
            kind, span, None, key_of(kind, folded), rule, None, folded
        )

    def _is_name(self, words: Sequence[Token], i: int, style: Style) -> bool:
        token = words[i]
        word = token.folded
        small = is_small(token) or word in CALENDAR
        if not token.text[0].isupper() or small or word in word_group("names", "plain"):
            return False
        if i and known_names().longest(words, i) and word not in self._people:
            return False
        if word in self._people:
            return word not in self._casing.lower or not is_common_word(word)
        if style is Style.TITLE and len(token.text) > 1 and token.text.isupper():
            return not token.text.isdigit() and word not in self._casing.lower
        if (
            is_given_name(word)
            and i + 1 < len(words)
            and words[i + 1].text[0].isupper()
        ):
            following = words[i + 1].folded
            if not is_common_word(following) and not is_function_word(following):
                return word not in self._casing.lower
        return self._casing.is_name_among_capitals(token)


def _lowered(token: Token) -> Token:
    """A word in capitals as a name would write it: "NORWAY" as "Norway"."""
    if token.text in known_words():
        return token
    return token._replace(text=token.text.capitalize())
