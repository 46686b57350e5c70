"""The desk → Markdown. The words of the articles are never markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsdiff.export.desk.sheet import DeskView, Sheet, one_line
from newsdiff.export.formats.markdown import safe
from newsdiff.story.desk.quotations import QuoteRow, Wording
from newsdiff.story.desk.ties import How
from newsdiff.story.desk.timeline import TimeRow
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


def desks_markdown(sheets: Sequence[Sheet]) -> str:
    """The desks of some stories, ending with a line feed."""
    parts = [part for sheet in sheets for part in _parts(sheet)]
    return "".join(f"{part}\n\n" for part in parts).rstrip() + "\n"


def _parts(sheet: Sheet) -> Iterator[str]:
    if moved := tell_thresholds(sheet.thresholds):
        yield moved
    for view in sheet.views:
        yield from _VIEWS[view](sheet)


def _quotes(sheet: Sheet) -> Iterator[str]:
    yield "# Quotations"
    yield "**Bold**: words that another article has otherwise."
    if not sheet.desk.quotations:
        yield NOTHING
    for row in sheet.desk.quotations:
        who, more = quotation_head(row)
        of = f"{len(row.outlets)} of {len(sheet.articles)}: {safe(who)}"
        yield f"## {of} ({safe(more)})" if more else f"## {of}"
        yield "\n".join(_wording(sheet, row, wording) for wording in row.wordings)


def _wording(sheet: Sheet, row: QuoteRow, wording: Wording) -> str:
    label = safe(sheet.articles[wording.article].label)
    start = f"- {label}, sentence {wording.sentence + 1}: "
    if wording.how is not How.QUOTED:
        return f"{start}{wording.how.value}: {safe(sheet.plain(wording))}"
    words = "".join(
        _marked(text, differs=differs) for text, differs in sheet.words(wording)
    )
    more = beside(row, wording)
    return f"{start}{MARKS[0]}{words}{MARKS[1]}" + (f" {safe(more)}" if more else "")


def _marked(text: str, *, differs: bool) -> str:
    """Words with the blanks around them, bold where they differ."""
    inner = safe(one_line(text))
    if not inner:
        return " " if text else ""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}**{inner}**{after}" if differs else f"{before}{inner}{after}"


def _sources(sheet: Sheet) -> Iterator[str]:
    yield "# Sources"
    yield "2+1: quoted twice, cited once in the article's own words."
    rows = [
        [
            safe(row.name),
            SORTS[row.sort],
            *(counts_words(row.counts(n)) for n in range(len(sheet.articles))),
        ]
        for row in sheet.desk.sources
    ]
    yield _table(["Source", "What it is", *_labels(sheet)], rows)


def _times(sheet: Sheet) -> Iterator[str]:
    yield "# Timeline"
    yield "! marks another time than most articles that tell a thing have."
    rows = [
        [
            safe(when_words(row)),
            safe(one_line(row.what)),
            *(_cell(row, n) for n in range(len(sheet.articles))),
            PLACED[row.placed],
        ]
        for row in sheet.desk.times
    ]
    yield _table(["When", "What", *_labels(sheet), "Placed"], rows)


def _cell(row: TimeRow, article: int) -> str:
    parts = []
    for when in row.of(article):
        words = safe(one_line(when.date.words)) if when.date else "no time"
        parts.append(f"! {words}" if when.differs else words)
    return ", ".join(parts)


def _labels(sheet: Sheet) -> list[str]:
    return [safe(article.label) for article in sheet.articles]


def _table(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table, as many Markdown readers know it."""
    if not rows:
        return NOTHING
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


_VIEWS = {
    DeskView.QUOTES: _quotes,
    DeskView.SOURCES: _sources,
    DeskView.TIMELINE: _times,
}
