"""Noun phrases that name a source: a person, a body, "US officials", "a report".

A sentence is seen as a row of units: a name with its title is one, every other word is
one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from newsdiff.english.events import actor_of
from newsdiff.english.lexicon import is_title
from newsdiff.english.tables import table, word_group
from newsdiff.english.words import Token, is_function_word
from newsdiff.mentions.values.nouns import singular_of
from newsdiff.model import Kind, Mention, Span

_BRACKETS: Final = re.compile(r"\s?\([^()]{1,40}\)")
OWNING: Final = frozenset("of for at from in with inside within to".split())
_MOST_BETWEEN: Final = 5
"""Words that may stand between the beginning of a source and its noun."""
_OWNER_REACH: Final = 6
_SILENT: Final = frozenset(("thing-word", "ship", "group", "place-word"))
"""Rules of names that say nothing: laws, faiths, rivers."""
_MEDIA: Final = frozenset(("media", "agency"))
_REPORTS: Final = frozenset(("report", "media"))


class Unit(NamedTuple):
    """A word, or a name with its title."""

    start: int
    end: int
    folded: str
    """Empty for a name."""
    name: Mention | None


class Source(NamedTuple):
    """Who is said to have said it."""

    key: str
    span: Span
    rule: str
    kind: str
    """person, organization, place, outlet, unnamed, report or pronoun."""


class Row:
    """The units of a sentence and the text they stand in."""

    def __init__(self, text: str, units: Sequence[Unit]) -> None:
        self.text = text
        self.units = units

    def __len__(self) -> int:
        return len(self.units)

    def __getitem__(self, k: int) -> Unit:
        return self.units[k]

    def gap(self, k: int) -> str:
        """What stands between unit `k` and the one before it, without brackets."""
        between = self.text[self.units[k - 1].end : self.units[k].start]
        return _BRACKETS.sub("", between) if "(" in between else between

    def is_close(self, k: int) -> bool:
        """Whether unit `k` follows the one before it without a mark between."""
        return 0 < k < len(self) and self.gap(k) in (" ", "'s ", "’s ", "' ", "’ ")

    def owns(self, k: int) -> bool:
        """Whether unit `k` has a possessive ending."""
        end = self.units[k].end
        return self.text[end : end + 2] in ("'s", "’s")

    def word(self, k: int) -> str:
        """Unit `k` folded; empty for a name and beyond the ends."""
        return self.units[k].folded if 0 <= k < len(self) else ""

    def name(self, k: int) -> Mention | None:
        """The name at `k`; None for a word and beyond the ends."""
        return self.units[k].name if 0 <= k < len(self) else None


def row_of(text: str, words: Sequence[Token], names: Sequence[Mention]) -> Row:
    """The words of a sentence with its names drawn together."""
    words = _without_brackets(text, words)
    starts = [token.start for token in words]
    found: list[Unit] = []
    chains = [name.phrase for name in names if name.phrase]
    i = 0
    for name in names:
        in_title = any(
            c.start <= name.span.start < name.span.end < c.end for c in chains
        )
        if in_title or name.rule in ("state-abbreviation", "party-letter"):
            continue
        span = _place_of(text, name)
        first = bisect_left(starts, span.start)
        found += [_word(token) for token in words[i:first]]
        end = bisect_left(starts, span.end)
        if end > max(i, first):
            found.append(Unit(span.start, span.end, "", name))
        i = max(i, first, end)
    return Row(text, found + [_word(token) for token in words[i:]])


def _without_brackets(text: str, words: Sequence[Token]) -> Sequence[Token]:
    """The words outside short brackets: "Anna Berg (D-Iowa) said"."""
    if not words or "(" not in text[words[0].start : words[-1].end]:
        return words
    spans = [
        match.span()
        for match in _BRACKETS.finditer(text, words[0].start, words[-1].end + 1)
    ]
    return [w for w in words if not any(a < w.start < b for a, b in spans)]


def _place_of(text: str, name: Mention) -> Span:
    """A name with its title; "Slovak citizen" without the citizen."""
    if name.rule != "nationality-and-role":
        return name.phrase or name.span
    return Span(name.span.start, text.rindex(" ", *name.span))


def _word(token: Token) -> Unit:
    return Unit(token.start, token.end, token.folded, None)


@cache
def _nouns() -> dict[str, str]:
    """Every noun that may be a source without a name → what it is compared as."""
    return {
        word: key
        for key, words in table("attribution")["sources"].items()
        for word in words.split()
    }


@cache
def _between() -> frozenset[str]:
    return frozenset(table("attribution")["between"]["words"].split())


def is_between(word: str) -> bool:
    """Whether a word may stand before a source's noun: "a senior … official"."""
    return word in _between()


@lru_cache(maxsize=20_000)
def _noun(folded: str) -> str | None:
    if key := _nouns().get(folded):
        return key
    noun = singular_of(folded)
    with_name = word_group("names", "capital_titles") | word_group("names", "forms")
    if is_title(noun) and noun not in with_name:
        return noun
    return actor_of(folded)


def noun_of(unit: Unit) -> str | None:
    """The comparable form of a source noun; None for any other unit."""
    return None if unit.name else _noun(unit.folded)


def named(mention: Mention) -> Source:
    """A name as a source; a seat of government speaks for its state."""
    kind = mention.kind.value
    key = mention.key
    if mention.kind is Kind.PLACE and mention.resolved:
        key = f"place:{mention.resolved}"
    if mention.rule in ("known-agencies", "known-outlets"):
        kind = "outlet" if mention.kind is Kind.ORGANIZATION else kind
    return Source(key, mention.phrase or mention.span, mention.rule, kind)


def ahead(row: Row, i: int) -> Source | None:
    """The source named by the noun phrase that begins at unit `i`."""
    j = i
    while j < min(len(row), i + _MOST_BETWEEN) and _leads(row, j):
        j += 1
    if j >= len(row):
        return None
    if owner := row.name(j):
        silent = owner.rule in _SILENT
        return None if silent else _owner_and_noun(row, j, owner)
    noun = noun_of(row[j])
    return _noun_source(row, j, noun) if noun else None


def named_after(row: Row, i: int) -> Source | None:
    """The person whom words in small letters introduce: "harbour master Ada Lund"."""
    for k in range(i + 1, min(len(row), i + _MOST_BETWEEN)):
        if not row.is_close(k) or is_function_word(row.word(k - 1)):
            return None
        name = row.name(k)
        if name:
            return named(name) if name.kind is Kind.PERSON else None
    return None


def _leads(row: Row, j: int) -> bool:
    """Whether unit `j` only stands before a source's noun; "officials" may be it."""
    if not is_between(row.word(j)):
        return False
    last = j + 1 >= len(row)
    return noun_of(row[j]) is None or not (last or not _goes_on(row, j))


def _goes_on(row: Row, k: int) -> bool:
    """Whether a source noun at `k` is followed by another part of the phrase."""
    if not row.is_close(k + 1):
        return False
    following = row[k + 1]
    return (
        following.name is not None
        or noun_of(following) is not None
        or (is_between(following.folded) and following.folded != "that")
    )


def _owner_and_noun(row: Row, j: int, owner: Mention) -> Source:
    """The noun that a name owns: "White House officials", "TASS news agency"."""
    found = named(owner)
    if owner.kind is Kind.PERSON and not row.owns(j):
        return found
    for k in range(j + 1, min(len(row), j + 4)):
        if not row.is_close(k):
            break
        if other := row.name(k):
            return named(other)
        noun = noun_of(row[k])
        if noun is None and not is_between(row.word(k)):
            break
        if noun is None or (is_between(row.word(k)) and _goes_on(row, k)):
            continue
        if found.kind == "outlet" and noun in _MEDIA:
            return found._replace(span=Span(found.span.start, row[k].end))
        if person := _person_after(row, k):
            return person
        span = Span(found.span.start, row[k].end)
        return Source(f"{noun} of {found.key}", span, "owner-noun", "unnamed")
    return found


def _noun_source(row: Row, j: int, noun: str) -> Source:
    """A source noun, with whom it belongs to: "a spokesman for Anna Berg"."""
    span = Span(row[j].start, row[j].end)
    kind = "report" if noun in _REPORTS else "unnamed"
    if person := _person_after(row, j) or named_after(row, j):
        return person
    by = kind == "report" and row.word(j + 1) == "by"
    if (by or row.word(j + 1) in OWNING) and row.is_close(j + 1):
        for k in range(j + 2, min(len(row), j + 2 + _OWNER_REACH)):
            if not row.is_close(k):
                break
            if name := row.name(k):
                owner = _owner_and_noun(row, k, name)
                if by:
                    return owner  # "a report by AFP": AFP says so
                whole = Span(span.start, row[k].end)
                return Source(f"{noun} of {owner.key}", whole, "noun-of", kind)
    return Source(noun, span, "noun", kind)


def _person_after(row: Row, j: int) -> Source | None:
    """Whom a title introduces: "ambassador to the United Nations Ada Lund"."""
    k = j + 1
    if row.word(k) in OWNING:
        k += 2 if row.word(k + 1) == "the" else 1
        k += 1  # the body or place itself
    name = row.name(k)
    if name is None or name.kind is not Kind.PERSON or not row.is_close(k):
        return None
    return named(name)
