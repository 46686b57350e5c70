"""Which characters of a sentence carry a tone of their own."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Final

from newsdiff.comparing import Mark, Row, differing_words
from newsdiff.layout.drawing import Run, Tone
from newsdiff.model import Comparison, Kind, Pair, Role, Side, Span, Status
from newsdiff.visible import visible

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
        self._facts = Pair(*(_fact_spans(comparison, side) for side in Side))
        self._starts = self._facts.map(lambda spans: [s.start for s in spans])
        self._changed = cache(self._changed_words)

    def words(self, side: Side, sentence: int) -> str:
        """A sentence as it is shown: one line, nothing in it can harm a terminal."""
        return visible(self._articles[side].words_of(sentence))

    def runs(self, row: Row, side: Side, sentence: int, line: Span) -> tuple[Run, ...]:
        """One wrapped line of a sentence, cut into runs.

        Args:
            row: The row the sentence stands in.
            side: Whose sentence.
            sentence: Its index in the article.
            line: The part to give, as offsets into `words`.
        """
        base = _BASE[self._articles[side].sentences[sentence].role]
        if base is Tone.TEXT and row.mark in (Mark.ONLY_A, Mark.ONLY_B):
            base = Tone.ONLY
        text = self.words(side, sentence)
        tones = [base] * (line.end - line.start)
        for spans, tone in (
            (self._changed(row)[side].get(sentence, ()), Tone.CHANGED),
            (self._facts_in(side, sentence), Tone.FACT),
        ):
            for span in spans:
                first = max(span.start, line.start) - line.start
                for k in range(first, min(span.end, line.end) - line.start):
                    tones[k] = tone
        return tuple(_joined(text[line.start : line.end], tones, side))

    def _facts_in(self, side: Side, sentence: int) -> list[Span]:
        """Facts told in a sentence by this side alone, as offsets into it."""
        place = self._articles[side].sentences[sentence]
        if not place.role.compared:
            return []
        first = bisect_left(self._starts[side], place.start)
        found = []
        for span in self._facts[side][first:]:
            if span.start >= place.end:
                break
            found.append(Span(span.start - place.start, span.end - place.start))
        return found

    def _changed_words(self, row: Row) -> Pair[dict[int, tuple[Span, ...]]]:
        """The words of a row that carry a difference, by sentence."""
        if row.mark not in _WORDED or not (row.sentences.a and row.sentences.b):
            return Pair({}, {})
        texts = Pair(
            *([self.words(side, i) for i in row.sentences[side]] for side in Side)
        )
        spans = differing_words(" ".join(texts.a), " ".join(texts.b))
        found: Pair[dict[int, tuple[Span, ...]]] = Pair({}, {})
        for side in Side:
            at = 0
            for i, text in zip(row.sentences[side], texts[side], strict=True):
                found[side][i] = tuple(
                    Span(s.start - at, s.end - at)
                    for s in spans[side]
                    if at <= s.start < at + len(text)
                )
                at += len(text) + 1
        return found


def _fact_spans(comparison: Comparison, side: Side) -> list[Span]:
    """Where one side states what the other never mentions, in order."""
    only = Status.ONLY_A if side is Side.A else Status.ONLY_B
    return sorted(
        span
        for fact in comparison.facts
        if fact.status is only and fact.kind is not Kind.CLAIM
        for span in fact.spans[side]
    )


def _joined(text: str, tones: list[Tone], side: Side) -> list[Run]:
    """Neighbouring characters of the same tone as one run."""
    runs = []
    start = 0
    for k in range(1, len(text) + 1):
        if k == len(text) or tones[k] is not tones[start]:
            runs.append(Run(text[start:k], tones[start], side))
            start = k
    return runs
