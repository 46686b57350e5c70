"""Quotations one below the other, each outlet's wording with the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newsdiff.layout.desk.listed import Listed, Part, hung, label_width, wrapped
from newsdiff.layout.lines import Run, Tone
from newsdiff.model import Article, Span
from newsdiff.story.desk.quotations import QuoteRow, Wording
from newsdiff.story.desk.sources import Citation
from newsdiff.story.desk.ties import How
from newsdiff.text.cells import cells, fit
from newsdiff.text.visible import visible
from newsdiff.wording.desk import MARKS, beside, quotation_head

_INDENT = 4


def quote_lines(
    rows: Sequence[QuoteRow],
    articles: Mapping[int, Article],
    labels: Sequence[str],
    width: int,
) -> list[Listed]:
    """A heading a quotation and below it a line or more for each wording.

    Args:
        rows: The quotations.
        articles: The articles by their places in the table, as far as they are there.
        labels: What all of them are called, safe to show.
        width: Columns there are.
    """
    lines: list[Listed] = []
    names, stop = _names(labels, width), 0
    for row in rows:
        if lines:
            lines.append(Listed((Run("", Tone.TEXT),)))
        lines.append(Listed(_head(row, len(labels), width)))
        for wording in row.wordings:
            name = names[wording.article]
            parts = list(_wording(row, wording, articles.get(wording.article)))
            lines += _entry(name, parts, stop, width)
            stop += 1
    return lines


def place_lines(
    citations: Sequence[Citation],
    articles: Mapping[int, Article],
    labels: Sequence[str],
    width: int,
) -> list[Listed]:
    """Every place where a source is quoted or cited, in the words that stand there."""
    lines: list[Listed] = []
    names = _names(labels, width)
    for stop, one in enumerate(citations):
        article = articles.get(one.article)
        how = ("quoted" if one.quoted else "cited") + ("?" if one.guessed else "")
        words = visible(article.words_of(one.sentence)) if article else ""
        parts = [(f"{how}, sentence {one.sentence + 1}: ", Tone.DIM)]
        parts.append((words, Tone.TEXT))
        lines += _entry(names[one.article], parts, stop, width)
    return lines


def _head(row: QuoteRow, articles: int, width: int) -> tuple[Run, ...]:
    number = f"{len(row.outlets):>{len(str(articles))}}/{articles} "
    who, more = quotation_head(row)
    head = visible(f"{number}{who}")
    return (
        Run(head, Tone.LABEL),
        Run(fit(f"  {more}", max(0, width - len(head))), Tone.NOTE),
    )


def _names(labels: Sequence[str], width: int) -> list[str]:
    """What stands in front of what an article has: its name, all of one width."""
    room = label_width(labels, width)
    return [" " * _INDENT + fit(label, room) + "  " for label in labels]


def _entry(name: str, parts: Sequence[Part], stop: int, width: int) -> Iterator[Listed]:
    """The lines of an entry behind the name of its article."""
    indent = cells(name)
    for line in hung(name, wrapped(parts, max(10, width - indent)), indent):
        yield Listed(line, stop)


def _wording(
    row: QuoteRow, wording: Wording, article: Article | None
) -> Iterator[Part]:
    """What one outlet has, with who says it where that is not who all name."""
    if article is None:
        return
    if wording.how is not How.QUOTED:
        yield f"{wording.how.value}: ", Tone.DIM
        yield visible(article.words_of(wording.sentence)), Tone.TEXT
        return
    yield MARKS[0], Tone.TEXT
    for number, place in enumerate(wording.places):
        if number:
            yield " ", Tone.TEXT
        yield from marked(article.text, place, wording.differing)
    yield MARKS[1], Tone.TEXT
    if more := beside(row, wording):
        yield f"  {visible(more)}", Tone.NOTE


def marked(text: str, place: Span, differing: Sequence[Span]) -> Iterator[Part]:
    """A stretch of a text, the words in it that differ brought out."""
    at = place.start
    for span in differing:
        if span.start < at or span.end > place.end:
            continue
        yield visible(text[at : span.start]), Tone.TEXT
        yield visible(text[span.start : span.end]), Tone.CHANGED
        at = span.end
    yield visible(text[at : place.end]), Tone.TEXT
