"""What sentences state, as values that can be compared.

`mentions_of` finds names, places, numbers, dates and quotations by rules whose word
lists lie in `data/`, each mention with its place and the rule that found it.
"""

from __future__ import annotations

from newsdiff.mentions.dates import dates
from newsdiff.mentions.names import NameFinder
from newsdiff.mentions.numbers import numbers
from newsdiff.mentions.quotes import quotes
from newsdiff.mentions.words import Token, fold, is_function_word, rarity, tokens
from newsdiff.model import Article, Kind, Mention, Span

__all__ = ["Token", "fold", "is_function_word", "mentions_of", "rarity", "tokens"]

_PRECEDENCE = (Kind.DATE, Kind.PLACE, Kind.ORGANIZATION, Kind.PERSON, Kind.NUMBER)
"""Of two overlapping mentions the longer stays; of equal ones the earlier kind."""


def mentions_of(article: Article) -> tuple[Mention, ...]:
    """The mentions of all compared sentences, in the order of the text.

    Quotations may hold other mentions; apart from that none overlap.
    """
    compared = [i for i, s in enumerate(article.sentences) if s.role.compared]
    words = {
        i: tokens(article.text, article.sentences[i].start, article.sentences[i].end)
        for i in compared
    }
    finder = NameFinder(article.text, list(words.values()))
    found: list[Mention] = []
    for i in compared:
        span = article.sentences[i].span
        found += quotes(article.text, span, i)
        found += _disjoint(
            [
                *dates(article.text, span, i),
                *finder.names(words[i], i),
                *numbers(article.text, words[i], i, span),
            ]
        )
    return tuple(sorted(found, key=lambda m: (m.span, m.kind)))


def _disjoint(candidates: list[Mention]) -> list[Mention]:
    """The longest of overlapping candidates."""
    kept: list[Mention] = []
    taken: list[Span] = []
    for mention in sorted(
        candidates,
        key=lambda m: (m.span.start - m.span.end, _PRECEDENCE.index(m.kind), m.span),
    ):
        span = mention.span
        if not any(span.start < t.end and t.start < span.end for t in taken):
            taken.append(span)
            kept.append(mention)
    return kept
