"""Stories in words → CSV: a row for each article that a statement speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.export.spreadsheet import to_csv
from newsdiff.model import Absence
from newsdiff.story.account import Account, Form, Section, Statement
from newsdiff.wording.decisions import tell_thresholds
from newsdiff.wording.statements import statement_line

_HEADING: Final = (
    "story",
    "statement",
    "section",
    "form",
    "kind",
    "article",
    "presence",
    "version",
    "sentence",
    "words",
    "source",
    "said",
    "from",
    "thresholds",
)
_ABSENCES: Final = {Absence.STRING: "nowhere", Absence.MEANING: "not found"}

Row = Sequence[str | int | None]


def accounts_csv(accounts: Sequence[Account]) -> str:
    """The stories as a table with a heading, ending with a line feed."""
    rows = [row for n, account in enumerate(accounts, 1) for row in _rows(account, n)]
    return to_csv([_HEADING, *rows])


def _rows(account: Account, story: int) -> Iterator[Row]:
    moved = tell_thresholds(account.thresholds)
    for section in Section:
        for number, one in account.of(section):
            yield from ((*row, moved) for row in _of(account, story, number, one))


def _of(account: Account, story: int, number: int, one: Statement) -> Iterator[Row]:
    said = statement_line(account, number, one, apart=True).text
    start = (story, number, one.section.value, one.form.value, one.kind.value)
    for n, group in enumerate(one.versions, 1):
        for version in group:
            article = account.articles[version.article]
            presence = "told"
            if one.form is Form.DIFFERS and n > 1:
                presence = "different"
            source = version.source and article.text[slice(*version.source)]
            yield (
                *start,
                article.label,
                presence,
                n,
                version.sentence + 1,
                " ".join(article.text[slice(*version.quoted)].split()),
                source and " ".join(source.split()),
                said,
                article.source,
            )
    for lack in one.lacks:
        article = account.articles[lack.article]
        presence = _ABSENCES[lack.absence]
        blank = (None, None, None, None)
        yield *start, article.label, presence, *blank, said, article.source
