"""Comparison → JSON, as `comparison.schema.json` describes it."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from math import isfinite
from typing import Any, Final

from newsdiff import __version__
from newsdiff.model import (
    Article,
    Comparison,
    Fact,
    Link,
    Pair,
    Paraphrase,
    Side,
    Span,
    Status,
    Thresholds,
)
from newsdiff.said import Said
from newsdiff.text.visible import CONTROL

SCHEMA: Final = "newsdiff/comparison/1"
_DECIMALS: Final = 4
_LINE: Final = 200
"""Characters of JSON that stand on one line."""


def schema() -> str:
    """The JSON Schema of the export, as text."""
    file = files(__package__).joinpath("comparison.schema.json")
    return file.read_text("utf-8")


def to_json(comparison: Comparison) -> str:
    """The whole comparison as one JSON document, ending with a line feed."""
    return written(_document(comparison))


def written(document: dict[str, Any]) -> str:
    """A document as JSON, ending with a line feed.

    Control and bidirectional characters are escaped, also those that JSON lets
    through; decoded, every string is what the article says.
    """
    return CONTROL.sub(_escape, _written(document)) + "\n"


def _written(value: Any, indent: str = "") -> str:
    """JSON in which what is short stands on one line: a sentence, a link, a fact."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= _LINE or not isinstance(value, (dict, list)):
        return line
    deeper = f"{indent} "
    if isinstance(value, dict):
        items = [f"{json.dumps(k)}: {_written(v, deeper)}" for k, v in value.items()]
        opening, closing = "{", "}"
    else:
        items = [_written(item, deeper) for item in value]
        opening, closing = "[", "]"
    inside = f",\n{deeper}".join(items)
    return f"{opening}\n{deeper}{inside}\n{indent}{closing}"


def _escape(match: re.Match[str]) -> str:
    code = match.group().encode("utf-16-be", errors="surrogatepass")
    units = (code[i : i + 2].hex() for i in range(0, len(code), 2))
    return "".join(f"\\u{unit}" for unit in units)


def _document(comparison: Comparison) -> dict[str, Any]:
    counts = {status.value: 0 for status in Status}
    for fact in comparison.facts:
        counts[fact.status.value] += 1
    return {
        "schema": SCHEMA,
        "newsdiff": __version__,
        "articles": [_article(comparison, side) for side in Side],
        "links": [
            {
                "a": link.a,
                "b": link.b,
                "state": link.state.value,
                "score": round(link.score, _DECIMALS),
                "moved": link.moved,
                "reason": list(link.reason),
                "paraphrases": [
                    write_paraphrase(one, comparison.articles)
                    for one in link.paraphrases
                ],
                **_by_hand(link),
            }
            for link in comparison.links
        ],
        **moved_thresholds(comparison.thresholds),
        "parted": [_sides(link.sentences) for link in comparison.parted],
        "facts": [_fact(fact) for fact in comparison.facts],
        "summary": {
            "sentences": _sides(comparison.articles.map(lambda a: a.sentence_count)),
            "linked": _sides(
                comparison.linked_share.map(lambda share: round(share, _DECIMALS))
            ),
            "facts": counts,
        },
    }


def moved_thresholds(thresholds: Thresholds) -> dict[str, Any]:
    """From which probability links were made, where a person has moved that."""
    moved = {k: p for k, p in thresholds._asdict().items() if p}
    return {"thresholds": moved} if moved else {}


def _by_hand(one: Link | Fact) -> dict[str, Any]:
    """Whose finding it is, and what a person said of it."""
    return {"origin": one.origin.value, "said": _said(one.said)}


def _said(said: Said | None) -> dict[str, Any] | None:
    return {"checked": said.checked, "note": said.note} if said else None


def _article(comparison: Comparison, side: Side) -> dict[str, Any]:
    article, nearest = comparison.articles[side], comparison.nearest[side]
    said = comparison.said[side]
    return {
        "label": article.label,
        "title": article.title,
        "outlet": article.outlet,
        "published": article.published,
        "source": article.source,
        "text": article.text,
        "sentences": [
            {
                "start": sentence.start,
                "end": sentence.end,
                "role": sentence.role.value,
                "paragraph": sentence.paragraph,
                "rule": sentence.rule,
                "nearest": near
                and {
                    "sentence": near.sentence,
                    "score": round(near.score, _DECIMALS),
                },
                "said": _said(said.get(i)),
            }
            for i, (sentence, near) in enumerate(
                zip(article.sentences, nearest, strict=True)
            )
        ],
    }


def write_paraphrase(one: Paraphrase, articles: Pair[Article]) -> dict[str, Any]:
    """What two sentences say in other words, with its words, as JSON has it."""
    return {
        side.value: {
            "start": one.spans[side].start,
            "end": one.spans[side].end,
            "text": articles[side].text[slice(*one.spans[side])],
        }
        for side in Side
    } | {"likeness": round(one.likeness, _DECIMALS), "inflected": one.inflected}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "kind": fact.kind.value,
        "status": fact.status.value,
        "absence": fact.absence and fact.absence.value,
        "value": _sides(fact.value),
        "resolved": _sides(fact.resolved.map(_finite)),
        **_sides(fact.spans.map(_spans)),
        "note": fact.note,
        **_by_hand(fact),
    }


def _finite(value: str | float | None) -> str | float | None:
    """A value that JSON can hold: it knows no infinity."""
    return None if isinstance(value, float) and not isfinite(value) else value


def _spans(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


def _sides(pair: Pair[Any]) -> dict[str, Any]:
    return {side.value: pair[side] for side in Side}
