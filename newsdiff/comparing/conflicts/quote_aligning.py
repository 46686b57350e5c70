"""Two quotations word by word: the stretch both have, and where the words part."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from newsdiff.analysis.quoted_words import ENDS, Quote, Word
from newsdiff.comparing.conflicts.sides import ConflictSide
from newsdiff.english.tables import table
from newsdiff.model import SIDES, Pair, Side, Span

_MOST_DIFFERING: Final = 3
"""Words in a row that may differ inside one quotation."""
_MOST_DRIFT: Final = 0.4
"""Words that differ, as a share of those in common, up to which it is one quotation."""
_LEAST_PART: Final = 0.33
"""Words in common as a share of the shorter sentence, where other words differ."""
_FEWEST_LINKED: Final = 4
"""Words in common that make two quotations of linked sentences one."""
_FEWEST: Final = 6
"""The same for sentences without a link."""
_SHORT: Final = 5
"""A quotation of so few words is one with another that has all its content words."""
_SHORT_ENOUGH: Final = 8
"""Words of quotations that may part in one word wherever it stands."""
_CUT_OFF: Final = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_APOSTROPHES: Final = str.maketrans("", "", "'’")
_ONE_WORD: Final = 0.75
"""Likeness from which two words are one, with another spelling or ending."""
_SMALL_WORD: Final = 0.3
"""What a small word weighs beside a content word when runs are compared."""


class _Run(NamedTuple):
    """Words in common: where they begin on both sides, and how many."""

    a: int
    b: int
    size: int


Gap = Pair[range]
"""Where the words part: which words of both sides."""


class Aligned:
    """Two quotations with the run of words that both have.

    Words may differ inside the run, and at its ends where little is left of the quoted
    sentence.
    """

    def __init__(self, sides: Pair[ConflictSide], quotes: Pair[Quote]) -> None:
        self._sides = sides
        self._quotes = quotes
        self._words = words = quotes.map(lambda quote: quote.wording.words)
        self._runs = _closest(words, _runs(words))
        inside = [
            Pair(range(one.a + one.size, other.a), range(one.b + one.size, other.b))
            for one, other in pairwise(self._runs)
        ]
        self._before, self._after = self._opening_gap(), self._closing_gap()
        self.shared = sum(run.size for run in self._runs)
        """Words in common."""
        gaps = {gap: self._differ(gap) for gap in (self._before, *inside, self._after)}
        self.differing = sum(gaps.values())
        """Words that differ, on the side that has more."""
        self._parted = [gap for gap, differing in gaps.items() if differing]

    def is_same(self, *, is_linked: bool) -> bool:
        """Whether the two are one quotation."""
        wordings = self._quotes.map(lambda quote: quote.wording)
        inside = {
            word.text
            for run in self._runs
            for word in self._words.a[run.a : run.a + run.size]
        }
        carrying = inside & wordings.a.content
        fewer = min((one.content for one in wordings), key=len)
        short = min(map(len, self._words)) <= _SHORT
        if is_linked and short and len(fewer) > 1 and fewer <= carrying:
            return True
        if is_linked and self.has_another_word:
            return True
        sentence = min(self._sentence(s) for s in SIDES)
        if self.differing > _MOST_DRIFT * self.shared or not carrying:
            return False
        if self.differing and self.shared < _LEAST_PART * sentence:
            return False
        least = _FEWEST_LINKED if len(carrying) > 1 else _FEWEST_LINKED + 1
        return self.shared >= _FEWEST or (is_linked and self.shared >= least)

    @property
    def has_another_word(self) -> bool:
        """Whether two short quotations of as many words part in just one of them.

        Both are then told as wholes: a single word is not enough in common.
        """
        a, b = self._words
        if len(a) != len(b) or not 1 < len(a) <= _SHORT_ENOUGH:
            return False
        pairs = zip(a, b, strict=True)
        parted = [_is_difference(Pair((one,), (other,))) for one, other in pairs]
        content = [not one.is_small for one in a]
        kept = [
            is_content
            for is_content, other in zip(content, parted, strict=True)
            if not other
        ]
        return sum(parted) == 1 and any(kept)

    @property
    def spans(self) -> Pair[Span]:
        """The stretch in common with its short ends, in both texts."""
        return Pair.each(
            lambda s: self._span(s, self._before[s].start, self._after[s].stop)
        )

    @property
    def parted(self) -> tuple[Pair[Span | None], ...]:
        """The places where words differ; None where a side has none there."""
        return tuple(map(self._place, self._parted))

    def _place(self, gap: Pair[range]) -> Pair[Span | None]:
        return Pair.each(
            lambda s: self._span(s, gap[s].start, gap[s].stop) if gap[s] else None
        )

    def _span(self, side: Side, start: int, stop: int) -> Span:
        tokens, words = self._quotes[side].words, self._words[side]
        first, last = tokens[words[start].token], tokens[words[stop - 1].token]
        return Span(first.start, last.end)

    def _opening_gap(self) -> Gap:
        """What stands before the run in the quoted sentences, where that is little."""
        run = self._runs[0]
        here = Pair(run.a, run.b)
        gap = Pair.each(lambda s: range(self._opening(s, here[s]), here[s]))
        little = all(0 < len(part) <= _MOST_DIFFERING for part in gap)
        return gap if little else here.map(lambda word: range(word, word))

    def _closing_gap(self) -> Gap:
        """The same after the run; also where one side stops a little short."""
        run = self._runs[-1]
        here = Pair(run.a + run.size, run.b + run.size)
        gap = Pair.each(lambda s: range(here[s], self._closing(s, here[s])))
        little = all(len(part) <= _MOST_DIFFERING for part in gap)
        ended = all(
            gap[s]
            or (self._is_whole(s, here[s]) and self._goes_on(s.other, here[s.other]))
            for s in SIDES
        )
        return gap if little and ended else here.map(lambda word: range(word, word))

    def _is_whole(self, side: Side, stop: int) -> bool:
        """Whether the words up to `stop` are quoted as a whole sentence."""
        quote, words = self._quotes[side], self._words[side]
        text = self._sides[side].analysed.article.text
        return (
            stop == len(words)
            and self._opening(side, stop - 1) == 0
            and quote.words[0].text[0].isupper()
            and text[quote.span.end - 1] in ENDS
        )

    def _goes_on(self, side: Side, word: int) -> bool:
        """Whether a word follows the one before it without a mark between."""
        before = self._quotes[side].wording.before
        return word < len(before) and before[word] == " "

    def _sentence(self, side: Side) -> int:
        """Words of the quoted sentence in which the run begins."""
        first = self._runs[0].a if side is Side.A else self._runs[0].b
        return self._closing(side, first + 1) - self._opening(side, first)

    def _opening(self, side: Side, word: int) -> int:
        """The first word of the sentence of a word."""
        while not self._quotes[side].wording.opens[word]:
            word -= 1
        return word

    def _closing(self, side: Side, stop: int) -> int:
        """Past the last word of the sentence whose words reach to `stop`."""
        opens = self._quotes[side].wording.opens
        while stop < len(opens) and not opens[stop]:
            stop += 1
        return stop

    def _differ(self, gap: Gap) -> int:
        """Words that differ in a gap; 0 where it is no difference."""
        parts = Pair.each(lambda s: self._words[s][gap[s].start : gap[s].stop])
        if not _is_difference(parts) or self._is_edited(gap) or self._is_name(gap):
            return 0
        return max(map(len, parts))

    def _is_edited(self, gap: Gap) -> bool:
        """Whether an outlet shows that it left out or put in words here."""
        return any(
            _shows_editing(self._quotes[side].wording.before[word])
            for side in SIDES
            for word in range(gap[side].start, gap[side].stop + 1)
            if 0 < word < len(self._words[side])
        )

    def _is_name(self, gap: Gap) -> bool:
        """Whether the words are names: outlets spell and title them in their way."""
        return all(
            self._quotes[side].words[self._words[side][k].token].text[0].isupper()
            and not self._quotes[side].wording.opens[k]
            for side in SIDES
            for k in gap[side]
        )


def _runs(words: Pair[tuple[Word, ...]]) -> list[_Run]:
    texts = words.map(lambda side: [word.text for word in side])
    matcher = SequenceMatcher(None, texts.a, texts.b, autojunk=False)
    return [_Run(*block) for block in matcher.get_matching_blocks() if block.size]


def _closest(words: Pair[tuple[Word, ...]], runs: Sequence[_Run]) -> list[_Run]:
    """The weightiest run with those close to it on both sides.

    A short run behind a wide gap is chance: it is left out.
    """

    def weight(k: int) -> float:
        run = words.a[runs[k].a : runs[k].a + runs[k].size]
        return sum(_SMALL_WORD if word.is_small else 1.0 for word in run)

    gaps = [
        max(other.a - one.a, other.b - one.b) - one.size
        for one, other in pairwise(runs)
    ]
    n = max(range(len(runs)), key=weight)
    first = last = n
    while first and gaps[first - 1] <= _MOST_DIFFERING:
        first -= 1
    while last < len(gaps) and gaps[last] <= _MOST_DIFFERING:
        last += 1
    while first < n and runs[first].size <= gaps[first] > 1:
        first += 1
    while last > n and runs[last].size <= gaps[last - 1] > 1:
        last -= 1
    return list(runs[first : last + 1])


def _is_difference(parts: Pair[tuple[Word, ...]]) -> bool:
    """Whether two stretches differ by more than spelling and small words left out.

    Digits have no other spelling: "2018" is not "2019".
    """
    texts = parts.map(lambda side: [word.text for word in side])
    letters = texts.map(lambda side: "".join(map(_plain, side)))
    if letters.a == letters.b:
        return False
    if not (texts.a and texts.b):
        both = (*parts.a, *parts.b)
        return any(not w.is_small or w.text in _weighty() for w in both)
    if any(char.isdigit() for side in texts for word in side for char in word):
        return True
    if len(texts.a) == len(texts.b) == 1:
        return SequenceMatcher(None, texts.a[0], texts.b[0]).ratio() < _ONE_WORD
    return True


def _plain(word: str) -> str:
    """A word without apostrophes; what a blank parted from "I ’ ll" in full."""
    return _CUT_OFF.get(word, word.translate(_APOSTROPHES))


def _shows_editing(text: str) -> bool:
    """Whether a text has signs that words were left out or put in."""
    return any(sign in text for sign in _signs())


@cache
def _weighty() -> frozenset[str]:
    """Small words whose absence is a difference."""
    groups = ("negations", "weighty")
    return frozenset(w for g in groups for w in table("conflicts")[g]["words"].split())


@cache
def _signs() -> tuple[str, ...]:
    return tuple(table("conflicts")["elisions"]["signs"])
