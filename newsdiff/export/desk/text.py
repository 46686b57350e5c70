"""The desk → plain text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.export.desk.sheet import DeskView, Sheet, one_line
from newsdiff.story.desk.quotations import QuoteRow, Wording
from newsdiff.story.desk.ties import How
from newsdiff.story.desk.timeline import TimeRow, When
from newsdiff.text.columns import columns
from newsdiff.text.visible import visible
from newsdiff.wording.blocks import ASCII
from newsdiff.wording.decisions import tell_thresholds
from newsdiff.wording.desk import (
    MARKS,
    NOTHING,
    PLACED,
    SORTS,
    beside,
    counts_words,
    quotation_head,
    when_words,
)
from newsdiff.wording.wrapping import hang

_STARS = (
    "*Between stars*: words that another article has otherwise. Behind a name, ? is "
    "a guess: no verb of saying names the speaker."
)
_COUNTS = "2+1: quoted twice, cited once in the article's own words."
_TIMES = "! marks another time than most articles that tell a thing have."
Labelled = tuple[str, str]
"""A label, and what hangs behind it."""


def desks_text(sheets: Sequence[Sheet], width: int, *, only_ascii: bool = False) -> str:
    """The desks of some stories, ending with a line feed.

    Args:
        sheets: What to write.
        width: Columns of a line.
        only_ascii: Whether the signs of newsdiff's own are ASCII.
    """
    lines: list[str] = []
    for sheet in sheets:
        if moved := tell_thresholds(sheet.thresholds):
            lines += [*hang(moved, width), ""]
        for view in sheet.views:
            for label, words in _VIEWS[view](sheet):
                shown = visible(words.translate(ASCII) if only_ascii else words)
                lines += hang(shown, width, visible(label)) if shown else [label]
            lines.append("")
    return "".join(f"{line.rstrip()}\n" for line in lines[:-1])


def _quotes(sheet: Sheet) -> Iterator[Labelled]:
    yield "", "Quotations"
    yield "", _STARS if sheet.desk.quotations else NOTHING
    labels = _labels(sheet)
    for row in sheet.desk.quotations:
        yield "", ""
        who, more = quotation_head(row)
        of = f"{len(row.outlets)} of {len(sheet.articles)}: {who}"
        yield "", f"{of} ({more})" if more else of
        for wording in row.wordings:
            number = f"{wording.sentence + 1:>4}  "
            yield f"  {labels[wording.article]}{number}", _wording(sheet, row, wording)


def _labels(sheet: Sheet) -> list[str]:
    """What the articles are called, in one width."""
    labels = [visible(article.label) for article in sheet.articles]
    width = max(map(columns, labels), default=0)
    return [label + " " * (width - columns(label)) for label in labels]


def _wording(sheet: Sheet, row: QuoteRow, wording: Wording) -> str:
    words = "".join(
        f"*{one_line(text)}*" if differs else text
        for text, differs in sheet.words(wording)
    )
    if wording.how is not How.QUOTED:
        return f"{wording.how.value}: {words}"
    return f"{MARKS[0]}{one_line(words)}{MARKS[1]} {beside(row, wording)}".rstrip()


def _sources(sheet: Sheet) -> Iterator[Labelled]:
    yield "", "Sources"
    yield "", _COUNTS if sheet.desk.sources else NOTHING
    sort = None
    for row in sheet.desk.sources:
        if row.sort is not sort:
            sort = row.sort
            yield "", ""
            yield "", SORTS[sort]
        counts = (
            f"{sheet.articles[n].label} {counts_words(row.counts(n))}"
            for n in row.outlets
        )
        yield f"{len(row.citations):>4}  ", f"{row.name}: {', '.join(counts)}"


def _times(sheet: Sheet) -> Iterator[Labelled]:
    yield "", "Timeline"
    yield "", _TIMES if sheet.desk.times else NOTHING
    placed = None
    wide = max((len(when_words(r)) for r in sheet.desk.times if r.resolved), default=10)
    for row in sheet.desk.times:
        if row.placed is not placed:
            placed = row.placed
            yield "", ""
            yield "", PLACED[placed]
        when = "" if row.resolved is None else when_words(row)
        sign = "!" if row.differs else " "
        yield f"{sign} {when:<{wide}}  ", one_line(row.what)
        yield " " * (wide + 4), _who_has(sheet, row)


def _who_has(sheet: Sheet, row: TimeRow) -> str:
    return "; ".join(
        f"{sheet.articles[when.article].label}: {_when(when)}" for when in row.times
    )


def _when(when: When) -> str:
    if when.date is None:
        return "no time"
    return f"{'! ' if when.differs else ''}“{one_line(when.date.words)}”"


_VIEWS = {
    DeskView.QUOTES: _quotes,
    DeskView.SOURCES: _sources,
    DeskView.TIMELINE: _times,
}
