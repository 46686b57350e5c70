"""The subject of a reporting verb: who stands before it, with what is said of him."""

from __future__ import annotations

from typing import Final

from newsdiff.english.lexicon import is_title
from newsdiff.mentions.statements.sources import (
    OWNING,
    Row,
    Source,
    ahead,
    is_between,
    named,
    noun_of,
)
from newsdiff.model import Kind, Span

_PREPOSITIONS: Final = OWNING | frozenset("by on about against as than between".split())
_BORDERS: Final = frozenset(
    "that and but while because although though whether which if when after before "
    "since until who".split()
)
_PRONOUNS: Final = frozenset("he she they it i we".split())
_REACH: Final = 12
"""Units that are looked at before a verb."""
_APPOSITION: Final = 18
"""Units that an apposition may have."""
_MOST_APPOSITIONS: Final = 3
_OPENING: Final = frozenset("a an the who his her its whose".split())


def before_verb(row: Row, verb: int) -> Source | None:
    """The source that is the subject of the verb at unit `verb`."""
    if subject := before_apposition(row, verb):
        return subject
    first = verb
    while first and verb - first < _REACH and not _is_border(row, first, verb):
        first -= 1
    for k in range(first, verb):
        opens = row.word(k - 1) == "as" and k == verb - 1  # "as Washington believes"
        if _is_owned(row, k, first) and not opens:
            continue
        if row.word(k) in _PRONOUNS:
            return _pronoun(row, k)
        if (found := _source_at(row, k)) is not None:
            return _with_fellows(row, k, found)
    joined = row.word(first - 1) in ("and", "but", "then") and first == verb
    return of_sentence(row, verb) if joined else None


def of_sentence(row: Row, end: int) -> Source | None:
    """The first name, source noun or pronoun before unit `end`: the main subject."""
    for k in range(end):
        if k and row.word(k - 1) in _PREPOSITIONS:
            continue
        if row.word(k) in ("he", "she", "they"):
            return _pronoun(row, k)
        if (found := _source_at(row, k)) is not None:
            return found
    return None


def _pronoun(row: Row, k: int) -> Source:
    """A pronoun as a source; whom it means is found later."""
    return Source(row.word(k), Span(row[k].start, row[k].end), "pronoun", "pronoun")


def _source_at(row: Row, k: int) -> Source | None:
    """The source that begins at unit `k`; not one that only owns the subject."""
    name = row.name(k)
    if name is None and noun_of(row[k]) is None:
        return None
    found = ahead(row, k)
    owner_only = found and name and row.owns(k) and found.key == named(name).key
    return None if owner_only else found


def _is_border(row: Row, first: int, verb: int) -> bool:
    """Whether the clause of the verb begins with unit `first`."""
    gap = row.gap(first)
    if "--" in gap or any(mark in gap for mark in '“”";:—'):
        return True
    if first < verb and any(mark in gap for mark in ",()–"):
        return True
    return row.word(first - 1) in _BORDERS


def _is_owned(row: Row, k: int, first: int) -> bool:
    """Whether unit `k` stands in a phrase with a preposition: "at the ministry"."""
    if k > first and row.word(k - 1) in _PREPOSITIONS:
        return True
    far = k > first + 1 and row.word(k - 2) in _PREPOSITIONS
    return far and is_between(row.word(k - 1))


def _with_fellows(row: Row, k: int, last: Source) -> Source:
    """All of "Latvia, Estonia and Finland": their keys in alphabetical order."""
    fellow = row.name(k)
    if fellow is None or fellow.kind is Kind.PERSON or last.kind == "unnamed":
        return last
    keys, start = {last.key}, last.span.start
    while k >= 1:
        before = k - 2 if row.word(k - 1) == "and" else k - 1
        joined = before == k - 2 or row.gap(k) == ", "
        if before < 0:
            break
        name = row.name(before)
        if not joined or name is None or name.kind is not fellow.kind:
            break
        keys.add(named(name).key)
        start, k = row[before].start, before
    if len(keys) == 1:
        return last
    span = Span(start, last.span.end)
    return Source(" and ".join(sorted(keys)), span, "list", last.kind)


def before_apposition(row: Row, verb: int) -> Source | None:
    """The name before the commas in "Anna Berg, a spokeswoman for the port, said"."""
    k = verb
    while k and verb - k < 3 and "," not in row.gap(k):
        k -= 1
    if not k or "," not in row.gap(k):
        return None
    for _ in range(_MOST_APPOSITIONS):
        first = _comma_before(row, k - 1)
        if not first:
            return None
        inner = row.name(first)
        if inner and inner.kind is Kind.PERSON and first == k - 1:
            return named(inner)  # "the ministry's spokesman, Ian Berg, said"
        if not _describes(row, first):
            return None
        owned = row.word(first - 2) in _PREPOSITIONS
        name = row.name(first - 1)
        if not (name and (owned or name.kind is Kind.PLACE)):
            return _source_at(row, first - 1)
        k = first  # "Ian Berg, mayor of Oslo, who …, said"
    return None


def _comma_before(row: Row, k: int) -> int | None:
    """The unit after the nearest comma before `k`; None past other marks."""
    first = k
    while first and "," not in row.gap(first):
        if k - first > _APPOSITION or any(mark in row.gap(first) for mark in '“”";:'):
            return None
        first -= 1
    return first


def _describes(row: Row, k: int) -> bool:
    """Whether what begins at unit `k` tells of the person named before it."""
    word = row.word(k)
    start = row[k].start
    party = row.text[start : start + 2] in ("R-", "D-", "I-")
    described = word in _OPENING or word.isdigit() or is_title(word)
    described = described or word.endswith(("ed", "ing")) or word == "first"
    return party or described or noun_of(row[k]) is not None
