"""What stands in the facts panel, line by line: headings, facts, what is trivial."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Final

from newsdiff.comparing.ranking import Ranking
from newsdiff.model import Comparison, Fact, Kind, Pair, SentencePlace, Side, Status
from newsdiff.said import Origin
from newsdiff.wording.about import count
from newsdiff.wording.card import first_place
from newsdiff.wording.phrases import KINDS

GROUPS: Final = (Status.CONFLICT, Status.ONLY_A, Status.ONLY_B)
_TOP: Final = 2
"""Sentences at the top of an article: its headline and the first behind it."""
_TRIVIAL: Final = "countries, weekdays, names in other forms"


class Arrangement(StrEnum):
    """How the facts of a status are put together."""

    KIND = "by kind"
    PLACE = "by place"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a person wants to see in the panel."""

    by: Arrangement = Arrangement.KIND
    kind: Kind | None = None
    """The only kind that is listed; None for all."""
    trivial: bool = False
    """Whether trivial facts are listed, or one line stands for them."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that facts stand under."""

    words: str
    status: Status | None = None
    """What the heading is for; None for one within a status."""


@dataclass(frozen=True, slots=True)
class Trivial:
    """A line that stands for what is trivial; Enter opens it."""

    words: str
    status: Status


Entry = Fact | Heading | Trivial


def list_entries(
    comparison: Comparison, ranking: Ranking, shown: Shown
) -> Iterator[Entry]:
    """The lines of the panel.

    Args:
        comparison: What the facts are of.
        ranking: Its facts.
        shown: Which of them, and how.
    """
    for status in GROUPS:
        own = ranking.of(status)
        telling = [fact for fact in own.telling if shown.kind in (None, fact.kind)]
        trivial = [fact for fact in own.trivial if shown.kind in (None, fact.kind)]
        if not telling and not trivial:
            continue
        number = count(len(telling) + len(trivial), "fact")
        yield Heading(number, status)
        yield from _arranged(comparison, telling, shown.by)
        if trivial:
            does = "closes" if shown.trivial else "opens"
            number = count(len(trivial), "trivial one")
            yield Trivial(f"{number} (z {does}): {_TRIVIAL}", status)
            yield from trivial if shown.trivial else ()
    if both := [one for one in comparison.facts if _is_in_both_by_hand(one, shown)]:
        yield Heading(f"told by both, as you say: {count(len(both), 'fact')}")
        yield from both


def _is_in_both_by_hand(fact: Fact, shown: Shown) -> bool:
    """Whether a person said that both tell a fact, or something else of it."""
    said = fact.origin is Origin.PERSON or bool(fact.said)
    return fact.status is Status.BOTH and said and shown.kind in (None, fact.kind)


def kinds_of(ranking: Ranking) -> list[Kind]:
    """The kinds that can be filtered by."""
    there = {fact.kind for fact in (*ranking.telling, *ranking.trivial)}
    return [kind for kind in KINDS if kind in there]


def counted(number: int, kind: Kind) -> str:
    """A number of facts of a kind: "3 quotations"."""
    return f"{number:,} {KINDS[kind][number != 1]}"


def counts_of(comparison: Comparison) -> Counter[Status]:
    """How many facts of each status there are."""
    return Counter(fact.status for fact in comparison.facts)


def _arranged(
    comparison: Comparison, facts: Sequence[Fact], by: Arrangement
) -> Iterator[Entry]:
    if by is Arrangement.KIND:
        for kind, same in groupby(facts, key=lambda fact: fact.kind):
            own = list(same)
            yield Heading(counted(len(own), kind))
            yield from own
        return
    compared = comparison.articles.map(lambda article: article.compared)
    placed = sorted(
        (
            (first_place(comparison, fact) or (Side.A, 0), n)
            for n, fact in enumerate(facts)
        )
    )
    for where, group in groupby(placed, key=lambda one: _where(compared, one[0])):
        own = [facts[n] for _, n in group]
        yield Heading(f"{where}: {count(len(own), 'fact')}")
        yield from own


def _where(compared: Pair[tuple[int, ...]], place: SentencePlace) -> str:
    """Which part of its article a sentence stands in.

    Args:
        compared: The numbers of the sentences of both that are compared.
        place: The sentence.
    """
    side, sentence = place
    rank = bisect_left(compared[side], sentence)
    if rank < _TOP:
        return "at the top"
    return (
        "in the upper half" if 2 * rank < len(compared[side]) else "in the lower half"
    )
