"""A sentence's words around a place in it, cut so that they read as a phrase.

Words are cut where clauses end, or else between words, with "…" where more stands in
the clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from newsdiff.english.clauses import split_clauses
from newsdiff.english.words import WORD, Token, fold, is_function_word
from newsdiff.model import Span
from newsdiff.reading.boundaries import is_abbreviated
from newsdiff.text.visible import visible

MOST_WORDS: Final = 10
"""Words of a fact as it is told in a line."""
MORE: Final = "…"
QUOTES: Final = '“”„"«»'
_AROUND: Final = f"{QUOTES}.,;:!?()[]'‘’"
"""What may stand around a word."""
ENDS: Final = " ,;:–—-"
_PAIRED: Final = ("“”", "()", "[]", "«»", '""')
_OPENING: Final = frozenset("the a an and or but nor that which who".split())
"""Words that a phrase can do without which begins with them."""
_OPEN: Final = frozenset(
    "the a an this that these those his her its their our your my of to in on at by "
    "for from with within into onto upon over under between among against about "
    "through during before after since until toward towards as than and or but nor so "
    "if because although though while whereas unless whether is am are was were be "
    "been being has have had will would shall should can could may might must do does "
    "did not who whom whose which what where when why how some any no all both each "
    "every very more most less least such also only just even mr mrs ms dr he she "
    "they it we you i said says".split()
)
"""Words that leave a phrase open which ends with them."""
_HANGING: Final = frozenset(
    "and or but nor of to by for as that which who whom than is are was were has have "
    "had will would could can may might been be being".split()
)
"""Words that a phrase hangs by which begins with them."""
_CUT_OFF: Final = _HANGING.difference(_OPENING).union(
    "in on at from with into onto upon over under between among against about through "
    "during until since toward towards".split()
)
"""Words that show, inside a sentence, that what they belong to stands before them."""
_JOINING: Final = re.compile(r"\s*(?:and|or)\b")
_JOINED: Final = re.compile(r"\b(?:and|or)\s*$")
"""A border of clauses behind which, or before which, the same thing may be told."""
_BEGINS_SENTENCE, _BEGINS_CLAUSE, _ENDS_CLAUSE, _HANGS, _TORN = (
    2.5,
    2.0,
    1.5,
    -3.0,
    -9.0,
)
_CROSSED: Final = 0.7
"""What a border of clauses inside a phrase costs."""
_BESIDE: Final = 1.5
"""What a content word beside a name or a value is worth, of three at most."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence by what stands between its blanks, and where clauses begin."""

    text: str
    words: tuple[Token, ...]
    starts: frozenset[int]
    """The first word of each clause, borders like "and" aside."""
    stops: frozenset[int]
    """The word behind each clause."""

    def inside(self, place: Span) -> list[int]:
        """The words that a place touches."""
        return [
            n
            for n, word in enumerate(self.words)
            if word.start < place.end and place.start < word.end
        ]

    def content(self, first: int, stop: int) -> int:
        """How many words of a stretch carry content."""
        return sum(not is_function_word(w.folded) for w in self.words[first:stop])

    def ends_sentence(self, at: int) -> bool:
        """Whether a word is the last of a sentence, as far as its marks tell."""
        word = self.words[at].text.rstrip(QUOTES)
        return word.endswith(("?", "!", ".")) and not is_abbreviated(word)

    def tears(self, at: int) -> bool:
        """Whether a cut there tears a name or a number apart."""
        if not 0 < at < len(self.words):
            return False
        before, behind = self.words[at - 1], self.words[at]
        parted = self.text[before.end - 1] in ",;:.!?)”"
        capitals = _is_capital(before.text) and _is_capital(behind.text)
        number = before.text[-1].isdigit() and len(behind.text) > 1
        return not parted and (capitals or number)


def _is_capital(word: str) -> bool:
    first = WORD.search(word)
    return bool(first and first[0][0].isupper())


def words_of(text: str, place: Span) -> Words:
    """The words of a place in a text."""
    words = []
    for match in re.finditer(r"\S+", text[slice(*place)]):
        core = WORD.search(match.group())
        if core:
            start, end = (place.start + at for at in match.span())
            folded = fold(match.group().strip(_AROUND))
            words.append(Token(start, end, match.group(), folded))
    clauses = split_clauses(text, place)
    opened = (c.start for c in clauses if not _JOINED.search(text[: c.start][-8:]))
    starts = (sum(w.end <= start for w in words) for start in opened)
    closed = (c.end for c in clauses if not _JOINING.match(text, c.end, place.end))
    stops = (sum(w.start < end for w in words) for end in closed)
    return Words(text, tuple(words), frozenset(starts), frozenset(stops))


def in_clause(text: str, sentence: Span, place: Span) -> str:
    """A place with what its clause, or a part of it, says of it."""
    told = words_of(text, sentence)
    mine = told.inside(place)
    if not mine:
        return clean(text[slice(*place)])
    if len(told.words) <= MOST_WORDS:
        return phrase(told, 0, len(told.words))
    first, stop = mine[0], mine[-1] + 1
    longest = max(MOST_WORDS, stop - first + 4)
    windows = [
        (start, end)
        for start in range(max(0, stop - longest), first + 1)
        for end in range(stop, min(len(told.words), start + longest) + 1)
    ]
    best = max(windows, key=lambda w: (_worth(told, w, (first, stop)), -w[0], -w[1]))
    return phrase(told, *best)


def _worth(told: Words, window: tuple[int, int], mine: tuple[int, int]) -> float:
    """How well a stretch of a sentence reads as a fact about some of its words."""
    (start, end), (first, stop) = window, mine
    beside = told.content(start, first) + told.content(stop, end)
    crossed = sum(start < at < end for at in told.starts)
    worth = _BESIDE * min(3, beside) - _CROSSED * crossed
    worth += 0.4 * (told.content(stop, end) > 0)
    worth += _HANGS * any(told.ends_sentence(n) for n in range(start, end - 1))
    worth -= 2.0 * (end - start < 3) + 0.05 * (end - start)
    if start == 0:
        worth += _BEGINS_SENTENCE
    elif start in told.starts:
        worth += _BEGINS_CLAUSE
    elif first - start < 2:
        worth -= 1.5  # what is said of it stands before it
    if start and told.words[start].folded in _HANGING:
        worth += _HANGS
    if end == len(told.words):
        worth += _BEGINS_SENTENCE
    elif end in told.stops:
        worth += _ENDS_CLAUSE
    if end > stop and end < len(told.words) and told.words[end - 1].folded in _OPEN:
        worth += _HANGS
    return worth + _TORN * (told.tears(start) + told.tears(end))


def closed(told: Words, end: int) -> int:
    """An end moved back behind the last word that leaves nothing open."""
    while end > 2 and (told.words[end - 1].folded in _OPEN or told.tears(end)):
        end -= 1
    return end


def hangs_at(told: Words, at: int) -> bool:
    """Whether a word shows that what it belongs to stands before it."""
    if at >= len(told.words):
        return False
    word = told.words[at]
    return word.folded in _CUT_OFF and told.text[word.start].islower()


def stays_open(told: Words, end: int, sentence_end: int) -> bool:
    """Whether some words of a sentence leave open what follows them in it."""
    last = told.words[-1].folded if told.words else ""
    return end < sentence_end and last in _OPEN


# How they are written


def phrase(told: Words, first: int, stop: int, *, whole: bool = False) -> str:
    """A stretch as it is shown: with "…" where it begins or ends inside a clause."""
    words, text = told.words, told.text
    before = first > 0 and (first not in told.starts or hangs_at(told, first))
    paused = text[words[stop - 1].end - 1] in ENDS or stop in told.stops
    behind = not whole and stop < len(words) and not paused
    while first < stop - 2 and not before and words[first].text.casefold() in _OPENING:
        first += 1
    shown = clean(_balanced(text[words[first].start : words[stop - 1].end]))
    return f"{MORE * before}{shown}{MORE * behind}"


def clean(words: str) -> str:
    """Words as they are shown in a line: safe, and no blanks but single ones."""
    shown = " ".join(visible(words).split()).strip(ENDS)
    if shown.endswith(".") and not is_abbreviated(shown):
        shown = shown.rstrip(".")
    return shown.rstrip(ENDS)


def _balanced(told: str) -> str:
    """Words without marks that have lost their partner."""
    for opening, closing in _PAIRED:
        same = opening == closing
        alone = told.count(opening) - (0 if same else told.count(closing))
        if alone % 2 if same else alone:
            told = told.replace(opening, "").replace(closing, "")
    return told
