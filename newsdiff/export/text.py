"""Comparison → plain text that reads well in a pipe, a mail or a screen reader.

Nothing is drawn and nothing stands side by side: it can be read from top to bottom.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsdiff.comparing import Mark, Row, rows_of
from newsdiff.export.blocks import WIDTH, Block, as_text
from newsdiff.export.facts import fact_blocks, fact_counts
from newsdiff.export.phrases import about, mark_words
from newsdiff.model import Comparison, Pair, Role, Side


def to_text(comparison: Comparison, width: int = WIDTH) -> str:
    """The whole comparison in words, `width` columns wide, ending with a line feed.

    Args:
        comparison: What to write.
        width: Columns of a line, 20 or more.
    """
    labels = comparison.articles.map(lambda article: article.label)
    blocks: list[Block] = [
        *_head(comparison, labels),
        *(_row(comparison, row, labels) for row in rows_of(comparison)),
        *fact_blocks(comparison, labels),
    ]
    return as_text(blocks, width)


def _head(comparison: Comparison, labels: Pair[str]) -> Iterator[Block]:
    yield [("", f"{labels.a} and {labels.b}, compared sentence by sentence")]
    yield [(f"{side.name}  ", _introduction(comparison, side)) for side in Side]
    share = comparison.linked_share.map(lambda part: f"{part:.0%}")
    linked = (
        f"{share.a} of {labels.a}'s sentences and {share.b} of {labels.b}'s are "
        "linked to one of the other."
    )
    yield [("", f"{linked} {fact_counts(comparison, labels)}")]
    yield [("", line) for side in Side for line in _left_out(comparison, side)]


def _introduction(comparison: Comparison, side: Side) -> str:
    article = comparison.articles[side]
    title = f"“{article.title}”" if article.title else "no headline"
    return f"{article.label}: {title} ({about(article)})"


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


def _row(comparison: Comparison, row: Row, labels: Pair[str]) -> Block:
    if row.mark is Mark.NONE:
        return []
    lines = [("", f"{row.mark.value} {mark_words(row.mark, labels)}{_also(row)}")]
    for side in Side:
        for i in row.sentences[side]:
            number = f"{side.name} {i + 1}"
            lines.append((f"  {number:<5} ", comparison.articles[side].words_of(i)))
    return lines


def _also(row: Row) -> str:
    """Where else a row's sentences are told: " (see also B 12)"."""
    found = [
        f"{side.other.name} {link.index(side.other) + 1}"
        for side in Side
        for link in row.also[side]
    ]
    return f" (see also {', '.join(dict.fromkeys(found))})" if found else ""
