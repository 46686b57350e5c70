"""Which characters of a sentence carry a tone of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.comparing import Highlight, Highlights, Row
from newsdiff.layout.lines import Line, Run, Tone
from newsdiff.model import Comparison, Pair, Role, Side, Span
from newsdiff.text.cells import character_starts

Spots = Pair[tuple[Span, ...]]
"""Places in the texts of both articles that a reader has been led to."""

NO_SPOTS: Final[Spots] = Pair((), ())
_LIT: Final = {Highlight.CHANGED: Tone.CHANGED, Highlight.FACT: Tone.FACT}
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
        self._highlights = Highlights(comparison)
        self.prepare = self._highlights.prepare
        """What takes longest of drawing a row, done before it is drawn."""
        self.texts: Pair[tuple[str, ...]] = self._highlights.texts
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
        lit = self._highlights
        for spans, tone in (
            *((s, _LIT.get(k, untold)) for k, s in lit.spans(row, side, sentence)),
            (lit.within(searched[side], side, sentence), Tone.FOUND),
            (lit.within(spots[side], side, sentence), Tone.SPOT),
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
