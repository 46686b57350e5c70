"""A corrected comparison as gold: what other comparisons are measured against.

A *story* is a document with sentences, alignments and facts with their evidence; a
*row* is a line of two lists of sentences with what holds between them. Both are the
forms in which the project's own annotations are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from newsdiff.export.formats.json import written
from newsdiff.model import (
    SIDES,
    Article,
    Comparison,
    Fact,
    Kind,
    Link,
    Pair,
    Side,
    Span,
    State,
    Status,
)
from newsdiff.said import Origin

_KINDS: Final = {
    Kind.ORGANIZATION: "org",
    Kind.CERTAINTY: "attribution",
    Kind.CLAIM: "event",
}
"""What a story calls kinds of facts, where that is another word."""
_OF_A_CONFLICT: Final = {
    Kind.PERSON: "name",
    Kind.ORGANIZATION: "name",
    Kind.ATTRIBUTION: "speaker",
    Kind.CLAIM: "other",
}
"""The same of a row."""
_STATES: Final = {State.MATCHED: "same", State.RELATED: "overlap"}


def gold_story(
    comparison: Comparison, files: Pair[str], *, only_checked: bool = False
) -> str:
    """Two articles as an annotated story, JSON that ends with a line feed.

    Args:
        comparison: What was corrected.
        files: The names of files that hold the texts.
        only_checked: Whether only what a person has said or checked is in it.
    """
    articles = comparison.articles
    links = _links(comparison, only_checked=only_checked)
    facts = _facts(comparison, only_checked=only_checked)
    return written(
        {
            "story": " – ".join(one.label for one in articles),
            "articles": {
                side.name: _article(articles[side], files[side]) for side in SIDES
            },
            "alignments": {"A-B": [[k.a, k.b, _STATES[k.state]] for k in links]},
            "facts": [
                {"id": f"F{number:03}", **_fact(fact, articles)}
                for number, fact in enumerate(facts, 1)
            ],
            "by_hand": [
                {"a": k.a, "b": k.b, "origin": k.origin.value, **_said(k)}
                for k in links
                if _is_said(k)
            ],
        }
    )


def gold_row(comparison: Comparison, *, only_checked: bool = False) -> str:
    """Two articles as one line of JSON: their compared sentences and what holds.

    Args:
        comparison: What was corrected.
        only_checked: Whether only what a person has said or checked is in it.
    """
    articles = comparison.articles
    number = articles.map(lambda one: {i: n for n, i in enumerate(one.compared)})
    facts = _facts(comparison, only_checked=only_checked)
    links = _links(comparison, only_checked=only_checked)
    row = {
        "id": "/".join(one.label for one in articles),
        **{side.value: _sentences(articles[side]) for side in SIDES},
        "gold": [[number.a[k.a], number.b[k.b]] for k in links],
        "conflicts": [*_conflicts(facts, articles, number)],
        **{
            f"only_{side.value}": [
                [number[side][i], phrase]
                for fact in facts
                if fact.status is side.only
                for i, phrase in _phrases(fact, articles[side], side)
                if i in number[side]
            ]
            for side in SIDES
        },
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _is_said(one: Link | Fact) -> bool:
    return one.origin is Origin.PERSON or bool(one.said)


def _is_sure(one: Link | Fact) -> bool:
    """Whether a person said it, or found it right."""
    return one.origin is Origin.PERSON or one.said.checked


def _links(comparison: Comparison, *, only_checked: bool) -> list[Link]:
    """The links in the order of A, then of B."""
    wanted = (k for k in comparison.links if not only_checked or _is_sure(k))
    return sorted(wanted, key=lambda link: (link.a, link.b))


def _facts(comparison: Comparison, *, only_checked: bool) -> list[Fact]:
    return [f for f in comparison.facts if not only_checked or _is_sure(f)]


def _said(one: Link | Fact) -> dict[str, Any]:
    return {"checked": one.said.checked, "note": one.said.note}


def _article(article: Article, file: str) -> dict[str, Any]:
    return {
        "file": file,
        "sentences": [
            {"start": s.start, "end": s.end, "role": s.role.value}
            for s in article.sentences
        ],
        "chars": len(article.text),
    }


def _fact(fact: Fact, articles: Pair[Article]) -> dict[str, Any]:
    conflict = fact.status is Status.CONFLICT
    told = [side for side in SIDES if fact.spans[side]]
    return {
        "fact": " / ".join(dict.fromkeys(fact.value[side] or "" for side in told)),
        "kind": _KINDS.get(fact.kind, fact.kind.value),
        "evidence": {
            side.name: [
                [*span, articles[side].sentence_at(span.start)]
                for span in fact.spans[side]
            ]
            for side in told
        },
        "values": {s.name: fact.value[s] for s in SIDES} if conflict else None,
        "origin": fact.origin.value,
        **_said(fact),
    }


def _sentences(article: Article) -> list[str]:
    return [_plain(article.words_of(i)) for i in article.compared]


def _phrases(fact: Fact, article: Article, side: Side) -> Iterator[tuple[int, str]]:
    """The words of a fact, each with the sentence they stand in; "*" for all of it."""
    for span in fact.spans[side]:
        number = article.sentence_at(span.start)
        if number is None:
            continue
        whole = article.sentences[number].span
        inside = Span(span.start, min(span.end, whole.end))
        words = _plain(article.text[slice(*inside)])
        yield number, "*" if inside == whole else words


def _conflicts(
    facts: list[Fact], articles: Pair[Article], number: Pair[dict[int, int]]
) -> Iterator[list[Any]]:
    """What both tell otherwise, by the first place on either side."""
    for fact in facts:
        if fact.status is not Status.CONFLICT:
            continue
        one, other = (next(_phrases(fact, articles[s], s), None) for s in SIDES)
        if one is None or other is None:
            continue
        if one[0] in number.a and other[0] in number.b:
            kind = _OF_A_CONFLICT.get(fact.kind, fact.kind.value)
            a, b = _spelt_out(articles.a, *one), _spelt_out(articles.b, *other)
            yield [number.a[one[0]], a, number.b[other[0]], b, kind]


def _spelt_out(article: Article, sentence: int, phrase: str) -> str:
    return _plain(article.words_of(sentence)) if phrase == "*" else phrase


def _plain(text: str) -> str:
    """Words on one line."""
    return " ".join(text.split())
