"""The fact ledger in words: what differs, what only one article states, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from newsdiff.model import Article, Comparison, Fact, Kind, Pair, Side, Status
from newsdiff.wording.about import count
from newsdiff.wording.phrases import absence, quoted

_ITEM: Final = "  - "


def fact_counts(comparison: Comparison, labels: Pair[str]) -> str:
    """How many facts there are of each status, in one sentence."""
    counted = Counter(fact.status for fact in comparison.facts)
    different = (
        f", {counted[Status.CONFLICT]:,} told with different values"
        if counted[Status.CONFLICT]
        else ""
    )
    return (
        f"{count(len(comparison.facts), 'fact')}: {counted[Status.BOTH]:,} in both, "
        f"{counted[Status.ONLY_A]:,} only in {labels.a}, "
        f"{counted[Status.ONLY_B]:,} only in {labels.b}{different}."
    )


def fact_blocks(
    comparison: Comparison, labels: Pair[str]
) -> Iterator[list[tuple[str, str]]]:
    """Paragraphs of the text export, each as labels with what stands behind them."""
    conflicts = [f for f in comparison.facts if f.status is Status.CONFLICT]
    if conflicts:
        yield [("", "Told with different values")] + [
            (_ITEM, _conflict(comparison, fact, labels)) for fact in conflicts
        ]
    for side in Side:
        facts = [fact for fact in comparison.facts if fact.status is side.only]
        lines = list(_only(comparison.articles[side], facts, side, labels))
        yield [("", f"Only in {labels[side]}")] + [
            (_ITEM, line) for line in lines or ["nothing"]
        ]


def _conflict(comparison: Comparison, fact: Fact, labels: Pair[str]) -> str:
    values = " but ".join(
        f"{labels[side]} has {quoted(fact, side)}"
        f"{_places(comparison.articles[side], fact, side)}"
        for side in Side
    )
    return f"{fact.kind}: {values}.{_note(fact)}"


def _only(
    article: Article, facts: Sequence[Fact], side: Side, labels: Pair[str]
) -> Iterator[str]:
    """A line a fact; whole sentences come together, their words stand above."""
    whole: list[str] = []
    for fact in facts:
        number = _whole_sentence(article, fact, side)
        if number is not None:
            whole.append(str(number + 1))
            continue
        if fact.kind is Kind.CLAIM:
            other = labels[side.other]
            said = f"No sentence of {other} was found to say {quoted(fact, side)}."
        else:
            said = f"{fact.kind}: {absence(fact, labels)}"
        yield f"{said}{_places(article, fact, side)}{_note(fact)}"
    if whole:
        yield (
            f"No sentence of {labels[side.other]} was found to say what these say: "
            f"{side.name} {', '.join(whole)}."
        )


def _whole_sentence(article: Article, fact: Fact, side: Side) -> int | None:
    """The sentence that a claim is, if it is one; None for a part of a sentence."""
    if fact.kind is not Kind.CLAIM or len(fact.spans[side]) != 1:
        return None
    (span,) = fact.spans[side]
    number = article.sentence_at(span.start)
    if number is None or article.sentences[number].span != span:
        return None
    return number


def _places(article: Article, fact: Fact, side: Side) -> str:
    """Where an article states a fact: " (B 12, 15)"."""
    numbers = {article.sentence_at(span.start) for span in fact.spans[side]}
    listed = [str(n + 1) for n in sorted(n for n in numbers if n is not None)]
    return f" ({side.name} {', '.join(listed)})" if listed else ""


def _note(fact: Fact) -> str:
    return f" {fact.note}" if fact.note else ""
