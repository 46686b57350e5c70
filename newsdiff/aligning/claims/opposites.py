"""Words of a sentence that cannot be true where those of a claim are."""

from __future__ import annotations

from typing import Final

from newsdiff.aligning.claims.sentences import SearchedSentence, Stated
from newsdiff.english.events import exclude, oppose

_OPPOSING: Final = ("what was decided", "the direction", "the result", "the order")
"""What differs between two words of which one is the opposite of the other."""
_NONE: Final[frozenset[str]] = frozenset()


def suspects_of(
    claim: SearchedSentence, sentence: SearchedSentence
) -> tuple[Stated, ...]:
    """The words of a sentence that may oppose some of a claim: quickly, for most none.

    Words that exclude some of the claim, and where either denies something, its own.
    """
    denies = claim.denies or sentence.denies
    words, events = claim.opposing_words, claim.opposing_events
    opposed = not (
        words.isdisjoint(sentence.folded) and events.isdisjoint(sentence.happened)
    )
    if denies:
        return sentence.stated_among(claim.stems, events | claim.happened, words)
    return sentence.stated_among(_NONE, events, words) if opposed else ()


def are_opposite(
    claim: SearchedSentence, mine: Stated, sentence: SearchedSentence, other: Stated
) -> bool:
    """Whether a word of a sentence says the opposite of one of a claim.

    Either is denied, or both cannot be true; and they are told of the same, as far as
    the words next to them say.
    """
    if mine.is_denied != other.is_denied:
        if mine.events & other.events:
            return True
        same = bool(mine.stem) and mine.stem == other.stem
        return same and _are_beside(claim, mine, sentence, other)
    if mine.is_denied:
        return False
    if exclude(mine.folded, other.folded) in _OPPOSING:
        return _are_beside(claim, mine, sentence, other)
    if oppose(mine.events, other.events) not in _OPPOSING:
        return False
    beside = {*claim.neighbours(mine.word)} & {*sentence.neighbours(other.word)}
    return bool(beside - {""})


def _are_beside(
    claim: SearchedSentence, mine: Stated, sentence: SearchedSentence, other: Stated
) -> bool:
    """Whether two words stand next to the same, or at the end of what is said."""
    before, behind = zip(
        claim.neighbours(mine.word), sentence.neighbours(other.word), strict=True
    )
    return before[0] == before[1] != "" or behind[0] == behind[1] or "" in behind


def tells(sentence: SearchedSentence, mine: Stated) -> bool:
    """Whether a sentence has a word of a claim, meant as there."""
    return any(
        one.is_denied == mine.is_denied and _are_one(mine, one)
        for one in sentence.stated
    )


def _are_one(mine: Stated, other: Stated) -> bool:
    return (
        mine.folded == other.folded
        or bool(mine.stem and mine.stem == other.stem)
        or bool(mine.events & other.events)
    )
