"""How much of a claim's words the sentences of a text have, and which have most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import mul
from typing import Final, NamedTuple

from newsdiff.aligning.claims.sentences import PREFIX, SearchedSentence, parts_of
from newsdiff.aligning.profiles import RAREST, stem
from newsdiff.english.events import events_of
from newsdiff.english.tables import word_group
from newsdiff.english.words import Token, is_function_word, rarity
from newsdiff.mentions import mentions_of
from newsdiff.mentions.contrasts import are_equal
from newsdiff.mentions.finder import article_of
from newsdiff.model import Kind, Mention, Span

_ALIKE: Final = 0.5
"""Part of the longer word that both share, from which the claim's word is there."""
_PLAIN: Final = 0.3
"""What a small word weighs in a claim that has no others."""
_EVENT: Final = 0.9
"""How much of a word is there where another tells the same event: died, was killed."""
_SOME: Final = 0.3
"""Part of the rest of a claim that a sentence has that may tell its values."""


class Word(NamedTuple):
    """A word of a claim."""

    text: str
    start: int
    stem: str
    folded: str
    weight: float
    is_name: bool
    """Written with a capital or a digit."""
    events: frozenset[str]
    """What it can tell of; none of a name."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as what is looked for."""

    words: tuple[Word, ...]
    """Its content words, or all words if it has no content word."""
    weights: tuple[float, ...]
    """Of each word, by its rarity and its place; they sum to 1."""
    told: SearchedSentence
    """The claim as a sentence that tells something."""
    names: tuple[Mention, ...]
    values: tuple[Mention, ...]
    """Its numbers and dates that are no parts of names."""

    def within(self, mention: Mention) -> tuple[int, ...]:
        """The numbers of its words that are those of a name or value."""
        return self.inside(mention.span)

    def counted(self, value: Mention) -> tuple[int, ...]:
        """The same of a value with what it counts."""
        return self.inside(value.phrase or value.span)

    def inside(self, span: Span) -> tuple[int, ...]:
        """The numbers of its words that begin in a place."""
        start, end = span
        return tuple(n for n, w in enumerate(self.words) if start <= w.start < end)


class Search:
    """A claim in a text.

    Args:
        claim: A claim with words.
        sentences: The sentences of the text, in order, one at least.
    """

    def __init__(self, claim: Claim, sentences: Sequence[SearchedSentence]) -> None:
        self.claim = claim
        self.sentences = sentences
        self.shares = [shares_of(claim, t) for t in sentences]
        """Of each sentence, how much of each word of the claim it has."""
        self._carry_places()
        self.pairs = _neighbours(len(sentences))
        """Every two sentences that follow each other; the only one by itself."""
        both = [self.share(self.together(pair)) for pair in self.pairs]
        at = both.index(max(both))
        self.pair = self.pairs[at]
        """The two with most of the claim."""
        alone = {i: self.share(self.shares[i]) for i in self.pair}
        first = max(alone, key=lambda i: (alone[i], -i))
        rest = tuple(i for i in self.pair if i != first)
        self.best = (first, *rest) if both[at] > alone[first] else (first,)
        """The sentence with most of the claim, and its neighbour if that has more."""

    def share(self, shares: Sequence[float]) -> float:
        """The part of the claim that some shares of its words are."""
        part: float = sum(map(mul, self.claim.weights, shares))
        return part

    def together(self, places: Iterable[int]) -> list[float]:
        """How much of each word some sentences have."""
        each = [self.shares[i] for i in places]
        return list(map(max, *each)) if len(each) > 1 else list(each[0])

    def share_without(self, i: int, left_out: Iterable[int]) -> float:
        """The part of the claim that a sentence has, some words left out; 1 if all."""
        return share_without(self.claim, self.shares[i], left_out)

    def weightiest(self, places: Iterable[int], most: int) -> dict[bool, list[str]]:
        """The claim's weightiest words that some sentences have, and that they lack.

        Both in the order of the claim.
        """
        shares = dict(enumerate(self.together(places)))
        ranked = sorted(shares, key=lambda k: (-self.claim.words[k].weight, k))
        split: dict[bool, list[str]] = {}
        for there in (True, False):
            kept = sorted([k for k in ranked if (shares[k] >= _ALIKE) is there][:most])
            split[there] = list(dict.fromkeys(self.claim.words[k].text for k in kept))
        return split

    def _carry_places(self) -> None:
        """Gives a place that was named before to the sentences that mean it."""
        places = (m for m in self.claim.names if m.kind is Kind.PLACE)
        for numbers in filter(None, map(self.claim.within, places)):
            named = False
            for shares, sentence in zip(self.shares, self.sentences, strict=True):
                if all(shares[k] == 1 for k in numbers):
                    named = True
                elif named and any(shares) and _means_the_place(sentence, self.claim):
                    for k in numbers:
                        shares[k] = 1.0


def _means_the_place(sentence: SearchedSentence, claim: Claim) -> bool:
    """Whether a place named before can be where a sentence is told of.

    It says "the city", or it has no name but those of the claim and days.
    """
    if sentence.points_to_a_place:
        return True
    known = {w.folded for w in claim.told.words} | word_group("claims", "calendar")
    capitals = (w for w in sentence.words[1:] if w.text[0].isupper())
    return all(w.folded in known for w in capitals)


def _neighbours(size: int) -> Sequence[tuple[int, ...]]:
    return [(i, i + 1) for i in range(size - 1)] or [(0,)]


def shares_of(claim: Claim, sentence: SearchedSentence) -> list[float]:
    """How much of each word of a claim a sentence has, 0..1.

    All of it, of an event told in another word most, else a common beginning. The words
    of a number or a date are there where an equal one is.
    """
    found = [_share_of(word, sentence) for word in claim.words]
    for value in claim.values:
        numbers = claim.counted(value)
        lacks = any(found[k] < 1 for k in numbers)
        if lacks and share_without(claim, found, numbers) >= _SOME:
            equal = [other for other in sentence.values if are_equal(value, other)]
            counted = any(value.unit and other.unit for other in equal)
            for k in (numbers if counted else claim.within(value)) if equal else ():
                found[k] = 1.0
    return found


def share_without(
    claim: Claim, shares: Sequence[float], left_out: Iterable[int]
) -> float:
    """The part of a claim that some shares of its words are, some words left out.

    1 where all are left out.
    """
    weights = [*claim.weights]
    for k in left_out:
        weights[k] = 0.0
    total = sum(weights)
    return sum(map(mul, weights, shares)) / total if total else 1.0


def _share_of(word: Word, sentence: SearchedSentence) -> float:
    """How much of a word a sentence has; kept, for claims about one text are alike."""
    key = word.folded, word.is_name
    share = sentence.shares.get(key)
    if share is None:
        share = sentence.shares[key] = _found_share(word, sentence)
    return share


def _found_share(word: Word, sentence: SearchedSentence) -> float:
    if word.stem in sentence.stems:
        return 1.0
    if word.events and not word.events.isdisjoint(sentence.happened):
        return _EVENT
    alike = sentence.beginnings.get(word.folded[:PREFIX])
    return max((_common(word.folded, other) for other in alike or ()), default=0.0)


def _common(one: str, other: str) -> float:
    """Length of the common beginning as a part of the longer word."""
    same = 0
    for x, y in zip(one, other, strict=False):
        if x != y:
            break
        same += 1
    return same / max(len(one), len(other))


@lru_cache(maxsize=1024)
def claim_of(text: str, published: str | None = None) -> Claim:
    """What is looked for, given a claim as a sentence.

    Args:
        text: The claim.
        published: The day of the text, against which the claim's dates are read too.
    """
    told = SearchedSentence(text, published)
    content = [
        (token, part)
        for token, part in parts_of(told.words)
        if not is_function_word(part) or _is_acronym(token)
    ]
    found = tuple(
        _word(token, part, bool(content))
        for token, part in content or parts_of(told.words)
    )
    weighed = [(k + 1) * word.weight for k, word in enumerate(found)]
    total = sum(weighed)
    mentions = mentions_of(article_of(text, published))
    return Claim(
        words=found,
        weights=tuple(weight / total for weight in weighed),
        told=told,
        names=tuple(m for m in mentions if m.kind.is_name),
        values=tuple(m for m in mentions if m.kind in (Kind.NUMBER, Kind.DATE)),
    )


def _word(token: Token, part: str, is_content: bool) -> Word:
    is_name = token.text[0].isupper() or token.text[0].isdigit()
    return Word(
        text=token.text,
        start=token.start,
        stem=stem(part),
        folded=part,
        weight=min(rarity(part), RAREST) / 50 if is_content else _PLAIN,
        is_name=is_name,
        events=frozenset() if is_name else events_of(part),
    )


def _is_acronym(token: Token) -> bool:
    """Whether a small word is none here: US, WHO, IT."""
    return len(token.text) > 1 and token.text.isupper()
