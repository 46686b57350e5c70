"""Which words of two wordings differ, and whether one sentence has those of another."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from typing import Final, NamedTuple

from newsdiff.analysis import AnalysedArticle
from newsdiff.analysis.quoted_words import make_quote
from newsdiff.comparing.conflicts.quotations import SameQuote
from newsdiff.english.tables import table
from newsdiff.model import Link, Pair, Side, Span

_RUN: Final = 4
"""Words in a row that show that one sentence retells another's."""
_FEWEST: Final = 2
"""Words of content that it has otherwise, at least."""
LEAST: Final = 1 / 3
"""And as a share of those that are looked for, where the speaker is the same."""


class _Word(NamedTuple):
    text: str
    span: Span
    edited: bool
    """Whether an outlet shows in front of it that words were left out or put in."""


def other_words(
    articles: Pair[AnalysedArticle], same: SameQuote
) -> Pair[tuple[Span, ...]]:
    """The words of a quotation that each outlet has otherwise, small ones too.

    Only the stretch that both have counts: that one quotes more of it is no difference,
    nor is what an outlet shows to have left out.
    """
    words = Pair.each(
        lambda s: _words(
            articles[s], same.quotes[s].sentence, same.quotes[s].span, same.spans[s]
        )
    )
    texts = words.map(lambda own: [word.text for word in own])
    found: Pair[list[Span]] = Pair([], [])
    matcher = SequenceMatcher(None, texts.a, texts.b, autojunk=False)
    for tag, *ends in matcher.get_opcodes():
        parts = Pair(slice(ends[0], ends[1]), slice(ends[2], ends[3]))
        letters = texts.map(lambda own, part: "".join(own[part]), parts)
        if tag == "equal" or letters.a == letters.b or _is_edited(words, parts):
            continue
        for own, part, spans in zip(words, parts, found, strict=True):
            spans += [word.span for word in own[part]]
    return articles.map(lambda one, spans: joined(spans, one.article.text), found)


def _is_edited(words: Pair[list[_Word]], parts: Pair[slice]) -> bool:
    return any(
        word.edited
        for own, part in zip(words, parts, strict=True)
        for word in own[max(1, part.start) : part.stop + 1]
    )


def unshared_words(
    articles: Pair[AnalysedArticle], pieces: Pair[tuple[Span, ...]]
) -> Pair[tuple[Span, ...]]:
    """The words of either quotation that do not stand in the other."""

    def words(side: Side) -> list[_Word]:
        article = articles[side]
        found: list[_Word] = []
        for piece in pieces[side]:
            number = article.article.sentence_at(piece.start) or 0
            found += _words(article, number, piece, piece)
        return found

    found = Pair.each(words)
    texts = found.map(lambda own: {word.text for word in own})
    return Pair.each(
        lambda s: joined(
            [word.span for word in found[s] if word.text not in texts[s.other]],
            articles[s].article.text,
        )
    )


def _words(
    article: AnalysedArticle, sentence: int, span: Span, stretch: Span
) -> list[_Word]:
    """The words of a quotation in a stretch of it, contractions spelt out."""
    quote = make_quote(article.article.text, sentence, span)
    found = []
    for word, before in zip(quote.wording.words, quote.wording.before, strict=True):
        token = quote.words[word.token]
        place = Span(token.start, token.end)
        if stretch.start <= place.start and place.end <= stretch.end:
            edited = any(sign in before for sign in _signs())
            found.append(_Word(word.text, place, edited))
    return found


@cache
def _signs() -> tuple[str, ...]:
    return tuple(table("conflicts")["elisions"]["signs"])


def joined(spans: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Places in order; words in a row, and what overlaps, as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and not any(map(str.isalnum, text[found[-1].end : span.start])):
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def is_covered(
    articles: Pair[AnalysedArticle],
    link: Link,
    side: Side,
    words: Sequence[Span],
    least: float = LEAST,
) -> bool:
    """Whether the other sentence of a link has some words of one, or says them.

    Args:
        articles: Both.
        link: Of the two sentences.
        side: Whose words.
        words: Where they stand in its sentence.
        least: Which share of what they tell it must have.
    """
    here, there = link.index(side), link.index(side.other)
    own = [t.folded for span in words for t in articles[side].tokens_in(span)]
    others = [token.folded for token in articles[side.other].tokens[there]]
    matcher = SequenceMatcher(None, own, others, autojunk=False)
    if matcher.find_longest_match().size >= _RUN:
        return True
    within = articles[side].within(here, words)
    content = [word for word in within if word.plain]  # all have the names of a story
    roots = {word.root for word in articles[side.other].content_of(there)}
    said = [one.spans[side] for one in link.paraphrases]
    having = [
        word.span
        for word in content
        if word.root in roots or any(s.start <= word.span.start < s.end for s in said)
    ]
    return len(having) >= _FEWEST and len(having) >= least * len(content)
