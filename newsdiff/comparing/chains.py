"""The heaviest chain: the most that can stand opposite without a line being crossed.

Links of two articles cross where one tells first what the other tells last. A chain
takes those of them that do not: read down, both articles stay in their own order. A
link of the chain is a *block*, one sentence opposite one, or opposite a run of
neighbours where an outlet split it. A block weighs, for each of its sentences, the
best link that it has inside; the heaviest chain is found exactly, not by trying.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple
from zlib import crc32

from newsdiff.model import SIDES, Article, Link, Pair

MAX_RUN: Final = 3
"""Most neighbours that may stand opposite one sentence."""
_FINE: Final = 1_000_000
"""Weights are whole numbers, so that sums do not depend on the order of adding."""
_RUN: Final = _FINE // 100
"""What a run loses for each sentence past the first: of equals, one to one stands."""
_TIE: Final = 64
"""Bits for what decides between chains of equal weight."""
_MASK: Final = (1 << 32) - 1

Scores = Pair[dict[int, dict[int, int]]]
"""What the links of each sentence of either side weigh, by the sentence opposite."""


class Block(NamedTuple):
    """Sentences that may stand opposite each other, neighbours on either side."""

    sentences: Pair[tuple[int, ...]]
    weight: int
    """What it is worth, and below that what decides between equals."""


def heaviest_chain(
    links: Iterable[Link], articles: Pair[Article], *, longest: int = MAX_RUN
) -> list[Pair[tuple[int, ...]]]:
    """The blocks that weigh most together while none crosses another, in order.

    Exchanging the articles exchanges the sides of every block and nothing else: of
    equal chains the texts of the sentences decide.

    Args:
        links: What may stand opposite what.
        articles: What they are links of.
        longest: Most neighbours that may stand opposite one sentence.
    """
    scores: Scores = Pair(defaultdict(dict), defaultdict(dict))
    for link in links:
        a, b, score = link.a, link.b, round(link.score * _FINE)
        scores.a[a][b] = scores.b[b][a] = score
    ties = Pair.each(lambda side: _ties(articles[side], scores[side]))
    blocks = sorted(_blocks(scores, ties, longest), key=_place)
    return [block.sentences for block in _heaviest(blocks)]


def _place(block: Block) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return block.sentences.a, block.sentences.b


def _ties(article: Article, sentences: Iterable[int]) -> dict[int, int]:
    """A number for each sentence that depends on its text alone."""
    return {
        i: crc32(article.words_of(i).encode("utf-8", "surrogatepass"))
        for i in sentences
    }


def _blocks(
    scores: Scores, ties: Pair[dict[int, int]], longest: int
) -> Iterator[Block]:
    for a, linked in scores.a.items():
        for b, score in linked.items():
            tie = ties.a[a] * ties.b[b] & _MASK
            yield Block(Pair((a,), (b,)), (2 * score << _TIE) + tie)
    for side in SIDES if longest > 1 else ():
        theirs = ties[side.other]
        for one, linked in scores[side].items():
            for run in _runs(sorted(linked), longest) if len(linked) > 1 else ():
                inside = [linked[i] for i in run]
                weight = max(inside) + sum(inside) - (len(run) - 1) * _RUN
                tie = ties[side][one] * sum(theirs[i] for i in run) & _MASK
                yield Block(Pair.on(side, (one,), run), (weight << _TIE) + tie)


def _runs(indices: Sequence[int], longest: int) -> Iterator[tuple[int, ...]]:
    """The runs of two and more neighbours among some sentences in order."""
    for n in range(len(indices)):
        for size in range(2, longest + 1):
            run = tuple(indices[n : n + size])
            if len(run) == size and run[-1] - run[0] == size - 1:
                yield run


def _heaviest(blocks: Sequence[Block]) -> list[Block]:
    """The heaviest chain of blocks that are in order."""
    best = _Best({block.sentences.b[-1] for block in blocks})
    waiting: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    before: list[int] = []
    at = 0
    for n, block in enumerate(blocks):
        start = block.sentences.a[0]
        for end in range(at, start):
            for total, k in waiting.pop(end, ()):
                best.add(blocks[k].sentences.b[-1], total, k)
        at = max(at, start)
        total, k = best.before(block.sentences.b[0])
        before.append(k)
        waiting[block.sentences.a[-1]].append((total + block.weight, n))
    for ends in waiting.values():
        for total, k in ends:
            best.add(blocks[k].sentences.b[-1], total, k)
    return _traced(blocks, before, best.last[1])


def _traced(blocks: Sequence[Block], before: Sequence[int], last: int) -> list[Block]:
    chain = []
    while last >= 0:
        chain.append(blocks[last])
        last = before[last]
    return chain[::-1]


class _Best:
    """The heaviest chain that ends before a sentence of B; a tree of prefix maxima.

    Args:
        ends: The sentences of B that a chain may end with.
    """

    def __init__(self, ends: Iterable[int]) -> None:
        self._ends = sorted(ends)
        self._tree = [(0, -1)] * (len(self._ends) + 1)

    def add(self, end: int, total: int, block: int) -> None:
        """A chain of some weight ends with a sentence, its last block is this."""
        k = bisect_left(self._ends, end) + 1
        while k < len(self._tree):
            self._tree[k] = max(self._tree[k], (total, block))
            k += k & -k

    def before(self, sentence: int) -> tuple[int, int]:
        """Weight and last block of the heaviest chain that ends before a sentence."""
        return self._upto(bisect_left(self._ends, sentence))

    @property
    def last(self) -> tuple[int, int]:
        """Weight and last block of the heaviest chain of all."""
        return self._upto(len(self._ends))

    def _upto(self, k: int) -> tuple[int, int]:
        found = (0, -1)
        while k:
            found = max(found, self._tree[k])
            k -= k & -k
        return found
