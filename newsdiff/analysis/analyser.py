"""Article → everything that comparing needs and that depends on this article alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from newsdiff.aligning.profiles import Profile, profiles_of
from newsdiff.aligning.terms import Terms, terms_of
from newsdiff.analysis.bare_text import BareText
from newsdiff.analysis.quoted_words import Quote, make_quote
from newsdiff.analysis.sayings import Saying, find_sayings
from newsdiff.cancellation import cancellable
from newsdiff.english.words import Token, is_number_word, tokens
from newsdiff.mentions import Statement, make_canonical, mentions_of, statements_of
from newsdiff.mentions.statements.certainty import find_cues
from newsdiff.model import Article, Mention, Pair, Span
from newsdiff.reading.language import is_english

if TYPE_CHECKING:
    from newsdiff.encoding import Encoded, Encoder

ROOT: Final = 6
"""Letters by which two words are taken for one: "apologize", "apologised"."""


class ContentWord(NamedTuple):
    """A content word, or a part of one with a hyphen."""

    span: Span
    root: str
    plain: bool
    """Whether it is neither a name nor a number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysedArticle:
    """An article, read as what it states and as what it is matched by."""

    article: Article
    tokens: Mapping[int, tuple[Token, ...]]
    """Number of each compared sentence → its words."""
    profiles: Mapping[int, Profile]
    """Number of each compared sentence → what it is matched by, in order."""
    terms: Terms = field(compare=False)
    """The same of all compared sentences, as arrays."""
    mentions: tuple[Mention, ...]
    canonical: tuple[Mention, ...]
    """The same mentions with the keys that the article itself gives them, as are those
    of all who speak in it."""
    sayings: Mapping[int, tuple[Saying, ...]]
    """Number of each sentence in which somebody says something → who says what."""
    quotes: tuple[Quote, ...]
    hedges: Mapping[int, tuple[Mention, ...]]
    """Number of each sentence with words that make what follows them less than sure →
    these words, in order."""
    bare: BareText
    encoded: Encoded | None = None
    """What its compared sentences mean, in order; None where it is known by its words
    alone."""
    kept: dict[object, Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What was made of it when it was first asked for, and is the same whatever it is
    compared with."""

    def words_at(self, span: Span) -> str:
        """The words of a place."""
        return self.article.text[span.start : span.end]

    def tokens_in(self, span: Span) -> Iterator[Token]:
        """The words of a place in a compared sentence, in order."""
        sentence = self.article.sentence_at(span.start)
        for word in self.tokens.get(sentence, ()) if sentence is not None else ():
            if span.start <= word.start and word.end <= span.end:
                yield word

    def clauses_of(self, sentence: int) -> tuple[Span, ...]:
        """The places of a sentence's clauses, in order."""
        at = self.article.sentences[sentence].start
        clauses = self.profiles[sentence].clauses
        return tuple(Span(at + c.start, at + c.end) for c in clauses)

    def clause_at(self, sentence: int, offset: int) -> tuple[ContentWord, ...]:
        """The content words of the clause that holds an offset."""
        clauses = self.clauses_of(sentence)
        inside = next((c for c in clauses if c.start <= offset < c.end), None)
        return self.within(sentence, (inside,)) if inside else ()

    def content_of(self, sentence: int) -> tuple[ContentWord, ...]:
        """The content words of a sentence, in order."""
        return self.within(sentence, (self.article.sentences[sentence].span,))

    def within(self, sentence: int, spans: Sequence[Span]) -> tuple[ContentWord, ...]:
        """The content words of some places in a sentence.

        They are made when they are asked for, which is for few sentences: all of an
        article take more room than all else but its profiles.
        """
        at = self.article.sentences[sentence].start
        return tuple(_content(self.profiles[sentence], at, spans))


def both_encoded(articles: Pair[AnalysedArticle]) -> Pair[Encoded] | None:
    """What two articles mean; None unless it is known of both."""
    a, b = articles.map(lambda one: one.encoded)
    return Pair(a, b) if a and b else None


def analyse(article: Article, encoder: Encoder | None = None) -> AnalysedArticle:
    """Everything about an article that is the same whatever it is compared with.

    Args:
        article: The article.
        encoder: What reads the meaning of its sentences if they are English; None
            to do without.

    Raises:
        EncoderError: The encoder cannot read them.
    """
    mentions = mentions_of(article)
    (named,) = make_canonical(mentions)
    sayings, quotes = _said(article, named)
    words = {
        i: tokens(article.text, *article.sentences[i].span) for i in article.compared
    }
    profiles = profiles_of(article)
    texts = [article.words_of(i) for i in article.compared]
    # The encoder has learned English: all words of another script are one to it.
    reading = encoder if is_english(" ".join(texts)) else None
    return AnalysedArticle(
        article=article,
        tokens=words,
        profiles=dict(zip(article.compared, profiles, strict=True)),
        terms=terms_of(profiles),
        mentions=mentions,
        canonical=named,
        sayings=sayings,
        quotes=quotes,
        hedges={
            i: found
            for i, own in words.items()
            if (found := _hedges(article.text, own, i))
        },
        bare=BareText.of(article.text),
        encoded=reading.encode(texts) if reading else None,
    )


def _said(
    article: Article, named: tuple[Mention, ...]
) -> tuple[dict[int, tuple[Saying, ...]], tuple[Quote, ...]]:
    """Who says what in each sentence, and the quotations."""
    sayings: dict[int, tuple[Saying, ...]] = {}
    quotes = []
    for statement in cancellable(statements_of(article, named)):
        if statement.is_quote:
            quotes.append(_quote(article.text, statement))
        elif statement.voices:
            sayings[statement.sentence] = tuple(find_sayings(article.text, statement))
    return sayings, tuple(quotes)


def _quote(text: str, statement: Statement) -> Quote:
    quote = make_quote(text, statement.sentence, statement.span)
    return quote._replace(speaker=statement.speaker, agency=statement.agency)


def _hedges(text: str, words: Sequence[Token], sentence: int) -> tuple[Mention, ...]:
    """The hedges of a sentence: no denial, and "due to" only before "be"."""
    return tuple(
        cue
        for cue in find_cues(words, sentence)
        if cue.rule != "denial" and cue.key != "confirmed"
        if text[slice(*cue.span)].casefold() != "due to"
        or text.startswith(" be ", cue.span.end)
    )


def _content(
    profile: Profile, start: int, spans: Sequence[Span]
) -> Iterator[ContentWord]:
    for token, stems in profile.content:
        span = Span(start + token.start, start + token.end)
        if any(s.start <= span.start < s.end for s in spans):
            for stem in stems:
                named = stem in profile.names or " " in stem  # a blank marks a country
                number = stem.isdigit() or is_number_word(stem)
                yield ContentWord(span, stem[:ROOT], not (named or number))
