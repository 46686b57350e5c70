"""Whether a text states a claim, and which of its sentences do.

A claim is searched for by its words, the later ones weighing more: "Anna Berg closed
the bridge" is about Anna Berg, and what is new in it comes last. That the words are
there does not prove that the text says so, and a free retelling escapes: the score is
a probability, and between "stated" and "absent" lies "unclear".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from unicodedata import east_asian_width

from newsdiff.aligning.claims.search import (
    FEATURES,
    Search,
    claim_of,
    searched_sentence,
)
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.english.words import is_function_word, tokens
from newsdiff.model import Article

__all__ = [
    "FEATURES",
    "Claimed",
    "FoundClaim",
    "claim_features",
    "find_claim",
    "find_claim_in",
    "is_statement",
]

MAX_SENTENCES: Final = 5
MAX_WORDS: Final = 4
_FEWEST_WORDS: Final = 2
"""Content words of a statement: somebody or something, and what is said of it."""
_DIGITS: Final = 9
"""Decimals of a score that count."""


class Claimed(StrEnum):
    """Whether a text states a claim."""

    STATED = "stated"
    UNCLEAR = "unclear"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundClaim:
    """What was found of a claim in a text."""

    state: Claimed
    score: float
    """Probability that the text states it, 0..1, by words alone."""
    sentences: tuple[int, ...] = ()
    """The sentences that say it, best first; where it is unclear, those that may; none
    where it is absent."""
    nearest: int | None = None
    """The closest sentence, whatever the state; None where there is none."""
    reason: tuple[str, ...] = ()
    """The claim's most telling words that these sentences, or the closest one, have,
    as they stand in the claim."""
    missing: tuple[str, ...] = ()
    """Its most telling words that they lack."""
    opposed: bool = False
    """Either the claim or the text says "not": never stated, whatever the score."""


def find_claim(claim: str, sentences: Sequence[str]) -> FoundClaim:
    """Whether some sentences state a claim; unclear at most where it is no statement.

    Args:
        claim: One statement, as a short sentence: "Kim will visit Pier 33".
        sentences: The text, in order.
    """
    weighing = fitted(__package__, "claims")
    search = _search(claim, sentences)
    if search is None:
        return FoundClaim(state=Claimed.ABSENT, score=0.0)
    score = round(weighing.probability(search.vector()), _DIGITS)
    state = _state(score, weighing)
    opposed = state is not Claimed.ABSENT and search.opposed(search.best)
    if opposed or (state is Claimed.STATED and not is_statement(claim)):
        state = Claimed.UNCLEAR
    found = () if state is Claimed.ABSENT else search.best
    if state is Claimed.STATED:
        found = (*found, *_others(search, weighing))[:MAX_SENTENCES]
    words = search.weightiest(found or search.best[:1], MAX_WORDS)
    return FoundClaim(
        state=state,
        score=score,
        sentences=found,
        nearest=search.best[0],
        reason=tuple(words[True]),
        missing=tuple(words[False]),
        opposed=opposed,
    )


def is_statement(claim: str) -> bool:
    """Whether a claim has words enough to say something: "Kim" says nothing.

    What is written without blanks between the words counts as several.
    """
    content = [w.text for w in tokens(claim) if not is_function_word(w.folded)]
    joined = any(east_asian_width(word[0]) == "W" and len(word) > 2 for word in content)
    return joined or len(content) >= _FEWEST_WORDS


def find_claim_in(article: Article, claim: str) -> FoundClaim:
    """Whether the compared sentences of an article state a claim.

    Sentence indexes count all sentences of the article.
    """
    places = article.compared
    found = find_claim(claim, [article.words_of(i) for i in places])
    return replace(
        found,
        sentences=tuple(places[k] for k in found.sentences),
        nearest=None if found.nearest is None else places[found.nearest],
    )


def claim_features(claim: str, sentences: Sequence[str]) -> tuple[float, ...]:
    """The features of a claim and a text, in the order of `FEATURES`.

    All are 0 where the claim has no words or the text no sentences.
    """
    search = _search(claim, sentences)
    return search.vector() if search else (0.0,) * len(FEATURES)


def _search(claim: str, sentences: Sequence[str]) -> Search | None:
    wanted = claim_of(claim)
    if not (wanted.words and sentences):
        return None
    return Search(wanted, tuple(map(searched_sentence, sentences)))


def _state(score: float, model: Model) -> Claimed:
    for state in (Claimed.STATED, Claimed.UNCLEAR):
        if score >= model.least[state]:
            return state
    return Claimed.ABSENT


def _others(search: Search, model: Model) -> list[int]:
    """Further sentences that state the claim by themselves, best first."""
    scored = []
    for i, sentence in enumerate(search.sentences):
        if i not in search.best and not search.opposed((i,)):
            alone = Search(search.claim, (sentence,))
            scored.append((-model.probability(alone.vector()), i))
    least = model.least[Claimed.STATED]
    return [i for score, i in sorted(scored) if -score >= least]
