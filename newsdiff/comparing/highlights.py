"""What of a sentence is brought out: facts and passages of one side, words that differ.

The reader and every export show the same of it; how it looks is theirs.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import accumulate, pairwise, product
from typing import Final

from newsdiff.comparing.rows import Mark, Row
from newsdiff.comparing.word_diff import differing_words
from newsdiff.model import Comparison, Kind, Pair, Side, Span, Status
from newsdiff.text.visible import visible

_WORDED: Final = (Mark.REWORDED, Mark.MOVED, Mark.CONFLICT)


class Highlight(StrEnum):
    """Why a piece of a sentence is brought out."""

    CHANGED = "changed"
    """Words that differ from those of the sentences opposite."""
    PASSAGE = "passage"
    """What only this side tells, in a sentence that has something opposite."""
    FACT = "fact"
    """A name, number, date or quotation that the other side lacks or has otherwise."""


class Highlights:
    """What is brought out in the sentences of a comparison.

    Args:
        comparison: Whose sentences.
    """

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

    def prepare(self, row: Row) -> None:
        """Sets the words of a row against each other before anybody looks at it."""
        self._changed_words(row)

    def pieces(
        self, row: Row, side: Side, sentence: int
    ) -> Iterator[tuple[str, Highlight | None]]:
        """A sentence as it is shown, cut where what is brought out begins and ends.

        Args:
            row: The row the sentence stands in. Of one that stands alone the row says
                that only this side has it: it is no passage beside others.
            side: Whose sentence.
            sentence: Its index in the article.
        """
        text = self.texts[side][sentence]
        kinds: list[Highlight | None] = [None] * len(text)
        for kind, spans in self.spans(row, side, sentence):
            if kind is Highlight.PASSAGE and row.mark.side is not None:
                continue
            for start, end in spans:
                last = min(end, len(text))
                kinds[start:last] = [kind] * max(0, last - start)
        start = 0
        for k in range(1, len(text) + 1):
            if k == len(text) or kinds[k] is not kinds[start]:
                yield text[start:k], kinds[start]
                start = k

    def spans(
        self, row: Row, side: Side, sentence: int
    ) -> Iterator[tuple[Highlight, Sequence[Span]]]:
        """What is brought out in a sentence, as offsets into it; the later wins."""
        yield Highlight.CHANGED, self._changed_words(row)[side].get(sentence, ())
        yield Highlight.PASSAGE, self._inside(self._claims[side], side, sentence)
        yield Highlight.FACT, self._inside(self._facts[side], side, sentence)

    def within(self, spans: Sequence[Span], side: Side, sentence: int) -> list[Span]:
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

    def _inside(self, spans: Sequence[Span], side: Side, sentence: int) -> list[Span]:
        """The same as `within`, for sentences that are compared."""
        compared = self._articles[side].sentences[sentence].role.compared
        return self.within(spans, side, sentence) if compared else []

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
