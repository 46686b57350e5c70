"""A sentence as what it is matched by: words, character 4-grams, names, numbers.

A profile depends on its sentence alone: whoever compares an article with several makes
its profiles once and hands them on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import Final

from newsdiff.cancellation import cancellable
from newsdiff.english.clauses import split_clauses
from newsdiff.english.gazetteer import known_names
from newsdiff.english.lexicon import is_title
from newsdiff.english.spelling import spell, spelled_letters
from newsdiff.english.words import Token, is_function_word, rarity, tokens
from newsdiff.model import Article, Pair, Role, Span

_SUFFIXES: Final = (
    *("ations", "ation", "ingly", "edly", "ments", "ment", "ings", "ing", "ions"),
    *("ion", "ers", "er", "ies", "ied", "es", "ed", "ly", "s"),
)
_MIN_STEM: Final = 4
_GRAM: Final = 4
"""Characters of a gram: long enough to carry meaning, short enough to see through
endings and spellings (Defence, Defense)."""
RAREST: Final = 70.0
"""Rarity above which a word is as telling as any other: most are names or typos."""
_FRONT: Final = 0.5
"""What all words of a chain but its last are worth together."""
_FUNCTION_WORD: Final = 0.3
"""What a small word adds to a run of words."""
_COUNTRY: Final = " country"
"""A blank keeps the root of a country apart from every word."""
_OF_A_COUNTRY: Final = ("names", "demonyms", "capital", "seats")
_ASKER: Final = re.compile(
    r"[“\"]?(?:[A-Z][A-Z.’'-]*(?: [A-Z][A-Z.’'-]*){0,3}"
    r"(?: [(\[][^)\]]{1,40}[)\]])?[:.]\s+)?"
)
"""Who asks, in a transcript: "KVIST:", "Q."."""
_ADDRESSED: Final = re.compile(r"(?P<title>[A-Z][a-z]+)\.?(?: [A-Z][\w.’'-]*){0,3}, ")
_SENTENCE_END: Final = re.compile(r"[.!?…。][\"”’')\]]*$")
_QUOTED: Final = re.compile(r"“([^“”]+)|(?<!\w)\"([^\"]+)|«([^«»]+)")
_FEWEST_QUOTED: Final = 3
"""Words: shorter quotations are names and single words."""


class Heading(StrEnum):
    """Whether a sentence is a line that names what follows."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    NONE = "none"


_HEADINGS: Final = {
    Role.HEADLINE: Heading.HEADLINE,
    Role.SUBHEADING: Heading.SUBHEADING,
}


@dataclass(frozen=True, slots=True)
class Profile:
    """What one sentence is matched by. Every mapping is in the order of its keys."""

    stems: Mapping[str, float]
    """Stem of each content word → its share of a run of capitalised words: a chain of
    titles and names is worth one word, however long outlets make it."""
    surface: Mapping[str, str]
    """Stem → the word as it stands in the sentence."""
    rarity: Mapping[str, float]
    """Stem → how rare its word is in English."""
    content: tuple[tuple[Token, tuple[str, ...]], ...]
    """Each content word at its place in the sentence, with its stems."""
    order: tuple[str, ...]
    """Every word, function words too, as it comes."""
    weights: tuple[float, ...]
    """What each word of `order` weighs in a run of words, by its share of a chain."""
    bigrams: Mapping[str, float]
    """Two neighbouring words, a blank between → how often, those of a chain of names by
    their share."""
    clauses: tuple[Span, ...]
    """Where in the sentence each clause stands."""
    clause_stems: tuple[tuple[str, ...], ...]
    """The stems of each clause."""
    quotations: tuple[range, ...]
    """Where in `order` each quotation of three words or more stands."""
    grams: Mapping[str, float]
    """Character 4-grams of the words, blanks between them → how often, a gram of a
    chain of names by its word's share."""
    names: frozenset[str]
    """Stems written with a capital inside the sentence."""
    numbers: frozenset[str]
    heading: Heading

    @property
    def size(self) -> int:
        """Content words, at least 1."""
        return max(1, len(self.stems))


Profiles = Pair[Sequence[Profile]]
"""Those of the compared sentences of two articles, in order."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its commonest English ending; at least four letters stay."""
    for suffix in _SUFFIXES if word.endswith(_SUFFIXES) else ():
        if word.endswith(suffix) and len(word) - len(suffix) >= _MIN_STEM:
            return word[: -len(suffix)]
    return word


def headings(sentences: Sequence[str]) -> tuple[Heading, ...]:
    """Which sentences are headings, where nothing but their text is known.

    A line that does not end as a sentence is the headline if it comes first, and a
    subheading anywhere else.
    """
    return tuple(
        Heading.NONE
        if _SENTENCE_END.search(text.rstrip())
        else Heading.SUBHEADING
        if i
        else Heading.HEADLINE
        for i, text in enumerate(sentences)
    )


def profiles_of(article: Article) -> tuple[Profile, ...]:
    """The profiles of an article's compared sentences, in order."""
    return tuple(
        profile(
            article.words_of(i),
            _HEADINGS.get(article.sentences[i].role, Heading.NONE),
        )
        for i in cancellable(article.compared)
    )


def profile(text: str, heading: Heading) -> Profile:
    """The profile of one sentence."""
    words = tokens(text)
    roots = _roots(words)
    asked = _before_question(text)
    roots |= {token.start: () for token in words if token.end <= asked}
    content = tuple((t, roots[t.start]) for t in words if roots[t.start])
    share = _shares(_runs(text, [token for token, _ in content]))
    shares: dict[str, float] = {}
    surface: dict[str, str] = {}
    rare: dict[str, float] = {}
    names: set[str] = set()
    for token, own in content:
        for root in own:
            if root not in shares:
                shares[root] = share[token.start]
                surface[root] = token.text
                rare[root] = max(map(rarity, token.folded.split("-")))
        if token.text[0].isupper() and token is not words[0]:
            names.update(own)
    order = tuple(token.folded for token in words)
    spans = split_clauses(text)
    return Profile(
        stems=dict(sorted(shares.items())),
        surface=surface,
        rarity=rare,
        content=content,
        order=order,
        weights=_weights(words, share),
        bigrams=_bigrams(words, share),
        clauses=spans,
        clause_stems=tuple(_stems_within(roots, span) for span in spans),
        quotations=tuple(_quotations(text, words)),
        grams=_grams(words, share),
        names=frozenset(names),
        numbers=frozenset(s for s in shares if any(map(str.isdigit, s))),
        heading=heading,
    )


def _shares(runs: Iterable[Sequence[Token]]) -> dict[int, float]:
    """Start of each content word → what it is worth in its chain of capitals.

    The last word is the name and counts in full; titles and first names in front of it
    share the rest, so that a chain is worth the same however long outlets make it.
    """
    return {
        token.start: 1.0 if token is run[-1] else _FRONT / (len(run) - 1)
        for run in runs
        for token in run
    }


def _grams(words: Sequence[Token], share: Mapping[int, float]) -> dict[str, float]:
    line = f" {' '.join(token.folded for token in words)} "
    shares = [1.0]
    for token in words:
        shares += [share.get(token.start, 1.0)] * (len(token.folded) + 1)
    runs = (line[i : i + _GRAM] for i in range(len(line) - _GRAM + 1))
    grams: dict[str, float] = {}
    for gram, weight in zip(map(intern, runs), shares[1:], strict=False):
        grams[gram] = grams[gram] + weight if gram in grams else weight
    return {gram: grams[gram] for gram in sorted(grams)}


def _bigrams(words: Sequence[Token], share: Mapping[int, float]) -> dict[str, float]:
    bigrams: dict[str, float] = {}
    for one, other in pairwise(words):
        pair = f"{one.folded} {other.folded}"
        weight = min(share.get(one.start, 1.0), share.get(other.start, 1.0))
        bigrams[pair] = bigrams[pair] + weight if pair in bigrams else weight
    return {pair: bigrams[pair] for pair in sorted(bigrams)}


def _weights(words: Sequence[Token], share: Mapping[int, float]) -> tuple[float, ...]:
    """Rare words count, small words hardly, and a chain of names as one word."""
    return tuple(
        min(rarity(t.folded), RAREST) / 50 * share[t.start]
        if t.start in share
        else _FUNCTION_WORD
        for t in words
    )


def _stems_within(roots: Mapping[int, Sequence[str]], span: Span) -> tuple[str, ...]:
    """The stems of a clause, each once."""
    found = {r for at, rs in roots.items() if span.start <= at < span.end for r in rs}
    return tuple(sorted(found))


def _quotations(text: str, words: Sequence[Token]) -> Iterator[range]:
    starts = [token.start for token in words]
    for match in _QUOTED.finditer(text):
        start, end = match.span(match.lastindex or 0)
        inside = range(bisect_left(starts, start), bisect_left(starts, end))
        if len(inside) >= _FEWEST_QUOTED:
            yield inside


def _roots(words: Sequence[Token]) -> dict[int, tuple[str, ...]]:
    """Start of each word → what it is matched by; nothing for a small word.

    "arms-deal" has two roots; a country, its people and its government have one.
    """
    matched_by = {token.start: _parts(token.folded) for token in words}
    known = known_names()
    i = 0
    while i < len(words):
        match = known.longest(words, i)
        if match and match.value.form in _OF_A_COUNTRY:
            for token in words[i : i + match.size]:
                matched_by[token.start] = (f"{match.value.country}{_COUNTRY}",)
        i += match.size if match else 1
    matched_by.update(_of_letters(words))
    return matched_by


def _before_question(text: str) -> int:
    """Where a question begins that names who asks or is asked before it; else 0.

    "KVIST: Minister, was that so?" tells nothing of a minister.
    """
    if not text.rstrip("”\"’' ").endswith("?"):
        return 0
    asker = _ASKER.match(text)
    start = asker.end() if asker else 0
    called = _ADDRESSED.match(text, start)
    return called.end() if called and is_title(called["title"].casefold()) else start


def _of_letters(words: Sequence[Token]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Start of each word that letters stand for, and of the letters → their root.

    It has blanks, as that of a country has.
    """
    for i in range(len(words)):
        match = spelled_letters().longest(words, i)
        if match is None or (match.size == 1 and not words[i].text[:-1].isupper()):
            continue
        for token in words[i : i + match.size]:
            if not is_function_word(token.folded):
                yield token.start, (match.value,)


@lru_cache(maxsize=20_000)
def _parts(folded: str) -> tuple[str, ...]:
    parts = folded.split("-")
    return tuple(
        stem(spell(part)) for part in parts if part and not is_function_word(part)
    )


def _runs(text: str, words: Sequence[Token]) -> Iterator[list[Token]]:
    """Content words in order; neighbouring capitalised ones come together."""
    run: list[Token] = []
    for token in words:
        joins = (
            bool(run)
            and token.text[0].isupper()
            and run[-1].text[0].isupper()
            and text[run[-1].end : token.start] == " "
        )
        if run and not joins:
            yield run
            run = []
        run.append(token)
    if run:
        yield run
