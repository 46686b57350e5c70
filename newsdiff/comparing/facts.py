"""The fact ledger: what both articles state, and what only one does.

Names, numbers, dates and quotations are facts by their values. What is left of the
words that the other article was not found to tell makes claims, clause by clause.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby
from typing import Final

from newsdiff.aligning import Alignment
from newsdiff.aligning.logistic import Model
from newsdiff.cancellation import cancellable
from newsdiff.comparing.conflicts import conflicts
from newsdiff.comparing.excerpts import Excerpt, excerpts
from newsdiff.comparing.omissions import Stretch, untold
from newsdiff.comparing.verbatim import Echoes
from newsdiff.english.words import is_function_word, tokens
from newsdiff.mentions import canonical, mentions_of
from newsdiff.model import (
    Absence,
    Article,
    Fact,
    Kind,
    Mention,
    Pair,
    Role,
    Side,
    Span,
    Status,
)

_Group = tuple[Kind, str]
"""Kind and key of mentions that are one fact."""
FEWEST_WORDS: Final = 2
"""Content words of a sentence that makes a claim; a single one is a word choice as
often as a fact."""
_INVISIBLE: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_BETWEEN: Final = re.compile(r"[\W_]+")
_NUMBER: Final = re.compile(r"\d+(?: \d+)*(?= |$)")


@dataclass(frozen=True, slots=True)
class _Joined:
    """A text without blanks: "SB 1062" is "SB1062", and "N.J." is "NJ"."""

    text: str
    ends: frozenset[int]
    """Where words begin or end in it."""

    @classmethod
    def of(cls, text: str) -> _Joined:
        words = text.split()
        return cls("".join(words), frozenset((0, *accumulate(map(len, words)))))

    def has(self, letters: str) -> bool:
        """Whether whole words, read together, have these letters."""
        return any(
            start in self.ends and start + len(letters) in self.ends
            for start in _starts(self.text, letters)
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One article with its mentions and its words, ready to be searched."""

    article: Article
    mentions: tuple[Mention, ...]
    bare: str
    """All its text as `bare` has it: a phrase is found by `in`."""
    joined: _Joined
    untold: tuple[Stretch, ...]
    """What the other article was not found to tell."""

    @classmethod
    def of(
        cls, article: Article, mentions: Sequence[Mention], stretches: Sequence[Stretch]
    ) -> _Reading:
        text = bare(article.text)
        kept = (tuple(mentions), text, _Joined.of(text), tuple(stretches))
        return cls(article, *kept)

    def is_told(self, mention: Mention) -> bool:
        """Whether the other article tells most of the words of a mention."""
        words = tokens(self.article.text, *mention.span)
        content = [w.start for w in words if not is_function_word(w.folded)]
        missing = sum(
            any(s.span.start <= start < s.span.end for s in self.untold)
            for start in content
        )
        return 2 * missing < len(content)

    def has(self, phrase: str, kind: Kind) -> bool:
        """Whether the characters of `phrase` stand anywhere in the text.

        Inside a word too ("12" in "12km"), without a possessive, and a number without
        what it is of ("100 metres", "100m"): that they are nowhere is called certain.
        """
        wanted = bare(phrase).strip()
        if wanted in self.bare or wanted.removesuffix(" s") in self.bare:
            return True
        number = _NUMBER.match(wanted) if kind is Kind.NUMBER else None
        if number is not None and _has_number(self.bare, number.group()):
            return True
        letters = wanted.replace(" ", "")
        return not letters.isdecimal() and self.joined.has(letters)


def _has_number(text: str, number: str) -> bool:
    """Whether a number stands in a text, and not only as a part of a longer one."""
    size = len(number)
    return any(
        not text[start - 1 : start].isdecimal()
        and not text[start + size : start + size + 1].isdecimal()
        for start in _starts(text, number)
    )


def _starts(text: str, part: str) -> Iterator[int]:
    """Where a part of a text begins, each time that it comes."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


def bare(text: str) -> str:
    """Letters and digits, with a blank for whatever stands between them.

    Upper and lower case, ways to write one character, white space, hyphens, quotation
    marks and what cannot be seen make no difference.
    """
    seen = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).casefold()
    return _BETWEEN.sub(" ", unicodedata.normalize("NFKC", seen))


def ledger(
    articles: Pair[Article], alignment: Alignment, told: Model | None = None
) -> tuple[Fact, ...]:
    """The facts of two articles, in the order of their first place in A, then B.

    Args:
        articles: Both.
        alignment: Their links and the probabilities of all candidates.
        told: How words are weighed; None for the packaged model.
    """
    stretches = untold(articles, alignment, told)
    mentions = Pair(*canonical(*articles.map(mentions_of)))
    readings = Pair.each(lambda s: _Reading.of(articles[s], mentions[s], stretches[s]))
    differing = conflicts(articles, alignment, mentions)
    echoes = Echoes.of(articles, alignment.links, mentions)
    named = [*differing.facts, *_mention_facts(readings, differing.consumed, echoes)]
    alone = Pair.each(lambda side: _alone(named, side))
    claims = (
        claim
        for side in Side
        for claim in _claims(articles[side], stretches[side], side)
        if not all(
            _is_named(span, alone[side], articles[side]) for span in claim.spans[side]
        )
    )
    facts = [*named, *claims]
    return tuple(sorted(facts, key=_place))


def _place(fact: Fact) -> tuple[object, ...]:
    first = fact.spans.map(lambda spans: spans[0] if spans else Span(10**9, 10**9))
    return (first.a, first.b, fact.kind, fact.value.a or "", fact.value.b or "")


def _mention_facts(
    readings: Pair[_Reading], conflicting: Pair[frozenset[Span]], echoes: Echoes
) -> Iterator[Fact]:
    """What both or one of them states by name, but for what is a conflict already."""
    done = conflicting.map(set)
    grouped: Pair[defaultdict[_Group, list[Mention]]] = Pair(
        defaultdict(list), defaultdict(list)
    )
    for side in Side:
        for mention in readings[side].mentions:
            grouped[side][mention.kind, mention.key].append(mention)
    for group in cancellable(sorted({*grouped.a, *grouped.b})):
        mentions = _of_group(grouped, group)
        if all(mentions):
            yield _fact(readings, mentions)
            continue
        mentions = mentions.map(_but, done)
        if not any(mentions):
            continue
        side = Side.A if mentions.a else Side.B
        fact = _fact(readings, mentions)
        if fact.absence is Absence.MEANING and (
            there := echoes.places(side, mentions[side])
        ):
            done[side.other].update(there)
            yield _echoed(readings, fact, side, there)
        elif not _is_paraphrased(readings, mentions):
            yield fact


def _of_group(
    grouped: Pair[defaultdict[_Group, list[Mention]]], group: _Group
) -> Pair[tuple[Mention, ...]]:
    return grouped.map(lambda side: tuple(side.get(group, ())))


def _but(mentions: Sequence[Mention], done: Container[Span]) -> tuple[Mention, ...]:
    """The mentions that stand at no place which is done with."""
    return tuple(mention for mention in mentions if mention.span not in done)


def _is_paraphrased(
    readings: Pair[_Reading], mentions: Pair[tuple[Mention, ...]]
) -> bool:
    """Whether the other article tells a quotation, only not in these words."""
    return any(
        bool(mentions[side])
        and not mentions[side.other]
        and mentions[side][0].kind is Kind.QUOTE
        and all(map(readings[side].is_told, mentions[side]))
        for side in Side
    )


def _fact(readings: Pair[_Reading], mentions: Pair[tuple[Mention, ...]]) -> Fact:
    first = (mentions.a or mentions.b)[0]
    value = Pair.each(lambda side: _value(readings[side], mentions[side]))
    status, absence = Status.BOTH, None
    for side in Side:
        told = value[side]
        if told is not None and not mentions[side.other]:
            status = side.only
            nowhere = not readings[side.other].has(told, first.kind)
            absence = Absence.STRING if nowhere else Absence.MEANING
    return Fact(
        kind=first.kind,
        status=status,
        absence=absence,
        value=value,
        resolved=mentions.map(lambda side: side[0].resolved if side else None),
        spans=mentions.map(lambda side: tuple(m.span for m in side)),
    )


def _echoed(
    readings: Pair[_Reading], fact: Fact, side: Side, there: tuple[Span, ...]
) -> Fact:
    """A fact of one side whose very words the other has too."""
    text = readings[side.other].article.text[slice(*there[0])]
    known = fact.resolved[side]
    return replace(
        fact,
        status=Status.BOTH,
        absence=None,
        value=Pair.on(side, fact.value[side], text),
        resolved=Pair(known, known),
        spans=Pair.on(side, fact.spans[side], there),
    )


def _value(reading: _Reading, mentions: Sequence[Mention]) -> str | None:
    """The longest wording on one side: "Jake Sullivan" rather than "Sullivan"."""
    if not mentions:
        return None
    texts = [reading.article.text[m.span.start : m.span.end] for m in mentions]
    return max(texts, key=len)


def _alone(named: Sequence[Fact], side: Side) -> list[Span]:
    """Where names, numbers and dates stand that only one side has, in order."""
    return sorted(s for f in named if f.status is side.only for s in f.spans[side])


def _is_named(claim: Span, alone: Sequence[Span], article: Article) -> bool:
    """Whether a claim is made of nothing but such names, numbers and dates."""
    first = bisect_left(alone, claim.start, key=lambda span: span.end)
    near = alone[first : bisect_left(alone, claim.end, key=lambda span: span.start)]
    return all(
        is_function_word(word.folded)
        or any(s.start <= word.start < s.end for s in near)
        for word in tokens(article.text, *claim)
    )


def _claims(
    article: Article, stretches: Sequence[Stretch], side: Side
) -> Iterator[Fact]:
    """What the other article was not found to say: clauses, or whole sentences."""
    for number, group in groupby(stretches, lambda stretch: stretch.sentence):
        sentence = article.sentences[number]
        found = [stretch for stretch in group if stretch.words >= FEWEST_WORDS]
        if sentence.role is Role.SUBHEADING or not found:
            continue
        places = [stretch.span for stretch in found]
        parts = (
            [Excerpt(sentence.span, (sentence.span,))]
            if found[0].whole
            else excerpts(article.text, sentence.span, places)
        )
        for part in parts:
            yield Fact(
                kind=Kind.CLAIM,
                status=side.only,
                absence=Absence.MEANING,
                value=Pair.on(side, article.text[slice(*part.listed)], None),
                resolved=Pair(None, None),
                spans=Pair.on(side, part.stretches, ()),
            )
