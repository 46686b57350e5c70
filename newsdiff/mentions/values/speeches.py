"""Transcripts: what follows the name of a speaker at the beginning of a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.model import Article, Role, Span

_NAME: Final = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}"
_LABEL: Final = re.compile(
    rf"(?P<who>{_NAME})(?:, [^:.!?“”\"]{{2,60}})?(?: [(\[][^)\]]{{1,40}}[)\]])?:\s+"
)
_FEWEST: Final = 2
"""Speakers of a transcript, or paragraphs with speakers in capitals."""
_FEWEST_WORDS: Final = 3
"""Of a sentence that says something by itself: "No." does not."""
_QUOTES: Final = re.compile('[“”«»"]')


class Quotation(NamedTuple):
    """Quoted words, and the pieces of them that lie in one sentence each."""

    span: Span
    pieces: tuple[tuple[int, Span], ...]
    """Number of the sentence and place, in order."""


def find_speeches(article: Article, sentences: Sequence[int]) -> Iterator[Quotation]:
    """What is said in a transcript, a quotation for each paragraph with a speaker.

    Questions are left out, and what itself quotes.
    """
    labels = _labels(article, sentences)
    for n, i in enumerate(sentences):
        if i not in labels:
            continue
        paragraph = article.sentences[i].paragraph
        own = [j for j in sentences[n:] if article.sentences[j].paragraph == paragraph]
        start, end = labels[i], article.sentences[own[-1]].end
        if _QUOTES.search(article.text, start, end):
            continue
        pieces = [(j, Span(max(start, s.start), s.end)) for j, s in _told(article, own)]
        if pieces:
            yield Quotation(Span(pieces[0][1].start, end), tuple(pieces))


def _told(article: Article, numbers: Sequence[int]) -> Iterator[tuple[int, Span]]:
    for i in numbers:
        span = article.sentences[i].span
        words = article.text[slice(*span)].split()
        if words[-1][-1] != "?" and len(words) >= _FEWEST_WORDS:
            yield i, span


def _labels(article: Article, sentences: Sequence[int]) -> dict[int, int]:
    """The sentences that begin with a speaker, with the place behind it.

    Names in capitals must stand before two paragraphs, others be told from a word and
    a colon: two of them, and one again.
    """
    found: dict[int, tuple[str, int]] = {}
    paragraph = -1
    for i in sentences:
        sentence = article.sentences[i]
        begins, paragraph = sentence.paragraph != paragraph, sentence.paragraph
        if not begins or sentence.role is not Role.BODY:
            continue
        if match := _LABEL.match(article.text, sentence.start, sentence.end):
            found[i] = (match["who"], match.end())
    counts = Counter(who for who, _ in found.values())
    in_capitals = {who for who in counts if who.isupper() and len(who) > 1}
    if sum(counts[who] for who in in_capitals) >= _FEWEST:
        speakers = in_capitals
    elif len(counts) >= _FEWEST and max(counts.values()) > 1:
        speakers = set(counts)
    else:
        speakers = set()
    return {i: end for i, (who, end) in found.items() if who in speakers}
