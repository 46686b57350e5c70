"""Whether a text states a claim, and which of its sentences do.

A claim is searched for by its words, the later ones weighing more: "Anna Berg closed
the bridge" is about Anna Berg, and what is new in it comes last. Its numbers, dates,
names, denials and speaker are checked against what the text tells in their stead. A
free retelling escapes: the score is a probability, and between "stated" and "absent"
lies "unclear".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final
from unicodedata import east_asian_width

from newsdiff import encoding
from newsdiff.aligning.claims import meaning
from newsdiff.aligning.claims.differences import (
    Checked,
    Difference,
    Differs,
    JudgedValue,
    Verdict,
    check,
    find_speaker,
    is_put_together,
    is_turned,
    lacks_a_name,
)
from newsdiff.aligning.claims.features import FEATURES, vector_of
from newsdiff.aligning.claims.meaning import EncodedClaim, encode_claim
from newsdiff.aligning.claims.search import Search, claim_of
from newsdiff.aligning.claims.sentences import searched_sentence
from newsdiff.aligning.logistic import Model, fitted
from newsdiff.encoding import Encoder
from newsdiff.english.words import Token, is_function_word, tokens
from newsdiff.model import Article, Span

__all__ = [
    "FEATURES",
    "Claimed",
    "Difference",
    "Differs",
    "FoundClaim",
    "claim_features",
    "find_claim",
    "find_claim_in",
    "is_statement",
    "may_be_stated",
]

MAX_SENTENCES: Final = 5
MAX_WORDS: Final = 4
_FEWEST_WORDS: Final = 2
"""Content words of a statement: somebody or something, and what is said of it."""
_OTHERWISE: Final = 0.5
"""The most that a score can be where something is told otherwise: as likely as not."""
_MOST: Final = 0.5
"""Part of a claim that a further sentence must have to be asked."""
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
    """Probability that the text states it, 0..1."""
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
    differences: tuple[Difference, ...] = ()
    """What is told otherwise; then the claim is never stated, whatever the score."""

    @property
    def opposed(self) -> bool:
        """Whether the text tells the opposite."""
        return any(one.kind is Differs.OPPOSITE for one in self.differences)


def find_claim(
    claim: str, sentences: Sequence[str], published: str | None = None
) -> FoundClaim:
    """Whether some sentences state a claim; unclear at most where it is no statement.

    Args:
        claim: One statement, as a short sentence: "Kim will visit Pier 33".
        sentences: The text, in order.
        published: The day it appeared, in ISO form, where its dates and those of the
            claim are to be read against it: then "Tuesday" can be March 12.
    """
    encoded = encode_claim(claim, sentences, encoding.find_encoder())
    return _find(_search(claim, sentences, published), encoded)


def _find(search: Search | None, encoded: EncodedClaim | None) -> FoundClaim:
    """What a search comes to, by words, and by meaning where that is known."""
    if search is None:
        return FoundClaim(state=Claimed.ABSENT, score=0.0)
    checked = check(search)
    score = round(_probability(search, checked, encoded), _DIGITS)
    state = _state(score, _weighing(encoded))
    differences = checked.differences
    if state is not Claimed.ABSENT and not differences:
        differences = find_speaker(search)
    if differences:
        score = min(score, _OTHERWISE)
    if differences or (state is Claimed.STATED and not _may_state(search, checked)):
        state = Claimed.UNCLEAR
    found = () if state is Claimed.ABSENT else search.best
    if state is Claimed.STATED:
        found = (*found, *_others(search, encoded))[:MAX_SENTENCES]
    elif differences:
        found = tuple(dict.fromkeys(one.sentence for one in differences))
    words = search.weightiest(found or search.best[:1], MAX_WORDS)
    return FoundClaim(
        state=state,
        score=score,
        sentences=found,
        nearest=(found or search.best)[0],
        reason=tuple(words[True]),
        missing=tuple(words[False]),
        differences=differences,
    )


def _may_state(search: Search, checked: Checked) -> bool:
    """Whether a text can state a claim, however many of its words are there."""
    return (
        _state_something(search.claim.told.words)
        and all(_is_told(search, judged) for judged in checked.values)
        and not lacks_a_name(search)
        and not is_put_together(search)
        and not is_turned(search)
    )


def _is_told(search: Search, judged: JudgedValue) -> bool:
    """Whether a value is told of the claim: by it, or by a sentence that goes on."""
    if judged.verdict is Verdict.ELSEWHERE:
        goes_on = search.sentences[max(search.best)].goes_on
        return goes_on and len(search.best) > 1
    return judged.verdict is Verdict.TOLD


def is_statement(claim: str) -> bool:
    """Whether a claim has words enough to say something: "Kim" says nothing.

    What is written without blanks between the words counts as several.
    """
    return _state_something(tokens(claim))


def _state_something(words: Sequence[Token]) -> bool:
    content = [w.text for w in words if not is_function_word(w.folded)]
    joined = any(east_asian_width(word[0]) == "W" and len(word) > 2 for word in content)
    return joined or len(content) >= _FEWEST_WORDS


def find_claim_in(
    article: Article, claim: str, encoded: EncodedClaim | None = None
) -> FoundClaim:
    """Whether the compared sentences of an article state a claim.

    Sentence indexes count all sentences of the article.

    Args:
        article: The article.
        claim: One statement, as a short sentence.
        encoded: The claim and these sentences as vectors; None: words alone decide.
    """
    places = article.compared
    words = [article.words_of(i) for i in places]
    found = _find(_search(claim, words, article.published), encoded)
    return replace(
        found,
        differences=tuple(_placed(article, places, one) for one in found.differences),
        sentences=tuple(places[k] for k in found.sentences),
        nearest=None if found.nearest is None else places[found.nearest],
    )


def _placed(
    article: Article, places: Sequence[int], difference: Difference
) -> Difference:
    sentence = places[difference.sentence]
    at = article.sentences[sentence].start
    start, end = difference.span
    return replace(difference, sentence=sentence, span=Span(at + start, at + end))


def claim_features(
    claim: str, sentences: Sequence[str], encoder: Encoder | None = None
) -> dict[str, float]:
    """The features of a claim and a text, by name.

    All are 0 where the claim has no words or the text no sentences, those of meaning
    where one of them is in another script.

    Args:
        claim: The claim.
        sentences: The text.
        encoder: What makes vectors of both; None: words alone.
    """
    encoded = encode_claim(claim, sentences, encoder)
    names = [*FEATURES, *(meaning.FEATURES if encoded else ())]
    search = _search(claim, sentences)
    if search is None:
        return dict.fromkeys(names, 0.0)
    found = _vector(search, check(search), encoded)
    return dict.fromkeys(names, 0.0) | dict(zip(names, found, strict=False))


def _vector(
    search: Search, checked: Checked, encoded: EncodedClaim | None
) -> tuple[float, ...]:
    return vector_of(search, checked) + (encoded.vector() if encoded else ())


def _probability(
    search: Search, checked: Checked, encoded: EncodedClaim | None
) -> float:
    return _weighing(encoded).probability(_vector(search, checked, encoded))


def _weighing(encoded: EncodedClaim | None) -> Model:
    return fitted(__package__, "claims_meaning" if encoded else "claims")


def may_be_stated(claim: str, sentences: Sequence[str]) -> bool:
    """Whether a text can state a claim, as far as its values and names say."""
    search = _search(claim, sentences)
    if search is None:
        return False
    checked = check(search)
    return not checked.differences and _may_state(search, checked)


def _search(
    claim: str, sentences: Sequence[str], published: str | None = None
) -> Search | None:
    wanted = claim_of(claim, published)
    if not (wanted.words and sentences):
        return None
    searched = tuple(searched_sentence(text, published) for text in sentences)
    return Search(wanted, searched)


def _state(score: float, model: Model) -> Claimed:
    for state in (Claimed.STATED, Claimed.UNCLEAR):
        if score >= model.least[state]:
            return state
    return Claimed.ABSENT


def _others(search: Search, encoded: EncodedClaim | None) -> list[int]:
    """Further sentences that state the claim by themselves, best first."""
    scored = []
    for i, sentence in enumerate(search.sentences):
        if i not in search.best and search.share(search.shares[i]) >= _MOST:
            alone = Search(search.claim, (sentence,))
            checked = check(alone)
            if not checked.differences and _may_state(alone, checked):
                one = encoded and encoded.only(i)
                chance = _probability(alone, checked, one)
                scored.append((-chance, i))
    least = _weighing(encoded).least[Claimed.STATED]
    return [i for score, i in sorted(scored) if -score >= least]
