"""Who says what: source, agency and certainty of each sentence and quotation."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from newsdiff.cancellation import cancellable
from newsdiff.english.words import Token, tokens
from newsdiff.mentions.statements.attribution import Attribution, find_attributions
from newsdiff.mentions.statements.certainty import Certainty, make_certainty, read_cues
from newsdiff.mentions.statements.sources import Row, Source, named, row_of
from newsdiff.mentions.values.quotations import MIN_WORDS, find_quotations
from newsdiff.mentions.values.speeches import Quotation
from newsdiff.model import Article, Kind, Mention, Span

_WORD: Final = re.compile(r"\w")


class Voice(NamedTuple):
    """Someone who says something in a sentence, and the words that say so."""

    source: Mention
    verb: Span
    """The verb, or the phrase ("according to")."""
    carries: bool
    """Whether it is an agency or outlet that carries what another says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one sentence, or one quotation, states on whose authority."""

    sentence: int
    span: Span
    """The sentence, or the quoted words in it."""
    is_quote: bool
    speaker: Mention | None
    """Who says it; None where the article itself does. Its key is comparable:
    "jake sullivan", "place:US" (the White House), "official of place:US"."""
    agency: Mention | None
    """The news agency or outlet that carried it."""
    certainty: Mention | None
    """How sure it is, by its weakest word; None: stated plainly."""
    denial: Mention | None
    """The words that deny or do not confirm it."""
    voices: tuple[Voice, ...] = ()
    """Everyone who speaks in the sentence, in order; none for quoted words."""

    @property
    def level(self) -> Certainty:
        """The rung of the ladder; what is stated plainly counts as confirmed."""
        if self.certainty is None:
            return Certainty.CONFIRMED
        return Certainty[self.certainty.key.upper()]


class _Sentence(NamedTuple):
    """One sentence with what it attributes to whom."""

    words: tuple[Token, ...]
    outside: Sequence[Token]
    """Its words outside quotations."""
    row: Row
    found: list[Attribution]
    before: Source | None
    """Who spoke last before it."""

    @property
    def speaking(self) -> list[Attribution]:
        """Those who speak for themselves."""
        return [one for one in self.found if not one.carries]

    @property
    def agency(self) -> Attribution | None:
        """The first that carries what another says."""
        return next((one for one in self.found if one.carries), None)

    @property
    def spoke_last(self) -> Source | None:
        """Who spoke last once it is over."""
        if self.speaking:
            return self.speaking[-1].source
        return _first_person(self.row) or self.before


def find_statements(
    article: Article, sentences: Sequence[int], mentions: Iterable[Mention]
) -> tuple[Statement, ...]:
    """The statements of some sentences, each followed by its quotations.

    Args:
        article: The article.
        sentences: Numbers of the sentences that count, in order.
        mentions: Its mentions with canonical keys.
    """
    names: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind.is_name:
            names[mention.sentence].append(mention)
    quoted = find_quotations(article, sentences)
    pieces: dict[int, list[Span]] = defaultdict(list)
    for quotation in quoted:
        for sentence, span in quotation.pieces:
            pieces[sentence].append(span)
    read: dict[int, _Sentence] = {}
    last: Source | None = None
    for i in cancellable(sentences):
        read[i] = _read(article, i, (names[i], pieces[i]), last)
        last = read[i].spoke_last
    found = [_of_sentence(article, read[i], i) for i in sentences]
    for quotation in quoted:
        found += _of_quotation(article, quotation, read)
    return tuple(sorted(found, key=lambda s: (s.sentence, s.is_quote, s.span)))


def _read(
    article: Article,
    i: int,
    known: tuple[Sequence[Mention], Sequence[Span]],
    last: Source | None,
) -> _Sentence:
    """One sentence; `known` are its names and its quotations' places."""
    names, quoted = known
    span = article.sentences[i].span
    words = tokens(article.text, span.start, span.end)
    outside: Sequence[Token] = words
    if quoted:
        outside = [w for w in words if not _inside(Span(w.start, w.end), quoted)]
        names = [name for name in names if not _inside(name.span, quoted)]
    row = row_of(article.text, outside, names)
    found = find_attributions(row, last)
    return _Sentence(words, outside, row, found, last)


def _of_sentence(article: Article, read: _Sentence, i: int) -> Statement:
    found = read_cues(read.outside, i)
    certainty = found.certainty
    first = read.speaking[0] if read.speaking else read.agency
    if certainty is None and first is not None:
        carried = first.source.kind in ("outlet", "report")
        level = Certainty.REPORTED if carried else Certainty.SAID
        certainty = make_certainty(level, first.verb, i, "attribution")
    return Statement(
        sentence=i,
        span=article.sentences[i].span,
        is_quote=False,
        speaker=_mention(article, read.speaking[0].source) if read.speaking else None,
        agency=_mention(article, read.agency.source) if read.agency else None,
        certainty=certainty,
        denial=found.denial,
        voices=tuple(
            Voice(_mention(article, one.source), one.verb, one.carries)
            for one in read.found
        ),
    )


def _of_quotation(
    article: Article, quotation: Quotation, read: Mapping[int, _Sentence]
) -> Iterator[Statement]:
    """One statement for each piece of a quotation, all with one speaker."""
    inner = {
        (i, span): [w for w in read[i].words if span.start <= w.start < span.end]
        for i, span in quotation.pieces
    }
    if sum(len(words) for words in inner.values()) < MIN_WORDS:
        return
    speaker = _speaker(article, quotation, read)
    agencies = (read[i].agency for i, _ in quotation.pieces)
    agency = next((one for one in agencies if one), None)
    for (i, span), words in inner.items():
        found = read_cues(words, i)
        yield Statement(
            sentence=i,
            span=span,
            is_quote=True,
            speaker=speaker,
            agency=_mention(article, agency.source) if agency else None,
            certainty=found.certainty,
            denial=found.denial,
        )


def _speaker(
    article: Article, quotation: Quotation, read: Mapping[int, _Sentence]
) -> Mention | None:
    """Whose words a quotation is.

    The subject of the verb nearest to it in one of its sentences; else who was just
    quoted, where it goes on with that; else the subject of its sentence; else who spoke
    last.
    """
    for i, span in quotation.pieces:
        if speaking := read[i].speaking:
            near = min(speaking, key=lambda a: (_distance(a.verb, span), a.verb))
            return _mention(article, near.source)
    if going_on := _going_on(article, quotation, read):
        return _mention(article, going_on)
    for i, _ in quotation.pieces:
        if subject := _first_named(read[i].row):
            return _mention(article, subject)
    i = quotation.pieces[0][0]
    if (last := read[i].before) is None:
        return None
    return _mention(article, last._replace(rule="last-speaker"))


def _going_on(
    article: Article, quotation: Quotation, read: Mapping[int, _Sentence]
) -> Source | None:
    """Who speaks on in a sentence that begins with a quotation.

    The one whose quotation the sentence before it in the same paragraph holds: “Yes,”
    said Roe. “We go on.”
    """
    i, span = quotation.pieces[0]
    before = read.get(i - 1)
    one, other = (article.sentences[max(0, n)] for n in (i - 1, i))
    if before is None or not before.speaking or one.paragraph != other.paragraph:
        return None
    begins = not _WORD.search(article.text, other.start, span.start)
    quoted = len(before.outside) < len(before.words)
    return before.speaking[-1].source if begins and quoted else None


def _mention(article: Article, source: Source) -> Mention:
    """A source as a mention, in the sentence where it is named."""
    return Mention(
        kind=Kind.ATTRIBUTION,
        span=source.span,
        sentence=article.sentence_at(source.span.start) or 0,
        key=source.key,
        rule=source.rule,
    )


def _first_named(row: Row) -> Source | None:
    """The first name of a sentence, where it is a person's or a body's.

    An outlet or agency carries what others say: "… it is over.” — AFP".
    """
    name = next((unit.name for unit in row.units if unit.name), None)
    if name is None or name.kind is Kind.PLACE:
        return None
    source = named(name)
    return None if source.kind == "outlet" else source._replace(rule="subject")


def _first_person(row: Row) -> Source | None:
    names = (unit.name for unit in row.units if unit.name)
    return next((named(n) for n in names if n.kind is Kind.PERSON), None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _inside(one: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= one.start and one.end <= span.end for span in spans)
