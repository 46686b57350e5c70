"""Which words of a sentence are quoted: as few as can be read by themselves."""

from __future__ import annotations

import re
from typing import Final

from newsdiff.comparing.widening import widen_to_clauses
from newsdiff.english.clauses import split_clauses
from newsdiff.english.events import negates
from newsdiff.english.words import folded_words, is_function_word
from newsdiff.model import Article, Span
from newsdiff.reading import told_span

SHORT: Final = 16
"""Words of a sentence that is quoted whole."""
_FEWEST: Final = 3
"""Content words that say something by themselves."""
_LOOSE: Final = " \n\t,;:—–-"
_OPENS: Final = "“«„"
_CLOSES: Final = "”»"
_MARK: Final = re.compile('[“”«»„"]')
_CLOSING: Final = re.compile(r"[.,!?…]?[”»\"]")
_PAUSED: Final = re.compile(
    r"(?:[,;:—–”“\"()]|\s-)\s*$|\b(?:that|because|while|after|when)\s*$"
)
"""What parts one thing that is said from another."""
_GOES_ON: Final = re.compile(
    r"\s*,?\s*(?:that|which|who|whose|to|of|by|in|than|as)\b|\s*(?:and|or)\s[A-Z]"
)
"""What shows that something is missing behind it."""
_OPEN: Final = re.compile(
    r"\b(?:said|says|say|stated|stating|suggested|suggesting|revealed|indicated|added|"
    r"mentioned|stressed|underlined|noted|reported|emphasized|emphasised|like|such|"
    r"called)$",
    re.IGNORECASE,
)
_HANGS: Final = re.compile(r"[^,]*, (?:which|who|whose|where)\b[^,]*$")
"""A subject with what is said of it beside, before it is said what it does."""
_BACKWARDS: Final = re.compile(
    r"\W*(?:he|she|it|they|this|these|such|that|those|his|her|their|however|"
    r"additionally|moreover|meanwhile|but|and|also)\b",
    re.IGNORECASE,
)
_LATER: Final = re.compile(r"[^\n“«„”»\"]{0,160}[”»\"]")
"""Where a quotation that has begun ends."""
_BRACKET: Final = re.compile(r"[^\n()]{0,24}\)")
"""The rest of a short remark in brackets."""
_ABBREVIATED: Final = re.compile(
    r"(?:\b(?:\w\.)+\w|\b(?:Co|Corp|Inc|Ltd|Jr|Sr|St|No|etc))\.$"
)


def content_words(text: str, span: Span) -> int:
    """How many words of a place say something."""
    return sum(not is_function_word(word) for word in folded_words(text, *span))


def whole_of(article: Article, sentence: int) -> Span:
    """What a sentence tells: without the mark of a list before it."""
    return trimmed(
        article.text, told_span(article.text, article.sentences[sentence].span)
    )


def quote_at(
    article: Article, sentence: int, place: Span, fewest: int = _FEWEST
) -> Span:
    """The words to quote for something that stands at a place in a sentence.

    All of a short sentence, else the clauses of the place, and those beside them where
    these say too little.

    Args:
        article: The article.
        sentence: The sentence.
        place: The place.
        fewest: Content words that say enough.
    """
    whole = whole_of(article, sentence)
    text = article.text
    if len(text[slice(*whole)].split()) <= SHORT:
        return whole
    span = widen_to_clauses(text, article.sentences[sentence].span, place)
    for clause in split_clauses(text, whole):
        if content_words(text, span) >= fewest:
            break
        if clause.start >= span.end:
            span = Span(span.start, clause.end)
    if content_words(text, span) < fewest:
        span = Span(whole.start, span.end)
    return trimmed(text, span)


def stands_alone(text: str, part: Span, whole: Span) -> bool:
    """Whether a part of a sentence can be read without the rest of it.

    Args:
        text: The article's text.
        part: Words of the sentence.
        whole: All of it.
    """
    if part == whole:
        return True
    words = text[slice(*part)]
    last = folded_words(words)[-1:]
    is_open = _OPEN.search(words) or (last and is_function_word(last[0]))
    begins = part.start == whole.start or _PAUSED.search(text, whole.start, part.start)
    if not begins or is_open:
        return False
    if part.end < whole.end and _GOES_ON.match(text, part.end, whole.end):
        return False
    return part.start > whole.start or not _HANGS.match(words)


def looks_back(text: str, part: Span) -> bool:
    """Whether words begin with one that points to what was said before them."""
    return _BACKWARDS.match(text, *part) is not None


def denies(text: str, part: Span) -> bool:
    """Whether words say no to something: "nobody", "not", "never"."""
    return any(map(negates, folded_words(text, *part)))


def trimmed(text: str, span: Span) -> Span:
    """A place without loose marks at its ends, what is in marks or brackets whole."""
    paired = _paired(text, _without_loose(text, span))
    return _bracketed(text, _without_loose(text, paired))


def _without_loose(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    if text[start:end].endswith(".") and not _ABBREVIATED.search(text, start, end):
        end -= 1
    return Span(start, end)


def _bracketed(text: str, span: Span) -> Span:
    """A place that ends behind a bracket that it opens, or before it."""
    start, end = span
    opened = text.rfind("(", start, end)
    if opened <= start or text.find(")", opened, end) >= 0:
        return span
    if closing := _BRACKET.match(text, end):
        return Span(start, closing.end())
    return _without_loose(text, Span(start, opened))


def _paired(text: str, span: Span) -> Span:
    """A place whose quotation marks have their partners, or are outside."""
    start, end = span
    words = text[start:end]
    opened = sum(words.count(mark) for mark in _OPENS)
    closed = sum(words.count(mark) for mark in _CLOSES)
    wrapped = words[:1] in (*_OPENS, '"') and words[-1:] in (*_CLOSES, '"')
    if wrapped and len(_MARK.findall(words)) == 2:
        return Span(start + 1, end - 1)
    is_odd = bool(words.count('"') % 2)
    if opened > closed or is_odd:
        if words[:1] in (*_OPENS, '"'):
            return Span(start + 1, end)
        closing = _CLOSING.match(text, end) or _LATER.match(text, end)
        if closing:
            return Span(start, closing.end())
    if closed > opened or is_odd:
        if words[-1:] in (*_CLOSES, '"'):
            return Span(start, end - 1)
        if start and text[start - 1] in (*_OPENS, '"'):
            return Span(start - 1, end)
    return span
