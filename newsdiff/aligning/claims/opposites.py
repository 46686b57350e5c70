"""Words of a sentence that cannot be true where those of a claim are."""

from __future__ import annotations

from typing import Final, NamedTuple

from newsdiff.aligning.claims.sentences import SearchedSentence, Stated
from newsdiff.english.events import exclude, oppose
from newsdiff.english.words import is_function_word

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
    words, poles = claim.opposing_words, claim.opposing_poles
    opposed = not (
        words.isdisjoint(sentence.folded) and poles.isdisjoint(sentence.poles)
    )
    if denies:
        return sentence.stated_among(claim.stems, poles | claim.happened, words)
    return sentence.stated_among(_NONE, poles, words) if opposed else ()


def are_opposite(
    claim: SearchedSentence, mine: Stated, sentence: SearchedSentence, other: Stated
) -> bool:
    """Whether a word of a sentence says the opposite of one of a claim.

    Either is denied, or both cannot be true; and they are told of the same, as far as
    the words next to them say.
    """
    beside = _Beside.of(claim.neighbours(mine.word), sentence.neighbours(other.word))
    if mine.is_denied != other.is_denied:
        return _is_one_told(mine, other, beside) and not _deny_alike(claim, sentence)
    if mine.is_denied or tells(claim, other):
        return False
    if exclude(mine.folded, other.folded) not in _OPPOSING:
        return oppose(mine.poles, other.poles) in _OPPOSING and beside.any
    if is_function_word(mine.folded):
        return beside.before and beside.behind
    return beside.before or beside.behind or beside.ends


def _is_one_told(mine: Stated, other: Stated, beside: _Beside) -> bool:
    """Whether two words, one of them denied, are told of the same."""
    same = bool(mine.stem) and mine.stem == other.stem
    if mine.events & other.events:
        return same or beside.any
    return same and (beside.before or beside.behind or beside.ends)


class _Beside(NamedTuple):
    """What two words have next to them."""

    before: bool
    """The same word of content before them."""
    behind: bool
    ends: bool
    """Nothing behind one of them."""
    any: bool
    """The same word on whichever side."""

    @classmethod
    def of(cls, one: tuple[str, str], other: tuple[str, str]) -> _Beside:
        """What is common to the words next to two."""
        return cls(
            before=one[0] == other[0] != "",
            behind=one[1] == other[1] != "",
            ends="" in (one[1], other[1]),
            any=bool({*one} & {*other} - {""}),
        )


def _deny_alike(claim: SearchedSentence, sentence: SearchedSentence) -> bool:
    """Whether both say no to the same, or it is unclear what one says no to."""
    if any({"neither", "nor"} & one.folded for one in (claim, sentence)):
        return True
    return any(
        mine.is_denied and other.is_denied and _are_one(mine, other)
        for mine in claim.stated
        for other in sentence.stated
    )


def tells(sentence: SearchedSentence, mine: Stated) -> bool:
    """Whether a sentence has a word of a claim, meant as there."""
    return any(
        one.is_denied == mine.is_denied and _are_one(mine, one)
        for one in sentence.stated
    )


def _are_one(mine: Stated, other: Stated) -> bool:
    return (
        (mine.folded == other.folded != "")
        or bool(mine.stem and mine.stem == other.stem)
        or bool(mine.events & other.events)
    )
