"""The fact ledger in words: what differs, what only one article states, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from newsdiff.model import Article, Comparison, Fact, Kind, Pair, Side, Status
from newsdiff.said import Origin
from newsdiff.wording.about import count
from newsdiff.wording.by_hand import said_words
from newsdiff.wording.phrases import absence, kind_words, quoted

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
    if both := [*_by_hand(comparison, labels)]:
        yield [("", "Told by both, as a person says"), *both]
    for side in Side:
        lines = list(_only(comparison, side, labels))
        yield [("", f"Only in {labels[side]}")] + [
            (_ITEM, line) for line in lines or ["nothing"]
        ]


def _conflict(comparison: Comparison, fact: Fact, labels: Pair[str]) -> str:
    values = " but ".join(
        f"{labels[side]} has {quoted(fact, side)}"
        f"{_places(comparison.articles[side], fact, side)}"
        for side in Side
    )
    return f"{kind_words(fact.kind)}: {values}.{_note(fact)}"


def _only(comparison: Comparison, side: Side, labels: Pair[str]) -> Iterator[str]:
    """A line a fact; whole sentences come together, their words stand above.

    What is missing of a sentence that has a link is said of the other article, never of
    its sentences: one of them was found to tell the same, or something related.
    """
    article, other = comparison.articles[side], labels[side.other]
    linked = {link.index(side) for link in comparison.links}
    whole: list[int] = []
    for fact in comparison.facts:
        if fact.status is not side.only:
            continue
        number = _whole_sentence(article, fact, side)
        if number is not None:
            whole.append(number)
            continue
        near = not _sentences(article, fact, side).isdisjoint(linked)
        if fact.kind is Kind.CLAIM and near:
            said = f"{other} was not found to say {quoted(fact, side)}."
        elif fact.kind is Kind.CLAIM:
            said = f"No sentence of {other} was found to say {quoted(fact, side)}."
        else:
            said = f"{kind_words(fact.kind)}: {absence(fact, labels, near=near)}"
        yield f"{said}{_places(article, fact, side)}{_note(fact)}"
    alone = [str(n + 1) for n in whole if n not in linked]
    related = [str(n + 1) for n in whole if n in linked]
    if alone:
        yield (
            f"No sentence of {other} was found to say what these say: "
            f"{side.name} {', '.join(alone)}."
        )
    if related:
        yield (
            f"{other} was only found to tell something related to these: "
            f"{side.name} {', '.join(related)}."
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
    listed = [str(n + 1) for n in sorted(_sentences(article, fact, side))]
    return f" ({side.name} {', '.join(listed)})" if listed else ""


def _sentences(article: Article, fact: Fact, side: Side) -> set[int]:
    """The sentences that state a fact."""
    numbers = {article.sentence_at(span.start) for span in fact.spans[side]}
    return {number for number in numbers if number is not None}


def _by_hand(comparison: Comparison, labels: Pair[str]) -> Iterator[tuple[str, str]]:
    """What both tell, as a person says."""
    for fact in comparison.facts:
        if fact.status is Status.BOTH and (fact.origin is Origin.PERSON or fact.said):
            told = " and ".join(
                f"{labels[side]} has {quoted(fact, side)}"
                f"{_places(comparison.articles[side], fact, side)}"
                for side in Side
            )
            yield _ITEM, f"{kind_words(fact.kind)}: {told}.{_note(fact)}"


def _note(fact: Fact) -> str:
    """What newsdiff adds to a fact, and what a person said of it."""
    words = ["by hand"] if fact.origin is Origin.PERSON else []
    said = "; ".join([*words, *said_words(fact.said)])
    return f"{f' {fact.note}' if fact.note else ''}{f' (+ {said})' if said else ''}"
