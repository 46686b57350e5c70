"""Facts in a few of the text's own words, so that they read as facts.

"14 schools closed" rather than "14" and "number". Words are cut where clauses end, or
else between words, with "…" where more stands in the clause.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.comparing import differing_words
from newsdiff.english.clauses import split_clauses
from newsdiff.english.words import (
    WORD,
    Token,
    fold,
    folded_words,
    is_function_word,
    is_number_word,
    tokens,
)
from newsdiff.model import Article, Fact, Kind, Pair, Role, Side, Span, Status
from newsdiff.text.visible import visible

MOST_WORDS: Final = 10
"""Words of a fact as it is told in a line."""
_ROOM: Final = 3
"""Words more than that with which nothing has to be cut."""
_SHORT_QUOTE: Final = 3
"""Words of a quotation that says little without those around it."""
_FIRST_CLAUSES: Final = 7
"""Words from which the first clauses of a claim stand for it."""
_MORE: Final = "…"
_QUOTES: Final = '“”„"«»'
_AROUND: Final = f"{_QUOTES}.,;:!?()[]'‘’"
"""What may stand around a word."""
_ENDS: Final = " ,;:–—-"
_PAIRED: Final = ("“”", "()", "[]", "«»", '""')
_OPENING: Final = frozenset("the a an and or but nor that which who".split())
"""Words that a phrase can do without which begins with them."""
_OPEN: Final = frozenset(
    "the a an this that these those his her its their our your my of to in on at by "
    "for from with within into onto upon over under between among against about "
    "through during before after since until toward towards as than and or but nor so "
    "if because although though while whereas unless whether is am are was were be "
    "been being has have had will would shall should can could may might must do does "
    "did not who whom whose which what where when why how some any no all both each "
    "every very more most less least such also only just even mr mrs ms dr he she "
    "they it we you i said says".split()
)
"""Words that leave a phrase open which ends with them."""
_HANGING: Final = frozenset(
    "and or but nor of to that which who whom than is are was were has have had will "
    "would could can may might been be being".split()
)
"""Words that a phrase hangs by which begins with them."""
_ABBREVIATED: Final = re.compile(
    r"\b(?:(?:[A-Za-z]\.)+|(?:Co|Corp|Inc|Ltd|Jr|Sr|etc)\.)$"
)
_JOINING: Final = re.compile(r"\s*(?:and|or)\b")
_JOINED: Final = re.compile(r"\b(?:and|or)\s*$")
"""A border of clauses behind which, or before which, the same thing may be told."""
_BEGINS_SENTENCE, _BEGINS_CLAUSE, _ENDS_CLAUSE, _HANGS, _TORN = (
    2.5,
    2.0,
    1.5,
    -3.0,
    -9.0,
)
_CROSSED: Final = 0.7
"""What a border of clauses inside a phrase costs."""
_BESIDE: Final = 1.5
"""What a content word beside a name or a value is worth, of three at most."""


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
        return _clean(value)
    sentence = article.sentences[number].span
    if fact.kind is Kind.CLAIM and fact.status is not Status.CONFLICT:
        return _claim(article.text, sentence, span, value)
    return _in_clause(article.text, sentence, _whole(article.text, span, value))


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

    Args:
        articles: Both.
        fact: A fact that is told with different values.
    """
    if fact.kind is Kind.CERTAINTY:
        return Pair.each(lambda side: fact_words(articles, fact, side))
    values = fact.value.map(lambda value: _clean(value or "").strip(_QUOTES))
    around = values.map(_around, differing_words(values.a, values.b))
    quoted = fact.kind is Kind.QUOTE
    return around.map(lambda words: f"“{words}”" if quoted else words)


def joined_values(articles: Pair[Article], fact: Fact) -> str:
    """What two articles tell otherwise, what both say written once.

    "three / five dead", "Tuesday / Wednesday".

    Args:
        articles: Both.
        fact: A fact that is told with different values.
    """
    words = differing_fact_words(articles, fact)
    own = articles.a
    in_text = not in_headline(own, telling_place(own, fact, Side.A))
    if fact.kind is Kind.NUMBER and all(map(_is_bare, words)) and in_text:
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


def _is_bare(number: str) -> bool:
    """Whether a number is told without what it counts."""
    words = folded_words(number)
    counted = all(word[0].isdigit() or is_number_word(word) for word in words)
    return counted and not any(sign in number for sign in "$€£¥%")


def _alike(one: Sequence[str], other: Sequence[str], most: int) -> int:
    """How many words two phrases begin with alike, up to a number."""
    pairs = zip(one[:most], other[:most], strict=True)
    return next(
        (n for n, (a, b) in enumerate(pairs) if a.casefold() != b.casefold()), most
    )


# Where phrases begin and end


@dataclass(frozen=True, slots=True)
class _Words:
    """A sentence by what stands between its blanks, and where clauses begin."""

    text: str
    words: tuple[Token, ...]
    starts: frozenset[int]
    """The first word of each clause, borders like "and" aside."""
    stops: frozenset[int]
    """The word behind each clause."""

    def inside(self, place: Span) -> list[int]:
        """The words that a place touches."""
        return [
            n
            for n, word in enumerate(self.words)
            if word.start < place.end and place.start < word.end
        ]

    def content(self, first: int, stop: int) -> int:
        """How many words of a stretch carry content."""
        return sum(not is_function_word(w.folded) for w in self.words[first:stop])

    def ends_sentence(self, at: int) -> bool:
        """Whether a word is the last of a sentence, as far as its marks tell."""
        word = self.words[at].text.rstrip(_QUOTES)
        return word.endswith(("?", "!", ".")) and not _ABBREVIATED.search(word)

    def tears(self, at: int) -> bool:
        """Whether a cut there tears a name or a number apart."""
        if not 0 < at < len(self.words):
            return False
        before, behind = self.words[at - 1], self.words[at]
        parted = self.text[before.end - 1] in ",;:.!?)”"
        capitals = _is_capital(before.text) and _is_capital(behind.text)
        number = before.text[-1].isdigit() and len(behind.text) > 1
        return not parted and (capitals or number)


def _is_capital(word: str) -> bool:
    first = WORD.search(word)
    return bool(first and first[0][0].isupper())


def _words_of(text: str, place: Span) -> _Words:
    words = []
    for match in re.finditer(r"\S+", text[slice(*place)]):
        core = WORD.search(match.group())
        if core:
            start, end = (place.start + at for at in match.span())
            folded = fold(match.group().strip(_AROUND))
            words.append(Token(start, end, match.group(), folded))
    clauses = split_clauses(text, place)
    opened = (c.start for c in clauses if not _JOINED.search(text[: c.start][-8:]))
    starts = (sum(w.end <= start for w in words) for start in opened)
    closed = (c.end for c in clauses if not _JOINING.match(text, c.end, place.end))
    stops = (sum(w.start < end for w in words) for end in closed)
    return _Words(text, tuple(words), frozenset(starts), frozenset(stops))


def _in_clause(text: str, sentence: Span, place: Span) -> str:
    """A place with what its clause, or a part of it, says of it."""
    told = _words_of(text, sentence)
    mine = told.inside(place)
    if not mine:
        return _clean(text[slice(*place)])
    if len(told.words) <= MOST_WORDS:
        return _phrase(told, 0, len(told.words))
    first, stop = mine[0], mine[-1] + 1
    longest = max(MOST_WORDS, stop - first + 4)
    windows = [
        (start, end)
        for start in range(max(0, stop - longest), first + 1)
        for end in range(stop, min(len(told.words), start + longest) + 1)
    ]
    best = max(windows, key=lambda w: (_worth(told, w, (first, stop)), -w[0], -w[1]))
    return _phrase(told, *best)


def _worth(told: _Words, window: tuple[int, int], mine: tuple[int, int]) -> float:
    """How well a stretch of a sentence reads as a fact about some of its words."""
    (start, end), (first, stop) = window, mine
    beside = told.content(start, first) + told.content(stop, end)
    crossed = sum(start < at < end for at in told.starts)
    worth = _BESIDE * min(3, beside) - _CROSSED * crossed
    worth += 0.4 * (told.content(stop, end) > 0)
    worth += _HANGS * any(told.ends_sentence(n) for n in range(start, end - 1))
    worth -= 2.0 * (end - start < 3) + 0.05 * (end - start)
    if start == 0:
        worth += _BEGINS_SENTENCE
    elif start in told.starts:
        worth += _BEGINS_CLAUSE
    elif first - start < 2:
        worth -= 1.5  # what is said of it stands before it
    if start and told.words[start].folded in _HANGING:
        worth += _HANGS
    if end == len(told.words):
        worth += _BEGINS_SENTENCE
    elif end in told.stops:
        worth += _ENDS_CLAUSE
    if end > stop and end < len(told.words) and told.words[end - 1].folded in _OPEN:
        worth += _HANGS
    return worth + _TORN * (told.tears(start) + told.tears(end))


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
    told = _words_of(text, place)
    size = len(told.words)
    if size <= MOST_WORDS + _ROOM:
        return _phrase(told, 0, size, whole=True)
    fitting = [n for n in told.stops if _FIRST_CLAUSES <= n <= MOST_WORDS + 1]
    end = max(fitting, default=_closed(told, MOST_WORDS))
    return f"{_phrase(told, 0, end, whole=True)}{_MORE}"


def _with_host(text: str, start: int) -> int:
    """A start moved to the word it hangs on: "’s been seen" is "Berg’s been seen"."""
    if text[start] in "’'" or (start and text[start - 1] in "’'"):
        while start and not text[start - 1].isspace():
            start -= 1
    return start


def _closed(told: _Words, end: int) -> int:
    """An end moved back behind the last word that leaves nothing open."""
    while end > 2 and (told.words[end - 1].folded in _OPEN or told.tears(end)):
        end -= 1
    return end


# How they are written


def _phrase(told: _Words, first: int, stop: int, *, whole: bool = False) -> str:
    """A stretch as it is shown: with "…" where it begins or ends inside a clause."""
    words, text = told.words, told.text
    before = first > 0 and first not in told.starts
    paused = text[words[stop - 1].end - 1] in _ENDS or stop in told.stops
    behind = not whole and stop < len(words) and not paused
    while first < stop - 2 and not before and words[first].text.casefold() in _OPENING:
        first += 1
    shown = _clean(_balanced(text[words[first].start : words[stop - 1].end]))
    return f"{_MORE * before}{shown}{_MORE * behind}"


def _quotation(value: str) -> str:
    """The first words of a quotation, in quotation marks."""
    shown = _clean(value).strip('“”„"«»')
    told = _words_of(shown, Span(0, len(shown)))
    if len(told.words) <= MOST_WORDS + _ROOM:
        return f"“{shown}”"
    end = told.words[_closed(told, MOST_WORDS) - 1].end
    return f"“{shown[:end].rstrip(_ENDS)}{_MORE}”"


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
    before = _MORE if first else ""
    behind = _MORE if stop < len(words) else ""
    return f"{before}{value[words[first].start : words[stop - 1].end]}{behind}"


def _clean(words: str) -> str:
    """Words as they are shown in a line: safe, and no blanks but single ones."""
    shown = " ".join(visible(words).split()).strip(_ENDS)
    if shown.endswith(".") and not _ABBREVIATED.search(shown):
        shown = shown.rstrip(".")
    return shown.rstrip(_ENDS)


def _balanced(told: str) -> str:
    """Words without marks that have lost their partner."""
    for opening, closing in _PAIRED:
        same = opening == closing
        alone = told.count(opening) - (0 if same else told.count(closing))
        if alone % 2 if same else alone:
            told = told.replace(opening, "").replace(closing, "")
    return told
