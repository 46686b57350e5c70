"""How sure a text is of what it states: cue words on a ladder, and denials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cache
from typing import Final, NamedTuple

from newsdiff.english.tables import Phrases, table
from newsdiff.english.words import Token, is_function_word
from newsdiff.model import Kind, Mention, Span

_REACH: Final = 5
"""Words before a noun among which it is said that what it tells is over."""


class Certainty(IntEnum):
    """The ladder, weakest first."""

    SPECULATION = 1
    REPORTED = 2
    MAY = 3
    EXPECTED = 4
    SAID = 5
    CONFIRMED = 6


class Cues(NamedTuple):
    """What the words of a stretch of text say of its certainty."""

    certainty: Mention | None
    """The weakest cue; its key is a rung of the ladder, `resolved` its number."""
    denial: Mention | None
    """A denial. Its key says how: denied, declined, unconfirmed, no evidence."""


@cache
def _cues() -> Phrases[tuple[str, str]]:
    data = table("certainty")
    entries = {
        phrase: (group, name)
        for group in ("levels", "denials")
        for name, phrases in data[group].items()
        for phrase in phrases
    }
    entries |= dict.fromkeys(data["ignored"]["words"], ("ignored", ""))
    return Phrases(entries, folded=True)


def read_cues(words: Sequence[Token], sentence: int) -> Cues:
    """The weakest certainty and the first denial among some words of a sentence."""
    found = list(find_cues(words, sentence))
    rungs = [cue for cue in found if cue.rule != "denial"]
    denials = (cue for cue in found if cue.rule == "denial")
    return Cues(min(rungs, key=_rung, default=None), next(denials, None))


def find_cues(words: Sequence[Token], sentence: int) -> Iterator[Mention]:
    """All cues among some words of a sentence, in order; rule "cue" or "denial"."""
    i = 0
    while i < len(words):
        match = _cues().longest(words, i)
        if match is None or (words[i].text[0].isupper() and words[i].folded == "may"):
            i += 1
            continue
        if _is_over(words, i):
            i += 1
            continue
        group, name = match.value
        span = Span(words[i].start, words[i + match.size - 1].end)
        if group == "levels":
            yield make_certainty(Certainty[name.upper()], span, sentence, "cue")
        elif group == "denials":
            yield Mention(
                kind=Kind.CERTAINTY,
                span=span,
                sentence=sentence,
                key=name,
                rule="denial",
            )
        i += match.size


def _is_over(words: Sequence[Token], i: int) -> bool:
    """Whether guessing is told of as over: "after weeks of speculation"."""
    if words[i].folded not in _listed("nouns"):
        return False
    for word in reversed(words[max(0, i - _REACH) : i]):
        if word.folded in _listed("words"):
            return True
        if word.folded not in _listed("between") and not is_function_word(word.folded):
            return False
    return False


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(table("certainty")["over"][group].split())


def make_certainty(level: Certainty, span: Span, sentence: int, rule: str) -> Mention:
    """A rung of the ladder at a place in the text."""
    return Mention(
        kind=Kind.CERTAINTY,
        span=span,
        sentence=sentence,
        key=level.name.lower(),
        rule=rule,
        resolved=float(level),
    )


def _rung(mention: Mention) -> tuple[float, Span]:
    return float(mention.resolved or 0), mention.span
