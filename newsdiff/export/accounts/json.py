"""Stories in words → JSON, as `account.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import Any, Final

from newsdiff import __version__
from newsdiff.export.formats.json import moved_thresholds, written
from newsdiff.model import Article, Span
from newsdiff.story.account import Account, Section, Statement, Version
from newsdiff.wording.statements import statement_line

SCHEMA: Final = "newsdiff/story/1"


def account_schema() -> str:
    """The JSON Schema of the export, as text."""
    file = files(__package__).joinpath("account.schema.json")
    return file.read_text("utf-8")


def accounts_json(accounts: Sequence[Account]) -> str:
    """The stories as one JSON document, ending with a line feed."""
    return written(
        {
            "schema": SCHEMA,
            "newsdiff": __version__,
            "stories": [_story(account) for account in accounts],
        }
    )


def _story(account: Account) -> dict[str, Any]:
    left = dict(account.left_out)
    return {
        "articles": [_article(article) for article in account.articles],
        "statements": [
            _statement(account, number, one)
            for number, one in enumerate(account.statements, 1)
        ],
        "left_out": {section.value: left.get(section, 0) for section in Section},
        **_reservations(account),
    }


def _reservations(account: Account) -> dict[str, Any]:
    """Pairs that could not be compared, and thresholds that were moved, if any."""
    said: dict[str, Any] = moved_thresholds(account.thresholds)
    if account.not_compared:
        said["not_compared"] = [list(pair) for pair in account.not_compared]
    return said


def _article(article: Article) -> dict[str, Any]:
    return {
        "label": article.label,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "source": article.source,
        "sentences": article.sentence_count,
    }


def _statement(account: Account, number: int, one: Statement) -> dict[str, Any]:
    return {
        "number": number,
        "section": one.section.value,
        "form": one.form.value,
        "kind": one.kind.value,
        "said": statement_line(account, number, one, apart=True).text,
        "versions": [
            [_version(account.articles[v.article], v) for v in group]
            for group in one.versions
        ],
        "lacks": [
            {"article": lack.article, "absence": lack.absence.value}
            for lack in one.lacks
        ],
        "sees": list(one.sees),
        "note": one.note,
    }


def _version(article: Article, version: Version) -> dict[str, Any]:
    return {
        "article": version.article,
        "sentence": version.sentence,
        "quoted": _place(article, version.quoted),
        "spot": version.spot and _place(article, version.spot),
        "source": version.source and _place(article, version.source),
    }


def _place(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": article.text[slice(*span)]}
