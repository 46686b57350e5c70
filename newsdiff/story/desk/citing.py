"""Whom an article cites in words of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newsdiff.analysis import AnalysedArticle
from newsdiff.english.tables import word_group
from newsdiff.english.words import Token, is_function_word
from newsdiff.model import Span
from newsdiff.story.desk.naming import Namer, Sort, Who

_NEAR: Final = 5
"""Words behind "told" among which "to" makes an order of it."""
_MOST_WORDS: Final = 3
"""Words of a source that is known by nothing but its verb."""
_UNKNOWN: Final = "said by "
"""How the keys of such sources begin: they are one wherever the noun is the same."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Somebody who is said to have said something, in words that are not quoted."""

    sentence: int
    who: Who


def find_cited(article: AnalysedArticle, namer: Namer) -> Iterator[Cited]:
    """Who is said to say something, each once a sentence, in order."""
    for sentence in article.tokens:
        seen = set()
        for who in (*_known(article, namer, sentence), *_unknown(article, sentence)):
            if who.key not in seen:
                seen.add(who.key)
                yield Cited(sentence, who)


def _known(article: AnalysedArticle, namer: Namer, sentence: int) -> Iterator[Who]:
    for saying in article.sayings.get(sentence, ()):
        who = namer.who(saying.source, carries=saying.carries)
        said = article.words_at(saying.source.span).casefold()
        is_thing = who.sort is Sort.PERSON and said.startswith("it")
        if not is_thing and not _is_deed(article, saying.verb, sentence):
            yield who


def _is_deed(article: AnalysedArticle, verb: Span, sentence: int) -> bool:
    """Whether a verb tells what somebody did: "declared an emergency"."""
    words = article.tokens[sentence]
    at = next((n for n, word in enumerate(words) if word.start >= verb.start), 0)
    before = words[at - 1].folded if at else ""
    after = next((word.folded for word in words[at:] if word.start >= verb.end), "")
    if words[at].folded in word_group("desk", "deeds"):
        return after != "that" and not _is_beside_quote(article, verb, sentence)
    if words[at].folded == "warning":
        noun = before in word_group("desk", "before_nouns")
        return noun or after in ("", "to")
    if words[at].folded in ("told", "tells", "asked", "asks"):  # somebody to do it
        near = [word.folded for word in words[at + 1 : at + 1 + _NEAR]]
        asked = "to" in near and "that" not in near
        return asked and not _is_beside_quote(article, verb, sentence)
    return False


def _is_beside_quote(article: AnalysedArticle, verb: Span, sentence: int) -> bool:
    """Whether a verb stands next to quoted words."""
    return any(
        quote.sentence == sentence
        and min(abs(quote.span.start - verb.end), abs(verb.start - quote.span.end)) < 4
        for quote in article.quotes
    )


def _unknown(article: AnalysedArticle, sentence: int) -> Iterator[Who]:
    """Sources by their verb alone: "the city said", "according to the city"."""
    text = article.article.text
    quoted = [quote.span for quote in article.quotes if quote.sentence == sentence]
    known = [saying.verb for saying in article.sayings.get(sentence, ())]
    words = [
        word
        for word in article.tokens.get(sentence, ())
        if not any(span.start <= word.start < span.end for span in quoted)
    ]
    for n, word in enumerate(words):
        if any(verb.start <= word.start < verb.end for verb in known):
            continue
        found: Sequence[Token] = ()
        if word.folded in word_group("desk", "says"):
            found = _nouns(text, words, n, -1) or _after_quote(text, words, n)
        elif [w.folded for w in words[n : n + 2]] == ["according", "to"]:
            found = _nouns(text, words, n + 1, 1)
        if found and found[-1].folded.isalpha():
            name = text[found[0].start : found[-1].end]
            last = found[-1].folded
            body = found[-1].text[0].isupper() or _is_body(last)
            sort = Sort.BODY if body else Sort.UNNAMED
            yield Who(_UNKNOWN + last, name, sort)


def _is_body(noun: str) -> bool:
    bodies = word_group("desk", "bodies")
    return noun in bodies or noun.removesuffix("s") in bodies


def _after_quote(text: str, words: Sequence[Token], at: int) -> list[Token]:
    """Who stands behind "said" where a quotation ends before it."""
    before = text[: words[at].start].rstrip()[-1:]
    return _nouns(text, words, at, 1) if before in ("”", '"') else []


def _nouns(text: str, words: Sequence[Token], at: int, step: int) -> list[Token]:
    """The words before (-1) or behind (1) one that no small word or mark parts."""
    found: list[Token] = []
    n = at + step
    if step > 0 and n < len(words) and words[n].folded in ("the", "a", "an"):
        n += 1
    while 0 <= n < len(words) and len(found) < _MOST_WORDS:
        one, other = sorted((words[n], words[n - step]), key=lambda w: w.start)
        if text[one.end : other.start] != " " or is_function_word(words[n].folded):
            break
        found.append(words[n])
        n += step
    return sorted(found, key=lambda w: w.start)
