"""Comparison → plain text that reads well in a pipe, a mail or a screen reader."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from typing import Final

from newsdiff.comparing import Mark, Row, rows_of
from newsdiff.export.phrases import ONLY, about, absence, mark_words, quoted
from newsdiff.model import Comparison, Fact, Kind, Pair, Role, Side, Status
from newsdiff.visible import visible

WIDTH: Final = 80
MIN_WIDTH: Final = 20


def to_text(comparison: Comparison, width: int = WIDTH) -> str:
    """The whole comparison in words, `width` columns wide, ending with a line feed."""
    labels = comparison.articles.map(lambda article: article.label)
    blocks = [
        *_head(comparison),
        *(_row(comparison, row, labels) for row in rows_of(comparison)),
        *_facts(comparison, labels),
    ]
    lines = (
        line
        for block in blocks
        if block
        for line in (*_wrapped(block, max(width, MIN_WIDTH)), "")
    )
    return "\n".join(lines)


def _wrapped(block: list[tuple[str, str]], width: int) -> Iterator[str]:
    """The lines of a block; wrapped text hangs under its own beginning."""
    for label, text in block:
        yield from textwrap.wrap(
            visible(text),
            width,
            initial_indent=label,
            subsequent_indent=" " * len(label),
            break_on_hyphens=False,
        ) or [label.rstrip()]


def _head(comparison: Comparison) -> Iterator[list[tuple[str, str]]]:
    names = comparison.articles.map(lambda article: article.label)
    yield [("", f"{names.a} and {names.b}, compared sentence by sentence")]
    yield [
        (
            f"{side.name}  ",
            f"{article.label}: {_titled(article.title)} ({about(article)})",
        )
        for side in Side
        for article in (comparison.articles[side],)
    ]
    share = comparison.linked_share.map(lambda part: f"{part:.0%}")
    yield [
        (
            "",
            (
                f"{share.a} of {names.a}'s sentences and {share.b} of {names.b}'s are "
                "linked to one of the other."
            ),
        )
    ]
    residue = [line for side in Side if (line := _residue(comparison, side))]
    yield [("", line) for line in residue]


def _titled(title: str | None) -> str:
    return f"“{title}”" if title else "no headline"


def _residue(comparison: Comparison, side: Side) -> str:
    """How much of an article was left out as boilerplate, and by which rules."""
    article = comparison.articles[side]
    rules = Counter(s.rule for s in article.sentences if s.role is Role.BOILERPLATE)
    if not rules:
        return ""
    named = ", ".join(f"{rule} {n}" for rule, n in sorted(rules.items(), key=str))
    return f"Not compared in {article.label}: {named}."


def _row(comparison: Comparison, row: Row, labels: Pair[str]) -> list[tuple[str, str]]:
    if row.mark is Mark.NONE:
        return []
    lines = [("", f"{row.mark.value} {mark_words(row.mark, labels)}{_also(row)}")]
    for side in Side:
        for i in row.sentences[side]:
            number = f"{side.name} {i + 1}"
            lines.append((f"  {number:<5} ", comparison.articles[side].words_of(i)))
    return lines


def _also(row: Row) -> str:
    """Where else a row's sentences are told: "; see also B 12"."""
    found = [
        f"{side.other.name} {link.index(side.other) + 1}"
        for side in Side
        for link in row.also[side]
    ]
    return f" (see also {', '.join(dict.fromkeys(found))})" if found else ""


def _facts(
    comparison: Comparison, labels: Pair[str]
) -> Iterator[list[tuple[str, str]]]:
    conflicts = [f for f in comparison.facts if f.status is Status.CONFLICT]
    if conflicts:
        yield [("", "Told with different values")]
        yield [("  ", _conflict(fact, labels)) for fact in conflicts]
    for status, side in ONLY.items():
        facts = [f for f in comparison.facts if f.status is status]
        named = [f for f in facts if f.kind is not Kind.CLAIM]
        claims = [f for f in facts if f.kind is Kind.CLAIM]
        yield [("", f"Only in {labels[side]}")]
        yield [("  ", f"{fact.kind}: {absence(fact, labels)}") for fact in named] + (
            [("  ", _claims(comparison, claims, side, labels))] if claims else []
        ) or [("  ", "nothing")]


def _conflict(fact: Fact, labels: Pair[str]) -> str:
    told = " but ".join(f"{labels[side]} has {quoted(fact, side)}" for side in Side)
    return f"{fact.kind}: {told}."


def _claims(
    comparison: Comparison, claims: list[Fact], side: Side, labels: Pair[str]
) -> str:
    """The sentences without a link, by number: their words stand above."""
    starts = {fact.spans[side][0].start for fact in claims}
    numbers = [
        str(i + 1)
        for i, sentence in enumerate(comparison.articles[side].sentences)
        if sentence.start in starts
    ]
    return (
        f"No sentence of {labels[side.other]} was found to say what these say: "
        f"{side.name} {', '.join(numbers)}."
    )
