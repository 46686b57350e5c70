"""Which characters of a sentence carry a tone of their own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, product
from typing import Final

from newsdiff.comparing import Mark, Row, differing_words
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.model import Comparison, Kind, Pair, Role, Side, Span, Status
from newsdiff.text.cells import character_starts
from newsdiff.text.visible import visible

Spots = Pair[tuple[Span, ...]]
"""Places in the texts of both articles that a reader has been led to."""

NO_SPOTS: Final[Spots] = Pair((), ())
_WORDED: Final = (Mark.REWORDED, Mark.MOVED, Mark.CONFLICT)
_BASE: Final = {
    Role.HEADLINE: Tone.HEAD,
    Role.SUBHEADING: Tone.HEAD,
    Role.CAPTION: Tone.CAPTION,
    Role.DATELINE: Tone.DIM,
    Role.BOILERPLATE: Tone.DIM,
    Role.BODY: Tone.TEXT,
}


class Tones:
    """Gives every sentence of a comparison its runs."""

    def __init__(self, comparison: Comparison) -> None:
        self._articles = comparison.articles
        self._facts = Pair.each(lambda side: _fact_spans(comparison, side))
        self._claims = Pair.each(lambda side: _claim_spans(comparison, side))
        self._paraphrases = {
            (link.a, link.b): link.paraphrases
            for link in comparison.links
            if link.paraphrases
        }
        self._changed: dict[Pair[tuple[int, ...]], Pair[dict[int, list[Span]]]] = {}
        self.texts: Pair[tuple[str, ...]] = comparison.articles.map(
            lambda article: tuple(
                visible(article.text[sentence.start : sentence.end])
                for sentence in article.sentences
            )
        )
        """Every sentence as it is shown: one line that cannot harm a terminal."""

    def lines(
        self,
        row: Row,
        side: Side,
        sentence: int,
        wrapped: Sequence[Span],
        brought_out: tuple[Spots, Spots] = (NO_SPOTS, NO_SPOTS),
    ) -> Iterator[Line]:
        """The wrapped lines of a sentence, each cut into runs.

        Args:
            row: The row the sentence stands in.
            side: Whose sentence.
            sentence: Its index in the article.
            wrapped: The lines, as offsets into its text.
            brought_out: Where the reader has been led to, and what is searched for,
                as offsets into the articles.
        """
        text = self.texts[side][sentence]
        spots, searched = brought_out
        base = self._base(row, side, sentence)
        tones = [base] * len(text)
        untold = base if base is Tone.ONLY else Tone.PASSAGE
        for spans, tone in (
            (self._changed_words(row)[side].get(sentence, ()), Tone.CHANGED),
            (self._inside(self._claims[side], side, sentence), untold),
            (self._inside(self._facts[side], side, sentence), Tone.FACT),
            (self._within(searched[side], side, sentence), Tone.FOUND),
            (self._within(spots[side], side, sentence), Tone.SPOT),
        ):
            for span in spans:
                last = min(span.end, len(text))
                tones[span.start : last] = [tone] * max(0, last - span.start)
        starts = character_starts(text)
        for line in wrapped:
            yield tuple(_joined(text, tones, line, starts, side))

    def _base(self, row: Row, side: Side, sentence: int) -> Tone:
        base = _BASE[self._articles[side].sentences[sentence].role]
        alone = base is Tone.TEXT and row.mark.side is not None
        return Tone.ONLY if alone else base

    def _inside(self, spans: Sequence[Span], side: Side, sentence: int) -> list[Span]:
        """The same as `_within`, for sentences that are compared."""
        compared = self._articles[side].sentences[sentence].role.compared
        return self._within(spans, side, sentence) if compared else []

    def _within(self, spans: Sequence[Span], side: Side, sentence: int) -> list[Span]:
        """Those of some spans in order that start in a sentence, as offsets into it."""
        if not spans:
            return []
        place = self._articles[side].sentences[sentence]
        first, last = (
            bisect_left(spans, bound, key=lambda span: span.start)
            for bound in (place.start, place.end)
        )
        return [
            Span(span.start - place.start, span.end - place.start)
            for span in spans[first:last]
        ]

    def _changed_words(self, row: Row) -> Pair[dict[int, list[Span]]]:
        """The words of a row that carry a difference, by sentence."""
        if row.mark not in _WORDED or not (row.sentences.a and row.sentences.b):
            return Pair({}, {})
        found = self._changed.get(row.sentences)
        if found is None:
            found = self._changed[row.sentences] = self._compared(row.sentences)
        return found

    def _compared(
        self, sentences: Pair[tuple[int, ...]]
    ) -> Pair[dict[int, list[Span]]]:
        texts = Pair.each(lambda side: [self.texts[side][i] for i in sentences[side]])
        starts = texts.map(lambda own: [0, *accumulate(len(one) + 1 for one in own)])
        paraphrased = Pair.each(
            lambda side: self._paraphrased(sentences, starts[side], side)
        )
        spans = differing_words(" ".join(texts.a), " ".join(texts.b), paraphrased)
        found: Pair[dict[int, list[Span]]] = Pair({}, {})
        for side in Side:
            for i, (at, end) in zip(
                sentences[side], pairwise(starts[side]), strict=True
            ):
                found[side][i] = [
                    Span(s.start - at, s.end - at)
                    for s in spans[side]
                    if at <= s.start < end
                ]
        return found

    def _paraphrased(
        self, sentences: Pair[tuple[int, ...]], starts: Sequence[int], side: Side
    ) -> list[Span]:
        """Where the sentences of a row, put behind one another, say the same otherwise.

        Args:
            sentences: Those of the row.
            starts: Where each of one side starts in what is put together.
            side: That side.
        """
        found = []
        for place in product(*sentences):
            number = place[0] if side is Side.A else place[1]
            sentence = self._articles[side].sentences[number]
            by = starts[sentences[side].index(number)] - sentence.start
            found += [
                Span(one.spans[side].start + by, one.spans[side].end + by)
                for one in self._paraphrases.get(place, ())
            ]
        return found


def _fact_spans(comparison: Comparison, side: Side) -> list[Span]:
    """Where one side states what the other lacks or has otherwise, in order."""
    return sorted(
        span
        for fact in comparison.facts
        if fact.status in (side.only, Status.CONFLICT) and fact.kind is not Kind.CLAIM
        for span in fact.spans[side]
    )


def _claim_spans(comparison: Comparison, side: Side) -> list[Span]:
    """The sentences, and parts of sentences, that the other side does not tell."""
    return sorted(
        span
        for fact in comparison.facts
        if fact.status is side.only and fact.kind is Kind.CLAIM
        for span in fact.spans[side]
    )


def _joined(
    text: str,
    tones: Sequence[Tone],
    line: Span,
    starts: frozenset[int] | None,
    side: Side,
) -> Iterator[Run]:
    """Neighbouring characters of the same tone as one run.

    A character made of several code points keeps the tone of its first one: cut in
    two it would be drawn as something else.
    """
    start = line.start
    for k in range(line.start + 1, line.end):
        if tones[k] is not tones[start] and (starts is None or k in starts):
            yield Run(text[start:k], tones[start], side)
            start = k
    if start < line.end:
        yield Run(text[start : line.end], tones[start], side)
