"""Which words of one sentence say in other words what words of the other say.

Each content word has a vector: the mean of those an encoder read out of its pieces. Two
words mean the same where each is the other's closest and they are close enough, unless
their letters or the tables of English say that they mean two things. Names, numbers and
dates never mean another one. Neighbours join to phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from newsdiff.aligning.profiles import Profile
from newsdiff.english.denials import find_denier
from newsdiff.english.events import says_no
from newsdiff.english.lexicon import is_common_word
from newsdiff.english.meanings import are_forms, can_mean_the_same, has_synonyms
from newsdiff.english.words import tokens
from newsdiff.model import Pair, Paraphrase, Span

if TYPE_CHECKING:
    from newsdiff.encoding import Encoded

LEAST: Final = 0.7
"""Cosine from which two words mean the same; `benchmarks/paraphrases.py` shows how
often words of sentences that tell the same, and of others, come as close."""
BESIDE: Final = 0.64
"""The same of words that stand beside others of which this holds, in both sentences."""
_DECIMALS: Final = 4
_WITHIN: Final = 3
"""Small words between two words of a phrase, at most."""
_TITLED: Final = 0.6
"""Share of capitalised words from which a sentence is a headline in capitals."""
_NO_LENGTH: Final = 1e-6
"""Keeps a word without pieces, whose vector is 0, from being divided by nothing."""
_MARK: Final = re.compile(r"[^\w\s’']")

Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One sentence by its content words."""

    text: str
    profile: Profile
    fixed: Sequence[Span]
    """Where in it names, numbers and dates stand."""
    vectors: Singles
    """What each word of `profile.content` means in it: rows of length 1, or of 0 where
    nothing was read."""

    def is_free(self, word: int) -> bool:
        """Whether a content word may be said in another one: no name, no value."""
        token, stems = self.profile.content[word]
        return (
            has_synonyms(token.folded)
            and not self._is_name(word)
            and not any(" " in stem for stem in stems)  # a country
            and not any(s.start < token.end and token.start < s.end for s in self.fixed)
        )

    def _is_name(self, word: int) -> bool:
        """Whether a capital does not come from where the word stands."""
        token, _ = self.profile.content[word]
        if token.text[0].islower():
            return False
        content = self.profile.content
        capitals = sum(other.text[0].isupper() for other, _ in content)
        titled = capitals >= _TITLED * len(content)
        first = word == 0 and token.folded == self.profile.order[0]
        return not ((titled or first) and is_common_word(token.folded))

    def is_denied(self, word: int) -> bool:
        """Whether the sentence says no to a content word."""
        if not any(map(says_no, self.profile.order)):
            return False
        token, _ = self.profile.content[word]
        words = tokens(self.text)
        starts = (clause.start for clause in self.profile.clauses)
        start = max((s for s in starts if s <= token.start), default=0)
        return find_denier(self.text, words, words.index(token), start) is not None


def read_wording(
    text: str, profile: Profile, fixed: Sequence[Span], encoded: Encoded, number: int
) -> Wording:
    """One sentence by its content words.

    Args:
        text: The sentence.
        profile: What it is matched by.
        fixed: Where in it names, numbers and dates stand.
        encoded: What was read out of its article.
        number: Which of the sentences in `encoded` it is.
    """
    own = slice(*encoded.starts[number : number + 2])
    content = [token[:2] for token, _ in profile.content]
    places = np.array(content, np.int32).reshape(-1, 2, 1)
    pieces = encoded.spans[own, 0]
    inside = (places[:, 0] <= pieces) & (pieces < places[:, 1])
    sums = inside.astype(np.float32) @ encoded.tokens[own].astype(np.float32)
    lengths = np.sqrt((sums * sums).sum(1, keepdims=True))
    return Wording(text, profile, fixed, sums / np.maximum(lengths, _NO_LENGTH))


def find_paraphrases(wordings: Pair[Wording]) -> tuple[Paraphrase, ...]:
    """What two sentences that may tell the same say in other words, in order of A.

    Spans are offsets into the sentences. Exchanging them mirrors the result.
    """
    if wordings.a.text == wordings.b.text:
        return ()
    if wordings.a.text > wordings.b.text:  # a product's last bits depend on the order
        found = (one.swapped for one in find_paraphrases(wordings.swapped))
        return tuple(sorted(found, key=lambda one: one.spans.a))
    return tuple(_phrases(wordings, _partners(wordings)))


@dataclass(frozen=True, slots=True)
class _Partners:
    """A content word of A and one of B, each the other's closest."""

    a: int
    b: int
    likeness: float
    shared: bool = False
    """Both sentences have the word."""
    forms: bool = False
    """They are forms of one word."""

    @property
    def is_sure(self) -> bool:
        """Whether they are partners whatever stands beside them."""
        return self.shared or self.likeness >= LEAST


def _partners(wordings: Pair[Wording]) -> list[_Partners]:
    """Those that are one word or mean the same, in order of A."""
    if not all(side.profile.content for side in wordings):
        return []
    likeness = wordings.a.vectors @ wordings.b.vectors.T
    closest = likeness.argmax(1)
    rows = np.flatnonzero(likeness.argmax(0)[closest] == np.arange(len(closest)))
    places = zip(rows.tolist(), closest[rows].tolist(), strict=True)
    found = [
        partners
        for i, j in places
        if (partners := _between(wordings, i, j, float(likeness[i, j])))
    ]
    sure = {(one.a, one.b) for one in found if one.is_sure}
    return [one for one in found if one.is_sure or _is_beside(wordings, one, sure)]


def _is_lacking(wording: Wording, stems: Iterable[str]) -> bool:
    """Whether a sentence has none of some stems."""
    return wording.profile.stems.keys().isdisjoint(stems)


def _between(
    wordings: Pair[Wording], i: int, j: int, likeness: float
) -> _Partners | None:
    """Two content words as partners, if nothing speaks against it."""
    (word, own), (other, others) = (
        wordings.a.profile.content[i],
        wordings.b.profile.content[j],
    )
    if not set(own).isdisjoint(others):
        return _Partners(i, j, likeness, shared=True)
    if (
        likeness < BESIDE
        or not (wordings.a.is_free(i) and wordings.b.is_free(j))
        or not _is_lacking(wordings.b, own)
        or not _is_lacking(wordings.a, others)
        or not can_mean_the_same(word.folded, other.folded)
        or wordings.a.is_denied(i) != wordings.b.is_denied(j)
    ):
        return None
    forms = are_forms(word.folded, other.folded)
    return _Partners(i, j, likeness, forms=forms)


def _is_beside(
    wordings: Pair[Wording], one: _Partners, others: AbstractSet[tuple[int, int]]
) -> bool:
    """Whether the neighbours of two words are partners as well."""
    return any(
        (one.a + step, one.b + way) in others
        and _touch(wordings.a, one.a, one.a + step)
        and _touch(wordings.b, one.b, one.b + way)
        for step in (-1, 1)
        for way in (-1, 1)
    )


def _phrases(
    wordings: Pair[Wording], partners: Sequence[_Partners]
) -> Iterator[Paraphrase]:
    """Neighbours on both sides as one phrase; a shared word only between others."""
    for run in _runs(wordings, partners):
        own = [n for n, one in enumerate(run) if not one.shared]
        if not own:
            continue
        inner = run[own[0] : own[-1] + 1]
        numbers = Pair([one.a for one in inner], [one.b for one in inner])
        alike = [one.likeness for one in inner if not one.shared]
        yield Paraphrase(
            spans=wordings.map(_span, numbers),
            likeness=round(min(1.0, sum(alike) / len(alike)), _DECIMALS),
            inflected=all(one.forms or one.shared for one in inner),
        )


def _runs(
    wordings: Pair[Wording], partners: Sequence[_Partners]
) -> Iterator[list[_Partners]]:
    """Partners whose words are neighbours on both sides, in order of A."""
    run: list[_Partners] = []
    for one in partners:
        if run and not _join(wordings, run[-1], one):
            yield run
            run = []
        run.append(one)
    if run:
        yield run


def _join(wordings: Pair[Wording], one: _Partners, following: _Partners) -> bool:
    """Whether two partners and the next in A are of one phrase."""
    return (
        following.a - one.a == 1
        and abs(following.b - one.b) == 1
        and not (one.shared and following.shared)
        and _touch(wordings.a, one.a, following.a)
        and _touch(wordings.b, one.b, following.b)
    )


def _touch(wording: Wording, one: int, other: int) -> bool:
    """Whether nothing but a few small words stands between two content words."""
    content = wording.profile.content
    (word, _), (following, _) = content[min(one, other)], content[max(one, other)]
    between = wording.text[word.end : following.start]
    return len(between.split()) <= _WITHIN and not _MARK.search(between)


def _span(wording: Wording, numbers: Sequence[int]) -> Span:
    """From the first to behind the last of some content words."""
    content = wording.profile.content
    return Span(content[min(numbers)][0].start, content[max(numbers)][0].end)
