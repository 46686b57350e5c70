"""The words in which a comparison speaks, the same on every screen and in every export.

Two claims are never mixed up: a string that appears nowhere (certain) and a meaning
that was not found (probable).
"""

from __future__ import annotations

from typing import Final

from newsdiff.comparing import Mark
from newsdiff.model import Absence, Article, Fact, Kind, Pair, Side, Status

ONLY: Final = {Status.ONLY_A: Side.A, Status.ONLY_B: Side.B}
"""The side that states a fact of this status."""


_MARKS: Final = {
    Mark.SAME: "same",
    Mark.REWORDED: "reworded",
    Mark.RELATED: "only related",
    Mark.MOVED: "told elsewhere in the article",
    Mark.CONFLICT: "told with another value",
    Mark.NONE: "not compared",
}
_QUOTES: Final = '“”"'


def mark_words(mark: Mark, labels: Pair[str]) -> str:
    """What a row's mark says."""
    if mark is Mark.ONLY_A:
        return f"only in {labels.a}"
    if mark is Mark.ONLY_B:
        return f"only in {labels.b}"
    return _MARKS[mark]


def absence(fact: Fact, labels: Pair[str]) -> str:
    """The sentence that says what is claimed of the article that lacks a fact."""
    if fact.status not in ONLY:
        return ""
    side = ONLY[fact.status]
    other = labels[side.other]
    if fact.absence is Absence.STRING:
        return f"{quoted(fact, side)} appears nowhere in {other}."
    if fact.kind is Kind.CLAIM:
        return f"No sentence of {other} was found to say this."
    return f"No sentence of {other} was found to speak of {quoted(fact, side)}."


def quoted(fact: Fact, side: Side) -> str:
    """The words of a fact on one side, in quotation marks."""
    return f"“{(fact.value[side] or '').strip(_QUOTES)}”"


def about(article: Article) -> str:
    """Date and size of an article: "2023-09-05 · 583 words · 25 sentences"."""
    parts = [(article.published or "").replace("T", " ")]
    parts += [
        count(article.word_count, "word"),
        count(article.sentence_count, "sentence"),
    ]
    return " · ".join(part for part in parts if part)


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 word", "583 words"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def headline(article: Article) -> str:
    """The headline, or the first words of an article that has none, with "…"."""
    if article.title:
        return article.title
    for i, sentence in enumerate(article.sentences):
        if sentence.role.compared:
            words = article.words_of(i).split()
            return " ".join(words[:12]) + ("…" if len(words) > 12 else "")
    return ""
