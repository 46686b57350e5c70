"""What every written comparison says, whatever it is written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsdiff.comparing import Mark, Row, rows_of
from newsdiff.export.facts import fact_counts
from newsdiff.model import Comparison, Pair, Role, Side
from newsdiff.wording.about import describe
from newsdiff.wording.blocks import Block, percent
from newsdiff.wording.phrases import mark_words


def labels_of(comparison: Comparison) -> Pair[str]:
    """What both articles are called."""
    return comparison.articles.map(lambda article: article.label)


def write_title(labels: Pair[str]) -> str:
    """What is compared with what."""
    return f"{labels.a} and {labels.b}, compared sentence by sentence"


def write_opening(comparison: Comparison, labels: Pair[str]) -> Iterator[Block]:
    """Who the articles are, how much they share, what was left out and why."""
    yield [(f"{side.name}  ", _introduction(comparison, side)) for side in Side]
    share = comparison.linked_share.map(percent)
    linked = (
        f"{share.a.capitalize()} of {labels.a}'s sentences and {share.b} of "
        f"{labels.b}'s are told, or have something related, in the other."
    )
    yield [("", f"{linked} {fact_counts(comparison, labels)}")]
    yield [("", line) for side in Side for line in _left_out(comparison, side)]


def compared_rows(comparison: Comparison) -> list[Row]:
    """The rows of all that is compared, in A's order."""
    return [row for row in rows_of(comparison) if row.mark is not Mark.NONE]


def row_heading(row: Row, labels: Pair[str]) -> str:
    """What a row is, in words, and where else its sentences are told."""
    words = mark_words(row.mark, labels)
    if row.mark.side:
        words += f": not found in {labels[row.mark.side.other]}"
    return f"{words}{_also(row)}"


def _introduction(comparison: Comparison, side: Side) -> str:
    article = comparison.articles[side]
    headline = f"“{article.title}”" if article.title else "no headline"
    return f"{article.label}: {headline} ({describe(article)})"


def _left_out(comparison: Comparison, side: Side) -> Iterator[str]:
    """What of an article is not compared, by which rules, and why."""
    article = comparison.articles[side]
    counted = Counter(
        sentence.rule or sentence.role.value
        for sentence in article.sentences
        if sentence.role in (Role.BOILERPLATE, Role.DATELINE)
        and sentence.rule != "front-matter"
    )
    if counted:
        named = ", ".join(f"{rule} {n}" for rule, n in sorted(counted.items()))
        yield f"Not compared in {article.label}: {named}."
    yield from (f"Note: {note}." for note in article.notes)


def _also(row: Row) -> str:
    """Where else a row's sentences are told: " (see also B 12)"."""
    parts = []
    values = [f"{s.other.name} {i + 1}" for s in Side for i in row.otherwise[s]]
    if values:
        parts.append(f"another value in {', '.join(values)}")
    references = [
        f"{side.other.name} {link.index(side.other) + 1}"
        for side in Side
        for link in row.also[side]
    ]
    if references:
        parts.append(f"see also {', '.join(dict.fromkeys(references))}")
    return f" ({'; '.join(parts)})" if parts else ""
