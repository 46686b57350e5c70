"""Where an article has the words of a fact that was not recognised in it.

"42 members" and "42 Republicans" count different things by their words, and a name is
read in one article and overlooked in the other: to say that no sentence speaks of them
would be wrong, where the very words stand in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsdiff.english.words import folded_words
from newsdiff.model import SIDES, Article, Kind, Link, Mention, Pair, Side, Span, State

_LONG_QUOTE: Final = 5
"""Words from which a quotation stands for itself wherever it is found."""
_FEWEST_DIGITS: Final = 2
"""A smaller number is told of anything."""


@dataclass(frozen=True, slots=True)
class Echoes:
    """Both articles, ready to be searched for each other's words."""

    articles: Pair[Article]
    mentions: Pair[Mapping[int, Sequence[Mention]]]
    """The mentions of each sentence."""
    linked: Pair[Mapping[int, Sequence[Link]]]
    """The links of each sentence."""

    @classmethod
    def of(
        cls,
        articles: Pair[Article],
        links: Sequence[Link],
        mentions: Pair[Sequence[Mention]],
    ) -> Echoes:
        """What is searched.

        Args:
            articles: Both.
            links: The links between them.
            mentions: The mentions of both.
        """
        linked: Pair[defaultdict[int, list[Link]]] = Pair(
            defaultdict(list), defaultdict(list)
        )
        there: Pair[defaultdict[int, list[Mention]]] = Pair(
            defaultdict(list), defaultdict(list)
        )
        for side in SIDES:
            for link in links:
                linked[side][link.index(side)].append(link)
            for mention in mentions[side]:
                there[side][mention.sentence].append(mention)
        return cls(articles, there, linked)

    def places(self, side: Side, mentions: Sequence[Mention]) -> tuple[Span, ...]:
        """Where the article on the other side has the words of a fact.

        Args:
            side: Whose fact it is.
            mentions: All of its mentions there.
        """
        found = {span for mention in mentions for span in self._of(side, mention)}
        return tuple(sorted(found))

    def _of(self, side: Side, mention: Mention) -> Iterator[Span]:
        article, other = self.articles[side], self.articles[side.other]
        plain = _is_plain(article, mention)
        pattern = _pattern(article.text[slice(*mention.span)], exactly=plain)
        if pattern is None:
            return
        for i in self._sentences(side, mention):
            for match in pattern.finditer(other.text, *other.sentences[i].span):
                span = Span(*match.span())
                opens = plain and span.start == other.sentences[i].start
                if not opens and not self._is_part(side.other, i, span):
                    yield span

    def _sentences(self, side: Side, mention: Mention) -> Sequence[int]:
        """Where the words would tell the same."""
        words = folded_words(self.articles[side].text, *mention.span)
        if mention.kind.is_name or (
            mention.kind is Kind.QUOTE and len(words) >= _LONG_QUOTE
        ):
            return self.articles[side.other].compared
        digits = sum(char.isdigit() for word in words for char in word)
        if mention.kind is Kind.QUOTE or digits < _FEWEST_DIGITS:
            return []
        return [
            link.index(side.other)
            for link in self.linked[side].get(mention.sentence, ())
            if link.state is State.MATCHED
        ]

    def _is_part(self, side: Side, sentence: int, span: Span) -> bool:
        """Whether a name, number or date there goes on beyond these words."""
        return any(
            mention.kind is not Kind.QUOTE
            and mention.span.start <= span.start
            and span.end <= mention.span.end
            and mention.span.end - mention.span.start > span.end - span.start
            for mention in self.mentions[side].get(sentence, ())
        )


def _is_plain(article: Article, mention: Mention) -> bool:
    """Whether a name is one word: in small letters, or first, it may be any word."""
    return mention.kind.is_name and len(folded_words(article.text, *mention.span)) < 2


@lru_cache(maxsize=4096)
def _pattern(words: str, *, exactly: bool) -> re.Pattern[str] | None:
    """The words with whatever marks between; capitals only where `exactly`."""
    parts = re.findall(r"[^\W_]+", words)
    if not parts:
        return None
    flags = re.NOFLAG if exactly else re.IGNORECASE
    inside = r"[\W_]+".join(map(re.escape, parts))
    return re.compile(rf"(?<!\w){inside}(?!\w)", flags)
