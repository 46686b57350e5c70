"""Whether a text tells a deed of a claim with doer and done-to exchanged.

"Orlova beat Tamm" is not what "Tamm beat Orlova" tells, nor "Orlova was beaten by
Tamm"; "Tamm was beaten by Orlova" is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from newsdiff.aligning.claims.sentences import SearchedSentence
from newsdiff.english.events import mutual_events
from newsdiff.english.words import is_function_word
from newsdiff.model import Span

_FURTHEST: Final = 5
"""Words between a deed and who did it, or whom it was done to."""
_BE: Final = frozenset("is are was were be been being get got".split())


class Deed(NamedTuple):
    """An event with a name before and a name behind it, as doer and done-to."""

    events: frozenset[str]
    doer: str
    done_to: str
    span: Span
    """From the one name to the other."""


def find_exchange(claim: SearchedSentence, sentence: SearchedSentence) -> Deed | None:
    """The deed of a sentence that is one of the claim the other way round."""
    told = deeds_of(sentence)
    for mine in deeds_of(claim):
        same = [one for one in told if one.events & mine.events]
        if any((one.doer, one.done_to) == (mine.doer, mine.done_to) for one in same):
            return None
        for one in same:
            if (one.doer, one.done_to) == (mine.done_to, mine.doer):
                return one
    return None


@lru_cache(maxsize=8192)
def deeds_of(sentence: SearchedSentence) -> tuple[Deed, ...]:
    """The deeds of a sentence between two names, but those that two do together."""
    return tuple(_deeds(sentence))


def _deeds(sentence: SearchedSentence) -> Iterator[Deed]:
    for n, events in sorted(sentence.events.items()):
        one_sided = events - mutual_events()
        before = _name(sentence, range(n - 1, n - 1 - _FURTHEST, -1))
        behind = _name(sentence, range(n + 1, n + 1 + _FURTHEST))
        if not one_sided or before is None or behind is None:
            continue
        words = sentence.words
        between = {w.folded for w in words[before + 1 : n]}
        by = "by" in (w.folded for w in words[n + 1 : behind])
        passive = by and not _BE.isdisjoint(between)
        names = words[before].folded, words[behind].folded
        doer, done_to = reversed(names) if passive else names
        if passive or not by:
            span = Span(words[before].start, words[behind].end)
            yield Deed(one_sided, doer, done_to, span)


def _name(sentence: SearchedSentence, numbers: range) -> int | None:
    """The nearest capitalised word among some, before any border of clauses.

    Of a chain of capitals it is the last: a name's own.
    """
    words, text = sentence.words, sentence.text
    for n in numbers:
        if not 0 <= n < len(words):
            return None
        between = text[words[n].end : words[n + 1].start] if n + 1 < len(words) else ""
        if numbers.step < 0 and not between.isspace():
            return None
        if numbers.step > 0 and not text[words[n - 1].end : words[n].start].isspace():
            return None
        if words[n].text[0].isupper() and not is_function_word(words[n].folded):
            return _end_of_chain(sentence, n) if numbers.step > 0 else n
    return None


def _end_of_chain(sentence: SearchedSentence, n: int) -> int:
    return _end_of_chain(sentence, n + 1) if _joins(sentence, n + 1) else n


def _joins(sentence: SearchedSentence, n: int) -> bool:
    """Whether a word goes on a chain of capitals."""
    words = sentence.words
    if n >= len(words) or not words[n].text[0].isupper():
        return False
    return sentence.text[words[n - 1].end : words[n].start] == " "
