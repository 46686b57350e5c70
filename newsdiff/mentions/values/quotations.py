"""Quotations: the words between quotation marks, also over several sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.english.tables import word_group
from newsdiff.english.words import is_function_word, tokens
from newsdiff.mentions.values.speeches import Quotation, find_speeches
from newsdiff.model import Article, Kind, Mention, Role, Span

MIN_WORDS: Final = 3
"""Shorter ones are scare quotes and nicknames as often as speech."""
_MOST_SENTENCES: Final = 12
"""A mark that is not closed within so many sentences was not an opening one."""
_MOST_BETWEEN: Final = 3
"""Paragraphs from one of a quotation to the next, with an advertisement between."""
_ATTRIBUTED: Final = re.compile(
    r"\b(?:he|she|they|it|[A-Z][\w’'-]+) (?:said|says|added|told|wrote|asked)\b|"
    r"\b(?:said|says|added|asked) (?:he|she|they|[A-Z])"
)
"""Behind an opening mark: the closing one was forgotten."""
_BEFORE, _BEHIND = 3, 4
"""Words before and behind a quotation among which a verb says that it was spoken."""
_MARKS: Final = re.compile(r"[“”\"«»]")
_SINGLE: Final = re.compile(
    r"(?<!\w)[‘'](?=\S)(?P<words>[^“”\"]{8,}?)(?<=\S)[’'](?!\w)"
)


class _Opened(NamedTuple):
    """A quotation that is not yet closed."""

    n: int
    """Index of its sentence among the given ones."""
    paragraph: int
    start: int
    told: tuple[tuple[int, Span], ...] = ()
    """Its pieces in earlier paragraphs, each of which opens it anew."""


def find_quotations(article: Article, sentences: Sequence[int]) -> list[Quotation]:
    """The quotations in the given sentences, in order; those of one word too.

    A quotation that is not closed goes on in the next paragraph where that begins with
    an opening mark; else it ends with its paragraph, or where the next begins. In a
    transcript what follows a speaker's name is quoted.
    """
    found = list(find_speeches(article, sentences))
    opened: _Opened | None = None
    for n, i in enumerate(sentences):
        sentence = article.sentences[i]
        for match in _MARKS.finditer(article.text, sentence.start, sentence.end):
            opens = _opens(article.text, match, is_open=opened is not None)
            if opened:
                apart = opens and sentence.paragraph != opened.paragraph
                if apart and _goes_on(article, opened, sentences[n - 1 : n + 1]):
                    told = _cut(article, opened, sentences, None).pieces
                    opened = _Opened(n, sentence.paragraph, match.end(), told)
                    continue
                end = None if apart else (n, match.start())
                found.append(_cut(article, opened, sentences, end))
            opened = _Opened(n, sentence.paragraph, match.end()) if opens else None
        if opened and n - opened.n > _MOST_SENTENCES:
            found.append(_cut(article, opened, sentences, None))
            opened = None
        if _is_heading(article, i):
            found += _in_single_marks(article.text, sentence.span, i)
    if opened:
        found.append(_cut(article, opened, sentences, None))
    return [quotation for quotation in found if quotation.pieces]


def quotes_of(article: Article, quotation: Quotation) -> Iterator[Mention]:
    """The pieces of a quotation as mentions; of three words or more in all.

    Where each word has a capital or is a number it is the name of a work, or a sign.
    """
    text = article.text
    counts = [len(tokens(text, *span)) for _, span in quotation.pieces]
    if sum(counts) < MIN_WORDS or _is_name(article, quotation):
        return
    for (sentence, span), count in zip(quotation.pieces, counts, strict=True):
        if count:
            words = tokens(text, *span)
            yield Mention(
                kind=Kind.QUOTE,
                span=span,
                sentence=sentence,
                key=" ".join(token.folded for token in words),
                rule="quotation-marks",
            )


def _is_name(article: Article, quotation: Quotation) -> bool:
    """Whether a quotation in a sentence names something: “The Long Harbour”."""
    if len(quotation.pieces) > 1 or _is_heading(article, quotation.pieces[0][0]):
        return False
    span = quotation.pieces[0][1]
    whole = article.sentences[quotation.pieces[0][0]].span
    words = [w for w in tokens(article.text, *span) if not is_function_word(w.folded)]
    named = all(word.text[0].isupper() or word.text[0].isdigit() for word in words)
    loud = article.text[slice(*span)].isupper()
    around = [
        *tokens(article.text, whole.start, span.start)[-_BEFORE:],
        *tokens(article.text, span.end, whole.end)[:_BEHIND],
    ]
    said = any(word.folded in word_group("attribution", "verbs") for word in around)
    return bool(words) and named and len(around) > 1 and not (loud or said)


def _is_heading(article: Article, sentence: int) -> bool:
    return article.sentences[sentence].role in (Role.HEADLINE, Role.SUBHEADING)


def _opens(text: str, match: re.Match[str], *, is_open: bool) -> bool:
    """Whether a mark opens; a straight one does by what stands around it."""
    mark = match.group()
    if mark != '"':
        return mark in "“«"
    before = text[match.start() - 1 : match.start()]
    after = text[match.end() : match.end() + 1]
    if not is_open:
        return not after.isspace() and after != ""
    return (not before or before.isspace()) and after.isalnum()


def _goes_on(article: Article, opened: _Opened, around: Sequence[int]) -> bool:
    """Whether a paragraph that begins with an opening mark goes on with a quotation.

    Args:
        article: The article.
        opened: The quotation, which is not closed.
        around: The last sentence before the paragraph, and its first.
    """
    before, sentence = (article.sentences[i] for i in around)
    near = 0 < sentence.paragraph - opened.paragraph <= _MOST_BETWEEN
    begins = before.paragraph != sentence.paragraph
    unclosed = article.text[opened.start : before.end]
    marked = _MARKS.match(article.text, sentence.start) is not None
    return near and begins and marked and not _ATTRIBUTED.search(unclosed)


def _cut(
    article: Article,
    opened: _Opened,
    sentences: Sequence[int],
    closed: tuple[int, int] | None,
) -> Quotation:
    """The quotation from an opening mark to its end, sentence by sentence."""
    first, paragraph, start, told = opened
    pieces = list(told)
    for n in range(
        first, closed[0] + 1 if closed else min(len(sentences), first + _MOST_SENTENCES)
    ):
        sentence = article.sentences[sentences[n]]
        if closed is None and sentence.paragraph != paragraph:
            break
        end = closed[1] if closed and n == closed[0] else sentence.end
        piece = _trimmed(article.text, max(start, sentence.start), end)
        if piece.start < piece.end:
            pieces.append((sentences[n], piece))
    last = pieces[-1][1].end if pieces else start
    return Quotation(Span(told[0][1].start if told else start, last), tuple(pieces))


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",;—"):
        end -= 1
    return Span(start, end)


def _in_single_marks(text: str, span: Span, sentence: int) -> Iterator[Quotation]:
    """Headlines quote in single marks."""
    for match in _SINGLE.finditer(text, span.start, span.end):
        place = Span(*match.span("words"))
        yield Quotation(place, ((sentence, place),))
