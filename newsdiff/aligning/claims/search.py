"""How much of a claim's words the sentences of a text have, and which have most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from newsdiff.aligning.profiles import RAREST, stem
from newsdiff.english.clauses import split_clauses
from newsdiff.english.words import Token, is_function_word, rarity, tokens

FEATURES: Final = {
    "words": "the claim's words in two neighbouring sentences, later ones more",
    "spelling": "the claim's letter runs in two neighbouring sentences",
    "elsewhere": "letter runs only in other sentences, less in a long text",
    "rarest missing": "weight of the rarest word that the best sentence lacks",
    "names missing": "weight of the names and numbers that both sentences lack",
    "number": "the claim holds a number",
}
"""Every feature in the order of a vector, with what it says."""

_GRAM: Final = 3
_PREFIX: Final = 4
"""Letters from which two words that begin alike may be forms of one."""
_ALIKE: Final = 0.5
"""Part of the longer word that both share, from which the claim's word is there."""
_NEAR: Final = 4
"""Sentences that are about one thing; in a longer text stray words turn up anywhere."""
_MOSTLY: Final = 0.5
"""Part of the claim's words there from which a "not" is about them."""
_PLAIN: Final = 0.3
"""What a small word weighs in a claim that has no others."""
_NOT: Final = frozenset(
    "not no never nobody nothing none neither nor without cannot can't don't doesn't "
    "didn't won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't couldn't "
    "shouldn't denied denies deny denying refused refuses declined declines".split()
)


class Word(NamedTuple):
    """A word of a claim."""

    text: str
    stem: str
    folded: str
    weight: float
    is_name: bool
    """Written with a capital or a digit."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as what is looked for."""

    words: tuple[Word, ...]
    """Its content words, or all words if it has no content word."""
    weights: tuple[float, ...]
    """Of each word, by its rarity and its place; they sum to 1."""
    grams: frozenset[str]
    negated: bool


@dataclass(frozen=True, slots=True)
class SearchedSentence:
    """A sentence as what a claim is looked for in."""

    stems: frozenset[str]
    beginnings: Mapping[str, Sequence[str]]
    """First letters → the words that begin so."""
    grams: frozenset[str]
    negated: frozenset[str]
    """The stems of clauses that say "not"."""


class Search:
    """A claim in a text.

    Args:
        claim: A claim with words.
        tellings: The sentences of the text, in order, one at least.
    """

    def __init__(self, claim: Claim, sentences: Sequence[SearchedSentence]) -> None:
        self.claim = claim
        self.sentences = sentences
        self._shares = [[_shares(word, t) for word in claim.words] for t in sentences]
        self._pairs = _neighbours(len(sentences))
        both = [self._share(self._together(pair)) for pair in self._pairs]
        at = both.index(max(both))
        self._pair = self._pairs[at]
        alone = {i: self._share(self._shares[i]) for i in self._pair}
        first = max(alone, key=lambda i: (alone[i], -i))
        rest = tuple(i for i in self._pair if i != first)
        self.best = (first, *rest) if both[at] > alone[first] else (first,)
        """The sentence with most of the claim, and its neighbour if that has more."""

    def _share(self, shares: Sequence[float]) -> float:
        return sum(w * part for w, part in zip(self.claim.weights, shares, strict=True))

    def _together(self, places: Iterable[int]) -> list[float]:
        """How much of each word some sentences have."""
        columns = zip(*(self._shares[i] for i in places), strict=True)
        return [max(column) for column in columns]

    def vector(self) -> tuple[float, ...]:
        """The features, in the order of `FEATURES`."""
        words, grams = self.claim.words, self.claim.grams
        together = self._together(self._pair)
        spelt = [grams & sentence.grams for sentence in self.sentences]
        near = max(len(frozenset().union(*(spelt[i] for i in p))) for p in self._pairs)
        rest = len(frozenset().union(*spelt)) - near
        lacking = zip(words, self._shares[self.best[0]], strict=True)
        return (
            self._share(together),
            near / len(grams),
            rest / len(grams) * min(1.0, _NEAR / len(spelt)),
            max(word.weight * (1 - part) for word, part in lacking),
            sum(
                word.weight * (1 - part)
                for word, part in zip(words, together, strict=True)
                if word.is_name
            ),
            float(any(word.folded[0].isdigit() for word in words)),
        )

    def opposed(self, places: Sequence[int]) -> bool:
        """Whether either the claim or what some sentences tell of it is negated.

        What is said of it is negated if most of it stands in clauses that say "not".
        """
        denied = [self.sentences[i].negated for i in places]
        if self.claim.negated:
            return not any(denied)
        negated = total = 0.0
        for i, stems in zip(places, denied, strict=True):
            for word, weight, part in zip(
                self.claim.words, self.claim.weights, self._shares[i], strict=True
            ):
                total += weight * part
                negated += weight * part * (word.stem in stems)
        return negated > _MOSTLY * total

    def weightiest(self, places: Iterable[int], most: int) -> dict[bool, list[str]]:
        """The claim's weightiest words that some sentences have, and that they lack.

        Both in the order of the claim.
        """
        shares = dict(enumerate(self._together(places)))
        ranked = sorted(shares, key=lambda k: (-self.claim.words[k].weight, k))
        split: dict[bool, list[str]] = {}
        for there in (True, False):
            kept = sorted([k for k in ranked if (shares[k] >= _ALIKE) is there][:most])
            split[there] = list(dict.fromkeys(self.claim.words[k].text for k in kept))
        return split


def _neighbours(size: int) -> Sequence[tuple[int, ...]]:
    """Every two sentences that follow each other; the only one by itself."""
    return [(i, i + 1) for i in range(size - 1)] or [(0,)]


def _shares(word: Word, sentence: SearchedSentence) -> float:
    """How much of a word a sentence has, 0..1: all of it, or a common beginning."""
    if word.stem in sentence.stems:
        return 1.0
    alike = sentence.beginnings.get(word.folded[:_PREFIX], ())
    return max((_common(word.folded, other) for other in alike), default=0.0)


def _common(one: str, other: str) -> float:
    """Length of the common beginning as a part of the longer word."""
    same = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        same += 1
    return same / max(len(one), len(other))


@lru_cache(maxsize=1024)
def claim_of(text: str) -> Claim:
    """What is looked for, given a claim as a sentence."""
    every = tokens(text)
    content = [
        (token, part)
        for token, part in _parts(every)
        if not is_function_word(part) or _is_acronym(token)
    ]
    found = tuple(
        Word(
            text=token.text,
            stem=stem(part),
            folded=part,
            weight=min(rarity(part), RAREST) / 50 if content else _PLAIN,
            is_name=token.text[0].isupper() or token.text[0].isdigit(),
        )
        for token, part in content or _parts(every)
    )
    weighed = [(k + 1) * word.weight for k, word in enumerate(found)]
    total = sum(weighed)
    return Claim(
        words=found,
        weights=tuple(weight / total for weight in weighed),
        grams=_grams(every),
        negated=_negates(every),
    )


@lru_cache(maxsize=8192)
def searched_sentence(text: str) -> SearchedSentence:
    """What a claim is looked for in, given one sentence."""
    every = tokens(text)
    beginnings: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted({part for _, part in _parts(every)}):
        if len(word) >= _PREFIX:
            beginnings[word[:_PREFIX]].append(word)
    denied = [
        words
        for span in split_clauses(text)
        if _negates(words := tokens(text, span.start, span.end))
    ]
    return SearchedSentence(
        stems=_stems(every),
        beginnings=dict(beginnings),
        grams=_grams(every),
        negated=frozenset().union(*map(_stems, denied)),
    )


def _parts(words: Iterable[Token]) -> list[tuple[Token, str]]:
    """Each word folded, a hyphenated one in its parts."""
    return [(t, part) for t in words for part in t.folded.split("-") if part]


def _is_acronym(token: Token) -> bool:
    """Whether a small word is none here: US, WHO, IT."""
    return len(token.text) > 1 and token.text.isupper()


def _stems(words: Iterable[Token]) -> frozenset[str]:
    return frozenset(stem(part) for _, part in _parts(words))


def _grams(words: Iterable[Token]) -> frozenset[str]:
    line = f" {' '.join(part for _, part in _parts(words))} "
    return frozenset(line[i : i + _GRAM] for i in range(len(line) - _GRAM + 1))


def _negates(words: Iterable[Token]) -> bool:
    return not _NOT.isdisjoint(word.folded for word in words)
