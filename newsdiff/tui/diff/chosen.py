"""What of a row a person means: the sentence, the link, the line of boilerplate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsdiff.comparing import Row
from newsdiff.comparing.cross_references import (
    Relation,
    find_cross_references,
    inside,
)
from newsdiff.corrections import Place, fact_place, link_place, sentence_place
from newsdiff.layout import Entry
from newsdiff.model import SIDES, Comparison, Fact, Pair, Role, SentencePlace, Side
from newsdiff.said import NOTHING_SAID, Said
from newsdiff.wording.sayings import fact_name, pair_name, sentence_name


@dataclass(frozen=True, slots=True)
class Subject:
    """What a check or a note is of."""

    place: Place
    name: str
    said: Said
    """What was said of it so far."""


def compared_in(comparison: Comparison, entry: Entry) -> Iterator[SentencePlace]:
    """The compared sentences of a row, A's first; none of what is folded."""
    if isinstance(entry, Row):
        for side in SIDES:
            sentences = comparison.articles[side].sentences
            for i in entry.sentences[side]:
                if sentences[i].role.compared:
                    yield side, i


def next_taken(
    comparison: Comparison, entry: Entry, taken: SentencePlace | None
) -> SentencePlace | None:
    """The sentence of a row to take after another; None behind the last one."""
    there = [*compared_in(comparison, entry)]
    after = there.index(taken) + 1 if taken in there else 0
    return there[after] if after < len(there) else None


def partner_of(
    comparison: Comparison, entry: Entry, taken: SentencePlace
) -> Pair[int] | None:
    """A taken sentence with the one of a row that it is to be paired with.

    Of several the one that shares most words with it, the first of equals.
    """
    side, number = taken
    words = _words(comparison, side, number)
    there = [i for s, i in compared_in(comparison, entry) if s is side.other]
    if not there:
        return None

    def shared(i: int) -> int:
        return len(words & _words(comparison, side.other, i))

    return Pair.on(side, number, max(there, key=shared))


def _words(comparison: Comparison, side: Side, sentence: int) -> set[str]:
    return set(comparison.articles[side].words_of(sentence).casefold().split())


def parted_by(comparison: Comparison, entry: Entry) -> tuple[Pair[int], ...]:
    """The pairs of a row; of one without, what it is told or related by elsewhere."""
    if not isinstance(entry, Row):
        return ()
    if links := inside(comparison, entry):
        return tuple(link.sentences for link in links)
    linked = (Relation.MATCHED, Relation.RELATED)
    return tuple(
        reference.pair
        for reference in find_cross_references(comparison, entry)
        if reference.relation in linked
    )


def subject_of(comparison: Comparison, entry: Entry) -> Subject | None:
    """What is checked or noted in a row: its best link, else its first sentence."""
    if not isinstance(entry, Row):
        return None
    for link in inside(comparison, entry):
        place = link_place(comparison.articles, link.sentences)
        return Subject(place, pair_name(link.sentences), link.said)
    side = Side.A if entry.sentences.a else Side.B
    number = entry.sentences[side][0]
    place = sentence_place(comparison.articles[side], side, number)
    said = comparison.said[side].get(number, NOTHING_SAID)
    return Subject(place, sentence_name((side, number)), said)


def subject_of_fact(fact: Fact) -> Subject:
    """A fact as what is checked or noted."""
    return Subject(fact_place(fact), fact_name(fact), fact.said)


def boilerplate_at(comparison: Comparison, entry: Entry) -> SentencePlace | None:
    """The line of boilerplate, or what a person made of one, that a row is."""
    if not isinstance(entry, Row):
        return None
    for side in SIDES:
        for i in entry.sentences[side]:
            sentence = comparison.articles[side].sentences[i]
            if sentence.role is Role.BOILERPLATE or sentence.rule is not None:
                return side, i
    return None
