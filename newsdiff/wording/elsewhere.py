"""Where else the sentences of a row are told, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from newsdiff.comparing import Row
from newsdiff.model import Side, State

MOST: Final = 3
"""Sentences that a note names."""


class Words(NamedTuple):
    """What a sentence elsewhere has to do with a row."""

    whole: str
    """What the other article does there."""
    short: str
    """The same where there is little room."""


TELLS: Final = Words("tells this", "told")
AGAIN: Final = Words("tells this again", "again")
VALUE: Final = Words("gives another value", "other value")
PERHAPS: Final = Words("perhaps gives another value", "perhaps other value")
RELATED: Final = Words("has something related", "related")


def elsewhere_words(row: Row, side: Side) -> str:
    """Where else the sentences of one side of a row are told, wherever it stands.

    Args:
        row: The row.
        side: Whose sentences.

    Returns:
        "B gives another value at 10; tells this again at 5"; empty where nowhere.
    """
    said = [
        f"{words.whole} at {list_numbers(there)}"
        for words, there in find_elsewhere(row, side)
    ]
    return f"{side.other.name} {'; '.join(said)}" if said else ""


def find_elsewhere(row: Row, side: Side) -> Iterator[tuple[Words, list[int]]]:
    """What a row's sentences have to do with sentences outside it, most telling first.

    A value told otherwise is said once, and not that the sentence is linked too.
    """
    named, perhaps = row.otherwise[side], row.perhaps[side]
    if surely := [there for there in named if there not in perhaps]:
        yield VALUE, surely
    if perhaps:
        yield PERHAPS, [*perhaps]
    matched: list[int] = []
    related: list[int] = []
    for link in row.also[side]:
        there = link.b if side is Side.A else link.a
        if there not in named:
            (matched if link.state is State.MATCHED else related).append(there)
    if matched:
        tells = AGAIN if row.sentences[side.other] else TELLS
        yield tells, [*dict.fromkeys(matched)]
    if related:
        yield RELATED, [*dict.fromkeys(related)]


def list_numbers(there: Sequence[int]) -> str:
    """The first of some sentences by their numbers: "5", "4 and 5", "4, 5, 6 and more".

    Args:
        there: Those that matter most first; named they are in the order of the text.
    """
    numbers = [str(i + 1) for i in sorted(there[:MOST])]
    if len(there) > MOST:
        numbers.append("more")
    if len(numbers) == 1:
        return numbers[0]
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}"
