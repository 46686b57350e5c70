"""The desk → CSV: a row for each wording, each source or each time of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.export.desk.sheet import DeskView, Sheet, one_line
from newsdiff.export.spreadsheet import to_csv
from newsdiff.wording.decisions import tell_thresholds
from newsdiff.wording.desk import named

_HEADINGS: Final = {
    DeskView.QUOTES: (
        *("story", "quotation", "articles", "article", "how", "sentence", "words"),
        *("differing", "speaker", "kind", "another speaker", "agency", "from"),
    ),
    DeskView.SOURCES: (
        *("story", "source", "kind", "article", "quoted", "cited", "sentences", "from"),
    ),
    DeskView.TIMELINE: (
        *("story", "thing", "placed", "time", "what", "article", "sentence", "words"),
        *("date", "another time", "from"),
    ),
}
Row = Sequence[str | int | None]


def desks_csv(sheets: Sequence[Sheet]) -> str:
    """One view of some stories as a table with a heading, ending with a line feed."""
    view = sheets[0].views[0] if sheets else DeskView.QUOTES
    make = {
        DeskView.QUOTES: _quotes,
        DeskView.SOURCES: _sources,
        DeskView.TIMELINE: _times,
    }[view]
    rows = [
        (*row, tell_thresholds(sheet.thresholds))
        for n, sheet in enumerate(sheets, 1)
        for row in make(sheet, n)
    ]
    return to_csv([(*_HEADINGS[view], "thresholds"), *rows])


def _quotes(sheet: Sheet, story: int) -> Iterator[Row]:
    for number, row in enumerate(sheet.desk.quotations, 1):
        for wording in row.wordings:
            article = sheet.articles[wording.article]
            speaker = wording.speaker
            yield (
                story,
                number,
                len(row.outlets),
                article.label,
                wording.how.value,
                wording.sentence + 1,
                sheet.plain(wording),
                sheet.differing(wording),
                named(speaker) if speaker else None,
                speaker.sort.value if speaker else None,
                "yes" if wording.other_speaker else None,
                wording.agency.name if wording.agency else None,
                article.source,
            )


def _sources(sheet: Sheet, story: int) -> Iterator[Row]:
    for row in sheet.desk.sources:
        for number in row.outlets:
            article = sheet.articles[number]
            own = sorted({c.sentence + 1 for c in row.citations if c.article == number})
            sentences = " ".join(map(str, own))
            counts = row.counts(number)
            start = story, row.name, row.sort.value, article.label
            yield *start, *counts, sentences, article.source


def _times(sheet: Sheet, story: int) -> Iterator[Row]:
    for number, row in enumerate(sheet.desk.times, 1):
        for when in row.times:
            article = sheet.articles[when.article]
            date = when.date
            yield (
                story,
                number,
                row.placed.value,
                row.resolved,
                one_line(row.what),
                article.label,
                when.sentence + 1,
                one_line(date.words) if date else None,
                date.resolved if date else None,
                "yes" if when.differs else None,
                article.source,
            )
