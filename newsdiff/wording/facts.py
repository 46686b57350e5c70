"""Facts in a few of the text's own words, so that they read as facts.

"14 schools closed" rather than "14" and "number".
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdiff.comparing import differing_words
from newsdiff.english.words import (
    folded_words,
    is_function_word,
    is_number_word,
    tokens,
)
from newsdiff.mentions.values.units import is_unit
from newsdiff.model import Article, Fact, Kind, Pair, Role, Side, Span, Status
from newsdiff.wording.cutting import (
    ENDS,
    MORE,
    MOST_WORDS,
    QUOTES,
    clean,
    closed,
    hangs_at,
    in_clause,
    phrase,
    stays_open,
    words_of,
)

_ROOM: Final = 3
"""Words more than that with which nothing has to be cut."""
_SHORT_QUOTE: Final = 3
"""Words of a quotation that says little without those around it."""
_FIRST_CLAUSES: Final = 7
"""Words from which the first clauses of a claim stand for it."""


def fact_words(articles: Pair[Article], fact: Fact, side: Side) -> str:
    """A fact as one short phrase of an article's own words, safe to show.

    A claim or a quotation by its first words; a name, a number or a date within its
    clause, about three to ten words of it. Empty where the side does not tell it.

    Args:
        articles: Both.
        fact: A fact of theirs.
        side: Whose words.
    """
    if not fact.spans[side]:
        return ""
    article, span = articles[side], telling_place(articles[side], fact, side)
    value = fact.value[side] or ""
    if fact.kind is Kind.QUOTE and len(value.split()) > _SHORT_QUOTE:
        return _quotation(value)
    number = article.sentence_at(span.start)
    if number is None:
        return clean(value)
    sentence = article.sentences[number].span
    if fact.kind is Kind.CLAIM and fact.status is not Status.CONFLICT:
        return _claim(article.text, sentence, span, value)
    return in_clause(article.text, sentence, _whole(article.text, span, value))


def telling_place(article: Article, fact: Fact, side: Side) -> Span:
    """Where an article tells a fact in full: first in its text, else in a headline.

    Args:
        article: The article.
        fact: A fact that it tells.
        side: Which of a pair it is.
    """
    places = fact.spans[side]
    return next(
        (place for place in places if not in_headline(article, place)), places[0]
    )


def in_headline(article: Article, place: Span) -> bool:
    """Whether a place lies in a headline."""
    sentence = article.sentence_at(place.start)
    return sentence is not None and article.sentences[sentence].role is Role.HEADLINE


def differing_fact_words(articles: Pair[Article], fact: Fact) -> Pair[str]:
    """What two articles have in different words, each around the words that differ.

    Numbers that say not what they count stand within their clauses.

    Args:
        articles: Both.
        fact: A fact that is told with different values.
    """
    values = _differing_values(articles, fact)
    if fact.kind is not Kind.NUMBER or any(map(_says_what, values)):
        return values
    return Pair.each(lambda side: fact_words(articles, fact, side) or values[side])


def _differing_values(articles: Pair[Article], fact: Fact) -> Pair[str]:
    """The values themselves, long ones around the words that differ."""
    if fact.kind is Kind.CERTAINTY:
        return Pair.each(lambda side: fact_words(articles, fact, side))
    values = fact.value.map(lambda value: clean(value or "").strip(QUOTES))
    around = values.map(_around, differing_words(values.a, values.b))
    quoted = fact.kind is Kind.QUOTE
    return around.map(lambda words: f"“{words}”" if quoted else words)


def joined_values(articles: Pair[Article], fact: Fact) -> str:
    """What two articles tell otherwise, what both say written once.

    "three / five dead", "Tuesday / Wednesday"; a number that says not what it counts
    within its clause: "Damage is put at $15 million / $25 million".

    Args:
        articles: Both.
        fact: A fact that is told with different values.
    """
    words = _differing_values(articles, fact)
    own = articles.a
    in_text = not in_headline(own, telling_place(own, fact, Side.A))
    if fact.kind is Kind.NUMBER and not any(map(_says_what, words)) and in_text:
        return f"{fact_words(articles, fact, Side.A)} / {words.b}"
    if fact.kind in (Kind.QUOTE, Kind.CERTAINTY):
        return f"{words.a} / {words.b}"
    one, other = words.map(str.split)
    most = min(len(one), len(other)) - 1
    last = _alike(one[::-1], other[::-1], most)
    first = _alike(one, other, most - last)
    left, right = one[: len(one) - last], other[first:]
    both = f"{' '.join(left)} / {' '.join(right)}"
    return f"source: {both}" if fact.kind is Kind.ATTRIBUTION else both


def _says_what(number: str) -> bool:
    """Whether a number is told with what it counts: "five dead", not "$15 million"."""
    return any(
        not (word[0].isdigit() or is_number_word(word) or is_unit(word))
        and not is_function_word(word)
        for word in folded_words(number)
    )


def _alike(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """How many words two phrases begin with alike, up to a number."""
    pairs = zip(one[:most], other[:most], strict=True)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a.casefold() != b.casefold()), most
    )


def _whole(text: str, span: Span, value: str) -> Span:
    """A place of a fact, with what it is worded with: a number, what it counts.

    The value holds the longest wording; it may stand at another place.
    """
    at = value.find(text[slice(*span)])
    start = span.start - max(0, at)
    if at >= 0 and text.startswith(value, start):
        return Span(start, start + len(value))
    return span


def _claim(text: str, sentence: Span, span: Span, value: str) -> str:
    """A claim by its first clauses, as many as a line has room for."""
    at = text.find(value, sentence.start, sentence.end)
    place = Span(at, at + len(value)) if at >= 0 else span
    place = Span(_with_host(text, place.start), place.end)
    told = words_of(text, place)
    size = len(told.words)
    before = MORE * (place.start > sentence.start and hangs_at(told, 0))
    behind = MORE * stays_open(told, place.end, sentence.end)
    if size <= MOST_WORDS + _ROOM:
        return f"{before}{phrase(told, 0, size, whole=True)}{behind}"
    fitting = [
        n
        for n in told.stops
        if _FIRST_CLAUSES <= n <= MOST_WORDS + 1 and closed(told, n) == n
    ]
    end = max(fitting, default=closed(told, MOST_WORDS))
    return f"{before}{phrase(told, 0, end, whole=True)}{MORE}"


def _with_host(text: str, start: int) -> int:
    """A start moved to the word it hangs on: "’s been seen" is "Berg’s been seen"."""
    if text[start] in "’'" or (start and text[start - 1] in "’'"):
        while start and not text[start - 1].isspace():
            start -= 1
    return start


def _quotation(value: str) -> str:
    """The first words of a quotation, in quotation marks."""
    shown = clean(value).strip('“”„"«»')
    told = words_of(shown, Span(0, len(shown)))
    if len(told.words) <= MOST_WORDS + _ROOM:
        return f"“{shown}”"
    end = told.words[closed(told, MOST_WORDS) - 1].end
    return f"“{shown[:end].rstrip(ENDS)}{MORE}”"


def _around(value: str, spans: Sequence[Span], beside: int = 3) -> str:
    """The words of a value that differ, with a few on either side."""
    words = tokens(value)
    if len(words) <= MOST_WORDS:
        return value
    differing = [
        n
        for n, word in enumerate(words)
        if any(word.start < s.end and s.start < word.end for s in spans)
    ] or [0]
    first = max(0, differing[0] - beside)
    stop = min(len(words), max(differing[0] + 1 + beside, first + MOST_WORDS))
    before = MORE if first else ""
    behind = MORE if stop < len(words) else ""
    return f"{before}{value[words[first].start : words[stop - 1].end]}{behind}"
