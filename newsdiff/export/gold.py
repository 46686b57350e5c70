"""A corrected comparison as gold: what other comparisons are measured against.

A *story* is a document with sentences, alignments and facts with their evidence; a
*row* is a line of two lists of sentences with what holds between them. Both are the
forms in which the project's own annotations are kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, Final

from newsdiff.export.formats.json import moved_thresholds, written
from newsdiff.export.gold_facts import KEYS, Comparisons, is_sure, join_facts
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

MOST_ARTICLES: Final = len(KEYS)
"""Of one story."""
_OF_A_CONFLICT: Final = {
    Kind.PERSON: "name",
    Kind.ORGANIZATION: "name",
    Kind.ATTRIBUTION: "speaker",
    Kind.CLAIM: "other",
}
"""The same of a row."""
_STATES: Final = {State.MATCHED: "same", State.RELATED: "overlap"}


def gold_story(
    comparisons: Comparisons, files: Sequence[str], *, only_checked: bool = False
) -> str:
    """Some articles as an annotated story, JSON that ends with a line feed.

    Args:
        comparisons: What was corrected: every pair of two to `MOST_ARTICLES` articles.
        files: The names of files that hold the texts.
        only_checked: Whether only what a person has said or checked is in it.
    """
    articles = _articles(comparisons)
    links = {
        f"{KEYS[a]}-{KEYS[b]}": _links(comparison, only_checked=only_checked)
        for (a, b), comparison in comparisons.items()
    }
    facts = join_facts(articles, comparisons, only_checked=only_checked)
    return written(
        {
            "story": " – ".join(one.label for one in articles),
            "articles": {
                key: _article(article, file)
                for key, article, file in zip(KEYS, articles, files, strict=False)
            },
            "alignments": {
                pair: [[k.a, k.b, _STATES[k.state]] for k in own]
                for pair, own in links.items()
            },
            "facts": [
                {"id": f"F{number:03}", **fact} for number, fact in enumerate(facts, 1)
            ],
            "by_hand": [
                {"pair": pair, "a": k.a, "b": k.b, "origin": k.origin.value, **_said(k)}
                for pair, own in links.items()
                for k in own
                if _is_said(k)
            ],
            **moved_thresholds(comparisons[0, 1].thresholds),
        }
    )


def _articles(comparisons: Comparisons) -> list[Article]:
    """The articles of some pairs, in their order."""
    found: dict[int, Article] = {}
    for pair, comparison in comparisons.items():
        found |= dict(zip(pair, comparison.articles, strict=True))
    return [found[n] for n in sorted(found)]


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
        **moved_thresholds(comparison.thresholds),
    }
    return json.dumps(row, ensure_ascii=False) + "\n"


def _is_said(one: Link) -> bool:
    return one.origin is Origin.PERSON or bool(one.said)


def _links(comparison: Comparison, *, only_checked: bool) -> list[Link]:
    """The links in the order of A, then of B."""
    wanted = (k for k in comparison.links if not only_checked or is_sure(k))
    return sorted(wanted, key=lambda link: (link.a, link.b))


def _facts(comparison: Comparison, *, only_checked: bool) -> list[Fact]:
    return [f for f in comparison.facts if not only_checked or is_sure(f)]


def _said(one: Link) -> dict[str, Any]:
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
