"""What two articles have word for word: evidence of one source, never a verdict.

Quotations are left out: who was quoted by both says nothing of where their own words
come from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from newsdiff.cancellation import cancellable
from newsdiff.english.words import Token, tokens
from newsdiff.model import Article, Pair, Span
from newsdiff.reading.quoting import quotations

FEWEST_WORDS: Final = 5
"""Words of a sentence that is told to be the same: fewer are a matter of chance."""
_BASE: Final = 1_000_003
_MODULUS: Final = (1 << 61) - 1
"""What runs of words are hashed with."""


@dataclass(frozen=True, slots=True)
class CommonText:
    """What two articles have word for word."""

    words: int
    """Of the longest run of the same words outside of quotations."""
    run: Pair[Span] | None
    """Where it stands in either; None where they have no word in common."""
    identical: int
    """Sentences that are the same word for word, quotations included."""
    sentences: Pair[int]
    """Sentences of either that are long enough to be counted."""

    @property
    def swapped(self) -> CommonText:
        """The same with the sides exchanged."""
        run = self.run.swapped if self.run else None
        return CommonText(self.words, run, self.identical, self.sentences.swapped)

    @property
    def shares(self) -> Pair[float | None]:
        """Share of either's sentences that the other has too; None without any."""
        return self.sentences.map(lambda n: self.identical / n if n else None)


NOTHING_COMMON: Final = CommonText(0, None, 0, Pair(0, 0))


def common_text_of(articles: Pair[Article]) -> CommonText:
    """What two articles have word for word.

    Of several runs as long as the longest the first by its words is named, so that it
    is the same whichever article is A.
    """
    counted = articles.map(lambda article: Counter(_sentences(article)))
    run = _longest(articles.map(_own_words))
    return CommonText(
        words=run[0],
        run=run[1],
        identical=(counted.a & counted.b).total(),
        sentences=counted.map(Counter.total),
    )


def _sentences(article: Article) -> Iterator[tuple[str, ...]]:
    for i in article.compared:
        span = article.sentences[i].span
        words = tuple(word.folded for word in tokens(article.text, *span))
        if len(words) >= FEWEST_WORDS:
            yield words


def _own_words(article: Article) -> list[list[Token]]:
    """The words of an article outside of quotations, in stretches without a break."""
    found: list[list[Token]] = []
    for _, group in groupby(article.compared, lambda i: article.sentences[i].paragraph):
        own = [*group]
        start, end = article.sentences[own[0]].start, article.sentences[own[-1]].end
        at = start
        for quoted in quotations(article.text[start:end]):
            found.append([*tokens(article.text, at, start + quoted.start)])
            at = start + quoted.end
        found.append([*tokens(article.text, at, end)])
    return [stretch for stretch in found if stretch]


def _longest(stretches: Pair[list[list[Token]]]) -> tuple[int, Pair[Span] | None]:
    """The longest run of the same words: how many, and where."""
    low, high = 0, min(max(map(len, own), default=0) for own in stretches)
    while low < high:
        middle = (low + high + 1) // 2
        if _hashes(stretches.a, middle) & _hashes(stretches.b, middle):
            low = middle
        else:
            high = middle - 1
    if not low:
        return 0, None
    there = stretches.map(lambda own: _first_places(own, low))
    words = min(there.a.keys() & there.b.keys(), default=None)
    if words is None:  # two runs had one hash
        return 0, None
    return low, Pair(there.a[words], there.b[words])


def _hashes(stretches: Sequence[Sequence[Token]], size: int) -> set[int]:
    return {hashed for hashed, *_ in _runs(stretches, size)}


def _runs(
    stretches: Sequence[Sequence[Token]], size: int
) -> Iterator[tuple[int, int, int]]:
    """All runs of so many words: a hash, the stretch, its first word."""
    gone = pow(_BASE, size, _MODULUS)
    for number, stretch in enumerate(cancellable(stretches)):
        if len(stretch) < size:
            continue
        hashed = 0
        codes = [_code(token.folded) for token in stretch]
        for i, code in enumerate(codes):
            hashed = (hashed * _BASE + code) % _MODULUS
            if i >= size:
                hashed = (hashed - codes[i - size] * gone) % _MODULUS
            if i >= size - 1:
                yield hashed, number, i - size + 1


def _code(word: str) -> int:
    """A number of a word that is the same in every run of the program."""
    return int.from_bytes(word.encode(), "big") % _MODULUS + 1


def _first_places(
    stretches: Sequence[Sequence[Token]], size: int
) -> dict[tuple[str, ...], Span]:
    """Where each run of so many words stands first."""
    found: dict[tuple[str, ...], Span] = {}
    for _, number, first in _runs(stretches, size):
        run = stretches[number][first : first + size]
        words = tuple(token.folded for token in run)
        found.setdefault(words, Span(run[0].start, run[-1].end))
    return found
