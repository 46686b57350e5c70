"""What every written comparison says, whatever it is written in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from newsdiff.comparing import Mark, Order, Row, rows_of
from newsdiff.export.facts import fact_counts
from newsdiff.model import Comparison, Pair, Role, Side
from newsdiff.wording.about import count, describe
from newsdiff.wording.blocks import Block, percent
from newsdiff.wording.by_hand import ByHand, count_by_hand
from newsdiff.wording.card import in_lines
from newsdiff.wording.decisions import tell_thresholds
from newsdiff.wording.elsewhere import elsewhere_words
from newsdiff.wording.phrases import mark_words

_ITEMS: Final = 6
"""Items of what differs, and of what one article has alone, named at the top."""


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
    if moved := tell_thresholds(comparison.thresholds):
        yield [("", moved)]
    if by_hand := count_by_hand(comparison):
        yield [("", by_hand)]
    yield [("", line) for line in in_lines(comparison, labels, _ITEMS)]
    yield [("", line) for side in Side for line in _left_out(comparison, side)]


def compared_rows(comparison: Comparison, order: Order) -> list[Row]:
    """The rows of all that is compared, in one order."""
    return [row for row in rows_of(comparison, order) if row.mark is not Mark.NONE]


def row_heading(row: Row, labels: Pair[str]) -> str:
    """What a row is, in words, and where else its sentences are told."""
    words = mark_words(row.mark, labels)
    if row.mark.side:
        words += f": not found in {labels[row.mark.side.other]}"
    return f"{words}{_also(row)}"


def row_by_hand(row: Row, by_hand: ByHand) -> list[str]:
    """What a person said of a row, a line each, behind the sign that stands for it."""
    said = by_hand.lines(row.sentences)
    return [f"+ {words}" for words in (*said.a, *said.b)]


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
        named = ", ".join(
            f"{count(n, 'line')} ({rule})" for rule, n in sorted(counted.items())
        )
        yield f"Not compared in {article.label}: {named}."
    yield from (f"Note: {note}." for note in article.notes)


def _also(row: Row) -> str:
    """Where else a row's sentences are told: " (B tells this again at 12)"."""
    said = [words for side in Side if (words := elsewhere_words(row, side))]
    return f" ({'; '.join(said)})" if said else ""
