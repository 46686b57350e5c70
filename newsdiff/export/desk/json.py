"""The desk → one JSON document, as `desk.schema.json` describes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files
from typing import Any, Final

from newsdiff import __version__
from newsdiff.export.desk.sheet import DeskView, Sheet
from newsdiff.export.formats.json import moved_thresholds, written
from newsdiff.model import Article, Span
from newsdiff.story.desk.naming import Who
from newsdiff.story.desk.quotations import Wording
from newsdiff.story.desk.timeline import When

SCHEMA: Final = "newsdiff/desk/1"


def desk_schema() -> str:
    """The JSON Schema of the export, as text."""
    return files(__package__).joinpath("desk.schema.json").read_text("utf-8")


def desks_json(sheets: Sequence[Sheet]) -> str:
    """The desks of some stories, ending with a line feed."""
    return written(
        {
            "schema": SCHEMA,
            "newsdiff": __version__,
            "stories": [_story(sheet) for sheet in sheets],
        }
    )


def _story(sheet: Sheet) -> dict[str, Any]:
    made: dict[DeskView, tuple[str, Callable[[Sheet], list[dict[str, Any]]]]] = {
        DeskView.QUOTES: ("quotations", _quotations),
        DeskView.SOURCES: ("sources", _sources),
        DeskView.TIMELINE: ("timeline", _times),
    }
    views = {made[view][0]: made[view][1](sheet) for view in sheet.views}
    articles = [_article(one) for one in sheet.articles]
    return {"articles": articles, **views, **moved_thresholds(sheet.thresholds)}


def _article(article: Article) -> dict[str, Any]:
    return {
        "label": article.label,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "source": article.source,
    }


def _quotations(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "articles": list(row.outlets),
            "quoting": list(row.quoting),
            "speaker": _who(row.speaker),
            "words_differ": row.drifts,
            "other_versions": row.retold,
            "another_speaker": row.disputed,
            "wordings": [_wording(sheet, wording) for wording in row.wordings],
        }
        for row in sheet.desk.quotations
    ]


def _wording(sheet: Sheet, wording: Wording) -> dict[str, Any]:
    article = sheet.articles[wording.article]
    return {
        "article": wording.article,
        "sentence": wording.sentence,
        "how": wording.how.value,
        "words": sheet.plain(wording),
        "places": [_place(article, span) for span in wording.places],
        "differing": [_place(article, span) for span in wording.differing],
        "speaker": _who(wording.speaker),
        "agency": _who(wording.agency),
        "another_speaker": wording.other_speaker,
    }


def _who(who: Who | None) -> dict[str, Any] | None:
    if who is None:
        return None
    return {"name": who.name, "kind": who.sort.value, "guessed": who.guessed}


def _place(article: Article, span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": article.text[slice(*span)]}


def _sources(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "name": row.name,
            "kind": row.sort.value,
            "citations": [
                {
                    "article": one.article,
                    "sentence": one.sentence,
                    "quoted": one.quoted,
                    "guessed": one.guessed,
                }
                for one in row.citations
            ],
        }
        for row in sheet.desk.sources
    ]


def _times(sheet: Sheet) -> list[dict[str, Any]]:
    return [
        {
            "placed": row.placed.value,
            "resolved": row.resolved,
            "what": row.what,
            "differs": row.differs,
            "times": [_when(sheet, when) for when in row.times],
        }
        for row in sheet.desk.times
    ]


def _when(sheet: Sheet, when: When) -> dict[str, Any]:
    date = when.date
    article = sheet.articles[when.article]
    return {
        "article": when.article,
        "sentence": when.sentence,
        "place": _place(article, date.span) if date else None,
        "resolved": date.resolved if date else None,
        "differs": when.differs,
    }
